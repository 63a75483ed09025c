// `unspin metrics`: the catalogue, for people, for scripts, as the README's table and as
// docs/metrics.md.
#include <cmath>
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "engine/report/catalogue_report.hpp"
#include "scorers/catalogue.hpp"

namespace unspin {

Command add_metrics_command(CLI::App& app) {
  struct Options {
    std::string name;
    std::string format = "text";
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("metrics", R"(Lists what can be measured.

Examples:
  unspin metrics                  all metrics
  unspin metrics bleu             one, with its parameters
  unspin metrics --format json    for scripts
)");
  command->add_option("NAME", options->name, "only this metric or family");
  command->add_option("--format", options->format, "how to list them")
      ->check(one_of({"text", "json", "markdown", "reference"}))
      ->capture_default_str();

  return [options] {
    std::vector<Selected> selected;
    select(options->name.empty() ? "all" : options->name, selected);
    std::vector<const Scorer*> scorers;
    scorers.reserve(selected.size());
    for (const Selected& one : selected) {
      scorers.push_back(one.scorer);
    }

    std::string out;
    if (options->format == "json") {
      append_catalogue_json(scorers, out);
    } else if (options->format == "markdown") {
      append_catalogue_markdown(scorers, out);
    } else if (options->format == "reference") {
      append_catalogue_reference(scorers, out);
    } else {
      append_catalogue_text(scorers, scorers.size() == 1, out);
    }
    print(out);
    return exit_done;
  };
}

}  // namespace unspin
