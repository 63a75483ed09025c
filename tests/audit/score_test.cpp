#include "tests/audit/score.hpp"

#include <gtest/gtest.h>

#include "engine/io/error.hpp"
#include "tests/engine/io/scratch_folder.hpp"

namespace unspin::audit_set {
namespace {

Truth page(const std::string& id, Kind kind, const std::vector<std::string>& originals) {
  Truth truth{.page = id, .kind = kind};
  for (const std::string& original : originals) {
    truth.copies.push_back({original, {0, 100}, {0, 100}});
  }
  return truth;
}

Finding accusation(const std::string& page, const std::string& original, const std::string& label) {
  return {page, original, label, {{{0, 100}, {0, 100}}}};
}

const KindScore& of_kind(const Score& score, Kind kind) {
  return score.kinds[static_cast<std::size_t>(kind)];
}

TEST(AuditScore, CountsFindingsAndLabels) {
  const Score result = score(
      {page("p1", Kind::spun, {"a"}), page("p2", Kind::spun, {"b"}), page("p3", Kind::spun, {"c"})},
      {accusation("p1", "a", "spun"), accusation("p2", "b", "verbatim")});
  const KindScore& spun = of_kind(result, Kind::spun);
  EXPECT_EQ(spun.pages, 3u);
  EXPECT_EQ(spun.found, 2u);
  EXPECT_EQ(spun.labelled, 1u);
  EXPECT_EQ(spun.accused, 0u);
  EXPECT_DOUBLE_EQ(spun.passages.recall, 2.0 / 3);
  EXPECT_EQ(result.missed, std::vector<std::string>{"p3\tspun\t\tc"});
}

TEST(AuditScore, CountsWhoIsWronged) {
  const Score result = score(
      {page("p1", Kind::clean, {}), page("p2", Kind::clean, {}), page("p3", Kind::verbatim, {"c"})},
      {accusation("p1", "a", "spun"), accusation("p1", "b", "spun"),
       accusation("p3", "c", "verbatim"), accusation("p3", "d", "verbatim")});
  EXPECT_EQ(of_kind(result, Kind::clean).accused, 1u);
  EXPECT_EQ(of_kind(result, Kind::verbatim).accused, 1u);
  EXPECT_EQ(of_kind(result, Kind::verbatim).labelled, 1u);
  EXPECT_EQ(result.accusations, 4u);
  EXPECT_EQ(result.right, 1u);
  EXPECT_EQ(result.wrong,
            (std::vector<std::string>{"p1\tclean\t\ta", "p1\tclean\t\tb", "p3\tverbatim\t\td"}));
}

TEST(AuditScore, FindsAPageOfTwoOriginalsOnlyWithBoth) {
  const std::vector<Truth> truth = {page("p1", Kind::two_originals, {"a", "b"})};
  const Finding first = accusation("p1", "a", "spun"), second = accusation("p1", "b", "spun");
  EXPECT_EQ(of_kind(score(truth, {first}), Kind::two_originals).found, 0u);
  EXPECT_EQ(of_kind(score(truth, {first, second}), Kind::two_originals).found, 1u);
}

TEST(AuditScore, RefusesFindingsOfAnotherCrawl) {
  EXPECT_THROW(score({}, {accusation("p1", "a", "spun")}), Error);
}

TEST(AuditScore, ReadsWhatAnAuditWrites) {
  const testing::ScratchFolder folder;
  const std::string file = folder.put(
      "findings.jsonl",
      R"({"schema":1,"page":{"id":"p1","address":"u","words":8},"original":{"id":"a"},)"
      R"("verdict":{"label":"spun","confidence":0.97},"shares":{},"passages":[)"
      R"({"page":{"begin":120,"end":640},"original":{"begin":0,"end":510},"label":"spun"}]})"
      "\n");
  const std::vector<Finding> findings = read_findings(file);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].page, "p1");
  EXPECT_EQ(findings[0].original, "a");
  EXPECT_EQ(findings[0].label, "spun");
  ASSERT_EQ(findings[0].passages.size(), 1u);
  EXPECT_EQ(findings[0].passages[0].page, (Span{120, 640}));
  EXPECT_EQ(findings[0].passages[0].source, (Span{0, 510}));
  EXPECT_THROW(read_findings(folder.put("cut.jsonl", R"({"schema":1,"page":{"id":)")), Error);
}

TEST(AuditScore, IsShownWithIntervals) {
  const Score result = score({page("p1", Kind::clean, {}), page("p2", Kind::spun, {"b"})}, {});
  EXPECT_NE(as_text(result).find("0.0000 [0.0000, 0.7935]"), std::string::npos);
  EXPECT_NE(as_markdown(result).find("| clean | 1 | 0 | 0.0000 [0.0000, 0.7935] |"),
            std::string::npos);
}

}  // namespace
}  // namespace unspin::audit_set
