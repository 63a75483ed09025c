#include "engine/lexicon/string_table.hpp"

#define XXH_INLINE_ALL
#include <bit>
#include <stdexcept>
#include <xxhash.h>

namespace unspin {
namespace {

std::size_t home_of(std::string_view text, std::size_t slots) {
  return XXH3_64bits(text.data(), text.size()) & (slots - 1);
}

}  // namespace

bool cuts(std::span<const std::uint32_t> offsets, std::size_t size) {
  if (offsets.empty() || offsets.front() != 0 || offsets.back() != size) {
    return false;
  }
  bool falls = false;  // without an early way out the compiler makes this a vector loop
  for (std::size_t i = 1; i < offsets.size(); ++i) {
    falls |= offsets[i] < offsets[i - 1];
  }
  return !falls;
}

std::optional<StringTable> StringTable::over(std::span<const std::uint32_t> offsets,
                                             std::span<const char> bytes,
                                             std::span<const std::uint32_t> slots) {
  if (!cuts(offsets, bytes.size()) || offsets.size() > none ||
      (!slots.empty() && !std::has_single_bit(slots.size()))) {
    return std::nullopt;
  }
  StringTable table;
  table.size_ = static_cast<std::uint32_t>(offsets.size() - 1);
  table.offsets_ = offsets.data();
  table.bytes_ = bytes.data();
  table.slots_ = slots;
  return table;
}

std::string_view StringTable::text(std::uint32_t number) const {
  if (number >= size_) {
    return {};
  }
  return {bytes_ + offsets_[number], offsets_[number + 1] - offsets_[number]};
}

std::uint32_t StringTable::find(std::string_view wanted) const {
  if (slots_.empty()) {
    return none;
  }
  std::size_t at = home_of(wanted, slots_.size());
  // Counted, so that a table without a free slot, which we do not write, cannot hold us forever.
  for (std::size_t looked = 0; looked < slots_.size() && slots_[at] != 0; ++looked) {
    const std::uint32_t number = slots_[at] - 1;
    if (number < size_ && text(number) == wanted) {
      return number;
    }
    at = (at + 1) & (slots_.size() - 1);
  }
  return none;
}

StringTableArrays make_string_table(std::span<const std::string_view> texts) {
  StringTableArrays table;
  table.offsets.reserve(texts.size() + 1);
  table.offsets.push_back(0);
  if (texts.empty()) {
    return table;
  }
  table.slots.resize(std::bit_ceil(2 * texts.size()));
  for (std::size_t number = 0; number < texts.size(); ++number) {
    table.bytes += texts[number];
    if (table.bytes.size() > StringTable::none) {
      throw std::length_error("a table of strings has room for 4 GiB");
    }
    table.offsets.push_back(static_cast<std::uint32_t>(table.bytes.size()));
    std::size_t at = home_of(texts[number], table.slots.size());
    while (table.slots[at] != 0) {
      at = (at + 1) & (table.slots.size() - 1);
    }
    table.slots[at] = static_cast<std::uint32_t>(number + 1);
  }
  return table;
}

}  // namespace unspin
