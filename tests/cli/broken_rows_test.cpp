// A broken row costs itself and nothing else.
#include <gtest/gtest.h>
#include <map>
#include <simdjson.h>
#include <string>

#include "tests/cli/pairs.hpp"
#include "tests/cli/run_command.hpp"

namespace unspin::cli {
namespace {

struct BrokenRow {
  std::string bytes;
  std::vector<std::string> codes;  ///< any of them will do
  bool has_id = false;             ///< one that can still be read
};

using BrokenRows = std::map<std::size_t, BrokenRow>;  // by their line, 1-based

/// A good row's line is its id.
std::string with_good_rows(std::size_t lines, const BrokenRows& broken,
                           std::string (*good)(std::size_t line)) {
  std::string bytes;
  std::size_t line = 1;
  for (const auto& [at, row] : broken) {
    for (; line < at; ++line) {
      bytes += good(line);
    }
    bytes += row.bytes + "\n";
    ++line;
  }
  for (; line <= lines; ++line) {
    bytes += good(line);
  }
  return bytes;
}

/// One output row for each input row; those of broken rows say what is wrong and have no scores.
void expect_all_but_broken_rows_scored(const Outcome& outcome, std::size_t first_line,
                                       std::size_t last_line, const BrokenRows& broken) {
  EXPECT_EQ(outcome.status, 3);
  const auto lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), last_line - first_line + 1);
  simdjson::dom::parser parser;
  std::size_t with_issues = 0;
  for (std::size_t line = first_line; line <= last_line; ++line) {
    const std::string text(lines[line - first_line]);
    simdjson::dom::element row;
    ASSERT_EQ(parser.parse(text).get(row), simdjson::SUCCESS) << text;
    const auto found = broken.find(line);
    const bool is_scored =
        row["scores"]["jaccard"].is_double() || row["scores"]["jaccard"].is_uint64();
    if (found == broken.end()) {
      ASSERT_TRUE(is_scored) << text;
      ASSERT_EQ(row["issues"].get_array().size(), 0u) << text;
      const std::string id = simdjson::minify(row["id"]);
      ASSERT_EQ(id.starts_with('"') ? id.substr(1, id.size() - 2) : id, std::to_string(line));
      continue;
    }
    ++with_issues;
    EXPECT_FALSE(row["scores"].error() == simdjson::SUCCESS) << text;
    ASSERT_EQ(row["issues"].get_array().size(), 1u) << text;
    const simdjson::dom::element issue = row["issues"].at(0);
    EXPECT_EQ(std::uint64_t(issue["line"]), line) << text;
    const std::string code(issue["code"].get_string().value());
    EXPECT_NE(std::ranges::find(found->second.codes, code), found->second.codes.end()) << text;
    EXPECT_FALSE(std::string_view(issue["message"]).empty());
    if (found->second.has_id) {
      EXPECT_EQ(std::string_view(row["id"]), "broken " + std::to_string(line)) << text;
    }

    // "unspin: FILE: line 17, column 3: bad_json: what is wrong"
    const std::string place = ": line " + std::to_string(line);
    const std::size_t at = std::min(outcome.err.find(place + ":"), outcome.err.find(place + ","));
    ASSERT_NE(at, std::string::npos) << place << "\n" << outcome.err;
    const std::string said = outcome.err.substr(at, outcome.err.find('\n', at) - at);
    const std::string message(issue["message"].get_string().value());
    EXPECT_NE(said.find(code + ": " + message), std::string::npos) << said;
  }
  EXPECT_EQ(with_issues, broken.size());
  EXPECT_EQ(lines_of(outcome.err).size(), broken.size() + 1) << "a line each, and a summary";
  const std::string summary = std::to_string(last_line - first_line + 1) + " rows, " +
                              std::to_string(broken.size()) + " broken";
  EXPECT_NE(outcome.err.find(summary), std::string::npos) << outcome.err;
}

std::string good_json(std::size_t line) { return short_rows(line, 1); }

std::string good_csv(std::size_t line) {
  return std::to_string(line) + ",the cat sat on mat " + std::to_string(line % 97) +
         ",the cat lay on mat " + std::to_string(line % 89) + "\n";
}

BrokenRow broken_json(std::size_t kind, std::size_t line) {
  const std::string start = R"({"id":"broken )" + std::to_string(line) + R"(","source":"a b")";
  switch (kind % 6) {
    case 0:
      return {start + R"(,"rewrite":})", {"bad_json"}};
    case 1:
      return {start + R"(,"rewrite":"never closed)", {"bad_json"}};
    case 2:
      return {start + "}", {"missing_field"}, true};
    case 3:
      return {start + ",\"rewrite\":\"caf\xe9\"}", {"invalid_utf8"}};
    case 4:
      return {line % 2 == 0 ? "" : " \t", {"empty_line"}};
    default:
      return {start + R"(,"rewrite":17})", {"wrong_type"}, true};
  }
}

TEST(CommandBrokenRows, CostOnlyThemselves) {
  const std::size_t lines = is_sanitized ? 5000 : 100000;
  BrokenRows broken;
  for (std::size_t i = 0; i < 50; ++i) {
    const std::size_t line = 1 + i * (lines / 50) + (i % 5 == 0 ? 0 : i);  // the first one, too
    broken[line] = broken_json(i, line);
  }
  broken.erase(std::prev(broken.end()));
  broken[lines] = broken_json(1, lines);  // and the last one
  const std::size_t long_line = std::next(broken.begin(), 25)->first;
  broken[long_line] = {
      R"({"id":"long","rewrite":"a","source":")" + std::string(std::size_t{20} << 20, 'x') + "\"}",
      {"line_too_long"}};
  ASSERT_EQ(broken.size(), 50u);

  const TempFolder folder;
  const std::string file = folder.write("rows.jsonl", with_good_rows(lines, broken, good_json));
  const Outcome outcome = run_unspin({"score", "--pairs", file, "-m", "jaccard"});
  expect_all_but_broken_rows_scored(outcome, 1, lines, broken);
}

TEST(CommandBrokenRows, CostOnlyThemselvesInCsv) {
  const std::size_t lines = is_sanitized ? 3000 : 30000;
  BrokenRows broken;
  for (std::size_t i = 0; i < 50; ++i) {
    const std::size_t line = 2 + i * (lines / 51) + i;
    const std::string id = "broken " + std::to_string(line);
    switch (i % 5) {
      case 0:  // where the next quote stands decides which of the two it is
        broken[line] = {id + ",\"never closed,a", {"unclosed_quote", "text_after_quote"}};
        break;
      case 1:
        broken[line] = {id + ",\"closed\" too soon,a", {"text_after_quote"}};
        break;
      case 2:
        broken[line] = {id + ",a", {"too_few_fields"}, true};
        break;
      case 3:
        broken[line] = {id + ",a,b,c", {"too_many_fields"}, true};
        break;
      default:
        broken[line] = {id + ",caf\xe9,b", {"invalid_utf8"}};
    }
  }
  const std::string rows = with_good_rows(lines, broken, good_csv);
  const std::string bytes = "id,source,rewrite\n" + rows.substr(rows.find('\n') + 1);
  // The header is line 1, where with_good_rows() has put the row 1 — unless that is broken.
  ASSERT_FALSE(broken.contains(1));
  const Outcome outcome = run_unspin({"score", "--pairs", "-", "-m", "jaccard"}, bytes);
  expect_all_but_broken_rows_scored(outcome, 2, lines, broken);
}

TEST(CommandBrokenRows, OfCsvWithAnUnclosedQuoteAreOneLine) {
  std::string bytes = "id,source,rewrite\n";
  BrokenRows broken;
  broken[1000] = {"broken,\"never closed,a", {"unclosed_quote"}};
  bytes += with_good_rows(9999, broken, good_csv).substr(good_csv(1).size());
  const Outcome outcome = run_unspin({"score", "--pairs", "-", "-m", "jaccard"}, bytes);
  expect_all_but_broken_rows_scored(outcome, 2, 9999, broken);
}

TEST(CommandBrokenRows, HaveTheirPlaceInATable) {
  const std::string rows = short_rows(1, 1) + "{\n" + short_rows(3, 1);
  const Outcome outcome =
      run_unspin({"score", "--pairs", "-", "-m", "jaccard", "--format", "tsv"}, rows);
  EXPECT_EQ(outcome.status, 3);
  const auto lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 4u) << outcome.out;
  EXPECT_EQ(lines[0], "id\tjaccard\textra\tissues");
  EXPECT_TRUE(lines[1].starts_with("1\t0.")) << lines[1];
  EXPECT_TRUE(lines[2].starts_with("2\t\t\tline 2: bad_json: ")) << lines[2];
  EXPECT_TRUE(lines[3].starts_with("3\t0.")) << lines[3];
}

TEST(CommandBrokenRows, AreReportedUpToAHundred) {
  std::string rows;
  for (int i = 0; i < 500; ++i) {
    rows += "{\n";
  }
  const Outcome outcome = run_unspin({"score", "--pairs", "-", "-m", "jaccard"}, rows);
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(lines_of(outcome.out).size(), 500u);
  EXPECT_EQ(lines_of(outcome.err).size(), 102u) << outcome.err;
  EXPECT_NE(outcome.err.find("500 rows, 500 broken"), std::string::npos) << outcome.err;
}

TEST(CommandBrokenRows, MayBeLongerIfAllowed) {
  const std::string row = R"({"source":"a","rewrite":"a","x":")" + std::string(5000, 'x') + "\"}\n";
  const std::vector<std::string> score = {"score", "--pairs", "-", "-m", "jaccard", "--max-line"};
  std::vector<std::string> with_limit = score;
  with_limit.emplace_back("4000");
  const Outcome refused = run_unspin(with_limit, row);
  EXPECT_EQ(refused.status, 3);
  EXPECT_NE(refused.err.find("line_too_long"), std::string::npos) << refused.err;
  with_limit.back() = "6000";
  EXPECT_EQ(run_unspin(with_limit, row).status, 0);
}

}  // namespace
}  // namespace unspin::cli
