// Bytes as UTF-8: validity and code points. A text is bytes; these are the only places where they
// are taken apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace unspin {

/// Byte offset of the first byte that is not well-formed UTF-8, or nothing. Linear, at memory speed
/// for valid text.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// Byte offset of the first byte from `at` on that is not ASCII, or the text's size. Eight bytes at
/// a time.
std::size_t find_non_ascii(std::string_view text, std::size_t at);

/// A text in which every maximal ill-formed sequence is U+FFFD.
struct RepairedText {
  std::string text;
  std::size_t replaced = 0;  ///< how many sequences were replaced
};

/// Well-formed text comes back unchanged, with `replaced` 0.
RepairedText replace_invalid_utf8(std::string text);

/// The code point that starts at `offset` of well-formed UTF-8; moves `offset` behind it.
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// Appends the code points of well-formed UTF-8.
void append_code_points(std::string_view text, std::u32string& out);

/// Appends one code point as UTF-8.
void append_utf8(char32_t code_point, std::string& out);

}  // namespace unspin
