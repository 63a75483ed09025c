// docs/audit-database.md: its questions, asked of an audit of corpora/, are answered as
// findings.jsonl has it.
#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <simdjson.h>
#include <string>
#include <tuple>
#include <vector>

#include "engine/report/finding_database.hpp"
#include "engine/report/json_writer.hpp"
#include "tests/cli/run_command.hpp"
#include "tests/files.hpp"
#include "tests/sqlite_rows.hpp"

namespace unspin::cli {
namespace {

using simdjson::dom::element;
using testing::corpus_text;
using Rows = std::vector<std::string>;

/// What stands in the document between ```sql and ```.
Rows blocks_of_the_document() {
  const std::string text =
      testing::read_file(std::string(places::source_folder) + "/docs/audit-database.md");
  const std::string open = "```sql\n";
  Rows blocks;
  for (std::size_t at = text.find(open); at != text.npos; at = text.find(open, at)) {
    at += open.size();
    blocks.push_back(text.substr(at, text.find("```", at) - at));
  }
  return blocks;
}

std::string page(std::string_view address, std::string_view date, const std::string& text) {
  std::string json;
  JsonWriter(json)
      .begin_object()
      .key("url")
      .value(address)
      .key("date")
      .value(date)
      .key("text")
      .value(text)
      .end_object();
  return json + "\n";
}

class AuditDatabase : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = new TempFolder;
    std::string originals;
    for (const std::string subject : testing::corpus_subjects) {
      std::string json;
      JsonWriter(json).begin_object().key("id").value(subject).key("text").value(
          corpus_text(subject + "/original"));
      originals += json + "}\n";
    }
    const std::string honest = corpus_text("city-bees/reworded");
    const std::string crawl =
        page("https://copies.example/1", "2024-01-02", corpus_text("city-bees/spun")) +
        page("https://Copies.example/2", "2024-01-30", corpus_text("first-10k/spun")) +
        page("https://mirror.example/", "2024-02-03", corpus_text("city-bees/original")) +
        page("https://honest.example/", "2024-02-03", honest) +
        page("https://copies.example/3", "2024-02-04T10:00:00Z",
             corpus_text("railway-station/spun") + corpus_text("old-newspapers/original")) +
        page("", "", corpus_text("city-bees/spun"));
    ASSERT_EQ(run_unspin({"audit", "--originals", folder->write("originals.jsonl", originals),
                          "--crawl", folder->write("crawl.jsonl", crawl), "-o", out()})
                  .status,
              0);
    lines = read_file(out() + "/findings.jsonl");
  }
  static void TearDownTestSuite() { delete folder; }

  static std::string out() { return folder->path("out"); }
  static Rows answer(std::size_t question) {
    return testing::sqlite_rows(out() + "/findings.sqlite", blocks_of_the_document().at(question));
  }
  static void for_each_finding(const std::function<void(element)>& take) {
    simdjson::dom::parser parser;
    for (const std::string_view line : lines_of(lines)) {
      take(parser.parse(simdjson::padded_string(line)));
    }
  }
  static std::string text(element from, const char* part, const char* name) {
    std::string_view value;
    return from[part][name].get(value) ? "-" : std::string(value);
  }
  static std::string page_of(element finding) {
    return text(finding, "page", "file") + std::to_string(std::uint64_t(finding["page"]["line"]));
  }

  static inline TempFolder* folder = nullptr;
  static inline std::string lines;
};

TEST_F(AuditDatabase, HasTheSchemaOfTheDocument) {
  const Rows blocks = blocks_of_the_document();
  ASSERT_EQ(blocks.size(), 6u) << "five questions and the schema";
  EXPECT_EQ("\n" + blocks[5], findings_database_schema());
  Rows made = testing::sqlite_rows(out() + "/findings.sqlite",
                                   "SELECT sql FROM sqlite_master WHERE type IN ('table', 'view')");
  for (const std::string& statement : made) {
    EXPECT_NE(blocks[5].find(statement), std::string::npos) << statement;
  }
  EXPECT_EQ(made.size(), 7u);
}

TEST_F(AuditDatabase, KnowsTheOriginalsThatAreCopiedMost) {
  struct Copies {
    std::set<std::string> pages;
    int spun = 0, verbatim = 0;
  };
  std::map<std::string, Copies> all;
  for_each_finding([&](element finding) {
    Copies& copies = all[text(finding, "original", "id")];
    copies.pages.insert(page_of(finding));
    ++(text(finding, "verdict", "label") == "spun" ? copies.spun : copies.verbatim);
  });
  std::vector<std::tuple<int, std::string, std::string>> expected;
  for (const auto& [id, copies] : all) {
    expected.emplace_back(
        -static_cast<int>(copies.pages.size()), id,
        fmt::format("{}|{}|{}|{}", id, copies.pages.size(), copies.spun, copies.verbatim));
  }
  std::ranges::sort(expected);
  Rows rows;
  for (const auto& [pages, id, row] : expected) {
    rows.push_back(row);
  }
  EXPECT_EQ(answer(0), rows);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0], "city-bees|3|2|1");
}

TEST_F(AuditDatabase, KnowsTheSitesThatCopyMost) {
  std::uint64_t words = 0;
  for_each_finding([&](element finding) {
    if (text(finding, "page", "address").find("opies.example/") != std::string::npos) {
      for (const element passage : finding["passages"]) {
        words += std::uint64_t(passage["page"]["end_word"]) -
                 std::uint64_t(passage["page"]["begin_word"]);
      }
    }
  });
  const Rows rows = answer(1);
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0], fmt::format("copies.example|3|4|{}", words));
  EXPECT_TRUE(rows[1].starts_with("-|1|1|") || rows[2].starts_with("-|1|1|")) << "no address";
}

TEST_F(AuditDatabase, KnowsWhenItHappened) {
  std::map<std::string, int> months;
  for_each_finding([&](element finding) { ++months[text(finding, "page", "date").substr(0, 7)]; });
  Rows rows;
  for (const auto& [month, count] : months) {
    rows.push_back(fmt::format("{}|{}", month, count));
  }
  EXPECT_EQ(answer(2), rows);
  EXPECT_EQ(rows, (Rows{"-|1", "2024-01|2", "2024-02|3"}));
}

TEST_F(AuditDatabase, KnowsTheWordsThatWereSwapped) {
  std::map<std::pair<std::string, std::string>, std::pair<std::uint64_t, std::uint64_t>> all;
  for_each_finding([&](element finding) {
    std::set<std::pair<std::string, std::string>> here;
    for (const element passage : finding["passages"]) {
      for (const element swap : passage["swaps"]) {
        const auto key = std::pair(std::string(std::string_view(swap["from"])),
                                   std::string(std::string_view(swap["to"])));
        all[key].first += std::uint64_t(swap["count"]);
        all[key].second += here.insert(key).second ? 1u : 0u;
      }
    }
  });
  std::vector<std::pair<std::int64_t, std::string>> order;
  for (const auto& [words, times] : all) {
    order.emplace_back(
        -static_cast<std::int64_t>(times.first),
        fmt::format("{}|{}|{}|{}", words.first, words.second, times.first, times.second));
  }
  std::ranges::stable_sort(order, {}, &std::pair<std::int64_t, std::string>::first);
  ASSERT_GT(order.size(), 20u);
  Rows rows;
  for (std::size_t i = 0; i < 20; ++i) {
    rows.push_back(order[i].second);
  }
  EXPECT_EQ(answer(3), rows);
}

TEST_F(AuditDatabase, ShowsTheSpunCopiesOfAnOriginal) {
  Rows rows;
  for_each_finding([&](element finding) {
    if (text(finding, "original", "id") == "city-bees" &&
        text(finding, "verdict", "label") == "spun" &&
        double(finding["verdict"]["confidence"]) >= 0.9) {
      for (const element passage : finding["passages"]) {
        std::string page = text(finding, "page", "address");
        page = page == "-" ? text(finding, "page", "id") : page;
        rows.push_back(fmt::format("{}|{}|{}", page, text(passage, "page", "text"),
                                   text(passage, "original", "text")));
      }
    }
  });
  Rows answered = answer(4);
  for (std::string& row : answered) {
    const std::size_t confidence = row.find('|');
    const std::size_t behind = row.find('|', confidence + 1);
    EXPECT_GE(std::stod(row.substr(confidence + 1)), 0.9);
    row.erase(confidence, behind - confidence);
  }
  EXPECT_EQ(answered, rows);
  EXPECT_EQ(rows.size(), 2u);
}

}  // namespace
}  // namespace unspin::cli
