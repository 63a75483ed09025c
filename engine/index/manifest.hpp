// Which segments an index has, and which of their originals have been removed: the one small file
// whose replacement makes a change happen. Text, for people to read:
//
//   unspin index 1
//   language en
//   sampling 4
//   segment 8f0c2a66d1e5b374 originals 1200 removed 17 803
//   checksum 51b6f9a03c7e2d48
//
// The checksum is XXH3 of all that stands before its line. There is one way to write a manifest:
// what is not byte for byte as it would be written is refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/index/document_keys.hpp"

namespace unspin {

inline constexpr std::string_view manifest_name = "manifest";
inline constexpr std::uint32_t manifest_version = 1;

struct Manifest {
  struct Entry {
    std::uint64_t identity = 0;          ///< of the segment: segment_name() is its file
    std::uint32_t originals = 0;         ///< removed ones included
    std::vector<std::uint32_t> removed;  ///< numbers of originals, ascending
    bool operator==(const Entry&) const = default;
  };
  KeyOptions keys;
  std::vector<Entry> segments;  ///< in the order of their originals

  bool operator==(const Manifest&) const = default;
};

std::string manifest_text(const Manifest& manifest);

/// Reads the manifest of an index's folder. Throws Error(unreadable_input) for what is missing,
/// none, of another version or damaged.
Manifest read_manifest(const std::string& folder);

/// Puts it in its place, durably: the index is the old one before and the new one after. Throws
/// Error(unwritable_output).
void write_manifest(const std::string& folder, const Manifest& manifest);

}  // namespace unspin
