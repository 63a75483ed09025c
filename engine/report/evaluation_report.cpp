#include "engine/report/evaluation_report.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "engine/report/json_writer.hpp"
#include "engine/report/printable.hpp"
#include "engine/report/score_grid.hpp"

namespace unspin {
namespace {

using Format = EvaluationStyle::Format;

constexpr double significant = 0.05;

/// A number as Python writes it: 26.0 is no whole number.
std::string python_number(double number) {
  if (!std::isfinite(number)) {
    return "null";
  }
  const std::string text = fmt::format("{}", number);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string fixed(double number, int decimals) {
  return std::isnan(number) ? "–" : fmt::format("{:.{}f}", number, decimals);
}

/// What is left of a number after rounding.
std::string rounded_number(double number, int decimals) {
  return std::isfinite(number) ? python_number(std::stod(fixed(number, decimals))) : "null";
}

/// "26.1", and with an interval "26.1 (μ = 26.1 ± 0.7)"; sacreBLEU shows none around 0.
std::string figures(const CorpusScore& score, int decimals) {
  std::string text = fixed(score.value, decimals);
  if (score.interval && score.interval->mean != 0) {
    text += fmt::format(" (μ = {} ± {})", fixed(score.interval->mean, decimals),
                        fixed(score.interval->half_width, decimals));
  }
  return text;
}

class Report {
 public:
  Report(const Evaluation& evaluation, const EvaluationStyle& style, std::string& out)
      : evaluation_(evaluation), style_(style), out_(out) {}

  void write() {
    const bool is_one = evaluation_.systems.size() == 1;
    if (style_.format == Format::json) {
      is_one ? one_as_json() : all_as_json();
    } else if (is_one && style_.format == Format::text) {
      one_as_lines();
    } else {
      table();
      const std::size_t end_of_table = out_.size();
      if (is_paired(evaluation_.test)) {
        explanation();
      }
      signatures();
      if (style_.format == Format::latex) {
        comment_out(end_of_table);
      }
    }
  }

 private:
  void one_as_lines() {
    std::vector<std::string> names;
    std::size_t widest = 0;
    for (const EvaluatedMetric& metric : evaluation_.metrics) {
      names.push_back(metric.title + '|' + signature(metric));
      widest = std::max(widest, columns_of(names.back()));
    }
    for (std::size_t m = 0; m < names.size(); ++m) {
      const CorpusScore& score = evaluation_.scores[0][m];
      if (!style_.score_only) {
        out_.append(widest - columns_of(names[m]), ' ');
        out_ += printable(names[m]) + " = ";
      }
      out_ += figures(score, decimals_of(m));
      if (!style_.score_only && !score.details.empty()) {
        out_ += ' ' + score.details;
      }
      out_ += '\n';
    }
  }

  void one_as_json() {
    const bool is_list = evaluation_.metrics.size() > 1;
    out_ += is_list ? "[\n" : "";
    for (std::size_t m = 0; m < evaluation_.metrics.size(); ++m) {
      out_ += m > 0 ? ",\n" : "";
      const CorpusScore& score = evaluation_.scores[0][m];
      if (style_.score_only) {
        out_ += std::isnan(score.value) ? "null" : figures(score, decimals_of(m));
      } else {
        metric_as_json(evaluation_.metrics[m], score);
      }
    }
    out_ += is_list ? "\n]\n" : "\n";
  }

  void metric_as_json(const EvaluatedMetric& metric, const CorpusScore& score) {
    const int decimals = unspin::decimals_of(*metric.metric, style_);
    JsonWriter json(out_, 1, 1);
    json.begin_object().key("name").value(metric.title);
    json.key("score").raw(rounded_number(score.value, decimals));
    json.key("signature").value(metric.signature);
    if (score.interval && score.interval->mean != 0) {
      const Interval& interval = *score.interval;
      json.key("confidence_mean").raw(rounded_number(interval.mean, decimals));
      json.key("confidence_var").raw(rounded_number(interval.half_width, decimals));
      json.key("confidence")
          .value(fmt::format("μ = {} ± {}", fixed(interval.mean, decimals),
                             fixed(interval.half_width, decimals)));
    }
    json.known("verbose_score", score.details);
    parts_of_signature(metric.signature, json);
    all_values(metric, score, json);
    json.end_object();
  }

  static void parts_of_signature(std::string_view signature, JsonWriter& json) {
    while (!signature.empty()) {
      const std::string_view part = signature.substr(0, signature.find('|'));
      const std::size_t colon = part.find(':');
      json.key(part.substr(0, colon)).value(part.substr(colon + 1));
      signature.remove_prefix(std::min(signature.size(), part.size() + 1));
    }
  }

  /// Precision, recall and the like, where a metric has more than one value.
  void all_values(const EvaluatedMetric& metric, const CorpusScore& score, JsonWriter& json) const {
    const std::span<const std::string_view> names = metric.metric->scorer().values;
    if (names.empty()) {
      return;
    }
    json.key("values").begin_object();
    for (std::size_t i = 0; i < names.size(); ++i) {
      json.key(names[i]).raw(
          rounded_number(score.values[i], unspin::decimals_of(*metric.metric, style_)));
    }
    json.end_object();
  }

  void all_as_json() {
    JsonWriter json(out_, 4, 3);
    json.begin_array();
    for (std::size_t s = 0; s < evaluation_.systems.size(); ++s) {
      json.begin_object().key("system").value(name_of_system(s));
      for (std::size_t m = 0; m < evaluation_.metrics.size(); ++m) {
        const CorpusScore& score = evaluation_.scores[s][m];
        json.key(evaluation_.metrics[m].title);
        if (is_paired(evaluation_.test)) {
          result_as_json(score, json);
        } else {
          json.value(fixed(score.value, decimals_of(m)));
        }
      }
      json.end_object();
    }
    json.end_array();
    out_ += '\n';
  }

  static void result_as_json(const CorpusScore& score, JsonWriter& json) {
    const auto number = [](std::optional<double> value) {
      return value ? python_number(*value) : "null";
    };
    json.begin_object().key("score").raw(python_number(score.value));
    json.key("p_value").raw(number(score.p_value));
    json.key("mean").raw(score.interval ? number(score.interval->mean) : "null");
    json.key("ci").raw(score.interval ? number(score.interval->half_width) : "null");
    json.end_object();
  }

  void table() {
    const bool has_intervals = evaluation_.test == CorpusTest::paired_bootstrap;
    ScoreGrid grid;
    std::vector<std::string>& heads = grid.rows.emplace_back();
    heads.emplace_back("System");
    for (const EvaluatedMetric& metric : evaluation_.metrics) {
      heads.push_back(printable(metric.title) + (has_intervals ? " (μ ± 95% CI)" : ""));
    }
    for (std::size_t s = 0; s < evaluation_.systems.size(); ++s) {
      std::vector<std::string>& row = grid.rows.emplace_back();
      row.push_back(printable(name_of_system(s)));
      for (std::size_t m = 0; m < evaluation_.metrics.size(); ++m) {
        row.push_back(cell(evaluation_.scores[s][m], decimals_of(m)));
      }
    }
    if (style_.format == Format::latex) {
      append_latex(grid, out_);
    } else {
      append_boxed(grid, out_);
    }
  }

  std::string cell(const CorpusScore& score, int decimals) const {
    std::string text = fixed(score.value, decimals);
    if (score.interval) {
      text += fmt::format(" ({} ± {})", fixed(score.interval->mean, decimals),
                          fixed(score.interval->half_width, decimals));
    }
    if (score.p_value) {
      text += style_.format == Format::latex ? ' ' : '\n';
      text += fmt::format("(p = {}){}", fixed(*score.p_value, 4),
                          *score.p_value <= significant ? "*" : "");
    }
    return text;
  }

  void explanation() {
    const bool is_bootstrap = evaluation_.test == CorpusTest::paired_bootstrap;
    fmt::format_to(std::back_inserter(out_), "\nEvery system against {}, by {} ({} {})\n",
                   printable(name_of_system(0)),
                   is_bootstrap ? "paired bootstrap" : "approximate randomisation",
                   evaluation_.samples, is_bootstrap ? "resamples" : "trials");
    out_ += is_bootstrap ? "  score (mean of the resamples ± half of the interval that 95% of them "
                           "lie in)\n"
                         : "";
    out_ +=
        "  p: how often chance alone would make a difference as large, if both systems were of "
        "one kind\n"
        "  *: p is 0.05 or less, so that the systems differ; not that one of them is better\n";
  }

  void signatures() {
    out_ += "\nSignatures\n";
    for (const EvaluatedMetric& metric : evaluation_.metrics) {
      fmt::format_to(std::back_inserter(out_), "  {:<10} {}\n", printable(metric.title),
                     printable(signature(metric)));
    }
  }

  int decimals_of(std::size_t metric) const {
    return unspin::decimals_of(*evaluation_.metrics[metric].metric, style_);
  }

  /// Of LaTeX: what stands behind the table, so that the whole can be read into a document.
  void comment_out(std::size_t from) {
    const std::string text = out_.substr(from);
    out_.resize(from);
    for (std::string_view left = text; !left.empty();) {
      const std::string_view line = left.substr(0, left.find('\n') + 1);
      out_ += line == "\n" ? "%" : "% ";
      out_ += line;
      left.remove_prefix(line.size());
    }
  }

  std::string signature(const EvaluatedMetric& metric) const {
    return style_.short_signatures ? shortened_signature(metric.signature) : metric.signature;
  }

  std::string name_of_system(std::size_t system) const {
    const std::string& name = evaluation_.systems[system];
    if (system > 0 || !is_paired(evaluation_.test)) {
      return name;
    }
    return name == "Baseline" ? name : "Baseline: " + name;
  }

  const Evaluation& evaluation_;
  const EvaluationStyle& style_;
  std::string& out_;
};

}  // namespace

int decimals_of(const CorpusMetric& metric, const EvaluationStyle& style) {
  return style.decimals.value_or(metric.scorer().info.range.most <= 1 ? 3 : 1);
}

void append_evaluation(const Evaluation& evaluation, const EvaluationStyle& style,
                       std::string& out) {
  Report(evaluation, style, out).write();
}

void append_segment_lines(const CorpusMetric& metric, const Measurements& measurements,
                          const std::string& signature, const EvaluationStyle& style,
                          std::string& out) {
  const int decimals = decimals_of(metric, style);
  const std::string name =
      metric.title() + '|' + (style.short_signatures ? shortened_signature(signature) : signature);
  for (std::size_t i = 0; i < measurements.count(); ++i) {
    const bool is_measured = measurements.outcomes[i] == Measured::done;
    const double value =
        is_measured ? metric.segment_values(measurements.of(i))[metric.scorer().primary] : no_value;
    if (style.score_only) {
      out += fixed(value, decimals) + '\n';
      continue;
    }
    const std::string details = metric.segment_details(measurements.of(i));
    out += fmt::format("{} = {}{}{}\n", printable(name), fixed(value, decimals),
                       details.empty() ? "" : " ", details);
  }
}

std::string shortened_signature(std::string_view signature) {
  const bool is_of_ter = signature.find("|tok:tercom|") != std::string_view::npos;
  const auto shortened = [is_of_ter](std::string_view key) -> std::string_view {
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"version", "v"}, {"nrefs", "#"}, {"seed", "rs"}, {"case", "c"},   {"eff", "e"},
        {"smooth", "s"},  {"space", "s"}, {"norm", "nr"}, {"punct", "pn"}, {"asian", "as"}};
    if (is_of_ter && key == "tok") {
      return "t";
    }
    const auto found = std::ranges::find(names, key, [](const auto& name) { return name.first; });
    return found == std::end(names) ? key : found->second;
  };
  std::string text;
  while (!signature.empty()) {
    const std::string_view part = signature.substr(0, signature.find('|'));
    const std::size_t colon = std::min(part.find(':'), part.size());
    text += text.empty() ? "" : "|";
    text += shortened(part.substr(0, colon));
    text += part.substr(colon);
    signature.remove_prefix(std::min(signature.size(), part.size() + 1));
  }
  return text;
}

}  // namespace unspin
