// English of no meaning, for tests: as many different sentences as are wanted.
#pragma once

#include <cstddef>
#include <string>

#include "tests/audit/cast.hpp"

namespace unspin::audit_set {

/// Paragraphs of three or four sentences, about 40 words each, with a blank line between. Another
/// text for each `number`.
std::string made_text(std::size_t number, std::size_t paragraphs);

/// Passages of 200 words or so: 24 originals, and enough of all else for a few pages of each kind.
Cast made_cast();

}  // namespace unspin::audit_set
