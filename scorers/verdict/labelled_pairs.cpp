#include "scorers/verdict/labelled_pairs.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <omp.h>
#include <optional>

#include "engine/io/byte_source.hpp"
#include "engine/io/json_text.hpp"
#include "engine/io/pair_row.hpp"

namespace unspin {
namespace {

constexpr std::size_t batch_rows = 512;
constexpr std::size_t batch_bytes = std::size_t{8} << 20;

/// The text of a JSON string; other values as they are written, null as nothing.
std::string text_of_json(const std::string& json) {
  std::string text;
  if (read_json_string(json, text)) {
    return text;
  }
  return json == "null" ? std::string() : json;
}

std::string field(const PairRow& row, std::string_view name) {
  for (const auto& [known, json] : row.extra) {
    if (known == name) {
      return text_of_json(json);
    }
  }
  return {};
}

/// What of a row is more than its texts; nothing and an issue if the label is none.
std::optional<LabelledPair> labels_of(const PairRow& row, std::uint64_t line, RowIssue& issue) {
  LabelledPair pair;
  const std::string label = field(row, "label");
  const auto known = std::span(label_names).first(probable_labels);
  const auto found = std::ranges::find(known, label);
  if (found == known.end()) {
    issue = {.line = line,
             .code = "unknown_label",
             .message = fmt::format("the label is \"{}\"; it should be one of {}", label,
                                    fmt::join(known, ", "))};
    return std::nullopt;
  }
  pair.truth = static_cast<Label>(found - known.begin());
  pair.id = text_of_json(row.id);
  pair.group = field(row, "origin");
  if (pair.group.empty()) {
    pair.group = pair.id;
  }
  pair.kind = field(row, "kind");
  if (pair.kind.empty()) {
    pair.kind = label;
  }
  pair.family = field(row, "family");
  return pair;
}

/// One for each thread.
struct Reader {
  Reader(const RecordReader& records, const Lexicon* lexicon)
      : parser(records), with({}, lexicon), without({}, nullptr) {}

  PairRowParser parser;
  PreparedPair with, without;
  PairRow row;
};

struct Slot {
  std::optional<LabelledPair> pair;
  std::optional<RowIssue> issue;
};

void read_row(const RecordBatch& batch, const Record& record, const LabelledPairOptions& options,
              Reader& reader, Slot& slot) {
  slot.issue = record.issue ? record.issue
                            : reader.parser.parse(batch.view(record), record.line, reader.row);
  if (slot.issue) {
    return;
  }
  RowIssue issue;
  slot.pair = labels_of(reader.row, record.line, issue);
  if (!slot.pair) {
    slot.issue = issue;
    return;
  }
  reader.with.assign({reader.row.source, reader.row.rewrite});
  slot.pair->with_lexicon = verdict_features(reader.with);
  if (options.also_without_lexicon) {
    reader.without.assign({reader.row.source, reader.row.rewrite});
    slot.pair->without_lexicon = verdict_features(reader.without);
  }
}

}  // namespace

std::vector<LabelledPair> read_labelled_pairs(
    const std::string& path, const LabelledPairOptions& options,
    const std::function<void(const RowIssue&)>& on_issue) {
  const auto source = open_source(path);
  RecordReader records(*source, path, std::nullopt, options.most_record_bytes);
  std::vector<std::unique_ptr<Reader>> readers;
  readers.reserve(static_cast<std::size_t>(options.threads));
  for (int i = 0; i < options.threads; ++i) {
    readers.push_back(std::make_unique<Reader>(records, options.lexicon));
  }
  std::vector<LabelledPair> pairs;
  RecordBatch batch;
  std::vector<Slot> slots;
  while (records.fill(batch, batch_rows, batch_bytes)) {
    slots.assign(batch.records.size(), {});
    const std::size_t count = slots.size();
#pragma omp parallel for num_threads(options.threads) schedule(dynamic) default(none) \
    shared(batch, slots, readers, options) firstprivate(count)
    for (std::size_t i = 0; i < count; ++i) {
      read_row(batch, batch.records[i], options,
               *readers[static_cast<std::size_t>(omp_get_thread_num())], slots[i]);
    }
    for (Slot& slot : slots) {
      if (slot.issue) {
        on_issue(*slot.issue);
      } else {
        pairs.push_back(std::move(*slot.pair));
      }
    }
  }
  return pairs;
}

}  // namespace unspin
