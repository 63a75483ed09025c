#include "engine/evaluate/segments.hpp"

#include <gtest/gtest.h>

#include "engine/io/error.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin {
namespace {

using Lines = std::vector<std::string>;

TEST(Segments, AreLinesWithoutWhiteSpaceAtTheirEnd) {
  EXPECT_EQ(segments_of("f", "one \r\n two\n\nfour\n").lines, (Lines{"one", " two", "", "four"}));
  EXPECT_EQ(segments_of("f", "one\ntwo").lines, (Lines{"one", "two"}));
  EXPECT_EQ(segments_of("f", "").lines, Lines{});
  EXPECT_EQ(segments_of("f", "\n").lines, Lines{""});
}

TEST(Segments, EndAtLineFeedsOnly) {
  EXPECT_EQ(segments_of("f",
                        "a\rb\xe2\x80\xa8"
                        "c\n")
                .lines,
            Lines{"a\rb\xe2\x80\xa8"
                  "c"});
}

TEST(Segments, AreRepaired) {
  const SegmentFile file = segments_of("f", "ok\n\xff\xff\nb\xff\n");
  EXPECT_EQ(file.repaired_lines, 2u);
  EXPECT_EQ(file.lines[2], "b\xef\xbf\xbd");
}

TEST(Segments, AreReadFromFiles) {
  const testing::ScratchFolder folder;
  const std::string path = folder.put("a.txt", "one\ntwo\n");
  const SegmentFile file = read_segments(path);
  EXPECT_EQ(file.name, path);
  EXPECT_EQ(file.lines, (Lines{"one", "two"}));
  EXPECT_THROW(read_segments(folder.path("none")), Error);
}

TEST(Segments, AreColumns) {
  const std::vector<SegmentFile> columns = columns_of("f", "a\tb\tc\n\td\te\nf\t\n", 2);
  ASSERT_EQ(columns.size(), 2u);
  EXPECT_EQ(columns[0].lines, (Lines{"a", "", "f"}));
  EXPECT_EQ(columns[1].lines, (Lines{"b\tc", "d\te", ""}));
}

TEST(Segments, NeedEveryColumn) {
  try {
    columns_of("f", "a\tb\nc\n", 0);
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "f, line 2: 1 columns instead of 2");
  }
}

TEST(Segments, BelongTogetherLineByLine) {
  const SegmentFile two = segments_of("two", "a\nb\n");
  const SegmentFile three = segments_of("three", "a\nb\nc\n");
  expect_equal_lengths({.systems = {two}, .references = {two, two}});
  try {
    expect_equal_lengths({.systems = {two, three}, .references = {two}});
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "three has 3 lines, two has 2");
  }
  EXPECT_THROW(expect_equal_lengths({.systems = {two}, .references = {two}, .source = three}),
               Error);
  const SegmentFile empty = segments_of("empty", "");
  EXPECT_THROW(expect_equal_lengths({.systems = {empty}, .references = {empty}}), Error);
}

}  // namespace
}  // namespace unspin
