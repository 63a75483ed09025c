// Changing an index: whatever the way, the same originals are the same bytes; and a change is there
// completely or not at all.
#include "engine/index/index_writer.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <vector>

#include "tests/engine/index/small_library.hpp"

namespace unspin {
namespace {

using testing::add;
using testing::build;
using testing::complaint_of;
using testing::cramped;
using testing::files_of;
using testing::ids_of;
using testing::original;

using Ids = std::vector<std::string>;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

class IndexWriterTest : public ::testing::Test {
 protected:
  /// The files of an index that is built of these originals in one go.
  std::map<std::string, std::string> built(std::span<const Original> originals,
                                           const KeyOptions& keys = {}) const {
    const std::string path = scratch.path("built");
    build(path, originals, keys);
    return files_of(path);
  }

  static void compact(const std::string& folder) { IndexWriter(folder).compact(cramped()); }
  static std::vector<std::string> remove(const std::string& folder, const Ids& ids) {
    return IndexWriter(folder).remove(ids);
  }

  testing::ScratchFolder scratch;
  const std::string folder = scratch.path("index");
  const std::vector<Original> library = testing::small_library();
  const std::span<const Original> all{library};
};

TEST_F(IndexWriterTest, BuildsWhatCanBeRead) {
  build(folder, all);
  const OriginalsIndex index = OriginalsIndex::open(folder);
  EXPECT_EQ(ids_of(index), (Ids{"bridge", "ferry", "bees", "clock"}));
  EXPECT_EQ(index.size(), 4u);
  index.verify();
  EXPECT_EQ(files_of(folder).size(), 2u);
}

TEST_F(IndexWriterTest, AddsOriginalsThatAreFoundBesideTheOthers) {
  build(folder, all.first(1));
  EXPECT_EQ(add(folder, all.subspan(1, 1)), 0u);
  EXPECT_EQ(add(folder, all.subspan(2)), 0u);
  const OriginalsIndex index = OriginalsIndex::open(folder);
  EXPECT_EQ(index.segments().size(), 3u);
  EXPECT_EQ(ids_of(index), (Ids{"bridge", "ferry", "bees", "clock"}));
  TextUnpacker unpacker;
  std::string text;
  index.unpack_text(3, unpacker, text);
  EXPECT_EQ(text, library[3].text);
  EXPECT_EQ(index.words(3), 17u);

  // "the old bridge" stands in the first two, "twice a day" in the second and the last.
  std::vector<Key> keys;
  KeyFinder finder(index.options());
  finder.find("the old bridge", keys);
  std::vector<Key> day;
  finder.find("twice a day", day);
  const std::vector<Key> both = {keys.front(), day.front()};  // the trigrams
  std::vector<IndexedKey> found;
  index.look_up(both, found);
  std::vector<std::pair<std::uint32_t, Posting>> places;
  for (const IndexedKey& key : found) {
    EXPECT_EQ(key.documents, 2u) << "in all segments together";
    index.for_each_posting(key, [&](Posting posting) { places.emplace_back(key.key, posting); });
  }
  std::ranges::sort(places);
  EXPECT_EQ(places, (std::vector<std::pair<std::uint32_t, Posting>>{
                        {0, {0, 0}}, {0, {1, 13}}, {1, {1, 5}}, {1, {3, 7}}}));
}

TEST_F(IndexWriterTest, AnswersAlikeFromMemoryAndFromTheFile) {
  build(folder, all.first(2));
  add(folder, all.subspan(2));
  OriginalsIndex index = OriginalsIndex::open(folder);
  const auto answers = [&] {
    std::vector<Posting> places;
    std::vector<Key> keys;
    std::vector<IndexedKey> found;
    for (const Original& original : library) {
      KeyFinder(index.options()).find(original.text, keys);
      index.look_up(keys, found);
      for (const IndexedKey& key : found) {
        index.for_each_posting(key, [&](Posting posting) { places.push_back(posting); });
      }
    }
    return places;
  };
  const std::vector<Posting> from_file = answers();
  EXPECT_FALSE(from_file.empty());
  EXPECT_FALSE(index.keep_keys_in_memory(0)) << "too large";
  EXPECT_EQ(answers(), from_file);
  EXPECT_TRUE(index.keep_keys_in_memory(1 << 20));
  EXPECT_EQ(answers(), from_file);
}

TEST_F(IndexWriterTest, CompactsToTheBytesOfARebuild) {
  build(folder, all.first(1));
  add(folder, all.subspan(1, 2));
  add(folder, all.subspan(3));
  compact(folder);
  EXPECT_EQ(files_of(folder), built(all));
  compact(folder);
  EXPECT_EQ(files_of(folder), built(all)) << "and again";
}

TEST_F(IndexWriterTest, RemovesWithoutATraceOnceCompacted) {
  build(folder, all);
  EXPECT_EQ(remove(folder, {"bees", "nothing", "bridge", "bees"}), Ids{"nothing"});
  const OriginalsIndex index = OriginalsIndex::open(folder);
  EXPECT_EQ(ids_of(index), (Ids{"ferry", "clock"}));
  EXPECT_EQ(index.size(), 2u);
  EXPECT_EQ(index.end(), 4u);
  std::vector<Key> keys;
  KeyFinder(index.options()).find(library[0].text, keys);
  std::vector<IndexedKey> found;
  index.look_up(keys, found);
  for (const IndexedKey& key : found) {
    index.for_each_posting(key, [&](Posting posting) {
      EXPECT_FALSE(index.is_removed(posting.document)) << posting.document;
    });
  }
  EXPECT_EQ(remove(folder, {"bees"}), Ids{"bees"}) << "it is gone already";
  compact(folder);
  EXPECT_EQ(files_of(folder), built(std::vector{library[1], library[3]}));
}

TEST_F(IndexWriterTest, ReplacesByIdTheOlderByTheNewer) {
  build(folder, all);
  const Original newer = original("ferry", "The ferry is no more, since the bridge is open.");
  const std::vector<Original> more = {original("tower", "A tower. It leans."), newer};
  EXPECT_EQ(add(folder, more), 1u);
  EXPECT_EQ(ids_of(folder), (Ids{"bridge", "bees", "clock", "tower", "ferry"}));
  compact(folder);
  EXPECT_EQ(files_of(folder),
            built(std::vector{library[0], library[2], library[3], more[0], more[1]}));

  // Within one build, too.
  std::vector<Original> twice = library;
  twice.insert(twice.end(), more.begin(), more.end());
  EXPECT_EQ(files_of(folder), built(twice));
}

TEST_F(IndexWriterTest, AddsTheSameAgainWithoutHarm) {
  build(folder, all);
  EXPECT_EQ(add(folder, all), 4u);
  EXPECT_EQ(files_of(folder), built(all)) << "the old segment had no original left";
}

TEST_F(IndexWriterTest, DropsSegmentsInWhichNothingIsLeft) {
  build(folder, all.first(2));
  add(folder, all.subspan(2));
  remove(folder, {"bridge", "ferry"});
  EXPECT_EQ(files_of(folder), built(all.subspan(2)));
  remove(folder, {"bees", "clock"});
  EXPECT_EQ(files_of(folder).size(), 1u) << "only the manifest";
  EXPECT_EQ(files_of(folder), built({}));
  add(folder, all);
  EXPECT_EQ(files_of(folder), built(all)) << "and it is an index still";
}

TEST_F(IndexWriterTest, KeepsToTheKeysThatItWasBuiltWith) {
  const KeyOptions keys = {.language = "de", .sampling = 4};
  build(folder, all.first(2), keys);
  add(folder, all.subspan(2));
  EXPECT_EQ(OriginalsIndex::open(folder).options(), keys);
  compact(folder);
  EXPECT_EQ(files_of(folder), built(all, keys));
  for (const KeyOptions& none : {KeyOptions{"en", 3}, KeyOptions{"", 1}, KeyOptions{"En glish", 1},
                                 KeyOptions{"averyverylonglanguage", 1}}) {
    EXPECT_TRUE(has(complaint_of([&] { build(folder, all, none); }), "no index can have"));
  }
  EXPECT_EQ(files_of(folder), built(all, keys)) << "as it was";
}

TEST_F(IndexWriterTest, IsTheSameBytesForAnyNumberOfThreads) {
  std::vector<Original> many;
  for (int i = 0; i < 100; ++i) {
    many.push_back(original(std::to_string(i), library[static_cast<std::size_t>(i % 4)].text +
                                                   " Number " + std::to_string(i)));
  }
  build(folder, many);
  const auto files = files_of(folder);
  for (const int threads : {2, 8}) {
    build(folder, many, {}, cramped(threads));
    EXPECT_EQ(files_of(folder), files) << threads;
  }
}

TEST_F(IndexWriterTest, KeepsOtherWritersOut) {
  build(folder, all.first(2));
  const auto files = files_of(folder);
  {
    IndexWriter writer(folder);
    EXPECT_TRUE(has(complaint_of([&] { IndexWriter second(folder); }),
                    "somebody else is writing this index | Try again"));
    EXPECT_TRUE(has(complaint_of([&] { build(folder, all); }), "somebody else is writing"));
    EXPECT_EQ(ids_of(folder), (Ids{"bridge", "ferry"})) << "reading is possible";
  }
  EXPECT_EQ(files_of(folder), files);
  EXPECT_EQ(add(folder, all.subspan(2)), 0u) << "now it is free";
}

TEST_F(IndexWriterTest, LeavesReadersWhatTheyHaveOpened) {
  build(folder, all.first(2));
  add(folder, all.subspan(2));
  const OriginalsIndex before = OriginalsIndex::open(folder);
  remove(folder, {"ferry"});
  compact(folder);
  build(folder, all.first(1));
  EXPECT_EQ(files_of(folder), built(all.first(1))) << "what the reader has open is gone";

  EXPECT_EQ(ids_of(before), (Ids{"bridge", "ferry", "bees", "clock"}));
  before.verify();
  TextUnpacker unpacker;
  std::string text;
  for (std::uint32_t i = 0; i < 4; ++i) {
    before.unpack_text(i, unpacker, text);
    EXPECT_EQ(text, library[i].text);
  }
}

TEST_F(IndexWriterTest, CanBeOpenedAtAnyMoment) {
  build(folder, all.first(3));
  std::atomic<bool> is_done = false;
  std::thread writer([&] {
    for (int round = 0; round < 10; ++round) {
      add(folder, all.subspan(3));
      compact(folder);
      remove(folder, {"clock"});
      compact(folder);
    }
    is_done = true;
  });
  std::size_t opened = 0;
  for (; !is_done; ++opened) {
    const std::string said = complaint_of([&] {
      const OriginalsIndex index = OriginalsIndex::open(folder);
      index.verify();
      const Ids ids = ids_of(index);
      EXPECT_TRUE(ids == (Ids{"bridge", "ferry", "bees"}) ||
                  ids == (Ids{"bridge", "ferry", "bees", "clock"}));
    });
    EXPECT_EQ(said, "done");
  }
  writer.join();
  EXPECT_GT(opened, 10u);
}

// A writer that is stopped leaves new segments without a manifest that names them, or a manifest
// beside segments that it no longer names, or temporary files.
TEST_F(IndexWriterTest, ThatWasStoppedBeforeTheManifestHasChangedNothing) {
  build(folder, all.first(2));
  const auto before = files_of(folder);
  for (const auto& [name, bytes] : built(all)) {
    if (name != manifest_name) {
      scratch.put("index/" + name, bytes);
    }
  }
  scratch.put("index/.unspin-1-0.tmp", "half a segm");
  EXPECT_EQ(ids_of(folder), (Ids{"bridge", "ferry"}));
  remove(folder, {"nothing"});
  EXPECT_EQ(files_of(folder), before) << "the next writer has cleared up";
}

TEST_F(IndexWriterTest, ThatWasStoppedBehindTheManifestHasDoneItsWork) {
  build(folder, all.first(2));
  const auto before = files_of(folder);
  add(folder, all.first(2));
  build(folder, all);
  const auto after = files_of(folder);
  for (const auto& [name, bytes] : before) {
    if (name != manifest_name) {
      scratch.put("index/" + name, bytes);
    }
  }
  EXPECT_EQ(ids_of(folder), (Ids{"bridge", "ferry", "bees", "clock"}));
  remove(folder, {"nothing"});
  EXPECT_EQ(files_of(folder), after);
}

TEST_F(IndexWriterTest, ThatWasStoppedBeforeTheFirstManifestCanBeginAgain) {
  std::filesystem::create_directory(folder);
  scratch.put("index/0123456789abcdef.segment", "");
  scratch.put("index/.unspin-7-1.tmp", "");
  scratch.put("index/lock", "");
  build(folder, all);
  EXPECT_EQ(files_of(folder), built(all));
}

TEST_F(IndexWriterTest, NamesWhatIsMissingOrForeign) {
  build(folder, all.first(2));
  const auto files = files_of(folder);
  const std::string segment = files.begin()->first;
  ASSERT_TRUE(segment.ends_with(".segment"));
  const auto told = [&] { return complaint_of([&] { OriginalsIndex::open(folder); }); };

  std::filesystem::remove(folder + "/" + segment);
  EXPECT_TRUE(has(told(), segment) && has(told(), "unspin index build")) << told();
  EXPECT_TRUE(has(complaint_of([&] { compact(folder); }), segment));

  const auto other = built(all);
  scratch.put("index/" + segment, other.begin()->second);
  EXPECT_TRUE(has(told(), "this segment belongs to another index")) << told();

  scratch.put("index/manifest", "unspin index 1\nlanguage e");
  EXPECT_TRUE(has(told(), "the manifest is damaged | Build the index anew")) << told();
  EXPECT_TRUE(has(complaint_of([&] { add(folder, all); }), "the manifest is damaged"));
  build(folder, all.first(2));
  EXPECT_EQ(files_of(folder), files) << "building anew mends it";
}

TEST_F(IndexWriterTest, RefusesFoldersThatHoldOtherThings) {
  scratch.put("notes.txt", "mine");
  EXPECT_TRUE(has(complaint_of([&] { build(scratch.path("."), all); }),
                  "this folder holds other things than an index, such as notes.txt"));
  EXPECT_EQ(scratch.entries(), 1u);
  EXPECT_TRUE(
      has(complaint_of([&] { add(scratch.path("nowhere"), all); }), "Name the folder of an index"));
  EXPECT_EQ(scratch.entries(), 1u) << "and none was made";
  EXPECT_TRUE(has(complaint_of([&] { build(scratch.path("notes.txt"), all); }), "notes.txt"));
}

// Damage must not become part of a new segment with right checksums.
TEST_F(IndexWriterTest, CompactsNoDamage) {
  build(folder, all.first(2));
  add(folder, all.subspan(2));
  for (const auto& [name, bytes] : files_of(folder)) {
    if (name != manifest_name) {
      std::string damaged = bytes;
      damaged[sizeof(SegmentHead)] ^= 1;
      scratch.put("index/" + name, damaged);
      break;
    }
  }
  const auto before = files_of(folder);
  EXPECT_TRUE(has(complaint_of([&] { compact(folder); }), "the checksum of its labels is wrong"));
  EXPECT_EQ(files_of(folder), before);
}

}  // namespace
}  // namespace unspin
