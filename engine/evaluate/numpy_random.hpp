// The random numbers of NumPy's default_rng(seed), draw for draw: whoever resamples the same
// segments with the same seed as somebody who used NumPy gets the same numbers.
//
// SeedSequence (O'Neill 2015, "Developing a seed_seq alternative") spreads the seed over the state
// of PCG64 (O'Neill 2014, "PCG: a family of simple fast space-efficient statistically good
// algorithms for random number generation": 128 bits, output XSL-RR). Whole numbers below a bound
// are drawn as Lemire 2019, "Fast random integer generation in an interval", from 32 bits each.
// Held against NumPy 1.24.2; the streams are the same since NumPy 1.17.
#pragma once

#include <cstdint>
#include <span>

namespace unspin {

/// One stream of numbers. For one thread; every draw depends on all before it.
class NumpyRandom {
 public:
  explicit NumpyRandom(std::uint64_t seed);

  std::uint64_t next_64();
  /// The halves of next_64(), the low one first.
  std::uint32_t next_32();

  /// Fills `out` as rng.integers(bound, size=out.size()) and rng.choice(bound, size=out.size()) do:
  /// from 0 to bound − 1. Calls for parts of an array give what one call for all of it gives.
  /// `bound` is from 1 to 2³² − 1.
  void fill_below(std::uint32_t bound, std::span<std::uint32_t> out);

 private:
  __extension__ using Wide = unsigned __int128;

  void step();

  Wide state_ = 0;
  Wide increment_ = 0;
  std::uint32_t high_half_ = 0;
  bool has_high_half_ = false;
};

/// The bits of rng.integers(2, size=…, dtype=bool), one after the other: those of next_32(), the
/// least significant first. The generator must outlive it and be used by nobody else meanwhile.
class NumpyBits {
 public:
  explicit NumpyBits(NumpyRandom& random) : random_(random) {}

  bool next() {
    if (left_ == 0) {
      bits_ = random_.next_32();
      left_ = 32;
    }
    const bool bit = (bits_ & 1) != 0;
    bits_ >>= 1;
    --left_;
    return bit;
  }

 private:
  NumpyRandom& random_;
  std::uint32_t bits_ = 0;
  int left_ = 0;
};

}  // namespace unspin
