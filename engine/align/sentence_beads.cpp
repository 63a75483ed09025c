#include "engine/align/sentence_beads.hpp"

#include <algorithm>
#include <bit>

namespace unspin {
namespace {

/// Links weigh about as many rare features as two sentences share; a lighter one is chance.
constexpr double lightest_link = 0.9;
/// Against the order of the text, chance must be ruled out.
constexpr double lightest_moved_link = 3;
/// A sentence that was split or merged shares this much of what the best pair shares, or, if only a
/// few words were split off, this much of what those few have.
constexpr double least_share_of_best = 0.3;
constexpr double least_share_of_shorter = 0.3;

/// The first word of a sentence; behind the last sentence, the number of words.
std::uint32_t first_word(const Words& words, std::uint32_t sentence) {
  return sentence < words.sentence_begin.size() ? words.sentence_begin[sentence]
                                                : static_cast<std::uint32_t>(words.size());
}

std::uint32_t length_of(const Words& words, std::uint32_t sentence) {
  return first_word(words, sentence + 1) - first_word(words, sentence);
}

constexpr double features_of_word = 3;

/// Calls `take(key)` for each stem of a sentence and for each two stems that stand together or with
/// one word between them: a swapped word leaves the pair around it.
template <class Take>
void for_each_feature(const Words& words, const WordFacts& facts, std::uint32_t sentence,
                      Take&& take) {
  enum : std::uint64_t { one = 1, neighbours = 2, around_one = 3 };
  const auto key = [](std::uint64_t a, std::uint64_t b, std::uint64_t kind) {
    return a << 33 | b << 2 | kind;  // stems are numbered below 2³¹
  };
  const std::uint32_t end = first_word(words, sentence + 1);
  for (std::uint32_t i = first_word(words, sentence); i < end; ++i) {
    const std::uint64_t stem = facts.stem[words.id[i]];
    take(key(stem, 0, one));
    if (i + 1 < end) {
      take(key(stem, facts.stem[words.id[i + 1]], neighbours));
    }
    if (i + 2 < end) {
      take(key(stem, facts.stem[words.id[i + 2]], around_one));
    }
  }
}

}  // namespace

void SentencePairer::pair(const Words& source, const Words& rewrite, const WordFacts& facts,
                          std::vector<Bead>& beads) {
  source_ = &source;
  rewrite_ = &rewrite;
  facts_ = &facts;
  beads.clear();
  if (source.sentence_begin.size() <= 1 && rewrite.sentence_begin.size() <= 1) {
    beads.push_back({0, static_cast<std::uint32_t>(source.size()), 0,
                     static_cast<std::uint32_t>(rewrite.size()), Bead::Kind::linked});
    return;
  }
  collect_features();
  weigh_links();
  keep_best_links();
  find_backbone();
  find_moved();
  write_beads(beads);
}

std::uint32_t& SentencePairer::slot_of(std::uint64_t key) {
  const std::size_t mask = slots_.size() - 1;
  std::uint64_t hash = key * 0x9E3779B97F4A7C15u;
  hash ^= hash >> 32;
  std::size_t at = hash & mask;
  while (slots_[at] != no_feature && features_[slots_[at]].key != key) {
    at = (at + 1) & mask;
  }
  return slots_[at];
}

void SentencePairer::collect_features() {
  slots_.assign(std::bit_ceil(std::max<std::size_t>(16, rewrite_->size() * 4)), no_feature);
  features_.clear();
  source_features_.clear();
  const auto source_sentences = static_cast<std::uint32_t>(source_->sentence_begin.size());
  const auto rewrite_sentences = static_cast<std::uint32_t>(rewrite_->sentence_begin.size());
  for (std::uint32_t j = 0; j < rewrite_sentences; ++j) {
    for_each_feature(*rewrite_, *facts_, j, [&](std::uint64_t key) {
      std::uint32_t& slot = slot_of(key);
      if (slot == no_feature) {
        slot = static_cast<std::uint32_t>(features_.size());
        features_.emplace_back().key = key;
      }
      Feature& f = features_[slot];
      if (f.in_rewrite > most_sentences ||
          (f.in_rewrite > 0 && f.rewrite_sentences[f.in_rewrite - 1u] == j)) {
        return;
      }
      if (f.in_rewrite < most_sentences) {
        f.rewrite_sentences[f.in_rewrite] = j;
      }
      ++f.in_rewrite;
    });
  }
  for (std::uint32_t i = 0; i < source_sentences; ++i) {
    for_each_feature(*source_, *facts_, i, [&](std::uint64_t key) {
      source_features_.push_back(slot_of(key));
      if (source_features_.back() == no_feature) {
        return;
      }
      Feature& f = features_[source_features_.back()];
      if (f.in_source > most_sentences || f.last_source_sentence == i + 1) {
        return;
      }
      f.last_source_sentence = i + 1;
      ++f.in_source;
    });
  }
}

void SentencePairer::weigh_links() {
  links_.clear();
  auto next = source_features_.begin();
  weight_of_.assign(rewrite_->sentence_begin.size(), 0);
  for (std::uint32_t i = 0; i < source_->sentence_begin.size(); ++i) {
    touched_.clear();
    for_each_feature(*source_, *facts_, i, [&](std::uint64_t) {
      const std::uint32_t number = *next++;
      if (number == no_feature) {
        return;
      }
      const Feature& f = features_[number];
      if (f.in_source > most_sentences || f.in_rewrite > most_sentences) {
        return;
      }
      for (std::size_t k = 0; k < f.in_rewrite; ++k) {
        const std::uint32_t j = f.rewrite_sentences[k];
        if (weight_of_[j] == 0) {
          touched_.push_back(j);
        }
        weight_of_[j] += 1.0 / std::max(f.in_source, f.in_rewrite);
      }
    });
    std::sort(touched_.begin(), touched_.end());
    for (const std::uint32_t j : touched_) {
      if (weight_of_[j] >= lightest_link) {
        links_.push_back({i, j, weight_of_[j]});
      }
      weight_of_[j] = 0;
    }
  }
}

void SentencePairer::keep_best_links() {
  std::vector<double> best_of_source(source_->sentence_begin.size(), 0);
  std::vector<double> best_of_rewrite(rewrite_->sentence_begin.size(), 0);
  for (const Link& link : links_) {
    best_of_source[link.source] = std::max(best_of_source[link.source], link.weight);
    best_of_rewrite[link.rewrite] = std::max(best_of_rewrite[link.rewrite], link.weight);
  }
  std::erase_if(links_, [&](const Link& link) {
    const double of_source = best_of_source[link.source];
    const double of_rewrite = best_of_rewrite[link.rewrite];
    const std::uint32_t shorter =
        std::min(length_of(*source_, link.source), length_of(*rewrite_, link.rewrite));
    return (link.weight < of_source && link.weight < of_rewrite) ||
           (link.weight < least_share_of_best * std::max(of_source, of_rewrite) &&
            link.weight < least_share_of_shorter * features_of_word * shorter);
  });
}

void SentencePairer::find_backbone() {
  // For each rewrite sentence the heaviest chain that ends there or before it: a Fenwick tree.
  struct Chain {
    double weight = 0;
    std::size_t last_link = 0;  // plus one
  };
  std::vector<Chain> heaviest(rewrite_->sentence_begin.size() + 1);
  std::vector<std::size_t> before(links_.size(), 0);
  for (std::size_t l = 0; l < links_.size(); ++l) {
    Chain best;
    for (std::size_t j = links_[l].rewrite + 1u; j > 0; j &= j - 1) {
      if (heaviest[j].weight > best.weight) {
        best = heaviest[j];
      }
    }
    before[l] = best.last_link;
    const Chain longer{best.weight + links_[l].weight, l + 1};
    for (std::size_t j = links_[l].rewrite + 1u; j < heaviest.size(); j += j & (~j + 1)) {
      if (longer.weight > heaviest[j].weight) {
        heaviest[j] = longer;
      }
    }
  }
  Chain best;
  for (const Chain& chain : heaviest) {
    best = chain.weight > best.weight ? chain : best;
  }
  in_backbone_.assign(links_.size(), 0);
  for (std::size_t l = best.last_link; l > 0; l = before[l - 1]) {
    in_backbone_[l - 1] = 1;
  }

  // Links that share a sentence are one group: a sentence that was split, or two that were merged.
  backbone_.clear();
  for (std::size_t l = 0; l < links_.size(); ++l) {
    if (in_backbone_[l] == 0) {
      continue;
    }
    const auto [i, j, weight] = links_[l];
    if (!backbone_.empty() &&
        (i < backbone_.back().source_end || j < backbone_.back().rewrite_end)) {
      backbone_.back().source_end = i + 1;
      backbone_.back().rewrite_end = j + 1;
    } else {
      backbone_.push_back({i, i + 1, j, j + 1});
    }
  }
}

void SentencePairer::find_moved() {
  source_places_.assign(source_->sentence_begin.size(), Place::in_gap);
  rewrite_places_.assign(rewrite_->sentence_begin.size(), Place::in_gap);
  for (const Group& group : backbone_) {
    std::fill(source_places_.begin() + group.source_begin,
              source_places_.begin() + group.source_end, Place::in_backbone);
    std::fill(rewrite_places_.begin() + group.rewrite_begin,
              rewrite_places_.begin() + group.rewrite_end, Place::in_backbone);
  }
  moved_.clear();
  for (const auto& [i, j, weight] : links_) {
    if (weight < lightest_moved_link || source_places_[i] != Place::in_gap ||
        rewrite_places_[j] != Place::in_gap) {
      continue;
    }
    source_places_[i] = Place::moved;
    rewrite_places_[j] = Place::moved;
    if (!moved_.empty() && moved_.back().source_end == i && moved_.back().rewrite_end == j) {
      ++moved_.back().source_end;
      ++moved_.back().rewrite_end;
    } else {
      moved_.push_back({i, i + 1, j, j + 1});
    }
  }
}

void SentencePairer::write_beads(std::vector<Bead>& beads) const {
  Group gap{0, 0, 0, 0};
  for (const Group& group : backbone_) {
    gap.source_end = group.source_begin;
    gap.rewrite_end = group.rewrite_begin;
    write_gap(gap, beads);
    write(group, Bead::Kind::linked, beads);
    gap.source_begin = group.source_end;
    gap.rewrite_begin = group.rewrite_end;
  }
  gap.source_end = static_cast<std::uint32_t>(source_->sentence_begin.size());
  gap.rewrite_end = static_cast<std::uint32_t>(rewrite_->sentence_begin.size());
  write_gap(gap, beads);
  for (const Group& group : moved_) {
    write(group, Bead::Kind::moved, beads);
  }
  std::stable_sort(beads.begin(), beads.end(), [](const Bead& a, const Bead& b) {
    return a.source_begin != b.source_begin ? a.source_begin < b.source_begin
                                            : a.source_end < b.source_end;
  });
}

/// Sentences that were moved away, or here, part what is left of a gap; the parts have no partner.
void SentencePairer::write_gap(const Group& gap, std::vector<Bead>& beads) const {
  const bool is_parted = std::count(source_places_.begin() + gap.source_begin,
                                    source_places_.begin() + gap.source_end, Place::moved) > 0 ||
                         std::count(rewrite_places_.begin() + gap.rewrite_begin,
                                    rewrite_places_.begin() + gap.rewrite_end, Place::moved) > 0;
  if (!is_parted) {
    const std::uint32_t sentences = gap.source_end - gap.source_begin;
    if (sentences != gap.rewrite_end - gap.rewrite_begin || cells_of(gap) <= most_cells_of_gap) {
      return write(gap, Bead::Kind::gap, beads);
    }
    for (std::uint32_t k = 0; k < sentences; ++k) {
      write({gap.source_begin + k, gap.source_begin + k + 1, gap.rewrite_begin + k,
             gap.rewrite_begin + k + 1},
            Bead::Kind::gap, beads);
    }
    return;
  }
  for (std::uint32_t i = gap.source_begin; i < gap.source_end; ++i) {
    if (source_places_[i] == Place::in_gap) {
      write({i, i + 1, gap.rewrite_begin, gap.rewrite_begin}, Bead::Kind::gap, beads);
    }
  }
  for (std::uint32_t j = gap.rewrite_begin; j < gap.rewrite_end; ++j) {
    if (rewrite_places_[j] == Place::in_gap) {
      write({gap.source_end, gap.source_end, j, j + 1}, Bead::Kind::gap, beads);
    }
  }
}

Bead SentencePairer::bead_of(const Group& group, Bead::Kind kind) const {
  return {first_word(*source_, group.source_begin), first_word(*source_, group.source_end),
          first_word(*rewrite_, group.rewrite_begin), first_word(*rewrite_, group.rewrite_end),
          kind};
}

std::uint64_t SentencePairer::cells_of(const Group& group) const {
  const Bead bead = bead_of(group, Bead::Kind::gap);
  return std::uint64_t{bead.source_end - bead.source_begin} *
         (bead.rewrite_end - bead.rewrite_begin);
}

void SentencePairer::write(const Group& group, Bead::Kind kind, std::vector<Bead>& beads) const {
  const Bead bead = bead_of(group, kind);
  if (bead.source_begin < bead.source_end || bead.rewrite_begin < bead.rewrite_end) {
    beads.push_back(bead);
  }
}

}  // namespace unspin
