#include "tests/audit/excerpt.hpp"

#include <gtest/gtest.h>
#include <string>

#include "bench/training/excerpts.hpp"
#include "tests/audit/made_texts.hpp"

namespace unspin::audit_set {
namespace {

std::string part(const std::string& text, Span span) {
  return text.substr(span.begin, span.size());
}

TEST(Excerpts, AreWholeSentencesOfAboutThatLength) {
  const std::string text = made_text(1, 8);
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    training::Random random(seed);
    const std::string excerpt = part(text, cut_excerpt(text, 80, random));
    const std::size_t words = training::count_words(excerpt);
    EXPECT_TRUE(words >= 72 && words <= 88) << words;
    EXPECT_TRUE(excerpt.starts_with("In the ") && excerpt.ends_with(".")) << excerpt;
  }
}

TEST(Excerpts, AreCutAtAWordWhereSentencesAreTooLong) {
  std::string text = "It began";
  for (int i = 0; i < 100; ++i) {
    text += " and went on";
  }
  training::Random random(1);
  const std::string excerpt = part(text, cut_excerpt(text + ".", 40, random));
  EXPECT_EQ(training::count_words(excerpt), 40u);
  EXPECT_TRUE(excerpt.starts_with("It began and") && excerpt.ends_with("on and went"));
}

TEST(Excerpts, OfAShortTextAreAllOfIt) {
  training::Random random(1);
  EXPECT_EQ(cut_excerpt("Only this.", 40, random), (Span{0, 10}));
}

TEST(Excerpts, ThatAreQuotedStayInTheirParagraphAndHaveNoMarksOfTheirOwn) {
  const std::string text = "He said \"no\" and left the house at once.\n\n" + made_text(1, 3);
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    training::Random random(seed);
    const auto place = cut_quotation(text, 10, 60, "\"", random);
    ASSERT_TRUE(place);
    EXPECT_EQ(part(text, *place).find_first_of("\"\n"), text.npos);
  }
  training::Random random(1);
  EXPECT_FALSE(cut_quotation("He said \"no\" and left the house at once.", 5, 60, "\"", random));
}

}  // namespace
}  // namespace unspin::audit_set
