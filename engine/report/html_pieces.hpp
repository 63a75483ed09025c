// Two texts cut into the pieces that a page shows each as one: the spans, cut further at swaps.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/score/evidence.hpp"

namespace unspin {

/// What a reader is told of a piece.
enum class PieceKind : std::uint8_t {
  same,      ///< the same words
  small,     ///< another form or spelling, a function word for another
  swapped,   ///< a word for its synonym, or constantly one for another
  reworded,  ///< other words in the same place
  alone,     ///< left out, or put in
};
constexpr std::size_t piece_kinds = 5;

struct Piece {
  PieceKind kind = PieceKind::same;
  std::uint32_t source_begin = 0, source_end = 0;  ///< words, ends exclusive
  std::uint32_t rewrite_begin = 0, rewrite_end = 0;
  bool operator==(const Piece&) const = default;
};

/// Every word of either text is in exactly one piece, and so is each swap that lies within a span.
/// In the order of the spans. Linear.
std::vector<Piece> pieces_of(const Evidence& evidence);

/// How many pieces there are of each kind, and the words in them, by PieceKind.
struct PieceCounts {
  std::array<std::uint32_t, piece_kinds> pieces{}, source_words{}, rewrite_words{};
};
PieceCounts counts_of(const std::vector<Piece>& pieces);

}  // namespace unspin
