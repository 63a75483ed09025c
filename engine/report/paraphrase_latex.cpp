// The table of paraphrases for a paper: rows to put between \begin{table} and \end{table}; needs
// \usepackage{booktabs}.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/report/paraphrase_report.hpp"

namespace unspin {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
      case '{':
      case '}':
        out += '\\';
        out += c;
        break;
      case '\n':
      case '\r':
        out += ' ';
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string cell(const Estimate& estimate, int digits) {
  const std::string text = in_words(estimate, digits);
  const std::size_t bracket = text.find(" [");
  return bracket == std::string::npos
             ? (std::isnan(estimate.value) ? "--" : text)
             : fmt::format("{} {{\\small {}}}", text.substr(0, bracket), text.substr(bracket + 1));
}

std::string percent(const Share& share) {
  const Interval interval = share.interval();
  return cell({100 * share.value(), {100 * interval.low, 100 * interval.high}}, 2);
}

void begin_table(std::size_t columns, std::string& out) {
  out += fmt::format("\\begin{{tabular}}{{l{}}}\n\\toprule\n", std::string(columns, 'r'));
}

void end_table(std::string& out) { out += "\\bottomrule\n\\end{tabular}\n"; }

template <class Cell>
void row(const ParaphraseReport& report, std::string_view name, Cell&& cell_of, std::string& out) {
  out += escaped(name);
  for (const GroupSummary& group : report.groups) {
    out += " & " + cell_of(group);
  }
  out += " \\\\\n";
}

void summary_table(const ParaphraseReport& report, std::string& out) {
  begin_table(report.groups.size(), out);
  row(
      report, "", [](const GroupSummary& group) { return escaped(group.name); }, out);
  for (const TableSection section :
       {TableSection::adequacy, TableSection::diversity, TableSection::chosen}) {
    const std::vector<std::size_t> places = metrics_of(report.task, section);
    if (!places.empty()) {
      out += "\\midrule\n";
    }
    for (const std::size_t place : places) {
      const TableMetric& metric = report.task.metrics[place];
      row(
          report, metric.name,
          [&](const GroupSummary& group) {
            return cell(group.metrics[place].value, digits_of(metric));
          },
          out);
    }
  }
  out += "\\midrule\n";
  row(
      report, "judged spun, %",
      [](const GroupSummary& group) {
        return percent(group.labels[static_cast<std::size_t>(Label::spun)]);
      },
      out);
  end_table(out);
}

void agreement_table(const ParaphraseReport& report, const GroupSummary& group, std::string& out) {
  begin_table(3, out);
  out += fmt::format("{} & Pearson & Spearman & Kendall $\\tau_b$ \\\\\n\\midrule\n",
                     escaped(group.name));
  for (std::size_t i = 0; i < group.metrics.size(); ++i) {
    const HumanAgreement& agreement = *group.metrics[i].agreement;
    out += fmt::format("{} & {} & {} & {} \\\\\n", escaped(report.task.metrics[i].name),
                       cell(agreement.pearson, 3), cell(agreement.spearman, 3),
                       cell(agreement.kendall, 3));
  }
  end_table(out);
}

}  // namespace

void append_paraphrase_latex(const ParaphraseReport& report, std::string& out) {
  const auto comment = [&](std::string line) {
    std::ranges::replace(line, '\n', ' ');  // a file's name must not leave its comment
    out += "% " + line + "\n";
  };
  comment(fmt::format("{}: {} rows, {}; 95% intervals of {} bootstrap samples", report.name,
                      report.rows(), against_in_words(report), report.bootstrap.samples));
  comment(report.signature);
  summary_table(report, out);
  if (!report.task.human.empty()) {
    for (const GroupSummary& group : report.groups) {
      out += "\n";
      comment(fmt::format("agreement with {}", report.task.human));
      agreement_table(report, group, out);
    }
  }
}

}  // namespace unspin
