#include "engine/io/records.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <simdjson.h>
#include <utility>

#include "engine/io/csv_scanner.hpp"
#include "engine/io/error.hpp"
#include "engine/io/fields.hpp"
#include "engine/io/input_file.hpp"
#include "engine/io/layout_guess.hpp"
#include "engine/io/read_ahead.hpp"
#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

bool is_blank(std::string_view line, Layout layout) {
  return line.find_first_not_of(layout == Layout::tsv ? " \r\v\f" : " \t\r\v\f") ==
         std::string_view::npos;
}

}  // namespace

const NeededColumns& columns_of_pairs() {
  static const NeededColumns columns{.all = {"source", "rewrite"}, .any = {}};
  return columns;
}

/// The cutting itself: looks for the end of each record in the bytes read ahead.
class RecordReader::Cutter {
 public:
  Cutter(ByteSource& source, std::string name, std::optional<Layout> layout,
         std::size_t most_record_bytes, const NeededColumns& needed)
      : input_(source),
        name_(std::move(name)),
        most_(std::min(most_record_bytes, std::numeric_limits<std::size_t>::max() - line_end)) {
    skip_byte_order_mark();
    if (!layout) {
      layout = layout_of_name(name_);
    }
    layout_ = layout ? *layout : layout_of_content(first_line());
    if (layout_ != Layout::jsonl) {
      read_header(needed);
    }
  }

  Layout layout() const { return layout_; }
  const std::vector<std::string>& columns() const { return columns_; }
  void rethrow() const { input_.rethrow(); }
  bool would_wait() const { return input_.would_wait(); }

  /// Appends the next record; false at the end.
  bool cut(RecordBatch& batch) { return layout_ == Layout::csv ? cut_csv(batch) : cut_line(batch); }

 private:
  static constexpr std::size_t line_end = 2;  // \r\n

  void skip_byte_order_mark() {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    while (input_.bytes().size() < mark.size() && mark.starts_with(input_.bytes()) &&
           input_.more()) {
    }
    if (input_.bytes().starts_with(mark)) {
      input_.drop(mark.size());
    }
  }

  std::string_view first_line() {
    constexpr std::size_t enough = std::size_t{64} << 10;
    std::size_t end = 0;
    do {
      end = input_.bytes().find('\n');
    } while (end == std::string_view::npos && input_.bytes().size() < enough && input_.more());
    return input_.bytes().substr(0, end);
  }

  void read_header(const NeededColumns& needed) {
    RecordBatch header;
    if (!cut(header)) {
      input_.rethrow();
      refuse_header("there is no header", needed);
    }
    const Record& record = header.records.front();
    if (record.issue) {
      refuse_header(fmt::format("the header is broken: {}", record.issue->message), needed);
    }
    const std::string_view line = header.view(record);
    if (first_invalid_utf8(line)) {
      refuse_header("the header is not UTF-8", needed);
    }
    std::vector<std::string_view> names;
    std::string unquoted;
    split_fields(layout_, line, names, unquoted);
    columns_.assign(names.begin(), names.end());
    const auto times = [&](std::string_view name) {
      const auto count = std::ranges::count(columns_, name);
      if (count > 1) {
        refuse_header(fmt::format("the column `{}` is there {} times", name, count), needed);
      }
      return count;
    };
    times("id");
    for (const std::string_view name : needed.all) {
      if (times(name) == 0) {
        refuse_header(fmt::format("no column `{}`", name), needed);
      }
    }
    std::ptrdiff_t found = needed.any.empty() ? 1 : 0;
    for (const std::string_view name : needed.any) {
      found += times(name);
    }
    if (found == 0) {
      refuse_header("no column with the text", needed);
    }
  }

  [[noreturn]] void refuse_header(const std::string& why, const NeededColumns& needed) const {
    const std::string found =
        columns_.empty() ? "" : fmt::format(" (found: `{}`)", fmt::join(columns_, "`, `"));
    const std::string wanted =
        needed.any.empty()
            ? fmt::format("`{}` must be among them", fmt::join(needed.all, "` and `"))
            : fmt::format("one of them must be `{}`", fmt::join(needed.any, "` or `"));
    throw Error(ErrorCode::unreadable_input, fmt::format("{}: {}{}", shown_path(name_), why, found),
                fmt::format("The first line of a {} file names its columns; {}.",
                            layout_ == Layout::tsv ? "tab-separated" : "comma-separated", wanted));
  }

  /// What can belong to the record at hand: one byte more than the longest record and its line end,
  /// no matter how much has been read, so that the outcome does not hang on the sizes of reads.
  std::string_view window() const { return input_.bytes().substr(0, most_ + line_end); }

  bool cut_line(RecordBatch& batch) {
    std::size_t looked = 0;
    for (;;) {
      const std::string_view bytes = window();
      const std::size_t end = bytes.find('\n', looked);
      if (end != std::string_view::npos) {
        return take(batch, end, end + 1);
      }
      looked = bytes.size();
      if (looked == most_ + line_end) {
        return refuse_long_line(batch);
      }
      if (!input_.more()) {
        return take_last(batch);
      }
    }
  }

  bool cut_csv(RecordBatch& batch) {
    scanner_.start(input_.offset(), line_);
    for (;;) {
      const std::string_view bytes = window();
      const bool full = bytes.size() == most_ + line_end;
      const auto outcome = scanner_.scan(bytes, input_.ended() && !full);
      const std::size_t at = scanner_.at().offset - input_.offset();
      switch (outcome) {
        case CsvScanner::Outcome::complete:
          if (at == bytes.size()) {
            return take_last(batch);
          }
          return take(batch, at, at + 1);
        case CsvScanner::Outcome::more:
          if (full) {
            return give_up_long(batch);
          }
          input_.more();
          break;
        case CsvScanner::Outcome::unclosed_quote:
          if (input_.failed() && bytes.find('\n') == std::string_view::npos) {
            return false;
          }
          return refuse_quote(batch, scanner_.quote(), "unclosed_quote",
                              "the field that this quote opens is never closed");
        case CsvScanner::Outcome::text_after_quote:
          if (scanner_.at().line == scanner_.quote().line) {
            return refuse_quote(
                batch, scanner_.at(), "text_after_quote",
                "neither a comma nor the end of the line follows this closing quote");
          }
          // What seems to close the field is more likely the first quote of a later row.
          return refuse_quote(batch, scanner_.quote(), "unclosed_quote",
                              fmt::format("the field that this quote opens runs on to line {}",
                                          scanner_.at().line));
      }
    }
  }

  /// The record is the next `length` bytes, the one after it starts `step` bytes from here.
  bool take(RecordBatch& batch, std::size_t length, std::size_t step) {
    std::string_view record = input_.bytes().substr(0, length);
    if (record.ends_with('\r')) {
      record.remove_suffix(1);
    }
    if (record.size() > most_) {
      add_issue(batch, {line_, 0, "line_too_long", long_line_message()});
    } else if (is_blank(record, layout_)) {
      add_issue(batch, {line_, 0, "empty_line", "the line is empty; remove it"});
    } else {
      batch.records.push_back({batch.bytes.size(), record.size(), line_, std::nullopt});
      batch.bytes += record;
      batch.bytes += '\n';
    }
    input_.drop(step);
    line_ = (layout_ == Layout::csv ? scanner_.at().line : line_) + 1;
    return true;
  }

  /// A last record that has no line end. One that an error of the source cut in two is not one.
  bool take_last(RecordBatch& batch) {
    const std::size_t length = input_.bytes().size();
    if (length == 0 || input_.failed()) {
      return false;
    }
    return take(batch, length, length);
  }

  bool refuse_long_line(RecordBatch& batch) {
    add_issue(batch, {line_, 0, "line_too_long", long_line_message()});
    skip_line();
    return true;
  }

  /// A csv record that is longer than the limit: because of a quote, if it has run over lines.
  bool give_up_long(RecordBatch& batch) {
    const std::size_t whole_lines = scanner_.at().line_start - input_.offset();
    if (whole_lines > 0 && scanner_.in_quotes()) {
      return refuse_quote(batch, scanner_.quote(), "unclosed_quote",
                          fmt::format("the field that this quote opens is not closed within the "
                                      "limit of {} bytes for a row",
                                      most_));
    }
    add_issue(batch, {line_, 0, "line_too_long", long_line_message()});
    input_.drop(whole_lines);
    line_ = scanner_.at().line;
    skip_line();
    return true;
  }

  bool refuse_quote(RecordBatch& batch, const CsvScanner::Place& place, std::string_view code,
                    std::string_view what) {
    scanner_.give_up();
    add_issue(batch, {place.line, place.column(), std::string(code),
                      fmt::format("{}; close the field, and double each quote inside it", what)});
    skip_line();
    return true;
  }

  void add_issue(RecordBatch& batch, RowIssue issue) const {
    batch.records.push_back({batch.bytes.size(), 0, line_, std::move(issue)});
  }

  std::string long_line_message() const {
    return fmt::format(
        "the row is longer than the limit of {} bytes; shorten it or raise the limit", most_);
  }

  /// Drops the rest of the line, in bounded memory.
  void skip_line() {
    do {
      const std::size_t end = input_.bytes().find('\n');
      if (end != std::string_view::npos) {
        input_.drop(end + 1);
        break;
      }
      input_.drop(input_.bytes().size());
    } while (input_.more());
    ++line_;
  }

  ReadAhead input_;
  std::string name_;
  std::size_t most_;
  Layout layout_ = Layout::jsonl;
  std::vector<std::string> columns_;
  CsvScanner scanner_;
  std::uint64_t line_ = 1;
};

RecordReader::RecordReader(ByteSource& source, std::string name, std::optional<Layout> layout,
                           std::size_t most_record_bytes, const NeededColumns& needed)
    : cutter_(
          std::make_unique<Cutter>(source, std::move(name), layout, most_record_bytes, needed)) {}

RecordReader::~RecordReader() = default;
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&&) noexcept = default;

Layout RecordReader::layout() const { return cutter_->layout(); }
const std::vector<std::string>& RecordReader::columns() const { return cutter_->columns(); }

bool RecordReader::would_wait() const { return cutter_->would_wait(); }

bool RecordReader::fill(RecordBatch& batch, std::size_t most_records, std::size_t most_bytes) {
  batch.clear();
  most_records = std::max<std::size_t>(most_records, 1);
  while (batch.records.size() < most_records &&
         (batch.records.empty() || (batch.bytes.size() < most_bytes && !cutter_->would_wait())) &&
         cutter_->cut(batch)) {
  }
  if (batch.records.empty()) {
    cutter_->rethrow();
    return false;
  }
  batch.bytes.append(simdjson::SIMDJSON_PADDING, '\0');
  return true;
}

}  // namespace unspin
