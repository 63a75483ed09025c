// Texts that the program carries along, so that its speed can be measured where nobody has brought
// texts: the articles of corpora/, whole and cut into sentences. All were written for this project.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/io/pair_row.hpp"

namespace unspin {

/// An article of 720 to 890 words (shortened: half of that), and what others made of it.
struct SampleArticle {
  std::string_view name;  ///< its folder in corpora/
  std::string_view original, spun, reworded, shortened, same_topic;

  /// The four that are not the original, under their names.
  std::array<std::pair<std::string_view, std::string_view>, 4> versions() const {
    return {{{"spun", spun},
             {"reworded", reworded},
             {"shortened", shortened},
             {"same_topic", same_topic}}};
  }
};

/// Of the program itself, so they live as long as it.
std::span<const SampleArticle> sample_articles();

/// Sentences of an article beside those of its spun version at the same place, of 60 bytes and
/// more, kept where the lengths in bytes are within 40%. Only approximately the rewrite of that
/// sentence: one that the spinner cut in two shifts all that follow. Views into the article.
std::vector<std::pair<std::string_view, std::string_view>> sentence_pairs(
    const SampleArticle& article);

/// The sentence pairs of all articles: about 140, of some 20 words a side.
std::vector<PairRow> sample_sentences();

/// Each article with each of its versions: 16 pairs, of some 800 words a side.
std::vector<PairRow> sample_documents();

}  // namespace unspin
