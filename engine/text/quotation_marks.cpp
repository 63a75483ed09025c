#include "engine/text/quotation_marks.hpp"

#include <algorithm>
#include <array>

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

constexpr std::size_t most_bytes = 2'000;  // looked through for a closing mark

struct Marks {
  std::string_view open;
  std::array<std::string_view, 2> close;
};
constexpr Marks all_marks[] = {
    {"“", {"”", ""}}, {"\"", {"\"", ""}}, {"«", {"»", ""}}, {"„", {"“", "”"}}, {"‘", {"’", ""}}};

bool is_letter_byte(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return false;
  }
  const char c = text[at];
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0xC3;
}

class QuoteReader {
 public:
  explicit QuoteReader(std::string_view text) : text_(text) {}

  std::vector<QuotedRange> read() {
    std::vector<QuotedRange> quotes;
    plain_ = std::min(text_.find('"'), text_.size());
    wide_ = find_non_ascii(text_, 0);
    for (std::size_t at = next_mark(0); at != std::string_view::npos;) {
      const Marks* marks = marks_at(at);
      const std::size_t end = marks == nullptr ? at : close_of(*marks, at + marks->open.size());
      if (end <= at) {
        at = next_mark(at + 1);
        continue;
      }
      quotes.push_back({at + marks->open.size(), end});
      at = next_mark(end + 1);
    }
    return quotes;
  }

 private:
  /// The next byte that may begin an opening mark: the one of ASCII, or any other character.
  std::size_t next_mark(std::size_t at) {
    if (plain_ < at) {
      plain_ = std::min(text_.find('"', at), text_.size());
    }
    if (wide_ < at) {
      wide_ = find_non_ascii(text_, at);
    }
    const std::size_t next = std::min(plain_, wide_);
    return next < text_.size() ? next : std::string_view::npos;
  }

  /// The marks that open here, if any.
  const Marks* marks_at(std::size_t at) const {
    for (const Marks& marks : all_marks) {
      if (text_.substr(at).starts_with(marks.open)) {
        const bool is_behind_letter = at > 0 && is_letter_byte(text_, at - 1);
        return is_behind_letter ? nullptr : &marks;
      }
    }
    return nullptr;
  }

  /// Where the closing mark stands; 0 if there is none in the paragraph.
  std::size_t close_of(const Marks& marks, std::size_t begin) const {
    const std::string_view text = text_.substr(0, std::min(line_end(begin), begin + most_bytes));
    if (marks.open == "‘") {
      return close_of_single(text, begin);
    }
    std::size_t end = std::string_view::npos;
    for (const std::string_view close : marks.close) {
      end = close.empty() ? end : std::min(end, text.find(close, begin));
    }
    if (end == std::string_view::npos) {
      return 0;
    }
    // A second opening mark before the closing one: the first was never closed.
    if (marks.open == "\"") {
      return is_opening(text, end) ? 0 : end;
    }
    const std::size_t again = text.substr(0, end).find(marks.open, begin);
    return again == std::string_view::npos ? end : 0;
  }

  /// Whether a straight mark behind something can only open: a blank before it, a letter behind it.
  static bool is_opening(std::string_view text, std::size_t at) {
    return text[at - 1] == ' ' && is_letter_byte(text, at + 1);
  }

  /// Not an apostrophe within a word; best one behind punctuation, since "boys’" ends with one,
  /// too.
  static std::size_t close_of_single(std::string_view text, std::size_t begin) {
    constexpr std::string_view mark = "’";
    std::size_t first = 0;
    for (std::size_t at = text.find(mark, begin); at != std::string_view::npos;
         at = text.find(mark, at + mark.size())) {
      if (is_letter_byte(text, at + mark.size())) {
        continue;
      }
      first = first == 0 ? at : first;
      if (std::string_view(".,!?").find(text[at - 1]) != std::string_view::npos) {
        return at;
      }
    }
    return first;
  }

  /// Of the line that `at` is in. Asked for ascending places, so a line is walked over once.
  std::size_t line_end(std::size_t at) const {
    if (at >= line_end_ || line_end_ == 0) {
      line_end_ = std::min(text_.find('\n', at), text_.size());
    }
    return line_end_;
  }

  std::string_view text_;
  std::size_t plain_ = 0, wide_ = 0;  // the next of either
  mutable std::size_t line_end_ = 0;
};

}  // namespace

std::vector<QuotedRange> quoted_ranges(std::string_view text) { return QuoteReader(text).read(); }

}  // namespace unspin
