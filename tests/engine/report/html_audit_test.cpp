// A report and its findings' pages on the disk.
#include "engine/report/html_audit.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <simdjson.h>

#include "engine/io/error.hpp"
#include "tests/engine/io/scratch_folder.hpp"
#include "tests/engine/report/made_up_finding.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

using Files = std::map<std::string, std::string>;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

class AnAuditsReport : public ::testing::Test {
 protected:
  static FindingLine finding(const std::string& id, const std::string& page = "p",
                             double confidence = 0.5) {
    FindingLine line = FindingLineReader().read(testing::finding_line_with(id, "\"text\""), "");
    line.page.id = line.page.title = page;
    line.page.address = "https://copies.example/" + page;
    line.confidence = confidence;
    return line;
  }

  /// Many, of which some fill a file.
  static std::vector<FindingLine> many(std::size_t count) {
    std::vector<FindingLine> all;
    for (std::size_t i = 0; i < count; ++i) {
      all.push_back(finding(fmt::format("f{:05}", i), fmt::format("page-{}", i),
                            static_cast<double>(i * 37 % 1'000) / 1'000));
      all.back().passages[0].page.text = std::string(5'000, 'x');
    }
    return all;
  }

  void write(const std::vector<FindingLine>& findings, const Reviews& reviews = {},
             const std::string& name = "audit") const {
    std::filesystem::create_directories(folder.path(name));
    AuditReport report(folder.path(name), summary, reviews);
    for (const FindingLine& line : findings) {
      report.add(line);
    }
    report.finish();
  }

  std::string report(const std::string& name = "audit") const {
    return testing::read_file(folder.path(name) + "/report.html");
  }

  /// The findings' pages by name.
  Files pages(const std::string& name = "audit") const {
    Files all;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path(name) + "/report")) {
      all[entry.path().filename().string()] = testing::read_file(entry.path().string());
    }
    return all;
  }

  /// What the page's script reads.
  simdjson::dom::element data() {
    const std::string text = report();
    constexpr std::string_view mark = "id=\"data\">";
    const std::size_t begin = text.find(mark) + mark.size();
    json = simdjson::padded_string(text.substr(begin, text.find("</script>", begin) - begin));
    return parser.parse(json);
  }

  testing::ScratchFolder folder;
  AuditSummary summary = {.settings = "signed", .originals = 7, .pages = 1'200};
  simdjson::dom::parser parser;
  simdjson::padded_string json;
};

TEST_F(AnAuditsReport, SaysPlainlyThatNothingWasFound) {
  write({});
  const std::string text = report();
  EXPECT_TRUE(has(text, "<h1>No copies found</h1>"));
  EXPECT_TRUE(has(text, "1,200 pages were held against 7 originals."));
  EXPECT_TRUE(has(text, "<html lang=\"en\" class=\"empty\">"));
  EXPECT_EQ(pages(), Files{});
  EXPECT_EQ(data()["rows"].get_array().size(), 0u);
}

TEST_F(AnAuditsReport, CountsAndLists) {
  write({finding("f1", "p"), finding("f2", "q")});
  EXPECT_TRUE(has(report(), "<h1>Copies on 2 of 1,200 pages</h1>"));
  EXPECT_TRUE(has(report(), "1 original was copied, on 1 site."));
  const simdjson::dom::array row = data()["rows"].at(1);
  const std::string file(std::string_view(data()["files"].at(0)));
  ASSERT_TRUE(pages().contains(file));
  EXPECT_EQ(row.size(), 13u);
  EXPECT_EQ(double(row.at(1)), 0.5);
  EXPECT_EQ(std::uint64_t(row.at(2)), 30u) << "words";
  EXPECT_EQ(std::string_view(row.at(7)), "q") << "the title";
  EXPECT_EQ(std::string_view(row.at(9)), "f2");
  EXPECT_TRUE(has(report(), fmt::format("href=\"report/{}#f2\"", file))) << "without scripts too";
  EXPECT_TRUE(has(pages()[file], "<article id=\"f2\""));
}

TEST_F(AnAuditsReport, SpreadsFindingsOverFilesThatAreNamedByWhatTheyHold) {
  write(many(200));
  EXPECT_GE(pages().size(), 2u);
  Files files = pages();
  const simdjson::dom::element all = data();
  for (const simdjson::dom::array row : simdjson::dom::array(all["rows"])) {
    const std::string file(std::string_view(all["files"].at(std::uint64_t(row.at(10)))));
    ASSERT_TRUE(has(files[file], fmt::format("<article id=\"{}\"", std::string_view(row.at(9)))));
  }
  for (const auto& [name, page] : pages()) {
    EXPECT_LT(page.size(), 600'000u);
    EXPECT_EQ(name.size(), 21u);
  }
}

TEST_F(AnAuditsReport, ListsTheSurestForWhoHasNoScripts) {
  write(many(700));
  const std::string text = report();
  std::size_t rows = 0;
  for (std::size_t at = text.find("<tr role=\"row\"><td"); at != text.npos;
       at = text.find("<tr role=\"row\"><td", at + 1)) {
    ++rows;
  }
  EXPECT_EQ(rows, 300u);
  EXPECT_TRUE(has(text, "The surest 300 of 700 findings"));
  EXPECT_LT(text.find("<bdi>page-27</bdi>"), text.find("<bdi>page-54</bdi>")) << "0.999, 0.998";
  EXPECT_FALSE(has(text, "<bdi>page-0</bdi>")) << "of 0";
}

TEST_F(AnAuditsReport, IsTheSameBytesAgain) {
  write(many(150), {}, "one");
  write(many(150), {}, "two");
  EXPECT_TRUE(report("one") == report("two"));
  EXPECT_TRUE(pages("one") == pages("two"));
  const Files before = pages("one");
  write(many(150), {}, "one");
  EXPECT_TRUE(pages("one") == before);
}

TEST_F(AnAuditsReport, LeavesNothingOfTheLastOne) {
  write(many(150));
  const Files before = pages();
  folder.put("audit/report/notes.html", "somebody's own");
  write({finding("f1")});
  EXPECT_EQ(pages().size(), 2u);
  EXPECT_TRUE(pages().contains("notes.html"));
  for (const auto& [name, page] : before) {
    EXPECT_FALSE(has(report(), name));
  }
}

TEST_F(AnAuditsReport, LeavesNothingOfARunThatWasKilled) {
  write({finding("f1")});
  folder.put("audit/report/.unspin-123-4.tmp", "half a pa");
  folder.put("audit/report/mine.html", "somebody else's");
  write({finding("f2")});
  EXPECT_FALSE(std::filesystem::exists(folder.path("audit/report/.unspin-123-4.tmp")));
  EXPECT_TRUE(std::filesystem::exists(folder.path("audit/report/mine.html")));
}

TEST_F(AnAuditsReport, IsLeftAsItWasIfTheNewOneIsNotFinished) {
  write(many(150));
  const std::string text = report();
  const Files before = pages();
  {
    const Reviews none;
    AuditReport unfinished(folder.path("audit"), summary, none);
    unfinished.add(finding("f1"));
  }
  EXPECT_TRUE(report() == text);
  for (const auto& [name, page] : before) {
    EXPECT_TRUE(pages()[name] == page);
  }
}

TEST_F(AnAuditsReport, AReviewChangesOnlyThePageOfItsFinding) {
  const std::vector<FindingLine> findings = many(400);
  write(findings);
  const Files before = pages();
  ASSERT_GE(before.size(), 3u);
  const Reviews reviews = {{"f00001", {.status = ReviewStatus::dismissed, .reason = "licensed"}}};
  write(findings, reviews);
  std::size_t kept = 0;
  for (const auto& [name, page] : pages()) {
    kept += before.contains(name) ? 1u : 0u;
  }
  EXPECT_EQ(kept, before.size() - 1);
  EXPECT_TRUE(has(report(), "Copies on 399 of"));
  EXPECT_EQ(std::uint64_t(data()["rows"].at(1).at(11)), 2u);
  EXPECT_EQ(std::string_view(data()["rows"].at(1).at(12)), "licensed");
}

TEST_F(AnAuditsReport, TellsFindingsOfOneIdApart) {
  write({finding("f1", "p"), finding("f1", "q")});
  EXPECT_EQ(std::string_view(data()["rows"].at(0).at(9)), "f1");
  EXPECT_EQ(std::string_view(data()["rows"].at(1).at(9)), "f1-2");
  EXPECT_TRUE(has(pages().begin()->second, "<article id=\"f1-2\""));
}

TEST_F(AnAuditsReport, ShowsTheCourseOfMonthsOrYears) {
  FindingLine first = finding("f1", "p"), last = finding("f2", "q");
  first.page.date = "2024-11-05";
  last.page.date = "2025-02-05";
  write({first, last});
  for (const char* month : {"2024-11", "2024-12", "2025-01", "2025-02"}) {
    EXPECT_TRUE(has(report(), fmt::format("data-value=\"{}\"", month))) << month;
  }
  first.page.date = "2010-11-05";
  write({first, last});
  EXPECT_TRUE(has(report(), "data-value=\"2011\""));
  EXPECT_FALSE(has(report(), "data-value=\"2024-12\""));
  first.page.date = "0001-01-01";
  write({first, last});
  EXPECT_FALSE(has(report(), "data-value=\"1000\"")) << "too many to show those without any";
  write({last});
  EXPECT_FALSE(has(report(), "Over time"));
}

TEST_F(AnAuditsReport, NothingEndsItsDataOrRunsInIt) {
  constexpr std::string_view attack = "</script><script>attack()</script>\"]}<!--\u2028";
  FindingLine line = finding("f1");
  line.id = line.page.title = line.page.address = line.page.date = line.original.id =
      line.original.title = attack;
  const Reviews reviews = {{std::string(attack), {.reason = std::string(attack)}}};
  summary.settings = attack;
  write({line}, reviews);
  const std::string text = report();
  EXPECT_FALSE(has(text, "<script>attack"));
  EXPECT_FALSE(has(text, "<!--"));
  EXPECT_EQ(std::string_view(data()["rows"].at(0).at(7)),
            "</script><script>attack()</script>\"]}<!--·");
  EXPECT_FALSE(has(pages().begin()->second, "<script>attack"));
}

TEST_F(AnAuditsReport, AFileInTheWayIsAnError) {
  folder.put("report", "a file");
  EXPECT_THROW(AuditReport(folder.path(""), summary, {}), Error);
}

}  // namespace
}  // namespace unspin
