#include "engine/report/html_side.hpp"

#include <algorithm>

#include "engine/report/html_marked_text.hpp"
#include "engine/report/paragraphs.hpp"

namespace unspin {
namespace {

std::vector<Marked> marked_on(Side side, const std::vector<Piece>& pieces, const Words& words) {
  std::vector<Marked> marked;
  marked.reserve(pieces.size());
  for (std::uint32_t number = 0; number < pieces.size(); ++number) {
    const Piece& piece = pieces[number];
    const bool is_source = side == Side::source;
    const std::uint32_t begin = is_source ? piece.source_begin : piece.rewrite_begin;
    const std::uint32_t end = is_source ? piece.source_end : piece.rewrite_end;
    if (begin < end && end <= words.size()) {
      marked.push_back({words.begin[begin], words.end[end - 1], number, piece.kind});
    }
  }
  std::ranges::stable_sort(marked, {}, &Marked::begin);  // moved sentences
  return marked;
}

}  // namespace

void put_side(const PlacedText& text, Side side, const std::vector<Piece>& pieces,
              const std::vector<HiddenText>& hidden, HtmlWriter& html) {
  const std::vector<Marked> marked = marked_on(side, pieces, *text.words);
  const std::vector<ByteRange> paragraphs = paragraphs_of(text.text);
  if (marked.empty() && paragraphs.empty()) {
    html.markup("<p class=\"note\">This text is empty.</p>\n");
    return;
  }
  MarkedTextWriter writer(text.text, marked, hidden, html);
  for (const ByteRange& paragraph : paragraphs) {
    writer.put(paragraph);
  }
}

}  // namespace unspin
