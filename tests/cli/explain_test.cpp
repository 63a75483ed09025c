// `unspin explain SOURCE REWRITE`: what it says of texts of all kinds, and in which formats.
#include <cctype>
#include <cmath>
#include <gtest/gtest.h>
#include <set>
#include <simdjson.h>
#include <string>

#include "tests/cli/run_command.hpp"
#include "tests/places.hpp"

namespace unspin::cli {
namespace {

using simdjson::dom::element;

const std::string bees_folder = std::string(places::corpora_folder) + "/city-bees/";
const std::string bees = bees_folder + "original.txt";
const std::string spun_bees = bees_folder + "spun.txt";

/// Without a lexicon, so that no resource that is installed changes anything.
Outcome explain(const std::string& source, const std::string& rewrite,
                std::vector<std::string> more = {}, const Surroundings& surroundings = {}) {
  more.insert(more.begin(), {"explain", source, rewrite, "--lexicon", "none"});
  return run_unspin(more, {}, surroundings);
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST(CommandExplain, SaysWhatMovedTheVerdict) {
  const Outcome outcome = explain(bees, spun_bees);
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_TRUE(outcome.out.starts_with("SPUN · confidence ")) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "speaks for spun, to the left for paraphrase")) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "█  content words swapped in place, per 100\n")) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "times as probable as paraphrase.\n")) << outcome.out;
}

/// The words of a text, in order, without what is no letter.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

TEST(CommandExplain, ShowsBothTextsWhole) {
  for (const std::string kind : {"spun", "reworded", "shortened", "same_topic"}) {
    const std::string rewrite = bees_folder + kind + ".txt";
    const Outcome outcome = explain(bees, rewrite);
    const std::vector<std::string> shown = words_of(outcome.out);
    const std::multiset<std::string> there(shown.begin(), shown.end());
    for (const std::string& text : {read_file(bees), read_file(rewrite)}) {
      const std::vector<std::string> words = words_of(text);
      for (const std::string& word : words) {
        EXPECT_TRUE(there.contains(word)) << kind << " lacks " << word;
      }
    }
  }
}

TEST(CommandExplain, ShowsAVerbatimTextOnce) {
  const Outcome outcome = explain(bees, bees);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_TRUE(outcome.out.starts_with("VERBATIM · confidence > 0.99 ")) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "Why   word for word the same text\n"));
  EXPECT_TRUE(has(outcome.out, "\n   2= Five years ago, keeping bees in the middle of a city"));
  EXPECT_FALSE(has(outcome.out, "What moved it")) << "no model was asked";
  const std::size_t first = outcome.out.find("Five years ago");
  EXPECT_EQ(outcome.out.find("Five years ago", first + 1), std::string::npos);
}

TEST(CommandExplain, SaysOfUnrelatedTextsThatNothingWasSwapped) {
  const Outcome outcome =
      explain(bees, std::string(places::corpora_folder) + "/first-10k/original.txt");
  EXPECT_TRUE(outcome.out.starts_with("UNRELATED ")) << outcome.out;
  EXPECT_TRUE(has(outcome.out, "speaks for unrelated, to the left"));
  EXPECT_TRUE(has(outcome.out, "The texts are unrelated: "));
}

TEST(CommandExplain, HasLittleToSayOfATextThatIsEmptyOrTooShort) {
  const TempFolder folder;
  const std::string empty = folder.write("empty.txt", "");
  const std::string few = folder.write("few.txt", "The queen lives in the hive.\n");
  const std::string other = folder.write("other.txt", "The monarch lives in the hive.\n");
  const Outcome nothing = explain(empty, empty);
  EXPECT_EQ(nothing.status, 0);
  EXPECT_TRUE(nothing.out.starts_with("TOO SHORT ")) << nothing.out;
  EXPECT_FALSE(has(nothing.out, "Sentence by sentence"));
  EXPECT_TRUE(has(explain(empty, few).out, "\n   1+ The queen lives in the hive.\n"));
  EXPECT_TRUE(has(explain(few, empty).out, "\n   1- The queen lives in the hive.\n"));
  const Outcome short_one = explain(few, other);
  EXPECT_TRUE(short_one.out.starts_with("TOO SHORT ")) << short_one.out;
  EXPECT_TRUE(has(short_one.out, "\n   1  The monarch lives in the hive.\n"));
  EXPECT_FALSE(has(short_one.out, "What moved it"));
}

TEST(CommandExplain, ReadsOtherScripts) {
  const TempFolder folder;
  const Outcome arabic = explain(
      folder.write("a1",
                   "فتحت المكتبة أبوابها في الصباح الباكر. ثم عادوا إلى بيوتهم قبل الغروب.\n"),
      folder.write("a2",
                   "فتحت المكتبة نوافذها في الصباح الباكر. ثم عادوا إلى بيوتهم قبل الغروب.\n"));
  EXPECT_EQ(arabic.status, 0) << arabic.err;
  EXPECT_TRUE(has(arabic.out, "\n   1  فتحت المكتبة نوافذها في الصباح الباكر.\n")) << arabic.out;
  EXPECT_TRUE(has(arabic.out, "\n   2= ثم عادوا إلى بيوتهم قبل الغروب.\n")) << arabic.out;
  EXPECT_TRUE(has(arabic.out, " → نوافذها ")) << arabic.out;
  const Outcome chinese =
      explain(folder.write("c1", "图书馆早上很早就开门了。天黑以前他们都回家了。\n"),
              folder.write("c2", "图书馆清晨很早就开门了。天黑以前他们都回家了。\n"));
  EXPECT_EQ(chinese.status, 0) << chinese.err;
  EXPECT_TRUE(has(chinese.out, "\n   1  图书馆清晨很早就开门了。\n            ****\n"))
      << chinese.out;
  EXPECT_TRUE(has(chinese.out, "\n   2= 天黑以前他们都回家了。\n")) << chinese.out;
}

TEST(CommandExplain, WritesJsonThatAddsUp) {
  const Outcome outcome = explain(bees, spun_bees, {"--format", "json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  simdjson::dom::parser parser;
  const element root = parser.parse(outcome.out);
  const element verdict = root["verdict"];
  EXPECT_EQ(std::string_view(verdict["label"]), "spun");
  EXPECT_EQ(std::string_view(verdict["against"]), "paraphrase");
  double log_odds = verdict["head_start"];
  for (const element factor : verdict["factors"].get_array()) {
    log_odds += double(factor["pull"]);
  }
  EXPECT_NEAR(log_odds,
              std::log(double(verdict["probabilities"]["spun"]) /
                       double(verdict["probabilities"]["paraphrase"])),
              1e-9);
  const element first = verdict["factors"].at(0);
  EXPECT_GT(double(first["value"]), double(first["honest"]["high"]));
  EXPECT_LT(double(first["honest"]["low"]), double(first["honest"]["middle"]));
  EXPECT_FALSE(std::string_view(first["name"]).empty());
  EXPECT_FALSE(std::string_view(first["meaning"]).empty());
  EXPECT_GT(root["spans"].get_array().size(), 100u);
}

TEST(CommandExplain, SaysNoMoreThanScoreInScoresOwnJson) {
  const Outcome scored = run_unspin({"score", bees, spun_bees, "--format", "json"});
  EXPECT_FALSE(has(scored.out, "\"factors\""));
  EXPECT_FALSE(has(scored.out, "\"against\""));
}

TEST(CommandExplain, ExitsAsScoreDoes) {
  EXPECT_EQ(explain(bees, spun_bees, {"--fail-on", "spun"}).status, 1);
  EXPECT_EQ(explain(bees, spun_bees, {"--fail-on", "verbatim"}).status, 0);
  EXPECT_EQ(explain(bees, bees_folder + "missing.txt").status, 3);
  const Outcome alone = run_unspin({"explain", bees});
  EXPECT_EQ(alone.status, 2);
  EXPECT_TRUE(has(alone.err, "explain needs an original and a rewrite")) << alone.err;
  EXPECT_TRUE(has(alone.err, "unspin explain --help")) << alone.err;
  EXPECT_EQ(run_unspin({"explain", "-", "-"}, "text").status, 2);
}

TEST(CommandExplain, ObeysTheJudgesOptions) {
  const Outcome strict = explain(bees, spun_bees, {"--max-false-flags", "0"});
  EXPECT_TRUE(strict.out.starts_with("PARAPHRASE ")) << strict.out;
  EXPECT_TRUE(has(strict.out, "makes spun more than 1000 times as probable as paraphrase"));
  EXPECT_TRUE(has(strict.out, "not sure enough")) << strict.out;
}

TEST(CommandExplain, WritesToAFileWithoutColours) {
  const TempFolder folder;
  const std::string file = folder.path("why.txt");
  const Outcome outcome =
      explain(bees, spun_bees, {"-o", file}, {.environment = {}, .on_terminal = true});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(read_file(file), explain(bees, spun_bees).out);
}

TEST(CommandExplain, HasColoursOnATerminalOrWhenAsked) {
  const auto is_coloured = [](const std::vector<std::string>& more, bool on_terminal,
                              const std::string& no_color) {
    const Outcome outcome =
        explain(bees, spun_bees, more,
                {.environment = {{"NO_COLOR", no_color}}, .on_terminal = on_terminal});
    EXPECT_EQ(outcome.status, 0);
    return has(outcome.out, "\x1b[");
  };
  EXPECT_TRUE(is_coloured({}, true, ""));
  EXPECT_FALSE(is_coloured({}, true, "1"));
  EXPECT_FALSE(is_coloured({}, false, ""));
  EXPECT_TRUE(is_coloured({"--color", "always"}, false, "1")) << "for less -R";
  EXPECT_FALSE(is_coloured({"--color", "never"}, true, ""));
}

TEST(CommandExplain, PrintsLongTextsToTheirEnd) {
  const TempFolder folder;
  std::string source;
  std::string rewrite;
  for (int i = 0; i < 25; ++i) {  // some 20,000 words
    source += read_file(bees);
    rewrite += read_file(spun_bees);
  }
  const Outcome outcome = explain(folder.write("a", source), folder.write("b", rewrite));
  EXPECT_EQ(outcome.status, 0);
  EXPECT_GT(lines_of(outcome.out).size(), 5000u);
  EXPECT_TRUE(has(outcome.out, "\n1300  It is much")) << "the last sentence";
}

}  // namespace
}  // namespace unspin::cli
