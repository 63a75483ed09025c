#include "engine/report/html_pieces.hpp"

#include <algorithm>

namespace unspin {
namespace {

PieceKind kind_of(const Piece& piece, SpanClass span_class) {
  if (piece.source_begin == piece.source_end || piece.rewrite_begin == piece.rewrite_end) {
    return PieceKind::alone;
  }
  switch (span_class) {
    case SpanClass::identical:
      return PieceKind::same;
    case SpanClass::minor:
      return PieceKind::small;
    case SpanClass::synonym:
      return PieceKind::swapped;
    case SpanClass::rewritten:
      break;
  }
  return PieceKind::reworded;
}

class Cutter {
 public:
  explicit Cutter(const Evidence& evidence) : swaps_(evidence.swaps) {}

  void cut(const SpanRecord& span) {
    source_at_ = span.source.begin_word;
    rewrite_at_ = span.rewrite.begin_word;
    const bool is_cut = span.span_class != SpanClass::identical;
    auto swap = std::ranges::lower_bound(swaps_, span.source.begin_word, {}, &Swap::source_begin);
    for (; is_cut && swap != swaps_.end() && swap->source_begin < span.source.end_word; ++swap) {
      const bool is_within =
          source_at_ <= swap->source_begin && swap->source_end <= span.source.end_word &&
          rewrite_at_ <= swap->rewrite_begin && swap->rewrite_end <= span.rewrite.end_word;
      if (is_within) {
        add(span.span_class, swap->source_begin, swap->rewrite_begin);
        add(span.span_class, swap->source_end, swap->rewrite_end);
      }
    }
    add(span.span_class, span.source.end_word, span.rewrite.end_word);
  }

  std::vector<Piece> pieces() && { return std::move(pieces_); }

 private:
  /// The piece from where the last one ended up to here, if there is any.
  void add(SpanClass span_class, std::uint32_t source_end, std::uint32_t rewrite_end) {
    if (source_at_ < source_end || rewrite_at_ < rewrite_end) {
      Piece piece{.source_begin = source_at_,
                  .source_end = source_end,
                  .rewrite_begin = rewrite_at_,
                  .rewrite_end = rewrite_end};
      piece.kind = kind_of(piece, span_class);
      pieces_.push_back(piece);
    }
    source_at_ = source_end;
    rewrite_at_ = rewrite_end;
  }

  const std::vector<Swap>& swaps_;
  std::vector<Piece> pieces_;
  std::uint32_t source_at_ = 0, rewrite_at_ = 0;
};

}  // namespace

std::vector<Piece> pieces_of(const Evidence& evidence) {
  Cutter cutter(evidence);
  for (const SpanRecord& span : evidence.spans) {
    cutter.cut(span);
  }
  return std::move(cutter).pieces();
}

PieceCounts counts_of(const std::vector<Piece>& pieces) {
  PieceCounts counts;
  for (const Piece& piece : pieces) {
    const auto kind = static_cast<std::size_t>(piece.kind);
    ++counts.pieces[kind];
    counts.source_words[kind] += piece.source_end - piece.source_begin;
    counts.rewrite_words[kind] += piece.rewrite_end - piece.rewrite_begin;
  }
  return counts;
}

}  // namespace unspin
