#include "engine/evaluate/paraphrase_rows.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fmt/format.h>

#include "engine/io/json_text.hpp"
#include "engine/io/pair_row.hpp"

namespace unspin {
namespace {

// A row in bytes: the length of its group's name, the name, then doubles: label, whether it has
// references, the human score, and of each metric whether it has no value, and its numbers.

void append(double number, std::string& out) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  out.append(bytes, sizeof number);
}

class RowReader {
 public:
  explicit RowReader(std::string_view bytes) : bytes_(bytes) {}

  bool at_end() const { return bytes_.empty(); }
  double number() {
    double number = 0;
    std::memcpy(&number, bytes_.data(), sizeof number);
    bytes_.remove_prefix(sizeof number);
    return number;
  }
  std::string_view text(std::size_t size) {
    const std::string_view text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return text;
  }

 private:
  std::string_view bytes_;
};

/// Null if the row has no such field.
const std::string* field(const PairRow& row, std::string_view name) {
  const auto found = std::ranges::find(
      row.extra, name, [](const auto& named) -> std::string_view { return named.first; });
  return found == row.extra.end() ? nullptr : &found->second;
}

/// What JSON says: a string's text, else the JSON itself.
std::string plain_text(const std::string& json) {
  std::string text;
  return read_json_string(json, text) ? text : json;
}

/// False if the field has something in it that is no finite number.
bool read_score(const std::string& json, double& score) {
  if (json == "true" || json == "false") {
    score = json == "true" ? 1 : 0;
    return true;
  }
  const std::string text = plain_text(json);
  if (text.empty() || json == "null") {
    return true;
  }
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), score);
  return error == std::errc{} && end == text.data() + text.size() && std::isfinite(score);
}

class ParaphraseWorker : public RowWorker {
 public:
  ParaphraseWorker(const ParaphraseTask& task, const RecordReader& reader)
      : task_(task), parser_(reader), pair_(task.limits, task.lexicon, task.glossary) {}

  RowOutcome process(const RecordBatch& batch, const Record& record, std::string& out) override {
    if (record.issue) {
      return {.issue = record.issue};
    }
    if (auto issue = parser_.parse(batch.view(record), record.line, row_)) {
      return {.issue = std::move(issue)};
    }
    double human = no_value;
    if (const std::string* json = field(row_, task_.human);
        json != nullptr && !read_score(*json, human)) {
      return broken(
          record, "bad_human_score",
          fmt::format("\"{}\" is {}; a number is needed, or nothing", task_.human, *json));
    }
    std::string group;
    if (!task_.group.empty()) {
      const std::string* json = field(row_, task_.group);
      if (json == nullptr || *json == "null") {
        return broken(record, "missing_group", fmt::format("there is no \"{}\"", task_.group));
      }
      group = plain_text(*json);
    }
    append(static_cast<double>(group.size()), out);
    out += group;
    return measure(human, out);
  }

 private:
  static RowOutcome broken(const Record& record, std::string code, std::string what) {
    return {.issue =
                RowIssue{.line = record.line, .code = std::move(code), .message = std::move(what)}};
  }

  RowOutcome measure(double human, std::string& out) {
    references_.assign(row_.references.begin(), row_.references.end());
    pair_.assign({row_.source, row_.rewrite, references_});
    const Label label = task_.judge->verdict(pair_).label;
    append(static_cast<double>(label), out);
    append(references_.empty() ? 0 : 1, out);
    append(human, out);
    for (const TableMetric& metric : task_.metrics) {
      numbers_.assign(metric.metric.width(), 0);
      const Measured measured =
          metric.metric.measure(metric.is_of_source ? pair_.without_references() : pair_, numbers_);
      const bool is_missing = measured != Measured::done || std::isnan(metric.of_row(numbers_));
      append(is_missing ? 1 : 0, out);
      for (const double number : numbers_) {
        append(number, out);
      }
    }
    return {.label = label};
  }

  const ParaphraseTask& task_;
  PairRowParser parser_;
  PreparedPair pair_;
  PairRow row_;
  std::vector<std::string_view> references_;
  std::vector<double> numbers_;
};

}  // namespace

std::unique_ptr<RowWorker> paraphrase_worker(const ParaphraseTask& task,
                                             const RecordReader& reader) {
  return std::make_unique<ParaphraseWorker>(task, reader);
}

ParaphraseGroup& ParaphraseRows::group_of(std::string_view name) {
  const auto found = std::ranges::find(groups_, name, &ParaphraseGroup::name);
  if (found != groups_.end()) {
    return *found;
  }
  ParaphraseGroup group{.name = std::string(name)};
  for (const TableMetric& metric : task_.metrics) {
    MetricRows rows;
    rows.numbers.resize(metric.metric.width());
    group.metrics.push_back(std::move(rows));
  }
  groups_.push_back(std::move(group));
  return groups_.back();
}

void ParaphraseRows::write(std::string_view bytes) {
  for (RowReader row(bytes); !row.at_end();) {
    const auto name_size = static_cast<std::size_t>(row.number());
    ParaphraseGroup& group = group_of(row.text(name_size));
    ++group.rows;
    ++group.labels[static_cast<std::size_t>(row.number())];
    group.with_references += row.number() != 0 ? 1u : 0u;
    group.human.push_back(row.number());
    for (MetricRows& metric : group.metrics) {
      const double is_missing = row.number();
      metric.is_missing.push_back(is_missing);
      metric.with_value += is_missing == 0 ? 1u : 0u;
      for (NumberColumn& column : metric.numbers) {
        column.push_back(row.number());
      }
    }
  }
}

}  // namespace unspin
