// Distinct strings numbered 0, 1, 2, … as they lie in the lexicon file: three arrays, looked up in
// place.
//
//   offsets  one number more than there are strings; string i is bytes[offsets[i], offsets[i + 1])
//   bytes    the strings one behind the other
//   slots    a hash table: open addressing from XXH3 modulo its size, a power of two; number + 1,
//   or
//            0 where it is free. Empty if there are no strings
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unspin {

/// Whether these numbers cut `size` things into pieces: 0 … size, never falling.
bool cuts(std::span<const std::uint32_t> offsets, std::size_t size);

/// A view; whoever holds the arrays keeps them alive.
class StringTable {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  StringTable() = default;

  /// Nothing if the arrays are no such table, as far as reading them safely goes.
  static std::optional<StringTable> over(std::span<const std::uint32_t> offsets,
                                         std::span<const char> bytes,
                                         std::span<const std::uint32_t> slots);

  std::uint32_t size() const { return size_; }

  /// Empty for a number that is none of the table's.
  std::string_view text(std::uint32_t number) const;

  /// The number of a string, or `none`. Constant time.
  std::uint32_t find(std::string_view text) const;

 private:
  std::uint32_t size_ = 0;
  const std::uint32_t* offsets_ = nullptr;
  const char* bytes_ = nullptr;
  std::span<const std::uint32_t> slots_;
};

/// The arrays of a table.
struct StringTableArrays {
  std::vector<std::uint32_t> offsets;
  std::string bytes;
  std::vector<std::uint32_t> slots;
};

/// `texts` are distinct and have less than 4 GiB together.
StringTableArrays make_string_table(std::span<const std::string_view> texts);

}  // namespace unspin
