// Header fields as HTTP, MIME and WARC write them: a name, a colon, a value; a line each.
//
// Crawls hold what servers really sent, so this reads as browsers do (RFC 9112, section 5): lines
// may end in \n alone, names come in any case and with blanks before the colon, a value may go on
// in lines that begin with a blank, and a line without a colon says nothing.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unspin {

/// Views into the lines they were read from.
struct HeaderField {
  std::string_view name;
  std::string_view value;  ///< without blanks around it; line ends of a folded one still in it
};

/// Overwrites `fields` with those of `lines`, in order; stops at an empty line. Linear.
void read_header_fields(std::string_view lines, std::vector<HeaderField>& fields);

/// The value of the first field of that name, case aside; empty if there is none.
std::string_view field_value(std::span<const HeaderField> fields, std::string_view name);

/// A value in one line, folds and stray carriage returns made a blank, as well-formed UTF-8.
std::string field_text(std::string_view value);

/// Whether two ASCII texts are the same, case aside.
bool same_word(std::string_view one, std::string_view other);

/// Without the blanks and line ends around it.
std::string_view trimmed(std::string_view text);

/// What a Content-Type says.
struct ContentType {
  std::string media_type;  ///< lower case: "text/html"; empty if it is not of that form
  std::string charset;     ///< as it is written, without quotes; empty if it says nothing
};

ContentType read_content_type(std::string_view value);

}  // namespace unspin
