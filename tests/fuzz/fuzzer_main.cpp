// A fuzzer: libFuzzer calls the one check for which this file is compiled.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  unspin::fuzz::UNSPIN_FUZZ_CHECK({reinterpret_cast<const char*>(data), size});
  return 0;
}
