// Bytes in any character encoding → UTF-8.
//
// What a page says of itself is often wrong, and what its server says more often. Text that is
// well-formed UTF-8 with a character beyond ASCII is UTF-8, whatever was said: no other encoding
// looks like that by chance. Else a byte order mark counts first, then the container (HTTP), then
// the page's own <meta> or XML declaration, then ICU's detection. Names mean what browsers take
// them for (WHATWG Encoding): "iso-8859-1" is windows-1252.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace unspin {

/// Who said in which encoding a text is.
enum class CharsetBy { form, byte_order_mark, container, page, detection };

struct DecodedText {
  std::string text;     ///< well-formed UTF-8 without a byte order mark
  std::string charset;  ///< lower case, as browsers call it: "utf-8", "windows-1252"
  CharsetBy by = CharsetBy::form;
  std::size_t replaced = 0;  ///< sequences that were none of the encoding: U+FFFD stands for each
};

/// `declared` is what the container says, empty if nothing; names that ICU does not know are passed
/// over. `is_markup`: look for what an HTML or XML page says of itself, in its first 4 KiB. Linear;
/// UTF-8 passes at memory speed. Detection looks at no more than 16 KiB.
DecodedText decode(std::string bytes, std::string_view declared, bool is_markup);

/// The encoding that an HTML or XML page names in its first 4 KiB; empty if it names none.
std::string charset_of_page(std::string_view bytes);

}  // namespace unspin
