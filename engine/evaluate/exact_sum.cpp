#include "engine/evaluate/exact_sum.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace unspin {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr int smallest_exponent = -1074;
constexpr int mantissa_bits = 53;

/// Two's complement.
template <class Limbs>
void negate(Limbs& units) {
  bool carries = true;
  for (std::uint64_t& limb : units) {
    limb = ~limb + (carries ? 1 : 0);
    carries = carries && limb == 0;
  }
}

}  // namespace

void ExactSum::add(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(std::abs(value));
  const std::uint64_t exponent = bits >> (mantissa_bits - 1);
  std::uint64_t mantissa = bits & ((std::uint64_t{1} << (mantissa_bits - 1)) - 1);
  std::size_t shift = 0;
  if (exponent > 0) {
    mantissa |= std::uint64_t{1} << (mantissa_bits - 1);
    shift = exponent - 1;
  }
  const Wide shifted = Wide{mantissa} << (shift % 64);
  std::array<std::uint64_t, limbs> addend{};
  addend[shift / 64] = static_cast<std::uint64_t>(shifted);
  addend[shift / 64 + 1] = static_cast<std::uint64_t>(shifted >> 64);
  if (std::signbit(value)) {
    negate(addend);
  }
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < limbs; ++i) {
    const Wide sum = Wide{units_[i]} + addend[i] + carry;
    units_[i] = static_cast<std::uint64_t>(sum);
    carry = static_cast<std::uint64_t>(sum >> 64);
  }
}

double ExactSum::divided_by(std::uint64_t count) const {
  std::array<std::uint64_t, limbs> quotient = units_;
  const bool is_negative = units_[limbs - 1] >> 63 != 0;
  if (is_negative) {
    negate(quotient);
  }
  Wide remainder = 0;
  for (std::size_t i = limbs; i-- > 0;) {
    const Wide part = (remainder << 64) | quotient[i];
    quotient[i] = static_cast<std::uint64_t>(part / count);
    remainder = part % count;
  }
  const auto bit = [&quotient](std::size_t at) {
    return (quotient[at / 64] >> (at % 64) & 1) != 0;
  };
  std::size_t length = 64 * limbs;
  while (length > 0 && !bit(length - 1)) {
    --length;
  }
  // The leading 53 bits, the half of the last one, and whether anything lies below that.
  const std::size_t dropped = length > mantissa_bits ? length - mantissa_bits : 0;
  std::uint64_t mantissa = 0;
  for (std::size_t at = length; at > dropped; --at) {
    mantissa = (mantissa << 1) | (bit(at - 1) ? 1U : 0U);
  }
  bool is_half = false;
  bool is_more = remainder != 0;
  if (dropped > 0) {
    is_half = bit(dropped - 1);
    for (std::size_t at = 0; at + 1 < dropped && !is_more; ++at) {
      is_more = bit(at);
    }
  } else {
    is_half = 2 * remainder >= count;
    is_more = 2 * remainder > count;
  }
  if (is_half && (is_more || (mantissa & 1) != 0)) {
    ++mantissa;
  }
  const double value =
      std::ldexp(static_cast<double>(mantissa), static_cast<int>(dropped) + smallest_exponent);
  return is_negative ? -value : value;
}

}  // namespace unspin
