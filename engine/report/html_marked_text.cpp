#include "engine/report/html_marked_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

/// Which characters, the first few of them: "U+200B, U+00AD".
std::string code_points_of(std::string_view text) {
  constexpr std::size_t most = 4;
  std::vector<char32_t> seen;
  std::string names;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (std::ranges::find(seen, c) != seen.end()) {
      continue;
    }
    if (seen.size() == most) {
      return names + " …";
    }
    seen.push_back(c);
    names += fmt::format("{}U+{:04X}", names.empty() ? "" : ", ", static_cast<std::uint32_t>(c));
  }
  return names;
}

}  // namespace

Markup class_of(PieceKind kind) {
  switch (kind) {
    case PieceKind::same:
      return "e";
    case PieceKind::small:
      return "m";
    case PieceKind::swapped:
      return "s";
    case PieceKind::reworded:
      return "r";
    case PieceKind::alone:
      break;
  }
  return "a";
}

void MarkedTextWriter::put(const ByteRange& paragraph) {
  html_.markup("<p dir=\"auto\">");
  at_ = paragraph.begin;
  while (next_ != marked_end_ && next_->begin < paragraph.end) {
    put_until(next_->begin);
    put_piece(*next_, std::min(next_->end, paragraph.end));
    if (next_->end > paragraph.end) {
      break;  // it goes on in the next paragraph
    }
    ++next_;
  }
  put_until(paragraph.end);
  html_.markup("</p>\n");
}

void MarkedTextWriter::put_piece(const Marked& piece, std::uint32_t end) {
  html_.markup("<span class=\"").markup(class_of(piece.kind)).markup("\"");
  html_.attribute("data-n", piece.number).markup(">");
  put_until(end);
  html_.markup("</span>");
}

void MarkedTextWriter::put_until(std::uint32_t end) {
  while (at_ < end) {
    while (hidden_ != hidden_end_ && hidden_->end <= at_) {
      ++hidden_;
    }
    if (hidden_ == hidden_end_ || hidden_->begin >= end) {
      html_.text(text_.substr(at_, end - at_));
      break;
    }
    if (hidden_->begin > at_) {
      html_.text(text_.substr(at_, hidden_->begin - at_));
      at_ = hidden_->begin;
    }
    put_hidden(text_.substr(at_, std::min(hidden_->end, end) - at_));
    at_ = std::min(hidden_->end, end);
  }
  at_ = std::max(at_, end);
}

void MarkedTextWriter::put_hidden(std::string_view bytes) {
  html_.markup("<span class=\"hidden\"");
  html_.attribute("data-trick", static_cast<std::uint64_t>(hidden_->trick));
  html_.attribute("data-count", hidden_->characters);
  html_.attribute("data-which", code_points_of(bytes)).markup(">");
  html_.hidden(bytes).markup("</span>");
}

}  // namespace unspin
