#include "engine/report/finding_report.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <simdjson.h>

#include "tests/engine/index/small_library.hpp"

namespace unspin {
namespace {

/// A page with one finding of one passage, made up, of an index of two originals.
class FindingReport : public ::testing::Test {
 protected:
  FindingReport() {
    std::vector<Original> originals = {
        {.id = "bees",
         .address = "https://bees.example/",
         .title = "City bees",
         .date = "2021-05-04",
         .text = "Bees find their way by the sun. When it hides, they wait."},
        testing::original("clock", "A clock that stands still is right twice a day.")};
    testing::build(folder.path("index"), originals);

    document.id = "page-7";
    document.file = "crawl.warc";
    document.offset = 4'096;
    passage.page = {.begin_word = 3, .end_word = 43, .begin_byte = 17, .end_byte = 260};
    passage.original = {.begin_word = 0, .end_word = 41, .begin_byte = 0, .end_byte = 251};
    passage.original_text = "Bees find.";
    passage.words = {33, 4, 2, 1};
    passage.label = Label::spun;
    passage.confidence = 0.75;
    passage.score = 120.5;
    passage.swaps = {{.from = "hive", .to = "apiary", .count = 3, .kind = SwapKind::synonym},
                     {.from = "say \"so\"", .to = "tell", .count = 1, .kind = SwapKind::other}};
    passage.changes = {{SpanClass::synonym, 20, 26, 2, 6}, {SpanClass::rewritten, 30, 30, 9, 12}};
    passage.verdict = {.label = Label::spun,
                       .confidence = 0.5,
                       .probabilities = {{0.125, 0.5, 0.25, 0.125}},
                       .reasons = {"because \"so\""}};
    finding = {.original = 0,
               .label = Label::verbatim,
               .confidence = 0.875,
               .page_words = 100,
               .original_words = 50,
               .page = {0.5, 0.25},
               .original_share = 0.125,
               .also = {1}};
  }

  std::string report() const {
    PageAuditResult result;
    result.findings = {finding};
    result.findings[0].passages = {passage};
    std::string out;
    append_findings(document, page, text, result, OriginalsIndex::open(folder.path("index")),
                    "signed", out);
    return out;
  }

  simdjson::dom::element parsed() {
    json = simdjson::padded_string(report());
    return parser.parse(json);
  }

  static bool has(simdjson::dom::element object, std::string_view name) {
    return object[name].error() == simdjson::SUCCESS;
  }

  testing::ScratchFolder folder;
  Document document;
  Page page;
  std::string text = "The main text of the page.";
  FoundPassage passage;
  Finding finding;
  simdjson::dom::parser parser;
  simdjson::padded_string json;
};

TEST_F(FindingReport, IsTheSchema) {
  finding.also.clear();
  EXPECT_EQ(report(),
            R"({"schema":1,"id":"fe35f07a5a02d705c13a58b4789ba10ea",)"
            R"("page":{"id":"page-7","file":"crawl.warc","offset":4096,"words":100},)"
            R"("original":{"id":"bees","address":"https://bees.example/","date":"2021-05-04",)"
            R"("title":"City bees","words":50},"verdict":{"label":"verbatim","confidence":0.875},)"
            R"("shares":{"page":{"before":0.5,"after":0.25},"original":0.125},"passages":[)"
            R"({"page":{"begin":17,"end":260,"begin_word":3,"end_word":43,"text":"the page."},)"
            R"("original":{"begin":0,"end":251,"begin_word":0,"end_word":41,"text":"Bees find."},)"
            R"("label":"spun",)"
            R"("confidence":0.75,"probabilities":{"verbatim":0.125,"spun":0.5,"paraphrase":0.25,)"
            R"("unrelated":0.125},"score":120.5,"reasons":["because \"so\""],)"
            R"("discounted":{"quotation":4,"template":2,"ignored":1},"swaps":[)"
            R"({"from":"hive","to":"apiary","count":3,"kind":"synonym"},)"
            R"({"from":"say \"so\"","to":"tell","count":1,"kind":"other"}],)"
            R"("changes":{"minor":[],"synonym":[[20,26,2,6]],"rewritten":[[30,30,9,12]]}}],)"
            R"("also":[],)"
            R"("hidden_text":{"words":0,"characters":{}},"signature":"signed"})"
            "\n");
}

TEST_F(FindingReport, IsCalledByWhatItSays) {
  const auto id = [&] { return std::string(std::string_view(parsed()["id"])); };
  const std::string first = id();
  EXPECT_EQ(first.size(), 33u);
  document.file = "another.warc";
  document.offset = 7;
  passage.confidence = finding.confidence = 0.625;
  passage.swaps.clear();
  page.title = "A new title";
  EXPECT_EQ(id(), first) << "when and how the page was crawled and judged does not matter";
  document.address = "https://copies.example/7";
  const std::string with_address = id();
  EXPECT_NE(with_address, first);
  document.id = "page-8";
  EXPECT_EQ(id(), with_address) << "the address is the page's name, if it has one";
  finding.original = 1;
  EXPECT_NE(id(), with_address);
  finding.original = 0;
  finding.label = Label::spun;
  EXPECT_NE(id(), with_address);
  finding.label = Label::verbatim;
  text = "The main text of  my page.";
  EXPECT_NE(id(), with_address) << "another passage";
}

TEST_F(FindingReport, IsALineForEachFinding) {
  PageAuditResult result;
  std::string out = "before\n";
  const auto index = OriginalsIndex::open(folder.path("index"));
  append_findings(document, page, text, result, index, "signed", out);
  EXPECT_EQ(out, "before\n") << "no finding, no line";
  page.title = "A title\nof two lines";
  result.findings = {finding, finding};
  result.findings[1].original = 1;
  append_findings(document, page, text, result, index, "signed", out);
  EXPECT_EQ(std::ranges::count(out, '\n'), 3);
}

TEST_F(FindingReport, SaysWhatIsKnownOfThePage) {
  document.address = "https://copies.example/7";
  document.date = "2024-01-02T03:04:05Z";
  page.title = "Metropolis bees";
  const simdjson::dom::element of_crawl = parsed()["page"];
  EXPECT_EQ(std::string_view(of_crawl["address"]), "https://copies.example/7");
  EXPECT_EQ(std::string_view(of_crawl["date"]), "2024-01-02T03:04:05Z");
  EXPECT_EQ(std::string_view(of_crawl["title"]), "Metropolis bees");
  page.date = "2023-12-31";
  EXPECT_EQ(std::string_view(parsed()["page"]["date"]), "2023-12-31")
      << "the page's own date, not the crawl's";
}

TEST_F(FindingReport, ARowHasALineInsteadOfAnOffset) {
  document.line = 12;
  const simdjson::dom::element row = parsed()["page"];
  EXPECT_EQ(std::uint64_t(row["line"]), 12u);
  EXPECT_FALSE(has(row, "offset"));
}

TEST_F(FindingReport, WhatIsNotKnownIsLeftOut) {
  finding.original = 1;
  passage.verdict.probabilities.reset();
  const simdjson::dom::element line = parsed();
  for (const char* name : {"address", "date", "title"}) {
    EXPECT_FALSE(has(line["page"], name)) << name;
    EXPECT_FALSE(has(line["original"], name)) << name;
  }
  EXPECT_FALSE(has(line["page"], "line"));
  EXPECT_FALSE(has(line["passages"].at(0), "probabilities"));
}

TEST_F(FindingReport, NamesTheOtherOriginalsByTheirIds) {
  const simdjson::dom::element line = parsed();
  ASSERT_EQ(line["also"].get_array().size(), 1u);
  EXPECT_EQ(std::string_view(line["also"].at(0)), "clock");
}

TEST_F(FindingReport, CountsWhatIsHiddenInThePage) {
  page.hidden_text = "buy cheap hives\nright now";
  text = "A h\u200Bive of b\u0435es.";  // a zero width space, a Cyrillic e
  const simdjson::dom::element hidden = parsed()["hidden_text"];
  EXPECT_EQ(std::uint64_t(hidden["words"]), 5u);
  std::uint64_t characters = 0;
  for (const auto [name, count] : simdjson::dom::object(hidden["characters"])) {
    EXPECT_NE(std::ranges::find(trick_names, name), trick_names.end()) << name;
    characters += std::uint64_t(count);
  }
  EXPECT_EQ(characters, 2u);
}

}  // namespace
}  // namespace unspin
