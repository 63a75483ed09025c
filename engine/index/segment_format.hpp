// A segment of an index, byte by byte: some originals and the keys in them, never changed once
// written.
//
//   SegmentHead, the sections in the order of SegmentSection with nothing between them, SegmentFoot
//
// All numbers are of the machine that wrote the file, little-endian in practice; another order is
// recognised and refused. What describes the file stands at its end, so that it is written in one
// go, whatever its size. Every byte is covered: the head and the foot by the foot's checksum, which
// opening checks, and each section by one in the foot, which is checked when somebody asks
// (verify): opening reads no section. What is read of a section is therefore bounded by it,
// whatever its bytes say.
//
// Whatever changes here, in posting_buckets.hpp, in document_keys.hpp or in what these rest on
// (stems, function words, word boundaries), changes `segment_version`: segments are built anew,
// never converted.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/index/document_keys.hpp"

namespace unspin {

inline constexpr std::array<char, 8> segment_magic = {'\x8f', 'U', 'N', 'S', 'P', 'I', 'X', '\n'};
inline constexpr std::uint32_t segment_version = 2;
inline constexpr std::uint32_t segment_byte_order = 0x01020304;

enum class SegmentSection : std::uint32_t {
  labels,     ///< of each original: PackedOriginal::label
  texts,      ///< of each original: PackedOriginal::frame
  documents,  ///< SegmentDocument[documents + 1]; the last says where the bytes end
  buckets,    ///< posting_buckets.hpp
  offsets,    ///< u40[buckets + 1]: where each begins in its section
  count
};
inline constexpr auto segment_sections = static_cast<std::size_t>(SegmentSection::count);
inline constexpr std::size_t offset_bytes = 5;

struct SegmentHead {
  std::array<char, 8> magic = segment_magic;
  std::uint32_t byte_order = segment_byte_order;
  std::uint32_t version = segment_version;
};
static_assert(sizeof(SegmentHead) == 16, "no padding");

struct SegmentDocument {
  std::uint64_t label_begin = 0;  ///< in `labels`
  std::uint64_t text_begin = 0;   ///< in `texts`
  std::uint32_t text_bytes = 0;   ///< unpacked
  std::uint32_t words = 0;
};
static_assert(sizeof(SegmentDocument) == 24, "no padding");

struct SegmentFoot {
  struct Place {
    std::uint64_t begin = 0;
    std::uint64_t bytes = 0;
    std::uint64_t checksum = 0;  ///< XXH3, 64 bits
  };
  std::array<Place, segment_sections> places = {};
  std::uint64_t identity = 0;  ///< segment_identity(): the file's name
  std::uint64_t postings = 0;
  std::uint64_t keys = 0;   ///< distinct
  std::uint64_t words = 0;  ///< of all originals
  std::uint32_t documents = 0;
  std::uint32_t document_bits = 0;  ///< what the highest document number needs
  std::uint32_t bucket_bits = 0;
  std::uint32_t sampling = 1;
  std::array<char, 16> language = {};  ///< filled up with zeros
  std::uint64_t bytes = 0;             ///< of the whole file
  std::uint64_t checksum = 0;          ///< XXH3 of the head, then the foot up to here
};
static_assert(sizeof(SegmentFoot) == 24 * segment_sections + 80, "no padding");

/// segment_name(0x1f) is "000000000000001f.segment".
std::string segment_name(std::uint64_t identity);

/// XXH3 of a head and of a foot without its checksum.
std::uint64_t foot_checksum(const SegmentHead& head, const SegmentFoot& foot);

}  // namespace unspin
