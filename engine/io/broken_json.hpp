// What can still be said of a row that is not valid JSON.
#pragma once

#include <cstddef>
#include <string_view>

namespace unspin {

/// The text of the scalar behind "id" at the top of an object that need not be valid, nor need the
/// scalar; empty if there is none or the end of the row may have cut it.
std::string_view find_id(std::string_view broken);

/// The offset behind the bracket that closes the object with which `text` begins, or its end.
std::size_t object_end(std::string_view text);

}  // namespace unspin
