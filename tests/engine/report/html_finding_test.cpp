// A finding as an article, whatever its line says.
#include "engine/report/html_finding.hpp"

#include <gtest/gtest.h>

#include "engine/io/json_text.hpp"
#include "tests/engine/report/made_up_finding.hpp"

namespace unspin {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

FindingLine finding_with(std::string_view text) {
  std::string json;
  append_json_string(text, json);
  return FindingLineReader().read(testing::finding_line_with("f0123456789abcdef", json), "");
}

std::string article_of(const FindingLine& finding, const Review* review = nullptr) {
  std::string out;
  HtmlWriter html(out);
  put_finding(finding, review, "f0", html);
  return out;
}

TEST(AFindingsArticle, SaysWhatWasCopied) {
  FindingLine finding = finding_with("text");
  finding.page.address = "https://copies.example/7";
  finding.page.title = "Metropolis bees";
  const std::string article = article_of(finding);
  EXPECT_TRUE(article.starts_with("<article id=\"f0\" class=\"spun\">"));
  EXPECT_TRUE(has(article, "Finding f0123456789a</p>"));
  EXPECT_TRUE(has(article, "<h1>Spun copy</h1>"));
  EXPECT_TRUE(has(article, "The page has 30 words")) << article;
  EXPECT_TRUE(has(article, "50% of the page; 12% of the original")) << article;
  EXPECT_TRUE(has(article, "Confidence 88%: it is likely"));
  EXPECT_TRUE(has(article, "<bdi>Metropolis bees</bdi>"));
  EXPECT_TRUE(has(article, " href=\"https://copies.example/7\"><bdi>https://copies.example/7"));
  EXPECT_TRUE(
      has(article, "4 words of quotations, 2 of template text, 1 of what is to be ignored"));
  EXPECT_TRUE(has(article, "without them 25% of the page"));
  EXPECT_TRUE(
      has(article, "viewBox=\"0 0 400 1\"><rect height=\"1\" class=\"s\" x=\"10\" width=\"30\""));
  EXPECT_TRUE(has(article, "words 4–33 of the original, 11–40 of the page"));
}

TEST(AFindingsArticle, SaysWhatAPersonDecided) {
  EXPECT_FALSE(has(article_of(finding_with("text")), "class=\"review\""));
  const Review dismissed = {.status = ReviewStatus::dismissed, .reason = "licensed in <2023>"};
  EXPECT_TRUE(has(article_of(finding_with("text"), &dismissed),
                  "<p class=\"review\"><b>Dismissed</b>: licensed in &lt;2023&gt;</p>"));
  const Review confirmed = {.status = ReviewStatus::confirmed};
  EXPECT_TRUE(has(article_of(finding_with("text"), &confirmed), "<b>Confirmed</b></p>"));
}

TEST(AFindingsArticle, LinksToNothingButTheWeb) {
  FindingLine finding = finding_with("text");
  for (const char* address : {"https://a.example/", "HTTP://a.example/"}) {
    finding.page.address = address;
    EXPECT_TRUE(has(article_of(finding), "<a rel=\"noreferrer noopener\"")) << address;
  }
  for (const char* address :
       {"javascript:attack()", "JavaScript:attack()//https://", " https://a.example/",
        "data:text/html,x", "file:///etc/passwd", "ftp://a.example/", "//a.example/", "https://",
        "\thttps://a.example"}) {
    finding.page.address = address;
    EXPECT_FALSE(has(article_of(finding), "<a ")) << address;
  }
}

TEST(AFindingsArticle, EscapesAllThatItShows) {
  constexpr std::string_view attack = "</p><script>attack()</script>\"' onload='attack()";
  const Review review = {.status = ReviewStatus::confirmed, .reason = std::string(attack)};
  FindingLine finding = finding_with(attack);
  finding.id = finding.signature = attack;
  std::string article;
  HtmlWriter html(article);
  put_finding(finding, &review, attack, html);
  EXPECT_FALSE(has(article, "<script"));
  EXPECT_FALSE(has(article, "' onload"));
  EXPECT_TRUE(has(article, "&lt;script&gt;attack()"));
}

}  // namespace
}  // namespace unspin
