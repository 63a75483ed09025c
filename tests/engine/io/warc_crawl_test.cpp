// Whole crawls with a hundred damages: every sound document once, every damage at its place.
#include <cstdint>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <sstream>
#include <string>

#include "tests/build_kind.hpp"
#include "tests/crawl/crawl_maker.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin::testing {
namespace {

class DamagedCrawl : public ::testing::TestWithParam<Packing> {
 protected:
  static std::string made(const CrawlPlan& plan, Manifest& manifest) {
    std::ostringstream out;
    manifest = make_crawl(plan, out);
    return out.str();
  }

  ScratchFolder folder_;
};

TEST_P(DamagedCrawl, GivesEverySoundDocumentOnceAndNamesEveryDamage) {
  Manifest manifest;
  const std::string bytes =
      made({.body_bytes = 3'000'000, .damages = 100, .packing = GetParam()}, manifest);
  ASSERT_EQ(manifest.damages.size(), 100u);
  const CrawlCheck check = check_crawl(folder_.put("crawl", bytes), manifest);
  EXPECT_EQ(check.documents, manifest.sound.size());
  EXPECT_TRUE(check.ok()) << check.first_fault;
}

TEST_P(DamagedCrawl, CutAnywhereLosesNothingBeforeTheCut) {
  Manifest manifest;
  const std::string bytes =
      made({.body_bytes = 300'000, .damages = 20, .packing = GetParam()}, manifest);
  std::mt19937_64 random(5);
  for (int i = 0; i < (is_sanitized ? 20 : 200); ++i) {
    const std::uint64_t size = random() % bytes.size();
    const CrawlCheck check =
        check_crawl(folder_.put("crawl", bytes.substr(0, size)), manifest, size);
    const bool has_members_of_its_own =
        GetParam() == Packing::plain || GetParam() == Packing::gzip || GetParam() == Packing::zstd;
    // Where records share members, offsets do not say what is whole; but nothing comes that is
    // wrong.
    EXPECT_TRUE(has_members_of_its_own ? check.ok() : check.invented + check.repeated == 0)
        << "cut at " << size << ": " << check.first_fault;
  }
}

INSTANTIATE_TEST_SUITE_P(Packed, DamagedCrawl, ::testing::ValuesIn(packings),
                         [](const auto& each) { return name_of(each.param); });

TEST(CrawlManifest, ReadsBackAsItWasWritten) {
  std::ostringstream crawl;
  const Manifest manifest = make_crawl({.body_bytes = 100'000, .damages = 5}, crawl);
  std::stringstream text;
  write_manifest(manifest, text);
  const Manifest again = read_manifest(text);
  ASSERT_EQ(again.sound.size(), manifest.sound.size());
  EXPECT_EQ(again.sound.back().id, manifest.sound.back().id);
  EXPECT_EQ(again.sound.back().hash, manifest.sound.back().hash);
  ASSERT_EQ(again.damages.size(), 5u);
  EXPECT_EQ(again.damages[1].kind, manifest.damages[1].kind);
}

}  // namespace
}  // namespace unspin::testing
