// The audit on a small set of the hard kinds, made of the project's own articles: what
// `./dev audit-set` does with 25,000 texts.
#include <gtest/gtest.h>

#include "engine/audit/page_audit.hpp"
#include "scorers/verdict/model_judge.hpp"
#include "tests/audit/score.hpp"
#include "tests/audit/test_set.hpp"
#include "tests/engine/index/small_library.hpp"
#include "tests/files.hpp"
#include "tests/places.hpp"

namespace unspin::audit_set {
namespace {

Finding in_short(const unspin::Finding& finding, const std::string& page,
                 const OriginalsIndex& index) {
  Finding made{.page = page,
               .original = std::string(index.label(finding.original).id),
               .label = std::string(name_of(finding.label))};
  for (const FoundPassage& passage : finding.passages) {
    made.passages.push_back({{passage.page.begin_byte, passage.page.end_byte},
                             {passage.original.begin_byte, passage.original.end_byte}});
  }
  return made;
}

/// The blockquotes of the set's HTML pages are known by their blocks only: they stay out.
Score audit(const TestSet& set, const KeyOptions& keys, const Lexicon* lexicon) {
  testing::ScratchFolder folder;
  std::vector<Original> originals;
  for (const Passage& passage : set.originals) {
    originals.push_back(testing::original(passage.id, passage.text));
  }
  testing::build(folder.path("index"), originals, keys);
  const OriginalsIndex index = OriginalsIndex::open(folder.path("index"));
  const ModelJudge judge;
  PageAudit audit({.index = index, .judge = judge, .lexicon = lexicon});
  std::vector<Truth> truth;
  std::vector<Finding> findings;
  PageAuditResult result;
  for (const MadePage& page : set.crawl) {
    if (!page.html.empty()) {
      continue;
    }
    truth.push_back(page.truth);
    audit.audit({.text = page.text}, result);
    for (const unspin::Finding& finding : result.findings) {
      findings.push_back(in_short(finding, page.truth.page, index));
    }
  }
  return score(truth, findings);
}

/// Each article is three originals or so; the articles on the same subjects by other authors are
/// the innocent pages, and what copies are hidden in. Honest rewordings count as clean pages.
Cast cast_of_corpora() {
  constexpr PassageSize size{150, 400};
  Cast cast;
  for (const std::string article :
       {"city-bees", "first-10k", "old-newspapers", "railway-station"}) {
    const auto passages_of = [&](const std::string& name) {
      std::vector<Passage> passages;
      const std::string text = as_extracted(testing::corpus_text(article + "/" + name));
      for (std::string& part : cut_passages(text, size, 0)) {
        const std::string id = article + "/" + name + "#" + std::to_string(passages.size());
        passages.push_back({.id = id, .title = article, .text = std::move(part)});
      }
      return passages;
    };
    for (Passage& passage : passages_of("original")) {
      cast.originals.push_back(std::move(passage));
    }
    for (Passage& passage : passages_of("reworded")) {
      cast.clean.push_back(std::move(passage));
    }
    for (Passage& passage : passages_of("same_topic")) {
      cast.same_topic.push_back({cast.originals.size() - 1, passage});
      cast.hosts.push_back(std::move(passage));
    }
  }
  return cast;
}

class SmallAudit : public ::testing::Test {
 protected:
  void SetUp() override {
    if (std::string(places::default_lexicon_file).empty()) {
      GTEST_SKIP() << "the build has no lexicon to spin with";
    }
    lexicon_ = Lexicon::open(places::default_lexicon_file);
    training::WordCounts counts;
    const training::Thesaurus thesaurus(*lexicon_, counts);
    const Reworder reworder(thesaurus, {});
    set_ = make_set(cast_of_corpora(), {.originals = 20, .clean = 20, .hard = 12, .copies = 12},
                    reworder);
  }

  std::shared_ptr<const Lexicon> lexicon_;
  TestSet set_;
};

TEST_F(SmallAudit, FindsTheCopiesAndNothingElse) {
  const Score result = audit(set_, {}, lexicon_.get());
  for (const KindScore& kind : result.kinds) {
    EXPECT_GT(kind.pages, 0u) << name_of(kind.kind);
    EXPECT_EQ(kind.accused, 0u) << name_of(kind.kind);
    if (!is_innocent(kind.kind)) {
      // Of the short spun ones one in a dozen may be open: 7 in 100 of 40 words are.
      const bool is_hard = kind.kind == Kind::spun_40 || kind.kind == Kind::spun_80;
      EXPECT_GE(kind.found + (is_hard ? 1 : 0), kind.pages) << name_of(kind.kind);
    }
  }
  EXPECT_GT(result.passages.plagdet, 0.9) << as_text(result);
}

TEST_F(SmallAudit, FindsWholeCopiesByAQuarterOfTheKeys) {
  const Score result = audit(set_, {.language = "en", .sampling = 4}, lexicon_.get());
  for (const KindScore& kind : result.kinds) {
    if (kind.kind == Kind::verbatim || kind.kind == Kind::spun || kind.kind == Kind::spun_160) {
      EXPECT_EQ(kind.found, kind.pages) << name_of(kind.kind);
    }
  }
}

}  // namespace
}  // namespace unspin::audit_set
