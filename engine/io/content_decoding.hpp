// Undoing what a Content-Encoding says: gzip, deflate, br, zstd, one after another.
#pragma once

#include <string>
#include <string_view>

#include "engine/io/document.hpp"

namespace unspin {

enum class Decoded {
  done,       ///< as far as the body goes: one that ends too early gives what is there
  damaged,    ///< it began as encoded and broke
  too_large,  ///< more than the limits allow
};

/// Undoes `encodings`, the list of a Content-Encoding header field in the order in which they were
/// applied, and leaves the result in `body`; what it is worth otherwise, the return value says. A
/// body that does not begin as an encoding demands is taken as it is, as browsers do: crawlers
/// write down bodies that they have already decoded. Encodings that nobody knows are passed over,
/// and so is all but the last eight of a list. Linear in the bytes decoded, which the limits bound.
Decoded undo_content_encodings(std::string_view encodings, const DocumentLimits& limits,
                               std::string& body);

}  // namespace unspin
