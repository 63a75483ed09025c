#include "tests/audit/insertion.hpp"

#include <algorithm>
#include <vector>

#include "engine/text/sentences.hpp"

namespace unspin::audit_set {
namespace {

constexpr std::string_view paragraph_border = "\n\n";

bool is_within_piece(const Composition& page, std::size_t at) {
  return std::ranges::any_of(page.pieces,
                             [at](Span piece) { return piece.begin < at && at < piece.end; });
}

/// Ends of paragraphs that another one follows.
std::vector<std::size_t> paragraph_borders(const Composition& page) {
  std::vector<std::size_t> borders;
  for (std::size_t at = page.text.find(paragraph_border); at != page.text.npos;
       at = page.text.find(paragraph_border, at + 1)) {
    if (!is_within_piece(page, at)) {
      borders.push_back(at);
    }
  }
  return borders;
}

/// Beginnings of sentences that follow another in their paragraph.
std::vector<std::size_t> sentence_borders(const Composition& page) {
  std::vector<std::size_t> borders;
  for (const std::size_t at : sentence_starts(page.text)) {
    if (at > 0 && page.text[at - 1] == ' ' && !is_within_piece(page, at)) {
      borders.push_back(at);
    }
  }
  return borders;
}

/// Inserts `text`, of which the piece is what begins at `lead` and has `size` bytes.
void insert_at(Composition& page, std::size_t at, const std::string& text, std::size_t lead,
               std::size_t size) {
  page.text.insert(at, text);
  for (Span& piece : page.pieces) {
    if (piece.begin >= at) {
      piece = {piece.begin + text.size(), piece.end + text.size()};
    }
  }
  page.pieces.push_back({at + lead, at + lead + size});
}

}  // namespace

void insert(Composition& page, std::string_view piece, training::Random& random) {
  const std::vector<std::size_t> paragraphs = paragraph_borders(page);
  const bool fits_paragraph = piece.find('\n') == piece.npos;
  if (fits_paragraph && (paragraphs.empty() || random.chance(0.5))) {
    if (const std::vector<std::size_t> sentences = sentence_borders(page); !sentences.empty()) {
      insert_at(page, sentences[random.below(sentences.size())], std::string(piece) + " ", 0,
                piece.size());
      return;
    }
  }
  const std::size_t at =
      paragraphs.empty() ? page.text.size() : paragraphs[random.below(paragraphs.size())];
  insert_at(page, at, std::string(paragraph_border).append(piece), paragraph_border.size(),
            piece.size());
}

}  // namespace unspin::audit_set
