// The command `unspin`: reads the arguments, runs a subcommand, and says what went wrong.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <exception>
#include <memory>
#include <sstream>
#include <string>
#include <unicode/uvernum.h>
#include <vector>

#include "cli/commands.hpp"
#include "cli/message.hpp"
#include "cli/sacrebleu_arguments.hpp"
#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/io/sink.hpp"
#include "engine/score/nearest_name.hpp"

namespace unspin {
namespace {

constexpr const char* summary =
    R"(Unspin says what a rewrite is: a verbatim copy, a synonym-spun copy, an honest paraphrase or
unrelated, and shows the evidence.

Examples:
  unspin score original.txt rewrite.txt                    one pair, for people
  unspin score original.txt rewrite.txt --format json      the same, for scripts
  unspin explain original.txt rewrite.txt                  why this verdict, sentence by sentence
  unspin score --pairs pairs.jsonl.gz -o scores.jsonl      a stream of pairs, on all cores
  unspin score --pairs pairs.tsv -m bleu -m chrf --format tsv
  unspin evaluate reference.txt -i system.txt -m bleu chrf          a corpus, as sacreBLEU does
  unspin audit --originals posts/ --crawl crawl.warc.gz -o audit    who copied what
  unspin extract crawl.warc.gz --format jsonl              the main text of each page
  unspin index build original.txt -o originals.index       a library of originals to search
  unspin metrics                                           what can be measured
)";

/// Lists a subcommand by the first line of its description; its examples stand in its own help.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_subcommand(const CLI::App* sub) const override {
    const std::string description = sub->get_description();
    std::ostringstream line;
    CLI::detail::format_help(line, sub->get_name(), description.substr(0, description.find('\n')),
                             get_column_width());
    return line.str();
  }
};

/// What an argument that nothing knows could have meant.
std::string suggestion_for(const CLI::App& app, const std::string& argument) {
  const CLI::App* command = &app;
  while (!command->get_subcommands().empty()) {
    command = command->get_subcommands().front();
  }
  std::vector<std::string> names;
  for (const CLI::Option* option : command->get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  for (const CLI::App* sub : command->get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(sub->get_name());
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  return suggest_name(argument.substr(0, argument.find('=')), views);
}

int wrong_usage(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<std::string> unknown = app.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !unknown.empty()) {
    message("unknown argument " + unknown.front(), suggestion_for(app, unknown.front()));
  } else {
    message(error.what(), "unspin --help shows examples");
  }
  return exit_wrong_usage;
}

/// The arguments behind the program's name, in the order in which the parser takes them: the last
/// one first.
std::vector<std::string> arguments_for_parser(int argc, char** argv) {
  std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  if (!arguments.empty() && arguments.front() == "evaluate") {
    arguments = from_sacrebleu(arguments);
  }
  std::ranges::reverse(arguments);
  return arguments;
}

int run_command(CLI::App& app, int argc, char** argv) {
  const std::pair<const char*, Command> commands[] = {
      {"score", add_score_command(app)},       {"explain", add_explain_command(app)},
      {"evaluate", add_evaluate_command(app)}, {"audit", add_audit_command(app)},
      {"merge", add_merge_command(app)},       {"index", add_index_command(app)},
      {"extract", add_extract_command(app)},   {"metrics", add_metrics_command(app)},
      {"lexicon", add_lexicon_command(app)},   {"review", add_review_command(app)},
      {"train", add_train_command(app)},       {"validate", add_validate_command(app)},
      {"bench", add_bench_command(app)},
  };
  try {
    app.parse(arguments_for_parser(argc, argv));
    for (const auto& [name, command] : commands) {
      if (app.got_subcommand(name)) {
        return command();
      }
    }
    throw CLI::CallForHelp();
  } catch (const CLI::Success& help_or_version) {
    std::ostringstream text;
    app.exit(help_or_version, text, text);
    print(text.str());
    return exit_done;
  } catch (const CLI::ParseError& error) {
    return wrong_usage(app, error);
  }
}

int guarded_main(int argc, char** argv) {
  CLI::App app{summary, "unspin"};
  app.formatter(std::make_shared<HelpFormatter>());
  app.set_version_flag("--version", "unspin " UNSPIN_VERSION " (ICU " U_ICU_VERSION ")");
  app.require_subcommand(0, 1);
  try {
    return run_command(app, argc, argv);
  } catch (const Error& error) {
    message(error.what(), error.remedy());
    return static_cast<int>(error.code());
  } catch (const ClosedPipe&) {
    return exit_done;  // whoever read our output had enough
  } catch (const Interrupted&) {
    return exit_interrupted;
  } catch (const std::exception& error) {
    message(error.what(), "This should not happen: please report it.");
    return exit_defect;
  }
}

}  // namespace
}  // namespace unspin

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(), which the sinks handle
  return unspin::guarded_main(argc, argv);
}
