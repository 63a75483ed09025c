#include "engine/score/prepared_pair.hpp"

#include "engine/text/sentences.hpp"

namespace unspin {

PreparedPair::PreparedPair(Limits limits, const Lexicon* lexicon, const Glossary* glossary)
    : limits_(limits),
      lexicon_(lexicon),
      glossary_(glossary),
      fact_finder_(lexicon),
      synonyms_(lexicon) {
  if (glossary != nullptr) {
    glossary_stem_finder_.emplace(*glossary);
  }
}

void PreparedPair::assign(const PairTexts& texts) {
  texts_.assign({texts.rewrite, texts.source});
  texts_.insert(texts_.end(), texts.references.begin(), texts.references.end());
  ++pair_;
  has_bare_ = has_meant_ = has_unfolded_ = has_words_ = has_word_facts_ = has_glossary_stems_ =
      has_alignment_ = has_changes_ = has_swaps_ = has_spans_ = false;
  overlaps_.fill(std::nullopt);
  shared_.clear();
}

PreparedPair::Tokenized& PreparedPair::tokenized(const Tokenization& tokenization) {
  Tokenized* found = nullptr;
  for (const auto& candidate : tokenized_) {
    if (candidate->tokenization == &tokenization) {
      found = candidate.get();
    }
  }
  if (found == nullptr) {
    found = tokenized_.emplace_back(std::make_unique<Tokenized>()).get();
    found->tokenization = &tokenization;
  }
  if (found->pair != pair_) {
    found->pair = pair_;
    found->vocabulary.clear();
    if (found->ids.size() < texts_.size()) {
      found->ids.resize(texts_.size());
    }
    found->ready.assign(texts_.size(), false);
    found->counted.assign(1 + reference_count(), Counted{});
  }
  return *found;
}

TokenSpan PreparedPair::tokens(const Tokenization& tokenization, TextIndex which) {
  Tokenized& slot = tokenized(tokenization);
  const auto index = static_cast<std::size_t>(which);
  TokenIds& ids = slot.ids[index];
  if (!slot.ready[index]) {
    ids.clear();
    const bool is_other = which != TextIndex::rewrite && tokenization.split_reference != nullptr;
    const auto split = is_other ? tokenization.split_reference : tokenization.split;
    TokenSink sink(slot.vocabulary, ids);
    split(texts_[index], sink);
    slot.ready[index] = true;
  }
  return ids;
}

void PreparedPair::count_matches(Counted& counted, const Tokenization& tokenization,
                                 std::size_t first, std::size_t last, std::size_t orders) {
  if (counted.orders >= orders) {
    return;
  }
  references_.clear();
  for (std::size_t i = first; i < last; ++i) {
    references_.push_back(tokens(tokenization, reference(i)));
  }
  counted.matches =
      ngram_counter_.clipped_matches(references_, tokens(tokenization, TextIndex::rewrite), orders);
  counted.orders = orders;
}

const NgramMatches& PreparedPair::matches(const Tokenization& tokenization, std::size_t orders) {
  Counted& counted = tokenized(tokenization).counted[0];
  count_matches(counted, tokenization, 0, reference_count(), orders);
  return counted.matches;
}

const NgramMatches& PreparedPair::matches_with(std::size_t reference,
                                               const Tokenization& tokenization,
                                               std::size_t orders) {
  if (reference_count() == 1) {
    return matches(tokenization, orders);
  }
  Counted& counted = tokenized(tokenization).counted[1 + reference];
  count_matches(counted, tokenization, reference, reference + 1, orders);
  return counted.matches;
}

const Unfolded& PreparedPair::unfolded(TextIndex which) {
  if (!has_unfolded_) {
    for (const TextIndex index : {TextIndex::rewrite, TextIndex::source}) {
      unfolder_.unfold(text(index), unfolded_[static_cast<std::size_t>(index)]);
    }
    has_unfolded_ = true;
  }
  return unfolded_[static_cast<std::size_t>(which)];
}

PreparedPair& PreparedPair::as_meant() {
  if (!has_meant_) {
    bool any_changed = false;
    meant_texts_.clear();
    Unfolded of_reference;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      const auto which = static_cast<TextIndex>(i);
      if (which >= TextIndex::first_reference) {
        unfolder_.unfold(texts_[i], of_reference);
      }
      const Unfolded& meant = which >= TextIndex::first_reference ? of_reference : unfolded(which);
      meant_texts_.emplace_back(meant.is_changed ? std::string_view(meant.text) : texts_[i]);
      any_changed = any_changed || meant.is_changed;
    }
    if (!any_changed) {
      meant_texts_.clear();
    } else {
      if (meant_ == nullptr) {
        meant_ = std::make_unique<PreparedPair>(limits_, lexicon_, glossary_);
      }
      const std::vector<std::string_view> views(meant_texts_.begin(), meant_texts_.end());
      meant_->assign({views[1], views[0], std::span(views).subspan(2)});
    }
    has_meant_ = true;
  }
  return meant_texts_.empty() ? *this : *meant_;
}

PreparedPair& PreparedPair::without_references() {
  if (!has_references()) {
    return *this;
  }
  if (bare_ == nullptr) {
    bare_ = std::make_unique<PreparedPair>(limits_, lexicon_, glossary_);
  }
  if (!has_bare_) {
    bare_->assign({source(), rewrite()});
    has_bare_ = true;
  }
  return *bare_;
}

const Words& PreparedPair::words(TextIndex which) {
  if (!has_words_) {
    word_vocabulary_.clear();
    read_words(TextIndex::rewrite);
    read_words(TextIndex::source);
    has_words_ = true;
  }
  return words_[static_cast<std::size_t>(which)];
}

void PreparedPair::read_words(TextIndex which) {
  const Unfolded& meant = unfolded(which);
  const std::string_view reading = meant.is_changed ? std::string_view(meant.text) : text(which);
  sentence_starts(reading, sentence_starts_);
  Words& words = words_[static_cast<std::size_t>(which)];
  words.clear();
  std::size_t next_sentence = 0;
  segmenter_.for_each_word(reading, [&](WordSegmenter::Segment at, std::string_view folded) {
    if (next_sentence < sentence_starts_.size() && sentence_starts_[next_sentence] <= at.begin) {
      words.sentence_begin.push_back(static_cast<std::uint32_t>(words.size()));
      while (next_sentence < sentence_starts_.size() &&
             sentence_starts_[next_sentence] <= at.begin) {
        ++next_sentence;
      }
    }
    words.id.push_back(word_vocabulary_.intern(folded));
    words.begin.push_back(meant.is_changed ? meant.raw_begin_of(at.begin) : at.begin);
    words.end.push_back(meant.is_changed ? meant.raw_end_of(at.end) : at.end);
  });
}

const DistinctOverlap& PreparedPair::distinct_overlap(std::size_t n) {
  std::optional<DistinctOverlap>& overlap = overlaps_[n - 1];
  if (!overlap) {
    const Words& source = words(TextIndex::source);
    overlap = ngram_counter_.distinct_overlap(source.id, words(TextIndex::rewrite).id, n);
  }
  return *overlap;
}

const WordFacts& PreparedPair::word_facts() {
  if (!has_word_facts_) {
    words(TextIndex::source);
    fact_finder_.find(word_vocabulary_, word_facts_);
    has_word_facts_ = true;
  }
  return word_facts_;
}

std::span<const Glossary::StemId> PreparedPair::glossary_stems() {
  if (!has_glossary_stems_ && glossary_stem_finder_) {
    words(TextIndex::source);
    glossary_stem_finder_->find(word_vocabulary_, glossary_stems_);
    has_glossary_stems_ = true;
  }
  return glossary_stems_;
}

const Alignment& PreparedPair::alignment() {
  if (!has_alignment_) {
    const WordFacts& facts = word_facts();
    synonyms_.assign(facts, words(TextIndex::rewrite).id);
    aligner_.align(words(TextIndex::source), words(TextIndex::rewrite), word_vocabulary_, facts,
                   synonyms_, alignment_);
    has_alignment_ = true;
  }
  return alignment_;
}

const std::vector<Change>& PreparedPair::changes() {
  if (!has_changes_) {
    changes_ = changes_of(alignment());
    has_changes_ = true;
  }
  return changes_;
}

const SwapTable& PreparedPair::swaps() {
  if (!has_swaps_) {
    const std::vector<Change>& all = changes();
    swaps_ = find_swaps({words(TextIndex::source), words(TextIndex::rewrite), word_vocabulary_,
                         word_facts(), alignment(), synonyms_, lexicon_},
                        all);
    has_swaps_ = true;
  }
  return swaps_;
}

const std::vector<Span>& PreparedPair::spans() {
  if (!has_spans_) {
    const SwapTable& table = swaps();
    spans_ = spans_of(alignment(), table);
    has_spans_ = true;
  }
  return spans_;
}

}  // namespace unspin
