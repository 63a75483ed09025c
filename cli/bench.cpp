// `unspin bench`: how fast this machine scores these pairs.
#include <charconv>
#include <chrono>
#include <filesystem>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <memory>
#include <omp.h>
#include <optional>
#include <set>

#include "cli/commands.hpp"
#include "cli/default_lexicon.hpp"
#include "cli/interrupt.hpp"
#include "cli/judge_options.hpp"
#include "cli/message.hpp"
#include "cli/output.hpp"
#include "cli/row_messages.hpp"
#include "engine/evaluate/pair_throughput.hpp"
#include "engine/evaluate/sample_pairs.hpp"
#include "engine/io/error.hpp"
#include "engine/io/pair_rows.hpp"
#include "engine/report/throughput_picture.hpp"
#include "engine/report/throughput_report.hpp"
#include "scorers/catalogue.hpp"
#include "scorers/verdict/model_judge.hpp"

namespace unspin {
namespace {

constexpr const char* help =
    R"(Measures how many pairs a second are scored, by metric and threads.

Examples:
  unspin bench                                       half a minute, on sample texts
  unspin bench --pairs pairs.jsonl.gz                on your own pairs
  unspin bench --pairs pairs.jsonl -m bleu -m chrf   these metrics only
  unspin bench --threads 1,2,4 --seconds 60          how it scales, with more patience
  unspin bench --format json -o bench.json --svg bench.svg

What is timed is what unspin score does to a pair once its texts are in memory: tokenization,
measurement, score, and verdict where there is one; not reading rows, nor writing results. Figures
are medians of five repetitions, taken in turns.
)";

/// More of a file would measure the same for longer.
constexpr std::uint64_t most_bytes_of_rows = std::uint64_t{64} << 20;

struct Options {
  std::string pairs;
  std::vector<std::string> metrics;
  std::string threads;
  double seconds = TimingPlan{}.seconds;
  std::string lexicon;
  std::string format = "text";
  std::string svg;
  std::string output;
};

/// "1,2,4", ascending; always from 1, which the others are compared with. Empty: 1 and all cores.
std::vector<int> thread_counts(std::string_view list) {
  constexpr int most = 1024;
  std::set<int> counts{1};
  if (list.empty()) {
    counts.insert(omp_get_num_procs());
  }
  for (bool more = !list.empty(); more;) {
    const std::string_view one = list.substr(0, list.find(','));
    int count = 0;
    const auto [end, error] = std::from_chars(one.data(), one.data() + one.size(), count);
    if (error != std::errc{} || end != one.data() + one.size() || count < 1 || count > most) {
      throw Error(ErrorCode::usage, fmt::format("--threads cannot be \"{}\"", list),
                  fmt::format("give numbers from 1 to {}, such as 1,2,4", most));
    }
    counts.insert(count);
    more = one.size() < list.size();
    list.remove_prefix(std::min(list.size(), one.size() + 1));
  }
  return {counts.begin(), counts.end()};
}

std::vector<Selected> selection(const std::vector<std::string>& metrics) {
  std::vector<Selected> selected;
  for (const std::string& metric : metrics) {
    select(metric, selected);
  }
  return selected;
}

/// What is measured beside single metrics and families.
std::vector<Together> together(const std::vector<Selected>& asked, const Judge& judge) {
  if (!asked.empty()) {
    return {{.name = asked.size() > 1 ? "all of these" : asked.front().key, .selected = asked}};
  }
  return {{.name = "default set", .selected = default_selection()},
          {.name = "every metric", .selected = selection({"all"})},
          {.name = "default set, verdict", .selected = default_selection(), .judge = &judge}};
}

std::vector<TimedPairs> samples() {
  return {{.name = "sentences", .origin = "sample", .pairs = sample_sentences()},
          {.name = "articles", .origin = "sample", .pairs = sample_documents()}};
}

std::vector<TimedPairs> pairs_of(const Options& options, const std::atomic<bool>& stop,
                                 Progress& progress) {
  if (options.pairs.empty()) {
    return samples();
  }
  const std::string name = options.pairs == "-" ? "standard input" : options.pairs;
  IssuePrinter issues(name, progress);
  PairRows rows = read_pair_rows(
      options.pairs, most_bytes_of_rows, [&](const RowIssue& issue) { issues.print(issue); },
      &stop);
  if (rows.pairs.empty()) {
    throw Error(ErrorCode::unreadable_input, name + " has no pair that can be scored",
                "give rows with source and rewrite, or leave --pairs out to use sample texts");
  }
  return {{.name = "pairs",
           .origin = std::filesystem::path(name).filename().string(),
           .pairs = std::move(rows.pairs),
           .broken = rows.broken,
           .is_whole = rows.is_whole}};
}

std::string now_in_utc() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

double steady_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void write(Output& output, std::string_view text) {
  output.sink().write(text);
  output.finish(false);
}

int run(const Options& options) {
  refuse_overwriting({options.output, options.svg}, {options.pairs});
  const ModelJudge judge;
  const std::vector<Selected> asked = selection(options.metrics);
  const std::shared_ptr<const Lexicon> lexicon = open_lexicon(options.lexicon);
  const ThroughputTasks tasks{.metrics = asked.empty() ? selection({"all"}) : asked,
                              .together = together(asked, judge),
                              .threads = thread_counts(options.threads),
                              .lexicon = lexicon.get()};
  const std::atomic<bool>& stop = stop_on_interrupt();
  Progress progress("measurements");
  const std::vector<TimedPairs> sets = pairs_of(options, stop, progress);
  // What cannot be written is known before the long part.
  Output output(options.output);
  std::optional<Output> picture;
  if (!options.svg.empty()) {
    picture.emplace(options.svg);
  }

  ThroughputReport report{
      .date = now_in_utc(),
      .signature = signature_of(asked.empty() ? judge.name() : "", lexicon.get()),
      .machine = this_machine(),
      .build = this_build(),
      .plan = {.seconds = options.seconds},
      .sets = {}};
  report.sets = measure_throughput(
      sets, tasks, report.plan,
      {.now = steady_seconds, .stop = &stop, .on_progress = [&](std::size_t done, std::size_t of) {
         progress.show({.done = done, .consumed = done, .total = of});
       }});
  progress.clear();
  std::string text;
  if (picture) {
    append_throughput_picture(report, text);
    write(*picture, text);
    text.clear();
  }
  if (options.format == "json") {
    append_throughput_json(report, text);
  } else {
    append_throughput_text(report, text);
  }
  write(output, text);
  return sets.front().broken > 0 ? exit_unreadable_input : exit_done;
}

}  // namespace

Command add_bench_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("bench", help);
  command->add_option("--pairs", options->pairs,
                      "pairs as unspin score --pairs reads them (default: sample sentences\n"
                      "and articles)");
  command
      ->add_option("-m,--metric", options->metrics,
                   "as in unspin score; may be repeated (default: every metric, the\n"
                   "default set, and that with the verdict)")
      ->allow_extra_args(false);
  command->add_option("--threads", options->threads,
                      "how many threads to compare, as 1,2,4 (default: 1 and all cores)");
  command->add_option("--seconds", options->seconds, "how long to measure, more or less")
      ->check(number_in(0.01, 86400))
      ->capture_default_str();
  add_lexicon_option(*command, options->lexicon);
  command->add_option("--format", options->format, "how to say it")
      ->check(one_of({"text", "json"}))
      ->capture_default_str();
  command->add_option("--svg", options->svg, "a picture of it beside it, to print");
  command->add_option("-o,--output", options->output, "write here, all or nothing");
  return [options] { return run(*options); };
}

}  // namespace unspin
