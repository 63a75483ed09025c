// The command `unspin`: reads the arguments, runs a subcommand, and says what went wrong.
#include <unicode/uvernum.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "engine/io/error.hpp"
#include "engine/io/sink.hpp"
#include "engine/text/nearest_name.hpp"

namespace {

constexpr const char* summary =
    R"(Unspin says what a rewrite is: a verbatim copy, a synonym-spun copy, an honest paraphrase or
unrelated, and shows the evidence.

Examples:
  unspin score original.txt rewrite.txt                    one pair, for people
  unspin score original.txt rewrite.txt --format json      the same, for scripts
  unspin score --pairs pairs.jsonl.gz -o scores.jsonl      a stream of pairs, on all cores
  unspin score --pairs pairs.tsv -m bleu -m chrf --format tsv
  unspin metrics                                           what can be measured
)";

int say(const std::string& what, const std::string& remedy, int status) {
  std::fprintf(stderr, "unspin: %s\n", what.c_str());
  if (!remedy.empty()) std::fprintf(stderr, "        %s\n", remedy.c_str());
  return status;
}

/// What an argument that nothing knows could have meant.
std::string suggestion_for(const CLI::App& app, const std::string& argument) {
  const CLI::App* command = &app;
  for (const CLI::App* used : app.get_subcommands()) command = used;
  std::vector<std::string> names;
  for (const CLI::Option* option : command->get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  if (command == &app) {
    for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
      names.push_back(sub->get_name());
    }
  }
  const std::vector<std::string_view> views(names.begin(), names.end());
  return unspin::suggest_name(argument.substr(0, argument.find('=')), views);
}

int wrong_usage(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<std::string> unknown = app.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr && !unknown.empty()) {
    return say("unknown argument " + unknown.front(), suggestion_for(app, unknown.front()),
               unspin::exit_wrong_usage);
  }
  return say(error.what(), "unspin --help shows examples", unspin::exit_wrong_usage);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(), which the sinks handle

  CLI::App app{summary, "unspin"};
  app.set_version_flag("--version", "unspin " UNSPIN_VERSION " (ICU " U_ICU_VERSION ")");
  app.require_subcommand(0, 1);
  const unspin::Command score = unspin::add_score_command(app);
  const unspin::Command metrics = unspin::add_metrics_command(app);

  try {
    app.parse(argc, argv);
    if (app.got_subcommand("score")) return score();
    if (app.got_subcommand("metrics")) return metrics();
    throw CLI::CallForHelp();
  } catch (const CLI::Success& help_or_version) {
    return app.exit(help_or_version);
  } catch (const CLI::ParseError& error) {
    return wrong_usage(app, error);
  } catch (const unspin::Error& error) {
    return say(error.what(), error.remedy(), static_cast<int>(error.code()));
  } catch (const unspin::ClosedPipe&) {
    return unspin::exit_done;  // whoever read our output had enough
  } catch (const std::exception& error) {
    return say(error.what(), "this should not happen: please report it", 70);
  }
}
