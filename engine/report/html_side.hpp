// One of the two texts of a page, whole, with its pieces marked.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/report/html_pieces.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/side_by_side.hpp"

namespace unspin {

enum class Side : std::uint8_t { source, rewrite };

/// The text as of a MarkedTextWriter, with the pieces' numbers. Nothing of it is left out but white
/// space around paragraphs. Linear.
void put_side(const PlacedText& text, Side side, const std::vector<Piece>& pieces,
              const std::vector<HiddenText>& hidden, HtmlWriter& html);

}  // namespace unspin
