// HTML, and the only place where text becomes part of it.
//
// Markup is what stands in our own source or templates: a literal becomes Markup at compile time,
// nothing else can. All that comes from texts, names and messages goes through text() or
// attribute(), which leave nothing that ends a text or an attribute, and nothing that is seen as
// something else than it is. Nothing is normalised on the way: U+FF1C stays U+FF1C.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace unspin {

class Markup {
 public:
  consteval Markup(const char* literal)
      : text_(literal) {}  // NOLINT: literals are meant to convert
  constexpr Markup() = default;

  constexpr std::string_view text() const { return text_; }
  /// A part of it, as of a string_view.
  constexpr Markup part(std::size_t from, std::size_t count = std::string_view::npos) const {
    Markup markup;
    markup.text_ = text_.substr(from, count);
    return markup;
  }

 private:
  std::string_view text_ = {};
};

/// Appends to a string, which must outlive it.
class HtmlWriter {
 public:
  explicit HtmlWriter(std::string& out) : out_(out) {}

  HtmlWriter& markup(const Markup& markup);

  /// Text between tags. Controls show as their pictures (U+0000 as ␀) but for tab and line feed;
  /// what steers the direction of text across its surroundings, U+2028/9 and noncharacters show as
  /// ·; what is not UTF-8 as U+FFFD.
  HtmlWriter& text(std::string_view text);

  /// The same of text that is not seen: what has no shape shows as ·, no more than three together.
  HtmlWriter& hidden(std::string_view text);

  /// A blank, the name, and the value in quotes.
  HtmlWriter& attribute(const Markup& name, std::string_view value);
  HtmlWriter& attribute(const Markup& name, std::uint64_t value);

  /// A string of JSON, in quotes, for a <script> that is no program: JSON.parse() gives what text()
  /// shows, and no byte of it could end the element.
  HtmlWriter& json(std::string_view text);

  HtmlWriter& number(std::uint64_t number);
  /// For people: 20,939.
  HtmlWriter& count(std::uint64_t number);

 private:
  std::string& out_;
};

}  // namespace unspin
