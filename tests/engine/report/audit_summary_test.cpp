#include "engine/report/audit_summary.hpp"

#include <gtest/gtest.h>

#include "engine/io/error.hpp"

namespace unspin {
namespace {

const AuditSummary whole = {.settings = "unspin:1 \"so\"",
                            .originals = 7,
                            .pages = 1'200,
                            .own_pages = 3,
                            .left_out = 2,
                            .passed_over = {{"image/png", 4}, {"video/mp4", 1}}};

TEST(AnAuditSummary, IsReadAsItWasWritten) {
  EXPECT_EQ(read_audit_summary(audit_summary_text(whole), ""), whole);
  EXPECT_EQ(audit_summary_text(whole),
            "{\n"
            "  \"schema\": 1,\n"
            "  \"settings\": \"unspin:1 \\\"so\\\"\",\n"
            "  \"originals\": 7,\n"
            "  \"pages\": 1200,\n"
            "  \"own_pages\": 3,\n"
            "  \"left_out\": 2,\n"
            "  \"passed_over\": {\"image/png\": 4, \"video/mp4\": 1}\n"
            "}\n");
}

TEST(AnAuditSummary, AddsWhatAnotherShardRead) {
  AuditSummary sum = whole;
  sum.add({.originals = 7,
           .pages = 10,
           .own_pages = 1,
           .left_out = 5,
           .passed_over = {{"image/png", 1}}});
  EXPECT_EQ(sum, (AuditSummary{.settings = whole.settings,
                               .originals = 7,
                               .pages = 1'210,
                               .own_pages = 4,
                               .left_out = 7,
                               .passed_over = {{"image/png", 5}, {"video/mp4", 1}}}));
}

TEST(AnAuditSummary, RefusesWhatIsNone) {
  std::string damaged = audit_summary_text(whole);
  damaged.replace(damaged.find("1200"), 4, "true");
  for (const std::string& text : {std::string("{}"), std::string(), damaged}) {
    EXPECT_THROW(read_audit_summary(text, "summary.json"), Error) << text;
  }
}

}  // namespace
}  // namespace unspin
