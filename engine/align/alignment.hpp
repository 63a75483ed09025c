// Word alignment of an original and its rewrite: which word stands where another stood.
//
// Three steps. (1) Anchors: pairs of neighbouring words that occur exactly once on either side and
// keep their order (as in patience diff) cut long texts into short stretches, so related texts
// align in near-linear time. (2) Each stretch is aligned by dynamic programming for the highest
// total gain: identical words gain most, then the same stem, near spelling, and any replacement a
// little; content words gain more than function words. (3) Replacements that recur in the pair
// ("community" became "group" again and again) are believed: the stretches are aligned once more
// with a high gain for them.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

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
  same_stem,      ///< goal, goals
  identical,
};

struct Alignment {
  std::vector<std::uint32_t> to_rewrite;  ///< for each source word its rewrite word, or not_aligned
  std::vector<std::uint32_t> to_source;   ///< the inverse
  std::vector<Likeness> likeness;         ///< for each source word
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
  /// Largest table of one stretch, and of all stretches of a pair; what goes beyond is left
  /// unaligned and counted in skipped_cells.
  static constexpr std::uint64_t most_cells = std::uint64_t{1} << 24;
  static constexpr std::uint64_t most_cells_of_pair = std::uint64_t{1} << 28;

  /// Aligns two texts whose words are numbered in one vocabulary with these facts. Monotone: links
  /// never cross. Memory: at most `most_cells` bytes beside the result.
  void align(const Words& source, const Words& rewrite, const Vocabulary& vocabulary,
             const WordFacts& facts, Alignment& out);

 private:
  struct Stretch {
    std::uint32_t source_begin, source_end, rewrite_begin, rewrite_end;
  };

  void cut(Stretch stretch, int depth);
  bool cut_at_anchors(Stretch stretch, int depth);
  void align_stretch(const Stretch& stretch);
  void find_recurring();
  void link(std::uint32_t source_word, std::uint32_t rewrite_word);
  int gain(std::uint32_t source_id, std::uint32_t rewrite_id);
  Likeness likeness_of(std::uint32_t source_id, std::uint32_t rewrite_id);

  const Words* source_ = nullptr;
  const Words* rewrite_ = nullptr;
  const Vocabulary* vocabulary_ = nullptr;
  const WordFacts* facts_ = nullptr;
  Alignment* out_ = nullptr;
  BitParallel bit_parallel_;
  std::uint64_t cells_left_ = 0;
  std::vector<Stretch> stretches_;
  std::vector<std::uint64_t> recurring_;  // sorted pairs (source id, rewrite id)
  std::vector<std::uint8_t> recurs_;      // by word id: part of a recurring pair
  std::vector<std::uint64_t> pairs_;
  std::vector<std::uint8_t> trace_;
  std::vector<std::int32_t> row_;
};

/// The changes of an alignment, in source order.
std::vector<Change> changes_of(const Alignment& alignment);

}  // namespace unspin
