#include "cli/sacrebleu_arguments.hpp"

#include <gtest/gtest.h>

#include "engine/io/error.hpp"
#include "scorers/catalogue.hpp"

namespace unspin {
namespace {

using Arguments = std::vector<std::string>;

TEST(SacrebleuArguments, SpellOptionsOfSeveralLettersWithTwoDashes) {
  EXPECT_EQ(from_sacrebleu({"evaluate", "ref.txt", "-i", "sys.txt", "-m", "bleu", "chrf", "ter",
                            "-b", "-w", "4", "-tok", "intl", "-lc", "-f", "json", "--force"}),
            (Arguments{"evaluate", "ref.txt", "-i", "sys.txt", "-m", "bleu", "chrf", "ter", "-b",
                       "-w", "4", "--tokenize", "intl", "--lowercase", "-f", "json", "--force"}));
  EXPECT_EQ(from_sacrebleu({"-sl", "-sv=2", "-cw", "2", "-ci", "-cin", "5", "-sh", "-nr", "2"}),
            (Arguments{"--sentence-level", "--smooth-value=2", "--chrf-word-order", "2",
                       "--confidence", "--confidence-n", "5", "--short", "--num-refs", "2"}));
  EXPECT_EQ(from_sacrebleu({"-pbs", "-pbsn", "5", "-par", "-parn", "6"}),
            (Arguments{"--paired-bs", "--paired-bs-n", "5", "--paired-ar", "--paired-ar-n", "6"}));
}

TEST(SacrebleuArguments, DropWhatChangesNothing) {
  EXPECT_EQ(from_sacrebleu({"ref.txt", "-nc", "-j", "4", "--paired-jobs=0", "-e", "utf-8", "-q"}),
            (Arguments{"ref.txt", "-q"}));
}

TEST(SacrebleuArguments, LeaveFilesAlone) {
  EXPECT_EQ(from_sacrebleu({"--", "-tok", "-t"}), (Arguments{"--", "-tok", "-t"}));
}

TEST(SacrebleuArguments, RefuseWhatIsNotThere) {
  for (const Arguments& arguments : {Arguments{"-t", "wmt17"},
                                     {"-l", "en-de"},
                                     {"--test-set=wmt17"},
                                     {"--echo", "ref"},
                                     {"--detail"},
                                     {"-ol", "en"},
                                     {"-e", "latin-1"}}) {
    try {
      from_sacrebleu(arguments);
      FAIL() << arguments.front();
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::usage);
      EXPECT_NE(error.remedy(), "");
    }
  }
}

TEST(SacrebleuArguments, SetParametersOfTheirMetric) {
  const MetricOptionValues values{
      {"--tokenize", "intl"}, {"--lowercase", "true"}, {"--chrf-word-order", "1"}};
  EXPECT_EQ(with_metric_options("bleu", values), "bleu:tokenize=intl,lowercase=true");
  EXPECT_EQ(with_metric_options("bleu:tokenize=zh", values),
            "bleu:tokenize=intl,lowercase=true,tokenize=zh")
      << "what the metric says itself comes last";
  EXPECT_EQ(with_metric_options("chrf", values), "chrf:word_order=1");
  EXPECT_EQ(with_metric_options("chrf++", values), "chrf++:word_order=1");
  EXPECT_EQ(with_metric_options("ter", values), "ter");
  EXPECT_EQ(with_metric_options("rougeL:stemmer", values), "rougeL:stemmer");
}

// Each names a parameter that there is, and a value that it takes.
TEST(SacrebleuArguments, KnowTheParametersOfTheCatalogue) {
  for (const MetricOption& option : metric_options()) {
    const bool is_choice = option.parameter == "tokenize" || option.parameter == "smoothing";
    const std::string value = !option.takes_value ? "true" : is_choice ? "none" : "1";
    std::vector<Selected> selected;
    EXPECT_NO_THROW(select(with_metric_options(option.metric, {{option.names, value}}), selected))
        << option.names;
    EXPECT_NE(with_metric_options(option.metric, {{option.names, value}}), option.metric);
  }
}

}  // namespace
}  // namespace unspin
