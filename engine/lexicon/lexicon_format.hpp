// The lexicon file, byte by byte.
//
//   LexiconHeader, then the sections in the order of LexiconSection, each at a multiple of
//   `section_alignment`; what lies between them is zero. All numbers are of the machine that wrote
//   the file, little-endian in practice; another order is recognised and refused.
//
// Every byte is covered: the magic is compared, the checksum is over all that follows it. A
// file that passes can still be nonsense that somebody made on purpose, so the reader checks all
// bounds once when it opens the file (offsets) or at each access (numbers of words).
//
// Whatever changes here, or changes what the builder puts into the sections, changes
// `lexicon_version`: files are built anew, never converted.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/lexicon/lexicon.hpp"

namespace unspin {

inline constexpr std::array<char, 8> lexicon_magic = {'\x8f', 'U', 'N', 'S', 'P', 'L', 'X', '\n'};
inline constexpr std::uint32_t lexicon_version = 2;
inline constexpr std::uint32_t byte_order_mark = 0x01020304;
inline constexpr std::size_t section_alignment = 64;

/// "u32[…]" is an array of such numbers; a StringTable takes three sections: offsets, bytes, slots.
enum class LexiconSection : std::uint32_t {
  sources,       ///< LexiconSourceRecord[…]
  source_names,  ///< bytes

  entry_offsets,  ///< StringTable of the entries, ascending by their bytes
  entry_bytes,
  entry_slots,

  neighbour_offsets,    ///< u32[entries + 1]: where the neighbours of each entry begin
  neighbour_words,      ///< u32[…], ascending within an entry
  neighbour_testimony,  ///< u16[…], parallel

  stem_offsets,  ///< StringTable of the stems of one-word entries
  stem_bytes,
  stem_slots,
  mate_offsets,  ///< u32[stems + 1]
  mates,         ///< u32[…]: the entries of each stem, in the order in which to offer them

  form_offsets,  ///< StringTable of irregular forms: "bought"
  form_bytes,
  form_slots,
  base_offsets,  ///< u32[forms + 1]
  bases,         ///< u32[…]: the entries of which each is a form

  vector_word_offsets,  ///< StringTable of the words that have a vector, the most frequent first
  vector_word_bytes,
  vector_word_slots,
  vectors,  ///< i8[words with a vector × dimensions]

  wordnet_offsets,  ///< StringTable of WordNet's lemmas and irregular forms, as it spells them
  wordnet_bytes,
  wordnet_slots,
  sense_offsets,   ///< u32[wordnet's words + 1]
  senses,          ///< u32[…]: WordNetSense
  member_offsets,  ///< u32[synsets + 1]
  members,         ///< u32[…]: the words of each synset

  count
};
inline constexpr auto section_count = static_cast<std::size_t>(LexiconSection::count);

struct LexiconHeader {
  std::array<char, 8> magic = lexicon_magic;
  std::uint64_t checksum = 0;  ///< lexicon_checksum() of all bytes behind this field
  std::uint32_t byte_order = byte_order_mark;
  std::uint32_t version = lexicon_version;
  std::uint64_t bytes = 0;            ///< of the whole file
  std::array<char, 8> language = {};  ///< ISO 639, filled up with zeros
  std::uint32_t dimensions = 0;       ///< of the vectors
  std::uint32_t sections = static_cast<std::uint32_t>(section_count);
  struct Place {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
  };
  std::array<Place, section_count> places = {};
};
static_assert(sizeof(LexiconHeader) == 48 + 16 * section_count, "no padding");
inline constexpr std::size_t checksum_begin = 16;  ///< what the checksum covers begins here

struct LexiconSourceRecord {
  std::uint64_t relations = 0;
  std::uint32_t name_begin = 0;  ///< in source_names
  std::uint32_t name_bytes = 0;
  std::uint32_t resource = 0;
  std::uint32_t unused = 0;
};
static_assert(sizeof(LexiconSourceRecord) == 24, "no padding");

/// Longest vector that a file may have; keeps the integers of a cosine exact.
inline constexpr std::uint32_t most_dimensions = 4096;

/// Testimony in 16 bits: resource 2, relation 2, part of speech 3, whose sense 1, sense 8.
constexpr std::uint16_t pack(const Testimony& testimony) {
  return static_cast<std::uint16_t>(
      static_cast<unsigned>(testimony.resource) | static_cast<unsigned>(testimony.relation) << 2 |
      static_cast<unsigned>(testimony.part) << 4 | (testimony.head_is_second ? 1u << 7 : 0u) |
      static_cast<unsigned>(testimony.sense) << 8);
}

}  // namespace unspin
