// Content encodings; the first line is the list of them. However a body is packed, what comes out
// is within the limits.
#include <string>

#include "engine/io/content_decoding.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

namespace unspin::fuzz {

void check_content_encoding(std::string_view input) {
  const FirstLine encodings(input);
  for (const DocumentLimits& limits :
       {DocumentLimits{.most_bytes = std::uint64_t{4} << 20, .most_ratio = 100},
        DocumentLimits{.most_bytes = encodings.rest.size(), .most_ratio = 1}}) {
    std::string body(encodings.rest);
    if (undo_content_encodings(encodings.line, limits, body) == Decoded::done) {
      promise(body.size() <= limits.most_bytes, "a body is within the limits");
    }
  }
}

}  // namespace unspin::fuzz
