// `unspin lexicon`.
#include <gtest/gtest.h>
#include <simdjson.h>
#include <string>
#include <unistd.h>

#include "tests/cli/run_command.hpp"

namespace unspin::cli {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

class CommandLexicon : public ::testing::Test {
 protected:
  TempFolder folder;
  const std::string mythes =
      folder.write("th_small.dat", "UTF-8\nbrand|1\n(noun)|make|kind (generic term)\n");
  const std::string moby = folder.write("words.txt", "brand,make,stigma\n");
  const std::string vectors = folder.write("glove.txt", "brand 1 0\nmake 0 1\n");
  const std::string lexicon = folder.path("small.lexicon");

  Outcome build(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"lexicon", "build", "--mythes", mythes, "-o", lexicon};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_unspin(arguments);
  }
};

TEST_F(CommandLexicon, BuildsAndTellsWhatIsIn) {
  const Outcome built = build({"--moby", moby, "--vectors", vectors});
  EXPECT_EQ(built.status, 0) << built.err;
  EXPECT_EQ(built.out + built.err, "");
  const Outcome told = run_unspin({"lexicon", "info", lexicon});
  EXPECT_EQ(told.status, 0) << told.err;
  for (const auto part :
       {"language   en\n", "mythes     2 relations (th_small.dat)\n",
        "moby       1 relations (words.txt)\n", "vectors    2 vectors of 2 numbers (glove.txt)\n",
        "words      4\n", "opened in"}) {
    EXPECT_TRUE(has(told.out, part)) << part << "\n" << told.out;
  }
}

TEST_F(CommandLexicon, TellsItAsJson) {
  build({"--language", "de", "--mythes", mythes});
  const Outcome told = run_unspin({"lexicon", "info", lexicon, "--format", "json"});
  EXPECT_EQ(told.status, 0) << told.err;
  simdjson::dom::parser parser;
  const simdjson::dom::element info = parser.parse(told.out);
  EXPECT_EQ(std::string_view(info["language"]), "de");
  EXPECT_EQ(std::string_view(info["hash"]).size(), 16u);
  EXPECT_EQ(std::uint64_t(info["words"]), 3u);
  EXPECT_EQ(std::uint64_t(info["vectors"]), 0u);
  EXPECT_EQ(std::uint64_t(info["bytes"]), read_file(lexicon).size());
  EXPECT_GE(double(info["open_ms"]), 0);
  ASSERT_EQ(info["sources"].get_array().size(), 2u);
  EXPECT_EQ(std::string_view(info["sources"].at(0)["resource"]), "mythes");
  EXPECT_EQ(std::uint64_t(info["sources"].at(0)["relations"]), 2u);
  EXPECT_EQ(std::uint64_t(info["sources"].at(1)["relations"]), 0u) << "nothing new";
}

TEST_F(CommandLexicon, IsTheSameBytesEachTime) {
  build();
  const std::string first = read_file(lexicon);
  build();
  EXPECT_TRUE(read_file(lexicon) == first);
}

TEST_F(CommandLexicon, TakesTheDefaultFromTheEnvironment) {
  build();
  const Outcome told =
      run_unspin({"lexicon", "info"}, {}, {.environment = {{"UNSPIN_LEXICON", lexicon}}});
  EXPECT_EQ(told.status, 0) << told.err;
  EXPECT_TRUE(has(told.out, "th_small.dat"));

  const Outcome none =
      run_unspin({"lexicon", "info"}, {}, {.environment = {{"UNSPIN_LEXICON", ""}}});
  EXPECT_EQ(none.status, 3);
  EXPECT_TRUE(has(none.err, "there is no default lexicon")) << none.err;
}

TEST_F(CommandLexicon, FindsTheDefaultBesideTheCommand) {
  build();
  const auto told = [&](const std::string& line) {
    return run_in_bash(
        "unset UNSPIN_LEXICON; cd \"$1\" && mkdir -p bin share/unspin && "
        "cp \"$0\" bin/ && " +
            line + " && bin/unspin lexicon info",
        {folder.path()});
  };
  const Outcome none = told("true");
  EXPECT_EQ(none.status, 3);
  EXPECT_TRUE(has(none.err, "there is no default lexicon")) << none.err;
  const Outcome shared = told("cp small.lexicon share/unspin/en.lexicon");
  EXPECT_EQ(shared.status, 0) << shared.err;
  EXPECT_TRUE(has(shared.out, "/share/unspin/en.lexicon")) << shared.out;
  const Outcome beside = told("cp small.lexicon bin/en.lexicon");
  EXPECT_TRUE(has(beside.out, "/bin/en.lexicon")) << beside.out << beside.err;
}

TEST_F(CommandLexicon, RefusesADamagedOne) {
  const Outcome none = run_unspin({"lexicon", "info", folder.path("none")});
  EXPECT_EQ(none.status, 3);
  build();
  std::string bytes = read_file(lexicon);
  bytes[bytes.size() / 2] ^= 1;
  const Outcome damaged = run_unspin({"lexicon", "info", folder.write("damaged", bytes)});
  EXPECT_EQ(damaged.status, 3);
  EXPECT_TRUE(has(damaged.err, "damaged: its checksum is wrong")) << damaged.err;
  EXPECT_TRUE(has(damaged.err, "Build it anew: unspin lexicon build")) << damaged.err;
  EXPECT_EQ(damaged.out, "");
}

TEST_F(CommandLexicon, RefusesWrongUsage) {
  EXPECT_EQ(run_unspin({"lexicon"}).status, 2);
  EXPECT_EQ(run_unspin({"lexicon", "build", "--mythes", mythes}).status, 2) << "no output";
  EXPECT_EQ(run_unspin({"lexicon", "build", "-o", lexicon}).status, 2) << "no resource";
  EXPECT_EQ(build({"--language", "English"}).status, 2);
  const Outcome unknown = run_unspin({"lexicon", "build", "--wordnt", "x", "-o", lexicon});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_TRUE(has(unknown.err, "--wordnet")) << unknown.err;
  EXPECT_EQ(run_unspin({"lexicon", "build", "--moby", folder.path("x"), "-o", lexicon}).status, 3);
  EXPECT_EQ(build({"-o", "/nowhere/at/all"}).status, 2) << "two outputs";
  EXPECT_EQ(run_unspin({"lexicon", "build", "--moby", moby, "-o", "/nowhere/x"}).status, 4);
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"glove.txt", "th_small.dat", "words.txt"}));
}

TEST_F(CommandLexicon, HelpsWithExamplesFirst) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"lexicon", "--help"},
                                                    {"lexicon", "build", "--help"},
                                                    {"lexicon", "info", "--help"}}) {
    const Outcome help = run_unspin(arguments);
    EXPECT_EQ(help.status, 0) << help.err;
    EXPECT_LT(help.out.find("Examples:\n  unspin lexicon"), 120u) << help.out;
    for (const std::string_view line : lines_of(help.out)) {
      EXPECT_LE(line.size(), 100u) << line;
      EXPECT_FALSE(line.ends_with(' ')) << '[' << line << ']';
    }
  }
}

}  // namespace
}  // namespace unspin::cli
