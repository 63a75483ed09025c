// Which sentences of a rewrite come from which sentences of the source.
//
// Rewriters drop, split, merge and reorder sentences. Sentences are therefore paired before words
// are: two sentences belong together if they share stems, and neighbouring stems with none or one
// between them, that few other sentences have. The heaviest chain of such links that keeps the
// order is the text's backbone (a weighted longest increasing subsequence); strong mutual links
// beside it are sentences that were moved. What lies between two links of the backbone on either
// side is paired as a whole, since a sentence of which nothing stayed leaves nothing to link.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/align/word_facts.hpp"
#include "engine/text/tokens.hpp"

namespace unspin {

/// Neighbouring sentences of the source and those of the rewrite that were made of them, as word
/// numbers (ends exclusive). Either side may be empty: dropped or inserted sentences.
struct Bead {
  enum class Kind : std::uint8_t {
    linked,  ///< they share rare words or word pairs
    gap,     ///< they stand between the same linked sentences
    moved,   ///< linked, but not where the order would have them
  };
  std::uint32_t source_begin = 0, source_end = 0;
  std::uint32_t rewrite_begin = 0, rewrite_end = 0;
  Kind kind = Kind::linked;

  bool is_one_sided() const { return source_begin == source_end || rewrite_begin == rewrite_end; }
  /// Whether `next` goes on in both texts where this bead ends.
  bool is_followed_by(const Bead& next) const {
    return next.source_begin == source_end && next.rewrite_begin == rewrite_end;
  }
};

/// Keeps its memory from call to call. One per thread.
class SentencePairer {
 public:
  /// A gap with more source words times rewrite words is too much to compare as a whole.
  static constexpr std::uint64_t most_cells_of_gap = 10'000;

  /// Overwrites `beads`, ascending by source. Every word of either text is in exactly one bead. The
  /// words' numbers are those of `facts`. Linear time and memory, but for a logarithm over the
  /// number of sentences.
  void pair(const Words& source, const Words& rewrite, const WordFacts& facts,
            std::vector<Bead>& beads);

 private:
  /// A feature of few sentences ties those together; one of many says nothing.
  static constexpr std::size_t most_sentences = 4;

  struct Feature {
    std::uint64_t key = 0;
    std::array<std::uint32_t, most_sentences> rewrite_sentences{};
    std::uint8_t in_rewrite = 0, in_source = 0;
    std::uint32_t last_source_sentence = 0;
  };
  struct Link {
    std::uint32_t source, rewrite;  // sentence numbers
    double weight;
  };
  /// Sentence numbers, ends exclusive.
  struct Group {
    std::uint32_t source_begin, source_end, rewrite_begin, rewrite_end;
  };

  /// The slot that names the feature, or the free one where its number belongs.
  std::uint32_t& slot_of(std::uint64_t key);
  void collect_features();
  void weigh_links();
  void keep_best_links();
  void find_backbone();
  void find_moved();
  void write_beads(std::vector<Bead>& beads) const;
  void write_gap(const Group& gap, std::vector<Bead>& beads) const;
  void write(const Group& group, Bead::Kind kind, std::vector<Bead>& beads) const;
  Bead bead_of(const Group& group, Bead::Kind kind) const;
  std::uint64_t cells_of(const Group& group) const;

  const Words* source_ = nullptr;
  const Words* rewrite_ = nullptr;
  const WordFacts* facts_ = nullptr;
  static constexpr std::uint32_t no_feature = std::numeric_limits<std::uint32_t>::max();
  std::vector<Feature> features_;               // of the rewrite, in order of first sight
  std::vector<std::uint32_t> slots_;            // a hash table of their numbers
  std::vector<std::uint32_t> source_features_;  // numbers, of the source's in their order
  std::vector<double> weight_of_;               // by rewrite sentence, for one source sentence
  std::vector<std::uint32_t> touched_;          // rewrite sentences with a weight
  std::vector<Link> links_;                     // ascending by source, then by rewrite
  std::vector<std::uint8_t> in_backbone_;       // by link
  std::vector<Group> backbone_, moved_;
  enum class Place : std::uint8_t { in_gap, in_backbone, moved };
  std::vector<Place> source_places_, rewrite_places_;  // by sentence
};

}  // namespace unspin
