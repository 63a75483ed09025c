#include "engine/lexicon/lexicon_checksum.hpp"

#define XXH_INLINE_ALL
#include <algorithm>
#include <omp.h>
#include <vector>
#include <xxhash.h>

namespace unspin {

std::uint64_t lexicon_checksum(std::span<const std::byte> bytes) {
  constexpr std::size_t block_bytes = std::size_t{1} << 20;
  constexpr int most_threads = 4;  // more than memory keeps busy
  std::vector<std::uint64_t> blocks((bytes.size() + block_bytes - 1) / block_bytes);
#pragma omp parallel for num_threads(std::min(omp_get_num_procs(), most_threads)) \
    schedule(dynamic) if (blocks.size() > 1)
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto block =
        bytes.subspan(i * block_bytes, std::min(block_bytes, bytes.size() - i * block_bytes));
    blocks[i] = XXH3_64bits(block.data(), block.size());
  }
  return XXH3_64bits(blocks.data(), blocks.size() * sizeof(std::uint64_t));
}

}  // namespace unspin
