// The table of paraphrases for a terminal.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/report/line_writer.hpp"
#include "engine/report/paraphrase_report.hpp"
#include "engine/report/printable.hpp"

namespace unspin {
namespace {

constexpr std::size_t name_columns = 26;
constexpr std::size_t cell_columns = 25;

std::string percent(const Share& share) {
  const Interval interval = share.interval();
  return std::isnan(interval.low) ? "–"
                                  : fmt::format("{:.2f}% [{:.2f}, {:.2f}]", 100 * share.value(),
                                                100 * interval.low, 100 * interval.high);
}

class Page {
 public:
  Page(const ParaphraseReport& report, std::string& out)
      : report_(report),
        lines_(name_columns + cell_columns * std::max<std::size_t>(3, report.groups.size()), false,
               out) {}

  void write() {
    headline();
    for (const TableSection section :
         {TableSection::adequacy, TableSection::diversity, TableSection::chosen}) {
      metrics(section);
    }
    labels();
    agreement();
    missing();
  }

 private:
  void line(std::string_view text) {
    lines_.put(text);
    lines_.end_line();
  }

  /// `cell` says what stands in the column of a group.
  template <class Cell>
  void row(std::size_t indent, std::string_view name, Cell&& cell) {
    lines_.skip(indent);
    lines_.put(shortened(printable(name), name_columns - indent - 1));
    std::size_t column = name_columns;
    for (const GroupSummary& group : report_.groups) {
      lines_.pad_to(column);
      lines_.put(shortened(printable(cell(group)), cell_columns - 1));
      column += cell_columns;
    }
    lines_.end_line();
  }

  bool is_grouped() const { return !report_.task.group.empty(); }

  void title(std::string_view text) {
    lines_.end_line();
    line(text);
    if (is_grouped()) {
      row(2, "", [](const GroupSummary& group) { return group.name; });
    }
  }

  void headline() {
    std::string text = fmt::format("{}: {} rows", printable(report_.name), report_.rows());
    if (report_.broken > 0) {
      text += fmt::format(" and {} broken ones", report_.broken);
    }
    text += fmt::format(", {} with references", report_.with_references());
    line(text);
    line(fmt::format("[95% intervals] of {} bootstrap samples, of labels Wilson's",
                     report_.bootstrap.samples));
    if (is_grouped()) {
      row(0, "rows", [](const GroupSummary& group) { return fmt::format("{}", group.rows); });
    }
  }

  void metrics(TableSection section) {
    const std::vector<std::size_t> places = metrics_of(report_.task, section);
    if (places.empty()) {
      return;
    }
    title(section == TableSection::adequacy    ? "Adequacy, " + against_in_words(report_)
          : section == TableSection::diversity ? "Diversity, against the source"
                                               : "Metrics, " + against_in_words(report_));
    for (const std::size_t place : places) {
      const TableMetric& metric = report_.task.metrics[place];
      row(2, metric.name, [&](const GroupSummary& group) {
        return in_words(group.metrics[place].value, digits_of(metric));
      });
    }
  }

  void labels() {
    title("Judged, of all rows");
    for (const Label label :
         {Label::spun, Label::verbatim, Label::paraphrase, Label::unrelated, Label::too_short}) {
      row(2, name_of(label), [&](const GroupSummary& group) {
        return percent(group.labels[static_cast<std::size_t>(label)]);
      });
    }
  }

  void agreement() {
    if (report_.task.human.empty()) {
      return;
    }
    for (const GroupSummary& group : report_.groups) {
      lines_.end_line();
      line(fmt::format("Agreement with {}{}{}", printable(report_.task.human),
                       is_grouped() ? ", " : "", printable(group.name)));
      cells("", {"rows", "Pearson", "Spearman", "Kendall τ-b"});
      for (std::size_t i = 0; i < group.metrics.size(); ++i) {
        const HumanAgreement& agreement = *group.metrics[i].agreement;
        cells(report_.task.metrics[i].name,
              {fmt::format("{}", agreement.rows), in_words(agreement.pearson, 3),
               in_words(agreement.spearman, 3), in_words(agreement.kendall, 3)});
      }
    }
  }

  void cells(std::string_view name, const std::vector<std::string>& texts) {
    constexpr std::size_t count_columns = 8;
    lines_.skip(2);
    lines_.put(shortened(printable(name), name_columns - 3));
    std::size_t column = name_columns;
    for (const std::string& text : texts) {
      lines_.pad_to(column);
      lines_.put(text);
      column += &text == &texts.front() ? count_columns : cell_columns;
    }
    lines_.end_line();
  }

  void missing() {
    bool is_first = true;
    for (std::size_t i = 0; i < report_.task.metrics.size(); ++i) {
      const bool is_missing = std::ranges::any_of(report_.groups, [&](const GroupSummary& group) {
        return group.metrics[i].rows < group.rows;
      });
      if (!is_missing) {
        continue;
      }
      if (is_first) {
        title("Rows without a value");
        is_first = false;
      }
      const TableMetric& metric = report_.task.metrics[i];
      row(2, metric.name, [&](const GroupSummary& group) {
        return fmt::format("{} of {}", group.rows - group.metrics[i].rows, group.rows);
      });
      lines_.skip(4);
      lines_.wrapped(metric.scorer().info.undefined_when, 4, Tone::plain);
    }
  }

  const ParaphraseReport& report_;
  LineWriter lines_;
};

}  // namespace

std::uint64_t ParaphraseReport::rows() const {
  std::uint64_t rows = 0;
  for (const GroupSummary& group : groups) {
    rows += group.rows;
  }
  return rows;
}

std::uint64_t ParaphraseReport::with_references() const {
  std::uint64_t rows = 0;
  for (const GroupSummary& group : groups) {
    rows += group.with_references;
  }
  return rows;
}

std::string against_in_words(const ParaphraseReport& report) {
  if (report.with_references() == 0) {
    return "against the source, since no row has references";
  }
  return report.with_references() == report.rows()
             ? "against the references"
             : "against the references, or the source where a row has none";
}

std::string in_words(const Estimate& estimate, int digits) {
  if (std::isnan(estimate.value)) {
    return "–";
  }
  return std::isnan(estimate.interval.low)
             ? fmt::format("{:.{}f}", estimate.value, digits)
             : fmt::format("{:.{}f} [{:.{}f}, {:.{}f}]", estimate.value, digits,
                           estimate.interval.low, digits, estimate.interval.high, digits);
}

int digits_of(const TableMetric& metric) { return metric.scorer().info.range.most > 10 ? 2 : 3; }

std::vector<std::size_t> metrics_of(const ParaphraseTask& task, TableSection section) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < task.metrics.size(); ++i) {
    if (task.metrics[i].section == section) {
      places.push_back(i);
    }
  }
  return places;
}

void append_paraphrase_text(const ParaphraseReport& report, std::string& out) {
  Page(report, out).write();
}

}  // namespace unspin
