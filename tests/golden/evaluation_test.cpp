// Corpus scores, intervals, p-values and signatures of sacreBLEU 2.6.0 for two systems of WMT 2017,
// 3,004 segments: its command's own JSON, byte for byte. The texts are third-party texts, which are
// looked for in the folder that UNSPIN_SHARED names.
#include <cstdlib>
#include <gtest/gtest.h>
#include <string>

#include "tests/cli/run_command.hpp"

namespace unspin {
namespace {

void expect_the_json_of_sacrebleu(const std::string& options, const std::string& expected) {
  const char* shared = std::getenv("UNSPIN_SHARED");
  if (shared == nullptr) {
    GTEST_SKIP() << "UNSPIN_SHARED is not set: third-party texts are not at hand";
  }
  const std::string folder = std::string(shared) + "/golden/wmt17";
  // The names of the files are part of the output.
  const cli::Outcome outcome = cli::run_in_bash(
      "cd \"$1\" && unset SACREBLEU_SEED SACREBLEU_FORMAT && "
      "\"$0\" evaluate reference.de -f json " +
          options,
      {folder});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out, cli::read_file(folder + "/" + expected));
}

TEST(Golden, ConfidenceOfCorpusScores) {
  expect_the_json_of_sacrebleu("-i kit.de -m bleu chrf ter --confidence -w 6",
                               "kit_confidence_1000.json");
}

TEST(Golden, PairedBootstrap) {
  expect_the_json_of_sacrebleu("-i lium.de kit.de -m bleu chrf ter --paired-bs",
                               "paired_bs_1000.json");
}

TEST(Golden, PairedRandomisation) {
  expect_the_json_of_sacrebleu("-i lium.de kit.de -m bleu chrf --paired-ar",
                               "paired_ar_10000.json");
}

}  // namespace
}  // namespace unspin
