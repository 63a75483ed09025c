// The first thing that an audit must flag: a real spun copy among honest texts. The original is
// looked for in the folder that UNSPIN_SHARED names; the honest texts are what naive detectors
// accuse, and the project's own articles.
#include <cstdlib>
#include <gtest/gtest.h>
#include <string>

#include "engine/audit/page_audit.hpp"
#include "engine/io/pair_row.hpp"
#include "scorers/verdict/model_judge.hpp"
#include "tests/engine/index/small_library.hpp"
#include "tests/files.hpp"
#include "tests/places.hpp"

namespace unspin {
namespace {

TEST(SharedPairsAudit, FindsTheSeedAndAccusesNoHonestText) {
  const char* folder = std::getenv("UNSPIN_SHARED");
  if (folder == nullptr || std::string(places::default_lexicon_file).empty()) {
    GTEST_SKIP() << "UNSPIN_SHARED is not set, or there is no lexicon";
  }
  const std::string shared = folder;
  const testing::ScratchFolder scratch;
  testing::build(scratch.path("index"),
                 std::vector{testing::original(
                     "seed", testing::read_file(shared + "/seeds/000_749ccd369d47482e.txt"))});
  const OriginalsIndex index = OriginalsIndex::open(scratch.path("index"));
  const std::shared_ptr<const Lexicon> lexicon = Lexicon::open(places::default_lexicon_file);
  const ModelJudge judge;
  PageAudit audit({.index = index, .judge = judge, .lexicon = lexicon.get()});
  PageAuditResult result;
  audit.audit({.text = testing::read_file(shared + "/seeds/004_71315c546b998cf8.txt")}, result);
  ASSERT_EQ(result.findings.size(), 1u);
  EXPECT_EQ(result.findings[0].label, Label::spun);
  EXPECT_GT(result.findings[0].page.after, 0.95);
  const double score_of_seed = result.search_score;

  const std::string path = shared + "/data/honest_hard.jsonl.gz";
  const auto source = open_source(path);
  RecordReader reader(*source, path);
  PairRowParser parser(reader);
  RecordBatch batch;
  PairRow row;
  std::size_t pages = 0;
  while (reader.fill(batch, 1000, 1 << 22)) {
    for (const Record& record : batch.records) {
      ASSERT_FALSE(parser.parse(batch.view(record), record.line, row));
      audit.audit({.text = row.rewrite}, result);
      EXPECT_TRUE(result.findings.empty()) << row.id;
      EXPECT_LT(result.search_score, score_of_seed / 10) << row.id;
      ++pages;
    }
  }
  EXPECT_GT(pages, 1000u);
}

}  // namespace
}  // namespace unspin
