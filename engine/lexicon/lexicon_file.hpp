// An open lexicon file: mapped, checked, and cut into its sections.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "engine/io/mapped_file.hpp"
#include "engine/lexicon/lexicon.hpp"
#include "engine/lexicon/string_table.hpp"
#include "engine/lexicon/wordnet.hpp"

namespace unspin {

/// Offsets have been checked: reading what they cut is safe. Numbers of entries in
/// `neighbour_words`, `mates` and `bases`, and those in `wordnet`, have not.
struct LexiconFile {
  MappedFile file;
  Lexicon::Info info;

  StringTable entries;
  std::span<const std::uint32_t> neighbour_offsets;
  std::span<const std::uint32_t> neighbour_words;
  std::span<const std::uint16_t> neighbour_testimony;

  StringTable stems;
  std::span<const std::uint32_t> mate_offsets;
  std::span<const std::uint32_t> mates;

  StringTable forms;
  std::span<const std::uint32_t> base_offsets;
  std::span<const std::uint32_t> bases;

  StringTable vector_words;
  std::span<const std::int8_t> vectors;

  WordNet wordnet;
};

/// Throws Error(unreadable_input) as Lexicon::open() does. Reads every byte once.
LexiconFile open_lexicon_file(const std::string& path);

}  // namespace unspin
