// What a person sees: widths, colours, and texts that would like to steer the terminal.
#include <clocale>
#include <cwchar>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>

#include "tests/cli/pairs.hpp"
#include "tests/cli/run_command.hpp"
#include "tests/places.hpp"

namespace unspin::cli {
namespace {

constexpr std::size_t columns = 80;
const std::string corpora = places::corpora_folder;
const std::string bees = corpora + "/city-bees/original.txt";
const std::string spun_bees = corpora + "/city-bees/spun.txt";

/// As the C library counts them, which is not what the command uses.
class ColumnCounter {
 public:
  ColumnCounter() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {}
  ~ColumnCounter() { ::freelocale(locale_); }
  ColumnCounter(const ColumnCounter&) = delete;
  ColumnCounter& operator=(const ColumnCounter&) = delete;

  std::size_t count(std::string_view line) const {
    const locale_t before = ::uselocale(locale_);
    std::size_t width = 0;
    std::mbstate_t state = {};
    while (!line.empty()) {
      wchar_t c = 0;
      std::size_t length = std::mbrtowc(&c, line.data(), line.size(), &state);
      if (length == 0 || length > line.size()) {
        length = 1;
        state = {};
      }
      const int wide = ::wcwidth(c);
      width += wide < 0 ? 1 : static_cast<std::size_t>(wide);
      line.remove_prefix(length);
    }
    ::uselocale(before);
    return width;
  }

 private:
  locale_t locale_;
};

void expect_to_fit(const std::string& screen, const std::string& what) {
  const ColumnCounter counter;
  for (const std::string_view line : lines_of(screen)) {
    EXPECT_LE(counter.count(line), columns) << what << "\n" << line;
  }
}

std::string without_colours(std::string_view screen) {
  std::string plain;
  bool is_in_sequence = false;
  for (const char c : screen) {
    is_in_sequence = is_in_sequence || c == '\x1b';
    if (!is_in_sequence) {
      plain += c;
    }
    is_in_sequence = is_in_sequence && c != 'm';
  }
  return plain;
}

bool has_escape(std::string_view text) { return text.find('\x1b') != std::string_view::npos; }

/// Bytes that a terminal may act upon: C0 controls but line ends, delete, and C1 in UTF-8.
bool can_steer(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7f ||
        (byte == 0xc2 && next >= 0x80 && next < 0xa0)) {
      return true;
    }
  }
  return false;
}

TEST(CommandTerminal, FitsInto80Columns) {
  for (const auto subject : {"city-bees", "first-10k", "old-newspapers", "railway-station"}) {
    const std::string folder = corpora + "/" + subject + "/";
    for (const auto kind : {"original", "spun", "reworded", "shortened", "same_topic"}) {
      for (const std::vector<std::string>& more : {std::vector<std::string>{"score"},
                                                   {"score", "--all"},
                                                   {"score", "-m", "all"},
                                                   {"explain"}}) {
        std::vector<std::string> arguments = more;
        arguments.insert(arguments.begin() + 1, {folder + "original.txt", folder + kind + ".txt"});
        const Outcome outcome = run_unspin(arguments);
        EXPECT_NE(outcome.out, "");
        expect_to_fit(outcome.out, folder + kind + " " + more.back());
      }
    }
  }
}

TEST(CommandTerminal, FitsInto80ColumnsWithLongNames) {
  const TempFolder folder;
  const std::string long_name(120, 'n');
  const std::string source = folder.write(long_name + ".original", read_file(bees));
  const std::string rewrite = folder.write(long_name + ".rewrite", read_file(spun_bees));
  const Outcome outcome = run_unspin({"score", source, rewrite});
  EXPECT_NE(outcome.out, "") << outcome.err;
  expect_to_fit(outcome.out, "long names");
}

TEST(CommandTerminal, FitsInto80ColumnsWithLongWords) {
  const TempFolder folder;
  std::string source;
  std::string rewrite;
  for (int i = 0; i < 40; ++i) {
    const std::string kept = "kept" + std::to_string(i);
    source += "alpha " + kept + " " + std::string(60, 'x') + " beta gamma " + kept + " delta. ";
    rewrite += "alpha " + kept + " " + std::string(70, 'y') + " beta gamma " + kept + " delta. ";
  }
  const Outcome outcome =
      run_unspin({"score", folder.write("a", source), folder.write("b", rewrite), "--all"});
  EXPECT_NE(outcome.out, "") << outcome.err;
  expect_to_fit(outcome.out, "long words");
}

TEST(CommandTerminal, FitsInto80ColumnsWithWideCharacters) {
  const TempFolder folder;
  std::string source;
  std::string rewrite;
  for (int i = 0; i < 80; ++i) {
    source += "東京 tower 日本語 word" + std::to_string(i) + "。";
    rewrite += "東京 spire 日本語 word" + std::to_string(i) + "。";
  }
  const Outcome outcome =
      run_unspin({"score", folder.write("源.txt", source), folder.write("訳.txt", rewrite)});
  EXPECT_NE(outcome.out, "") << outcome.err;
  expect_to_fit(outcome.out, "wide characters");
}

TEST(CommandTerminal, HasNoTrailingBlanks) {
  for (const std::string command : {"score", "explain"}) {
    const Outcome outcome = run_unspin({command, bees, spun_bees});
    EXPECT_NE(outcome.out, "");
    for (const std::string_view line : lines_of(outcome.out)) {
      EXPECT_FALSE(line.ends_with(' ')) << '[' << line << ']';
    }
  }
}

/// What stands above the sentences side by side, in which colours take the place of marks.
std::string_view above_passages(std::string_view out) {
  const std::size_t end = out.find("Side by side");
  EXPECT_NE(end, std::string_view::npos) << out;
  return out.substr(0, end);
}

TEST(CommandTerminal, HasColoursOnATerminalOnly) {
  const std::vector<std::string> score = {"score", bees, spun_bees};
  const Outcome piped = run_unspin(score);
  EXPECT_FALSE(has_escape(piped.out));

  const Outcome shown = run_unspin(score, {}, {.environment = {}, .on_terminal = true});
  EXPECT_EQ(shown.status, 0);
  EXPECT_TRUE(has_escape(shown.out));
  EXPECT_EQ(above_passages(without_colours(shown.out)), above_passages(piped.out));

  const TempFolder folder;
  const std::string file = folder.path("screen.txt");
  run_unspin({"score", bees, spun_bees, "-o", file}, {}, {.environment = {}, .on_terminal = true});
  EXPECT_EQ(read_file(file), piped.out);
}

TEST(CommandTerminal, HasNoColoursWithNoColor) {
  const std::vector<std::string> score = {"score", bees, spun_bees};
  EXPECT_FALSE(has_escape(run_unspin(score, {}, {.environment = {{"NO_COLOR", "1"}}}).out));
  const Outcome shown =
      run_unspin(score, {}, {.environment = {{"NO_COLOR", "1"}}, .on_terminal = true});
  EXPECT_EQ(shown.status, 0);
  EXPECT_FALSE(has_escape(shown.out));
  // As no-color.org has it, an empty one does not count.
  EXPECT_TRUE(has_escape(
      run_unspin(score, {}, {.environment = {{"NO_COLOR", ""}}, .on_terminal = true}).out));
}

TEST(CommandTerminal, HasNoColoursInDataOnATerminal) {
  const Surroundings terminal = {.environment = {}, .on_terminal = true};
  const Outcome json = run_unspin({"score", bees, spun_bees, "--format", "json"}, {}, terminal);
  EXPECT_FALSE(has_escape(json.out));
  EXPECT_TRUE(json.out.starts_with("{")) << json.out;
  EXPECT_FALSE(has_escape(run_unspin({"metrics"}, {}, terminal).out));
}

// The sequence sets the window's title; others could do worse.
TEST(CommandTerminal, CannotBeSteeredByATextOrTheNameOfAFile) {
  const TempFolder folder;
  std::string text = read_file(bees);
  std::string spun = read_file(spun_bees);
  for (const std::string_view steering : {"\x1b]0;x\x07",
                                          "\xc2\x9b"
                                          "31m",
                                          "\r\b\x7f\x0c"}) {
    for (std::size_t at = 0; (at = spun.find("monarch", at)) != std::string::npos;) {
      spun.insert(at += 3, steering);
    }
    for (std::size_t at = 0; (at = text.find("brood box", at)) != std::string::npos;) {
      text.insert(at += 5, steering);
    }
  }
  const std::string name =
      "t\x1b]0;x\x07\xc2\x9b"
      "31m.txt";
  const std::string source = folder.write(name, text);
  const std::string rewrite = folder.write("rewrite" + name, spun);
  for (const auto& arguments : {std::vector<std::string>{"score", source, rewrite, "--all"},
                                {"explain", source, rewrite}}) {
    const Outcome screen = run_unspin(arguments);
    EXPECT_EQ(screen.status, 0) << screen.err;
    EXPECT_FALSE(can_steer(screen.out)) << testing::PrintToString(screen.out);
    EXPECT_NE(screen.out.find("→ litter"), std::string::npos) << screen.out;
  }
  const Outcome json = run_unspin({"score", source, rewrite, "--format", "jsonl"});
  EXPECT_NE(json.out, "");
  EXPECT_FALSE(has_escape(json.out));
}

TEST(CommandTerminal, CannotBeSteeredByAMessage) {
  const TempFolder folder;
  const std::string steering = "\x1b]0;x\x07";
  const std::string rows =
      folder.write(steering + ".jsonl", "{\"id\":1,\"source\":\"" + steering +
                                            "\"}\n{\"\\u001b]0;x"
                                            "\\u0007\": \x1b, \"source\": 1, \"rewrite\":\"\"}\n");
  const std::string table = folder.write("table.csv", "id,sour" + steering + "ce,rewrite\n1,2,3\n");
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"score", folder.path(steering), bees},
           {"score", "--pairs", folder.path(steering)},
           {"score", "--pairs", rows},
           {"score", "--pairs", table},
           {"score", bees, bees, "-m", steering},
           {"score", bees, bees, "-m", "bleu:" + steering},
           {"score", bees, bees, "--fail-on", steering},
           {"score", bees, bees, "--" + steering},
           {"score", bees, bees, "--format", steering},
           {"score", bees, bees, "-o", folder.path(steering + "/missing/out")},
           {"metrics", steering}}) {
    const Outcome outcome = run_unspin(arguments);
    EXPECT_GE(outcome.status, 2);
    EXPECT_NE(outcome.err, "");
    EXPECT_FALSE(can_steer(outcome.err)) << testing::PrintToString(outcome.err);
  }
}

TEST(CommandTerminal, ShowsHowFarALongRunIsOnATerminalOnly) {
  const TempFolder folder;
  const std::string rows = folder.write("rows.jsonl", short_rows(0, 10000));
  const std::vector<std::string> score = {"score", "--pairs",         rows, "-m", "jaccard",
                                          "-o",    folder.path("out")};
  const Outcome shown = run_unspin(score, {}, {.environment = {}, .on_terminal = true});
  EXPECT_EQ(shown.status, 0);
  EXPECT_NE(shown.out.find("rows, "), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("unspin: 10000 rows"), std::string::npos) << shown.out;
  const Outcome piped = run_unspin(score);
  EXPECT_EQ(piped.out, "");
  EXPECT_EQ(piped.err, "");
}

}  // namespace
}  // namespace unspin::cli
