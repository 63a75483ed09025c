// The checksum of a lexicon file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace unspin {

/// XXH3 (64 bits, seed 0) over the XXH3 of each MiB, in order, as 64-bit numbers of this machine:
/// so that all cores can share the work, half of which is bringing in the pages of a mapped file.
std::uint64_t lexicon_checksum(std::span<const std::byte> bytes);

}  // namespace unspin
