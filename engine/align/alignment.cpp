#include "engine/align/alignment.hpp"

#include <algorithm>
#include <unordered_map>

namespace unspin {
namespace {

// Gains of aligning two words; leaving a word alone gains nothing.
constexpr int identical_content = 16;
constexpr int identical_function = 8;
constexpr int same_stem_gain = 13;
constexpr int recurring_gain = 12;
constexpr int near_spelling_gain = 11;
constexpr int replaced_alike = 3;  // both content words or both function words
constexpr int replaced_unalike = 1;

constexpr std::uint64_t cells_without_anchors = 16'384;
constexpr int deepest_cut = 32;

std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) { return (std::uint64_t{a} << 32) | b; }

/// The longest strictly increasing run of second places among anchors that are sorted by the first.
std::vector<std::pair<std::uint32_t, std::uint32_t>> longest_increasing(
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& anchors) {
  std::vector<std::size_t> tails;
  std::vector<std::size_t> before(anchors.size(), anchors.size());
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const auto at = std::lower_bound(
        tails.begin(), tails.end(), i,
        [&](std::size_t t, std::size_t j) { return anchors[t].second < anchors[j].second; });
    if (at != tails.begin()) {
      before[i] = *(at - 1);
    }
    if (at == tails.end()) {
      tails.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> chain;
  for (std::size_t i = tails.empty() ? anchors.size() : tails.back(); i < anchors.size();
       i = before[i]) {
    chain.push_back(anchors[i]);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

}  // namespace

void Aligner::align(const Words& source, const Words& rewrite, const Vocabulary& vocabulary,
                    const WordFacts& facts, Alignment& out) {
  source_ = &source;
  rewrite_ = &rewrite;
  vocabulary_ = &vocabulary;
  facts_ = &facts;
  out_ = &out;
  const auto n = static_cast<std::uint32_t>(source.size());
  const auto m = static_cast<std::uint32_t>(rewrite.size());
  stretches_.clear();
  recurring_.clear();
  recurs_.assign(vocabulary.size(), 0);

  const auto start_over = [&] {
    out.to_rewrite.assign(n, not_aligned);
    out.to_source.assign(m, not_aligned);
    out.likeness.assign(n, Likeness::none);
    out.skipped_cells = 0;
    cells_left_ = most_cells_of_pair;
  };
  start_over();
  cut({0, n, 0, m}, 0);
  for (const Stretch& stretch : stretches_) {
    align_stretch(stretch);
  }

  find_recurring();
  if (recurring_.empty()) {
    return;
  }
  start_over();
  stretches_.clear();
  cut({0, n, 0, m}, 0);
  for (const Stretch& stretch : stretches_) {
    align_stretch(stretch);
  }
}

void Aligner::cut(Stretch s, int depth) {
  while (s.source_begin < s.source_end && s.rewrite_begin < s.rewrite_end &&
         source_->id[s.source_begin] == rewrite_->id[s.rewrite_begin]) {
    link(s.source_begin++, s.rewrite_begin++);
  }
  while (s.source_begin < s.source_end && s.rewrite_begin < s.rewrite_end &&
         source_->id[s.source_end - 1] == rewrite_->id[s.rewrite_end - 1]) {
    link(--s.source_end, --s.rewrite_end);
  }
  const std::uint64_t cells =
      std::uint64_t{s.source_end - s.source_begin} * (s.rewrite_end - s.rewrite_begin);
  if (cells == 0) {
    return;
  }
  if (cells > cells_without_anchors && depth < deepest_cut && cut_at_anchors(s, depth)) {
    return;
  }
  if (cells > std::min(most_cells, cells_left_)) {
    out_->skipped_cells += cells;
  } else {
    cells_left_ -= cells;
    stretches_.push_back(s);
  }
}

bool Aligner::cut_at_anchors(Stretch s, int depth) {
  // Where each pair of neighbours with a content word stands, if it stands once on either side.
  struct Places {
    std::uint32_t source = not_aligned, rewrite = not_aligned;
    std::uint32_t source_count = 0, rewrite_count = 0;
  };
  std::unordered_map<std::uint64_t, Places> places;
  const auto usable = [&](const Words& words, std::uint32_t i) {
    return facts_->is_content(words.id[i]) || facts_->is_content(words.id[i + 1]);
  };
  for (std::uint32_t i = s.source_begin; i + 1 < s.source_end; ++i) {
    if (!usable(*source_, i)) {
      continue;
    }
    Places& p = places[pair_of(source_->id[i], source_->id[i + 1])];
    p.source = i;
    ++p.source_count;
  }
  for (std::uint32_t j = s.rewrite_begin; j + 1 < s.rewrite_end; ++j) {
    if (!usable(*rewrite_, j)) {
      continue;
    }
    const auto found = places.find(pair_of(rewrite_->id[j], rewrite_->id[j + 1]));
    if (found == places.end()) {
      continue;
    }
    found->second.rewrite = j;
    ++found->second.rewrite_count;
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> anchors;
  for (const auto& [key, p] : places) {
    if (p.source_count == 1 && p.rewrite_count == 1) {
      anchors.emplace_back(p.source, p.rewrite);
    }
  }
  if (anchors.empty()) {
    return false;
  }
  std::sort(anchors.begin(), anchors.end());

  std::uint32_t source_from = s.source_begin;
  std::uint32_t rewrite_from = s.rewrite_begin;
  for (const auto& [source_at, rewrite_at] : longest_increasing(anchors)) {
    // Neighbouring anchors overlap by a word, which is linked already.
    for (std::uint32_t k = 0; k < 2; ++k) {
      if (source_at + k < source_from || rewrite_at + k < rewrite_from) {
        continue;
      }
      if (source_at + k >= s.source_end || rewrite_at + k >= s.rewrite_end) {
        continue;
      }
      cut({source_from, source_at + k, rewrite_from, rewrite_at + k}, depth + 1);
      link(source_at + k, rewrite_at + k);
      source_from = source_at + k + 1;
      rewrite_from = rewrite_at + k + 1;
    }
  }
  cut({source_from, s.source_end, rewrite_from, s.rewrite_end}, depth + 1);
  return true;
}

Likeness Aligner::likeness_of(std::uint32_t a, std::uint32_t b) {
  if (a == b) {
    return Likeness::identical;
  }
  if (facts_->stem[a] == facts_->stem[b]) {
    return Likeness::same_stem;
  }
  if (facts_->opening[a] != 0 && facts_->opening[a] == facts_->opening[b] &&
      is_near_spelling(vocabulary_->text(a), vocabulary_->text(b), bit_parallel_)) {
    return Likeness::near_spelling;
  }
  if (recurs_[a] != 0 && recurs_[b] != 0 &&
      std::binary_search(recurring_.begin(), recurring_.end(), pair_of(a, b))) {
    return Likeness::recurring;
  }
  return Likeness::replaced;
}

int Aligner::gain(std::uint32_t a, std::uint32_t b) {
  switch (likeness_of(a, b)) {
    case Likeness::identical:
      return facts_->is_content(a) ? identical_content : identical_function;
    case Likeness::same_stem:
      return same_stem_gain;
    case Likeness::near_spelling:
      return near_spelling_gain;
    case Likeness::recurring:
      return recurring_gain;
    default:
      return facts_->is_function[a] == facts_->is_function[b] ? replaced_alike : replaced_unalike;
  }
}

void Aligner::link(std::uint32_t source_word, std::uint32_t rewrite_word) {
  out_->to_rewrite[source_word] = rewrite_word;
  out_->to_source[rewrite_word] = source_word;
  out_->likeness[source_word] = likeness_of(source_->id[source_word], rewrite_->id[rewrite_word]);
}

void Aligner::align_stretch(const Stretch& s) {
  enum : std::uint8_t { diagonal, skip_source, skip_rewrite };
  const std::size_t n = s.source_end - s.source_begin;
  const std::size_t m = s.rewrite_end - s.rewrite_begin;
  trace_.resize(n * m);
  row_.assign(m + 1, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t a = source_->id[s.source_begin + i];
    std::int32_t above_left = row_[0];
    for (std::size_t j = 0; j < m; ++j) {
      const std::int32_t above = row_[j + 1];
      const std::int32_t left = row_[j];
      std::int32_t best = above_left + gain(a, rewrite_->id[s.rewrite_begin + j]);
      std::uint8_t step = diagonal;
      if (above > best) {
        best = above;
        step = skip_source;
      }
      if (left > best) {
        best = left;
        step = skip_rewrite;
      }
      above_left = above;
      row_[j + 1] = best;
      trace_[i * m + j] = step;
    }
  }
  for (std::size_t i = n, j = m; i > 0 && j > 0;) {
    const std::uint8_t step = trace_[(i - 1) * m + (j - 1)];
    if (step == diagonal) {
      link(s.source_begin + static_cast<std::uint32_t>(i - 1),
           s.rewrite_begin + static_cast<std::uint32_t>(j - 1));
    }
    if (step != skip_rewrite) {
      --i;
    }
    if (step != skip_source) {
      --j;
    }
  }
}

void Aligner::find_recurring() {
  pairs_.clear();
  for (std::size_t i = 0; i < out_->to_rewrite.size(); ++i) {
    if (out_->likeness[i] != Likeness::replaced) {
      continue;
    }
    const std::uint32_t a = source_->id[i];
    const std::uint32_t b = rewrite_->id[out_->to_rewrite[i]];
    if (facts_->is_content(a) && facts_->is_content(b)) {
      pairs_.push_back(pair_of(a, b));
    }
  }
  std::sort(pairs_.begin(), pairs_.end());
  for (std::size_t i = 0; i + 1 < pairs_.size(); ++i) {
    if (pairs_[i] != pairs_[i + 1] || (!recurring_.empty() && recurring_.back() == pairs_[i])) {
      continue;
    }
    recurring_.push_back(pairs_[i]);
    recurs_[pairs_[i] >> 32] = 1;
    recurs_[static_cast<std::uint32_t>(pairs_[i])] = 1;
  }
}

std::vector<Change> changes_of(const Alignment& alignment) {
  std::vector<Change> changes;
  const auto n = static_cast<std::uint32_t>(alignment.to_rewrite.size());
  const auto m = static_cast<std::uint32_t>(alignment.to_source.size());
  std::uint32_t source_from = 0;
  std::uint32_t rewrite_from = 0;
  const auto close = [&](std::uint32_t source_at, std::uint32_t rewrite_at) {
    if (source_at > source_from || rewrite_at > rewrite_from) {
      changes.push_back({source_from, source_at, rewrite_from, rewrite_at});
    }
    source_from = source_at + 1;
    rewrite_from = rewrite_at + 1;
  };
  for (std::uint32_t i = 0; i < n; ++i) {
    if (alignment.is_kept(i)) {
      close(i, alignment.to_rewrite[i]);
    }
  }
  close(n, m);
  return changes;
}

}  // namespace unspin
