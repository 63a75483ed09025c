// A text with parts of it marked, as paragraphs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/report/html_pieces.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/paragraphs.hpp"
#include "engine/text/unfold.hpp"

namespace unspin {

/// Bytes of a text, end exclusive, and which piece they belong to.
struct Marked {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t number = 0;
  PieceKind kind = PieceKind::same;
};

/// The class of a kind of piece: one letter, there are many of them.
Markup class_of(PieceKind kind);

/// Writes the paragraphs of a text, from its beginning to its end: each a <p>; a marked part a
/// <span> with its kind as class and its number as data-n, or several of the same number if it
/// reaches over the end of a paragraph; hidden characters a <span class="hidden"> with the trick's
/// number, how many there are, and which. All arguments must outlive the writer. Linear.
class MarkedTextWriter {
 public:
  /// `marked` and `hidden` are ascending and do not overlap.
  MarkedTextWriter(std::string_view text, const std::vector<Marked>& marked,
                   const std::vector<HiddenText>& hidden, HtmlWriter& html)
      : text_(text),
        next_(marked.begin()),
        marked_end_(marked.end()),
        hidden_(hidden.begin()),
        hidden_end_(hidden.end()),
        html_(html) {}

  /// Paragraphs must come in their order.
  void put(const ByteRange& paragraph);

 private:
  void put_piece(const Marked& piece, std::uint32_t end);
  void put_until(std::uint32_t end);
  void put_hidden(std::string_view bytes);

  std::string_view text_;
  std::vector<Marked>::const_iterator next_, marked_end_;
  std::vector<HiddenText>::const_iterator hidden_, hidden_end_;
  HtmlWriter& html_;
  std::uint32_t at_ = 0;
};

}  // namespace unspin
