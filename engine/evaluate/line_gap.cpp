#include "engine/evaluate/line_gap.hpp"

#include "engine/evaluate/likeness.hpp"

namespace unspin {

std::optional<std::size_t> find_gap(std::span<const std::string> shorter,
                                    std::span<const std::string> longer) {
  constexpr std::size_t longest_gap = 100;
  constexpr double alike = 0.2;  // lines that belong together have more on average
  const std::size_t gap = longer.size() - shorter.size();
  if (shorter.size() < 2 || gap > longest_gap) {
    return std::nullopt;
  }
  // With the gap before line i: Σ over j < i of likeness at j + Σ over j ≥ i of likeness at j +
  // gap.
  double behind = 0;
  for (std::size_t i = 0; i < shorter.size(); ++i) {
    behind += likeness(shorter[i], longer[i + gap]);
  }
  double before = 0;
  double most = 0;
  std::size_t place = 0;
  double behind_at_place = 0;
  double straight_behind_place = 0;
  for (std::size_t i = 0; i <= shorter.size(); ++i) {
    if (before + behind > most) {
      most = before + behind;
      place = i;
      behind_at_place = behind;
      straight_behind_place = 0;
    }
    if (i < shorter.size()) {
      const double straight = likeness(shorter[i], longer[i]);
      before += straight;
      straight_behind_place += straight;
      behind -= likeness(shorter[i], longer[i + gap]);
    }
  }
  // `before` is now the likeness of the files without a gap.
  const auto size = static_cast<double>(shorter.size());
  const bool is_clear =
      most > alike * size && most > before && behind_at_place > 2 * straight_behind_place;
  return is_clear && place < shorter.size() ? std::optional(place) : std::nullopt;
}

}  // namespace unspin
