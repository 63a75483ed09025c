// One pair's result as a page that stands for itself: no network, no further files, nothing in it
// runs but its own script (engine/report/page/). Without that script everything can still be read.
#pragma once

#include <string>
#include <string_view>

#include "engine/report/side_by_side.hpp"
#include "engine/score/results.hpp"

namespace unspin {

/// A text of the pair, and what a reader calls it.
struct TitledText {
  std::string_view title;
  PlacedText text;  ///< the raw text with the places of its words
};

/// Appends the page. The result must have a judgement with its evidence, of these two texts.
/// Depends on its arguments alone; some 60 KB and the marked texts; linear.
void append_html(const PairResult& result, const TitledText& source, const TitledText& rewrite,
                 std::string& out);

}  // namespace unspin
