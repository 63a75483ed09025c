// Undoing tricks: the reading is well-formed; its pieces and the places where something was undone
// lie in the raw text and ascend; what no place touches is as it was, byte for byte; a text's
// reading does not depend on what was read before.
#include <algorithm>
#include <cstdint>
#include <string>

#include "engine/text/unfold.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"

namespace unspin::fuzz {
namespace {

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void check_places(const Unfolded& unfolded, std::string_view raw) {
  std::uint32_t end = 0;
  for (const HiddenText& place : unfolded.places) {
    promise(place.begin >= end && place.begin < place.end && place.end <= raw.size(),
            "places lie in the raw text and ascend");
    const std::string_view hidden = raw.substr(place.begin, place.end - place.begin);
    promise(is_well_formed(hidden), "places begin and end between characters");
    promise(code_points(hidden) == place.characters, "a place counts its characters");
    end = place.end;
  }
}

void check_pieces(const Unfolded& unfolded, std::string_view raw) {
  std::uint32_t raw_end = 0;
  auto place = unfolded.places.begin();
  for (auto piece = unfolded.pieces.begin(); piece != unfolded.pieces.end(); ++piece) {
    const std::size_t end =
        piece + 1 == unfolded.pieces.end() ? unfolded.text.size() : (piece + 1)->begin;
    promise(piece->begin < end && end <= unfolded.text.size(), "pieces ascend");
    promise(piece->raw_begin >= raw_end && piece->raw_begin < piece->raw_end &&
                piece->raw_end <= raw.size(),
            "pieces come from places in the raw text that ascend");
    raw_end = piece->raw_end;
    while (place != unfolded.places.end() && place->end <= piece->raw_begin) {
      ++place;
    }
    const bool is_touched = place != unfolded.places.end() && place->begin < piece->raw_end;
    promise(
        is_touched || std::string_view(unfolded.text).substr(piece->begin, end - piece->begin) ==
                          raw.substr(piece->raw_begin, piece->raw_end - piece->raw_begin),
        "what no place touches is as it was");
    promise(unfolded.raw_begin_of(piece->begin) == piece->raw_begin &&
                unfolded.raw_end_of(static_cast<std::uint32_t>(end)) == piece->raw_end,
            "there is a way back from each piece");
  }
}

}  // namespace

void check_unfold(std::string_view input) {
  const std::string raw = well_formed(input);
  static Unfolder unfolder;
  static Unfolded unfolded, other;
  unfolder.unfold(raw, unfolded);
  promise(unfolded.is_changed || (unfolded.text.empty() && unfolded.places.empty()),
          "a text without tricks is its own reading");
  promise(is_well_formed(unfolded.text), "the reading is well-formed UTF-8");
  check_places(unfolded, raw);
  check_pieces(unfolded, raw);

  unfolder.unfold(unfolded.text, other);
  unfolder.unfold(raw, other);
  promise(other.is_changed == unfolded.is_changed && other.text == unfolded.text &&
              other.places == unfolded.places && other.pieces == unfolded.pieces,
          "a reading does not depend on those before");
}

}  // namespace unspin::fuzz
