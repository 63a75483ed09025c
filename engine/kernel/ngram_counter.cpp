#include "engine/kernel/ngram_counter.hpp"

#include <algorithm>
#include <bit>

namespace unspin {
namespace {

constexpr std::uint32_t no_tokens = 0;           // the prefix of a single token
constexpr std::uint32_t no_ngram = 0xFFFFFFFFu;  // what is known not to match
constexpr std::size_t most_singles = 1 << 16;    // tokens that have a place of their own

std::uint64_t key_of(std::uint32_t prefix, std::uint32_t token) {
  return (std::uint64_t{prefix} << 32) | token;
}

// Fibonacci hashing: the product's high bits depend on all bits of the key.
std::uint64_t mix(std::uint64_t key) {
  key *= 0x9E3779B97F4A7C15u;
  return key ^ (key >> 32);
}

}  // namespace

void NgramCounter::reset(std::size_t most_ngrams) {
  constexpr std::size_t smallest = 64;
  constexpr std::size_t keep_at_most = 1 << 21;     // slots of memory that outlive a huge text
  constexpr std::uint32_t most_numbers = 1u << 31;  // a pair may have that many again
  if (slots_.capacity() > keep_at_most || last_id_ > most_numbers) {
    slots_ = {};
    moving_ = {};
    counts_ = {};
    singles_ = {};
    last_id_ = 0;
  }
  singles_.resize(most_singles);
  const std::size_t size = std::bit_ceil(std::max(most_ngrams * 2, smallest));
  if (slots_.size() < size) {
    slots_.assign(size, Slot{});
  }
  mask_ = size - 1;
  forget();
}

void NgramCounter::forget() {
  first_ = last_id_ + 1;
  counts_.clear();
}

void NgramCounter::grow() {
  moving_.clear();
  for (std::size_t i = 0; i <= mask_; ++i) {
    if (slots_[i].id >= first_) {
      moving_.push_back(slots_[i]);
      slots_[i].id = 0;
    }
  }
  const std::size_t size = (mask_ + 1) * 2;
  if (slots_.size() < size) {
    slots_.resize(size);
  }
  mask_ = size - 1;
  for (const Slot& slot : moving_) {
    std::size_t at = mix(slot.key) & mask_;
    while (slots_[at].id >= first_) {
      at = (at + 1) & mask_;
    }
    slots_[at] = slot;
  }
}

std::uint32_t NgramCounter::find(std::uint32_t prefix, std::uint32_t token) const {
  if (prefix == no_tokens && token < most_singles) {
    return singles_[token] >= first_ ? singles_[token] : no_ngram;
  }
  const std::uint64_t key = key_of(prefix, token);
  for (std::size_t at = mix(key) & mask_;; at = (at + 1) & mask_) {
    const Slot& slot = slots_[at];
    if (slot.id < first_) {
      return no_ngram;
    }
    if (slot.key == key) {
      return slot.id;
    }
  }
}

std::uint32_t NgramCounter::find_or_add(std::uint32_t prefix, std::uint32_t token) {
  if (prefix == no_tokens && token < most_singles) {
    std::uint32_t& id = singles_[token];
    if (id < first_) {
      id = ++last_id_;
      counts_.push_back({});
    }
    return id;
  }
  const std::uint64_t key = key_of(prefix, token);
  for (std::size_t at = mix(key) & mask_;; at = (at + 1) & mask_) {
    Slot& slot = slots_[at];
    if (slot.id < first_) {
      slot = {key, ++last_id_};
      counts_.push_back({});
      if (counts_.size() * 2 > mask_ + 1) {
        grow();
      }
      return last_id_;
    }
    if (slot.key == key) {
      return slot.id;
    }
  }
}

void NgramCounter::number_ngrams(TokenSpan text, std::size_t n,
                                 std::vector<std::uint32_t>& numbers) {
  const std::uint64_t places = ngram_total(text.size(), n);
  for (std::size_t i = 0; i < places; ++i) {
    numbers[i] = find_or_add(numbers[i], text[i + n - 1]) - first_ + 1;
  }
}

/// Numbers the references' n-grams and sets how often each may match.
void NgramCounter::count_references(std::span<const TokenSpan> references, std::size_t n) {
  std::size_t start = 0;
  std::uint32_t number = 0;
  for (const TokenSpan reference : references) {
    ++number;
    for (std::size_t i = 0; i < ngram_total(reference.size(), n); ++i) {
      std::uint32_t& at = at_references_[start + i];
      if (at == no_ngram || (n > 1 && at_references_[start + i + 1] == no_ngram)) {
        at = no_ngram;
        continue;
      }
      at = find_or_add(at, reference[i + n - 1]);
      Count& count = count_of(at);
      if (count.reference != number) {
        count.reference = number;
        count.here = 0;
      }
      count.limit = std::max(count.limit, ++count.here);
    }
    start += reference.size();
  }
}

/// Looks the hypothesis's n-grams up; how many match within the limits.
std::uint64_t NgramCounter::match_hypothesis(TokenSpan hypothesis, std::size_t n) {
  std::uint64_t matched = 0;
  for (std::size_t i = 0; i < ngram_total(hypothesis.size(), n); ++i) {
    if (at_[i] == no_ngram || (n > 1 && at_[i + 1] == no_ngram)) {
      at_[i] = no_ngram;
      continue;
    }
    at_[i] = find(at_[i], hypothesis[i + n - 1]);
    if (at_[i] == no_ngram) {
      continue;
    }
    Count& count = count_of(at_[i]);
    count.is_wanted = true;
    if (count.limit > 0) {
      --count.limit;
      ++matched;
    }
  }
  return matched;
}

NgramMatches NgramCounter::clipped_matches(std::span<const TokenSpan> references,
                                           TokenSpan hypothesis, std::size_t orders) {
  std::size_t most = 0;
  for (const TokenSpan reference : references) {
    most += reference.size();
  }
  reset(most);
  at_references_.assign(most, no_tokens);
  at_.assign(hypothesis.size(), no_tokens);
  NgramMatches matches{};
  for (std::size_t n = 1; n <= orders; ++n) {
    count_references(references, n);
    matches[n - 1] = match_hypothesis(hypothesis, n);
    if (matches[n - 1] == 0) {
      break;
    }
    for (std::uint32_t& at : at_references_) {
      at = at != no_ngram && at >= first_ && count_of(at).is_wanted ? at : no_ngram;
    }
    forget();
  }
  return matches;
}

DistinctOverlap NgramCounter::distinct_overlap(TokenSpan first, TokenSpan second, std::size_t n) {
  // An n-gram of small numbers fits into one key; others are numbered order by order.
  std::uint32_t largest = 0;
  for (const TokenSpan text : {first, second}) {
    for (const std::uint32_t token : text) {
      largest = std::max(largest, token);
    }
  }
  const std::size_t bits = 64 / n;
  const bool fits = static_cast<std::size_t>(std::bit_width(largest)) <= bits;
  constexpr std::size_t large = 2048;  // beyond it, look first how many n-grams are distinct
  reset(std::min((first.size() + second.size()) * (fits ? 1 : n), large));
  const auto packed = [&](TokenSpan text, std::size_t i) {
    std::uint64_t key = text[i];
    for (std::size_t k = 1; k < n; ++k) {
      key = key << bits | text[i + k];
    }
    const auto high = static_cast<std::uint32_t>(key >> 32);
    return find_or_add(high, static_cast<std::uint32_t>(key)) - first_ + 1;
  };
  DistinctOverlap overlap;
  enum State : std::uint32_t { unseen, in_first, in_both, in_second };
  for (const bool is_first : {true, false}) {
    const TokenSpan text = is_first ? first : second;
    if (!fits) {
      at_.assign(text.size(), 0);
      for (std::size_t order = 1; order <= n; ++order) {
        number_ngrams(text, order, at_);
      }
    }
    for (std::size_t i = 0; i < ngram_total(text.size(), n); ++i) {
      std::uint32_t& state = counts_[(fits ? packed(text, i) : at_[i]) - 1].here;
      if (is_first && state == unseen) {
        state = in_first;
        ++overlap.first;
      } else if (!is_first && (state == unseen || state == in_first)) {
        ++overlap.second;
        if (state == in_first) {
          ++overlap.both;
        }
        state = state == in_first ? in_both : in_second;
      }
    }
  }
  return overlap;
}

}  // namespace unspin
