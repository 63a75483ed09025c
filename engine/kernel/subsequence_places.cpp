#include "engine/kernel/subsequence_places.hpp"

#include <algorithm>
#include <cmath>

namespace unspin {
namespace {

/// Columns from one kept state to the next.
std::size_t stride_for(std::size_t columns) {
  constexpr std::size_t least = 1024;
  return std::max(least, static_cast<std::size_t>(std::sqrt(static_cast<double>(columns))));
}

}  // namespace

void SubsequencePlaces::set_text(TokenSpan text) {
  for (const std::uint32_t token : text_) {
    last_[token] = dense_[token] = 0;
  }
  text_.assign(text.begin(), text.end());
  blocks_ = (text.size() + 63) / 64;
  previous_.resize(text.size());
  masks_.assign(blocks_, 0);
  const std::size_t tokens = text.empty() ? 0 : std::size_t{*std::ranges::max_element(text)} + 1;
  if (last_.size() < tokens) {
    last_.resize(tokens, 0);
    dense_.resize(tokens, 0);
  }
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    previous_[i] = last_[text[i]];
    last_[text[i]] = i + 1;
  }
  // For a frequent token a mask costs less than its occurrences; there are at most 64 of them.
  std::uint32_t masks = 0;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const bool is_last = last_[text[i]] == i + 1;
    std::size_t occurrences = 0;
    for (std::uint32_t at = i + 1; is_last && at != 0; at = previous_[at - 1]) {
      ++occurrences;
    }
    if (occurrences <= blocks_) {
      continue;
    }
    dense_[text[i]] = ++masks;
    masks_.resize((masks + std::size_t{1}) * blocks_, 0);
    for (std::uint32_t at = i + 1; at != 0; at = previous_[at - 1]) {
      masks_[masks * blocks_ + (at - 1) / 64] |= std::uint64_t{1} << ((at - 1) % 64);
    }
  }
}

void SubsequencePlaces::step(const std::uint64_t* masks) {
  std::uint64_t carry = 0;
  for (std::size_t block = 0; block < blocks_; ++block) {
    const std::uint64_t s = state_[block];
    const std::uint64_t u = s & masks[block];
    const std::uint64_t sum = s + u;
    const std::uint64_t sum_with_carry = sum + carry;
    carry = static_cast<std::uint64_t>(sum < s) | static_cast<std::uint64_t>(sum_with_carry < sum);
    state_[block] = sum_with_carry | (s - u);
  }
}

void SubsequencePlaces::fill_columns(TokenSpan other, std::size_t from, std::size_t to) {
  columns_.resize((to - from) * blocks_);
  for (std::size_t j = from; j < to; ++j) {
    const std::uint32_t token = other[j];
    if (token < last_.size() && last_[token] != 0) {
      const bool is_rare = dense_[token] == 0;
      const auto flip = [&] {
        for (std::uint32_t at = last_[token]; is_rare && at != 0; at = previous_[at - 1]) {
          masks_[(at - 1) / 64] ^= std::uint64_t{1} << ((at - 1) % 64);
        }
      };
      flip();
      step(masks_.data() + dense_[token] * blocks_);
      flip();
    }
    std::ranges::copy(state_, columns_.begin() + static_cast<std::ptrdiff_t>((j - from) * blocks_));
  }
}

void SubsequencePlaces::mark(TokenSpan other, std::vector<bool>& is_common) {
  std::size_t i = text_.size();
  std::size_t j = other.size();
  for (; i > 0 && j > 0 && text_[i - 1] == other[j - 1]; --i, --j) {
    is_common[i - 1] = true;
  }
  if (i == 0 || j == 0) {
    return;
  }
  const std::size_t stride = stride_for(j);
  state_.assign(blocks_, ~std::uint64_t{0});
  kept_.clear();
  std::size_t from = 0;
  for (std::size_t to = 0; to < j;) {
    from = to;
    to = std::min(j, from + stride);
    kept_.insert(kept_.end(), state_.begin(), state_.end());
    fill_columns(other, from, to);
  }
  while (i > 0 && j > 0) {
    if (j <= from) {
      const std::size_t to = from;
      from -= stride;
      const auto kept = kept_.begin() + static_cast<std::ptrdiff_t>(from / stride * blocks_);
      state_.assign(kept, kept + static_cast<std::ptrdiff_t>(blocks_));
      fill_columns(other, from, to);
    }
    if (text_[i - 1] == other[j - 1]) {
      is_common[--i] = true;
      --j;
    } else if (grows(i - 1, j - 1, from)) {
      --j;
    } else {
      --i;
    }
  }
}

}  // namespace unspin
