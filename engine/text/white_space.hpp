// White space as CPython's str.split() and str.strip() know it. The reference implementations of
// this field's metrics are written in Python, so their tokens depend on exactly this set, which is
// neither C's isspace nor Unicode's White_Space (U+001C..1F are in it).
#pragma once

#include <cstddef>
#include <string_view>

namespace unspin {

/// White space of CPython 3: U+0009..D, 1C..20, 85, A0, 1680, 2000..200A, 2028/9, 202F, 205F, 3000.
constexpr bool is_white_space(char32_t c) {
  if (c <= 0x20) {
    return c == 0x20 || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
  }
  if (c < 0x85) {
    return false;
  }
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// The length in bytes of the white space character that starts at `offset` of well-formed UTF-8,
/// 0 if there is none.
std::size_t white_space_length(std::string_view text, std::size_t offset);

/// `text` without white space at its end (Python's rstrip).
std::string_view strip_end(std::string_view text);

/// Calls `take` with each maximal run without white space (Python's split()).
template <class Take>
void split_at_white_space(std::string_view text, Take&& take) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t space = byte > 0x20 && byte < 0x80 ? 0 : white_space_length(text, at);
    if (space == 0) {
      ++at;
      continue;
    }
    if (at > begin) {
      take(text.substr(begin, at - begin));
    }
    at += space;
    begin = at;
  }
  if (text.size() > begin) {
    take(text.substr(begin));
  }
}

inline std::size_t white_space_length(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) {
    return is_white_space(byte) ? 1 : 0;
  }
  // All others start with C2 (85, A0), E1 (1680), E2 (20xx) or E3 (3000).
  if (byte == 0xC2) {
    const auto second = static_cast<unsigned char>(text[offset + 1]);
    return second == 0x85 || second == 0xA0 ? 2 : 0;
  }
  if (byte < 0xE1 || byte > 0xE3) {
    return 0;
  }
  const auto second = static_cast<unsigned char>(text[offset + 1]);
  const auto third = static_cast<unsigned char>(text[offset + 2]);
  const auto code_point =
      static_cast<char32_t>(((byte & 0x0Fu) << 12) | ((second & 0x3Fu) << 6) | (third & 0x3Fu));
  return is_white_space(code_point) ? 3 : 0;
}

inline std::string_view strip_end(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t start = end - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) {
      --start;
    }
    if (white_space_length(text, start) == 0) {
      break;
    }
    end = start;
  }
  return text.substr(0, end);
}

}  // namespace unspin
