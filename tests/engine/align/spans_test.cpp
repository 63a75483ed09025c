#include "engine/align/spans.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string>

#include "engine/score/judge.hpp"
#include "engine/text/utf8.hpp"
#include "tests/build_kind.hpp"
#include "tests/engine/align/aligned_texts.hpp"
#include "tests/engine/align/random_documents.hpp"
#include "tests/engine/align/small_thesaurus.hpp"
#include "tests/engine/text/obfuscated.hpp"
#include "tests/files.hpp"

namespace unspin {
namespace {

using testing::small_thesaurus;
using testing::words_of;

/// "class:from>to | …"
std::string spans(const std::string& source, const std::string& rewrite,
                  const Lexicon* lexicon = nullptr) {
  PreparedPair pair({}, lexicon);
  pair.assign({source, rewrite});
  std::string text;
  for (const Span& span : pair.spans()) {
    text += (text.empty() ? "" : " | ") + std::string(name_of(span.span_class)) + ":" +
            words_of(pair, TextIndex::source, span.source_begin, span.source_end) + ">" +
            words_of(pair, TextIndex::rewrite, span.rewrite_begin, span.rewrite_end);
  }
  return text;
}

TEST(Spans, AreIdenticalMinorSynonymOrRewritten) {
  EXPECT_EQ(spans("the strong goals of Erica met a hut on hills",
                  "the robust goal of Erika met a tent on hills", small_thesaurus()),
            "identical:the>the | synonym:strong>robust | minor:goals>goal | identical:of>of | "
            "minor:erica>erika | identical:met a>met a | rewritten:hut>tent | "
            "identical:on hills>on hills");
}

TEST(Spans, OfAConstantMappingAreSynonyms) {
  EXPECT_EQ(spans("our brand grew and their brand fell", "our model grew and their model fell"),
            "identical:our>our | synonym:brand>model | identical:grew and their>grew and their | "
            "synonym:brand>model | identical:fell>fell");
}

TEST(Spans, OfFunctionWordsThatAreSynonymsAreMinor) {
  EXPECT_EQ(spans("stay within town", "stay inside town", small_thesaurus()),
            "identical:stay>stay | minor:within>inside | identical:town>town");
}

TEST(Spans, AreAsLongAsTheyCanBe) {
  EXPECT_EQ(spans("a strong community grew", "a robust group grew", small_thesaurus()),
            "identical:a>a | synonym:strong community>robust group | identical:grew>grew");
  EXPECT_EQ(spans("One bird sang. Two dogs slept.", "One bird sang. Two dogs slept."),
            "identical:one bird sang two dogs slept>one bird sang two dogs slept");
}

TEST(Spans, OfWhatWasDroppedOrInsertedHaveOneSide) {
  EXPECT_EQ(spans("a red barn stood", "a barn stood there"),
            "identical:a>a | rewritten:red> | identical:barn stood>barn stood | rewritten:>there");
  EXPECT_EQ(spans("", "new words"), "rewritten:>new words");
  EXPECT_EQ(spans("old words", ""), "rewritten:old words>");
  EXPECT_EQ(spans("", ""), "");
}

TEST(Spans, OfMovedSentencesAreTheirOwn) {
  const std::string ferry = "The old ferry crossed the harbour twice a day. ";
  const std::string pigeons = "Behind the engine room the captain kept eleven pigeons. ";
  EXPECT_EQ(spans(ferry + pigeons, pigeons + ferry),
            "identical:the old ferry crossed the harbour twice a day>"
            "the old ferry crossed the harbour twice a day | "
            "identical:behind the engine room the captain kept eleven pigeons>"
            "behind the engine room the captain kept eleven pigeons");
}

TEST(Spans, HaveNamesForTheirClasses) {
  EXPECT_EQ(name_of(SpanClass::identical), "identical");
  EXPECT_EQ(name_of(SpanClass::minor), "minor");
  EXPECT_EQ(name_of(SpanClass::synonym), "synonym");
  EXPECT_EQ(name_of(SpanClass::rewritten), "rewritten");
}

TEST(RangeFinder, CountsWordsBytesAndCharacters) {
  const std::string text = "“Café” naïve—so";
  PreparedPair pair;
  pair.assign({text, text});
  const RangeFinder ranges(text, pair.words(TextIndex::source));
  const TextRange expected{.begin_word = 0,
                           .end_word = 2,
                           .begin_byte = 3,
                           .end_byte = 18,
                           .begin_character = 1,
                           .end_character = 12};
  EXPECT_EQ(ranges.of(0, 2), expected);
  EXPECT_EQ(text.substr(3, 15), "Café” naïve");
}

TEST(RangeFinder, PutsAnEmptyRunBehindTheWordBefore) {
  const std::string text = " é two";
  PreparedPair pair;
  pair.assign({text, text});
  const RangeFinder ranges(text, pair.words(TextIndex::source));
  const TextRange between{.begin_word = 1,
                          .end_word = 1,
                          .begin_byte = 3,
                          .end_byte = 3,
                          .begin_character = 2,
                          .end_character = 2};
  EXPECT_EQ(ranges.of(1, 1), between);
  EXPECT_EQ(ranges.of(0, 0), TextRange{});
  EXPECT_EQ(ranges.of(2, 2).begin_byte, text.size());
}

/// What is wrong with a range of a text, if anything is.
std::string flaw_of(const TextRange& range, std::string_view text, const Words& words) {
  if (range.begin_word > range.end_word || range.end_word > words.size()) {
    return "word numbers out of order";
  }
  if (range.begin_word < range.end_word && (range.begin_byte != words.begin[range.begin_word] ||
                                            range.end_byte != words.end[range.end_word - 1])) {
    return "not from the first byte of the first word to the last of the last";
  }
  if (range.begin_byte > range.end_byte || range.end_byte > text.size()) {
    return "bytes out of order";
  }
  const std::string_view slice = text.substr(range.begin_byte, range.end_byte - range.begin_byte);
  if (first_invalid_utf8(slice)) {
    return "a slice that is not UTF-8";
  }
  std::u32string characters;
  append_code_points(text, characters);
  std::string same;
  for (std::size_t i = range.begin_character; i < range.end_character; ++i) {
    append_utf8(characters.at(i), same);
  }
  std::u32string before;
  append_code_points(text.substr(0, range.begin_byte), before);
  return same != slice || before.size() != range.begin_character
             ? "the characters are not those of the bytes"
             : "";
}

/// What is wrong with the spans of a pair: every word of either text is in exactly one, ascending
/// by source; neighbours that could be one are one.
std::string flaw_of_spans(PreparedPair& pair, bool with_ranges = true) {
  const std::vector<Span>& all = pair.spans();
  const std::vector<SpanRecord> records = evidence_of(pair).spans;
  if (records.size() != all.size()) {
    return "a record for each span";
  }
  std::uint32_t source_at = 0;
  std::vector<int> spans_of_rewrite(pair.words(TextIndex::rewrite).size(), 0);
  for (std::size_t k = 0; k < all.size(); ++k) {
    const Span& span = all[k];
    if (span.source_begin != source_at || span.source_end < source_at ||
        span.rewrite_end < span.rewrite_begin) {
      return "a gap or a step back at span " + std::to_string(k);
    }
    source_at = span.source_end;
    for (std::uint32_t j = span.rewrite_begin; j < span.rewrite_end; ++j) {
      ++spans_of_rewrite.at(j);
    }
    const std::string from = words_of(pair, TextIndex::source, span.source_begin, span.source_end);
    const std::string to = words_of(pair, TextIndex::rewrite, span.rewrite_begin, span.rewrite_end);
    if (from.empty() && to.empty()) {
      return "an empty span";
    }
    if (span.span_class == SpanClass::identical && from != to) {
      return "not identical: " + from + " > " + to;
    }
    if (span.span_class != SpanClass::rewritten && (from.empty() || to.empty())) {
      return "a counterpart is missing: " + from + " > " + to;
    }
    if (with_ranges) {
      for (const std::string& flaw :
           {flaw_of(records[k].source, pair.source(), pair.words(TextIndex::source)),
            flaw_of(records[k].rewrite, pair.rewrite(), pair.words(TextIndex::rewrite))}) {
        if (!flaw.empty()) {
          return flaw + " at span " + std::to_string(k);
        }
      }
    }
    if (k > 0 && all[k - 1].span_class == span.span_class &&
        all[k - 1].source_end == span.source_begin &&
        all[k - 1].rewrite_end == span.rewrite_begin &&
        testing::beads_of(pair).find('~') == std::string::npos) {
      return "two spans that could be one at " + std::to_string(k);
    }
  }
  if (source_at != pair.words(TextIndex::source).size()) {
    return "source words in no span";
  }
  return std::ranges::all_of(spans_of_rewrite, [](int n) { return n == 1; })
             ? ""
             : "rewrite words in no span, or in two";
}

/// Random words with letters, marks and scripts that take two to four bytes or join with others.
std::string made_unicode(const std::string& text, std::uint64_t seed) {
  static const char* const others[] = {"é",          "’",
                                       "—",          "中文",
                                       "½",          "\u0301",
                                       "\u00AD",     "한",
                                       "ﬁ",          "\U0001F600",
                                       "ก",          "\u00A0",
                                       "א",          "\u200B",
                                       "ß",          "\u0430",
                                       "İ",          "👨‍👩‍👧",
                                       "\uFEFF",     "\u0435",
                                       "𝐚",          "ｍ",
                                       "۳",          "\u202E",
                                       "\U000E0041", "e\u0301\u0302"};
  std::mt19937_64 random(seed);
  std::string made;
  for (const char c : text) {
    if (random() % 12 == 0) {
      made += others[random() % std::size(others)];
    }
    if (random() % 40 != 0) {
      made += c;
    }
  }
  return made;
}

/// "plans" is linked with "planned", but the swap of the phrase before it goes around that link.
TEST(Spans, DoNotFollowALinkThatASwapWentAround) {
  const std::string source = "they carry out plans";
  const std::string rewrite = "a planned staff perform";
  PreparedPair pair({}, small_thesaurus());
  pair.assign({source, rewrite});
  EXPECT_EQ(flaw_of_spans(pair), "");
}

/// Few words, so that links and swaps get into each other's way.
TEST(Spans, CoverRandomWords) {
  static const char* const words[] = {"cat",  "cats",   "sat",    "on",     "the",
                                      "s",    "at",     "strong", "robust", "in",
                                      "city", "cities", "built",  "mats.",  "mat"};
  PreparedPair pair({}, small_thesaurus());
  std::mt19937_64 random(3);
  const int samples = testing::is_sanitized ? 5'000 : 50'000;
  for (int i = 0; i < samples; ++i) {
    std::string source;
    std::string rewrite;
    for (std::string* text : {&source, &rewrite}) {
      for (std::size_t left = 1 + random() % 7; left > 0; --left) {
        *text += words[random() % std::size(words)];
        *text += random() % 8 == 0 ? ". A " : " ";
      }
    }
    pair.assign({source, rewrite});
    ASSERT_EQ(flaw_of_spans(pair, false), "") << source << "\n---\n" << rewrite;
  }
}

TEST(Spans, CoverRandomTexts) {
  PreparedPair pair({}, small_thesaurus());
  const std::uint64_t samples = testing::is_sanitized ? 500 : 5'000;
  for (std::uint64_t seed = 0; seed < samples; ++seed) {
    const auto texts = reference::random_text_pair(seed);
    const std::string source = made_unicode(texts.source, seed);
    const std::string rewrite = made_unicode(texts.rewrite, seed + 1'000'000);
    pair.assign({source, rewrite});
    ASSERT_EQ(flaw_of_spans(pair), "") << "seed " << seed << "\n" << source << "\n---\n" << rewrite;
  }
}

TEST(Spans, CoverRandomDocuments) {
  PreparedPair pair({}, small_thesaurus());
  const std::uint64_t samples = testing::is_sanitized ? 40 : 400;
  for (std::uint64_t seed = 0; seed < samples; ++seed) {
    const auto texts = testing::random_document_pair(seed);
    pair.assign({texts.source, texts.rewrite});
    ASSERT_EQ(flaw_of_spans(pair, false), "") << "seed " << seed;
  }
}

TEST(Spans, CoverTheCorpora) {
  PreparedPair pair({}, small_thesaurus());
  for (const std::string subject : testing::corpus_subjects) {
    const std::string source = testing::corpus_text(subject + "/original");
    for (const char* kind : {"/spun", "/reworded", "/shortened", "/same_topic"}) {
      const std::string rewrite = testing::corpus_text(subject + kind);
      pair.assign({source, rewrite});
      EXPECT_EQ(flaw_of_spans(pair), "") << subject << kind;
    }
    pair.assign({source, source});
    ASSERT_EQ(pair.spans().size(), 1u) << "a text against itself is one span";
    EXPECT_EQ(pair.spans()[0].span_class, SpanClass::identical);
  }
}

class ObfuscatedSpans : public ::testing::TestWithParam<const char*> {
 protected:
  static std::string swaps_of(PreparedPair& pair) {
    std::string text;
    for (const Substitution& row : pair.swaps().rows) {
      text += row.from + ">" + row.to + "×" + std::to_string(row.count) + " of " +
              std::to_string(row.available) + " " + std::string(name_of(row.kind)) + " " +
              row.sense + "\n";
    }
    for (const Swap& swap : pair.swaps().swaps) {
      text += std::to_string(swap.source_begin) + "-" + std::to_string(swap.source_end) + ">" +
              std::to_string(swap.rewrite_begin) + "-" + std::to_string(swap.rewrite_end) + " ";
    }
    return text;
  }
};

TEST_P(ObfuscatedSpans, CutTheRawTextAndSwapsAreThoseOfTheCleanOne) {
  const std::string source = testing::corpus_text(std::string(GetParam()) + "/original");
  for (const std::string kind : {"/spun", "/reworded", "/shortened"}) {
    const std::string rewrite = testing::corpus_text(GetParam() + kind);
    const std::string hidden_rewrite = testing::obfuscated(rewrite, 1);
    const std::string hidden_source = testing::obfuscated(source, 2);
    ASSERT_GT(hidden_rewrite.size(), rewrite.size() + 100);
    PreparedPair clean({}, small_thesaurus());
    clean.assign({source, rewrite});
    const std::string clean_swaps = swaps_of(clean);

    for (const auto& [from, to] :
         {std::pair(&source, &hidden_rewrite), std::pair(&hidden_source, &rewrite),
          std::pair(&hidden_source, &hidden_rewrite)}) {
      PreparedPair pair({}, small_thesaurus());
      pair.assign({*from, *to});
      EXPECT_EQ(flaw_of_spans(pair), "");
      EXPECT_EQ(pair.spans(), clean.spans());
      EXPECT_EQ(swaps_of(pair), clean_swaps) << kind;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Corpora, ObfuscatedSpans, ::testing::ValuesIn(testing::corpus_subjects),
                         [](const auto& tested) {
                           std::string name = tested.param;
                           std::erase(name, '-');
                           return name;
                         });

TEST(Spans, OfHiddenTextCutTheRawText) {
  const std::string source = "the old brand grew";
  const std::string rewrite = "the \u043Eld mo\u00ADdel\u200B grew";
  PreparedPair pair;
  pair.assign({source, rewrite});
  std::string cut;
  for (const SpanRecord& span : evidence_of(pair).spans) {
    cut +=
        "[" +
        rewrite.substr(span.rewrite.begin_byte, span.rewrite.end_byte - span.rewrite.begin_byte) +
        "]";
  }
  EXPECT_EQ(cut, "[the \u043Eld][mo\u00ADdel][grew]");
}

}  // namespace
}  // namespace unspin
