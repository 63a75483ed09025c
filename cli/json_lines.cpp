#include "cli/json_lines.hpp"

#include <fmt/format.h>

#include "engine/io/error.hpp"
#include "engine/io/input_file.hpp"
#include "engine/io/records.hpp"

namespace unspin {

void for_each_line(
    const std::string& file, const std::string& remedy,
    const std::function<void(std::string_view line, const std::string& place)>& take) {
  constexpr std::size_t most_line_bytes = std::size_t{1} << 30;
  constexpr std::size_t most_records = 256;
  constexpr std::size_t most_bytes = std::size_t{16} << 20;
  const auto source = open_source(file);
  RecordReader reader(*source, file, Layout::jsonl, most_line_bytes);
  RecordBatch batch;
  while (reader.fill(batch, most_records, most_bytes)) {
    for (const Record& record : batch.records) {
      const std::string place = fmt::format("{}, line {}", shown_path(file), record.line);
      if (record.issue) {
        throw Error(ErrorCode::unreadable_input,
                    fmt::format("{}: {}", place, record.issue->message), remedy);
      }
      take(batch.view(record), place);
    }
  }
}

}  // namespace unspin
