// Numbers in as few bytes as they need: seven bits a byte, the lowest first, the top bit set in all
// bytes but the last.
#pragma once

#include <cstdint>
#include <string>

namespace unspin {

inline void append_varint(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) {
    out += static_cast<char>(number | 0x80);
  }
  out += static_cast<char>(number);
}

/// Reads what append_varint() wrote and never behind `end`. What is cut short or too long reads as
/// 0 and sets `is_damaged`.
class VarintReader {
 public:
  VarintReader(const char* begin, const char* end) : at_(begin), end_(end) {}

  std::uint64_t next() {
    if (at_ != end_ && static_cast<unsigned char>(*at_) < 0x80) {  // nearly always
      return static_cast<unsigned char>(*at_++);
    }
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && at_ != end_; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      number |= std::uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) {
        return number;
      }
    }
    is_damaged_ = true;
    return 0;
  }

  const char* at() const { return at_; }
  std::uint64_t left() const { return static_cast<std::uint64_t>(end_ - at_); }
  /// Steps over so many bytes, or to the end and is damaged.
  const char* skip(std::uint64_t bytes) {
    const char* skipped = at_;
    is_damaged_ = is_damaged_ || bytes > left();
    at_ = bytes > left() ? end_ : at_ + bytes;
    return skipped;
  }
  bool is_damaged() const { return is_damaged_; }

 private:
  const char* at_;
  const char* end_;
  bool is_damaged_ = false;
};

}  // namespace unspin
