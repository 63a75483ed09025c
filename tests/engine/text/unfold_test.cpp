#include "engine/text/unfold.hpp"

#include <gtest/gtest.h>
#include <random>
#include <string>

#include "engine/text/utf8.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin {
namespace {

Unfolded unfold(std::string_view raw) {
  Unfolder unfolder;
  Unfolded unfolded;
  unfolder.unfold(raw, unfolded);
  return unfolded;
}

/// What is read, whether or not it was changed.
std::string reading(std::string_view raw) {
  const Unfolded unfolded = unfold(raw);
  return unfolded.is_changed ? unfolded.text : std::string(raw);
}

/// "trick:bytes×characters" for each place.
std::string places(std::string_view raw) {
  std::string found;
  for (const HiddenText& place : unfold(raw).places) {
    found += (found.empty() ? "" : " ") + std::string(name_of(place.trick)) + ":" +
             std::string(raw.substr(place.begin, place.end - place.begin)) + "×" +
             std::to_string(place.characters);
  }
  return found;
}

TEST(Unfold, NamesItsTricks) {
  EXPECT_EQ(name_of(Trick::invisible), "invisible");
  EXPECT_EQ(name_of(Trick::mark_flood), "mark_flood");
}

TEST(Unfold, TheExampleOfTheHead) {
  const std::string raw = "ｍicro\u00ADbiome and ѕpin";
  const Unfolded unfolded = unfold(raw);
  EXPECT_TRUE(unfolded.is_changed);
  EXPECT_EQ(unfolded.text, "microbiome and spin");
  const std::vector<HiddenText> expected = {
      {Trick::letter_form, 0, 3, 1}, {Trick::soft_hyphen, 7, 9, 1}, {Trick::homoglyph, 19, 21, 1}};
  EXPECT_EQ(unfolded.places, expected);
  const std::vector<Unfolded::Piece> pieces = {
      {0, 0, 3}, {1, 3, 7}, {5, 9, 19}, {15, 19, 21}, {16, 21, 24}};
  EXPECT_EQ(unfolded.pieces, pieces);
  EXPECT_EQ(unfolded.raw_begin_of(0), 0u);
  EXPECT_EQ(unfolded.raw_end_of(1), 3u);
  EXPECT_EQ(unfolded.raw_begin_of(1), 3u);
  EXPECT_EQ(unfolded.raw_end_of(5), 7u);    // before the soft hyphen
  EXPECT_EQ(unfolded.raw_begin_of(5), 9u);  // behind it
  EXPECT_EQ(unfolded.raw_end_of(10), 14u);
  EXPECT_EQ(unfolded.raw_begin_of(15), 19u);
  EXPECT_EQ(unfolded.raw_end_of(19), 24u);
  EXPECT_EQ(unfolded.raw_begin_of(19), 24u);
}

TEST(Unfold, WhatIsRemovedLiesOutsideOfTheWords) {
  const Unfolded unfolded = unfold("a \u200B\u200Bword\u200B b");
  EXPECT_EQ(unfolded.text, "a word b");
  EXPECT_EQ(unfolded.raw_begin_of(2), 8u);
  EXPECT_EQ(unfolded.raw_end_of(6), 12u);
  EXPECT_EQ(unfolded.count(Trick::invisible), 3u);
  EXPECT_EQ(unfolded.places.size(), 2u);
}

TEST(Unfold, NothingMayBeLeft) {
  const Unfolded unfolded = unfold("\u200B\u200B");
  EXPECT_TRUE(unfolded.is_changed);
  EXPECT_EQ(unfolded.text, "");
  EXPECT_EQ(unfolded.raw_begin_of(0), 0u);
  EXPECT_EQ(unfolded.raw_end_of(0), 0u);
}

TEST(Unfold, OffsetsAreTheirOwnIfNothingWasChanged) {
  const Unfolded unfolded = unfold("plain");
  EXPECT_EQ(unfolded.raw_begin_of(3), 3u);
  EXPECT_EQ(unfolded.raw_end_of(4), 4u);
}

TEST(Unfold, InvisibleCharacters) {
  for (const std::string hidden :
       {"\u200B", "\u200C", "\u200D", "\u2060", "\u2063", "\uFEFF", "\u180E", "\u034F", "\u115F",
        "\u1160", "\u3164", "\uFFA0", "\U000E0041", "\uFE0F", "\U000E0100", "\u206A"}) {
    const std::string raw = "wo" + hidden + "rd";
    EXPECT_EQ(reading(raw), "word");
    EXPECT_EQ(places(raw), "invisible:" + hidden + "×1");
  }
  EXPECT_EQ(places("a\u200B\u200C\u2060b\u200Dc"),
            "invisible:\u200B\u200C\u2060×3 invisible:\u200D×1");
  EXPECT_EQ(reading("сло\u200Bво и λό\u200Dγος"), "слово и λόγος");
  EXPECT_EQ(reading("\U0001F3F4 t\U000E0067ag"), "\U0001F3F4 tag");
  EXPECT_EQ(reading("ภาษา wo\u200Brd ไทย\u200Bคำ"), "ภาษา word ไทย\u200Bคำ");
}

TEST(Unfold, SoftHyphensAndDirectionControls) {
  EXPECT_EQ(places("soft\u00ADhy\u00ADphen"), "soft_hyphen:\u00AD×1 soft_hyphen:\u00AD×1");
  EXPECT_EQ(places("\u202Edrow\u202C"), "bidi_control:\u202E×1 bidi_control:\u202C×1");
  // Only in lines without right-to-left letters.
  EXPECT_EQ(places("a\u200Eb\nשלום \u200Eab\u2067c\u2069\nc\u2066d"),
            "bidi_control:\u200E×1 bidi_control:\u2066×1");
}

TEST(Unfold, LettersOfOtherScripts) {
  EXPECT_EQ(reading("The рrоblеm іs thаt Ѕpring"), "The problem is that Spring");
  EXPECT_EQ(unfold("The рrоblеm іs thаt Ѕpring").count(Trick::homoglyph), 6u);
  EXPECT_EQ(reading("the Ꮒealth of plaոts, liטed ꮯases"), "the health of plants, lived cases");
  EXPECT_EQ(reading("an imɑge, a stꞟdent, a Ьook"), "an image, a student, a book");
  EXPECT_EQ(reading("haтe and нow and вank are мany"), "hate and how and bank are many");
  EXPECT_EQ(reading("In Greek: cοntent, Ηello, pαper"), "In Greek: content, Hello, paper");
  EXPECT_EQ(reading("naïve naїve"), "naïve naïve");
  EXPECT_EQ(reading("heӀӀo, Іt is Ιn"), "hello, It is In");
  EXPECT_EQ(reading("don’т, ABC’ѕ"), "don’t, ABC’s");
}

TEST(Unfold, LatinLettersInRussianAndGreekWords) {
  EXPECT_EQ(reading("Мы читaли хoрошие книги o жизни нaрода, и это былo интересно."),
            "Мы читали хорошие книги o жизни народа, и это было интересно.");
  EXPECT_EQ(reading("Η ζωή τoυ ανθρώπoυ είναι ωραία και μεγάλη, όπως ξέρουμε."),
            "Η ζωή του ανθρώπου είναι ωραία και μεγάλη, όπως ξέρουμε.");
}

TEST(Unfold, ShortWordsInAnotherScript) {
  EXPECT_EQ(reading("This is а good day for Ι said so."), "This is a good day for I said so.");
  EXPECT_EQ(reading("As gооd аѕ іt gets, аѕ they say"), "As good as it gets, as they say");
  EXPECT_EQ(reading("The ѕсоре of this"), "The scope of this");  // no language writes this word
  EXPECT_EQ(reading("The word сор is Russian"), "The word сор is Russian");
  EXPECT_EQ(reading("The wοrd сор is nоt"), "The word cop is not");  // in such a text it is
}

TEST(Unfold, FormsOfLetters) {
  EXPECT_EQ(places("sign𝓃ificant ﬁsh"), "letter_form:𝓃×1");
  EXPECT_EQ(reading("Ｔhe ⅾay and the ℯvening, 𝕙𝕠use ⓗouse, mak℮"),
            "The day and the evening, house house, make");
  EXPECT_EQ(reading("𝓉𝘩𝚎𝒾𝖗 way"), "their way");
  EXPECT_EQ(reading("Ｆｕｌｌ ｗｉｄｔｈ"), "Full width");
  // A Greek form is undone to a Latin letter: it looks like one.
  EXPECT_EQ(places("st𝛂nding"), "homoglyph:𝛂×1");
}

TEST(Unfold, WeakSignsCountBesideClearOnes) {
  EXPECT_EQ(reading("maɣ be ſrom 𝑖th a TNFα"), "maɣ be ſrom 𝑖th a TNFα");
  EXPECT_EQ(reading("maɣ be ſrom 𝑖th a TNFα, cleаr"), "may be from ith a TNFα, clear");
  EXPECT_EQ(reading("e⨯ample оf"), "example of");
}

TEST(Unfold, StrokesThroughLetters) {
  EXPECT_EQ(reading("s\u0336p\u0336u\u0336n\u0336"), "spun");
  EXPECT_EQ(unfold("s\u0336p\u0336u\u0336n\u0336").count(Trick::mark_flood), 4u);
  EXPECT_EQ(reading("c\u0335\u0301afe"), "c\u0301afe");
  for (const char* clean : {"a ≠ b", "ø ł đ ħ", "x =\u0338 y", "¬∃ ∄"}) {
    EXPECT_FALSE(unfold(clean).is_changed) << clean;
  }
}

TEST(Unfold, MarkFloods) {
  std::string zalgo;
  for (const char c : std::string("zalgo")) {
    zalgo += c;
    for (int i = 0; i < 9; ++i) {
      zalgo += "\u0334";
    }
  }
  EXPECT_EQ(reading(zalgo), "zalgo");
  EXPECT_EQ(unfold(zalgo).count(Trick::mark_flood), 45u);
  EXPECT_EQ(unfold(zalgo).places.size(), 5u);
  EXPECT_EQ(reading("cafe\u0301\u0334\u0334\u0334\u0334\u0334"), "cafe\u0301");
  EXPECT_EQ(reading("ก็็็็็็็็็็็็็็็็"), "ก็็็็็็็็");
}

TEST(Unfold, SeveralAtOnce) {
  const std::string raw = "\u200Bｒ\u00ADеѕеа\u200Drсh\u202E \u2060оf";
  EXPECT_EQ(reading(raw), "research of");
  const Unfolded unfolded = unfold(raw);
  EXPECT_EQ(unfolded.count(Trick::invisible), 3u);
  EXPECT_EQ(unfolded.count(Trick::soft_hyphen), 1u);
  EXPECT_EQ(unfolded.count(Trick::bidi_control), 1u);
  EXPECT_EQ(unfolded.count(Trick::homoglyph), 6u);
  EXPECT_EQ(unfolded.count(Trick::letter_form), 1u);
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) {
    text += part;
  }
  return text;
}

// Anything quadratic would run into the test's time limit.
TEST(Unfold, StaysLinear) {
  constexpr std::size_t many = 1'000'000;
  EXPECT_EQ(unfold("a" + repeated("\u0301", many)).count(Trick::mark_flood), many - 1);
  EXPECT_EQ(unfold("a" + repeated("\u200B", many) + "b").text, "ab");
  EXPECT_EQ(unfold(repeated("aо", many) + " text").text, repeated("ao", many) + " text");
  EXPECT_FALSE(unfold(repeated("tЯ", many)).is_changed);
  EXPECT_EQ(unfold(repeated("а ", many) + "text").text, repeated("a ", many) + "text");
  EXPECT_FALSE(unfold("text " + repeated("а ", many) + "мир text text text text").is_changed);
  EXPECT_EQ(unfold(repeated("a\u2063", many)).text.size(), many);
  EXPECT_FALSE(unfold(repeated("x\u2061(", many)).is_changed);
  EXPECT_EQ(unfold(repeated("a\u202A", many)).text.size(), many);
  EXPECT_FALSE(unfold("א" + repeated(" \u202A", many)).is_changed);
  EXPECT_EQ(unfold(repeated("a\u200B\u0301", many)).text.size(), 3 * many);
  EXPECT_FALSE(unfold(repeated("𝑥", many)).is_changed);
  EXPECT_FALSE(unfold(repeated("👨\u200D", many) + "👨").is_changed);
}

class UnfoldRandom : public ::testing::Test {
 protected:
  /// Texts of a few words in which everything that matters meets everything else.
  std::string random_text() {
    static constexpr std::u32string_view odd[] = {
        U"абеорсухіѕјһтнкЯжСОНІӀ",
        U"αορνγΑΙβωτ",
        U"ɑɡꞟɣʋſʟᴡɪƄəˈ",
        U"ոսՕבטوہกখᏂᎪꓐⲥ中カ가",
        U"𝐚𝓉𝛂𝖾𝑥ℓⅾ℮ⓗＡｂ⨯×",
        U"\u200B\u200C\u200D\u00AD\u2060\uFEFF\u202E\u200F\uFE0F\u2062\U000E0041",
        U"\u0301\u0308\u0334\u05B8\u0E48",
        U"’“”-–.,(/]1٣👨❤🏽🏴ﬁéı"};
    static constexpr std::u32string_view plain = U"aceinorstIlTz";
    std::u32string text;
    const auto pick = [this](std::u32string_view from) { return from[random_() % from.size()]; };
    const std::size_t words = 1 + random_() % 8;
    const std::size_t kinds = 1 + random_() % 3;
    const std::size_t rarity = 1 + random_() % 8;
    std::array<std::size_t, 3> chosen{random_() % std::size(odd), random_() % std::size(odd),
                                      random_() % std::size(odd)};
    for (std::size_t word = 0; word < words; ++word) {
      if (word > 0) {
        text += random_() % 9 == 0 ? U'\n' : U' ';
      }
      for (std::size_t left = 1 + random_() % 6; left > 0; --left) {
        text += random_() % rarity == 0 ? pick(odd[chosen[random_() % kinds]]) : pick(plain);
      }
    }
    std::string bytes;
    for (const char32_t c : text) {
      append_utf8(c, bytes);
    }
    return bytes;
  }

  std::mt19937 random_{20240611};
};

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

TEST_F(UnfoldRandom, UnfoldingAgainChangesNothing) {
  Unfolder unfolder;
  Unfolded once, twice;
  std::size_t changed = 0;
  for (int i = 0; i < 200'000 && !HasFailure(); ++i) {
    const std::string raw = random_text();
    unfolder.unfold(raw, once);
    if (once.is_changed) {
      ++changed;
      EXPECT_NE(once.text, raw);
      EXPECT_EQ(first_invalid_utf8(once.text), std::nullopt);
      unfolder.unfold(once.text, twice);
      EXPECT_FALSE(twice.is_changed) << raw << "\n" << once.text << "\n" << twice.text;
    }
  }
  EXPECT_GT(changed, 50'000u);
}

TEST_F(UnfoldRandom, EveryCharacterHasItsPlace) {
  Unfolder unfolder;
  Unfolded unfolded;
  for (int i = 0; i < 50'000 && !HasFailure(); ++i) {
    const std::string raw = random_text();
    unfolder.unfold(raw, unfolded);
    if (!unfolded.is_changed) {
      continue;
    }
    std::uint32_t last_end = 0;
    std::size_t kept = 0;
    for (std::size_t at = 0; at < unfolded.text.size();) {
      const auto begin = static_cast<std::uint32_t>(at);
      const char32_t c = next_code_point(unfolded.text, at);
      const std::uint32_t raw_begin = unfolded.raw_begin_of(begin);
      const std::uint32_t raw_end = unfolded.raw_end_of(static_cast<std::uint32_t>(at));
      ASSERT_LE(last_end, raw_begin) << raw;
      ASSERT_LT(raw_begin, raw_end) << raw;
      ASSERT_LE(raw_end, raw.size());
      ASSERT_TRUE(is_boundary(raw, raw_begin) && is_boundary(raw, raw_end)) << raw;
      std::size_t behind = raw_begin;
      const char32_t original = next_code_point(raw, behind);
      ASSERT_EQ(behind, raw_end);
      // It is the character itself, or one of the places says otherwise; between two of them is
      // only what was removed.
      bool is_told = original == c;
      for (const HiddenText& place : unfolded.places) {
        is_told |= place.begin <= raw_begin && raw_end <= place.end;
      }
      ASSERT_TRUE(is_told) << raw;
      last_end = raw_end;
      ++kept;
    }
    std::size_t raw_characters = 0, removed = 0, told = 0;
    for (std::size_t at = 0; at < raw.size(); ++raw_characters) {
      next_code_point(raw, at);
    }
    for (std::size_t p = 0; p < unfolded.places.size(); ++p) {
      const HiddenText& place = unfolded.places[p];
      ASSERT_LT(place.begin, place.end);
      ASSERT_TRUE(p == 0 || unfolded.places[p - 1].end <= place.begin);
      std::uint32_t characters = 0;
      for (std::size_t at = place.begin; at < place.end; ++characters) {
        next_code_point(raw, at);
      }
      EXPECT_EQ(characters, place.characters);
      told += characters;
      removed += place.trick == Trick::homoglyph || place.trick == Trick::letter_form
                     ? 0
                     : place.characters;
    }
    EXPECT_EQ(kept + removed, raw_characters) << raw;
    std::size_t counted = 0;
    for (std::size_t t = 0; t < trick_names.size(); ++t) {
      counted += unfolded.count(static_cast<Trick>(t));
    }
    EXPECT_EQ(counted, told);
  }
}

// For what is clear in itself; a word cut out of its text has lost what weak signs need.
TEST(Unfold, WordsCutFromTheRawTextReadAsTheWords) {
  const std::string raw =
      "\u200BThe рrоblеm\u00AD of\u2060 hidden\u200D tех\u00ADt, “nаїve”\u200B аnd Ꮒea\u202Elth — "
      "don’т "
      "sign𝓃ificant résumés, z\u0334\u0334\u0334\u0334\u0334\u0334ero";
  const Unfolded unfolded = unfold(raw);
  WordSegmenter segmenter;
  std::size_t words = 0;
  segmenter.for_each_word(unfolded.text, [&](WordSegmenter::Segment word, std::string_view) {
    ++words;
    const std::uint32_t begin = unfolded.raw_begin_of(word.begin);
    const std::uint32_t end = unfolded.raw_end_of(word.end);
    EXPECT_EQ(reading(std::string_view(raw).substr(begin, end - begin)),
              unfolded.text.substr(word.begin, word.end - word.begin));
  });
  EXPECT_EQ(words, 12u);
}

}  // namespace
}  // namespace unspin
