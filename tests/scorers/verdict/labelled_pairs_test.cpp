#include "scorers/verdict/labelled_pairs.hpp"

#include <gtest/gtest.h>

#include "engine/io/error.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin {
namespace {

class LabelledPairs : public ::testing::Test {
 protected:
  std::vector<LabelledPair> read(const std::string& text, int threads = 1) {
    folder_.put("pairs.jsonl", text);
    issues_.clear();
    return read_labelled_pairs(folder_.path("pairs.jsonl"), {.threads = threads},
                               [&](const RowIssue& issue) { issues_.push_back(issue); });
  }

  testing::ScratchFolder folder_;
  std::vector<RowIssue> issues_;
};

TEST_F(LabelledPairs, HaveALabelAndWhatElseIsKnown) {
  const auto pairs = read(
      R"({"id": 7, "source": "a b c", "rewrite": "a b d", "label": "spun", "origin": "x", "kind": "k", "family": "F1"})"
      "\n");
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_EQ(pairs[0].id, "7");
  EXPECT_EQ(pairs[0].truth, Label::spun);
  EXPECT_EQ(pairs[0].group, "x");
  EXPECT_EQ(pairs[0].kind, "k");
  EXPECT_EQ(pairs[0].family, "F1");
  EXPECT_EQ(pairs[0].with_lexicon.source_words, 3u);
  EXPECT_TRUE(issues_.empty());
}

TEST_F(LabelledPairs, AreTheirOwnGroupAndOfTheirLabelsKindIfNothingIsSaid) {
  const auto pairs = read(R"({"id": "a", "source": "x", "rewrite": "y", "label": "unrelated"})"
                          "\n");
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_EQ(pairs[0].group, "a");
  EXPECT_EQ(pairs[0].kind, "unrelated");
  EXPECT_EQ(pairs[0].family, "");
}

TEST_F(LabelledPairs, ABrokenRowIsNamedAndTheRestIsRead) {
  const auto pairs = read(
      "{\"source\": \"x\", \"rewrite\": \"y\", \"label\": \"spam\"}\n"
      "{\"source\": \"x\"\n"
      "{\"source\": \"x\", \"rewrite\": \"y\"}\n"
      "{\"source\": \"x\", \"rewrite\": \"y\", \"label\": \"verbatim\"}\n"
      "{\"source\": \"x\", \"rewrite\": \"y\", \"label\": \"too_short\"}\n");
  EXPECT_EQ(pairs.size(), 1u);
  ASSERT_EQ(issues_.size(), 4u);
  EXPECT_EQ(issues_[0].line, 1u);
  EXPECT_EQ(issues_[0].code, "unknown_label");
  EXPECT_EQ(issues_[0].message,
            "the label is \"spam\"; it should be one of verbatim, spun, paraphrase, unrelated");
  EXPECT_EQ(issues_[1].code, "bad_json");
  EXPECT_EQ(issues_[2].line, 3u);
  EXPECT_EQ(issues_[3].line, 5u);
}

TEST_F(LabelledPairs, AreTheSameInTheirOrderOnAnyNumberOfThreads) {
  std::string text;
  for (int i = 0; i < 600; ++i) {
    text += R"({"id": )" + std::to_string(i) +
            R"(, "source": "one two three four", "rewrite": "one )" + std::to_string(i % 17) +
            R"( three five", "label": "spun"})"
            "\n";
  }
  const auto one = read(text, 1);
  const auto three = read(text, 3);
  ASSERT_EQ(one.size(), 600u);
  ASSERT_EQ(three.size(), 600u);
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].id, std::to_string(i));
    EXPECT_EQ(three[i].id, std::to_string(i));
    EXPECT_EQ(one[i].with_lexicon.values, three[i].with_lexicon.values);
    EXPECT_EQ(one[i].without_lexicon.values, three[i].without_lexicon.values);
  }
}

TEST_F(LabelledPairs, AFileThatIsNotThereIsAnError) {
  EXPECT_THROW(read_labelled_pairs("no/such/file.jsonl", {}, [](const RowIssue&) {}), Error);
}

}  // namespace
}  // namespace unspin
