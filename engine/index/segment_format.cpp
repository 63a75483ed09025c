#include "engine/index/segment_format.hpp"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

namespace unspin {

std::string segment_name(std::uint64_t identity) {
  return fmt::format("{:016x}.segment", identity);
}

std::uint64_t foot_checksum(const SegmentHead& head, const SegmentFoot& foot) {
  const std::uint64_t before = XXH3_64bits(&head, sizeof(head));
  return XXH3_64bits_withSeed(&foot, offsetof(SegmentFoot, checksum), before);
}

}  // namespace unspin
