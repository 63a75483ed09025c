#include "scorers/term/near_miss.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

constexpr std::size_t shortest = 4;
constexpr std::size_t shortest_with_two_edits = 5;
constexpr std::size_t longest = 64;
constexpr std::uint8_t too_many = 100;

struct CodePoints {
  std::array<char32_t, longest> at{};
  std::size_t size = 0;
};

/// Nothing for a word that is too long.
std::optional<CodePoints> code_points(std::string_view word) {
  CodePoints all;
  for (std::size_t offset = 0; offset < word.size();) {
    if (all.size == longest) {
      return std::nullopt;
    }
    all.at[all.size++] = next_code_point(word, offset);
  }
  return all;
}

/// Whether at most `most` edits turn `a` into `b`. Only the cells at most that far from the table's
/// diagonal are filled; the others cannot be on a way that short.
bool is_within(const CodePoints& a, const CodePoints& b, std::size_t most) {
  using Row = std::array<std::uint8_t, longest + 1>;
  Row before_last{};
  Row last{};
  Row row{};
  last.fill(too_many);
  before_last.fill(too_many);
  for (std::size_t j = 0; j <= most; ++j) {
    last[j] = static_cast<std::uint8_t>(j);
  }
  for (std::size_t i = 1; i <= a.size; ++i) {
    row.fill(too_many);
    if (i <= most) {
      row[0] = static_cast<std::uint8_t>(i);
    }
    for (std::size_t j = i > most ? i - most : 1; j <= std::min(b.size, i + most); ++j) {
      const bool is_same = a.at[i - 1] == b.at[j - 1];
      int edits = std::min({last[j - 1] + (is_same ? 0 : 1), last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1]) {
        edits = std::min(edits, before_last[j - 2] + 1);
      }
      row[j] = static_cast<std::uint8_t>(edits);
    }
    before_last = std::exchange(last, row);
  }
  return last[b.size] <= most;
}

}  // namespace

bool is_near_miss(std::string_view a, std::string_view b) {
  if (a == b) {
    return false;
  }
  const auto points_of_a = code_points(a);
  const auto points_of_b = code_points(b);
  if (!points_of_a || !points_of_b) {
    return false;
  }
  const auto [shorter, longer] = std::minmax(points_of_a->size, points_of_b->size);
  const std::size_t most = shorter < shortest_with_two_edits ? 1 : 2;
  return shorter >= shortest && longer <= shorter + most &&
         is_within(*points_of_a, *points_of_b, most);
}

}  // namespace unspin
