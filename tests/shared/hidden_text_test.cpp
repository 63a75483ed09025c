// Texts disguised with look-alikes, invisible characters and soft hyphens, which are not part of
// the project: each is read as the text that it was made from. They are looked for in the folder
// that UNSPIN_SHARED names.
#include <bit>
#include <cstdlib>
#include <functional>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "engine/io/byte_source.hpp"
#include "engine/io/pair_row.hpp"
#include "engine/text/unfold.hpp"
#include "engine/text/word_segmenter.hpp"
#include "scorers/catalogue.hpp"

namespace unspin {
namespace {

class SharedPairsHiddenText : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("UNSPIN_SHARED");
    if (folder == nullptr) {
      GTEST_SKIP() << "UNSPIN_SHARED is not set: third-party texts are not at hand";
    }
    shared_ = folder;
  }

  void for_each_pair(const std::string& file,
                     const std::function<void(const PairRow&)>& take) const {
    const std::string path = shared_ + "/data/" + file + ".jsonl.gz";
    const auto source = open_source(path);
    RecordReader reader(*source, path);
    PairRowParser parser(reader);
    RecordBatch batch;
    PairRow row;
    while (reader.fill(batch, 1000, 1 << 22)) {
      for (const Record& record : batch.records) {
        if (!parser.parse(batch.view(record), record.line, row)) {
          take(row);
        }
      }
    }
  }

  std::vector<std::string> words_of(std::string_view text) {
    unfolder_.unfold(text, unfolded_);
    std::vector<std::string> words;
    segmenter_.for_each_word(
        unfolded_.is_changed ? std::string_view(unfolded_.text) : text,
        [&](WordSegmenter::Segment, std::string_view folded) { words.emplace_back(folded); });
    return words;
  }

  std::string shared_;
  Unfolder unfolder_;
  Unfolded unfolded_;
  WordSegmenter segmenter_;
};

TEST_F(SharedPairsHiddenText, DisguisedTextsReadAsTheirSources) {
  std::size_t pairs = 0;
  for_each_pair("homoglyph_synthetic", [&](const PairRow& row) {
    ++pairs;
    const auto expected = words_of(row.source);
    EXPECT_FALSE(unfolded_.is_changed) << row.id;
    EXPECT_EQ(words_of(row.rewrite), expected) << row.id;
    EXPECT_TRUE(unfolded_.is_changed) << row.id;
  });
  EXPECT_EQ(pairs, 288u);
}

// As if nothing had been hidden, but for the metric that counts what was.
TEST_F(SharedPairsHiddenText, ScoresOfEvidenceAreThoseOfTheCleanCopy) {
  std::vector<Selected> selected;
  select("spin", selected);
  select("term", selected);
  std::vector<Score> clean;
  std::vector<Score> hidden;
  PreparedPair pair;
  for_each_pair("homoglyph_synthetic", [&](const PairRow& row) {
    pair.assign({row.source, row.source});
    score_pair(pair, selected, clean);
    const std::size_t swaps = pair.swaps().swaps.size();
    pair.assign({row.source, row.rewrite});
    score_pair(pair, selected, hidden);
    EXPECT_EQ(pair.swaps().swaps.size(), swaps) << row.id;
    for (std::size_t i = 0; i < selected.size(); ++i) {
      if (selected[i].key == "obfuscation") {
        EXPECT_GT(hidden[i].values[0], 0) << row.id;
        continue;
      }
      for (std::size_t v = 0; v < selected[i].scorer->value_count(); ++v) {
        EXPECT_EQ(std::bit_cast<std::uint64_t>(hidden[i].values[v]),
                  std::bit_cast<std::uint64_t>(clean[i].values[v]))
            << row.id << " " << selected[i].key;
      }
    }
  });
}

// Each look-alike within a word that needs it. What ICU does not know and no person reads as the
// letter stays: at most one in twenty.
TEST_F(SharedPairsHiddenText, KnownLookAlikesAreReadAsTheirLetters) {
  std::size_t characters = 0, missed = 0;
  for_each_pair("homoglyph_table", [&](const PairRow& row) {
    for (std::size_t at = 0; at < row.rewrite.size();) {
      const std::size_t begin = at;
      for (++at; at < row.rewrite.size() && (row.rewrite[at] & 0xC0) == 0x80;) {
        ++at;
      }
      ++characters;
      const std::string look = row.rewrite.substr(begin, at - begin);
      const auto read = words_of("This cоpy has wor" + look + "ds in it, as wоrds have.");
      if (read.size() != 9 || read[3] != words_of("wor" + row.source + "ds")[0]) {
        ++missed;
        std::printf("not read as %s: %s\n", row.source.c_str(), look.c_str());
      }
    }
  });
  EXPECT_GT(characters, 1000u);
  EXPECT_LT(missed * 20, characters);
}

TEST_F(SharedPairsHiddenText, HonestTextsHideNothing) {
  std::size_t texts = 0, disguised = 0;
  for (const std::string file : {"honest_hard", "onestop", "aesop", "msrp_train"}) {
    for_each_pair(file, [&](const PairRow& row) {
      for (const std::string& text : {row.source, row.rewrite}) {
        ++texts;
        words_of(text);
        const bool is_disguised = unfolded_.count(Trick::homoglyph) > 0 ||
                                  unfolded_.count(Trick::letter_form) > 0 ||
                                  unfolded_.count(Trick::mark_flood) > 0;
        disguised += is_disguised ? 1 : 0;
        for (const HiddenText& place : unfolded_.places) {
          std::printf("%s %s: %s in “%s”\n", file.c_str(), row.id.c_str(),
                      std::string(name_of(place.trick)).c_str(),
                      text.substr(place.begin < 20 ? 0 : place.begin - 20, 50).c_str());
        }
      }
    });
  }
  EXPECT_GT(texts, 5'000u);
  EXPECT_LT(disguised * 1000, texts);
}

}  // namespace
}  // namespace unspin
