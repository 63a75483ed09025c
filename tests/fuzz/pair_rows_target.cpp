// Rows of pairs, the layout guessed: records come out the same in pieces of any size, their lines
// ascend, and what they hold lies in them; rows are well-formed UTF-8, and what is passed through
// is JSON, as it ends up in our output.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/io/fields.hpp"
#include "engine/io/pair_row.hpp"
#include "tests/engine/io/fake_source.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/readings.hpp"
#include "tests/fuzz/targets.hpp"

namespace unspin::fuzz {
namespace {

void check_row(const PairRow& row) {
  promise(is_well_formed(row.source) && is_well_formed(row.rewrite), "texts are well-formed UTF-8");
  for (const std::string& reference : row.references) {
    promise(is_well_formed(reference), "references are well-formed UTF-8");
  }
  promise(is_json(row.id), "an id is JSON");
  for (const auto& [name, json] : row.extra) {
    promise(is_well_formed(name) && is_json(json), "what is passed through is JSON");
  }
}

/// A line for each record: where it starts, what is wrong with it or what it holds.
using Told = std::vector<std::string>;

std::string told(const std::string& id, const RowIssue& issue) {
  return id + ' ' + issue.code + ' ' + std::to_string(issue.line) + ':' +
         std::to_string(issue.column);
}

/// Nothing if the header of a table lacks a column.
std::optional<Told> read(std::string_view input, std::size_t piece) {
  constexpr std::size_t most_record_bytes = 1000;
  testing::FakeSource source{std::string(input), piece};
  Told lines;
  try {
    RecordReader reader(source, "rows", std::nullopt, most_record_bytes);
    PairRowParser parser(reader);
    RecordBatch batch;
    PairRow row;
    std::uint64_t last_line = 0;
    while (reader.fill(batch, 16, 4096)) {
      promise(!batch.records.empty(), "a batch holds records");
      for (const Record& record : batch.records) {
        promise(record.line > last_line, "lines ascend");
        promise(record.offset + record.length <= batch.bytes.size(), "records lie in their batch");
        last_line = record.line;
        row.clear();
        const auto issue =
            record.issue ? record.issue : parser.parse(batch.view(record), record.line, row);
        if (issue) {
          promise(is_well_formed(issue->message), "issues are well-formed UTF-8");
          lines.push_back(told(row.id, *issue));
        } else {
          check_row(row);
          lines.push_back(row.id + ' ' + row.source + '|' + row.rewrite);
        }
      }
    }
    promise(!reader.fill(batch, 16, 4096) && batch.records.empty(), "the end stays the end");
  } catch (const Error&) {
    return std::nullopt;
  }
  return lines;
}

}  // namespace

void check_pair_rows(std::string_view input) {
  promise(read(input, 3) == read(input, input.size() + 1), "pieces are read as the whole is");
  for (const Layout layout : {Layout::tsv, Layout::csv}) {
    std::vector<std::string_view> fields;
    std::string unquoted;
    split_fields(layout, input, fields, unquoted);
    promise(!fields.empty(), "a record has a field at least");
  }
}

}  // namespace unspin::fuzz
