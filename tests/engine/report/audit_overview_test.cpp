#include "engine/report/audit_overview.hpp"

#include <gtest/gtest.h>

#include "tests/engine/report/made_up_finding.hpp"

namespace unspin {
namespace {

/// A finding of 30 words.
FindingLine finding(std::string_view page, std::string_view original, std::string_view label) {
  FindingLine line = FindingLineReader().read(testing::finding_line_with("f0", "\"text\""), "");
  line.page.id = page;
  line.page.address = "https://copies.example/" + std::string(page);
  line.page.date = "2024-05-06T07:08:09Z";
  line.original.id = original;
  line.label = label;
  return line;
}

TEST(AuditOverviews, CountFindingsAndPages) {
  AuditOverview overview;
  overview.add(finding("p", "bees", "spun"), false);
  overview.add(finding("p", "clock", "spun"), false);
  overview.add(finding("q", "bees", "verbatim"), false);
  overview.add(finding("r", "bees", "verbatim"), true);
  EXPECT_EQ(overview.all().findings, 3u);
  EXPECT_EQ(overview.all().pages, 2u);
  EXPECT_EQ(overview.all().words, 90u);
  EXPECT_EQ(overview.all().spun, 2u);
  EXPECT_EQ(overview.spun_pages(), 1u);
  EXPECT_EQ(overview.verbatim_pages(), 1u);
  EXPECT_EQ(overview.dismissed(), 1u);
}

TEST(AuditOverviews, APageCanHaveCopiesOfBothKinds) {
  AuditOverview overview;
  overview.add(finding("p", "bees", "spun"), false);
  overview.add(finding("p", "clock", "verbatim"), false);
  EXPECT_EQ(overview.all().pages, 1u);
  EXPECT_EQ(overview.spun_pages(), 1u);
  EXPECT_EQ(overview.verbatim_pages(), 1u);
}

TEST(AuditOverviews, KnowWhoCopiedWhat) {
  AuditOverview overview;
  FindingLine elsewhere = finding("q", "bees", "verbatim");
  elsewhere.page.address.clear();
  overview.add(finding("p", "bees", "spun"), false);
  overview.add(finding("p", "clock", "spun"), false);
  overview.add(elsewhere, false);
  EXPECT_EQ(overview.originals().at("bees").pages, 2u);
  EXPECT_EQ(overview.originals().at("bees").spun, 1u);
  EXPECT_EQ(overview.originals().at("bees").name, "text") << "its title";
  EXPECT_EQ(overview.sites().at("copies.example").pages, 1u);
  EXPECT_EQ(overview.sites().at("copies.example").findings, 2u);
  EXPECT_EQ(overview.sites().at("").pages, 1u);
}

TEST(AuditOverviews, CountPagesByMonth) {
  AuditOverview overview;
  FindingLine undated = finding("q", "bees", "spun");
  undated.page.date.clear();
  overview.add(finding("p", "bees", "spun"), false);
  overview.add(finding("p", "clock", "spun"), false);
  overview.add(undated, false);
  ASSERT_EQ(overview.months().size(), 1u);
  EXPECT_EQ(overview.months().at("2024-05").pages, 1u);
}

TEST(AuditOverviews, TakeOnlyWhatBeginsLikeADate) {
  EXPECT_EQ(month_of("2024-05-06"), "2024-05");
  EXPECT_EQ(month_of("2024-12"), "2024-12");
  EXPECT_EQ(month_of("2024"), "2024");
  EXPECT_EQ(month_of("2024-13-01"), "2024");
  EXPECT_EQ(month_of("2024-0x"), "2024");
  for (const char* other : {"", "24-05-06", "6 May 2024", "20240506", "<b>2024", "2024x"}) {
    EXPECT_EQ(month_of(other), "") << other;
  }
}

}  // namespace
}  // namespace unspin
