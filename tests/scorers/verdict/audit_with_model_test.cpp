// The audit with the judge that ships, on the articles of corpora/.
#include <gtest/gtest.h>
#include <optional>

#include "engine/audit/page_audit.hpp"
#include "scorers/verdict/model_judge.hpp"
#include "tests/engine/audit/audited_pages.hpp"

namespace unspin {
namespace {

using testing::corpus_text;
using testing::line_of;

class AuditWithModel : public ::testing::TestWithParam<const char*> {
 protected:
  std::vector<Finding> findings(const std::string& page, std::uint32_t sampling = 1) {
    testing::build(folder.path("index"), testing::corpus_originals(), {.sampling = sampling});
    index.emplace(OriginalsIndex::open(folder.path("index")));
    PageAudit audit({.index = *index, .judge = judge});
    PageAuditResult result;
    audit.audit({.text = page}, result);
    return result.findings;
  }

  std::string corpus(const std::string& kind) const {
    return corpus_text(std::string(GetParam()) + "/" + kind);
  }

  std::string original_of(const Finding& finding) const {
    return std::string(index->label(finding.original).id);
  }

  testing::ScratchFolder folder;
  const ModelJudge judge;
  std::optional<OriginalsIndex> index;
};

TEST_P(AuditWithModel, FindsTheSpunArticleAsSpun) {
  for (const std::uint32_t sampling : {1u, 2u, 4u}) {
    const auto found = findings(corpus("spun"), sampling);
    ASSERT_EQ(found.size(), 1u) << "1 key of " << sampling;
    EXPECT_EQ(original_of(found[0]), GetParam());
    EXPECT_EQ(found[0].label, Label::spun);
    EXPECT_GT(found[0].confidence, 0.99);
    EXPECT_GT(found[0].page.before, 0.95);
    EXPECT_GT(found[0].original_share, 0.95);
  }
}

TEST_P(AuditWithModel, FindsTheArticleItselfAsVerbatim) {
  const auto found = findings(corpus("original"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(original_of(found[0]), GetParam());
  EXPECT_EQ(found[0].label, Label::verbatim);
}

TEST_P(AuditWithModel, DoesNotAccuseHonestArticles) {
  EXPECT_TRUE(findings(corpus("reworded")).empty());
  EXPECT_TRUE(findings(corpus("same_topic")).empty());
}

TEST_P(AuditWithModel, FindsASpunParagraphHiddenInAnotherArticle) {
  // The longest paragraph, of 60 words and more; the two articles have the same paragraphs.
  const std::string original = corpus("original");
  const std::string spun = corpus("spun");
  std::size_t line = 0;
  for (std::size_t i = 0; i < 20; ++i) {
    line = line_of(original, i).size() > line_of(original, line).size() ? i : line;
  }
  const std::string hidden = line_of(spun, line);
  const std::string honest = corpus("same_topic");
  const std::string page = honest + hidden + "\n" + honest;
  const auto found = findings(page);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(original_of(found[0]), GetParam());
  EXPECT_EQ(found[0].label, Label::spun);
  ASSERT_EQ(found[0].passages.size(), 1u);
  const auto is_near = [](std::size_t a, std::size_t b) { return a < b + 60 && b < a + 60; };
  const FoundPassage& passage = found[0].passages[0];
  EXPECT_TRUE(is_near(passage.page.begin_byte, honest.size())) << passage.page.begin_byte;
  EXPECT_TRUE(is_near(passage.page.end_byte, honest.size() + hidden.size()));
  const std::size_t place = original.find(line_of(original, line));
  EXPECT_TRUE(is_near(passage.original.begin_byte, place)) << passage.original.begin_byte;
  EXPECT_TRUE(is_near(passage.original.end_byte, place + line_of(original, line).size()));
  EXPECT_FALSE(passage.swaps.empty());
  EXPECT_FALSE(passage.verdict.reasons.empty());
}

TEST_P(AuditWithModel, SaysWhatWasSwappedAndWhatTheJudgeThinks) {
  const auto found = findings(corpus("spun"));
  ASSERT_EQ(found.size(), 1u);
  ASSERT_FALSE(found[0].passages[0].swaps.empty());
  EXPECT_LE(found[0].passages[0].swaps.size(), 50u);
  EXPECT_TRUE(found[0].passages[0].verdict.probabilities.has_value());
}

INSTANTIATE_TEST_SUITE_P(EachSubject, AuditWithModel,
                         ::testing::ValuesIn(testing::corpus_subjects));

}  // namespace
}  // namespace unspin
