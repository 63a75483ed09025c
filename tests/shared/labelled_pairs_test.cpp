// The verdict on texts that are not part of the project: a real article and its spun copy, and
// 1,600 honest pairs that naive detectors accuse. They are looked for in the folder that
// UNSPIN_SHARED names.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/io/byte_source.hpp"
#include "engine/io/pair_row.hpp"
#include "scorers/verdict/model_judge.hpp"
#include "tests/places.hpp"

namespace unspin {
namespace {

class SharedPairs : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("UNSPIN_SHARED");
    if (folder == nullptr) {
      GTEST_SKIP() << "UNSPIN_SHARED is not set: third-party texts are not at hand";
    }
    shared_ = folder;
    if (*places::default_lexicon_file != '\0') {
      lexicon_ = Lexicon::open(places::default_lexicon_file);
    }
    pair_.emplace(Limits{}, lexicon_.get());
  }

  Judgement judge(std::string_view source, std::string_view rewrite) {
    pair_->assign({source, rewrite});
    return judge_.judge(*pair_);
  }

  /// How many of the honest pairs there are, and how many are called spun, which are printed.
  std::pair<std::size_t, std::size_t> honest_and_accused() {
    std::size_t pairs = 0;
    std::size_t accused = 0;
    for (const std::string file : {"honest_hard", "onestop", "iterater_r3", "aesop"}) {
      std::array<std::size_t, label_names.size()> counts{};
      for_each_pair(file, [&](const PairRow& row) {
        const Label label = judge(row.source, row.rewrite).verdict.label;
        ++counts[static_cast<std::size_t>(label)];
        ++pairs;
        if (label == Label::spun) {
          ++accused;
          std::printf("accused: %s %s\n", file.c_str(), row.id.c_str());
        }
      });
      std::printf("%-12s", file.c_str());
      for (std::size_t i = 0; i < counts.size(); ++i) {
        std::printf("  %s %zu", std::string(label_names[i]).c_str(), counts[i]);
      }
      std::printf("\n");
    }
    return {pairs, accused};
  }

  std::string seed(const std::string& name) const {
    return read_document(shared_ + "/seeds/" + name + ".txt", 1 << 20);
  }

  /// Calls `take` with each row of a file that has both texts.
  void for_each_pair(const std::string& file,
                     const std::function<void(const PairRow&)>& take) const {
    const std::string path = shared_ + "/data/" + file + ".jsonl.gz";
    const auto source = open_source(path);
    RecordReader reader(*source, path);
    PairRowParser parser(reader);
    RecordBatch batch;
    PairRow row;
    while (reader.fill(batch, 1000, 1 << 22)) {
      for (const Record& record : batch.records) {
        if (!parser.parse(batch.view(record), record.line, row)) {
          take(row);
        }
      }
    }
  }

  std::string shared_;
  std::shared_ptr<const Lexicon> lexicon_;
  std::optional<PreparedPair> pair_;
  const ModelJudge judge_;
};

const std::string original = "000_749ccd369d47482e";
const std::string spun_copy = "004_71315c546b998cf8";

TEST_F(SharedPairs, TheRealSpunCopyIsFlaggedWithItsStrongestSwapsFirst) {
  const Judgement judgement = judge(seed(original), seed(spun_copy));
  EXPECT_EQ(judgement.verdict.label, Label::spun);
  EXPECT_GE(judgement.verdict.confidence.value(), 0.95);
  const auto& swaps = judgement.evidence.substitutions;
  ASSERT_GE(swaps.size(), 3u);
  EXPECT_EQ(swaps[0].from + ">" + swaps[0].to, "community>group");
  EXPECT_EQ(swaps[1].from + ">" + swaps[1].to, "brand>model");
  EXPECT_EQ(swaps[2].from + ">" + swaps[2].to, "management>administration");
}

TEST_F(SharedPairs, OfTheRealSpunCopyTermsAndNamesTellTheSame) {
  const Evidence evidence = judge(seed(original), seed(spun_copy)).evidence;
  const auto record = [](const std::vector<TermRecord>& records, const std::string& term) {
    const auto found = std::ranges::find(records, term, &TermRecord::term);
    return found == records.end() ? TermRecord{} : *found;
  };
  const TermRecord management = record(evidence.terms, "community management");
  ASSERT_FALSE(management.replaced.empty());
  EXPECT_EQ(management.replaced[0].text, "group administration");
  EXPECT_GE(record(evidence.terms, "social media").kept, 20u);
  const TermRecord erica = record(evidence.names, "Erica Finley");
  ASSERT_EQ(erica.near_misses.size(), 1u);
  EXPECT_EQ(erica.near_misses[0].text, "Erika Finley");
  const TermRecord finley = record(evidence.names, "Finley");
  ASSERT_EQ(finley.near_misses.size(), 1u);
  EXPECT_EQ(finley.near_misses[0].text, "Finlay");
}

TEST_F(SharedPairs, ATextAgainstItselfIsVerbatim) {
  EXPECT_EQ(judge(seed(original), seed(original)).verdict.label, Label::verbatim);
  EXPECT_EQ(judge(seed(spun_copy), seed(spun_copy)).verdict.label, Label::verbatim);
}

TEST_F(SharedPairs, OtherArticlesAreUnrelated) {
  std::size_t articles = 0;
  for_each_pair("onestop", [&](const PairRow& row) {
    EXPECT_EQ(judge(seed(original), row.source).verdict.label, Label::unrelated) << row.id;
    ++articles;
  });
  EXPECT_GE(articles, 20u);
}

TEST_F(SharedPairs, HonestTextsAreAccusedInFewerThanOneOfTwoHundred) {
  const auto [pairs, accused] = honest_and_accused();
  EXPECT_GT(pairs, 1500u);
  EXPECT_LT(accused * 200, pairs);
}

TEST_F(SharedPairs, WithoutALexiconHonestTextsAreAccusedInFewerThanOneOfFifty) {
  pair_.emplace();
  const auto [pairs, accused] = honest_and_accused();
  EXPECT_LT(accused * 50, pairs);
}

TEST_F(SharedPairs, TextsOnOneSubjectAreNeitherSpunNorVerbatim) {
  std::size_t pairs = 0;
  for (const std::string file : {"honest_hard", "onestop"}) {
    for_each_pair(file, [&](const PairRow& row) {
      const auto label = std::ranges::find(row.extra, std::string("label"),
                                           &std::pair<std::string, std::string>::first);
      if (label == row.extra.end() || label->second.find("unrelated") == std::string::npos) {
        return;
      }
      const Label answer = judge(row.source, row.rewrite).verdict.label;
      EXPECT_TRUE(answer != Label::spun && answer != Label::verbatim) << row.id;
      ++pairs;
    });
  }
  EXPECT_GT(pairs, 200u);
}

TEST_F(SharedPairs, RevisionsThatChangeNextToNothingAreVerbatim) {
  std::size_t revisions = 0;
  std::size_t verbatim = 0;
  for_each_pair("iterater_r3", [&](const PairRow& row) {
    const Judgement judgement = judge(row.source, row.rewrite);
    const Label label = judgement.verdict.label;
    ++revisions;
    verbatim += label == Label::verbatim ? 1u : 0u;
    EXPECT_TRUE(label == Label::verbatim || label == Label::paraphrase) << row.id;
  });
  EXPECT_GE(verbatim * 100, revisions * 97);
}

TEST_F(SharedPairs, WordBoundariesAreIcusInEveryText) {
  WordSegmenter segmenter;
  std::size_t texts = 0;
  for (const std::string file : {"honest_hard", "onestop", "msrp_train", "homoglyph_synthetic"}) {
    for_each_pair(file, [&](const PairRow& row) {
      for (const std::string& text : {row.source, row.rewrite}) {
        ++texts;
        EXPECT_EQ(segmenter.segments(text, WordSegmenter::Path::fastest),
                  segmenter.segments(text, WordSegmenter::Path::icu_only))
            << row.id;
      }
    });
  }
  EXPECT_GT(texts, 10'000u);
}

}  // namespace
}  // namespace unspin
