// An original and its rewrite, with everything that more than one metric needs of them computed
// once, on first use: tokenizations, n-gram matches, word alignment, swaps.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/align/alignment.hpp"
#include "engine/align/spans.hpp"
#include "engine/align/swaps.hpp"
#include "engine/kernel/bit_parallel.hpp"
#include "engine/kernel/ngram_counter.hpp"
#include "engine/lexicon/glossary.hpp"
#include "engine/lexicon/lexicon.hpp"
#include "engine/text/tokens.hpp"
#include "engine/text/unfold.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin {

/// The texts of one comparison: well-formed UTF-8, kept alive by the caller while they are scored.
struct PairTexts {
  std::string_view source;   ///< the original
  std::string_view rewrite;  ///< the text under test, the hypothesis
  /// References for the metrics whose field has them; empty: the source is the only reference.
  std::span<const std::string_view> references = {};
};

struct Limits {
  /// Cells of an edit-distance table above which an edit metric is skipped, with that reason,
  /// instead of taking minutes. The default is a few seconds of bit-parallel work.
  std::uint64_t edit_cells = 50'000'000'000;
};

/// Which text of a pair. References follow the two texts.
enum class TextIndex : std::size_t { rewrite = 0, source = 1, first_reference = 2 };

/// Serves one pair after another and keeps its memory, so that a stream stops allocating.
/// Everything returned is valid until the next assign(). One per thread.
class PreparedPair {
 public:
  /// Without a lexicon (null) no two words are synonyms; without a glossary (null) all terms are
  /// found in the source. Both must outlive the pair.
  explicit PreparedPair(Limits limits = {}, const Lexicon* lexicon = nullptr,
                        const Glossary* glossary = nullptr);

  void assign(const PairTexts& texts);

  std::string_view text(TextIndex which) const { return texts_[static_cast<std::size_t>(which)]; }
  std::string_view source() const { return text(TextIndex::source); }
  std::string_view rewrite() const { return text(TextIndex::rewrite); }
  const Limits& limits() const { return limits_; }
  const Lexicon* lexicon() const { return lexicon_; }
  const Glossary* glossary() const { return glossary_; }

  bool has_references() const { return texts_.size() > 2; }
  /// At least 1: without references of its own, the pair's source is the reference.
  std::size_t reference_count() const { return has_references() ? texts_.size() - 2 : 1; }
  TextIndex reference(std::size_t i) const {
    return has_references() ? static_cast<TextIndex>(i + 2) : TextIndex::source;
  }

  /// The tokens of a text; numbers are comparable between the texts of this pair.
  TokenSpan tokens(const Tokenization& tokenization, TextIndex which);

  /// The texts of these numbers; those of the texts that were asked for.
  const Vocabulary& vocabulary(const Tokenization& tokenization) {
    return tokenized(tokenization).vocabulary;
  }

  /// Clipped matches of the rewrite's n-grams with the references', for at least `orders` orders.
  const NgramMatches& matches(const Tokenization& tokenization, std::size_t orders);
  /// The same with one reference, by its number.
  const NgramMatches& matches_with(std::size_t reference, const Tokenization& tokenization,
                                   std::size_t orders);

  /// What was done to hide the text of source or rewrite from software, and how it is meant.
  const Unfolded& unfolded(TextIndex which);

  /// The pair of the texts, and references, as they are meant; this pair if nothing was hidden.
  PreparedPair& as_meant();

  /// This pair as if it had no references: its source is the only one. This pair if it has none.
  PreparedPair& without_references();

  /// The default word tokens of source or rewrite as they are meant (unfolded), numbered in
  /// word_vocabulary(); their places are in the raw text.
  const Words& words(TextIndex which);
  const Vocabulary& word_vocabulary() const { return word_vocabulary_; }
  /// Distinct n-grams of the words of source (first) and rewrite (second), 1 ≤ n ≤
  /// highest_ngram_order.
  const DistinctOverlap& distinct_overlap(std::size_t n);
  const WordFacts& word_facts();
  /// For each word of word_vocabulary() the number of its stem in the glossary, or
  /// Glossary::no_stem. Empty without a glossary.
  std::span<const Glossary::StemId> glossary_stems();

  const Alignment& alignment();
  const std::vector<Change>& changes();
  const SwapTable& swaps();
  const std::vector<Span>& spans();

  /// What several scorers share without the engine knowing it: computed once a pair by `compute`,
  /// which is also its key.
  template <class Facts>
  const Facts& shared(Facts (*compute)(PreparedPair&)) {
    const auto key = reinterpret_cast<void (*)()>(compute);
    for (const auto& [known, facts] : shared_) {
      if (known == key) {
        return *static_cast<const Facts*>(facts.get());
      }
    }
    auto facts = std::make_shared<Facts>(compute(*this));
    shared_.emplace_back(key, facts);
    return *facts;
  }

  NgramCounter& ngram_counter() { return ngram_counter_; }
  BitParallel& bit_parallel() { return bit_parallel_; }

 private:
  struct Counted {
    std::size_t orders = 0;
    NgramMatches matches{};
  };
  struct Tokenized {
    const Tokenization* tokenization = nullptr;
    std::uint64_t pair = 0;  // the pair that the rest belongs to
    Vocabulary vocabulary;
    std::vector<TokenIds> ids;
    std::vector<bool> ready;
    std::vector<Counted> counted;  // with all references, then with each, if there are several
  };
  Tokenized& tokenized(const Tokenization& tokenization);
  void count_matches(Counted& counted, const Tokenization& tokenization, std::size_t first,
                     std::size_t last, std::size_t orders);
  void read_words(TextIndex which);

  Limits limits_;
  const Lexicon* lexicon_;
  const Glossary* glossary_;
  std::vector<std::string_view> texts_;
  std::uint64_t pair_ = 0;
  std::vector<std::unique_ptr<Tokenized>> tokenized_;
  std::vector<TokenSpan> references_;  // of the count that is being made

  Unfolder unfolder_;
  Unfolded unfolded_[2];
  bool has_unfolded_ = false;
  std::unique_ptr<PreparedPair> meant_;
  std::vector<std::string> meant_texts_;
  bool has_meant_ = false;
  std::unique_ptr<PreparedPair> bare_;
  bool has_bare_ = false;
  WordSegmenter segmenter_;
  std::vector<std::uint32_t> sentence_starts_;
  Vocabulary word_vocabulary_;
  Words words_[2];
  bool has_words_ = false;
  std::array<std::optional<DistinctOverlap>, highest_ngram_order> overlaps_;
  WordFactFinder fact_finder_;
  WordFacts word_facts_;
  bool has_word_facts_ = false;
  std::optional<GlossaryStemFinder> glossary_stem_finder_;  // none without a glossary
  std::vector<Glossary::StemId> glossary_stems_;
  bool has_glossary_stems_ = false;
  PairSynonyms synonyms_;
  Aligner aligner_;
  Alignment alignment_;
  bool has_alignment_ = false;
  std::vector<Change> changes_;
  bool has_changes_ = false;
  SwapTable swaps_;
  bool has_swaps_ = false;
  std::vector<Span> spans_;
  bool has_spans_ = false;
  std::vector<std::pair<void (*)(), std::shared_ptr<void>>> shared_;

  NgramCounter ngram_counter_;
  BitParallel bit_parallel_;
};

}  // namespace unspin
