#include "engine/kernel/bit_parallel.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "engine/kernel/common_ends.hpp"

namespace unspin {
namespace {

constexpr std::size_t word_bits = 64;

std::size_t slot_of(std::uint32_t token, std::size_t mask) {
  return ((token * 0x9E3779B97F4A7C15u) >> 32) & mask;
}

/// Bits of the last block that stand for tokens of the pattern.
std::uint64_t last_block_bits(std::size_t length) {
  const std::size_t rest = length % word_bits;
  return rest == 0 ? ~std::uint64_t{0} : (std::uint64_t{1} << rest) - 1;
}

}  // namespace

void BitParallel::set_pattern(TokenSpan pattern) {
  pattern_length_ = pattern.size();
  blocks_ = (pattern.size() + word_bits - 1) / word_bits;
  const std::size_t size = std::bit_ceil(std::max<std::size_t>(pattern.size() * 2, 16));
  slots_.assign(size, Slot{});
  slot_mask_ = size - 1;
  masks_.assign(blocks_, 0);
  std::uint32_t rows = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    std::size_t at = slot_of(pattern[i], slot_mask_);
    while (slots_[at].row != 0 && slots_[at].token != pattern[i]) {
      at = (at + 1) & slot_mask_;
    }
    if (slots_[at].row == 0) {
      slots_[at] = {pattern[i], ++rows};
      masks_.resize((rows + std::size_t{1}) * blocks_, 0);
    }
    masks_[slots_[at].row * blocks_ + i / word_bits] |= std::uint64_t{1} << (i % word_bits);
  }
}

const std::uint64_t* BitParallel::masks_of(std::uint32_t token) const {
  std::size_t at = slot_of(token, slot_mask_);
  while (slots_[at].row != 0 && slots_[at].token != token) {
    at = (at + 1) & slot_mask_;
  }
  return masks_.data() + slots_[at].row * blocks_;
}

std::size_t BitParallel::lcs_length(TokenSpan a, TokenSpan b) {
  const std::size_t before = a.size();
  strip_common_ends(a, b);
  std::size_t length = before - a.size();
  if (a.size() > b.size()) {
    std::swap(a, b);
  }
  carries_.assign(b.size(), no_carry);
  for (; !a.empty(); a = a.subspan(std::min(a.size(), longest_pattern))) {
    set_pattern(a.first(std::min(a.size(), longest_pattern)));
    length += lcs_of_strip(b);
  }
  return length;
}

/// How much the strip adds to the length. A zero bit of state_ marks a row where the length grows
/// by one.
std::size_t BitParallel::lcs_of_strip(TokenSpan text) {
  state_.assign(blocks_, ~std::uint64_t{0});
  for (std::size_t j = 0; j < text.size(); ++j) {
    const std::uint64_t* masks = masks_of(text[j]);
    std::uint64_t carry = carries_[j];
    for (std::size_t block = 0; block < blocks_; ++block) {
      const std::uint64_t s = state_[block];
      const std::uint64_t u = s & masks[block];
      const std::uint64_t sum = s + u;
      const std::uint64_t sum_with_carry = sum + carry;
      carry =
          static_cast<std::uint64_t>(sum < s) | static_cast<std::uint64_t>(sum_with_carry < sum);
      state_[block] = sum_with_carry | (s - u);
    }
    carries_[j] = static_cast<std::uint8_t>(carry);
  }
  std::size_t length = 0;
  for (std::size_t block = 0; block < blocks_; ++block) {
    const std::uint64_t used =
        block + 1 == blocks_ ? last_block_bits(pattern_length_) : ~std::uint64_t{0};
    length += static_cast<std::size_t>(std::popcount(~state_[block] & used));
  }
  return length;
}

std::size_t BitParallel::levenshtein(TokenSpan a, TokenSpan b) {
  return distance(a, b, &BitParallel::levenshtein_of_strip);
}

std::size_t BitParallel::optimal_string_alignment(TokenSpan a, TokenSpan b) {
  return distance(a, b, &BitParallel::alignment_of_strip);
}

std::size_t BitParallel::distance(TokenSpan a, TokenSpan b, OfStrip of_strip) {
  strip_common_ends(a, b);
  if (a.size() > b.size()) {
    std::swap(a, b);
  }
  // Above the first row every token of the text costs one; each strip hands its last row down.
  carries_.assign(b.size(), carry_one);
  if (a.empty()) {
    return b.size();
  }
  auto distance = static_cast<std::ptrdiff_t>(a.size());
  for (; !a.empty(); a = a.subspan(std::min(a.size(), longest_pattern))) {
    set_pattern(a.first(std::min(a.size(), longest_pattern)));
    const std::ptrdiff_t grown = (this->*of_strip)(b);
    if (a.size() <= longest_pattern) {
      distance += grown;
    }
  }
  return static_cast<std::size_t>(distance);
}

std::size_t BitParallel::levenshtein_to_pattern(TokenSpan text) {
  if (pattern_length_ == 0) {
    return text.size();
  }
  carries_.assign(text.size(), carry_one);
  return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(pattern_length_) +
                                  levenshtein_of_strip(text));
}

/// How much the strip's last row grows along the text. Bits of state_ and negative_: the cell is
/// one more, one less than the cell above it.
std::ptrdiff_t BitParallel::levenshtein_of_strip(TokenSpan text) {
  std::vector<std::uint64_t>& positive = state_;
  positive.assign(blocks_, ~std::uint64_t{0});
  negative_.assign(blocks_, 0);
  const std::size_t last_bit = (pattern_length_ - 1) % word_bits;
  std::ptrdiff_t grown = 0;

  for (std::size_t j = 0; j < text.size(); ++j) {
    const std::uint64_t* masks = masks_of(text[j]);
    std::uint64_t in_positive = carries_[j] == carry_one ? 1 : 0;
    std::uint64_t in_negative = carries_[j] == carry_minus_one ? 1 : 0;
    for (std::size_t block = 0; block < blocks_; ++block) {
      const std::uint64_t pv = positive[block];
      const std::uint64_t mv = negative_[block];
      const std::uint64_t eq = masks[block];
      const std::uint64_t xv = eq | mv;
      const std::uint64_t eq_in = eq | in_negative;
      const std::uint64_t xh = (((eq_in & pv) + pv) ^ pv) | eq_in;
      std::uint64_t ph = mv | ~(xh | pv);
      std::uint64_t mh = pv & xh;
      const std::size_t out_bit = block + 1 == blocks_ ? last_bit : word_bits - 1;
      const std::uint64_t out_positive = (ph >> out_bit) & 1;
      const std::uint64_t out_negative = (mh >> out_bit) & 1;
      ph = (ph << 1) | in_positive;
      mh = (mh << 1) | in_negative;
      positive[block] = mh | ~(xv | ph);
      negative_[block] = ph & xv;
      in_positive = out_positive;
      in_negative = out_negative;
    }
    grown += static_cast<std::ptrdiff_t>(in_positive) - static_cast<std::ptrdiff_t>(in_negative);
    carries_[j] = in_positive != 0 ? carry_one : in_negative != 0 ? carry_minus_one : no_carry;
  }
  return grown;
}

/// The same with swaps. Bits of diagonal_: the cell equals the one above the cell to its left. Two
/// tokens a b stand where the text has b a, and cost one, if the cell in which a meets a does not
/// equal its diagonal.
std::ptrdiff_t BitParallel::alignment_of_strip(TokenSpan text) {
  std::vector<std::uint64_t>& positive = state_;
  positive.assign(blocks_, ~std::uint64_t{0});
  negative_.assign(blocks_, 0);
  diagonal_.assign(blocks_, 0);
  const std::size_t last_bit = (pattern_length_ - 1) % word_bits;
  const std::uint64_t* masks_before = masks_.data();  // row 0: no token
  std::ptrdiff_t grown = 0;

  for (std::size_t j = 0; j < text.size(); ++j) {
    const std::uint64_t* masks = masks_of(text[j]);
    std::uint64_t in_positive = (carries_[j] & carry_one) != 0 ? 1 : 0;
    std::uint64_t in_negative = (carries_[j] & carry_minus_one) != 0 ? 1 : 0;
    std::uint64_t in_swap = (carries_[j] & carry_swap) != 0 ? 1 : 0;
    for (std::size_t block = 0; block < blocks_; ++block) {
      const std::uint64_t pv = positive[block];
      const std::uint64_t mv = negative_[block];
      const std::uint64_t eq = masks[block];
      const std::uint64_t swap_begins = ~diagonal_[block] & eq;
      const std::uint64_t swap = ((swap_begins << 1) | in_swap) & masks_before[block];
      const std::uint64_t eq_in = eq | in_negative;
      const std::uint64_t d = (((eq_in & pv) + pv) ^ pv) | eq_in | mv | swap;
      std::uint64_t ph = mv | ~(d | pv);
      std::uint64_t mh = pv & d;
      const std::size_t out_bit = block + 1 == blocks_ ? last_bit : word_bits - 1;
      const std::uint64_t out_positive = (ph >> out_bit) & 1;
      const std::uint64_t out_negative = (mh >> out_bit) & 1;
      in_swap = (swap_begins >> out_bit) & 1;
      ph = (ph << 1) | in_positive;
      mh = (mh << 1) | in_negative;
      positive[block] = mh | ~(d | ph);
      negative_[block] = ph & d;
      diagonal_[block] = d;
      in_positive = out_positive;
      in_negative = out_negative;
    }
    grown += static_cast<std::ptrdiff_t>(in_positive) - static_cast<std::ptrdiff_t>(in_negative);
    carries_[j] = static_cast<std::uint8_t>((in_positive != 0 ? carry_one : 0) |
                                            (in_negative != 0 ? carry_minus_one : 0) |
                                            (in_swap != 0 ? carry_swap : 0));
    masks_before = masks;
  }
  return grown;
}

}  // namespace unspin
