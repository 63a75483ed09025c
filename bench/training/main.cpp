// `unspin_training_pairs`: makes the labelled pairs that the verdict is fitted on and tested with,
// out of labelled texts that are not part of the project. CONTRIBUTING.md says how it is used,
// labelled_texts.hpp what training may see.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "bench/training/training_set.hpp"
#include "engine/io/error.hpp"

namespace {

struct Options {
  std::string purpose = "training";
  std::string data, corpora = "corpora", thesaurus, output;
};

using namespace unspin;
using namespace unspin::training;

void make_set(const Options& options) {
  const auto lexicon = Lexicon::open(options.thesaurus);
  WordCounts counts;
  const Thesaurus thesaurus(*lexicon, counts);
  Materials materials{.texts = read_labelled_texts(options.data),
                      .corpora = read_corpora(options.corpora),
                      .observed = read_observed_swaps(options.data + "/wild_swaps.tsv"),
                      .thesaurus = thesaurus};
  // Either set is made with what training may see.
  for (const LabelledText& text : materials.texts) {
    if (text.purpose == Purpose::training && !text.is_sentence) {
      counts.add_words_of(text.source);
      counts.add_words_of(text.rewrite);
    }
  }
  FileSink sink(options.output);
  SetMaker maker(materials, options.purpose == "training" ? Purpose::training : Purpose::evaluation,
                 sink);
  maker.make();
  sink.finish();
  fmt::print(stderr, "{}\n{}", options.output, maker.tally());
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  CLI::App app(
      "Makes labelled pairs of texts, spun and honest, for fitting and testing the verdict.");
  app.add_option("--for", options.purpose, "which half of the data")
      ->check(CLI::IsMember({"training", "evaluation"}))
      ->capture_default_str();
  app.add_option("--data", options.data,
                 "folder with onestop, honest_hard, iterater_r3, aesop, apty (.jsonl.gz) and "
                 "wild_swaps.tsv")
      ->required();
  app.add_option("--corpora", options.corpora, "the project's own texts")->capture_default_str();
  app.add_option("--thesaurus", options.thesaurus,
                 "a lexicon of WordNet, MyThes and Moby, by unspin lexicon build")
      ->required();
  app.add_option("-o,--output", options.output, "JSON lines, all or nothing")->required();
  CLI11_PARSE(app, count, arguments);
  try {
    make_set(options);
  } catch (const Error& error) {
    fmt::print(stderr, "unspin_training_pairs: {}\n                       {}\n", error.what(),
               error.remedy());
    return static_cast<int>(error.code());
  }
  return 0;
}
