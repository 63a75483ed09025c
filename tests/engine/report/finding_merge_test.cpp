#include "engine/report/finding_merge.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "engine/io/error.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin {
namespace {

class StringSink : public Sink {
 public:
  void write(std::string_view bytes) override { text += bytes; }
  void finish() override {}
  std::string text;
};

/// A line of findings.jsonl, as far as a merge reads it.
std::string finding(std::string_view file, int offset, std::string_view original,
                    std::string_view label = "spun") {
  return fmt::format(
      R"({{"schema":1,"page":{{"id":"p{1}","file":"{0}","offset":{1}}},"original":{{"id":"{2}"}},)"
      R"("verdict":{{"label":"{3}","confidence":0.50}},"hidden_text":{{}},"signature":"s"}})",
      file, offset, original, label);
}

class MergingFindings : public ::testing::Test {
 protected:
  std::string merged(const std::vector<std::string>& lines) {
    FindingMerge merge(folder.path(""));
    for (const std::string& line : lines) {
      merge.add(line, "a test");
    }
    StringSink sink;
    merge.write(sink);
    copied_pages = merge.copied_pages();
    copies = merge.copies();
    return sink.text;
  }

  testing::ScratchFolder folder;
  std::uint64_t copied_pages = 0;
  std::map<std::string, FindingMerge::Copies> copies;
};

TEST_F(MergingFindings, BringsThemIntoOneOrderWhateverOrderTheyComeIn) {
  std::vector<std::string> lines = {finding("a.warc", 5, "x"), finding("a.warc", 40, "x"),
                                    finding("a.warc", 100, "w"), finding("a.warc", 100, "x"),
                                    finding("b.warc", 0, "x")};
  std::string expected;
  for (const std::string& line : lines) {
    expected += line + "\n";
  }
  do {
    ASSERT_EQ(merged(lines), expected);
  } while (std::ranges::next_permutation(lines).found);
}

TEST_F(MergingFindings, WhatComesTwiceIsThereOnce) {
  const std::string line = finding("a", 1, "x");
  EXPECT_EQ(merged({line, finding("a", 2, "x"), line}), line + "\n" + finding("a", 2, "x") + "\n");
}

TEST_F(MergingFindings, CountsPagesAndTheirOriginals) {
  merged({finding("a", 1, "x"), finding("a", 1, "y", "verbatim"), finding("a", 2, "x")});
  EXPECT_EQ(copied_pages, 2u);
  EXPECT_EQ(copies["x"].pages, 2u);
  EXPECT_EQ(copies["x"].spun, 2u);
  EXPECT_EQ(copies["y"].verbatim, 1u);
}

TEST_F(MergingFindings, AFiltersLineIsALineForEachOfItsFindings) {
  const std::string page = R"({"id":"p","metadata":{"n":1.50,"deep":[1, {"a":"\u0041"}]}})";
  const std::string of_x = R"("original":{"id":"x"},"verdict":{"label":"spun","confidence":1e-3})";
  const std::string of_y = R"("original":{"id":"y"},"verdict":{"label":"verbatim"},"also":[])";
  EXPECT_EQ(
      merged(
          {fmt::format(R"({{"schema":1,"page":{},"findings":[{{"id":"f1",{}}},{{"id":"f2",{}}}],)"
                       R"("hidden_text":{{"words":0}},"signature":"s"}})",
                       page, of_x, of_y),
           R"({"schema":1,"page":{"id":"clean"},"findings":[],"signature":"s"})",
           R"({"schema":1,"id":"broken","issues":[]})"}),
      fmt::format(
          R"({{"schema":1,"id":"f1","page":{0},{1},"hidden_text":{{"words":0}},"signature":"s"}})"
          "\n"
          R"({{"schema":1,"id":"f2","page":{0},{2},"hidden_text":{{"words":0}},"signature":"s"}})"
          "\n",
          page, of_x, of_y))
      << "every number and string as it was written";
}

TEST_F(MergingFindings, CountsAFiltersRows) {
  FindingMerge merge(folder.path(""));
  merge.add(R"({"schema":1,"page":{"id":"clean"},"findings":[],"signature":"s"})", "");
  merge.add(R"({"schema":1,"id":"broken","issues":[]})", "");
  EXPECT_EQ(merge.pages(), 1u);
  EXPECT_EQ(merge.broken(), 1u);
}

TEST_F(MergingFindings, RefusesWhatIsNone) {
  for (const std::string line :
       {"", "no JSON", "[]", R"({"page":{}})", R"({"page":{},"findings":[1],"signature":""})",
        R"({"page":{},"original":{},"signature":""})"}) {
    FindingMerge merge(folder.path(""));
    try {
      merge.add(line, "part.jsonl, line 3");
      FAIL() << line;
    } catch (const Error& error) {
      EXPECT_TRUE(std::string_view(error.what()).starts_with("part.jsonl, line 3: ")) << line;
    }
  }
}

TEST_F(MergingFindings, RefusesPartsOfOtherSettings) {
  FindingMerge merge(folder.path(""));
  merge.expect_signature("s", "part 1");
  merge.add(finding("a", 1, "x"), "part 1");
  EXPECT_EQ(merge.signature(), "s");
  try {
    merge.expect_signature("t", "part 2");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "part 2 was made with other settings than part 1: t; s");
  }
}

}  // namespace
}  // namespace unspin
