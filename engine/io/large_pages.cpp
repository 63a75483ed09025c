#include "engine/io/large_pages.hpp"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>
#include <sys/mman.h>

namespace unspin {
namespace {

constexpr std::size_t page_bytes = std::size_t{2} << 20;
constexpr std::size_t small_page = 4096;

}  // namespace

LargePageBytes::LargePageBytes(std::string_view bytes, std::size_t padding) : size_(bytes.size()) {
  const std::size_t all = (bytes.size() + padding + page_bytes - 1) / page_bytes * page_bytes;
  memory_.reset(static_cast<char*>(std::aligned_alloc(page_bytes, all)));
  if (memory_ == nullptr && all > 0) {
    throw std::bad_alloc();
  }
#ifdef MADV_HUGEPAGE
  ::madvise(memory_.get(), all, MADV_HUGEPAGE);  // a wish: refused, the pages are small
#endif
#ifdef MADV_POPULATE_READ
  // What is mapped from a file is fetched at once, not page by page as the copy comes to it.
  const std::size_t before = reinterpret_cast<std::uintptr_t>(bytes.data()) % small_page;
  ::madvise(const_cast<char*>(bytes.data() - before), bytes.size() + before, MADV_POPULATE_READ);
#endif
  std::memcpy(memory_.get(), bytes.data(), bytes.size());
  std::memset(memory_.get() + bytes.size(), 0, padding);
}

void LargePageBytes::Free::operator()(char* memory) const { std::free(memory); }

}  // namespace unspin
