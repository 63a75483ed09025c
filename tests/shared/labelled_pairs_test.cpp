// The verdict on texts that are not part of the project: a real article and its spun copy, and
// 1,600 honest pairs that naive detectors accuse. They are looked for in the folder that
// UNSPIN_SHARED names.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "engine/io/byte_source.hpp"
#include "engine/io/pair_row.hpp"
#include "scorers/verdict/model_judge.hpp"

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
  }

  Judgement judge(std::string_view source, std::string_view rewrite) {
    pair_.assign({source, rewrite});
    return ModelJudge().judge(pair_);
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
  PreparedPair pair_;
};

const std::string original = "000_749ccd369d47482e";
const std::string spun_copy = "004_71315c546b998cf8";

TEST_F(SharedPairs, TheRealSpunCopyIsFlaggedWithItsStrongestSwapsFirst) {
  const Judgement judgement = judge(seed(original), seed(spun_copy));
  EXPECT_EQ(judgement.verdict.label, Label::spun);
  const auto& swaps = judgement.evidence.substitutions;
  ASSERT_GE(swaps.size(), 3u);
  EXPECT_EQ(swaps[0].from + ">" + swaps[0].to, "community>group");
  EXPECT_EQ(swaps[1].from + ">" + swaps[1].to, "brand>model");
  EXPECT_EQ(swaps[2].from + ">" + swaps[2].to, "management>administration");
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
  std::array<std::size_t, label_names.size()> total{};
  std::size_t pairs = 0;
  for (const std::string file : {"honest_hard", "onestop", "iterater_r3", "aesop"}) {
    std::array<std::size_t, label_names.size()> counts{};
    for_each_pair(file, [&](const PairRow& row) {
      const Label label = judge(row.source, row.rewrite).verdict.label;
      ++counts[static_cast<std::size_t>(label)];
      ++total[static_cast<std::size_t>(label)];
      ++pairs;
      if (label == Label::spun) {
        std::printf("accused: %s %s\n", file.c_str(), row.id.c_str());
      }
    });
    std::printf("%-12s", file.c_str());
    for (std::size_t i = 0; i < counts.size(); ++i) {
      std::printf("  %s %zu", std::string(label_names[i]).c_str(), counts[i]);
    }
    std::printf("\n");
  }
  EXPECT_GT(pairs, 1500u);
  EXPECT_LT(total[static_cast<std::size_t>(Label::spun)] * 200, pairs);
}

TEST_F(SharedPairs, RevisionsOfOneTextAreVerbatim) {
  for_each_pair("iterater_r3", [&](const PairRow& row) {
    const Label label = judge(row.source, row.rewrite).verdict.label;
    EXPECT_TRUE(label == Label::verbatim || label == Label::too_short) << row.id;
  });
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
