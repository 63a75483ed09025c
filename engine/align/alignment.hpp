// Word alignment of an original and its rewrite: which word stands where another stood.
//
// Three steps. (1) Sentences are paired (sentence_beads.hpp), so that words are compared within
// beads of a few sentences only: linear in the length of the texts, and dropped or moved sentences
// disturb nothing else. (2) Each bead is aligned by dynamic programming for the highest total gain:
// identical words gain most, then another form of the same word, synonyms, near spelling, and any
// replacement a little; content words gain more than function words. A bead that is very long
// (text without sentences) is first cut at pairs of neighbouring words that occur once on either
// side and keep their order, as in patience diff. (3) Replacements that recur in the pair
// ("community" became "group" again and again) are believed: the beads are aligned once more with a
// high gain for them.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/align/sentence_beads.hpp"
#include "engine/align/synonyms.hpp"
#include "engine/align/word_facts.hpp"
#include "engine/text/tokens.hpp"

namespace unspin {

constexpr std::uint32_t not_aligned = std::numeric_limits<std::uint32_t>::max();

/// How alike two aligned words are.
enum class Likeness : std::uint8_t {
  none,           ///< not aligned
  replaced,       ///< different words in the same place
  recurring,      ///< different words, aligned with each other at least twice in this pair
  near_spelling,  ///< Erica, Erika
  synonym,        ///< the lexicon lists one beside the other
  same_stem,      ///< goal, goals; bought, buys
  identical,
};

struct Alignment {
  std::vector<std::uint32_t> to_rewrite;  ///< for each source word its rewrite word, or not_aligned
  std::vector<std::uint32_t> to_source;   ///< the inverse
  std::vector<Likeness> likeness;         ///< for each source word
  /// Ascending by source; links never leave a bead, and never cross within one.
  std::vector<Bead> beads;
  /// Table cells of stretches too large to align (left unaligned); 0 almost always.
  std::uint64_t skipped_cells = 0;

  bool is_kept(std::size_t source_word) const {
    return likeness[source_word] >= Likeness::same_stem;
  }
};

/// A run of source words that became a run of rewrite words between kept words, or beside an end of
/// the text. Either run may be empty (an insertion or a deletion), not both.
struct Change {
  std::uint32_t source_begin = 0, source_end = 0;  ///< word numbers, end exclusive
  std::uint32_t rewrite_begin = 0, rewrite_end = 0;

  std::uint32_t source_words() const { return source_end - source_begin; }
  std::uint32_t rewrite_words() const { return rewrite_end - rewrite_begin; }
  /// One to three words for one to three: what a synonym spinner does.
  bool is_short_replacement() const {
    return source_words() - 1u < 3u && rewrite_words() - 1u < 3u;
  }
};

/// Keeps its memory from call to call. One per thread.
class Aligner {
 public:
  /// Largest table of one stretch, and of all stretches of a pair together: linear in the texts'
  /// lengths. What goes beyond is left unaligned and counted in skipped_cells.
  static constexpr std::uint64_t most_cells = std::uint64_t{1} << 22;
  static constexpr std::uint64_t most_cells_of_pair(std::uint64_t words) {
    return most_cells * 2 + words * 512;
  }

  /// Pairs of words of which the spelling is compared; further ones count as unlike. Ordinary texts
  /// have a few hundred that begin alike.
  static constexpr std::uint64_t most_near_spellings(std::uint64_t words) {
    return 100'000 + words * 16;
  }

  /// Aligns two texts whose words are numbered in one vocabulary with these facts and synonyms.
  /// Time and memory are linear in the texts' lengths if sentences are of ordinary length; a table
  /// takes at most `most_cells` bytes.
  void align(const Words& source, const Words& rewrite, const Vocabulary& vocabulary,
             const WordFacts& facts, PairSynonyms& synonyms, Alignment& out);

 private:
  struct Stretch {
    std::uint32_t source_begin, source_end, rewrite_begin, rewrite_end;
  };

  /// What a cell of a table asks of a word.
  struct WordInTable {
    std::uint32_t id, stem, opening;
    bool is_content;
  };
  WordInTable in_table(std::uint32_t id) const {
    return {id, facts_->stem[id], facts_->opening[id], facts_->is_content(id)};
  }

  void align_recurring_beads();
  void align_bead(const Bead& bead);
  void cut(Stretch stretch, int depth);
  bool cut_at_anchors(Stretch stretch, int depth);
  void align_stretch(const Stretch& stretch);
  void find_recurring();
  bool is_near(std::uint32_t source_id, std::uint32_t rewrite_id);
  void link(std::uint32_t source_word, std::uint32_t rewrite_word);
  void unlink(const Bead& bead);
  void mark_known(std::uint32_t source_id);
  Likeness likeness_of(std::uint32_t source_id, std::uint32_t rewrite_id);

  const Words* source_ = nullptr;
  const Words* rewrite_ = nullptr;
  const Vocabulary* vocabulary_ = nullptr;
  const WordFacts* facts_ = nullptr;
  PairSynonyms* synonyms_ = nullptr;
  SentencePairer pairer_;
  Alignment* out_ = nullptr;
  BitParallel bit_parallel_;
  std::uint64_t cells_left_ = 0;
  std::uint64_t near_spellings_left_ = 0;
  std::vector<Stretch> stretches_;
  std::vector<std::uint64_t> recurring_;  // sorted pairs (source id, rewrite id)
  std::vector<std::uint8_t> recurs_;      // by word id: part of a recurring pair
  std::vector<Likeness> known_;           // by rewrite id: synonym or recurring, of one source id
  std::vector<std::int32_t> balance_;  // by id: occurrences in the bead's rewrite less the source's
  std::vector<std::uint32_t> marked_;  // rewrite ids with an entry in known_
  std::vector<std::uint64_t> pairs_;
  std::vector<std::uint8_t> trace_;
  std::vector<std::int32_t> row_;
  std::vector<std::int32_t> gains_;   // of linking the source word at hand with each rewrite word
  std::vector<WordInTable> columns_;  // the stretch's rewrite words
};

/// The beads, with those that follow each other in both texts joined: only what was moved parts
/// them.
std::vector<Bead> blocks_of(const Alignment& alignment);

/// The changes of an alignment, in source order. None reaches from one bead into another that does
/// not follow it in both texts.
std::vector<Change> changes_of(const Alignment& alignment);

/// The same between identical words: what was inflected is part of them.
std::vector<Change> stretches_of(const Alignment& alignment);

}  // namespace unspin
