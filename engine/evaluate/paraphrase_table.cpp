#include "engine/evaluate/paraphrase_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <memory>
#include <omp.h>

#include "engine/evaluate/correlation.hpp"
#include "engine/evaluate/numpy_random.hpp"

namespace unspin {
namespace {

using Counts = std::vector<std::uint32_t>;

/// How often each row is in draw number `draw`.
void draw_rows(std::uint64_t seed, std::size_t draw, Counts& counts) {
  std::ranges::fill(counts, 0u);
  NumpyRandom random(seed + draw);
  std::array<std::uint32_t, 4096> rows{};
  for (std::size_t left = counts.size(); left > 0;) {
    const auto some = std::span(rows).first(std::min(left, rows.size()));
    random.fill_below(static_cast<std::uint32_t>(counts.size()), some);
    for (const std::uint32_t row : some) {
      ++counts[row];
    }
    left -= some.size();
  }
}

bool has_value(const MetricRows& rows, const Counts& counts) {
  for (std::size_t row = 0; row < counts.size(); ++row) {
    if (counts[row] > 0 && rows.is_missing[row] == 0) {
      return true;
    }
  }
  return false;
}

/// One metric's value of all rows, row i counting counts[i] times; no_value if none of those that
/// count has one.
double value_of(const TableMetric& metric, const MetricRows& rows, const Counts& counts) {
  if (!has_value(rows, counts)) {
    return no_value;
  }
  std::array<double, Scorer::most_statistics> sums{};
  for (std::size_t i = 0; i < rows.numbers.size(); ++i) {
    sums[i] = rows.numbers[i].sum(counts);
  }
  return metric.of_corpus(std::span(sums).first(rows.numbers.size()));
}

/// One metric's agreement with people, of the rows that have both.
class Agreement {
 public:
  Agreement(const NumberColumn& human, const TableMetric& metric, const MetricRows& rows) {
    std::vector<double> values;
    std::vector<double> scores;
    std::vector<double> numbers(rows.numbers.size());
    for (std::size_t row = 0; row < human.size(); ++row) {
      if (std::isnan(human[row]) || rows.is_missing[row] != 0) {
        continue;
      }
      for (std::size_t i = 0; i < numbers.size(); ++i) {
        numbers[i] = rows.numbers[i][row];
      }
      rows_.push_back(static_cast<std::uint32_t>(row));
      values.push_back(metric.of_row(numbers));
      scores.push_back(human[row]);
    }
    correlated_ = std::make_unique<CorrelatedRows>(values, scores);
  }

  std::size_t rows() const { return rows_.size(); }

  struct Scratch {
    Counts counts;
    CorrelatedRows::Scratch rows;
  };
  Correlations of(const Counts& counts, Scratch& scratch) const {
    scratch.counts.clear();
    for (const std::uint32_t row : rows_) {
      scratch.counts.push_back(counts[row]);
    }
    return correlated_->counted(scratch.counts, scratch.rows);
  }

 private:
  std::vector<std::uint32_t> rows_;
  std::unique_ptr<CorrelatedRows> correlated_;
};

/// All that is bootstrapped of one group: a list of figures, in an order of its own.
class Figures {
 public:
  Figures(const ParaphraseTask& task, const ParaphraseGroup& group) : task_(task), group_(group) {
    for (std::size_t i = 0; i < task.metrics.size() && !task.human.empty(); ++i) {
      agreements_.emplace_back(group.human, task.metrics[i], group.metrics[i]);
    }
  }

  /// Of each metric its value, then, with people's scores, three correlations of each.
  std::size_t count() const { return task_.metrics.size() + 3 * agreements_.size(); }

  void compute(const Counts& counts, Agreement::Scratch& scratch, std::span<double> out) const {
    auto next = out.begin();
    for (std::size_t i = 0; i < task_.metrics.size(); ++i) {
      *next++ = value_of(task_.metrics[i], group_.metrics[i], counts);
    }
    for (const Agreement& agreement : agreements_) {
      const Correlations correlations = agreement.of(counts, scratch);
      *next++ = correlations.pearson;
      *next++ = correlations.spearman;
      *next++ = correlations.kendall;
    }
  }

  const std::vector<Agreement>& agreements() const { return agreements_; }

 private:
  const ParaphraseTask& task_;
  const ParaphraseGroup& group_;
  std::vector<Agreement> agreements_;
};

/// Of the draws that have a value, if most do.
Interval interval_of(std::vector<double> values) {
  const std::size_t draws = values.size();
  std::erase_if(values, [](double value) { return std::isnan(value); });
  const std::size_t count = values.size();
  if (2 * count <= draws) {
    return {};
  }
  std::ranges::sort(values);
  return {values[count / 40], values[count - count / 40 - 1]};
}

/// What one thread works with.
struct Workspace {
  Counts counts;
  Agreement::Scratch scratch;
};

/// Figures of each draw, draw by draw.
std::vector<double> drawn_figures(const Figures& figures, std::size_t rows,
                                  const BootstrapOptions& options) {
  const std::size_t width = figures.count();
  std::vector<double> drawn(options.samples * width);
  std::vector<Workspace> workspaces(static_cast<std::size_t>(options.threads));
  std::exception_ptr failure;
#pragma omp parallel for num_threads(options.threads) schedule(dynamic) default(none) \
    shared(figures, drawn, options, workspaces, failure) firstprivate(rows, width)
  for (std::size_t draw = 0; draw < options.samples; ++draw) {
    try {
      Workspace& mine = workspaces[static_cast<std::size_t>(omp_get_thread_num())];
      mine.counts.resize(rows);
      draw_rows(options.seed, draw, mine.counts);
      figures.compute(mine.counts, mine.scratch, std::span(drawn).subspan(draw * width, width));
    } catch (...) {  // must not leave the parallel region
#pragma omp critical
      failure = std::current_exception();
    }
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
  return drawn;
}

}  // namespace

GroupSummary summarise(const ParaphraseTask& task, const ParaphraseGroup& group,
                       const BootstrapOptions& options) {
  GroupSummary summary{.name = group.name,
                       .rows = group.rows,
                       .with_references = group.with_references,
                       .metrics = std::vector<MetricSummary>(task.metrics.size())};
  for (std::size_t label = 0; label < label_names.size(); ++label) {
    summary.labels[label] = {group.labels[label], group.rows};
  }
  for (std::size_t row = 0; row < group.human.size(); ++row) {
    summary.with_human += std::isnan(group.human[row]) ? 0u : 1u;
  }
  if (group.rows == 0) {
    return summary;
  }
  const Figures figures(task, group);
  const std::size_t width = figures.count();
  std::vector<double> all(width);
  Agreement::Scratch scratch;
  figures.compute(Counts(group.rows, 1), scratch, all);
  const std::vector<double> drawn = drawn_figures(figures, group.rows, options);
  const auto estimate = [&](std::size_t figure) {
    std::vector<double> values;
    for (std::size_t draw = 0; draw < options.samples; ++draw) {
      values.push_back(drawn[draw * width + figure]);
    }
    return std::isnan(all[figure]) ? Estimate{}
                                   : Estimate{all[figure], interval_of(std::move(values))};
  };
  for (std::size_t i = 0; i < task.metrics.size(); ++i) {
    MetricSummary& metric = summary.metrics[i];
    metric.rows = group.metrics[i].with_value;
    metric.value = estimate(i);
    if (!figures.agreements().empty()) {
      const std::size_t first = task.metrics.size() + 3 * i;
      metric.agreement = {figures.agreements()[i].rows(), estimate(first), estimate(first + 1),
                          estimate(first + 2)};
    }
  }
  return summary;
}

}  // namespace unspin
