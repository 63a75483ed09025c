#include "cli/labelled_files.hpp"

#include <fmt/format.h>
#include <omp.h>

#include "cli/default_lexicon.hpp"
#include "cli/message.hpp"

namespace unspin {

void LabelledFiles::add_options(CLI::App& command) {
  command
      .add_option("PAIRS", paths,
                  "JSONL, TSV or CSV, plain, gzip or zstd, - for standard input:\n"
                  "source, rewrite, label; origin, kind and family if you have them")
      ->required();
  command.add_option("--lexicon", lexicon,
                     "a file of unspin lexicon build, or none (default: as unspin score)");
  command.add_option("--threads", threads, "default: all cores")->check(CLI::Range(1, 1024));
}

int LabelledFiles::thread_count() const { return threads > 0 ? threads : omp_get_max_threads(); }

LabelledFiles::Pairs LabelledFiles::read(bool also_without_lexicon) const {
  const std::shared_ptr<const Lexicon> opened = open_lexicon(lexicon);
  Pairs pairs;
  pairs.lexicon_hash =
      opened == nullptr ? "none"
                        : fmt::format("{}-{:016x}", opened->info().language, opened->info().hash);
  for (const std::string& path : paths) {
    const auto on_issue = [&](const RowIssue& issue) {
      ++pairs.broken;
      message(fmt::format("{}: line {}: {}: {}", path, issue.line, issue.code, issue.message));
    };
    std::vector<LabelledPair> some =
        read_labelled_pairs(path,
                            {.lexicon = opened.get(),
                             .also_without_lexicon = also_without_lexicon,
                             .threads = thread_count()},
                            on_issue);
    pairs.all.insert(pairs.all.end(), std::make_move_iterator(some.begin()),
                     std::make_move_iterator(some.end()));
  }
  return pairs;
}

}  // namespace unspin
