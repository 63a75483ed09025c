// Character encodings; the first line is the name that the container gives. Whatever the bytes are,
// they become well-formed UTF-8 and say as what they were read; text that is well-formed already
// stays as it is.
#include <string>

#include "engine/text/charset.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

namespace unspin::fuzz {

void check_charset(std::string_view input) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const FirstLine declared(input);
  for (const bool is_markup : {false, true}) {
    const DecodedText decoded = decode(std::string(declared.rest), declared.line, is_markup);
    promise(is_well_formed(decoded.text), "decoded text is well-formed UTF-8");
    promise(!decoded.charset.empty(), "a text is always read as something");
    promise(decoded.replaced <= decoded.text.size() / 3, "a replacement has three bytes");
    if (!decoded.text.starts_with(byte_order_mark)) {
      const DecodedText again = decode(decoded.text, "utf-8", is_markup);
      promise(again.text == decoded.text && again.charset == "utf-8",
              "well-formed UTF-8 stays as it is");
    }
  }
}

}  // namespace unspin::fuzz
