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
constexpr std::size_t cells_of_hit = 4;  // fewer: hits of other originals fall into one's cells
constexpr std::uint32_t hash_factor = 0x9e3779b1u;
constexpr std::uint32_t most_editions = 8;  // originals with the same text: not yet a template
constexpr std::uint32_t most_of_template = 2'000;  // originals: what more have is a phrase
constexpr std::uint32_t least_template = 8;        // words in a row: fewer are a phrase
constexpr std::uint32_t trigram_words = 3;
constexpr std::size_t places_of_hit = 8;
constexpr std::size_t farthest_back = 48;  // hits that one may be linked to
constexpr std::uint32_t widest_gap = 40;   // words
constexpr double gap_nats = 1.5;           // that a word without a hit costs, if all keys are there
// One in so many keys is looked up first, then all those near the chains that these make. Such a
// chain is two rare keys of one phrase: of copies of 40 words it loses one in a hundred, and two
// thirds of the look-ups.
constexpr std::uint32_t first_part = 4;
constexpr double least_of_first_part = 20;  // nats
constexpr std::uint32_t near_words = 32;
// Of a page, 128 MB: more has only one that is made to exhaust the search. The rest is not read.
constexpr std::size_t most_hits = std::size_t{1} << 23;
// Read for the common words of a page; what comes behind is taken for no template.
constexpr std::size_t most_postings_of_templates = std::size_t{1} << 23;

bool is_of_first_part(const Key& key) { return key.hash % first_part == 0; }

/// How many diagonals two hits so many words apart may be apart: phrases became longer or shorter.
constexpr std::int32_t slack(std::uint32_t words) {
  return 4 + static_cast<std::int32_t>(words / 2);
}

}  // namespace

PassageSearch::PassageSearch(const OriginalsIndex& index)
    : index_(index),
      first_{static_cast<std::int32_t>(least_of_first_part * per_nat),
             static_cast<std::int32_t>(gap_nats * per_nat / first_part)},
      whole_{static_cast<std::int32_t>(least_candidate_score(index.options().sampling) * per_nat),
             static_cast<std::int32_t>(gap_nats * per_nat / index.options().sampling)},
      least_words_(least_candidate_words(index.options().sampling)),
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
  found_.clear();
  hits_.clear();
  refrains_.clear();
  look_up(is_of_first_part);
  if (index_.options().sampling < first_part) {
    find_promising_words();
    look_up(
        [&](const Key& key) { return !is_of_first_part(key) && is_promising_[key.position] != 0; });
  }
  for_each_original(whole_,
                    [&](std::size_t begin, std::size_t end) { take_chains(begin, end, out); });
  return words_;
}

/// Adds the wanted keys that stand in the index to found_, where they stand to hits_.
template <class IsWanted>
void PassageSearch::look_up(IsWanted&& is_wanted) {
  asked_.resize(keys_.size());
  number_of_asked_.resize(keys_.size());
  std::size_t asked = 0;
  for (std::uint32_t key = 0; key < keys_.size(); ++key) {  // no branch to guess wrong
    asked_[asked] = keys_[key];
    number_of_asked_[asked] = key;
    asked += is_wanted(keys_[key]) ? 1u : 0u;
  }
  index_.look_up({asked_.data(), asked}, answers_);
  const std::size_t before = found_.size();
  for (IndexedKey& answer : answers_) {
    answer.key = number_of_asked_[answer.key];
    found_.push_back(answer);
  }
  gather_hits(before);
}

/// Of the page's words, by the keys that were looked up first. Keeps the hits of these words.
void PassageSearch::find_promising_words() {
  all_hits_ = hits_;
  std::vector<std::int32_t>& edges = is_promising_;
  edges.assign(words_ + 1, 0);
  for_each_original(first_, [&](std::size_t begin, std::size_t end) {
    for (std::size_t hit = begin; hit < end; ++hit) {
      if (links_[hit].score >= first_.least_score) {
        const std::uint32_t from = links_[hit].first_word;
        ++edges[from > near_words ? from - near_words : 0];
        --edges[std::min(words_, place_in_page(hit) + near_words)];
      }
    }
  });
  std::inclusive_scan(edges.begin(), edges.end(), edges.begin());
  hits_.swap(all_hits_);
  std::erase_if(hits_, [&](const Hit& hit) { return is_promising_[keys_[hit.key].position] == 0; });
}

/// Calls take(begin, end) for the hits of each original that may have chains, linked.
template <class Take>
void PassageSearch::for_each_original(const Bar& bar, Take&& take) {
  keep_heavy_cells(bar.least_score);
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
  links_.resize(hits_.size());
  for (std::size_t begin = 0; begin < hits_.size();) {
    std::size_t end = begin;
    std::int32_t all = 0;
    for (; end < hits_.size() && hits_[end].original == hits_[begin].original; ++end) {
      all += hits_[end].weight;
    }
    if (all >= bar.least_score) {
      share_weights(begin, end);
      link_hits(begin, end, bar.gap_cost);
      take(begin, end);
    }
    begin = end;
  }
}

void PassageSearch::gather_hits(std::size_t from) {
  for (std::size_t i = from; i < found_.size() && hits_.size() <= most_hits; ++i) {
    const IndexedKey& key = found_[i];
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
  }
}

/// Neighbouring diagonals of one original have neighbouring cells.
std::size_t PassageSearch::cell_of(const Hit& hit) const {
  const auto band = static_cast<std::uint32_t>(hit.diagonal >> band_bits);
  return (hit.original * hash_factor + band) & (cells_.size() - 1);
}

void PassageSearch::keep_heavy_cells(std::int32_t least_score) {
  cells_.assign(std::max(least_cells, cells_of_hit * std::bit_ceil(hits_.size())), 0);
  for (const Hit& hit : hits_) {
    cells_[cell_of(hit)] += static_cast<std::uint32_t>(hit.weight);
  }
  const std::size_t mask = cells_.size() - 1;
  const auto least = static_cast<std::uint32_t>(least_score);
  std::erase_if(hits_, [&](const Hit& hit) {
    const std::size_t cell = cell_of(hit);
    return cells_[(cell - 1) & mask] + cells_[cell] + cells_[(cell + 1) & mask] < least;
  });
}

/// A key that the page repeats says no more than once what it says.
void PassageSearch::share_weights(std::size_t begin, std::size_t end) {
  // Most are not repeated. Those that share their place of a small table with no other key are not,
  // and need not be sorted.
  constexpr std::uint32_t none = UINT32_MAX, several = UINT32_MAX - 1;
  key_at_.assign(std::bit_ceil(places_of_hit * (end - begin)), none);
  const auto place_of = [&](std::size_t hit) -> std::uint32_t& {
    return key_at_[keys_[hits_[hit].key].hash >> 32 & (key_at_.size() - 1)];
  };
  for (std::size_t hit = begin; hit < end; ++hit) {
    std::uint32_t& key = place_of(hit);
    key = key == none || key == hits_[hit].key ? hits_[hit].key : several;
  }
  order_.clear();
  for (std::size_t hit = begin; hit < end; ++hit) {
    if (place_of(hit) == several) {
      order_.push_back(static_cast<std::uint32_t>(hit));
    }
  }
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

/// Ends in each hit the best chain that leads to it.
void PassageSearch::link_hits(std::size_t begin, std::size_t end, std::int32_t gap_cost) {
  for (std::size_t i = begin; i < end; ++i) {
    links_[i] = {hits_[i].weight, static_cast<std::uint32_t>(i), place_in_page(i), 0};
    const std::size_t first = i - begin > farthest_back ? i - farthest_back : begin;
    for (std::size_t j = i; j-- > first;) {
      const std::uint32_t gap = place_in_page(i) - place_in_page(j);
      const std::int32_t cost = static_cast<std::int32_t>(gap) * gap_cost;
      if (gap > widest_gap || links_[j].best_score + hits_[i].weight - cost <= links_[i].score) {
        break;  // nor can one before it be better
      }
      if (std::abs(hits_[i].diagonal - hits_[j].diagonal) > slack(gap) ||
          hits_[i].key == hits_[j].key) {
        continue;
      }
      const std::int32_t score = links_[j].score + hits_[i].weight - cost;
      if (score > links_[i].score) {
        links_[i] = {score, static_cast<std::uint32_t>(j), links_[j].first_word, 0};
      }
    }
    links_[i].best_score =
        i == begin ? links_[i].score : std::max(links_[i].score, links_[i - 1].best_score);
  }
}

/// The best chain first, then the best of those that share no hit with one taken.
void PassageSearch::take_chains(std::size_t begin, std::size_t end,
                                std::vector<CandidatePassage>& out) {
  order_.resize(end - begin);
  std::iota(order_.begin(), order_.end(), static_cast<std::uint32_t>(begin));
  std::erase_if(order_, [&](std::uint32_t hit) { return links_[hit].score < whole_.least_score; });
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
        if (found.page_end - found.page_begin >= least_words_) {
          out.push_back(found);
        }
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
  // Where the page's first word would stand, if both went on alike: original << 32 | word.
  std::vector<std::uint64_t> run, next, both;
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
        next.push_back(std::uint64_t{posting.document} << 32 | (posting.position + words_ - at));
      });
    }
    read += next.size();
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
