// What is refused when a lexicon is opened, and that what is not refused can be read.
#include "engine/lexicon/lexicon_file.hpp"

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <random>

#include "engine/lexicon/lexicon_checksum.hpp"
#include "engine/lexicon/lexicon_format.hpp"
#include "tests/build_kind.hpp"
#include "tests/engine/lexicon/small_lexicon.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

using testing::complaint;
using testing::has;
using testing::ScratchFolder;

constexpr std::string_view remedy = "Build it anew: unspin lexicon build";

class LexiconDamage : public ::testing::Test {
 protected:
  /// What opening a file of these bytes says.
  std::string told(std::string_view bytes) const {
    const std::string path = folder.put("lexicon", bytes);
    std::string text = complaint([&] { Lexicon::open(path); });
    EXPECT_TRUE(text == "done" || has(text, path)) << text;
    return text;
  }

  std::string good_bytes() const {
    build_lexicon({.mythes_files = {folder.put("th.dat", "UTF-8\nbrand|1\n(noun)|make|kinds\n")},
                   .vectors_file = folder.put("glove.txt", "brand 1 0\nmake 1 1\n")},
                  folder.path("good"));
    return testing::read_file(folder.path("good"));
  }

  static void set_checksum(std::string& bytes) {
    const std::uint64_t checksum =
        lexicon_checksum(std::as_bytes(std::span(bytes)).subspan(checksum_begin));
    std::memcpy(bytes.data() + offsetof(LexiconHeader, checksum), &checksum, sizeof(checksum));
  }

  ScratchFolder folder;
  const std::string good = good_bytes();
};

TEST_F(LexiconDamage, NoneIsFoundInAGoodFile) { EXPECT_EQ(told(good), "done"); }

TEST_F(LexiconDamage, OfAnyBitIsFound) {
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string damaged = good;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
    ASSERT_TRUE(has(told(damaged), remedy)) << at;
  }
}

TEST_F(LexiconDamage, IsFoundInACutOrLongerFile) {
  for (std::size_t size = 0; size < good.size(); ++size) {
    ASSERT_TRUE(has(told(good.substr(0, size)), remedy)) << size;
  }
  EXPECT_TRUE(has(told(good + '\0'), remedy));
  EXPECT_TRUE(has(told(good + good), remedy));
}

TEST_F(LexiconDamage, IsNotSaidOfWhatIsNoLexicon) {
  EXPECT_TRUE(has(told(""), "the file is empty | Build it anew: unspin lexicon build"));
  EXPECT_TRUE(has(told("some text"), "this is not a lexicon | Build it anew"));
  EXPECT_TRUE(has(told("\x89PNG\r\n\x1a\n" + std::string(10'000, '\0')), "this is not a lexicon"));
  EXPECT_TRUE(has(told(std::string(10'000, '\0')), "this is not a lexicon"));
  const std::string nowhere = folder.path("nowhere");
  EXPECT_TRUE(has(complaint([&] { Lexicon::open(nowhere); }), nowhere));
  EXPECT_TRUE(
      has(complaint([&] { Lexicon::open(nowhere); }), "uild it anew: unspin lexicon build"));
  EXPECT_TRUE(has(complaint([&] { Lexicon::open(folder.path(".")); }), "Is a directory"));
  EXPECT_TRUE(
      has(complaint([&] { Lexicon::open(folder.path(".")); }), "uild it anew: unspin lexicon"));
}

TEST_F(LexiconDamage, IsNotSaidOfAnotherVersion) {
  std::string other = good;
  const std::uint32_t version = lexicon_version + 1;
  std::memcpy(other.data() + offsetof(LexiconHeader, version), &version, sizeof(version));
  set_checksum(other);
  EXPECT_TRUE(has(told(other), "of version 3, this program reads version 2")) << told(other);
}

TEST_F(LexiconDamage, IsFoundInSectionsThatDoNotFit) {
  LexiconHeader header;
  std::memcpy(&header, good.data(), sizeof(header));
  for (std::size_t section = 0; section < section_count; ++section) {
    for (const auto& place :
         {LexiconHeader::Place{good.size() + 64, 0}, LexiconHeader::Place{0, good.size() + 1},
          LexiconHeader::Place{~std::uint64_t{63}, 64}, LexiconHeader::Place{64, ~std::uint64_t{0}},
          LexiconHeader::Place{header.places[section].offset + 1, header.places[section].bytes},
          LexiconHeader::Place{header.places[section].offset, header.places[section].bytes + 64}}) {
      std::string damaged = good;
      std::memcpy(damaged.data() + offsetof(LexiconHeader, places) + section * sizeof(place),
                  &place, sizeof(place));
      set_checksum(damaged);
      const std::string what = told(damaged);
      const bool is_only_longer = place.bytes == header.places[section].bytes + 64;
      EXPECT_TRUE(has(what, remedy) || (is_only_longer && what == "done"))
          << section << " " << place.offset << " " << place.bytes << " " << what;
    }
  }
}

/// Everything that can be asked, so that a sanitizer sees each byte that is read.
void ask_everything(const Lexicon& lexicon) {
  std::size_t read = 0;
  for (Lexicon::WordId word = 0; word < std::min(lexicon.size() + 2, 100u); ++word) {
    read += lexicon.text(word).size() + lexicon.find(lexicon.text(word));
    const auto beside = lexicon.neighbours(word);
    for (std::size_t i = 0; i < beside.words.size(); ++i) {
      const Testimony testimony = Lexicon::testimony_of(beside.testimony[i]);
      read += lexicon.describe(testimony, word, beside.words[i]).size();
      read += lexicon.relation(word, beside.words[i]).has_value() ? 1u : 0u;
    }
  }
  for (const std::string_view word : {"brand", "make", "kind", "brand make", "bought", ""}) {
    for (const std::string& base : testing::base_forms(lexicon, word)) {
      read += base.size();
    }
    for (const std::int8_t number : lexicon.vector(word)) {
      read += static_cast<std::size_t>(number != 0);
    }
    read += lexicon.cosine(word, "brand").has_value() ? 1u : 0u;
  }
  EXPECT_GE(read, 0u);
}

// Nonsense with a right checksum: it is refused, or read without going astray.
TEST_F(LexiconDamage, OnPurposeDoesNoHarm) {
  std::mt19937 random(1);
  const int rounds = testing::is_sanitized ? 2'000 : 5'000;
  int opened = 0;
  for (int round = 0; round < rounds; ++round) {
    std::string damaged = good;
    const int places = 1 + static_cast<int>(random() % 3);
    for (int i = 0; i < places; ++i) {
      const std::size_t at = checksum_begin + random() % (good.size() - checksum_begin - 4) / 4 * 4;
      const std::uint32_t number = random() % 2 == 0 ? static_cast<std::uint32_t>(random())
                                                     : static_cast<std::uint32_t>(random() % 9);
      std::memcpy(damaged.data() + at, &number, sizeof(number));
    }
    set_checksum(damaged);
    const std::string path = folder.put("damaged", damaged);
    try {
      ask_everything(*Lexicon::open(path));
      ++opened;
    } catch (const Error& error) {
      EXPECT_EQ(error.remedy(), remedy);
    }
  }
  EXPECT_GT(opened, rounds / 20);
  EXPECT_LT(opened, rounds);
}

}  // namespace
}  // namespace unspin
