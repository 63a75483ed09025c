#include "engine/report/segment_scores.hpp"

#include <cmath>
#include <fmt/format.h>

#include "engine/report/json_writer.hpp"

namespace unspin {
namespace {

CorpusMetric::Values values_of(const CorpusMetric& metric, const Measurements& measurements,
                               std::size_t segment) {
  if (measurements.outcomes[segment] == Measured::done) {
    return metric.segment_values(measurements.of(segment));
  }
  CorpusMetric::Values none{};
  none.fill(no_value);
  return none;
}

void append_heads(std::span<const CorpusMetric> metrics, std::string& out) {
  out += "segment\tsystem";
  for (const CorpusMetric& metric : metrics) {
    const std::string& key = metric.selected().key;
    if (metric.scorer().values.empty()) {
      out += '\t' + key;
    }
    for (const std::string_view value : metric.scorer().values) {
      out += fmt::format("\t{}.{}", key, value);
    }
  }
  out += '\n';
}

/// A name must not look like two cells.
std::string cell_of(std::string name) {
  for (char& c : name) {
    c = c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
  }
  return name;
}

void append_cells(const CorpusMetric& metric, const CorpusMetric::Values& values,
                  std::string& out) {
  for (std::size_t i = 0; i < metric.scorer().value_count(); ++i) {
    out += '\t';
    if (std::isfinite(values[i])) {
      append_number(values[i], out);
    }
  }
}

void append_json(const CorpusMetric& metric, const CorpusMetric::Values& values, JsonWriter& json) {
  json.key(metric.selected().key);
  const std::span<const std::string_view> names = metric.scorer().values;
  if (names.empty()) {
    json.value(values[0]);
    return;
  }
  json.begin_object();
  for (std::size_t i = 0; i < names.size(); ++i) {
    json.key(names[i]).value(values[i]);
  }
  json.end_object();
}

}  // namespace

void append_segment_scores(const Segments& segments, std::span<const CorpusMetric> metrics,
                           std::span<const std::vector<Measurements>> measurements,
                           SegmentLayout layout, std::string& out) {
  if (layout == SegmentLayout::tsv) {
    append_heads(metrics, out);
  }
  for (std::size_t segment = 0; segment < segments.count(); ++segment) {
    for (std::size_t s = 0; s < segments.systems.size(); ++s) {
      const std::string& name = segments.systems[s].name;
      if (layout == SegmentLayout::tsv) {
        out += fmt::format("{}\t{}", segment + 1, cell_of(name));
        for (std::size_t m = 0; m < metrics.size(); ++m) {
          append_cells(metrics[m], values_of(metrics[m], measurements[s][m], segment), out);
        }
      } else {
        JsonWriter json(out);
        json.begin_object().key("segment").value(std::uint64_t{segment + 1});
        json.key("system").value(name).key("scores").begin_object();
        for (std::size_t m = 0; m < metrics.size(); ++m) {
          append_json(metrics[m], values_of(metrics[m], measurements[s][m], segment), json);
        }
        json.end_object().end_object();
      }
      out += '\n';
    }
  }
}

}  // namespace unspin
