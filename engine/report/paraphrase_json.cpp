// The table of paraphrases as JSON.
#include "engine/report/json_writer.hpp"
#include "engine/report/paraphrase_report.hpp"

namespace unspin {
namespace {

void write_interval(JsonWriter& json, const Interval& interval) {
  json.key("interval").begin_array().value(interval.low).value(interval.high).end_array();
}

void write(JsonWriter& json, std::string_view name, const Estimate& estimate) {
  json.key(name).begin_object().key("value").value(estimate.value);
  write_interval(json, estimate.interval);
  json.end_object();
}

void write(JsonWriter& json, const TableMetric& metric, const MetricSummary& summary) {
  json.key(metric.name).begin_object();
  json.key("section").value(section_names[static_cast<std::size_t>(metric.section)]);
  json.key("corpus").value(name_of(metric.scorer().info.corpus));
  json.key("rows").value(summary.rows).key("value").value(summary.value.value);
  write_interval(json, summary.value.interval);
  if (summary.agreement) {
    json.key("agreement").begin_object().key("rows").value(summary.agreement->rows);
    write(json, "pearson", summary.agreement->pearson);
    write(json, "spearman", summary.agreement->spearman);
    write(json, "kendall", summary.agreement->kendall);
    json.end_object();
  }
  json.end_object();
}

void write(JsonWriter& json, const ParaphraseTask& task, const GroupSummary& group) {
  json.begin_object();
  if (!task.group.empty()) {
    json.key("group").value(group.name);
  }
  json.key("rows").value(group.rows).key("with_references").value(group.with_references);
  if (!task.human.empty()) {
    json.key("with_human_score").value(group.with_human);
  }
  json.key("metrics").begin_object();
  for (std::size_t i = 0; i < task.metrics.size(); ++i) {
    write(json, task.metrics[i], group.metrics[i]);
  }
  json.end_object().key("labels").begin_object();
  for (std::size_t label = 0; label < label_names.size(); ++label) {
    const Share& share = group.labels[label];
    json.key(label_names[label]).begin_object().key("count").value(share.count);
    json.key("of").value(share.of).key("share").value(share.value());
    write_interval(json, share.interval());
    json.end_object();
  }
  json.end_object().end_object();
}

}  // namespace

void append_paraphrase_json(const ParaphraseReport& report, std::string& out) {
  JsonWriter json(out, 2, 7);
  json.begin_object().key("schema").value(std::uint64_t{1}).key("pairs").value(report.name);
  json.key("rows").value(report.rows()).key("broken").value(report.broken);
  json.known("human", report.task.human).known("grouped_by", report.task.group);
  json.key("samples").value(std::uint64_t{report.bootstrap.samples});
  json.key("seed").value(report.bootstrap.seed).key("groups").begin_array();
  for (const GroupSummary& group : report.groups) {
    write(json, report.task, group);
  }
  json.end_array().key("signature").value(report.signature).end_object();
}

}  // namespace unspin
