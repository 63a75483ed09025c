// Arrows go one way: engine ← scorers ← cli, and inside engine/ a folder includes only itself and
// those listed before it.
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <regex>
#include <string>
#include <vector>

#include "tests/files.hpp"
#include "tests/places.hpp"

namespace unspin {
namespace {

const std::vector<std::string> layers = {
    "engine/text",     "engine/io",    "engine/lexicon", "engine/extract",
    "engine/kernel",   "engine/align", "engine/score",   "engine/run",
    "engine/evaluate", "engine/index", "engine/audit",   "engine/report",
    "scorers",         "cli"};

/// The place of a file's layer; layers.size() if it belongs to none.
std::size_t layer_of(const std::string& path) {
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (path.starts_with(layers[i] + "/")) {
      return i;
    }
  }
  return layers.size();
}

/// The project's headers that a source includes.
std::vector<std::string> includes(const std::string& source) {
  static const std::regex directive(R"re(^[ \t]*#[ \t]*include[ \t]*"([^"]+)")re",
                                    std::regex::multiline);
  std::vector<std::string> found;
  for (std::sregex_iterator at(source.begin(), source.end(), directive), end; at != end; ++at) {
    found.push_back((*at)[1]);
  }
  return found;
}

bool runs_backwards(const std::string& file, const std::string& header) {
  return layer_of(header) > layer_of(file);
}

TEST(IncludeDirection, KnowsAWrongArrowWhenItSeesOne) {
  EXPECT_TRUE(runs_backwards("engine/text/utf8.cpp", "engine/io/sink.hpp"));
  EXPECT_TRUE(runs_backwards("engine/report/x.cpp", "scorers/catalogue.hpp"));
  EXPECT_TRUE(runs_backwards("scorers/x.cpp", "cli/commands.hpp"));
  EXPECT_TRUE(runs_backwards("cli/x.cpp", "tests/files.hpp"));
  EXPECT_FALSE(runs_backwards("scorers/x.cpp", "engine/text/utf8.hpp"));
  EXPECT_EQ(includes("#include <map>\n  # include \"a/b.hpp\"\n// #include \"c.hpp\"\n"),
            std::vector<std::string>{"a/b.hpp"});
}

TEST(IncludeDirection, IsKeptByEveryFile) {
  const std::filesystem::path root = places::source_folder;
  std::size_t checked = 0;
  for (const char* top : {"engine", "scorers", "cli"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") {
        continue;
      }
      const std::string file = std::filesystem::relative(entry.path(), root).string();
      ASSERT_LT(layer_of(file), layers.size())
          << file << " is in a folder that the design does not know";
      for (const std::string& header : includes(testing::read_file(entry.path().string()))) {
        EXPECT_TRUE(std::filesystem::exists(root / header))
            << file << " includes \"" << header << "\", which is not written from the root";
        EXPECT_FALSE(runs_backwards(file, header)) << file << " includes " << header;
        ++checked;
      }
    }
  }
  EXPECT_GT(checked, 100u);
}

}  // namespace
}  // namespace unspin
