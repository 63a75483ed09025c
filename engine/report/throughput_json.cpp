#include <cstdint>
#include <string_view>

#include "engine/report/json_writer.hpp"
#include "engine/report/throughput_report.hpp"

namespace unspin {
namespace {

void write_machine(JsonWriter& json, const Machine& machine) {
  json.key("machine").begin_object().known("processor", machine.processor);
  json.key("cores").value(static_cast<std::uint64_t>(machine.cores));
  json.key("memory_bytes").value(machine.memory);
  json.known("system", machine.system).known("kernel", machine.kernel).end_object();
}

void write_build(JsonWriter& json, const Build& build) {
  json.key("build").begin_object().key("compiler").value(build.compiler);
  json.key("type").value(build.type).key("flags").value(build.flags);
  json.key("vectors").value(build.vectors).key("is_optimised").value(build.is_optimised);
  json.end_object();
}

void write_rates(JsonWriter& json, const Throughput& figure) {
  const Spread rate = figure.pairs_per_second();
  json.key("pairs_per_second").begin_object().key("median").value(rate.median);
  json.key("quartiles").begin_array().value(rate.lower_quartile).value(rate.upper_quartile);
  json.end_array().key("least").value(rate.least).key("most").value(rate.most).end_object();
  json.key("megabytes_per_second").value(figure.bytes_per_second() / 1e6);
  json.key("microseconds_per_pair").value(1e6 / rate.median);
}

std::string_view name_of(Timed what) {
  constexpr std::string_view names[] = {"metric", "family", "together", "threads"};
  return names[static_cast<std::size_t>(what)];
}

void write_figure(JsonWriter& json, const ThroughputOfSet& set, const Throughput& figure) {
  json.begin_object().key("what").value(name_of(figure.what)).key("name").value(figure.name);
  if (figure.what == Timed::metric) {
    json.key("family").value(unspin::name_of(figure.family));
  }
  json.key("metrics").begin_array();
  for (const std::string& metric : figure.metrics) {
    json.value(metric);
  }
  json.end_array().key("verdict").value(figure.has_verdict);
  json.key("threads").value(static_cast<std::uint64_t>(figure.threads));
  json.key("pairs").value(std::uint64_t{figure.pairs}).key("bytes").value(figure.bytes);
  json.key("passes").value(std::uint64_t{figure.passes}).key("seconds").begin_array();
  for (const double seconds : figure.seconds) {
    json.value(seconds);
  }
  json.end_array();
  if (figure.is_measured) {
    write_rates(json, figure);
  }
  if (figure.is_measured && figure.what == Timed::threads) {
    json.key("speed_up").value(set.speed_up(figure));
  }
  json.known("note", figure.note).end_object();
}

void write_set(JsonWriter& json, const ThroughputOfSet& set) {
  json.begin_object().key("name").value(set.name).key("origin").value(set.origin);
  json.key("pairs").value(std::uint64_t{set.pairs}).key("bytes").value(set.bytes);
  json.key("median_words").begin_object().key("source").value(set.source_words);
  json.key("rewrite").value(set.rewrite_words).end_object();
  json.key("broken_rows").value(set.broken).key("is_whole_file").value(set.is_whole);
  json.key("figures").begin_array();
  for (const Throughput& figure : set.figures) {
    write_figure(json, set, figure);
  }
  json.end_array().end_object();
}

}  // namespace

void append_throughput_json(const ThroughputReport& report, std::string& out) {
  JsonWriter json(out, 2, 5);
  json.begin_object().key("schema").value(std::uint64_t{1});
  json.key("signature").value(report.signature).key("date").value(report.date);
  write_machine(json, report.machine);
  write_build(json, report.build);
  json.key("plan").begin_object().key("seconds").value(report.plan.seconds);
  json.key("repetitions").value(std::uint64_t{report.plan.repetitions}).end_object();
  json.key("sets").begin_array();
  for (const ThroughputOfSet& set : report.sets) {
    write_set(json, set);
  }
  json.end_array().end_object();
  out += '\n';
}

}  // namespace unspin
