#include "engine/report/finding_line.hpp"

#include <gtest/gtest.h>

#include "engine/io/error.hpp"
#include "tests/engine/report/made_up_finding.hpp"

namespace unspin {
namespace {

TEST(FindingLines, AreReadBack) {
  const FindingLine finding =
      FindingLineReader().read(testing::finding_line_with("f0", R"("a \"text\"")"), "");
  const std::string text = "a \"text\"";
  EXPECT_EQ(finding.id, "f0");
  EXPECT_EQ(finding.page, (FindingLine::Page{.id = text,
                                             .file = text,
                                             .line = 12,
                                             .offset = 0,
                                             .address = text,
                                             .date = text,
                                             .title = text,
                                             .words = 400,
                                             .metadata = R"({"topic":"a \"text\""})"}));
  EXPECT_EQ(finding.original.title, text);
  EXPECT_EQ(finding.original.words, 300u);
  EXPECT_EQ(finding.label, "spun");
  EXPECT_EQ(finding.confidence, 0.875);
  EXPECT_EQ(finding.page_share_before, 0.5);
  EXPECT_EQ(finding.page_share, 0.25);
  EXPECT_EQ(finding.original_share, 0.125);
  ASSERT_EQ(finding.passages.size(), 1u);
  const FindingLine::Passage& passage = finding.passages[0];
  EXPECT_EQ(passage.page.text, text);
  EXPECT_EQ(passage.page.end, 9u);
  EXPECT_EQ(passage.original.begin_word, 3u);
  EXPECT_EQ(passage.reasons, (std::vector<std::string>{text, text}));
  EXPECT_EQ(passage.score, 12.5);
  EXPECT_EQ(passage.quotation, 4u);
  EXPECT_EQ(passage.common, 2u);
  EXPECT_EQ(passage.ignored, 1u);
  ASSERT_EQ(passage.swaps.size(), 1u);
  EXPECT_EQ(passage.swaps[0].from, text);
  EXPECT_EQ(passage.swaps[0].count, 3u);
  EXPECT_EQ(finding.also, std::vector<std::string>{text});
  EXPECT_EQ(finding.hidden_words, 5u);
  EXPECT_EQ(finding.hidden_characters.size(), 2u);
  EXPECT_EQ(finding.signature, "s");
  EXPECT_EQ(words_of(finding), 30u);
}

TEST(FindingLines, MayHaveMoreAndSayLess) {
  const FindingLine finding = FindingLineReader().read(
      R"({"new":{"a":1},"id":"f1","page":{"words":1},"original":{"id":"x","words":1},)"
      R"("verdict":{"label":"spun","confidence":1},"shares":{"page":{"before":1,"after":1},)"
      R"("original":1},"passages":[],"also":[],"hidden_text":{"words":0,"characters":{}}})",
      "");
  EXPECT_EQ(finding.page.address, "");
  EXPECT_EQ(finding.page.metadata, "");
  EXPECT_EQ(finding.confidence, 1);
  EXPECT_EQ(words_of(finding), 0u);
}

TEST(FindingLines, ThatAreDamagedAreNamed) {
  const std::string whole = testing::finding_line_with("f0", "\"a\"");
  std::string wrong_type = whole;
  wrong_type.replace(wrong_type.find("\"f0\""), 4, "17");
  for (const std::string& line :
       {std::string(), std::string("{}"), std::string("[]"), whole.substr(0, whole.size() / 2),
        wrong_type, testing::finding_line_with("f0", "3")}) {
    try {
      FindingLineReader().read(line, "findings.jsonl, line 3");
      FAIL() << line;
    } catch (const Error& error) {
      EXPECT_STREQ(error.what(), "findings.jsonl, line 3: this is no finding, or it is damaged");
    }
  }
}

TEST(Sites, AreTheHostsOfAddresses) {
  EXPECT_EQ(site_of("https://Copies.Example/7?a=b"), "copies.example");
  EXPECT_EQ(site_of("http://user:word@copies.example:8080"), "copies.example");
  EXPECT_EQ(site_of("http://[::1]:80/x"), "[::1]");
  EXPECT_EQ(site_of("http://copies.example?at=@x"), "copies.example");
  EXPECT_EQ(site_of("crawl/page.html"), "");
  EXPECT_EQ(site_of(""), "");
}

}  // namespace
}  // namespace unspin
