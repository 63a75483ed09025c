#include "engine/lexicon/moby_source.hpp"

#include "tests/engine/lexicon/small_lexicon.hpp"

namespace unspin {
namespace {

using testing::built;
using testing::said;

TEST(MobySource, RelatesRootsToWhatTheyList) {
  const testing::ScratchFolder folder;
  const std::string file =
      folder.put("words.txt", "brand,make,trade name,\r\n\r\nmake,brand\r\nkind,,make");
  const auto lexicon = built({.moby_file = file});
  EXPECT_EQ(said(*lexicon, "brand", "trade name"), "synonym unknown Moby brand");
  EXPECT_EQ(said(*lexicon, "trade name", "brand"), "synonym unknown Moby brand");
  EXPECT_EQ(said(*lexicon, "make", "brand"), "synonym unknown Moby make");
  EXPECT_EQ(said(*lexicon, "make", "trade name"), "nothing");
  EXPECT_EQ(said(*lexicon, "make", "kind"), "synonym unknown Moby kind");
  ASSERT_EQ(lexicon->info().sources.size(), 1u);
  EXPECT_EQ(lexicon->info().sources[0].name, "words.txt");
  EXPECT_EQ(lexicon->info().sources[0].relations, 3u);
}

TEST(MobySource, RefusesWhatIsNotText) {
  const testing::ScratchFolder folder;
  const std::string file = folder.put("words.txt", "a,b\nc,\xff\n");
  EXPECT_TRUE(testing::has(testing::complaint([&] { built({.moby_file = file}); }),
                           "words.txt: line 2: not UTF-8"));
}

}  // namespace
}  // namespace unspin
