// `unspin score SOURCE REWRITE`: the verdict, the formats, and what is said of wrong arguments.
#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <simdjson.h>
#include <string>

#include "tests/cli/run_command.hpp"
#include "tests/places.hpp"

namespace unspin::cli {
namespace {

using simdjson::dom::element;

constexpr std::array<std::string_view, 4> subjects = {"city-bees", "first-10k", "old-newspapers",
                                                      "railway-station"};

std::string corpus(std::string_view subject, std::string_view kind) {
  return std::string(places::corpora_folder) + "/" + std::string(subject) + "/" +
         std::string(kind) + ".txt";
}

const std::string bees = corpus("city-bees", "original");
const std::string spun_bees = corpus("city-bees", "spun");

std::string_view first_line(const Outcome& outcome) {
  return std::string_view(outcome.out).substr(0, outcome.out.find('\n'));
}

/// A line as one expects it to begin, with the whole output if it does not.
testing::AssertionResult begins(const Outcome& outcome, std::string_view expected) {
  if (outcome.status == 0 && first_line(outcome).starts_with(expected)) {
    return testing::AssertionSuccess();
  }
  return testing::AssertionFailure() << "status " << outcome.status << "\n"
                                     << outcome.out << outcome.err;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST(CommandOnePair, CallsSpunArticlesSpun) {
  for (const auto subject : subjects) {
    EXPECT_TRUE(begins(run_unspin({"score", corpus(subject, "original"), corpus(subject, "spun")}),
                       "SPUN "))
        << subject;
  }
}

TEST(CommandOnePair, CallsAFileAgainstItselfVerbatim) {
  for (const auto subject : subjects) {
    const std::string text = corpus(subject, "original");
    EXPECT_TRUE(begins(run_unspin({"score", text, text}), "VERBATIM ")) << subject;
  }
}

TEST(CommandOnePair, CallsHonestRewordingAParaphrase) {
  for (const auto subject : subjects) {
    EXPECT_TRUE(
        begins(run_unspin({"score", corpus(subject, "original"), corpus(subject, "reworded")}),
               "PARAPHRASE "))
        << subject;
  }
}

TEST(CommandOnePair, CallsArticlesOnOtherSubjectsUnrelated) {
  for (const auto subject : subjects) {
    for (const auto other : subjects) {
      if (subject != other) {
        EXPECT_TRUE(
            begins(run_unspin({"score", corpus(subject, "original"), corpus(other, "original")}),
                   "UNRELATED "))
            << subject << " and " << other;
      }
    }
  }
}

TEST(CommandOnePair, AccusesNoHonestText) {
  for (const auto subject : subjects) {
    for (const auto kind : {"reworded", "shortened", "same_topic"}) {
      const Outcome outcome = run_unspin(
          {"score", corpus(subject, "original"), corpus(subject, kind), "--fail-on", "spun"});
      EXPECT_EQ(outcome.status, 0) << subject << " " << kind << "\n" << outcome.out;
      EXPECT_NE(outcome.out, "");
    }
  }
}

TEST(CommandOnePair, GivesNoVerdictOnAFewWords) {
  const TempFolder folder;
  const std::string source = folder.write("a.txt", "The queen lives in the hive.\n");
  const std::string rewrite = folder.write("b.txt", "The monarch resides in the apiary.\n");
  EXPECT_TRUE(begins(run_unspin({"score", source, rewrite}), "TOO SHORT "));
}

TEST(CommandOnePair, ReadsStandardInputAsADash) {
  EXPECT_TRUE(begins(run_unspin({"score", bees, "-"}, read_file(spun_bees)), "SPUN "));
  EXPECT_TRUE(begins(run_unspin({"score", "-", spun_bees}, read_file(bees)), "SPUN "));
  EXPECT_EQ(run_unspin({"score", "-", "-"}, "text").status, 2);
}

TEST(CommandOnePair, ReadsCompressedTexts) {
  const std::string line = R"(gzip -c "$1" | "$0" score - "$2")";
  EXPECT_TRUE(begins(run_in_bash(line, {bees, spun_bees}), "SPUN "));
}

TEST(CommandOnePair, WritesJson) {
  const Outcome outcome = run_unspin({"score", bees, spun_bees, "--format", "json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
  simdjson::dom::parser parser;
  const element root = parser.parse(outcome.out);
  EXPECT_EQ(std::uint64_t(root["schema"]), 1u);
  EXPECT_EQ(std::string_view(root["id"]), "spun.txt");
  EXPECT_EQ(std::string_view(root["verdict"]["label"]), "spun");
  EXPECT_GT(root["verdict"]["reasons"].get_array().size(), 0u);
  EXPECT_GT(double(root["scores"]["bleu"]), 1.0);
  EXPECT_GT(double(root["scores"]["rougeL"]["f1"]), 0.1);
  const element swap = root["substitutions"].at(0);
  EXPECT_EQ(std::string_view(swap["from"]), "queen");
  EXPECT_EQ(std::string_view(swap["to"]), "monarch");
  EXPECT_EQ(std::uint64_t(swap["count"]), 11u);
  EXPECT_TRUE(swap["kind"].is_string());
  const element term = root["terms"].at(0);
  EXPECT_EQ(std::string_view(term["term"]), "brood box");
  EXPECT_EQ(std::uint64_t(term["occurrences"]), 4u);
  EXPECT_EQ(std::string_view(term["replaced"].at(0)["text"]), "litter container");
  EXPECT_EQ(root["issues"].get_array().size(), 0u);
  EXPECT_TRUE(std::string_view(root["signature"]).starts_with("unspin:"));
}

TEST(CommandOnePair, WritesTheSameJsonOnOneLine) {
  const Outcome wide = run_unspin({"score", bees, spun_bees, "--format", "json"});
  const Outcome line = run_unspin({"score", bees, spun_bees, "--format", "jsonl"});
  ASSERT_EQ(line.status, 0) << line.err;
  EXPECT_EQ(line.out.find('\n'), line.out.size() - 1);
  simdjson::dom::parser parser;
  const std::string first = simdjson::minify(parser.parse(wide.out));
  EXPECT_EQ(first, simdjson::minify(parser.parse(line.out)));
}

TEST(CommandOnePair, WritesAScoreThatCannotBeHadAsNullWithAReason) {
  const TempFolder folder;
  const std::string empty = folder.write("empty.txt", "");
  const Outcome outcome = run_unspin({"score", empty, empty, "--format", "json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  simdjson::dom::parser parser;
  const element root = parser.parse(outcome.out);
  EXPECT_EQ(std::string_view(root["verdict"]["label"]), "too_short");
  EXPECT_TRUE(root["scores"]["term_preservation"].is_null());
  EXPECT_FALSE(std::string_view(root["unscored"]["term_preservation"]).empty());
}

/// The cells of a line of CSV or TSV.
std::vector<std::string> cells_of(std::string_view line, char separator) {
  std::vector<std::string> cells(1);
  bool is_quoted = false;
  for (const char c : line) {
    if (c == '"' && separator == ',') {
      is_quoted = !is_quoted;
    } else if (c == separator && !is_quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

TEST(CommandOnePair, WritesTables) {
  const std::vector<std::string> score = {"score", bees,     spun_bees,   "-m",  "bleu",
                                          "-m",    "rougeL", "--lexicon", "none"};
  std::vector<std::string> rows;
  for (const auto& [format, separator] : {std::pair{"tsv", '\t'}, std::pair{"csv", ','}}) {
    std::vector<std::string> arguments = score;
    arguments.insert(arguments.end(), {"--format", format});
    const Outcome outcome = run_unspin(arguments);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto lines = lines_of(outcome.out);
    ASSERT_EQ(lines.size(), 2u) << outcome.out;
    std::string header =
        "id label confidence p_spun substitutions terms names numbers urls quotes "
        "hidden_characters identical minor synonym rewritten bleu rougeL.precision rougeL.recall "
        "rougeL.f1 issues";
    std::ranges::replace(header, ' ', separator);
    EXPECT_EQ(lines[0], header);
    const auto cells = cells_of(lines[1], separator);
    ASSERT_EQ(cells.size(), 20u) << lines[1];
    EXPECT_EQ(cells[0], "spun.txt");
    EXPECT_EQ(cells[1], "spun");
    EXPECT_TRUE(cells[4].starts_with("queen>monarch x11 constant; ")) << cells[4];
    EXPECT_TRUE(has(cells[5], "brood box: kept 0 of 4, litter container x4")) << cells[5];
    EXPECT_EQ(cells[10], "0");
    int words = 0;  // of the source, each in a span of one class
    for (std::size_t i = 11; i < 15; ++i) {
      EXPECT_GT(std::stoi(cells[i]), 0) << cells[i];
      words += std::stoi(cells[i]);
    }
    EXPECT_GT(words, 800);
    EXPECT_GT(std::stod(cells[15]), 1);
    EXPECT_EQ(cells[19], "") << "no issues";
    rows.emplace_back();
    for (const std::string& cell : cells) {
      rows.back() += cell + "\n";
    }
  }
  EXPECT_EQ(rows[0], rows[1]) << "the same in both formats";
}

TEST(CommandOnePair, CountsHiddenCharactersInTables) {
  const TempFolder folder;
  const std::string hidden = folder.write("hidden.txt", read_file(spun_bees) + "hi\u00ADdd\u0435n");
  const Outcome outcome =
      run_unspin({"score", bees, hidden, "-m", "none", "--format", "tsv", "--lexicon", "none"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(cells_of(lines_of(outcome.out).at(1), '\t').at(10), "2");
}

/// A text of its parts: what the spans' bytes cut out of it.
std::string slice(std::string_view text, const element& range) {
  const std::uint64_t begin = range["bytes"].at(0);
  const std::uint64_t end = range["bytes"].at(1);
  return std::string(text.substr(begin, end - begin));
}

TEST(CommandOnePair, WritesSpansAsJson) {
  const TempFolder folder;
  const std::string source = "Our brand has a strong community. Nobody left it.";
  const std::string rewrite = "Our mo\u00ADdel has a robust community. Nobody left it.";
  const Outcome outcome =
      run_unspin({"score", folder.write("a", source), folder.write("b", rewrite), "--format",
                  "jsonl", "--lexicon", "none"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  simdjson::dom::parser parser;
  const element root = parser.parse(outcome.out);
  std::string spans;
  for (const element span : root["spans"]) {
    spans += std::string(span["class"].get_string().value()) + ":" + slice(source, span["source"]) +
             ">" + slice(rewrite, span["rewrite"]) + "\n";
    for (const auto side : {"source", "rewrite"}) {
      EXPECT_EQ(span[side]["words"].get_array().size(), 2u);
      EXPECT_EQ(span[side]["characters"].get_array().size(), 2u);
    }
  }
  EXPECT_EQ(spans,
            "identical:Our>Our\nrewritten:brand>mo\u00ADdel\nidentical:has a>has a\n"
            "rewritten:strong>robust\n"
            "identical:community. Nobody left it>community. Nobody left it\n");
  // The soft hyphen is two bytes and one character.
  EXPECT_EQ(simdjson::minify(root["spans"].at(2)["rewrite"]),
            R"({"words":[2,4],"bytes":[12,17],"characters":[11,16]})");
}

TEST(CommandOnePair, WritesWhatWasHiddenAsJson) {
  const TempFolder folder;
  const std::string source = folder.write("a", "a plain brand");
  const std::string rewrite = folder.write("b", "a plain br\u0430nd\u200B wo\u00ADrd");
  const Outcome outcome = run_unspin({"score", source, rewrite, "--format", "jsonl"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  simdjson::dom::parser parser;
  const element root = parser.parse(outcome.out);
  EXPECT_EQ(simdjson::minify(root["obfuscation"]),
            R"({"rewrite":{"characters":{"invisible":1,"soft_hyphen":1,"homoglyph":1},)"
            R"("places":[{"trick":"homoglyph","bytes":[10,12]},)"
            R"({"trick":"invisible","bytes":[14,17]},{"trick":"soft_hyphen","bytes":[20,22]}]}})");
  const Outcome clean = run_unspin({"score", source, source, "--format", "jsonl"});
  EXPECT_TRUE(has(clean.out, R"("obfuscation":{})")) << clean.out;
  const Outcome of_source = run_unspin({"score", rewrite, source, "--format", "jsonl"});
  EXPECT_TRUE(has(of_source.out, R"("obfuscation":{"source":{"characters":)")) << of_source.out;
}

TEST(CommandOnePair, NamesAScoreAsItWasAskedFor) {
  const Outcome outcome = run_unspin({"score", bees, spun_bees, "-m", "bleu:smoothing=floor", "-m",
                                      "containment:n=5", "--format", "json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  simdjson::dom::parser parser;
  const element scores = parser.parse(outcome.out)["scores"];
  EXPECT_EQ(scores.get_object().size(), 2u);
  EXPECT_TRUE(scores["bleu:smoothing=floor"].is_double());
  EXPECT_TRUE(scores["containment:n=5"].is_double());
}

TEST(CommandOnePair, GivesTheStatisticsBehindAScore) {
  const Outcome outcome = run_unspin(
      {"score", bees, spun_bees, "-m", "bleu", "-m", "ter", "--details", "--format", "json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  simdjson::dom::parser parser;
  const element scores = parser.parse(outcome.out)["scores"];
  EXPECT_TRUE(scores["bleu"]["score"].is_double());
  EXPECT_EQ(scores["bleu"]["counts"].get_array().size(), 4u);
  EXPECT_EQ(scores["bleu"]["totals"].get_array().size(), 4u);
  for (const element count : scores["bleu"]["counts"]) {
    EXPECT_TRUE(count.is_uint64() || count.is_int64()) << count;
  }
  EXPECT_GT(std::uint64_t(scores["bleu"]["hyp_len"]), 800u);
  EXPECT_GT(std::uint64_t(scores["bleu"]["ref_len"]), 800u);
  EXPECT_GT(std::uint64_t(scores["ter"]["edits"]), 0u);
  EXPECT_GT(std::uint64_t(scores["ter"]["ref_len"]), 700u);
  EXPECT_EQ(std::string_view(scores["bleu"]["signature"]),
            "nrefs:1|case:mixed|eff:yes|tok:13a|smooth:exp|version:2.6.0");
}

TEST(CommandOnePair, FailsOnAVerdictIfAsked) {
  EXPECT_EQ(run_unspin({"score", bees, spun_bees, "--fail-on", "spun"}).status, 1);
  EXPECT_EQ(run_unspin({"score", bees, spun_bees, "--fail-on", "verbatim"}).status, 0);
  EXPECT_EQ(run_unspin({"score", bees, bees, "--fail-on", "spun", "--fail-on", "verbatim"}).status,
            1);
  EXPECT_TRUE(has(run_unspin({"score", bees, spun_bees, "--fail-on", "spun"}).out, "SPUN"))
      << "the result is there all the same";
}

TEST(CommandOnePair, ReplacesWhatIsNotUtf8AndSaysSo) {
  const TempFolder folder;
  const std::string damaged = folder.write("damaged.txt", read_file(spun_bees) + "caf\xe9 \xff\n");
  const Outcome outcome = run_unspin({"score", bees, damaged, "--format", "json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  simdjson::dom::parser parser;
  const element root = parser.parse(outcome.out);
  ASSERT_EQ(root["issues"].get_array().size(), 1u);
  EXPECT_EQ(std::string_view(root["issues"].at(0)["code"]), "invalid_utf8");
  EXPECT_TRUE(has(root["issues"].at(0)["message"].get_string(), "damaged.txt"));
  EXPECT_EQ(std::string_view(root["verdict"]["label"]), "spun");
  EXPECT_TRUE(root["scores"]["bleu"].is_double());
  EXPECT_TRUE(has(run_unspin({"score", bees, damaged}).out, "\nNote"));
}

TEST(CommandOnePair, WritesUtf8WhateverTheNameOfTheFile) {
  const TempFolder folder;
  const std::string text = folder.write("caf\xe9.txt", read_file(bees));
  for (const auto format : {"text", "json", "jsonl", "tsv", "csv"}) {
    const Outcome outcome = run_unspin({"score", bees, text, "--format", format});
    EXPECT_NE(outcome.out, "") << outcome.err;
    EXPECT_TRUE(simdjson::validate_utf8(outcome.out)) << format << ": " << first_line(outcome);
  }
}

TEST(CommandOnePair, TakesNulAsData) {
  const TempFolder folder;
  const std::string text = folder.write("nul.txt", std::string("a b\0c", 5) + read_file(bees));
  EXPECT_TRUE(begins(run_unspin({"score", text, text}), "VERBATIM "));
}

TEST(CommandOnePair, TellsWhatBecameOfTheGlossarysTerms) {
  const TempFolder folder;
  const std::string glossary =
      folder.write("terms.tsv", "term\tvariants\tforbidden\nsmoker\tpuffer\n");
  simdjson::dom::parser parser;
  const auto scored = [&](std::vector<std::string> more) -> element {
    more.insert(more.begin(), {"score", bees, spun_bees, "--format", "json"});
    const Outcome outcome = run_unspin(more);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return parser.parse(outcome.out);
  };
  const element root = scored({"--glossary", glossary});
  EXPECT_EQ(std::string_view(root["terms"].at(0)["term"]), "smoker");
  EXPECT_TRUE(has(root["signature"].get_string(), "|glossary:"));
  EXPECT_FALSE(has(scored({})["signature"].get_string(), "|glossary:"));
}

TEST(CommandOnePair, NamesTheGlossarysMistake) {
  const TempFolder folder;
  const std::string glossary = folder.write("terms.tsv", "hive\nhives\n");
  const std::string rows = folder.write("rows.jsonl", "");
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"score", bees, spun_bees, "--glossary", glossary},
        {"score", "--pairs", rows, "--glossary", glossary},
        {"score", "--pairs", rows, "-m", "bleu", "--glossary", glossary}}) {
    const Outcome outcome = run_unspin(arguments);
    EXPECT_EQ(outcome.status, 3);
    EXPECT_TRUE(has(outcome.err, "terms.tsv: line 2: \"hives\" is the term of line 1 again"))
        << outcome.err;
    EXPECT_TRUE(has(outcome.err, "Join the two lines")) << outcome.err;
  }
}

/// A lexicon of two synonyms in a folder of its own.
class CommandWithLexicon : public testing::Test {
 protected:
  void SetUp() override {
    const std::string thesaurus = folder.write(
        "th.dat",
        "UTF-8\nstrong|1\n(adj)|robust\ncommunity|1\n(noun)|group\nqueen|1\n(noun)|monarch\n");
    ASSERT_EQ(run_unspin({"lexicon", "build", "--mythes", thesaurus, "-o", lexicon}).status, 0);
  }

  /// One pair's result as JSON.
  element scored(std::vector<std::string> more, const Surroundings& surroundings = {}) {
    more.insert(more.begin(), {"score", bees, spun_bees, "--format", "json"});
    const Outcome outcome = run_unspin(more, {}, surroundings);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return parser.parse(outcome.out);
  }

  TempFolder folder;
  const std::string lexicon = folder.path("small.lexicon");
  simdjson::dom::parser parser;
};

TEST_F(CommandWithLexicon, SaysWhoCallsASwapASynonym) {
  const element root = scored({"--lexicon", lexicon});
  const element swap = root["substitutions"].at(0);
  EXPECT_EQ(simdjson::minify(swap),
            R"({"from":"queen","to":"monarch","count":11,"kind":"synonym","constant":true,)"
            R"("resource":"mythes","sense":"MyThes queen#1"})");
  EXPECT_GT(double(root["scores"]["synonym_share"]), 0.05);
  EXPECT_LT(double(root["scores"]["synonym_share"]), 0.2);
}

TEST_F(CommandWithLexicon, DoesWithoutIfAskedTo) {
  const element root = scored({"--lexicon", "none"});
  for (const element swap : root["substitutions"]) {
    EXPECT_EQ(swap["resource"].error(), simdjson::NO_SUCH_FIELD) << swap;
    EXPECT_NE(std::string_view(swap["kind"]), "synonym") << swap;
  }
  EXPECT_TRUE(root["scores"]["synonym_share"].is_null());
  EXPECT_EQ(std::string_view(root["unscored"]["synonym_share"]),
            "there is no lexicon (unspin lexicon build)");
  EXPECT_TRUE(has(root["signature"].get_string(), "|lexicon:none|"));
}

TEST_F(CommandWithLexicon, SignsWithIt) {
  const Outcome told = run_unspin({"lexicon", "info", lexicon, "--format", "json"});
  simdjson::dom::parser of_info;
  const std::string hash(of_info.parse(told.out)["hash"].get_string().value());
  const std::string signed_so = "|lexicon:en-" + hash + "|icu:";
  EXPECT_TRUE(has(scored({"--lexicon", lexicon})["signature"].get_string(), signed_so));
  const Surroundings named = {.environment = {{"UNSPIN_LEXICON", lexicon}}};
  EXPECT_TRUE(has(scored({}, named)["signature"].get_string(), signed_so));
  EXPECT_TRUE(
      has(scored({"--lexicon", "none"}, named)["signature"].get_string(), "|lexicon:none|"));
  const Surroundings nothing = {.environment = {{"UNSPIN_LEXICON", ""}}};
  EXPECT_TRUE(has(scored({}, nothing)["signature"].get_string(), "|lexicon:none|"));
}

TEST_F(CommandWithLexicon, RefusesADamagedOne) {
  std::string bytes = read_file(lexicon);
  bytes[bytes.size() / 2] ^= 1;
  const std::string damaged = folder.write("damaged.lexicon", bytes);
  const std::string cut = folder.write("cut.lexicon", bytes.substr(0, bytes.size() / 3));
  const std::string text = folder.write("text.lexicon", "no lexicon at all");
  const std::string empty = folder.write("empty.lexicon", "");
  const std::string rows = folder.write("rows", R"({"id":"a","source":"a b","rewrite":"a c"})");
  for (const std::string& file : {damaged, cut, text, empty}) {
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"score", bees, spun_bees, "--lexicon", file},
          {"score", "--pairs", rows, "--lexicon", file}}) {
      const Outcome outcome = run_unspin(arguments);
      EXPECT_EQ(outcome.status, 3) << file;
      EXPECT_EQ(outcome.out, "") << file;
      EXPECT_TRUE(has(outcome.err, file)) << outcome.err;
      EXPECT_TRUE(has(outcome.err, "unspin lexicon build")) << outcome.err;
    }
  }
}

TEST_F(CommandWithLexicon, RefusesOneThatIsNotThere) {
  const std::string missing = folder.path("missing.lexicon");
  const std::string rows = folder.write("rows", R"({"id":"a","source":"a b","rewrite":"a c"})");
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"score", bees, spun_bees, "--lexicon", missing},
        {"score", "--pairs", rows, "--lexicon", missing}}) {
    const Outcome outcome = run_unspin(arguments);
    EXPECT_EQ(outcome.status, 3);
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(has(outcome.err, missing)) << outcome.err;
    EXPECT_TRUE(has(outcome.err, "Check the path")) << outcome.err;
  }
  const Outcome of_variable =
      run_unspin({"score", bees, spun_bees}, {}, {.environment = {{"UNSPIN_LEXICON", missing}}});
  EXPECT_EQ(of_variable.status, 3);
  EXPECT_TRUE(has(of_variable.err, missing)) << of_variable.err;
  const Outcome folder_itself = run_unspin({"score", bees, spun_bees, "--lexicon", folder.path()});
  EXPECT_EQ(folder_itself.status, 3) << folder_itself.err;
}

struct Mistake {
  const char* what;
  std::vector<std::string> arguments;
  std::string_view said;
  int status = 2;
};

TEST(CommandMistakes, AreNamedWithARemedy) {
  const std::array<Mistake, 17> mistakes = {{
      {"a metric", {"score", bees, bees, "-m", "blue"}, "did you mean bleu?"},
      {"a family", {"score", bees, bees, "-m", "ngrams"}, "did you mean ngram?"},
      {"a parameter",
       {"score", bees, bees, "-m", "bleu:smothing=floor"},
       "did you mean smoothing?"},
      {"a choice", {"score", bees, bees, "-m", "bleu:smoothing=flor"}, "did you mean floor?"},
      {"a number", {"score", bees, bees, "-m", "containment:n=0"}, "whole number"},
      {"a label", {"score", bees, bees, "--fail-on", "spin"}, "did you mean spun?"},
      {"an option", {"score", "--pairs", bees, "--thread", "2"}, "did you mean --threads?"},
      {"an option with =", {"score", bees, bees, "--formt=json"}, "did you mean --format?"},
      {"a command", {"scor", bees, bees}, "did you mean score?"},
      {"a format", {"score", bees, bees, "--format", "jsnl"}, "did you mean jsonl?"},
      {"a metric to list", {"metrics", "blue"}, "did you mean bleu?"},
      {"no rewrite", {"score", bees}, "--help"},
      {"a third text", {"score", bees, bees, bees}, "unknown argument"},
      {"both", {"score", bees, bees, "--pairs", bees}, "--pairs"},
      {"a stream as a screen", {"score", "--pairs", bees, "--format", "text"}, "jsonl, tsv or csv"},
      {"no threads", {"score", "--pairs", bees, "--threads", "0"}, "--threads"},
      {"no value", {"score", bees, bees, "-m"}, "--metric"},
  }};
  for (const Mistake& mistake : mistakes) {
    const Outcome outcome = run_unspin(mistake.arguments);
    EXPECT_EQ(outcome.status, mistake.status) << mistake.what;
    EXPECT_EQ(outcome.out, "") << mistake.what;
    EXPECT_TRUE(outcome.err.starts_with("unspin: ")) << mistake.what << "\n" << outcome.err;
    EXPECT_TRUE(has(outcome.err, mistake.said)) << mistake.what << "\n" << outcome.err;
  }
}

TEST(CommandMistakes, AFileThatCannotBeReadIsNamed) {
  const TempFolder folder;
  const std::string missing = folder.path("missing.txt");
  for (const auto& arguments : {std::vector<std::string>{"score", missing, bees},
                                {"score", bees, missing},
                                {"score", "--pairs", missing}}) {
    const Outcome outcome = run_unspin(arguments);
    EXPECT_EQ(outcome.status, 3);
    EXPECT_TRUE(has(outcome.err, missing + ": there is no such file")) << outcome.err;
    EXPECT_TRUE(has(outcome.err, "Check the path")) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  }
  const Outcome of_folder = run_unspin({"score", folder.path(), bees});
  EXPECT_EQ(of_folder.status, 3);
  EXPECT_TRUE(has(of_folder.err, folder.path() + ": this is a folder")) << of_folder.err;
}

}  // namespace
}  // namespace unspin::cli
