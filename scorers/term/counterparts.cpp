#include "scorers/term/counterparts.hpp"

#include <algorithm>

namespace unspin {

Counterparts::Counterparts(PreparedPair& pair) {
  const Alignment& alignment = pair.alignment();
  by_source_word_.resize(pair.words(TextIndex::source).size());
  for (std::uint32_t i = 0; i < by_source_word_.size(); ++i) {
    if (alignment.is_kept(i)) {
      const std::uint32_t j = alignment.to_rewrite[i];
      by_source_word_[i] = {{i, i + 1}, {j, j + 1}};
    }
  }
  for (const Swap& swap : pair.swaps().swaps) {
    for (std::uint32_t i = swap.source_begin; i < swap.source_end; ++i) {
      by_source_word_[i] = {{swap.source_begin, swap.source_end},
                            {swap.rewrite_begin, swap.rewrite_end}};
    }
  }
}

WordRange Counterparts::of(WordRange source, std::uint32_t most_gained) const {
  WordRange all;
  for (std::uint32_t i = source.begin; i < source.end; ++i) {
    const Counterpart& one = by_source_word_[i];
    if (one.rewrite.is_empty() || one.source.begin < source.begin || one.source.end > source.end) {
      return {};
    }
    all = all.is_empty() ? one.rewrite
                         : WordRange{std::min(all.begin, one.rewrite.begin),
                                     std::max(all.end, one.rewrite.end)};
  }
  return all.size() > source.size() + most_gained ? WordRange{} : all;
}

Counterparts find_counterparts(PreparedPair& pair) { return Counterparts(pair); }

std::string text_of(const PreparedPair& pair, const Words& words, WordRange range) {
  std::string text;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (i > range.begin) {
      text += ' ';
    }
    text += without_possessive(pair.word_vocabulary().text(words.id[i]));
  }
  return text;
}

}  // namespace unspin
