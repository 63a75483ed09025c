#include "engine/report/score_grid.hpp"

#include <algorithm>
#include <string_view>

#include "engine/report/printable.hpp"

namespace unspin {
namespace {

std::vector<std::string_view> lines_of(std::string_view cell) {
  std::vector<std::string_view> lines;
  for (;;) {
    const std::size_t end = cell.find('\n');
    lines.push_back(cell.substr(0, end));
    if (end == std::string_view::npos) {
      return lines;
    }
    cell.remove_prefix(end + 1);
  }
}

/// A head has at least one column of space on either side.
std::vector<std::size_t> widths_of(const ScoreGrid& grid) {
  std::vector<std::size_t> widths(grid.rows.front().size(), 0);
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      for (const std::string_view line : lines_of(grid.rows[row][i])) {
        widths[i] = std::max(widths[i], columns_of(line) + (row == 0 ? 2 : 0));
      }
    }
  }
  return widths;
}

std::string placed(std::string_view text, std::size_t columns, bool at_right, std::string shown) {
  const std::size_t room = columns - columns_of(text);
  const std::size_t before = at_right ? room : room / 2;
  return std::string(before, ' ') + std::move(shown) + std::string(room - before, ' ');
}

void append_rule(const std::vector<std::size_t>& widths, std::string_view begin,
                 std::string_view line, std::string_view cross, std::string_view end,
                 std::string& out) {
  out += begin;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (i > 0) {
      out += cross;
    }
    for (std::size_t column = 0; column < widths[i] + 2; ++column) {
      out += line;
    }
  }
  out += end;
  out += '\n';
}

void append_boxed_row(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                      std::string& out) {
  std::vector<std::vector<std::string_view>> lines;
  std::size_t height = 0;
  for (const std::string& cell : cells) {
    lines.push_back(lines_of(cell));
    height = std::max(height, lines.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string_view text = line < lines[i].size() ? lines[i][line] : std::string_view{};
      out += "│ " + placed(text, widths[i], i == 0, std::string(text)) + ' ';
    }
    out += "│\n";
  }
}

std::string escaped_for_latex(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '\\':
        escaped += "\\textbackslash{}";
        break;
      case '~':
        escaped += "\\textasciitilde{}";
        break;
      case '^':
        escaped += "\\^{}";
        break;
      case '<':
        escaped += "\\ensuremath{<}";
        break;
      case '>':
        escaped += "\\ensuremath{>}";
        break;
      default:
        if (std::string_view("&%$#_{}").find(c) != std::string_view::npos) {
          escaped += '\\';
        }
        escaped += c;
    }
  }
  return escaped;
}

}  // namespace

void append_boxed(const ScoreGrid& grid, std::string& out) {
  const std::vector<std::size_t> widths = widths_of(grid);
  append_rule(widths, "╒", "═", "╤", "╕", out);
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    if (row == 1) {
      append_rule(widths, "╞", "═", "╪", "╡", out);
    } else if (row > 1) {
      append_rule(widths, "├", "─", "┼", "┤", out);
    }
    append_boxed_row(grid.rows[row], widths, out);
  }
  append_rule(widths, "╘", "═", "╧", "╛", out);
}

void append_latex(const ScoreGrid& grid, std::string& out) {
  const std::vector<std::size_t> widths = widths_of(grid);
  out += "\\begin{tabular}{r" + std::string(widths.size() - 1, 'c') + "}\n\\toprule\n";
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const std::string& cell = grid.rows[row][i];
      out += (i > 0 ? "& " : " ") + placed(cell, widths[i], i == 0, escaped_for_latex(cell)) + ' ';
    }
    out += "\\\\\n";
    if (row == 0) {
      out += "\\midrule\n";
    }
  }
  out += "\\bottomrule\n\\end{tabular}\n";
}

}  // namespace unspin
