// JSON as text: the project's only escaping.
#pragma once

#include <string>
#include <string_view>

namespace unspin {

/// Appends well-formed UTF-8 as a JSON string with its quotes. Escaped are the quote, the
/// backslash, U+0000..1F and U+007F, and U+2028/9, which are line ends to JavaScript; the rest
/// stays as it is.
void append_json_string(std::string_view text, std::string& out);

/// Overwrites `text` with what valid JSON text says if it is a string; else false.
bool read_json_string(std::string_view json, std::string& text);

/// Whether all of `text` is one number as RFC 8259 writes it, of any size and precision.
bool is_json_number(std::string_view text);

}  // namespace unspin
