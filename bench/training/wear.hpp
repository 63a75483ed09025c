// What happens to a text beside the swaps when it goes through a spinner: endings change, words get
// lost, doubled or padded, sentences are joined and parted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "bench/training/thesaurus.hpp"

namespace unspin::training {

/// Shares, 0–1, of the words or of the sentences.
struct Wear {
  double changed_endings = 0;  ///< goal → goals, said → saying
  double lost_articles = 0;    ///< of "the", "a", "that" and the like
  double lost_words = 0;
  double lost_tails = 0;   ///< of the sentences: what follows the last comma
  double added_words = 0;  ///< "very", "really", "the", "to be able to"
  double doubled_words = 0;
  double joined_words = 0;      ///< the blank before them is lost
  double lost_commas = 0;       ///< of the commas
  double joined_sentences = 0;  ///< ". The" → ", and the"
  double parted_sentences = 0;  ///< ", and" → ". And"
};

/// The worn text. Depends on text, wear and seed alone. Linear.
std::string worn(std::string_view text, const Wear& wear, const Thesaurus& thesaurus,
                 std::uint64_t seed);

}  // namespace unspin::training
