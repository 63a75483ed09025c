#include "engine/score/prepared_pair.hpp"

namespace unspin {

void PreparedPair::assign(const PairTexts& texts) {
  texts_.assign({texts.rewrite, texts.source});
  texts_.insert(texts_.end(), texts.references.begin(), texts.references.end());
  ++pair_;
  has_words_ = has_word_facts_ = has_alignment_ = has_changes_ = has_swaps_ = false;
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
    found->matched_orders = 0;
  }
  return *found;
}

TokenSpan PreparedPair::tokens(const Tokenization& tokenization, TextIndex which) {
  Tokenized& slot = tokenized(tokenization);
  const auto index = static_cast<std::size_t>(which);
  TokenIds& ids = slot.ids[index];
  if (!slot.ready[index]) {
    ids.clear();
    TokenSink sink(slot.vocabulary, ids);
    tokenization.split(texts_[index], sink);
    slot.ready[index] = true;
  }
  return ids;
}

const NgramMatches& PreparedPair::matches(const Tokenization& tokenization, std::size_t orders) {
  Tokenized& slot = tokenized(tokenization);
  if (slot.matched_orders < orders) {
    std::vector<TokenSpan> references;
    for (std::size_t i = 0; i < reference_count(); ++i) {
      references.push_back(tokens(tokenization, reference(i)));
    }
    slot.matches = ngram_counter_.clipped_matches(references,
                                                  tokens(tokenization, TextIndex::rewrite), orders);
    slot.matched_orders = orders;
  }
  return slot.matches;
}

const Words& PreparedPair::words(TextIndex which) {
  if (!has_words_) {
    word_vocabulary_.clear();
    for (const TextIndex index : {TextIndex::rewrite, TextIndex::source}) {
      Words& words = words_[static_cast<std::size_t>(index)];
      words.clear();
      segmenter_.for_each_word(text(index),
                               [&](WordSegmenter::Segment at, std::string_view folded) {
                                 words.id.push_back(word_vocabulary_.intern(folded));
                                 words.begin.push_back(at.begin);
                                 words.end.push_back(at.end);
                               });
    }
    has_words_ = true;
  }
  return words_[static_cast<std::size_t>(which)];
}

const WordFacts& PreparedPair::word_facts() {
  if (!has_word_facts_) {
    words(TextIndex::source);
    word_facts_.compute(word_vocabulary_, stemmer_);
    has_word_facts_ = true;
  }
  return word_facts_;
}

const Alignment& PreparedPair::alignment() {
  if (!has_alignment_) {
    const WordFacts& facts = word_facts();
    aligner_.align(words(TextIndex::source), words(TextIndex::rewrite), word_vocabulary_, facts,
                   alignment_);
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
    swaps_ = find_swaps(words(TextIndex::source), words(TextIndex::rewrite), word_vocabulary_,
                        word_facts(), alignment(), all);
    has_swaps_ = true;
  }
  return swaps_;
}

}  // namespace unspin
