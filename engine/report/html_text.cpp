#include "engine/report/html_text.hpp"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <iterator>
#include <unicode/uchar.h>

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

constexpr char32_t stand_in = U'·';

/// What an ASCII character is written as; empty: itself.
constexpr std::string_view entity_of(char c) {
  switch (c) {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

constexpr bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

/// Whether more than itself is to be written of a character that begins with this byte.
constexpr bool needs_care(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || is_control(c) || !entity_of(c).empty();
}

/// Reaches beyond its place, or ends a line where none ends.
bool steers(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 ||
         c == 0x2029 || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

char32_t shown(char32_t c) {
  if (c < 0x20 && c != U'\n' && c != U'\t') {
    return 0x2400 + c;  // its picture
  }
  if (c == 0x7F) {
    return 0x2421;
  }
  if ((c >= 0x80 && c <= 0x9F) || steers(c)) {
    return stand_in;
  }
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) ? U'\uFFFD' : c;
}

void append_escaped(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !needs_care(text[end])) {
      ++end;
    }
    out.append(text, at, end - at);
    at = end;
    if (at == text.size()) {
      return;
    }
    if (const std::string_view entity = entity_of(text[at]); !entity.empty()) {
      out.append(entity);
      ++at;
    } else {
      append_utf8(shown(next_code_point(text, at)), out);
    }
  }
}

/// Calls `take` with the text as well-formed UTF-8.
template <class Take>
void as_utf8(std::string_view text, Take&& take) {
  if (first_invalid_utf8(text)) {
    const std::string sound = replace_invalid_utf8(std::string(text)).text;
    take(std::string_view(sound));
  } else {
    take(text);
  }
}

void append_json(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '\n' || c == '\t') {
      out.append(c == '\n' ? "\\n" : "\\t");
      ++at;
    } else if (c == '"' || c == '\\') {
      out.append(1, '\\').append(1, c);
      ++at;
    } else if (!needs_care(c)) {
      out.append(1, c);
      ++at;
    } else if (!entity_of(c).empty()) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
      ++at;
    } else {
      append_utf8(shown(next_code_point(text, at)), out);
    }
  }
}

bool has_no_shape(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const int category = u_charType(point);
  return u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
         category == U_FORMAT_CHAR || category == U_NON_SPACING_MARK ||
         category == U_ENCLOSING_MARK;
}

}  // namespace

HtmlWriter& HtmlWriter::markup(const Markup& markup) {
  out_.append(markup.text());
  return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view text) {
  as_utf8(text, [this](std::string_view sound) { append_escaped(sound, out_); });
  return *this;
}

HtmlWriter& HtmlWriter::hidden(std::string_view text) {
  as_utf8(text, [this](std::string_view sound) {
    constexpr int most_together = 3;
    int together = 0;
    for (std::size_t at = 0; at < sound.size();) {
      const std::size_t begin = at;
      if (has_no_shape(next_code_point(sound, at))) {
        if (++together <= most_together) {
          append_utf8(stand_in, out_);
        }
      } else {
        together = 0;
        append_escaped(sound.substr(begin, at - begin), out_);
      }
    }
  });
  return *this;
}

HtmlWriter& HtmlWriter::json(std::string_view text) {
  out_.append("\"");
  as_utf8(text, [this](std::string_view sound) { append_json(sound, out_); });
  out_.append("\"");
  return *this;
}

HtmlWriter& HtmlWriter::attribute(const Markup& name, std::string_view value) {
  out_.append(" ").append(name.text()).append("=\"");
  text(value);
  out_.append("\"");
  return *this;
}

HtmlWriter& HtmlWriter::attribute(const Markup& name, std::uint64_t value) {
  out_.append(" ").append(name.text()).append("=\"");
  number(value);
  out_.append("\"");
  return *this;
}

HtmlWriter& HtmlWriter::number(std::uint64_t number) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out_.append(digits.data(), end);
  return *this;
}

HtmlWriter& HtmlWriter::count(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  out_.append(digits);
  return *this;
}

}  // namespace unspin
