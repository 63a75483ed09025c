// The manifest as text, and that nothing else is taken for one.
#include "engine/index/manifest.hpp"

#include <gtest/gtest.h>
#include <string>

#include "tests/engine/index/small_library.hpp"

namespace unspin {
namespace {

using testing::complaint_of;

const Manifest some = {.keys = {.language = "en", .sampling = 4},
                       .segments = {{0x8f0c2a66d1e5b374, 1200, {17, 803}}, {0x1f, 3, {}}}};

class ManifestTest : public ::testing::Test {
 protected:
  std::string told(std::string_view bytes) const {
    folder.put("manifest", bytes);
    return complaint_of([&] { read_manifest(folder.path("")); });
  }
  testing::ScratchFolder folder;
};

TEST_F(ManifestTest, IsReadAsItWasWritten) {
  write_manifest(folder.path(""), some);
  EXPECT_EQ(read_manifest(folder.path("")), some);
  const std::string text = testing::read_file(folder.path("manifest"));
  EXPECT_TRUE(
      text.starts_with("unspin index 1\nlanguage en\nsampling 4\n"
                       "segment 8f0c2a66d1e5b374 originals 1200 removed 17 803\n"
                       "segment 000000000000001f originals 3\nchecksum "))
      << text;
  write_manifest(folder.path(""), {});
  EXPECT_EQ(read_manifest(folder.path("")), Manifest{});
}

TEST_F(ManifestTest, IsRefusedWithAnyBitFlipped) {
  write_manifest(folder.path(""), some);
  testing::with_each_bit_flipped(folder.path("manifest"), [&](std::size_t bit) {
    const std::string said = complaint_of([&] { read_manifest(folder.path("")); });
    EXPECT_NE(said.find("Build the index anew: unspin index build"), std::string::npos) << bit;
  });
  EXPECT_EQ(read_manifest(folder.path("")), some);
}

TEST_F(ManifestTest, IsRefusedCutShortOrLonger) {
  const std::string good = manifest_text(some);
  for (std::size_t size = 0; size < good.size(); ++size) {
    ASSERT_NE(told(good.substr(0, size)).find("unspin index build"), std::string::npos) << size;
  }
  EXPECT_NE(told(good + "\n").find("the manifest is damaged"), std::string::npos);
}

TEST_F(ManifestTest, IsRefusedIfItMakesNoSense) {
  const auto refused = [&](const Manifest& manifest) {
    return told(manifest_text(manifest)).find("the manifest is damaged") != std::string::npos;
  };
  EXPECT_TRUE(refused({.keys = {.language = "en", .sampling = 3}, .segments = {}}));
  EXPECT_TRUE(refused({.keys = {}, .segments = {{1, 3, {3}}}}));
  EXPECT_TRUE(refused({.keys = {}, .segments = {{1, 3, {2, 1}}}}));
  EXPECT_TRUE(refused({.keys = {}, .segments = {{1, 3, {1, 1}}}}));
  EXPECT_TRUE(refused({.keys = {}, .segments = {{1, 4'000'000'000, {}}, {2, 4'000'000'000, {}}}}));
}

TEST_F(ManifestTest, SaysWhatItIsInstead) {
  EXPECT_NE(told("").find("the file is empty"), std::string::npos);
  EXPECT_NE(told("some text").find("this is not the manifest of an index"), std::string::npos);
  EXPECT_NE(told("unspin index 2\nwhatever\n")
                .find("the index is of version 2, this program reads version 1"),
            std::string::npos);
  const std::string nowhere = complaint_of([&] { read_manifest(folder.path("nowhere")); });
  EXPECT_NE(nowhere.find("Name the folder of an index"), std::string::npos) << nowhere;
}

}  // namespace
}  // namespace unspin
