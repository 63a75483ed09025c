#include "engine/evaluate/numpy_random.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace unspin {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr Wide multiplier = (Wide{2549297995355413924U} << 64) | 4865540595714422341U;

/// Spreads a seed over as many words as are asked for.
class SeedSequence {
 public:
  explicit SeedSequence(std::uint64_t seed) {
    const std::array<std::uint32_t, 4> entropy{static_cast<std::uint32_t>(seed),
                                               static_cast<std::uint32_t>(seed >> 32), 0, 0};
    std::uint32_t constant = 0x43b0d7e5;
    const auto hashed = [&constant](std::uint32_t value) {
      return scrambled(value, constant, 0x931e8875);
    };
    std::ranges::transform(entropy, pool_.begin(), hashed);
    for (std::size_t from = 0; from < pool_.size(); ++from) {
      for (std::size_t to = 0; to < pool_.size(); ++to) {
        if (from != to) {
          pool_[to] = mixed(pool_[to], hashed(pool_[from]));
        }
      }
    }
  }

  std::array<std::uint64_t, 4> state() const {
    std::array<std::uint64_t, 4> words{};
    std::uint32_t constant = 0x8b51f9dd;
    for (std::size_t half = 0; half < 2 * words.size(); ++half) {
      const std::uint64_t bits = scrambled(pool_[half % pool_.size()], constant, 0x58f38ded);
      words[half / 2] |= bits << (half % 2 == 0 ? 0 : 32);
    }
    return words;
  }

 private:
  static std::uint32_t scrambled(std::uint32_t value, std::uint32_t& constant,
                                 std::uint32_t factor) {
    value ^= constant;
    constant *= factor;
    value *= constant;
    return value ^ (value >> 16);
  }

  static std::uint32_t mixed(std::uint32_t x, std::uint32_t y) {
    const std::uint32_t value = 0xca01f9ddU * x - 0x4973f715U * y;
    return value ^ (value >> 16);
  }

  std::array<std::uint32_t, 4> pool_{};
};

}  // namespace

NumpyRandom::NumpyRandom(std::uint64_t seed) {
  const auto words = SeedSequence(seed).state();
  increment_ = (((Wide{words[2]} << 64) | words[3]) << 1) | 1;
  step();
  state_ += (Wide{words[0]} << 64) | words[1];
  step();
}

void NumpyRandom::step() { state_ = state_ * multiplier + increment_; }

std::uint64_t NumpyRandom::next_64() {
  step();
  const auto high = static_cast<std::uint64_t>(state_ >> 64);
  return std::rotr(high ^ static_cast<std::uint64_t>(state_), static_cast<int>(high >> 58));
}

std::uint32_t NumpyRandom::next_32() {
  if (has_high_half_) {
    has_high_half_ = false;
    return high_half_;
  }
  const std::uint64_t both = next_64();
  high_half_ = static_cast<std::uint32_t>(both >> 32);
  has_high_half_ = true;
  return static_cast<std::uint32_t>(both);
}

void NumpyRandom::fill_below(std::uint32_t bound, std::span<std::uint32_t> out) {
  if (bound == 1) {
    std::ranges::fill(out, 0U);  // no choice, no draw
    return;
  }
  const std::uint32_t rejected_below = (0U - bound) % bound;
  for (std::uint32_t& number : out) {
    std::uint64_t product = std::uint64_t{next_32()} * bound;
    while (static_cast<std::uint32_t>(product) < rejected_below) {
      product = std::uint64_t{next_32()} * bound;
    }
    number = static_cast<std::uint32_t>(product >> 32);
  }
}

}  // namespace unspin
