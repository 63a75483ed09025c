#include "engine/report/html_pictures.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <numeric>
#include <string>

#include "engine/report/html_marked_text.hpp"

namespace unspin {
namespace {

constexpr std::size_t most_columns = 160;
constexpr double strip_height = 20;

/// From the bottom of a column upwards; the same words are its ground.
constexpr std::array kinds_in_strip = {PieceKind::swapped, PieceKind::reworded, PieceKind::alone,
                                       PieceKind::small};

using Column = std::array<double, piece_kinds>;  // words, by PieceKind

std::vector<Column> columns_of(const std::vector<Piece>& pieces, Side side) {
  struct Run {
    std::uint32_t begin, end;
    PieceKind kind;
  };
  std::vector<Run> runs;
  std::uint32_t words = 0;
  for (const Piece& piece : pieces) {
    const Run run = side == Side::source ? Run{piece.source_begin, piece.source_end, piece.kind}
                                         : Run{piece.rewrite_begin, piece.rewrite_end, piece.kind};
    words = std::max(words, run.end);
    runs.push_back(run);
  }
  std::vector<Column> columns(std::min<std::size_t>(words, most_columns));
  for (const Run& run : runs) {
    for (std::uint32_t word = run.begin; word < run.end; ++word) {
      ++columns[word * columns.size() / words][static_cast<std::size_t>(run.kind)];
    }
  }
  return columns;
}

void put_number(double number, HtmlWriter& html) { html.text(fmt::format("{:.4g}", number + 0.0)); }

}  // namespace

void put_composition_picture(const PieceCounts& counts, HtmlWriter& html) {
  const double words =
      std::accumulate(counts.rewrite_words.begin(), counts.rewrite_words.end(), 0.0);
  html.markup(
      "<svg class=\"made\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" "
      "aria-hidden=\"true\">");
  double at = 0;
  for (const PieceKind kind : {PieceKind::same, PieceKind::swapped, PieceKind::reworded,
                               PieceKind::small, PieceKind::alone}) {
    const double width =
        words > 0 ? 1000 * counts.rewrite_words[static_cast<std::size_t>(kind)] / words : 0;
    if (width > 0) {
      html.markup("<rect class=\"").markup(class_of(kind)).markup("\" height=\"10\" x=\"");
      put_number(at, html);
      html.markup("\" width=\"");
      put_number(width, html);
      html.markup("\"/>");
    }
    at += width;
  }
  html.markup("</svg>\n");
}

void put_strip_picture(const std::vector<Piece>& pieces, Side side, HtmlWriter& html) {
  const std::vector<Column> columns = columns_of(pieces, side);
  html.markup("<svg").attribute("viewBox", fmt::format("0 0 {} {}", columns.size(), strip_height));
  html.markup(" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
  std::vector<double> top(columns.size(), strip_height);
  for (const PieceKind kind : kinds_in_strip) {
    std::string path;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const double words = std::accumulate(columns[i].begin(), columns[i].end(), 0.0);
      const double height =
          strip_height * columns[i][static_cast<std::size_t>(kind)] / std::max(words, 1.0);
      if (height > 0) {
        fmt::format_to(std::back_inserter(path), "M{} {:.3g}h1v{:.3g}h-1z", i, top[i] - height,
                       height);
        top[i] -= height;
      }
    }
    if (!path.empty()) {
      html.markup("<path class=\"").markup(class_of(kind)).markup("\"").attribute("d", path);
      html.markup("/>");
    }
  }
  html.markup("</svg>");
}

void put_factor_picture(const Factor& factor, HtmlWriter& html) {
  constexpr double left = 6;
  constexpr double width = 148;
  const double least = std::min(0.0, std::min(factor.value, factor.honest_low));
  const double most = std::max(factor.value, factor.honest_high);
  const auto at = [&](double value) {
    return left + (most > least ? width * (value - least) / (most - least) : 0);
  };
  html.markup(
      "<svg class=\"range\" viewBox=\"0 0 160 18\" aria-hidden=\"true\">"
      "<path class=\"axis\" d=\"M6 9h148\"/><rect class=\"honest\" y=\"5\" height=\"8\" "
      "x=\"");
  put_number(at(factor.honest_low), html);
  html.markup("\" width=\"");
  put_number(std::max(2.0, at(factor.honest_high) - at(factor.honest_low)), html);
  html.markup("\"/><rect class=\"middle\" y=\"3\" height=\"12\" width=\"1.5\" x=\"");
  put_number(at(factor.honest_middle), html);
  html.markup("\"/><circle cy=\"9\" r=\"5\" class=\"");
  html.markup(factor.is_usual() ? Markup("usual") : Markup("unusual")).markup("\" cx=\"");
  put_number(at(factor.value), html);
  html.markup("\"/></svg>");
}

}  // namespace unspin
