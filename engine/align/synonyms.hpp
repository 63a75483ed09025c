// Which words of a source the lexicon calls synonyms of which words of its rewrite.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/align/word_facts.hpp"
#include "engine/lexicon/lexicon.hpp"

namespace unspin {

/// A word of the other text that the lexicon lists beside a word, and what is said of the two.
struct Synonym {
  std::uint32_t word = 0;  ///< number in the pair's vocabulary
  Lexicon::WordId from = Lexicon::unknown, to = Lexicon::unknown;  ///< the entries that are related
  Testimony testimony;
  bool is_same_entry = false;  ///< two forms of one entry: bought, buys
};

/// Looks words up on first use: of two texts of 800 words only a few hundred words differ. Keeps
/// its memory from pair to pair. One per thread.
class PairSynonyms {
 public:
  /// Without a lexicon (null) there are no synonyms. The lexicon and `facts` must stay alive.
  explicit PairSynonyms(const Lexicon* lexicon = nullptr) : lexicon_(lexicon) {}

  /// Begins a new pair.
  void assign(const WordFacts& facts, std::span<const std::uint32_t> rewrite_words);

  /// Says that a source word will be asked for soon: its neighbours are brought nearer, since the
  /// lexicon is larger than the caches.
  void expect(std::uint32_t source_word) const {
    if (lexicon_ != nullptr && !lists_[source_word].is_ready) {
      prefetch(source_word);
    }
  }

  /// The rewrite's words that are listed beside a source word, the best that is said of each; a few
  /// at most. Valid until another word is asked for.
  std::span<const Synonym> of(std::uint32_t source_word);

  /// The best that is said of a source word and a rewrite word; null if nothing is.
  const Synonym* find(std::uint32_t source_word, std::uint32_t rewrite_word);

 private:
  struct List {
    std::uint32_t begin = 0, end = 0;  // in synonyms_
    bool is_ready = false;
  };

  bool is_present(Lexicon::WordId entry) const {
    return (is_present_[entry / 64] >> entry % 64 & 1) != 0;
  }
  void prefetch(std::uint32_t source_word) const;
  void look_up(std::uint32_t source_word);
  void add(const Synonym& synonym, std::uint32_t list_begin);

  const Lexicon* lexicon_;
  const WordFacts* facts_ = nullptr;
  std::vector<List> lists_;  // by source word
  std::vector<Synonym> synonyms_;
  // The rewrite's words by the entry they are a form of: chains through links_.
  struct Link {
    std::uint32_t word, next;  // next: 0 at the end
  };
  std::vector<std::uint32_t> heads_;  // by entry: a link, if the entry is present
  // By entry, a bit: whether the rewrite has a form of it. Small enough to stay in the nearest
  // cache, where thousands of neighbours are looked up.
  std::vector<std::uint64_t> is_present_;
  std::vector<Lexicon::WordId> present_;
  std::vector<Link> links_;
  std::vector<std::uint8_t> is_listed_;  // by rewrite word
};

}  // namespace unspin
