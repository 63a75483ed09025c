// `unspin score --pairs`: layouts, compression, what passes through, order, threads and memory.
#include <gtest/gtest.h>
#include <simdjson.h>
#include <string>

#include "tests/cli/pairs.hpp"
#include "tests/cli/run_command.hpp"

namespace unspin::cli {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string score_rows(const std::string& rows, std::vector<std::string> more) {
  more.insert(more.begin(), {"score", "--pairs", "-"});
  const Outcome outcome = run_unspin(more, rows);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  return outcome.out;
}

TEST(CommandStream, GivesTheSameScoresInEveryLayoutAndCompression) {
  const TempFolder folder;
  const auto pairs = made_up_pairs(300);
  const std::string jsonl = as_jsonl(pairs);
  const std::string expected = score_rows(jsonl, {});
  ASSERT_EQ(lines_of(expected).size(), pairs.size());
  for (const std::string& rows : {jsonl, as_tsv(pairs), as_csv(pairs)}) {
    // Nothing but the content says what these are.
    for (const std::string& bytes :
         {rows, as_gzip(rows), as_zstd(rows), as_gzip("") + as_gzip(rows)}) {
      const std::string file = folder.write("pairs.txt", bytes);
      const Outcome from_file = run_unspin({"score", "--pairs", file});
      EXPECT_EQ(from_file.status, 0) << from_file.err;
      EXPECT_TRUE(from_file.out == expected) << rows.substr(0, 60);
      EXPECT_TRUE(score_rows(bytes, {}) == expected) << rows.substr(0, 60);
    }
  }
  // A wrong name does no harm.
  const Outcome misnamed =
      run_unspin({"score", "--pairs", folder.write("pairs.jsonl.gz", as_zstd(jsonl))});
  EXPECT_TRUE(misnamed.out == expected) << misnamed.err;
}

TEST(CommandStream, GivesTheScoresOfOnePairAtATime) {
  const TempFolder folder;
  const auto pairs = made_up_pairs(12);
  const std::string out = score_rows(as_jsonl(pairs), {});
  const auto lines = lines_of(out);
  ASSERT_EQ(lines.size(), pairs.size());
  simdjson::dom::parser of_stream;
  simdjson::dom::parser of_pair;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Outcome alone =
        run_unspin({"score", folder.write("source", pairs[i].source),
                    folder.write("rewrite", pairs[i].rewrite), "--format", "json"});
    const auto expected = of_pair.parse(alone.out);
    const auto found = of_stream.parse(lines[i].data(), lines[i].size());
    for (const auto key : {"verdict", "scores", "substitutions", "terms"}) {
      EXPECT_EQ(std::string(simdjson::minify(found[key])),
                std::string(simdjson::minify(expected[key])))
          << key << " of " << pairs[i].id;
    }
  }
}

TEST(CommandStream, ScoresOnlyWhatIsAskedFor) {
  const std::string row = R"({"id":"a","source":"the cat sat","rewrite":"the cat ran"})"
                          "\n";
  EXPECT_TRUE(score_rows(row, {"-m", "jaccard"})
                  .starts_with(R"({"schema":1,"id":"a","scores":{"jaccard":0.5},"issues":[],)"));
  const std::string with_verdict = score_rows(row, {"-m", "jaccard", "--verdict"});
  EXPECT_TRUE(has(with_verdict, R"("verdict":{"label":"too_short")")) << with_verdict;
  EXPECT_TRUE(has(with_verdict, R"("scores":{"jaccard":0.5})")) << with_verdict;
  EXPECT_TRUE(has(score_rows(row, {"-m", "none", "--verdict"}), R"("scores":{})"));
}

/// No metric of these asks it, so the numbers do not depend on one.
TEST(CommandStream, OpensNoLexiconThatNobodyAsks) {
  const TempFolder folder;
  const std::string rows = R"({"id":"a","source":"a strong rope","rewrite":"a robust rope"})"
                           "\n";
  const std::string thesaurus = folder.write("th.dat", "UTF-8\nstrong|1\n(adj)|robust\n");
  const std::string lexicon = folder.path("small.lexicon");
  ASSERT_EQ(run_unspin({"lexicon", "build", "--mythes", thesaurus, "-o", lexicon}).status, 0);
  for (const auto metric : {"bleu", "gleu", "edit"}) {
    EXPECT_TRUE(has(score_rows(rows, {"-m", metric, "--lexicon", lexicon}), "|lexicon:none|"))
        << metric;
    EXPECT_TRUE(has(score_rows(rows, {"-m", metric}), "|lexicon:none|")) << metric;
  }
  for (const std::vector<std::string>& more : {std::vector<std::string>{"-m", "spin"},
                                               {"-m", "term"},
                                               {"-m", "meteor"},
                                               {"-m", "bleu", "-m", "synonym_share"},
                                               {"-m", "bleu", "--verdict"},
                                               {"-m", "all"},
                                               {}}) {
    std::vector<std::string> arguments = {"--lexicon", lexicon};
    arguments.insert(arguments.end(), more.begin(), more.end());
    EXPECT_TRUE(has(score_rows(rows, arguments), "|lexicon:en-"));
  }
  EXPECT_TRUE(has(score_rows(rows, {"-m", "synonym_share", "--lexicon", lexicon}),
                  R"("scores":{"synonym_share":1})"));
  EXPECT_TRUE(has(score_rows(rows, {"-m", "synonym_share", "--lexicon", "none"}),
                  R"("scores":{"synonym_share":null},"unscored":{"synonym_share":)"));
}

TEST(CommandStream, TakesAGlossaryWhereTermsAreAskedFor) {
  const TempFolder folder;
  const std::string glossary = folder.write("terms.tsv", "rope\tcord\n");
  const std::string row = R"({"id":"a","source":"a strong rope","rewrite":"a strong cord"})"
                          "\n";
  const std::string terms = score_rows(row, {"-m", "term", "--glossary", glossary});
  EXPECT_TRUE(has(terms, R"("term_preservation":1)")) << terms;
  EXPECT_TRUE(has(terms, "|glossary:")) << terms;
  EXPECT_TRUE(has(score_rows(row, {"-m", "term"}), R"("term_preservation":null)"));
  EXPECT_FALSE(has(score_rows(row, {"-m", "bleu", "--glossary", glossary}), "|glossary:"))
      << "nothing depends on it";
}

TEST(CommandStream, ScoresAgainstReferences) {
  const std::string out = score_rows(
      R"({"id":1,"source":"a b c d e","rewrite":"v w x y z","references":["a b c","v w x y z"]})"
      "\n",
      {"-m", "chrf"});
  EXPECT_TRUE(has(out, R"("chrf":100)")) << out;
}

TEST(CommandStream, PassesJsonFieldsThroughByteForByte) {
  const std::string fields[] = {
      R"("id":12345678901234567890)",
      R"("price":1.10)",
      R"("big":123456789012345678901234567890)",
      R"("small":1E-400)",
      R"("text":"caf\u00e9 \/ \ud83d\ude00 é")",
      R"("nested":{ "b" : [1.0, null,true ], "a":{} })",
      R"("empty":"")",
      "\"sp\u2028ace\":\"\u2029\"",
  };
  std::string row = R"({"source":"a b","rewrite":"a c")";
  for (const std::string& field : fields) {
    row += ", " + field;
  }
  const std::string out = score_rows(row + "}\n", {"-m", "jaccard"});
  for (const std::string& field : fields) {
    if (field.find("\u2028") == std::string::npos) {  // names are written anew
      EXPECT_TRUE(has(out, field)) << field << "\n" << out;
    }
  }
  EXPECT_TRUE(has(out, "\"\u2029\"")) << out;
  EXPECT_EQ(std::ranges::count(out, '\n'), 1);
}

TEST(CommandStream, KeepsFieldsThatAreNamedLikeItsOwn) {
  const std::string out =
      score_rows(R"({"id":1,"source":"a","rewrite":"b","scores":"mine","verdict":7})"
                 "\n",
                 {"-m", "jaccard"});
  simdjson::dom::parser parser;
  const simdjson::dom::element root = parser.parse(out);
  EXPECT_TRUE(root["scores"].is_object());
  EXPECT_EQ(std::string_view(root["input_scores"]), "mine");
  EXPECT_EQ(std::uint64_t(root["input_verdict"]), 7u);
}

TEST(CommandStream, KeepsColumnsThatAreNamedLikeItsOwn) {
  const std::string out = score_rows("id\tsource\trewrite\tjaccard\tlabel\n1\ta\tb\tmine\tyours\n",
                                     {"-m", "jaccard", "--verdict", "--format", "tsv"});
  ASSERT_NE(out, "");
  std::vector<std::string> names;
  std::string_view header = lines_of(out).front();
  while (!header.empty()) {
    const std::size_t end = std::min(header.find('\t'), header.size());
    names.emplace_back(header.substr(0, end));
    header.remove_prefix(std::min(end + 1, header.size()));
  }
  std::ranges::sort(names);
  EXPECT_TRUE(std::ranges::adjacent_find(names) == names.end()) << "two columns have one name\n"
                                                                << out;
}

TEST(CommandStream, PassesCellsThroughByteForByte) {
  const std::string csv =
      "id,price,source,note,rewrite\n"
      "12345678901234567890,1.10,a b,\"x, \"\"y\"\"\nz\",a c\n"
      "007, 2 ,a b,,a c\n";
  const std::string from_csv = score_rows(csv, {"-m", "jaccard", "--format", "csv"});
  EXPECT_EQ(from_csv,
            "id,jaccard,price,note,issues\n"
            "12345678901234567890,0.3333333333333333,1.10,\"x, \"\"y\"\"\nz\",\n"
            "007,0.3333333333333333, 2 ,,\n");
  const std::string tsv =
      "id\tprice\tsource\trewrite\tnote\n"
      "12345678901234567890\t1.10\ta b\ta c\t\"x\n";
  const std::string from_tsv = score_rows(tsv, {"-m", "jaccard", "--format", "tsv"});
  EXPECT_EQ(from_tsv,
            "id\tjaccard\tprice\tnote\tissues\n"
            "12345678901234567890\t0.3333333333333333\t1.10\t\"x\t\n");
  const std::string to_json = score_rows(tsv, {"-m", "jaccard"});
  EXPECT_TRUE(has(to_json, R"("id":"12345678901234567890")")) << to_json;
  EXPECT_TRUE(has(to_json, R"("price":"1.10")")) << to_json;
}

// Tables are joined on their ids.
TEST(CommandStream, PassesBackslashesThroughFromTsvToTsv) {
  const std::string out = score_rows("id\tsource\trewrite\npages\\new\ta b\ta c\n",
                                     {"-m", "jaccard", "--format", "tsv"});
  EXPECT_TRUE(has(out, "\npages\\new\t")) << out;
}

TEST(CommandStream, NeedsNoIds) {
  const std::string row = R"({"source":"a","rewrite":"a"})"
                          "\n";
  const std::string out = score_rows(row + row, {"-m", "jaccard"});
  const auto lines = lines_of(out);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_TRUE(has(lines[0], R"("id":1,)"));
  EXPECT_TRUE(has(lines[1], R"("id":2,)"));
}

TEST(CommandStream, HasNothingToSayOfNothing) {
  const TempFolder folder;
  const Outcome of_file =
      run_unspin({"score", "--pairs", folder.write("empty.jsonl", ""), "-m", "jaccard"});
  EXPECT_EQ(of_file.status, 0) << of_file.err;
  EXPECT_EQ(of_file.out, "");
  EXPECT_EQ(score_rows("id\tsource\trewrite\n", {"-m", "jaccard", "--format", "tsv"}),
            "id\tjaccard\tissues\n");
}

TEST(CommandStream, CallsStandardInputByItsName) {
  const Outcome outcome = run_unspin({"score", "--pairs", "-"}, "id,text\n1,2\n");
  EXPECT_EQ(outcome.status, 3);
  EXPECT_TRUE(outcome.err.starts_with("unspin: standard input: ")) << outcome.err;
  EXPECT_TRUE(has(outcome.err, "`source`")) << outcome.err;
}

TEST(CommandStream, FailsOnAVerdictIfAsked) {
  const std::string rows = short_rows(0, 3);
  EXPECT_EQ(run_unspin({"score", "--pairs", "-", "--fail-on", "too_short"}, rows).status, 1);
  EXPECT_EQ(run_unspin({"score", "--pairs", "-", "--fail-on", "spun"}, rows).status, 0);
  const Outcome with_metric =
      run_unspin({"score", "--pairs", "-", "-m", "jaccard", "--fail-on", "too_short"}, rows);
  EXPECT_EQ(with_metric.status, 1);
  EXPECT_EQ(lines_of(with_metric.out).size(), 3u);
  // What cannot be read weighs more than what was found.
  EXPECT_EQ(run_unspin({"score", "--pairs", "-", "--fail-on", "too_short"}, rows + "{\n").status,
            3);
}

TEST(CommandStream, KeepsTheOrderAndTheBytesForAnyNumberOfThreads) {
  const TempFolder folder;
  const auto pairs = made_up_pairs(is_sanitized ? 1000 : 20000);
  const std::string file = folder.write("pairs.jsonl", as_jsonl(pairs));
  for (const auto format : {"jsonl", "tsv"}) {
    std::string expected;
    for (const auto threads : {"1", "2", "3", "8"}) {
      const Outcome outcome = run_unspin({"score", "--pairs", file, "-m", "bleu", "-m", "rougeL",
                                          "--verdict", "--format", format, "--threads", threads});
      ASSERT_EQ(outcome.status, 0) << outcome.err;
      if (expected.empty()) {
        expected = outcome.out;
      }
      EXPECT_TRUE(outcome.out == expected) << format << " with " << threads << " threads";
    }
    auto lines = lines_of(expected);
    const bool is_table = std::string_view(format) == "tsv";
    if (is_table) {
      lines.erase(lines.begin());
    }
    ASSERT_EQ(lines.size(), pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const std::string beginning =
          is_table ? pairs[i].id + "\t" : R"({"schema":1,"id":")" + pairs[i].id + "\",";
      ASSERT_TRUE(lines[i].starts_with(beginning)) << lines[i];
    }
  }
}

// The peak is taken when nearly all rows are through and the command waits for the rest.
std::size_t peak_of(std::size_t rows) {
  RunningCommand command(
      unspin_with({"score", "--pairs", "-", "-m", "jaccard", "-o", "/dev/null"}));
  constexpr std::size_t at_once = 10000;
  for (std::size_t first = 0; first < rows; first += at_once) {
    EXPECT_TRUE(command.feed(short_rows(first, at_once)));
  }
  const std::size_t peak = command.peak_bytes();
  command.close_input();
  EXPECT_EQ(command.finish().status, 0);
  return peak;
}

TEST(CommandStream, NeedsNoMoreMemoryForALongerStream) {
  if (is_sanitized) {
    GTEST_SKIP() << "sanitizers keep freed memory";
  }
  const std::size_t of_few = peak_of(20000);
  const std::size_t of_many = peak_of(200000);
  EXPECT_GT(of_few, std::size_t{1} << 20);
  EXPECT_LE(of_many, of_few + (std::size_t{16} << 20));
}

// Somebody who watches a slow source wants to see its rows as they come.
TEST(CommandStream, DoesNotHoldBackRowsWhileItWaitsForMore) {
  RunningCommand command(unspin_with({"score", "--pairs", "-", "-m", "jaccard"}));
  ASSERT_TRUE(command.feed(short_rows(0, 100)));
  EXPECT_TRUE(command.wait_for_output(1, std::chrono::seconds(is_sanitized ? 20 : 3)))
      << "100 rows were fed, none came out in time";
  command.close_input();
  const Outcome outcome = command.finish();
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(lines_of(outcome.out).size(), 100u);
}

}  // namespace
}  // namespace unspin::cli
