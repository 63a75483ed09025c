// Writes a segment. Whatever becomes part of an index goes through here: what is built, what is
// added, what is compacted. The same originals in the same order are the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "engine/index/document_keys.hpp"
#include "engine/index/original.hpp"

namespace unspin {

struct SegmentWriteOptions {
  int threads = 1;
  std::size_t memory_bytes = std::size_t{512} << 20;  ///< for sorting postings, about
};

/// A number for these originals and options: that of the segment they make.
std::uint64_t segment_identity(std::span<const PackedOriginal> originals,
                               const KeyOptions& options);

/// Writes the segment of at least one original to `folder`, durably and all or nothing, under
/// segment_name() of its identity, which it returns. Temporary files in the folder take 16 bytes a
/// posting. Throws Error(unwritable_output); Error(unreadable_input) if a text does not unpack.
std::uint64_t write_segment(const std::string& folder, std::span<const PackedOriginal> originals,
                            const KeyOptions& keys, const SegmentWriteOptions& options);

}  // namespace unspin
