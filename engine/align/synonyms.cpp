#include "engine/align/synonyms.hpp"

#include <algorithm>
#include <tuple>

namespace unspin {
namespace {

/// The most trustworthy resource first, and of one resource the closest relation.
auto rank(const Synonym& s) {
  return std::tuple(s.is_same_entry ? 0 : 1, s.testimony.resource, s.testimony.relation,
                    s.testimony.head_is_second, s.testimony.sense);
}

}  // namespace

void PairSynonyms::assign(const WordFacts& facts, std::span<const std::uint32_t> rewrite_words) {
  facts_ = &facts;
  if (lexicon_ == nullptr) {
    return;
  }
  heads_.resize(lexicon_->size());
  is_present_.resize(lexicon_->size() / 64 + 1, 0);
  for (const Lexicon::WordId entry : present_) {
    is_present_[entry / 64] = 0;
  }
  present_.clear();
  synonyms_.clear();
  lists_.assign(facts.stem.size(), List{});
  links_.assign(1, Link{});
  is_listed_.assign(facts.stem.size(), 0);
  for (const std::uint32_t word : rewrite_words) {
    if (is_listed_[word] != 0) {
      continue;
    }
    is_listed_[word] = 1;
    for (const Lexicon::WordId entry : facts.forms(word)) {
      const bool is_new = !is_present(entry);
      if (is_new) {
        is_present_[entry / 64] |= std::uint64_t{1} << entry % 64;
        present_.push_back(entry);
      }
      links_.push_back({word, is_new ? 0 : heads_[entry]});
      heads_[entry] = static_cast<std::uint32_t>(links_.size() - 1);
    }
  }
}

std::span<const Synonym> PairSynonyms::of(std::uint32_t source_word) {
  if (lexicon_ == nullptr || facts_->form_count[source_word] == 0) {
    return {};
  }
  if (!lists_[source_word].is_ready) {
    look_up(source_word);
  }
  const List& list = lists_[source_word];
  return std::span(synonyms_).subspan(list.begin, list.end - list.begin);
}

const Synonym* PairSynonyms::find(std::uint32_t source_word, std::uint32_t rewrite_word) {
  for (const Synonym& synonym : of(source_word)) {
    if (synonym.word == rewrite_word) {
      return &synonym;
    }
  }
  return nullptr;
}

void PairSynonyms::prefetch(std::uint32_t source_word) const {
  constexpr std::size_t line = 64;  // bytes
  for (const Lexicon::WordId entry : facts_->forms(source_word)) {
    const Lexicon::Neighbours near = lexicon_->neighbours(entry);
    const auto words = std::as_bytes(near.words);
    const auto testimony = std::as_bytes(near.testimony);
    for (std::size_t at = 0; at < words.size(); at += line) {
      __builtin_prefetch(words.data() + at);
    }
    for (std::size_t at = 0; at < testimony.size(); at += line) {
      __builtin_prefetch(testimony.data() + at);
    }
  }
}

void PairSynonyms::look_up(std::uint32_t source_word) {
  const auto begin = static_cast<std::uint32_t>(synonyms_.size());
  for (const Lexicon::WordId entry : facts_->forms(source_word)) {
    const auto take = [&](Lexicon::WordId to, const Testimony& testimony) {
      for (std::uint32_t link = heads_[to]; link != 0; link = links_[link].next) {
        add({links_[link].word, entry, to, testimony, entry == to}, begin);
      }
    };
    if (is_present(entry)) {
      take(entry, {});
    }
    const Lexicon::Neighbours near = lexicon_->neighbours(entry);
    for (std::size_t k = 0; k < near.words.size(); ++k) {
      if (is_present(near.words[k])) {
        take(near.words[k], Lexicon::testimony_of(near.testimony[k]));
      }
    }
  }
  lists_[source_word] = {begin, static_cast<std::uint32_t>(synonyms_.size()), true};
}

void PairSynonyms::add(const Synonym& synonym, std::uint32_t list_begin) {
  for (std::size_t k = list_begin; k < synonyms_.size(); ++k) {
    if (synonyms_[k].word == synonym.word) {
      if (rank(synonym) < rank(synonyms_[k])) {
        synonyms_[k] = synonym;
      }
      return;
    }
  }
  synonyms_.push_back(synonym);
}

}  // namespace unspin
