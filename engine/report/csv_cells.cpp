#include "engine/report/csv_cells.hpp"

#include <algorithm>
#include <array>

namespace unspin {
namespace {

constexpr auto formula_signs =
    std::to_array<std::string_view>({"=", "+", "-", "@", "＝", "＋", "－", "＠"});

bool starts_with_sign(std::string_view text) {
  return std::ranges::any_of(formula_signs,
                             [&](std::string_view sign) { return text.starts_with(sign); });
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Follows a text: whether a spreadsheet could take what comes next for the beginning of a cell.
class CellStarts {
 public:
  bool here() const { return here_; }
  void pass(char c) { here_ = c == ';' || (c == ' ' ? here_ : is_blank(c)); }

 private:
  bool here_ = true;
};

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && !is_blank(c)) || c == 0x7f;
}

}  // namespace

void append_csv_cell(std::string_view text, std::string& out) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') {
      out += '"';
    }
    out += c;
  }
  out += '"';
}

std::string without_formulas(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  std::string cell;
  CellStarts starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (starts.here() && starts_with_sign(text.substr(i))) {
      cell += '\'';
    }
    starts.pass(text[i]);
    if (is_control(text[i])) {
      cell += "\uFFFD";
    } else {
      cell += text[i];
    }
  }
  return cell;
}

std::string with_formulas(std::string_view cell) {
  std::string text;
  CellStarts starts;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '\'' && starts.here() && starts_with_sign(cell.substr(i + 1))) {
      continue;
    }
    starts.pass(cell[i]);
    text += cell[i];
  }
  return text;
}

}  // namespace unspin
