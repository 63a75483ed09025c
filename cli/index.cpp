// `unspin index`: the library of originals that an audit searches.
#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <memory>

#include "cli/commands.hpp"
#include "cli/index_building.hpp"
#include "cli/message.hpp"
#include "engine/index/originals_index.hpp"
#include "engine/report/json_writer.hpp"
#include "engine/report/printable.hpp"

namespace unspin {
namespace {

constexpr const char* help =
    R"(Keeps a library of originals in which spun copies are found.

Examples:
  unspin index build originals/ -o originals.index   from pages, texts, crawls, rows
  unspin index add originals.index new/              more; the same ids again replace the old ones
  unspin index remove originals.index posts/1.html   by id
  unspin index compact originals.index               drops what was removed
  unspin index info originals.index
  unspin index verify originals.index                is every byte as it was written?

Several may read an index while one changes it: they keep what they opened. A change that is
interrupted leaves the index as it was.
)";

constexpr const char* build_help = R"(Makes an index of the main text of pages, texts, crawls, rows.

Examples:
  unspin index build originals/ -o originals.index
  unspin index build crawl.warc.gz posts.jsonl -o originals.index
  unspin index build originals/ -o originals.index --sampling 4    a quarter of the size

An original is known by its id: the field id of a row, the record id in a crawl, else the path. An
index that is there already is replaced as a whole. It depends on the originals and their order
alone, byte for byte.
)";

constexpr const char* add_help = R"(Adds originals to an index.

Examples:
  unspin index add originals.index new/ more.jsonl

Those with an id that the index has replace the older ones. Each time adds a segment to be looked
into: compact when there are many.
)";

constexpr const char* remove_help = R"(Removes originals from an index, by id.

Examples:
  unspin index remove originals.index posts/1.html posts/2.html

They are no longer found; their bytes go when the index is compacted.
)";

constexpr const char* compact_help = R"(Rewrites an index without what was removed, in one segment.

Examples:
  unspin index compact originals.index

The same bytes as if it had been built of the originals that are left. Takes as long.
)";

constexpr const char* info_help = R"(Says what is in an index.

Examples:
  unspin index info originals.index
  unspin index info originals.index --format json
)";

constexpr const char* verify_help =
    R"(Reads every byte of an index and holds it against its checksums.

Examples:
  unspin index verify originals.index && echo sound
)";

int add(const IndexOptions& options) {
  IndexWriter writer(options.folder);
  OriginalSpool spool(writer.folder());
  std::uint64_t replaced = 0;
  const int status =
      read_originals(options, spool, [&] { replaced = writer.add(spool, options.writing()); });
  if (replaced > 0) {
    message(fmt::format("{} of the index's were replaced", replaced));
  }
  return status;
}

int remove(const IndexOptions& options) {
  const std::vector<std::string> missing = IndexWriter(options.folder).remove(options.ids);
  for (const std::string& id : missing) {
    message(fmt::format("{}: the index has no original with this id", id));
  }
  return missing.empty() ? exit_done : exit_unreadable_input;
}

int compact(const IndexOptions& options) {
  IndexWriter(options.folder).compact(options.writing());
  return exit_done;
}

int verify(const IndexOptions& options) {
  OriginalsIndex::open(options.folder).verify();
  return exit_done;
}

/// What is in an index, summed over its segments; removed originals are included but for `size`.
struct IndexFacts {
  std::uint64_t words = 0, keys = 0, postings = 0, key_bytes = 0, text_bytes = 0;

  explicit IndexFacts(const OriginalsIndex& index) {
    for (const Segment& segment : index.segments()) {
      const SegmentFoot& foot = segment.foot();
      const auto bytes = [&](SegmentSection section) {
        return foot.places[static_cast<std::size_t>(section)].bytes;
      };
      words += foot.words;
      keys += foot.keys;
      postings += foot.postings;
      key_bytes += bytes(SegmentSection::buckets) + bytes(SegmentSection::offsets);
      text_bytes += foot.bytes;
    }
    text_bytes -= key_bytes;
  }
};

void append_text(const std::string& folder, const OriginalsIndex& index, std::string& out) {
  const IndexFacts facts(index);
  const auto line = [&](std::string_view name, std::string_view value) {
    fmt::format_to(std::back_inserter(out), "{:<10} {}\n", name, value);
  };
  line("index", printable(folder));
  line("language", index.options().language);
  line("sampling", fmt::format("1 in {}", index.options().sampling));
  line("originals",
       fmt::format("{}, {} removed, {} segment{}", index.size(), index.end() - index.size(),
                   index.segments().size(), index.segments().size() == 1 ? "" : "s"));
  line("words", fmt::format("{}", facts.words));
  line("keys",
       fmt::format("{} in {} places, {} bytes", facts.keys, facts.postings, facts.key_bytes));
  line("texts", fmt::format("{} bytes", facts.text_bytes));
}

void append_json(const std::string& folder, const OriginalsIndex& index, std::string& out) {
  const IndexFacts facts(index);
  JsonWriter json(out, 2, 3);
  json.begin_object().key("index").value(folder);
  json.key("version").value(manifest_version).key("language").value(index.options().language);
  json.key("sampling").value(index.options().sampling);
  json.key("originals").value(index.size()).key("removed").value(index.end() - index.size());
  json.key("segments").value(index.segments().size()).key("words").value(facts.words);
  json.key("keys").value(facts.keys).key("postings").value(facts.postings);
  json.key("key_bytes").value(facts.key_bytes).key("text_bytes").value(facts.text_bytes);
  json.end_object();
  out += '\n';
}

int info(const IndexOptions& options) {
  const OriginalsIndex index = OriginalsIndex::open(options.folder);
  std::string out;
  if (options.format == "json") {
    append_json(options.folder, index, out);
  } else {
    append_text(options.folder, index, out);
  }
  print(out);
  return exit_done;
}

/// An empty string, or what is wrong with the name of a language.
std::string is_language(const std::string& name) {
  const bool holds = !name.empty() && name.size() < 16 &&
                     std::ranges::all_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
  return holds ? "" : fmt::format("\"{}\" is no language: a name such as en", name);
}

void add_work_options(CLI::App& command, IndexOptions& options) {
  command.add_option("--threads", options.threads, "default: all cores")
      ->check(CLI::Range(1, 1024));
  command.add_option("--memory", options.memory_mib, "for sorting, in MiB, about")
      ->check(CLI::Range(1, 1 << 20))
      ->capture_default_str();
}

void add_reading_options(CLI::App& command, IndexOptions& options) {
  command
      .add_option("PATH", options.paths,
                  "files and folders; - is standard input, .gz and .zst are unpacked")
      ->required();
  add_work_options(command, options);
  command.add_option("--max-document", options.limits.most_bytes,
                     "largest document, in bytes, unpacked (64 MiB)");
}

}  // namespace

Command add_index_command(CLI::App& app) {
  const auto options = std::make_shared<IndexOptions>();
  CLI::App* command = app.add_subcommand("index", help);
  command->require_subcommand(1);
  const auto add_subcommand = [&](const char* name, const char* text) {
    CLI::App* sub = command->add_subcommand(name, text);
    if (std::string_view(name) != "build") {
      sub->add_option("INDEX", options->folder, "the folder of an index")->required();
    }
    return sub;
  };

  CLI::App* building = add_subcommand("build", build_help);
  add_reading_options(*building, *options);
  building->add_option("-o,--output", options->folder, "the folder of the index")->required();
  building
      ->add_option("--language", options->keys.language,
                   "ISO 639-1; says which word endings, and English which function words")
      ->check(CLI::Validator(is_language, ""))
      ->capture_default_str();
  building->add_option("--sampling", options->sampling, "keep one key in so many: 1, 2 or 4")
      ->check(one_of({"1", "2", "4"}))
      ->capture_default_str();
  CLI::App* adding = add_subcommand("add", add_help);
  add_reading_options(*adding, *options);
  CLI::App* removing = add_subcommand("remove", remove_help);
  removing->add_option("ID", options->ids, "of originals, as unspin extract shows them")
      ->required();
  CLI::App* compacting = add_subcommand("compact", compact_help);
  add_work_options(*compacting, *options);
  CLI::App* telling = add_subcommand("info", info_help);
  telling->add_option("--format", options->format, "how to say it")
      ->check(one_of({"text", "json"}))
      ->capture_default_str();
  CLI::App* verifying = add_subcommand("verify", verify_help);

  using Step = int (*)(const IndexOptions&);
  const std::vector<std::pair<CLI::App*, Step>> steps = {
      {building, build_index}, {adding, add},   {removing, remove},
      {compacting, compact},   {telling, info}, {verifying, verify}};
  return [options, steps] {
    options->keys.sampling = static_cast<std::uint32_t>(std::stoul(options->sampling));
    for (const auto& [sub, step] : steps) {
      if (sub->parsed()) {
        return step(*options);
      }
    }
    return static_cast<int>(exit_wrong_usage);
  };
}

}  // namespace unspin
