// How often memory was asked for, to hold what should not ask for any to it.
#pragma once

#include <cstddef>

namespace unspin::testing {

/// Calls of operator new in this thread so far; always 0 with clang, and under sanitizers, which
/// have their own.
std::size_t allocations();

}  // namespace unspin::testing
