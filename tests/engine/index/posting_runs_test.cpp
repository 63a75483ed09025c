// Sorting more than fits: runs in, everything out in order.
#include "engine/index/posting_runs.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <thread>
#include <vector>

#include "tests/engine/io/scratch_folder.hpp"

namespace unspin {
namespace {

using Records = std::vector<PostingRecord>;

Records some(unsigned seed, std::size_t count) {
  std::mt19937_64 random(seed);
  Records records;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t hash = random() % 4 == 0 ? random() % 5 : random();
    records.push_back(
        {hash,
         {static_cast<std::uint32_t>(random() % 9), static_cast<std::uint32_t>(random() % 100)}});
  }
  return records;
}

Records merged(PostingRuns& runs) {
  Records all;
  runs.merge([&](const PostingRecord& record) { all.push_back(record); });
  return all;
}

TEST(PostingRuns, AreMergedInOrder) {
  testing::ScratchFolder folder;
  PostingRuns runs(folder.path(""));
  Records expected;
  for (unsigned run = 0; run < 11; ++run) {
    Records records = some(run, run == 3 ? 0 : run * 1000);
    expected.insert(expected.end(), records.begin(), records.end());
    runs.add(records);
    EXPECT_TRUE(records.empty());
  }
  EXPECT_EQ(runs.size(), expected.size());
  std::ranges::sort(expected);
  EXPECT_TRUE(merged(runs) == expected);
  EXPECT_EQ(folder.entries(), 0u) << "nobody sees the temporary file";
}

TEST(PostingRuns, MayBeNone) {
  testing::ScratchFolder folder;
  PostingRuns runs(folder.path(""));
  EXPECT_TRUE(merged(runs).empty());
}

TEST(PostingRuns, AreTheSameFromAnyNumberOfThreads) {
  testing::ScratchFolder folder;
  PostingRuns runs(folder.path(""));
  Records expected;
  std::vector<std::thread> threads;
  for (unsigned run = 0; run < 8; ++run) {
    Records records = some(run, 5000);
    expected.insert(expected.end(), records.begin(), records.end());
    threads.emplace_back([&runs, records]() mutable { runs.add(records); });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  std::ranges::sort(expected);
  EXPECT_TRUE(merged(runs) == expected);
}

}  // namespace
}  // namespace unspin
