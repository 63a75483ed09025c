#include "engine/align/alignment.hpp"

#include <algorithm>
#include <unordered_map>

#include "engine/kernel/longest_increasing.hpp"

namespace unspin {
namespace {

// Gains of aligning two words; leaving a word alone gains nothing.
constexpr int identical_content = 16;
constexpr int identical_function = 8;
constexpr int same_stem_gain = 13;
constexpr int synonym_gain = 12;
constexpr int synonymous_function = 6;
constexpr int near_spelling_gain = 11;
constexpr int recurring_gain = 10;
constexpr int replaced_alike = 3;  // both content words or both function words
constexpr int replaced_unalike = 1;

constexpr std::uint64_t cells_without_anchors = 16'384;
constexpr int deepest_cut = 32;

/// What lies between linked sentences is what became of it if this share of the shorter side's
/// words have a counterpart.
constexpr double least_alike_in_gap = 0.25;
/// Headings and the like are too short to ask for a share.
constexpr std::uint32_t shortest_gap_to_doubt = 8;  // words of the longer side

std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) { return (std::uint64_t{a} << 32) | b; }

}  // namespace

void Aligner::align(const Words& source, const Words& rewrite, const Vocabulary& vocabulary,
                    const WordFacts& facts, PairSynonyms& synonyms, Alignment& out) {
  source_ = &source;
  rewrite_ = &rewrite;
  vocabulary_ = &vocabulary;
  facts_ = &facts;
  synonyms_ = &synonyms;
  out_ = &out;
  recurring_.clear();
  recurs_.assign(vocabulary.size(), 0);
  known_.assign(vocabulary.size(), Likeness::none);
  marked_.clear();
  balance_.assign(vocabulary.size(), 0);
  out.to_rewrite.assign(source.size(), not_aligned);
  out.to_source.assign(rewrite.size(), not_aligned);
  out.likeness.assign(source.size(), Likeness::none);
  out.skipped_cells = 0;
  cells_left_ = most_cells_of_pair(source_->size() + rewrite_->size());
  near_spellings_left_ = most_near_spellings(source.size() + rewrite.size());
  pairer_.pair(source, rewrite, facts, out.beads);
  for (const Bead& bead : out.beads) {
    align_bead(bead);
  }
  find_recurring();
  if (!recurring_.empty()) {
    align_recurring_beads();
  }
}

/// The beads that could have one of the recurring pairs, once more.
void Aligner::align_recurring_beads() {
  const std::uint64_t skipped = out_->skipped_cells;
  cells_left_ = most_cells_of_pair(source_->size() + rewrite_->size());
  const auto recurs = [&](std::uint32_t id) { return recurs_[id] != 0; };
  for (const Bead& bead : out_->beads) {
    if (std::any_of(source_->id.begin() + bead.source_begin, source_->id.begin() + bead.source_end,
                    recurs) &&
        std::any_of(rewrite_->id.begin() + bead.rewrite_begin,
                    rewrite_->id.begin() + bead.rewrite_end, recurs)) {
      unlink(bead);
      align_bead(bead);
    }
  }
  out_->skipped_cells = skipped;  // counted already
}

void Aligner::unlink(const Bead& bead) {
  std::fill(out_->likeness.begin() + bead.source_begin, out_->likeness.begin() + bead.source_end,
            Likeness::none);
  std::fill(out_->to_rewrite.begin() + bead.source_begin,
            out_->to_rewrite.begin() + bead.source_end, not_aligned);
  std::fill(out_->to_source.begin() + bead.rewrite_begin,
            out_->to_source.begin() + bead.rewrite_end, not_aligned);
}

void Aligner::align_bead(const Bead& bead) {
  const std::uint32_t n = bead.source_end - bead.source_begin;
  const std::uint32_t m = bead.rewrite_end - bead.rewrite_begin;
  const bool is_gap = bead.kind == Bead::Kind::gap;
  if (is_gap && std::uint64_t{n} * m > SentencePairer::most_cells_of_gap) {
    return;
  }
  const auto add_to_balance = [&](std::int32_t sign) {
    for (std::uint32_t j = bead.rewrite_begin; j < bead.rewrite_end; ++j) {
      balance_[rewrite_->id[j]] += sign;
    }
    for (std::uint32_t i = bead.source_begin; i < bead.source_end; ++i) {
      balance_[source_->id[i]] -= sign;
    }
  };
  add_to_balance(1);
  stretches_.clear();
  cut({bead.source_begin, bead.source_end, bead.rewrite_begin, bead.rewrite_end}, 0);
  for (const Stretch& stretch : stretches_) {
    align_stretch(stretch);
  }
  add_to_balance(-1);
  if (!is_gap || std::max(n, m) <= shortest_gap_to_doubt) {
    return;
  }
  const auto begin = out_->likeness.begin() + bead.source_begin;
  const auto end = out_->likeness.begin() + bead.source_end;
  const auto alike =
      std::count_if(begin, end, [](Likeness likeness) { return likeness > Likeness::replaced; });
  if (static_cast<double>(alike) >= least_alike_in_gap * std::min(n, m)) {
    return;
  }
  unlink(bead);
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
  std::vector<std::uint32_t> rewrite_places;
  rewrite_places.reserve(anchors.size());
  for (const auto& anchor : anchors) {
    rewrite_places.push_back(anchor.second);
  }

  std::uint32_t source_from = s.source_begin;
  std::uint32_t rewrite_from = s.rewrite_begin;
  for (const std::size_t anchor : longest_increasing(rewrite_places)) {
    const auto [source_at, rewrite_at] = anchors[anchor];
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
  if (facts_->is_function[a] == facts_->is_function[b]) {
    if (const Synonym* synonym = synonyms_->find(a, b)) {
      return synonym->is_same_entry ? Likeness::same_stem : Likeness::synonym;
    }
  }
  if (facts_->opening[a] != 0 && facts_->opening[a] == facts_->opening[b] && is_near(a, b)) {
    return Likeness::near_spelling;
  }
  if (recurs_[a] != 0 && recurs_[b] != 0 &&
      std::binary_search(recurring_.begin(), recurring_.end(), pair_of(a, b))) {
    return Likeness::recurring;
  }
  return Likeness::replaced;
}

bool Aligner::is_near(std::uint32_t a, std::uint32_t b) {
  const std::string_view first = vocabulary_->text(a);
  const std::string_view second = vocabulary_->text(b);
  if (first.size() > second.size() + 2 || second.size() > first.size() + 2) {
    return false;
  }
  if (near_spellings_left_ == 0) {
    return false;
  }
  --near_spellings_left_;
  return is_near_spelling(first, second, bit_parallel_);
}

void Aligner::link(std::uint32_t source_word, std::uint32_t rewrite_word) {
  out_->to_rewrite[source_word] = rewrite_word;
  out_->to_source[rewrite_word] = source_word;
  out_->likeness[source_word] = likeness_of(source_->id[source_word], rewrite_->id[rewrite_word]);
}

/// Notes what the rewrite's words are to a source word, so that a cell of a table is one look.
void Aligner::mark_known(std::uint32_t a) {
  for (const std::uint32_t b : marked_) {
    known_[b] = Likeness::none;
  }
  marked_.clear();
  const auto mark = [&](std::uint32_t b, Likeness likeness) {
    if (known_[b] < likeness) {
      known_[b] = likeness;
      marked_.push_back(b);
    }
  };
  // A word that the bead's rewrite has as often will be linked with itself.
  const auto synonyms = balance_[a] < 0 ? synonyms_->of(a) : std::span<const Synonym>{};
  for (const Synonym& synonym : synonyms) {
    if (facts_->is_function[a] == facts_->is_function[synonym.word]) {
      mark(synonym.word, synonym.is_same_entry ? Likeness::same_stem : Likeness::synonym);
    }
  }
  if (recurs_[a] != 0) {
    for (auto at = std::lower_bound(recurring_.begin(), recurring_.end(), pair_of(a, 0));
         at != recurring_.end() && *at >> 32 == a; ++at) {
      mark(static_cast<std::uint32_t>(*at), Likeness::recurring);
    }
  }
}

void Aligner::align_stretch(const Stretch& s) {
  enum Step : std::uint8_t { diagonal = 0, skip_source, skip_rewrite };
  const std::size_t n = s.source_end - s.source_begin;
  const std::size_t m = s.rewrite_end - s.rewrite_begin;
  trace_.resize(n * m);
  row_.assign(m + 1, 0);
  columns_.clear();
  for (std::uint32_t j = s.rewrite_begin; j < s.rewrite_end; ++j) {
    columns_.push_back(in_table(rewrite_->id[j]));
  }
  for (std::uint32_t i = s.source_begin; i < s.source_end; ++i) {
    if (balance_[source_->id[i]] < 0) {
      synonyms_->expect(source_->id[i]);
    }
  }
  // Plain pointers: the compiler cannot know that a trace's bytes are no part of the vectors.
  const WordInTable* const columns = columns_.data();
  const Likeness* const known = known_.data();
  std::int32_t* const row = row_.data();
  gains_.resize(m);
  std::int32_t* const gains = gains_.data();
  std::uint8_t* trace = trace_.data();
  for (std::size_t i = 0; i < n; ++i) {
    const WordInTable a = in_table(source_->id[s.source_begin + i]);
    const int gain_of_synonym = a.is_content ? synonym_gain : synonymous_function;
    mark_known(a.id);
    // Nearly all words have nothing in common; for those there is one branch, well foreseen.
    const auto gain = [&](const WordInTable& b) {
      const Likeness said = known[b.id];
      const bool may_be_alike = (a.stem == b.stem) | (said > Likeness::recurring) |
                                ((a.opening == b.opening) & (a.opening != 0));
      if (may_be_alike) {
        if (a.id == b.id) {
          return a.is_content ? identical_content : identical_function;
        }
        if (a.stem == b.stem || said == Likeness::same_stem) {
          return same_stem_gain;
        }
        if (said == Likeness::synonym) {
          return gain_of_synonym;
        }
        if (is_near(a.id, b.id)) {
          return near_spelling_gain;
        }
      }
      const int replaced = a.is_content == b.is_content ? replaced_alike : replaced_unalike;
      return said == Likeness::recurring ? recurring_gain : replaced;
    };
    for (std::size_t j = 0; j < m; ++j) {
      gains[j] = gain(columns[j]);
    }
    std::int32_t above_left = row[0];
    std::int32_t left = row[0];
    for (std::size_t j = 0; j < m; ++j) {
      const std::int32_t above = row[j + 1];
      const std::int32_t linked = above_left + gains[j];
      const std::int32_t skipped = std::max(above, left);
      const std::int32_t best = std::max(linked, skipped);
      // Without a branch, which nobody could foresee.
      const int skip = skip_source + static_cast<int>(left > above) * (skip_rewrite - skip_source);
      *trace++ = static_cast<std::uint8_t>(static_cast<int>(skipped > linked) * skip);
      above_left = above;
      left = best;
      row[j + 1] = best;
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

std::vector<Bead> blocks_of(const Alignment& alignment) {
  std::vector<Bead> blocks;
  for (const Bead& bead : alignment.beads) {
    if (!blocks.empty() && blocks.back().is_followed_by(bead)) {
      blocks.back().source_end = bead.source_end;
      blocks.back().rewrite_end = bead.rewrite_end;
    } else {
      blocks.push_back(bead);
    }
  }
  return blocks;
}

namespace {

/// What lies between words that are at least so much alike.
std::vector<Change> runs_below(Likeness flank, const Alignment& alignment) {
  std::vector<Change> changes;
  for (const Bead& block : blocks_of(alignment)) {
    Change open{.source_begin = block.source_begin, .rewrite_begin = block.rewrite_begin};
    const auto close = [&](std::uint32_t source_at, std::uint32_t rewrite_at) {
      open.source_end = source_at;
      open.rewrite_end = rewrite_at;
      if (open.source_words() > 0 || open.rewrite_words() > 0) {
        changes.push_back(open);
      }
      open.source_begin = source_at + 1;
      open.rewrite_begin = rewrite_at + 1;
    };
    for (std::uint32_t i = block.source_begin; i < block.source_end; ++i) {
      if (alignment.likeness[i] >= flank) {
        close(i, alignment.to_rewrite[i]);
      }
    }
    close(block.source_end, block.rewrite_end);
  }
  return changes;
}

}  // namespace

std::vector<Change> changes_of(const Alignment& alignment) {
  return runs_below(Likeness::same_stem, alignment);
}

std::vector<Change> stretches_of(const Alignment& alignment) {
  return runs_below(Likeness::identical, alignment);
}

}  // namespace unspin
