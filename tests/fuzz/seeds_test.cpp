// Every seed once through the check that it is a seed of: what a fuzzer found once stays a test.
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "tests/files.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/places.hpp"

namespace unspin::fuzz {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

fs::path seeds_folder() { return fs::path(places::source_folder) / "tests/fuzz/seeds"; }

class FuzzSeeds : public ::testing::TestWithParam<Target> {};

TEST_P(FuzzSeeds, KeepThePromisesOfTheirTarget) {
  const auto seeds = sorted_entries(seeds_folder() / GetParam().name);
  EXPECT_GE(seeds.size(), 3u) << "a search needs something to begin with";
  for (const fs::path& seed : seeds) {
    EXPECT_NO_THROW(GetParam().check(testing::read_file(seed.string()))) << seed.filename();
  }
}

INSTANTIATE_TEST_SUITE_P(Of, FuzzSeeds, ::testing::ValuesIn(targets),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(FuzzSeedsFolder, HoldsWhatTheTargetsNeedAndNothingElse) {
  std::vector<fs::path> folders;
  for (const Target& target : targets) {
    folders.push_back(seeds_folder() / target.name);
  }
  EXPECT_EQ(sorted_entries(seeds_folder()), folders);
}

TEST(FuzzPromise, IsAFailureWhenBroken) {
  EXPECT_NO_THROW(promise(true, "kept"));
  EXPECT_THROW(promise(false, "broken"), BrokenPromise);
}

}  // namespace
}  // namespace unspin::fuzz
