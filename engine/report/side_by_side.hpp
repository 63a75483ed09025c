// Passages of two texts, the original above its rewrite, span above span.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/report/line_writer.hpp"
#include "engine/score/evidence.hpp"
#include "engine/text/tokens.hpp"

namespace unspin {

/// Columns before a text, for the number of its sentence and a sign.
constexpr std::size_t passage_gutter = 6;

/// A text with the places of its words.
struct PlacedText {
  std::string_view text;
  const Words* words = nullptr;
};

/// A line that says what the tones mean, or without colour the marks.
void put_passage_legend(LineWriter& lines);

/// Draws a passage: the line of the original with the number of its sentence, below it the line of
/// the rewrite, below that a line of marks, which stays empty if there are colours. What is too
/// long goes on with three more lines; after `most_rows` of them it is cut.
void put_passage(const Passage& passage, const std::vector<SpanRecord>& spans,
                 const PlacedText& source, const PlacedText& rewrite, std::size_t most_rows,
                 LineWriter& lines);

}  // namespace unspin
