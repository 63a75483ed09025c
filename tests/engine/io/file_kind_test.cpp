#include "engine/io/file_kind.hpp"

#include <gtest/gtest.h>

#include "tests/engine/io/scratch_folder.hpp"

namespace unspin {
namespace {

TEST(FileKind, IsInTheNameUnderTheCompression) {
  EXPECT_EQ(kind_of_name("CC-MAIN-1.warc.gz"), FileKind::warc);
  EXPECT_EQ(kind_of_name("a.WET.zst"), FileKind::warc);
  EXPECT_EQ(kind_of_name("rows.jsonl"), FileKind::rows);
  EXPECT_EQ(kind_of_name("Page.HTM"), FileKind::html);
  EXPECT_EQ(kind_of_name("README.md"), FileKind::markdown);
  EXPECT_EQ(kind_of_name("notes.txt.gz"), FileKind::text);
  EXPECT_EQ(kind_of_name("picture.jpg"), std::nullopt);
  EXPECT_EQ(kind_of_name("html"), std::nullopt);
}

TEST(FileKind, IsInTheFirstBytes) {
  EXPECT_EQ(kind_of_content("WARC/1.0\r\n"), FileKind::warc);
  EXPECT_EQ(kind_of_content("\xEF\xBB\xBF\n <!DOCTYPE HTML>"), FileKind::html);
  EXPECT_EQ(kind_of_content("<html lang=en>"), FileKind::html);
  EXPECT_EQ(kind_of_content("<?xml version=\"1.0\"?>\n<html xmlns"), FileKind::html);
  EXPECT_EQ(kind_of_content("<?xml version=\"1.0\"?><rss>"), std::nullopt);
  EXPECT_EQ(kind_of_content("{\"text\": \"a\"}"), FileKind::rows);
  EXPECT_EQ(kind_of_content("Dear reader,"), std::nullopt);
  EXPECT_EQ(kind_of_content(""), std::nullopt);
}

TEST(FileKind, LooksIntoPackedFiles) {
  const testing::ScratchFolder folder;
  const std::string path = folder.path("x");
  ASSERT_EQ(std::system(("printf 'WARC/1.0\\r\\n' | gzip -c > " + path).c_str()), 0);
  EXPECT_EQ(beginning_of(path), "WARC/1.0\r\n");
  EXPECT_EQ(beginning_of(folder.put("damaged", "\x1f\x8b\x08 no gzip")), "");
  EXPECT_EQ(beginning_of(folder.path("missing")), "");
}

}  // namespace
}  // namespace unspin
