// A table of scores in a grid of lines, or for LaTeX: the first column to the right, the others
// centred, as Python's tabulate lays out "fancy_grid" and "latex_booktabs".
#pragma once

#include <string>
#include <vector>

namespace unspin {

/// The first row has the heads. A cell may have several lines, with \n between them.
struct ScoreGrid {
  std::vector<std::vector<std::string>> rows;
};

/// Appends the grid, every row on as many lines as its highest cell has.
void append_boxed(const ScoreGrid& grid, std::string& out);

/// Appends a booktabs table. Cells have one line; what LaTeX would read as commands is escaped.
void append_latex(const ScoreGrid& grid, std::string& out);

}  // namespace unspin
