#include <algorithm>

#include "engine/text/unfold.hpp"

namespace unspin {
namespace {

/// The raw offset of a byte in or at the end of a piece. Where the piece is one character that was
/// read as another, only its ends have a place in the raw text.
std::uint32_t raw_place(const Unfolded::Piece& piece, std::uint32_t offset) {
  return std::min(piece.raw_begin + (offset - piece.begin), piece.raw_end);
}

}  // namespace

std::uint32_t Unfolded::raw_begin_of(std::uint32_t unfolded_begin) const {
  if (!is_changed) {
    return unfolded_begin;
  }
  const auto behind =
      std::upper_bound(pieces.begin(), pieces.end(), unfolded_begin,
                       [](std::uint32_t at, const Piece& piece) { return at < piece.begin; });
  if (behind == pieces.begin()) {
    return 0;  // nothing is left of the text
  }
  return unfolded_begin == text.size() ? std::prev(behind)->raw_end
                                       : raw_place(*std::prev(behind), unfolded_begin);
}

std::uint32_t Unfolded::raw_end_of(std::uint32_t unfolded_end) const {
  if (!is_changed) {
    return unfolded_end;
  }
  const auto behind =
      std::lower_bound(pieces.begin(), pieces.end(), unfolded_end,
                       [](const Piece& piece, std::uint32_t at) { return piece.begin < at; });
  if (behind == pieces.begin()) {
    return 0;
  }
  const bool is_whole = unfolded_end == (behind == pieces.end() ? text.size() : behind->begin);
  return is_whole ? std::prev(behind)->raw_end : raw_place(*std::prev(behind), unfolded_end);
}

std::uint32_t Unfolded::count(Trick trick) const {
  std::uint32_t characters = 0;
  for (const HiddenText& place : places) {
    characters += place.trick == trick ? place.characters : 0;
  }
  return characters;
}

}  // namespace unspin
