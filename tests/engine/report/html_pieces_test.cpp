// Spans cut at the swaps in them.
#include "engine/report/html_pieces.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <ostream>
#include <vector>

#include "engine/score/judge.hpp"
#include "tests/files.hpp"

namespace unspin {

void PrintTo(const Piece& piece, std::ostream* out) {
  *out << static_cast<int>(piece.kind) << " " << piece.source_begin << "-" << piece.source_end
       << " " << piece.rewrite_begin << "-" << piece.rewrite_end;
}

namespace {

SpanRecord span(SpanClass span_class, std::uint32_t source_begin, std::uint32_t source_end,
                std::uint32_t rewrite_begin, std::uint32_t rewrite_end) {
  return {span_class,
          {.begin_word = source_begin, .end_word = source_end},
          {.begin_word = rewrite_begin, .end_word = rewrite_end}};
}

TEST(HtmlPieces, AreTheSpansWhereNothingWasSwapped) {
  Evidence evidence;
  evidence.spans = {span(SpanClass::identical, 0, 3, 0, 3), span(SpanClass::minor, 3, 4, 3, 4),
                    span(SpanClass::rewritten, 4, 5, 4, 7)};
  EXPECT_EQ(pieces_of(evidence), (std::vector<Piece>{{PieceKind::same, 0, 3, 0, 3},
                                                     {PieceKind::small, 3, 4, 3, 4},
                                                     {PieceKind::reworded, 4, 5, 4, 7}}));
}

TEST(HtmlPieces, HoldOneSwapEach) {
  Evidence evidence;
  evidence.spans = {span(SpanClass::synonym, 0, 3, 0, 2)};
  evidence.swaps = {{0, 1, 0, 1, 0}, {1, 3, 1, 2, 1}};
  EXPECT_EQ(pieces_of(evidence), (std::vector<Piece>{{PieceKind::swapped, 0, 1, 0, 1},
                                                     {PieceKind::swapped, 1, 3, 1, 2}}));
}

TEST(HtmlPieces, HoldEachSwapOfRealTexts) {
  for (const std::string subject : testing::corpus_subjects) {
    const std::string source = testing::corpus_text(subject + "/original");
    const std::string rewrite = testing::corpus_text(subject + "/spun");
    PreparedPair pair;
    pair.assign({source, rewrite});
    const Evidence evidence = evidence_of(pair);
    const std::vector<Piece> pieces = pieces_of(evidence);
    EXPECT_GT(evidence.swaps.size(), 100u);
    for (const Swap& swap : evidence.swaps) {
      EXPECT_TRUE(std::ranges::any_of(pieces,
                                      [&](const Piece& piece) {
                                        return piece.source_begin == swap.source_begin &&
                                               piece.source_end == swap.source_end &&
                                               piece.rewrite_begin == swap.rewrite_begin &&
                                               piece.rewrite_end == swap.rewrite_end;
                                      }))
          << subject << ", word " << swap.source_begin;
    }
  }
}

TEST(HtmlPieces, KeepWhatStandsBetweenSwaps) {
  Evidence evidence;
  evidence.spans = {span(SpanClass::rewritten, 0, 4, 0, 3)};
  evidence.swaps = {{0, 1, 0, 1, 0}, {3, 4, 2, 3, 1}};
  EXPECT_EQ(pieces_of(evidence), (std::vector<Piece>{{PieceKind::reworded, 0, 1, 0, 1},
                                                     {PieceKind::reworded, 1, 3, 1, 2},
                                                     {PieceKind::reworded, 3, 4, 2, 3}}));
}

TEST(HtmlPieces, LeaveOutSwapsThatReachOutOfTheirSpan) {
  Evidence evidence;
  evidence.spans = {span(SpanClass::synonym, 0, 2, 0, 2), span(SpanClass::identical, 2, 3, 2, 3)};
  evidence.swaps = {{1, 3, 1, 2, 0}, {0, 1, 5, 6, 0}};
  EXPECT_EQ(pieces_of(evidence).size(), 2u);
}

TEST(HtmlPieces, StandAloneWithoutACounterpart) {
  Evidence evidence;
  evidence.spans = {span(SpanClass::rewritten, 0, 2, 0, 0), span(SpanClass::rewritten, 2, 2, 0, 4)};
  const std::vector<Piece> pieces = pieces_of(evidence);
  EXPECT_EQ(pieces,
            (std::vector<Piece>{{PieceKind::alone, 0, 2, 0, 0}, {PieceKind::alone, 2, 2, 0, 4}}));
  const PieceCounts counts = counts_of(pieces);
  EXPECT_EQ(counts.pieces, (std::array<std::uint32_t, piece_kinds>{0, 0, 0, 0, 2}));
  EXPECT_EQ(counts.source_words.back(), 2u);
  EXPECT_EQ(counts.rewrite_words.back(), 4u);
}

}  // namespace
}  // namespace unspin
