#include "engine/report/printable.hpp"

#include <unicode/uchar.h>

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

std::size_t columns_of(char32_t c) {
  const int category = u_charType(static_cast<UChar32>(c));
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK) {
    return 0;
  }
  const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::string printable(std::string_view text) {
  const std::string sound = replace_invalid_utf8(std::string(text)).text;
  std::string shown;
  for (std::size_t at = 0; at < sound.size();) {
    const char32_t c = next_code_point(sound, at);
    const int category = u_charType(static_cast<UChar32>(c));
    const bool steers = category == U_CONTROL_CHAR || category == U_FORMAT_CHAR ||
                        category == U_LINE_SEPARATOR || category == U_PARAGRAPH_SEPARATOR;
    append_utf8(steers ? U'·' : c, shown);
  }
  return shown;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    columns += columns_of(next_code_point(text, at));
  }
  return columns;
}

std::string shortened(std::string_view text, std::size_t most) {
  if (columns_of(text) <= most) {
    return std::string(text);
  }
  std::size_t columns = 1;  // the …
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    columns += columns_of(next_code_point(text, at));
    if (columns > most) {
      break;
    }
    end = at;
  }
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace unspin
