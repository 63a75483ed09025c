#include "engine/extract/metadata.hpp"

#include <gtest/gtest.h>

#include "tests/engine/extract/pages.hpp"

namespace unspin {
namespace {

using namespace testing;

std::string title_of(const std::string& html) { return read(html + story).title; }
std::string date_of(const std::string& html) { return read(html + story).date; }

TEST(Metadata, ReadsDatesThatBeginAText) {
  EXPECT_EQ(iso_date("2024-05-31T10:00:00+02:00"), "2024-05-31");
  EXPECT_EQ(iso_date(" 2024/5/3"), "2024-05-03");
  EXPECT_EQ(iso_date("20240531"), "2024-05-31");
  for (const char* no : {"", "2024", "2024-02-30", "31.5.2024", "0001-01-01", "2024-05-311", "x"}) {
    EXPECT_EQ(iso_date(no), "") << no;
  }
}

TEST(Metadata, PrefersTheTitleMadeForSharing) {
  EXPECT_EQ(title_of("<meta property=og:title content='The geese'><title>Geese - News</title>"),
            "The geese");
  EXPECT_EQ(title_of("<meta property=og:site_name content=Gazette>"
                     "<meta property=og:title content='A - B | Gazette'>"),
            "A - B");
}

TEST(Metadata, TakesTheSitesNameFromTheTitle) {
  EXPECT_EQ(title_of("<title>The geese of the island | Gazette</title>"),
            "The geese of the island");
  EXPECT_EQ(title_of("<title>Gazette – The geese of the island</title>"),
            "The geese of the island");
  EXPECT_EQ(title_of("<title>Well-known geese</title>"), "Well-known geese");
  EXPECT_EQ(title_of("<title>Geese | Birds | The Island Gazette</title><h1>Geese</h1>"), "Geese");
  EXPECT_EQ(title_of("<h1>The <i>geese</i></h1>"), "The geese");
  EXPECT_EQ(title_of("<title>One</title><svg><title>Icon</title></svg>"), "One");
  EXPECT_EQ(title_of(""), "");
}

TEST(Metadata, HasTheCanonicalAddressAndTheLanguage) {
  const Page page = read(
      "<html lang=de-AT><link rel=Canonical href='https://a.example/x?y=1&amp;z=2'>"
      "<meta property=og:url content=https://a.example/other>");
  EXPECT_EQ(page.canonical, "https://a.example/x?y=1&z=2");
  EXPECT_EQ(page.language, "de-AT");
  EXPECT_EQ(read("<meta property=og:url content=https://a.example/o>").canonical,
            "https://a.example/o");
}

TEST(Metadata, FindsTheDateOfPublication) {
  EXPECT_EQ(
      date_of("<script type=application/ld+json>{\"@type\":\"NewsArticle\","
              "\"dateModified\":\"2024-06-02\",\"datePublished\":\"2024-06-01T08:00\"}</script>"),
      "2024-06-01");
  EXPECT_EQ(date_of("<meta property=article:published_time content=2023-01-02T03:04:05Z>"),
            "2023-01-02");
  EXPECT_EQ(date_of("<meta itemprop=datePublished content=2023-01-02>"), "2023-01-02");
  EXPECT_EQ(date_of("<time class=x datetime=2022-02-02></time>"), "2022-02-02");
  EXPECT_EQ(
      date_of(
          "<time datetime=2022-02-03></time><time class=entry-date datetime=2022-02-02></time>"),
      "2022-02-02");
}

TEST(Metadata, TakesNoDateFromAWrongPlace) {
  EXPECT_EQ(date_of("<div class=comments><time datetime=2022-02-02></time></div>"), "");
  EXPECT_EQ(date_of("<aside><time class=published datetime=2022-02-02></time></aside>"), "");
  EXPECT_EQ(date_of("<script type=application/ld+json>{\"@type\":\"Event\","
                    "\"datePublished\":\"2024-06-01\"}</script>"),
            "");
  EXPECT_EQ(date_of("<meta name=date content=yesterday>"), "");
  EXPECT_EQ(date_of("<script type=application/ld+json>{not json</script>"), "");
}

}  // namespace
}  // namespace unspin
