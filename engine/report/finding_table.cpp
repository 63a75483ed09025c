#include "engine/report/finding_table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "engine/report/csv_cells.hpp"
#include "engine/report/json_writer.hpp"

namespace unspin {
namespace {

constexpr std::size_t swaps_told = 5;

std::string swaps_cell(const FindingLine& finding) {
  std::vector<FindingLine::Swap> all = swaps_of(finding);
  all.resize(std::min(all.size(), swaps_told));
  std::string cell;
  for (const FindingLine::Swap& swap : all) {
    fmt::format_to(std::back_inserter(cell), "{}{} → {} ×{}", cell.empty() ? "" : "; ", swap.from,
                   swap.to, swap.count);
  }
  return cell;
}

std::string place_cell(const FindingLine::Page& page) {
  if (page.file.empty()) {
    return {};
  }
  return page.line > 0 ? fmt::format("line {}", page.line) : fmt::format("byte {}", page.offset);
}

struct Row {
  const FindingLine& finding;
  const Review* review;
};

/// The cells of one row.
class Cells {
 public:
  explicit Cells(std::string& out) : out_(out) {}

  void text(std::string_view text) { append_csv_cell(without_formulas(text), out_); }
  void number(double number) { append_number(number, out_); }
  void number(std::uint64_t number) { fmt::format_to(std::back_inserter(out_), "{}", number); }

 private:
  std::string& out_;
};

struct Column {
  std::string_view name;
  void (*write)(const Row& row, Cells& cells);
};

constexpr Column columns[] = {
    {"label", [](const Row& row, Cells& cells) { cells.text(row.finding.label); }},
    {"confidence", [](const Row& row, Cells& cells) { cells.number(row.finding.confidence); }},
    {"site", [](const Row& row, Cells& cells) { cells.text(site_of(row.finding.page.address)); }},
    {"page_address", [](const Row& row, Cells& cells) { cells.text(row.finding.page.address); }},
    {"page_title", [](const Row& row, Cells& cells) { cells.text(row.finding.page.title); }},
    {"page_date", [](const Row& row, Cells& cells) { cells.text(row.finding.page.date); }},
    {"original_id", [](const Row& row, Cells& cells) { cells.text(row.finding.original.id); }},
    {"original_title",
     [](const Row& row, Cells& cells) { cells.text(row.finding.original.title); }},
    {"original_address",
     [](const Row& row, Cells& cells) { cells.text(row.finding.original.address); }},
    {"page_share", [](const Row& row, Cells& cells) { cells.number(row.finding.page_share); }},
    {"page_share_before",
     [](const Row& row, Cells& cells) { cells.number(row.finding.page_share_before); }},
    {"original_share",
     [](const Row& row, Cells& cells) { cells.number(row.finding.original_share); }},
    {"words", [](const Row& row, Cells& cells) { cells.number(words_of(row.finding)); }},
    {"passages", [](const Row& row,
                    Cells& cells) { cells.number(std::uint64_t{row.finding.passages.size()}); }},
    {"swaps", [](const Row& row, Cells& cells) { cells.text(swaps_cell(row.finding)); }},
    {"why",
     [](const Row& row, Cells& cells) {
       cells.text(fmt::format("{}", fmt::join(reasons_of(row.finding), "; ")));
     }},
    {"review",
     [](const Row& row, Cells& cells) {
       cells.text(row.review == nullptr ? "" : row.review->status_name());
     }},
    {"reason", [](const Row& row,
                  Cells& cells) { cells.text(row.review == nullptr ? "" : row.review->reason); }},
    {"page_id", [](const Row& row, Cells& cells) { cells.text(row.finding.page.id); }},
    {"file", [](const Row& row, Cells& cells) { cells.text(row.finding.page.file); }},
    {"place", [](const Row& row, Cells& cells) { cells.text(place_cell(row.finding.page)); }},
    {"id", [](const Row& row, Cells& cells) { cells.text(row.finding.id); }},
};

}  // namespace

void append_finding_header(std::string& out) {
  std::string_view separator;
  for (const Column& column : columns) {
    out += separator;
    out += column.name;
    separator = ",";
  }
  out += "\r\n";
}

void append_finding_row(const FindingLine& finding, const Review* review, std::string& out) {
  const Row row = {finding, review};
  Cells cells(out);
  std::string_view separator;
  for (const Column& column : columns) {
    out += separator;
    column.write(row, cells);
    separator = ",";
  }
  out += "\r\n";
}

}  // namespace unspin
