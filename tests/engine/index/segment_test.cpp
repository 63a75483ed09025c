// A segment holds what was written, byte for byte the same however it was made, and tells damage.
#include "engine/index/segment.hpp"

#include <algorithm>
#include <cstring>
#include <gtest/gtest.h>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/index/segment_writer.hpp"
#include "tests/engine/index/small_library.hpp"

namespace unspin {
namespace {

using testing::complaint_of;
using testing::cramped;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

class SegmentTest : public ::testing::Test {
 protected:
  /// Writes the segment of these originals and returns its path.
  std::string write(const std::vector<Original>& originals, const KeyOptions& keys = {},
                    const SegmentWriteOptions& options = cramped()) const {
    OriginalSpool spool(folder.path(""));
    testing::pack(originals, spool);
    return folder.path(
        segment_name(write_segment(folder.path(""), spool.originals(), keys, options)));
  }

  /// The versions of the articles of corpora/, some of them twice under other names.
  static std::vector<Original> articles() {
    std::vector<Original> all;
    for (const char* copy : {"", "-again"}) {
      for (const std::string subject : testing::corpus_subjects) {
        for (const char* version : {"/original", "/spun", "/same_topic"}) {
          all.push_back(
              testing::original(subject + version + copy, testing::corpus_text(subject + version)));
        }
      }
    }
    return all;
  }

  testing::ScratchFolder folder;
};

TEST_F(SegmentTest, GivesBackWhatWasWritten) {
  Original bridge = testing::small_library().front();
  bridge.address = "https://example.org/bridge";
  bridge.title = "The bridge";
  bridge.date = "2024-05-31";
  const Segment segment(write({bridge, testing::original("", "one two three")}));
  ASSERT_EQ(segment.size(), 2u);
  EXPECT_EQ(segment.label(0).id, bridge.id);
  EXPECT_EQ(segment.label(0).address, bridge.address);
  EXPECT_EQ(segment.label(0).title, bridge.title);
  EXPECT_EQ(segment.label(0).date, bridge.date);
  EXPECT_EQ(segment.words(0), 18u);
  EXPECT_EQ(segment.label(1).id, "");
  EXPECT_EQ(segment.words(1), 3u);
  EXPECT_EQ(segment.foot().words, 21u);
  TextUnpacker unpacker;
  std::string text;
  segment.unpack_text(0, unpacker, text);
  EXPECT_EQ(text, bridge.text);
  segment.unpack_text(1, unpacker, text);
  EXPECT_EQ(text, "one two three");
}

/// Where each key stands, found in the slow and obvious way.
using Places = std::map<std::uint64_t, std::vector<Posting>>;

Places places_in(const std::vector<Original>& originals, const KeyOptions& options) {
  Places places;
  KeyFinder finder(options);
  std::vector<Key> keys;
  for (std::uint32_t i = 0; i < originals.size(); ++i) {
    finder.find(originals[i].text, keys);
    for (const Key& key : keys) {
      places[key.hash].push_back({i, key.position});
    }
  }
  for (auto& [hash, postings] : places) {
    std::ranges::sort(postings);
    const auto repeated = std::ranges::unique(postings);
    postings.erase(repeated.begin(), repeated.end());
  }
  return places;
}

TEST_F(SegmentTest, KnowsEachKeysPlacesAndNoOthers) {
  const std::vector<Original> originals = articles();
  for (const std::uint32_t sampling : {1u, 4u}) {
    const KeyOptions options = {.language = "en", .sampling = sampling};
    const Segment segment(write(originals, options));
    EXPECT_EQ(segment.options(), options);
    const Places places = places_in(originals, options);
    EXPECT_EQ(segment.foot().keys, places.size());

    std::vector<Key> keys;  // each that is there, and one beside it that is not
    std::uint64_t postings_in_all = 0;
    for (const auto& [hash, postings] : places) {
      keys.push_back({hash, 0});
      keys.push_back({hash ^ 0x5555'0000'0000'0000, 0});
      postings_in_all += postings.size();
    }
    EXPECT_EQ(segment.foot().postings, postings_in_all);
    std::size_t next = 0;
    segment.look_up(keys, [&](std::uint32_t key, const PostingList& list) {
      EXPECT_GE(key, next);
      next = key + 1;
      ASSERT_EQ(key % 2, 0u) << "found what is not there";
      const std::vector<Posting>& expected = places.at(keys[key].hash);
      std::vector<Posting> read;
      EXPECT_TRUE(list.for_each([&](Posting posting) { read.push_back(posting); }));
      ASSERT_EQ(read, expected);
      std::size_t documents = 0;
      for (std::size_t i = 0; i < read.size(); ++i) {
        documents += i == 0 || read[i].document != read[i - 1].document ? 1u : 0u;
      }
      ASSERT_EQ(list.documents(), documents);
    });
    EXPECT_EQ(next, keys.size() - 1) << "all were found";
  }
}

TEST_F(SegmentTest, IsTheSameForAnyNumberOfThreadsAndAnyMemory) {
  const std::vector<Original> originals = articles();
  const std::string bytes =
      testing::read_file(write(originals, {}, {.threads = 1, .memory_bytes = 1u << 28}));
  for (const int threads : {1, 2, 8}) {
    for (const std::size_t memory : {std::size_t{1}, std::size_t{3'000'000}}) {
      EXPECT_TRUE(testing::read_file(
                      write(originals, {}, {.threads = threads, .memory_bytes = memory})) == bytes)
          << threads << " threads, " << memory << " bytes";
    }
  }
}

TEST_F(SegmentTest, HasAnotherNameIfItHasOtherBytes) {
  std::vector<Original> originals = testing::small_library();
  const std::string name = write(originals);
  EXPECT_EQ(write(originals), name);
  EXPECT_NE(write(originals, {.language = "de", .sampling = 1}), name);
  EXPECT_NE(write(originals, {.language = "en", .sampling = 2}), name);
  std::swap(originals[0], originals[1]);
  EXPECT_NE(write(originals), name);
  std::swap(originals[0], originals[1]);
  originals[2].title = "Bees";
  EXPECT_NE(write(originals), name);
}

/// The bytes of a small segment, and what is said of them when they are changed.
class SegmentDamage : public SegmentTest {
 protected:
  std::string told(std::string_view bytes) const {
    const std::string damaged = folder.put("damaged", bytes);
    const std::string text = complaint_of([&] { Segment(damaged).verify(); });
    EXPECT_TRUE(text == "done" || has(text, damaged)) << text;
    return text;
  }
  const std::vector<Original> originals = {testing::original("a", "The keeper of the old bridge."),
                                           testing::original("b", "Of the old bridge, twice.")};
  const std::string path = write(originals);
  const std::string good = testing::read_file(path);
};

TEST_F(SegmentDamage, OfAnyBitIsFound) {
  testing::with_each_bit_flipped(path, [&](std::size_t bit) {
    const std::string said = complaint_of([&] { Segment(path).verify(); });
    EXPECT_TRUE(has(said, "Build the index anew: unspin index build")) << bit << " " << said;
  });
  EXPECT_EQ(told(good), "done");
}

TEST_F(SegmentDamage, IsFoundInACutOrLongerFileWhenItIsOpened) {
  for (std::size_t size = 0; size < good.size(); size += size < 100 ? 1 : 7) {
    const std::string cut = folder.put("cut", std::string_view(good).substr(0, size));
    ASSERT_TRUE(has(complaint_of([&] { Segment segment(cut); }), "unspin index build")) << size;
  }
  EXPECT_TRUE(has(told(good + '\0'), "the segment is damaged or cut short"));
}

TEST_F(SegmentDamage, NamesWhatItIs) {
  EXPECT_TRUE(has(told(""), "the file is empty"));
  EXPECT_TRUE(has(told(std::string(10'000, 'x')), "this is not a segment of an index"));
  std::string newer = good;
  newer[offsetof(SegmentHead, version)] = segment_version + 1;
  EXPECT_TRUE(has(told(newer), "the segment is of version 3, this program reads version 2"));
  std::string bad_text = good;
  SegmentFoot foot;
  std::memcpy(&foot, good.data() + good.size() - sizeof(foot), sizeof(foot));
  bad_text[foot.places[1].begin] = 'x';
  EXPECT_TRUE(has(told(bad_text), "the checksum of its texts is wrong"));
  const std::string nowhere = complaint_of([&] { Segment(folder.path("nowhere")); });
  EXPECT_TRUE(has(nowhere, "No such file") && has(nowhere, "unspin index build")) << nowhere;
}

/// Everything that can be asked, so that a sanitizer sees each byte that is read.
std::size_t ask_everything(const Segment& segment, std::span<const Key> keys) {
  std::size_t read = 0;
  TextUnpacker unpacker;
  std::string text;
  for (std::uint32_t i = 0; i < segment.size(); ++i) {
    complaint_of([&] { read += segment.label(i).id.size(); });
    complaint_of([&] { segment.unpack_text(i, unpacker, text); });
  }
  segment.look_up(keys, [&](std::uint32_t, const PostingList& list) {
    list.for_each([&](Posting posting) { read += posting.position; });
  });
  return read;
}

// Opening reads no section, so what stands in them must do no harm.
TEST_F(SegmentDamage, ThatNobodyLookedForDoesNoHarm) {
  std::vector<Key> keys, all;
  KeyFinder finder;
  for (const Original& original : originals) {
    finder.find(original.text, keys);
    all.insert(all.end(), keys.begin(), keys.end());
  }
  std::size_t read = 0, opened = 0;
  testing::with_each_bit_flipped(path, [&](std::size_t) {
    complaint_of([&] {
      const Segment segment(path);
      ++opened;
      read += ask_everything(segment, all);
    });
  });
  EXPECT_EQ(opened, 8 * (good.size() - sizeof(SegmentHead) - sizeof(SegmentFoot)));
  EXPECT_GT(read, 0u);
}

}  // namespace
}  // namespace unspin
