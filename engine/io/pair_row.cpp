#include "engine/io/pair_row.hpp"

#include <algorithm>

#include "engine/io/row_format.hpp"

namespace unspin {

PairRowParser::PairRowParser(const RecordReader& reader)
    : PairRowParser(reader.layout(), reader.columns()) {}

PairRowParser::PairRowParser(Layout layout, const std::vector<std::string>& columns)
    : format_(layout == Layout::jsonl ? make_json_format(RowKind::pair)
                                      : make_delimited_format(RowKind::pair, layout, columns)) {}

PairRowParser::~PairRowParser() = default;
PairRowParser::PairRowParser(PairRowParser&&) noexcept = default;
PairRowParser& PairRowParser::operator=(PairRowParser&&) noexcept = default;

std::optional<RowIssue> PairRowParser::parse(std::string_view record, std::uint64_t line,
                                             PairRow& row) {
  return format_->parse(record, line, row);
}

RowIssue issue_at(std::string_view record, std::uint64_t line, std::size_t offset,
                  std::string_view code, std::string message) {
  // A csv record may run over several lines.
  const std::string_view before = record.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const auto breaks = std::count(before.begin(), before.end(), '\n');
  return {line + static_cast<std::uint64_t>(breaks), before.size() - line_start + 1,
          std::string(code), std::move(message)};
}

RowIssue invalid_utf8_at(std::string_view record, std::uint64_t line, std::size_t offset) {
  return issue_at(record, line, offset, "invalid_utf8",
                  "this byte is not UTF-8; convert the file to UTF-8");
}

}  // namespace unspin
