#include "engine/kernel/ngram_counter.hpp"

#include <algorithm>
#include <bit>

namespace unspin {
namespace {

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
  constexpr std::size_t large = 4096;  // beyond it, look first how many n-grams are distinct
  constexpr std::size_t keep_at_most = 1 << 21;  // slots of memory that outlive a huge text
  if (slots_.capacity() > keep_at_most) {
    slots_ = {};
    limit_ = {};
    count_ = {};
  }
  slots_.assign(std::bit_ceil(std::clamp(most_ngrams * 2, smallest, large)), Slot{});
  mask_ = slots_.size() - 1;
  last_id_ = 0;
  limit_.assign(1, 0);
  count_.assign(1, 0);
}

void NgramCounter::grow() {
  const std::vector<Slot> old = std::move(slots_);
  slots_.assign(old.size() * 2, Slot{});
  mask_ = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id == 0) {
      continue;
    }
    std::size_t at = mix(slot.key) & mask_;
    while (slots_[at].id != 0) {
      at = (at + 1) & mask_;
    }
    slots_[at] = slot;
  }
}

std::uint32_t NgramCounter::find(std::uint32_t prefix, std::uint32_t token) const {
  const std::uint64_t key = key_of(prefix, token);
  for (std::size_t at = mix(key) & mask_;; at = (at + 1) & mask_) {
    const Slot& slot = slots_[at];
    if (slot.id == 0 || slot.key == key) {
      return slot.id;
    }
  }
}

std::uint32_t NgramCounter::find_or_add(std::uint32_t prefix, std::uint32_t token) {
  const std::uint64_t key = key_of(prefix, token);
  for (std::size_t at = mix(key) & mask_;; at = (at + 1) & mask_) {
    Slot& slot = slots_[at];
    if (slot.id != 0 && slot.key == key) {
      return slot.id;
    }
    if (slot.id == 0) {
      slot = {key, ++last_id_};
      limit_.push_back(0);
      if (last_id_ * std::size_t{2} > slots_.size()) {
        grow();
      }
      return last_id_;
    }
  }
}

void NgramCounter::extend(TokenSpan text, std::size_t n) {
  const std::uint64_t places = ngram_total(text.size(), n);
  for (std::size_t i = 0; i < places; ++i) {
    at_[i] = find_or_add(at_[i], text[i + n - 1]);
  }
}

NgramMatches NgramCounter::clipped_matches(std::span<const TokenSpan> references,
                                           TokenSpan hypothesis, std::size_t orders) {
  std::size_t most = 0;
  for (const TokenSpan reference : references) {
    most += reference.size() * orders;
  }
  reset(most);

  for (const TokenSpan reference : references) {
    at_.assign(reference.size(), 0);
    std::fill(count_.begin(), count_.end(), 0);
    for (std::size_t n = 1; n <= orders; ++n) {
      extend(reference, n);
      const std::uint64_t places = ngram_total(reference.size(), n);
      for (std::size_t i = 0; i < places; ++i) {
        const std::uint32_t id = at_[i];
        if (references.size() == 1) {
          ++limit_[id];
        } else {
          if (count_.size() <= id) {
            count_.resize(limit_.size(), 0);
          }
          limit_[id] = std::max(limit_[id], ++count_[id]);
        }
      }
    }
  }

  NgramMatches matches{};
  at_.assign(hypothesis.size(), 0);
  for (std::size_t n = 1; n <= orders; ++n) {
    const std::uint64_t places = ngram_total(hypothesis.size(), n);
    std::uint64_t matched = 0;
    bool any = false;
    for (std::size_t i = 0; i < places; ++i) {
      if (n > 1 && at_[i] == 0) {
        continue;
      }
      const std::uint32_t id = find(at_[i], hypothesis[i + n - 1]);
      at_[i] = id;
      if (id == 0) {
        continue;
      }
      any = true;
      if (limit_[id] > 0) {
        --limit_[id];
        ++matched;
      }
    }
    matches[n - 1] = matched;
    if (!any) {
      break;
    }
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
  reset((first.size() + second.size()) * (fits ? 1 : n));
  const auto packed = [&](TokenSpan text, std::size_t i) {
    std::uint64_t key = text[i];
    for (std::size_t k = 1; k < n; ++k) {
      key = key << bits | text[i + k];
    }
    return find_or_add(static_cast<std::uint32_t>(key >> 32), static_cast<std::uint32_t>(key));
  };
  DistinctOverlap overlap;
  enum : std::uint32_t { unseen, in_first, in_both, in_second };
  for (const bool is_first : {true, false}) {
    const TokenSpan text = is_first ? first : second;
    if (!fits) {
      at_.assign(text.size(), 0);
      for (std::size_t order = 1; order <= n; ++order) {
        extend(text, order);
      }
    }
    for (std::size_t i = 0; i < ngram_total(text.size(), n); ++i) {
      std::uint32_t& state = limit_[fits ? packed(text, i) : at_[i]];
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
