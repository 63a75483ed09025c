#include "engine/report/reviews.hpp"

#include <gtest/gtest.h>

#include "engine/io/error.hpp"

namespace unspin {
namespace {

TEST(FindingReviews, AreLinesInTheOrderOfTheirIds) {
  const Reviews reviews = {
      {"fb", {.status = ReviewStatus::confirmed}},
      {"fa", {.status = ReviewStatus::dismissed, .reason = "licensed \"2023\""}}};
  const std::string text = reviews_text(reviews);
  EXPECT_EQ(text,
            "{\"id\":\"fa\",\"status\":\"dismissed\",\"reason\":\"licensed \\\"2023\\\"\"}\n"
            "{\"id\":\"fb\",\"status\":\"confirmed\"}\n");
  Reviews read;
  read_review(std::string_view(text).substr(0, text.find('\n')), "", read);
  read_review(R"({"id":"fb","status":"confirmed"})", "", read);
  EXPECT_EQ(read, reviews);
}

TEST(FindingReviews, ThatAreNoneAreNamed) {
  for (const char* line : {"", "{}", "[]", R"({"id":"fa"})", R"({"id":"fa","status":"maybe"})",
                           R"({"id":1,"status":"dismissed"})"}) {
    Reviews reviews;
    try {
      read_review(line, "reviews.jsonl, line 2", reviews);
      FAIL() << line;
    } catch (const Error& error) {
      EXPECT_STREQ(error.what(), "reviews.jsonl, line 2: this is no review");
      EXPECT_TRUE(reviews.empty());
    }
  }
}

}  // namespace
}  // namespace unspin
