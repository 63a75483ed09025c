// A file of pairs, read into memory.
#include "engine/io/pair_rows.hpp"

#include <gtest/gtest.h>
#include <limits>

#include "engine/io/byte_source.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin {
namespace {

constexpr std::uint64_t no_limit = std::numeric_limits<std::uint64_t>::max();

TEST(PairRows, AreTheGoodOnes) {
  const testing::ScratchFolder folder;
  const std::string path = folder.put("pairs.jsonl",
                                      "{\"id\": \"a\", \"source\": \"one\", \"rewrite\": \"two\"}\n"
                                      "broken\n"
                                      "{\"source\": \"three\", \"rewrite\": \"four\", "
                                      "\"references\": [\"five\"], \"more\": 6}\n");
  std::vector<std::uint64_t> broken_lines;
  const PairRows rows = read_pair_rows(
      path, no_limit, [&](const RowIssue& issue) { broken_lines.push_back(issue.line); });
  ASSERT_EQ(rows.pairs.size(), 2u);
  EXPECT_EQ(rows.pairs[0].source, "one");
  EXPECT_EQ(rows.pairs[0].rewrite, "two");
  EXPECT_TRUE(rows.pairs[0].references.empty());
  EXPECT_EQ(rows.pairs[1].references, std::vector<std::string>{"five"});
  EXPECT_TRUE(rows.pairs[1].extra.empty());
  EXPECT_EQ(broken_lines, std::vector<std::uint64_t>{2});
  EXPECT_EQ(rows.broken, 1u);
  EXPECT_TRUE(rows.is_whole);
}

TEST(PairRows, EndWhereThereAreEnough) {
  const testing::ScratchFolder folder;
  const std::string path = folder.put("pairs.tsv", "source\trewrite\na\tb\nc\td\ne\tf\n");
  const auto no_issue = [](const RowIssue& issue) { ADD_FAILURE() << issue.message; };
  const PairRows some = read_pair_rows(path, 4, no_issue);
  EXPECT_EQ(some.pairs.size(), 2u);
  EXPECT_FALSE(some.is_whole);
  const PairRows all = read_pair_rows(path, 9, no_issue);
  EXPECT_EQ(all.pairs.size(), 3u);
  EXPECT_TRUE(all.is_whole) << "the limit is where the file ends";
}

TEST(PairRows, StopWhenAsked) {
  const testing::ScratchFolder folder;
  const std::string path = folder.put("pairs.tsv", "source\trewrite\na\tb\n");
  const std::atomic<bool> stop = true;
  EXPECT_THROW(read_pair_rows(
                   path, no_limit, [](const RowIssue&) {}, &stop),
               Interrupted);
}

}  // namespace
}  // namespace unspin
