#include "engine/score/nearest_name.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/kernel/bit_parallel.hpp"
#include "engine/text/ascii.hpp"
#include "engine/text/tokens.hpp"

namespace unspin {
namespace {

/// Names differ in case within a field (ROUGE-L, rougeL): that is no mistake of spelling.
TokenIds letters_of(std::string_view name) {
  TokenIds letters;
  for (const char c : name) {
    letters.push_back(static_cast<unsigned char>(lower_ascii(c)));
  }
  return letters;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return BitParallel().levenshtein(letters_of(a), letters_of(b));
}

}  // namespace

std::string suggest_name(std::string_view asked, std::span<const std::string_view> known) {
  const auto nearest = std::ranges::min_element(
      known, {}, [&](std::string_view name) { return edit_distance(asked, name); });
  if (nearest != known.end() && edit_distance(asked, *nearest) <= 1 + asked.size() / 3) {
    return fmt::format("did you mean {}?", *nearest);
  }
  return fmt::format("there are: {}", fmt::join(known, ", "));
}

}  // namespace unspin
