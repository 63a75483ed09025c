#include "tests/allocations.hpp"

#include <cstdlib>
#include <new>

#include "tests/build_kind.hpp"

namespace {
thread_local std::size_t count = 0;
}

namespace unspin::testing {
std::size_t allocations() { return count; }
}  // namespace unspin::testing

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && !defined(__clang__)

void* operator new(std::size_t size) {
  ++count;
  if (void* memory = std::malloc(size > 0 ? size : 1)) {
    return memory;
  }
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

#endif
