#include "engine/audit/passage_check.hpp"

#include <gtest/gtest.h>
#include <optional>

#include "tests/engine/audit/audited_pages.hpp"
#include "tests/engine/lexicon/small_lexicon.hpp"

namespace unspin {
namespace {

using testing::corpus_text;
using testing::words_of;

/// Says always the same, and remembers of what.
class ObedientJudge : public Judge {
 public:
  Judgement judge(PreparedPair& pair) const override {
    page = pair.rewrite();
    original = pair.source();
    ++calls;
    return {.verdict = verdict_, .evidence = {}};
  }
  std::string_view name() const override { return "obedient"; }

  void say(double verbatim, double spun, double paraphrase) {
    verdict_.probabilities = {{verbatim, spun, paraphrase, 1 - verbatim - spun - paraphrase}};
  }

  mutable std::string page, original;
  mutable int calls = 0;

 private:
  Verdict verdict_ = {.label = Label::spun};
};

/// Sixty words of an original in the middle of a page that has nothing else to do with it.
class PassageChecking : public ::testing::Test {
 protected:
  PassageChecking() { judge.say(0.01, 0.98, 0.01); }

  /// Checks a page of `before`, `passage` and `after`; the candidate is the passage's middle, as a
  /// search may find it.
  std::optional<FoundPassage> check(const std::string& passage, double score = 900,
                                    std::vector<Discount> discounts = {}) {
    page = before + "\n" + passage + "\n" + after;
    checker.assign_page(page);
    checker.assign_original(original);
    const auto words = static_cast<std::uint32_t>(checker.page_words().size());
    discounts.resize(words);
    auto found = checker.check(middle(words, score), {0, words}, discounts);
    if (found) {
      checker.find_changes(*found);
    }
    return found;
  }

  /// The page checked last, by another check that knows the same otherwise.
  std::optional<FoundPassage> check_again(PassageCheck& other, double score) const {
    other.assign_page(page);
    other.assign_original(original);
    const auto words = static_cast<std::uint32_t>(other.page_words().size());
    return other.check(middle(words, score), {0, words}, std::vector<Discount>(words));
  }

  static CandidatePassage middle(std::uint32_t words, double score) {
    return {.original = 0,
            .page_begin = words / 2 - 10,
            .page_end = words / 2 + 10,
            .original_begin = begin + 20,
            .original_end = begin + 40,
            .score = score};
  }

  std::string text_of(const TextRange& range, const std::string& text) const {
    return text.substr(range.begin_byte, range.end_byte - range.begin_byte);
  }

  /// `count` words from the passage's first one on.
  std::vector<Discount> discounted(std::size_t from, std::size_t count, Discount discount) const {
    std::vector<Discount> discounts(60 + from + count);
    std::fill_n(discounts.end() - static_cast<std::ptrdiff_t>(count), count, discount);
    return discounts;
  }

  static constexpr std::uint32_t begin = 298;  // of the passage in the original
  const std::string original = words_of(corpus_text("city-bees/original"), 0, 1'000);
  const std::string before = words_of(corpus_text("first-10k/original"), 40, 100);
  const std::string after = words_of(corpus_text("first-10k/original"), 300, 360);
  const std::string copied = words_of(original, begin, begin + 60);
  std::string page;
  ObedientJudge judge;
  PassageCheck checker{judge, nullptr, 1};
};

TEST_F(PassageChecking, FindsWhereTheCopyBeginsAndEnds) {
  const auto found = check(copied);
  ASSERT_TRUE(found);
  EXPECT_EQ(text_of(found->page, page), copied);
  EXPECT_EQ(text_of(found->original, original), copied);
  EXPECT_EQ(found->page.begin_word, 60u);
  EXPECT_EQ(found->page.end_word, 120u);
  EXPECT_EQ(found->original.begin_word, begin);
  EXPECT_EQ(found->original.end_word, begin + 60);
  EXPECT_EQ(found->score, 900);
}

TEST_F(PassageChecking, TheJudgeSeesThePassageAndNothingElse) {
  check(copied);
  EXPECT_EQ(judge.page, copied);
  EXPECT_EQ(judge.original, copied);
}

TEST_F(PassageChecking, SaysWhatWasChangedAndWhere) {
  const std::string one_other = testing::crudely_spun(copied);
  const auto found = check(one_other);
  ASSERT_TRUE(found);
  ASSERT_FALSE(found->changes.empty());
  for (const PassageChange& change : found->changes) {
    EXPECT_NE(change.span_class, SpanClass::identical);
    const std::string theirs = page.substr(change.page_begin, change.page_end - change.page_begin);
    const std::string ours =
        original.substr(change.original_begin, change.original_end - change.original_begin);
    EXPECT_NE(theirs, ours);
    EXPECT_LE(found->page.begin_byte, change.page_begin);
    EXPECT_LE(change.page_end, found->page.end_byte);
    EXPECT_TRUE(one_other.find(theirs) != std::string::npos &&
                copied.find(ours) != std::string::npos);
  }
  EXPECT_TRUE(check(copied).value().changes.empty());
}

TEST_F(PassageChecking, TooFewWordsAreNoPassage) {
  EXPECT_FALSE(check(words_of(original, begin + 20, begin + 20 + least_passage_words - 5)));
  EXPECT_EQ(judge.calls, 0);
}

TEST_F(PassageChecking, OtherTextIsNoPassage) {
  EXPECT_FALSE(check(words_of(corpus_text("railway-station/original"), 100, 160)));
}

TEST_F(PassageChecking, TheJudgeHasItsSay) {
  judge.say(0.98, 0.01, 0.01);
  EXPECT_EQ(check(copied).value().label, Label::verbatim);
  judge.say(0.01, 0.98, 0.01);
  EXPECT_EQ(check(copied).value().label, Label::spun);
  judge.say(0.001, 0.001, 0.99);
  EXPECT_FALSE(check(testing::crudely_spun(copied)));
}

TEST_F(PassageChecking, WhatWasKeptNearlyWholeIsACopyWhateverTheJudgeThinks) {
  judge.say(0.001, 0.001, 0.99);
  const auto found = check(copied);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->label, Label::verbatim);
}

TEST_F(PassageChecking, IsSurerOfWhatScoredHigherAndIsLonger) {
  const auto sure = check(copied, 400);
  const auto less_sure = check(copied, 200);
  ASSERT_TRUE(sure && less_sure);
  EXPECT_GT(sure->confidence, less_sure->confidence);
  const auto shorter = check(words_of(original, begin, begin + 40), 400);
  ASSERT_TRUE(shorter);
  EXPECT_GT(sure->confidence, shorter->confidence);
  judge.say(0.01, 0.5, 0.45);
  EXPECT_FALSE(check(testing::crudely_spun(words_of(original, begin, begin + 40)), 60));
}

TEST_F(PassageChecking, IsSurerIfTheNewWordsAreSynonyms) {
  const auto thesaurus = testing::built_from_mythes(
      "wide|1\n(adj)|broad\n"
      "beginners|1\n(noun)|novices\n"
      "obstacle|1\n(noun)|barrier\n"
      "mistake|1\n(noun)|error\n");
  PassageCheck with_thesaurus(judge, thesaurus.get(), 1);
  std::string spun = copied;
  for (const auto& [word, swapped] : {std::pair("wide", "broad"),
                                      {"Beginners", "Novices"},
                                      {"obstacle", "barrier"},
                                      {"mistake", "error"}}) {
    spun.replace(spun.find(word), std::string_view(word).size(), swapped);
  }
  const auto less_sure = check(spun, 300);
  const auto sure = check_again(with_thesaurus, 300);
  ASSERT_TRUE(sure && less_sure);
  EXPECT_GT(sure->confidence, less_sure->confidence);
}

TEST_F(PassageChecking, ASampledIndexScoresLessForTheSame) {
  PassageCheck of_quarter(judge, nullptr, 4);
  const double whole = check(copied, 200).value().confidence;
  const auto found = check_again(of_quarter, 50);
  ASSERT_TRUE(found);
  EXPECT_DOUBLE_EQ(found->confidence, whole);
}

TEST_F(PassageChecking, DiscountedWordsAreNotJudged) {
  const auto found = check(copied, 900, discounted(0, 20, Discount::common));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->words, (std::array<std::uint32_t, 4>{40, 0, 20, 0}));
  EXPECT_EQ(judge.page, words_of(copied, 20, 60) + "\n");
  EXPECT_EQ(judge.original, words_of(copied, 20, 60) + "\n");
  EXPECT_EQ(text_of(found->page, page), copied) << "the passage is still the whole one";
}

TEST_F(PassageChecking, OtherDiscountsOfTheSamePassageNeedNoNewLook) {
  const auto with = [&](std::vector<Discount> discounts) {
    discounts.resize(checker.page_words().size());
    return discounts;
  };
  const std::vector<Discount> few = discounted(0, 20, Discount::common);
  const auto afresh = check(copied, 900, few);
  ASSERT_TRUE(afresh);
  ASSERT_TRUE(check(copied));
  const auto again = checker.check_again(with(few));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->words, afresh->words);
  EXPECT_EQ(again->confidence, afresh->confidence);
  EXPECT_EQ(text_of(again->page, page), copied);
  EXPECT_FALSE(checker.check_again(with(discounted(10, 36, Discount::common))));
}

TEST_F(PassageChecking, WhatIsLeftMustBeAPassage) {
  EXPECT_FALSE(check(copied, 900, discounted(10, 36, Discount::ignored)));
  EXPECT_EQ(judge.calls, 0);
}

TEST_F(PassageChecking, AQuotationIsDiscountedOnlyWordForWord) {
  const auto quoted = discounted(0, 20, Discount::quotation);
  EXPECT_EQ(check(copied, 900, quoted).value().words[static_cast<std::size_t>(Discount::quotation)],
            20u);
  const std::string spun = testing::crudely_spun(copied);
  EXPECT_EQ(check(spun, 900, quoted).value().words[static_cast<std::size_t>(Discount::quotation)],
            0u);
}

TEST_F(PassageChecking, WhatIsMostOfThePageIsNoQuotation) {
  page = copied;
  checker.assign_page(page);
  checker.assign_original(original);
  const CandidatePassage candidate = {.original = 0,
                                      .page_begin = 0,
                                      .page_end = 60,
                                      .original_begin = begin,
                                      .original_end = begin + 60,
                                      .score = 900};
  std::vector<Discount> discounts(60, Discount::none);
  std::fill_n(discounts.begin(), 30, Discount::quotation);
  EXPECT_EQ(checker.check(candidate, {0, 60}, discounts).value().words[1], 30u);
  std::fill_n(discounts.begin(), 31, Discount::quotation);
  EXPECT_EQ(checker.check(candidate, {0, 60}, discounts).value().words[1], 0u);
}

TEST_F(PassageChecking, TakesOnlyWordsThatAreFree) {
  page = copied;
  checker.assign_page(page);
  checker.assign_original(original);
  const CandidatePassage candidate = {.original = 0,
                                      .page_begin = 0,
                                      .page_end = 60,
                                      .original_begin = begin,
                                      .original_end = begin + 60,
                                      .score = 900};
  const auto found = checker.check(candidate, {10, 50}, std::vector<Discount>(60));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->page.begin_word, 10u);
  EXPECT_EQ(found->page.end_word, 50u);
  EXPECT_EQ(found->original.begin_word, begin + 10);
  EXPECT_FALSE(checker.check(candidate, {10, 10}, std::vector<Discount>(60)));
}

TEST_F(PassageChecking, ListsTheSwaps) {
  const auto found = check(testing::crudely_spun(copied));
  ASSERT_TRUE(found);
  ASSERT_FALSE(found->swaps.empty());
  for (const Substitution& swap : found->swaps) {
    EXPECT_NE(swap.from, swap.to);
  }
  EXPECT_TRUE(check(copied).value().swaps.empty());
}

TEST_F(PassageChecking, ACandidateBeyondTheTextsIsNone) {
  checker.assign_page("a short page");
  checker.assign_original(original);
  EXPECT_FALSE(checker.check({.original = 0,
                              .page_begin = 900,
                              .page_end = 950,
                              .original_begin = 0,
                              .original_end = 50,
                              .score = 900},
                             {900, 3}, std::vector<Discount>(3)));
}

}  // namespace
}  // namespace unspin
