// The rows of a set of paraphrases, as the figures that their table is made from: of millions of
// texts only numbers stay.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/evaluate/corpus_metric.hpp"
#include "engine/evaluate/number_column.hpp"
#include "engine/io/sink.hpp"
#include "engine/run/runner.hpp"
#include "engine/score/judge.hpp"

namespace unspin {

/// Where a metric stands in the table of paraphrases.
enum class TableSection : std::uint8_t {
  adequacy,   ///< is it still the same content?
  diversity,  ///< is it in other words?
  chosen,     ///< by the user
};
constexpr std::array<std::string_view, 3> section_names = {"adequacy", "diversity", "metrics"};

/// A line of the table.
struct TableMetric {
  std::string name;
  CorpusMetric metric;
  TableSection section = TableSection::chosen;
  bool is_of_source = false;   ///< the rewrite is compared with its source though it has references
  bool is_complement = false;  ///< 1 − the metric

  const Scorer& scorer() const { return metric.scorer(); }
  /// From a sum of rows' numbers; no_value where there is none.
  double of_corpus(std::span<const double> sums) const { return shown(metric.primary(sums)); }
  /// From one row's numbers.
  double of_row(std::span<const double> numbers) const {
    return shown(metric.segment_values(numbers)[scorer().primary]);
  }

 private:
  double shown(double value) const { return is_complement ? 1 - value : value; }
};

/// What to read of each row, and what to make of it. All that it points to must outlive the run.
struct ParaphraseTask {
  std::vector<TableMetric> metrics;
  std::string human = {};  ///< the field with people's scores; empty: there is none
  std::string group = {};  ///< the field that says whose rewrite it is; empty: all are one's
  Limits limits = {};
  const Lexicon* lexicon = nullptr;
  const Glossary* glossary = nullptr;
  const Judge* judge = nullptr;
};

/// One metric's figures of all rows of a group.
struct MetricRows {
  std::vector<NumberColumn> numbers;  ///< as CorpusMetric::measure() makes them
  NumberColumn is_missing;            ///< 1 of a row that has no value
  std::uint64_t with_value = 0;
};

/// The rows of one system.
struct ParaphraseGroup {
  std::string name;  ///< empty unless rows are grouped
  std::uint64_t rows = 0;
  std::uint64_t with_references = 0;
  std::array<std::uint64_t, label_names.size()> labels{};
  NumberColumn human = {};               ///< of each row; no_value where it has none
  std::vector<MetricRows> metrics = {};  ///< as ParaphraseTask::metrics
};

/// Makes a row's figures, as bytes that ParaphraseRows reads. A row whose human score is no number,
/// or that has no group, is broken: `bad_human_score`, `missing_group`. A human score that is null,
/// empty or not there is none; true is 1 and false 0.
std::unique_ptr<RowWorker> paraphrase_worker(const ParaphraseTask& task,
                                             const RecordReader& reader);

/// Gathers what the workers of a run made.
class ParaphraseRows : public Sink {
 public:
  explicit ParaphraseRows(const ParaphraseTask& task) : task_(task) {}

  void write(std::string_view bytes) override;
  void finish() override {}

  /// In the order of their first rows.
  const std::vector<ParaphraseGroup>& groups() const { return groups_; }

 private:
  ParaphraseGroup& group_of(std::string_view name);

  const ParaphraseTask& task_;
  std::vector<ParaphraseGroup> groups_;
};

}  // namespace unspin
