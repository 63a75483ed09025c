// The small pictures of a page, as SVG. They say nothing that does not stand beside them in words,
// so who reads the page aloud leaves them out. How they look is up to the style sheet; it knows
// the kinds of pieces by the same classes as in the texts.
#pragma once

#include "engine/report/html_pieces.hpp"
#include "engine/report/html_side.hpp"
#include "engine/report/html_text.hpp"
#include "engine/score/evidence.hpp"

namespace unspin {

/// What the rewrite's words are, as parts of one bar.
void put_composition_picture(const PieceCounts& counts, HtmlWriter& html);

/// A text from its first word to its last, in up to 160 columns: how much of each is of what kind.
void put_strip_picture(const std::vector<Piece>& pieces, Side side, HtmlWriter& html);

/// Where a figure of this pair lies beside those of honest rewrites.
void put_factor_picture(const Factor& factor, HtmlWriter& html);

}  // namespace unspin
