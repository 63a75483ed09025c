#include "engine/audit/passage_search.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <numeric>

namespace unspin {
namespace {

constexpr double per_nat = 16;
// So that a rare key of a small library does not count for nothing.
constexpr double least_library = 50'000;
constexpr int band_bits = 5;  // a cell is 32 diagonals wide
constexpr std::size_t least_cells = std::size_t{1} << 12;
constexpr std::uint32_t hash_factor = 0x9e3779b1u;
constexpr std::uint32_t most_editions = 8;  // originals with the same text: not yet a template
constexpr std::uint32_t most_of_template = 20'000;  // originals: what more have is a phrase
constexpr std::uint32_t least_template = 8;         // words in a row: fewer are a phrase
constexpr std::uint32_t trigram_words = 3;
constexpr std::size_t farthest_back = 48;  // hits that one may be linked to
constexpr std::uint32_t widest_gap = 40;   // words
constexpr double gap_nats = 1.5;           // that a word without a hit costs
// Of a page, 128 MB: more has only one that is made to exhaust the search. The rest is not read.
constexpr std::size_t most_hits = std::size_t{1} << 23;
// Read for the common words of a page; what comes behind is taken for no template.
constexpr std::size_t most_postings_of_templates = std::size_t{1} << 23;

/// How many diagonals two hits so many words apart may be apart: phrases became longer or shorter.
constexpr std::int32_t slack(std::uint32_t words) {
  return 4 + static_cast<std::int32_t>(words / 2);
}

}  // namespace

PassageSearch::PassageSearch(const OriginalsIndex& index)
    : index_(index),
      least_score_(
          static_cast<std::int32_t>(least_candidate_score(index.options().sampling) * per_nat)),
      gap_cost_(static_cast<std::int32_t>(gap_nats * per_nat / index.options().sampling)),
      finder_(index.options()) {
  const double originals = std::max<double>(index.size(), least_library);
  weights_.push_back(0);
  for (std::uint32_t documents = 1; documents <= most_originals_of_key; ++documents) {
    const double idf = std::log(originals / documents);
    weights_.push_back(std::max(0, static_cast<std::int32_t>(std::lround(idf * per_nat))));
  }
}

std::int32_t PassageSearch::weight_of(std::uint32_t documents) const {
  return documents < weights_.size() ? weights_[documents] : 0;
}

std::uint32_t PassageSearch::find(std::string_view text, std::vector<CandidatePassage>& out) {
  out.clear();
  words_ = finder_.find(text, keys_);
  index_.look_up(keys_, found_);
  gather_hits();
  keep_heavy_cells();
  std::ranges::sort(hits_, [&](const Hit& a, const Hit& b) {
    if (a.original != b.original) {
      return a.original < b.original;
    }
    const std::uint32_t a_at = keys_[a.key].position;
    const std::uint32_t b_at = keys_[b.key].position;
    return a_at != b_at               ? a_at < b_at
           : a.diagonal != b.diagonal ? a.diagonal < b.diagonal
                                      : a.key < b.key;
  });
  for (std::size_t begin = 0; begin < hits_.size();) {
    std::size_t end = begin + 1;
    while (end < hits_.size() && hits_[end].original == hits_[begin].original) {
      ++end;
    }
    find_chains(begin, end, out);
    begin = end;
  }
  return words_;
}

void PassageSearch::gather_hits() {
  hits_.clear();
  refrains_.clear();
  for (const IndexedKey& key : found_) {
    const std::int32_t weight = weight_of(key.documents);
    const Key& of_page = keys_[key.key];
    if (weight == 0 || refrains_.contains(of_page.hash)) {
      continue;
    }
    const auto at = static_cast<std::int32_t>(of_page.position);
    const std::size_t before = hits_.size();
    index_.for_each_posting(key, [&](Posting posting) {
      if (hits_.size() - before <= most_places_of_key) {
        hits_.push_back(
            {posting.document, static_cast<std::int32_t>(posting.position) - at, key.key, weight});
      }
    });
    if (hits_.size() - before > most_places_of_key) {
      hits_.resize(before);
      refrains_.insert(of_page.hash);
    }
    if (hits_.size() > most_hits) {
      break;
    }
  }
}

/// Neighbouring diagonals of one original have neighbouring cells.
std::size_t PassageSearch::cell_of(const Hit& hit) const {
  const auto band = static_cast<std::uint32_t>(hit.diagonal >> band_bits);
  return (hit.original * hash_factor + band) & (cells_.size() - 1);
}

void PassageSearch::keep_heavy_cells() {
  cells_.assign(std::max(least_cells, std::bit_ceil(hits_.size())), 0);
  for (const Hit& hit : hits_) {
    cells_[cell_of(hit)] += static_cast<std::uint32_t>(hit.weight);
  }
  const std::size_t mask = cells_.size() - 1;
  const auto least = static_cast<std::uint32_t>(least_score_);
  std::erase_if(hits_, [&](const Hit& hit) {
    const std::size_t cell = cell_of(hit);
    return cells_[(cell - 1) & mask] + cells_[cell] + cells_[(cell + 1) & mask] < least;
  });
}

/// A key that the page repeats says no more than once what it says.
void PassageSearch::share_weights(std::size_t begin, std::size_t end) {
  order_.resize(end - begin);
  std::iota(order_.begin(), order_.end(), static_cast<std::uint32_t>(begin));
  std::ranges::sort(order_, {}, [&](std::uint32_t hit) {
    return std::pair(keys_[hits_[hit].key].hash, hits_[hit].key);
  });
  for (std::size_t i = 0; i < order_.size();) {
    std::size_t j = i;
    std::int32_t times = 0;
    std::uint32_t last = UINT32_MAX;
    for (;
         j < order_.size() && keys_[hits_[order_[j]].key].hash == keys_[hits_[order_[i]].key].hash;
         ++j) {
      times += hits_[order_[j]].key != last ? 1 : 0;
      last = hits_[order_[j]].key;
    }
    for (; i < j; ++i) {
      hits_[order_[i]].weight /= times;
    }
  }
}

void PassageSearch::find_chains(std::size_t begin, std::size_t end,
                                std::vector<CandidatePassage>& out) {
  std::int32_t all = 0;
  for (std::size_t i = begin; i < end; ++i) {
    all += hits_[i].weight;
  }
  if (all < least_score_) {
    return;
  }
  share_weights(begin, end);
  link_hits(begin, end);
  take_chains(begin, end, out);
}

/// Ends in each hit the best chain that leads to it.
void PassageSearch::link_hits(std::size_t begin, std::size_t end) {
  links_.resize(hits_.size());
  for (std::size_t i = begin; i < end; ++i) {
    links_[i] = {hits_[i].weight, static_cast<std::uint32_t>(i)};
    const std::size_t first = i - begin > farthest_back ? i - farthest_back : begin;
    for (std::size_t j = i; j-- > first;) {
      const std::uint32_t gap = place_in_page(i) - place_in_page(j);
      if (gap > widest_gap) {
        break;
      }
      if (std::abs(hits_[i].diagonal - hits_[j].diagonal) > slack(gap) ||
          hits_[i].key == hits_[j].key) {
        continue;
      }
      const std::int32_t score =
          links_[j].score + hits_[i].weight - static_cast<std::int32_t>(gap) * gap_cost_;
      if (score > links_[i].score) {
        links_[i] = {score, static_cast<std::uint32_t>(j)};
      }
    }
  }
}

/// The best chain first, then the best of those that share no hit with one taken.
void PassageSearch::take_chains(std::size_t begin, std::size_t end,
                                std::vector<CandidatePassage>& out) {
  order_.resize(end - begin);
  std::iota(order_.begin(), order_.end(), static_cast<std::uint32_t>(begin));
  std::erase_if(order_, [&](std::uint32_t hit) { return links_[hit].score < least_score_; });
  std::ranges::stable_sort(order_, std::ranges::greater(),
                           [&](std::uint32_t hit) { return links_[hit].score; });
  is_used_.assign(end - begin, 0);
  for (const std::uint32_t last : order_) {
    CandidatePassage found = {.original = hits_[begin].original,
                              .page_end = place_in_page(last) + 1,
                              .original_begin = UINT32_MAX,
                              .score = links_[last].score / per_nat};
    std::uint32_t hit = last;
    while (is_used_[hit - begin] == 0) {
      is_used_[hit - begin] = 1;
      found.page_begin = place_in_page(hit);
      const auto place = static_cast<std::uint32_t>(static_cast<std::int32_t>(found.page_begin) +
                                                    hits_[hit].diagonal);
      found.original_begin = std::min(found.original_begin, place);
      found.original_end = std::max(found.original_end, place + 1);
      if (links_[hit].before == hit) {
        out.push_back(found);
        break;
      }
      hit = links_[hit].before;
    }
  }
}

/// Of the trigrams that many originals have, in the order of the page. Where a run of them stands
/// in many originals as a whole, one behind the other at the same distances, its words are common.
void PassageSearch::mark_common_words(std::uint32_t from, std::uint32_t to,
                                      std::vector<bool>& is_common) {
  const std::pair<std::size_t, std::size_t> trigrams = finder_.trigrams();
  const auto is_followed = [&](const IndexedKey& found) {
    return found.key >= trigrams.first && found.key < trigrams.second &&
           found.documents > most_editions && found.documents <= most_of_template &&
           keys_[found.key].position >= from && keys_[found.key].position < to;
  };
  // Segment by segment in `found_`; here all segments of a key together.
  std::vector<IndexedKey> common;
  std::ranges::copy_if(found_, std::back_inserter(common), is_followed);
  std::ranges::stable_sort(common, {}, &IndexedKey::key);
  std::vector<Place> run, next, both;
  std::uint32_t begin = 0, end = 0;  // words of the run
  std::size_t read = 0;
  const auto finish = [&] {
    if (end >= begin + least_template) {
      std::fill(is_common.begin() + begin, is_common.begin() + end, true);
    }
  };
  for (std::size_t i = 0; i < common.size() && read < most_postings_of_templates;) {
    const std::uint32_t key = common[i].key;
    const std::uint32_t at = keys_[key].position;
    next.clear();
    for (; i < common.size() && common[i].key == key; ++i) {
      index_.for_each_posting(common[i], [&](Posting posting) {
        next.push_back({posting.document, posting.position - at});
      });
    }
    read += next.size();
    std::ranges::sort(next);
    both.clear();
    std::ranges::set_intersection(run, next, std::back_inserter(both));
    if (at <= end + widest_gap && both.size() > most_editions) {
      run.swap(both);
    } else {
      finish();
      run.swap(next);
      begin = at;
    }
    end = std::min(to, at + trigram_words);
  }
  finish();
}

}  // namespace unspin
