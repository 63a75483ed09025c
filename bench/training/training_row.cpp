#include "bench/training/training_row.hpp"

#include "engine/report/json_writer.hpp"

namespace unspin::training {

std::string_view name_of(PairLabel label) {
  constexpr std::string_view names[] = {"verbatim", "spun", "paraphrase", "unrelated"};
  return names[static_cast<std::size_t>(label)];
}

void write(const TrainingRow& row, Sink& sink) {
  std::string line;
  JsonWriter json(line);
  json.begin_object().key("id").value(row.id);
  json.key("source").value(row.source).key("rewrite").value(row.rewrite);
  json.key("label").value(name_of(row.label)).key("origin").value(row.origin);
  json.key("kind").value(row.kind).key("level").value(row.is_excerpt ? "excerpt" : "document");
  if (!row.family.empty()) {
    json.key("family").value(row.family).key("style").value(row.style);
  }
  json.end_object();
  line += '\n';
  sink.write(line);
}

}  // namespace unspin::training
