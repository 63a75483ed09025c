#include "engine/lexicon/mythes_source.hpp"

#include "tests/engine/lexicon/small_lexicon.hpp"

namespace unspin {
namespace {

using testing::built_from_mythes;
using testing::complaint;
using testing::has;
using testing::said;

TEST(MythesSource, ReadsEntriesAndTheirSenses) {
  const auto lexicon = built_from_mythes(
      "brand|2\n"
      "(noun)|trade name|kind (generic term)\n"
      "(verb)|mark|burn (similar term)|label (related term)\n"
      "full-time|1\n"
      "(adj)|all day\n");
  EXPECT_EQ(said(*lexicon, "brand", "trade name"), "synonym noun MyThes brand#1");
  EXPECT_EQ(said(*lexicon, "brand", "kind"), "generic noun MyThes brand#1");
  EXPECT_EQ(said(*lexicon, "brand", "mark"), "synonym verb MyThes brand#2");
  EXPECT_EQ(said(*lexicon, "brand", "burn"), "similar verb MyThes brand#2");
  EXPECT_EQ(said(*lexicon, "brand", "label"), "similar verb MyThes brand#2");
  EXPECT_EQ(said(*lexicon, "full time", "all day"), "synonym adjective MyThes full time#1");
  EXPECT_EQ(said(*lexicon, "mark", "burn"), "nothing") << "members are not related to each other";
}

TEST(MythesSource, SpeaksOfTheEntryThatListsTheOther) {
  const auto lexicon = built_from_mythes(
      "group|2\n(noun)|set\n(noun)|community\n"
      "set|1\n(noun)|group\n");
  EXPECT_EQ(said(*lexicon, "group", "community"), "synonym noun MyThes group#2");
  EXPECT_EQ(said(*lexicon, "community", "group"), "synonym noun MyThes group#2");
  EXPECT_EQ(said(*lexicon, "group", "set"), "synonym noun MyThes group#1");
  EXPECT_EQ(said(*lexicon, "set", "group"), "synonym noun MyThes set#1");
}

TEST(MythesSource, NeverRelatesAntonyms) {
  const auto lexicon = built_from_mythes(
      "hot|2\n(adj)|warm|cold (antonym)\n(adj)|cold|fiery\n"
      "cold|1\n(adj)|hot\n");
  EXPECT_EQ(said(*lexicon, "hot", "warm"), "synonym adjective MyThes hot#1");
  EXPECT_EQ(said(*lexicon, "hot", "cold"), "nothing");
  EXPECT_EQ(said(*lexicon, "cold", "hot"), "nothing");
}

TEST(MythesSource, PrefersSynonymToGenericToSimilar) {
  const auto lexicon = built_from_mythes(
      "a|3\n-|b (similar term)|c (generic term)\n-|b (generic term)|c (similar term)\n-|b\n");
  EXPECT_EQ(said(*lexicon, "a", "b"), "synonym unknown MyThes a#3");
  EXPECT_EQ(said(*lexicon, "a", "c"), "generic unknown MyThes a#1");
}

TEST(MythesSource, ReadsGermanRemarks) {
  const auto lexicon = built_from_mythes(
      "haus|1\n"
      "-|Haus (Hauptform)|Bude (umgangssprachlich)|Bauwerk (Hauptform) (Oberbegriff)|(das) Heim|"
      "Hütte (ugs., fig.)|Freie (Antonym)|Villa (Unterbegriff)\n"
      "sich freuen|1\n-|(sich) freuen|jubeln (geh.)\n",
      "de");
  EXPECT_EQ(said(*lexicon, "haus", "bude"), "synonym unknown MyThes haus#1");
  EXPECT_EQ(said(*lexicon, "haus", "bauwerk"), "generic unknown MyThes haus#1");
  EXPECT_EQ(said(*lexicon, "haus", "heim"), "synonym unknown MyThes haus#1");
  EXPECT_EQ(said(*lexicon, "haus", "hütte"), "synonym unknown MyThes haus#1");
  EXPECT_EQ(said(*lexicon, "haus", "villa"), "generic unknown MyThes haus#1");
  EXPECT_EQ(said(*lexicon, "haus", "freie"), "nothing");
  EXPECT_EQ(said(*lexicon, "sich freuen", "freuen"), "synonym unknown MyThes sich freuen#1");
}

TEST(MythesSource, DecodesTheEncodingThatItNames) {
  const auto lexicon = built_from_mythes("caf\xe9|1\r\n(Nom)|\xa4uro\r\n", "fr", "ISO8859-15");
  EXPECT_EQ(said(*lexicon, "café", "uro"), "synonym noun MyThes café#1") << "U+20AC is no letter";
  const auto cyrillic =
      built_from_mythes("\xe4\xee\xec|1\n-|\xea\xf0\xee\xe2\n", "ru", "microsoft-cp1251");
  EXPECT_EQ(said(*cyrillic, "дом", "кров"), "synonym unknown MyThes дом#1");
}

TEST(MythesSource, DropsWhatIsNoEntry) {
  const auto lexicon = built_from_mythes(
      "|1\n-|nothing\n"
      "$|1\n-|dollar\n"
      "a|1\n-|one two three four five|one two three four five six|...|a|A\n");
  EXPECT_EQ(said(*lexicon, "a", "one two three four five"), "synonym unknown MyThes a#1");
  EXPECT_EQ(lexicon->find("one two three four five six"), Lexicon::unknown);
  EXPECT_EQ(lexicon->find(""), Lexicon::unknown);
  EXPECT_EQ(lexicon->neighbours(lexicon->find("a")).words.size(), 1u) << "not itself";
  EXPECT_EQ(lexicon->neighbours(lexicon->find("dollar")).words.size(), 0u);
}

TEST(MythesSource, DoesNotNumberSensesBeyond255) {
  std::string entries = "a|300\n";
  for (int sense = 1; sense <= 300; ++sense) {
    entries += "-|b" + std::to_string(sense) + "\n";
  }
  const auto lexicon = built_from_mythes(entries);
  EXPECT_EQ(said(*lexicon, "a", "b255"), "synonym unknown MyThes a#255");
  EXPECT_EQ(said(*lexicon, "a", "b256"), "synonym unknown MyThes a");
}

TEST(MythesSource, ToldDamageHasItsPlace) {
  const auto told = [](std::string_view entries, const std::string& encoding = "UTF-8") {
    return complaint([&] { built_from_mythes(entries, "en", encoding); });
  };
  EXPECT_TRUE(has(told("", "KLINGON-8"), "th.dat: line 1: the first line"));
  EXPECT_TRUE(has(told("", ""), "th.dat: line 1: the first line"));
  EXPECT_TRUE(has(told("a|1\n-|b\nc\n"), "th.dat: line 4: expected an entry"));
  EXPECT_TRUE(has(told("a|1x\n"), "line 2: expected an entry"));
  EXPECT_TRUE(has(told("a|2\n-|b\n"), "the file ends within an entry"));
  EXPECT_TRUE(has(told("a|1\n-|\xff\n"), "line 3: not UTF-8"));
  EXPECT_TRUE(has(told("a|1\n-|\xff\n", "US-ASCII"), "line 3: not in the encoding"));
  const testing::ScratchFolder folder;
  EXPECT_TRUE(
      has(complaint([&] { testing::built({.mythes_files = {folder.put("empty.dat", "")}}); }),
          "empty"));
}

}  // namespace
}  // namespace unspin
