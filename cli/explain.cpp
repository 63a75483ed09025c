// `unspin explain`: why a pair gets its verdict, at length.
#include <memory>

#include "cli/commands.hpp"
#include "cli/one_pair.hpp"
#include "cli/terminal.hpp"
#include "engine/report/json_report.hpp"
#include "engine/report/terminal_explanation.hpp"
#include "scorers/catalogue.hpp"

namespace unspin {
namespace {

constexpr const char* help = R"(Says at length why a rewrite gets its verdict.

Examples:
  unspin explain original.txt rewrite.txt                   all that was found, on a screen
  unspin explain original.txt rewrite.txt --color always | less -R
  unspin explain original.txt - < rewrite.txt               "-" is standard input
  unspin explain original.txt rewrite.txt --format json     with the figures behind the verdict
  unspin explain original.txt rewrite.txt --html case.html  beside it a page to pass on

First the verdict and its reasons; then each figure that moved it beside what honest rewrites have;
both texts, sentence by sentence; all swaps by count with who says that they are synonyms; what
became of every term, name, number, address and quotation; what was hidden in the texts; scores.
)";

struct ExplainOptions : PairOptions {
  std::string color = "auto";

  Colours colours() const {
    return color == "always"  ? Colours::always
           : color == "never" ? Colours::never
                              : Colours::on_terminal;
  }
};

int explain(const ExplainOptions& options) {
  expect_two_texts(options, "explain", "an original and a rewrite");
  const OnePair pair(options, default_selection());
  std::string out;
  if (options.format == "json") {
    append_json(pair.result(), {.factors = true, .indented = true}, out);
  } else {
    append_explanation(pair.result(), pair.title(),
                       terminal_style(options.output.empty(), true, options.colours()), out);
  }
  return write_report(options, pair, out);
}

}  // namespace

Command add_explain_command(CLI::App& app) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand("explain", help);
  command->add_option("--format", options->format, "default: text")
      ->check(one_of({"text", "json"}));
  command
      ->add_option("--color", options->color,
                   "auto: on a terminal, unless NO_COLOR is set; always: for less -R")
      ->check(one_of({"auto", "always", "never"}))
      ->capture_default_str();
  add_pair_options(*command, *options);
  return [options] { return explain(*options); };
}

}  // namespace unspin
