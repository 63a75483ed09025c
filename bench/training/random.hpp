// The only source of chance in the training texts: splitmix64 (Steele, Lea, Flood 2014) from a seed
// that is a hash of what the chance is about. The standard's distributions differ from library to
// library, these draws do not: the same bytes on every machine and in every order of work.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <xxhash.h>

namespace unspin::training {

/// A seed for what `about` names, different for each `seed`.
inline std::uint64_t seed_of(std::string_view about, std::uint64_t seed = 0) {
  return XXH3_64bits_withSeed(about.data(), about.size(), seed);
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
  }

  /// 0 ≤ result < 1.
  double share() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  double between(double least, double most) { return least + (most - least) * share(); }
  bool chance(double probability) { return share() < probability; }
  /// 0 ≤ result < count; count is at least 1.
  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(share() * static_cast<double>(count));
  }

 private:
  std::uint64_t state_;
};

}  // namespace unspin::training
