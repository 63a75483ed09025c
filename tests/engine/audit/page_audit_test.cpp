#include "engine/audit/page_audit.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <optional>

#include "tests/engine/audit/audited_pages.hpp"

namespace unspin {
namespace {

using testing::corpus_originals;
using testing::corpus_text;
using testing::crudely_spun;
using testing::words_of;

/// Words that nobody else has.
std::string own_words(const std::string& vocabulary, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += fmt::format("{}{} ", vocabulary, i);
  }
  return text;
}

double double_of(std::size_t place) { return static_cast<double>(place); }

class PageAuditing : public ::testing::Test {
 protected:
  void build(const std::vector<Original>& originals, const KeyOptions& keys = {}) {
    testing::build(folder.path("index"), originals, keys);
    open();
  }

  void open() {
    index.emplace(OriginalsIndex::open(folder.path("index")));
    worker.emplace(AuditMeans{.index = *index, .judge = judge, .ignored = &ignored});
  }

  const PageAuditResult& audited(const AuditedPage& page) {
    worker->audit(page, result);
    return result;
  }

  /// "spun of city-bees (also: reprint); verbatim of first-10k": the whole result in short.
  std::string findings(const AuditedPage& page) {
    std::string text;
    for (const Finding& finding : audited(page).findings) {
      text += fmt::format("{}{} of {}", text.empty() ? "" : "; ", name_of(finding.label),
                          index->label(finding.original).id);
      for (const std::uint32_t other : finding.also) {
        text += fmt::format(" (also: {})", index->label(other).id);
      }
    }
    return text.empty() ? "nothing" : text;
  }
  std::string findings(const std::string& text) { return findings(AuditedPage{.text = text}); }

  /// Everything that a result says, to be compared.
  std::string in_full(const std::string& page) {
    std::string text = findings(page);
    text += fmt::format(" {} {}", result.words, result.search_score);
    for (const Finding& finding : result.findings) {
      text += fmt::format("\n{} {} {} {}", finding.confidence, finding.page.before,
                          finding.page.after, finding.original_share);
      for (const FoundPassage& passage : finding.passages) {
        text +=
            fmt::format("\n {}-{} {}-{} {} {} {}", passage.page.begin_byte, passage.page.end_byte,
                        passage.original.begin_byte, passage.original.end_byte, passage.confidence,
                        passage.score, passage.swaps.size());
      }
    }
    return text;
  }

  testing::ScratchFolder folder;
  const testing::KeptWordsJudge judge;
  IgnoredTexts ignored;
  std::optional<OriginalsIndex> index;
  std::optional<PageAudit> worker;
  PageAuditResult result;

  const std::string bees = corpus_text("city-bees/original");
  const std::string station = corpus_text("railway-station/original");
  // Of a text that is in no library here.
  const std::string filler = corpus_text("old-newspapers/same_topic");
  const std::string before = words_of(filler, 0, 250) + "\n";
  const std::string after = "\n" + words_of(filler, 250, 500);
};

TEST_F(PageAuditing, FindsTheOriginalOfASpunPage) {
  build(corpus_originals());
  for (const std::string subject : testing::corpus_subjects) {
    const std::string original = corpus_text(subject + "/original");
    ASSERT_EQ(findings(crudely_spun(original)), "spun of " + subject);
    EXPECT_GT(result.findings[0].page.before, 0.99);
    EXPECT_GT(result.findings[0].original_share, 0.99);
    EXPECT_GT(result.findings[0].confidence, 0.99);
    EXPECT_FALSE(result.is_original);
    EXPECT_EQ(findings(original), "verbatim of " + subject);
  }
}

TEST_F(PageAuditing, SaysHowManyWordsPageAndOriginalHave) {
  build({testing::original("a", own_words("apple", 80))});
  EXPECT_EQ(audited({.text = own_words("page", 20) + own_words("apple", 60)}).words, 80u);
  ASSERT_EQ(result.findings.size(), 1u);
  EXPECT_EQ(result.findings[0].page_words, 80u);
  EXPECT_EQ(result.findings[0].original_words, 80u);
  EXPECT_DOUBLE_EQ(result.findings[0].page.before, 0.75);
  EXPECT_DOUBLE_EQ(result.findings[0].page.after, 0.75);
  EXPECT_DOUBLE_EQ(result.findings[0].original_share, 0.75);
}

TEST_F(PageAuditing, FindsAPassageAndItsPlaceOnBothSides) {
  build(corpus_originals());
  const std::string passage = words_of(bees, 300, 360);
  const std::string page = before + crudely_spun(passage) + after;
  ASSERT_EQ(findings(page), "spun of city-bees");
  ASSERT_EQ(result.findings[0].passages.size(), 1u);
  const FoundPassage& found = result.findings[0].passages[0];
  EXPECT_NEAR(found.page.begin_word, 250, 3);
  EXPECT_NEAR(found.page.end_word, 310, 3);
  EXPECT_NEAR(found.original.begin_word, 300, 3);
  EXPECT_NEAR(found.original.end_word, 360, 3);
  EXPECT_NEAR(found.page.begin_byte, double_of(before.size()), 15);
  EXPECT_NEAR(found.page.end_byte, double_of(page.size() - after.size()), 15);
  EXPECT_NEAR(found.original.begin_byte, double_of(bees.find(words_of(passage, 0, 4))), 15);
  EXPECT_FALSE(found.swaps.empty());
}

TEST_F(PageAuditing, OriginalsOfOnePageAreNamedByPassageTheMostWordsFirst) {
  build(corpus_originals());
  const std::string of_bees = crudely_spun(words_of(bees, 100, 180));
  const std::string of_station = crudely_spun(words_of(station, 400, 520));
  const std::string page = before + of_bees + after + "\n" + of_station;
  ASSERT_EQ(findings(page), "spun of railway-station; spun of city-bees");
  ASSERT_EQ(result.findings[0].passages.size(), 1u);
  ASSERT_EQ(result.findings[1].passages.size(), 1u);
  EXPECT_NEAR(result.findings[0].passages[0].page.begin_byte, double_of(page.find(of_station)), 30);
  EXPECT_NEAR(result.findings[1].passages[0].page.begin_byte, double_of(page.find(of_bees)), 30);
  EXPECT_NEAR(result.findings[0].passages[0].original.begin_word, 400, 4);
  EXPECT_NEAR(result.findings[1].passages[0].original.begin_word, 100, 4);
}

TEST_F(PageAuditing, PassagesOfOneOriginalStandInTheOrderOfThePage) {
  build(corpus_originals());
  const std::string page = before + crudely_spun(words_of(bees, 400, 460)) + after + "\n" +
                           crudely_spun(words_of(bees, 100, 220));
  ASSERT_EQ(findings(page), "spun of city-bees");
  ASSERT_EQ(result.findings[0].passages.size(), 2u);
  EXPECT_NEAR(result.findings[0].passages[0].original.begin_word, 400, 4);
  EXPECT_NEAR(result.findings[0].passages[1].original.begin_word, 100, 4);
}

TEST_F(PageAuditing, NoWordOfAPageIsInTwoPassages) {
  build(corpus_originals());
  for (const std::string subject : testing::corpus_subjects) {
    audited({.text = corpus_text(subject + "/shortened")});
    for (const Finding& finding : result.findings) {
      std::uint32_t last = 0;
      std::uint32_t words = 0;
      for (const FoundPassage& passage : finding.passages) {
        EXPECT_GE(passage.page.begin_word, last) << subject;
        last = passage.page.end_word;
        words += last - passage.page.begin_word;
      }
      EXPECT_DOUBLE_EQ(finding.page.before, static_cast<double>(words) / result.words);
    }
  }
}

TEST_F(PageAuditing, AReprintIsNamedBesideTheOriginalNotAccusedAgain) {
  std::vector<Original> originals = corpus_originals();
  originals.push_back(testing::original("reprint", bees));
  build(originals);
  EXPECT_EQ(findings(crudely_spun(bees)), "spun of city-bees (also: reprint)");
  EXPECT_EQ(findings(before + crudely_spun(words_of(bees, 300, 380)) + after),
            "spun of city-bees (also: reprint)");
  EXPECT_EQ(findings(crudely_spun(station)), "spun of railway-station");
}

TEST_F(PageAuditing, ALaterVersionThatFitsWorseIsNotNamed) {
  std::vector<Original> originals = corpus_originals();
  originals.push_back(testing::original("spun-before", crudely_spun(bees)));
  build(originals);
  EXPECT_EQ(findings(bees), "verbatim of city-bees");
  EXPECT_EQ(findings(crudely_spun(bees)), "verbatim of spun-before");
}

TEST_F(PageAuditing, AnOriginalWithPartOfThePassageIsNotNamed) {
  std::vector<Original> originals = corpus_originals();
  originals.push_back(testing::original("excerpt", words_of(bees, 300, 340)));
  build(originals);
  EXPECT_EQ(findings(before + words_of(bees, 300, 360) + after), "verbatim of city-bees");
}

TEST_F(PageAuditing, ARefrainDoesNotNameItsOwnOriginalBesideIt) {
  const std::string refrain = own_words("refrain", 60);
  build({testing::original("song", refrain + own_words("verse", 80) + refrain)});
  EXPECT_EQ(findings(own_words("page", 40) + refrain), "verbatim of song");
}

TEST_F(PageAuditing, AQuotationWordForWordIsNotAccused) {
  build(corpus_originals());
  const std::string passage = words_of(bees, 300, 380);
  EXPECT_EQ(findings(before + passage + after), "verbatim of city-bees") << "without marks";
  EXPECT_EQ(findings(before + "“" + passage + "”" + after), "nothing");
  EXPECT_EQ(findings(before + "> " + passage + after), "nothing");
  const std::string page = before + passage + after;
  const QuotedRange set_apart[] = {{before.size(), before.size() + passage.size()}};
  EXPECT_EQ(findings({.text = page, .quoted = set_apart}), "nothing");
}

TEST_F(PageAuditing, ASpunQuotationIsAccused) {
  build(corpus_originals());
  const std::string passage = crudely_spun(words_of(bees, 300, 380));
  EXPECT_EQ(findings(before + "“" + passage + "”" + after), "spun of city-bees");
  EXPECT_EQ(findings(before + "> " + passage + after), "spun of city-bees");
}

TEST_F(PageAuditing, APageThatIsOneQuotationIsACopy) {
  build(corpus_originals());
  EXPECT_EQ(findings("“" + words_of(bees, 0, 200) + "”"), "verbatim of city-bees");
  const QuotedRange whole[] = {{0, bees.size()}};
  EXPECT_EQ(findings({.text = bees, .quoted = whole}), "verbatim of city-bees");
}

TEST_F(PageAuditing, AQuotationWithinACopyCountsBeforeDiscountsOnly) {
  build({testing::original("a", own_words("apple", 100))});
  const std::string page = words_of(own_words("apple", 100), 0, 40) + " “" +
                           words_of(own_words("apple", 100), 40, 60) + "” " +
                           words_of(own_words("apple", 100), 60, 100);
  ASSERT_EQ(findings(page), "verbatim of a");
  EXPECT_DOUBLE_EQ(result.findings[0].page.before, 1);
  EXPECT_DOUBLE_EQ(result.findings[0].page.after, 0.8);
  EXPECT_EQ(result.findings[0].passages[0].words, (std::array<std::uint32_t, 4>{80, 20, 0, 0}));
}

/// Originals with texts of their own above a notice in which only a name and a date differ.
std::vector<Original> with_notice(int count, const std::string& notice) {
  std::vector<Original> originals;
  for (int i = 0; i < count; ++i) {
    originals.push_back(
        testing::original(fmt::format("{}", i), own_words(fmt::format("own{}x", i), 60) + notice));
  }
  return originals;
}

TEST_F(PageAuditing, TemplateTextIsNotAccused) {
  const std::string notice = own_words("notice", 50);
  const std::string page = own_words("page", 60) + notice;
  build(with_notice(12, notice));
  EXPECT_EQ(findings(page), "nothing");
  build(with_notice(2, notice));
  EXPECT_EQ(findings(page), "verbatim of 0 (also: 1)") << "two originals are no template";
}

TEST_F(PageAuditing, TheSlotsOfATemplateAreNotAccused) {
  const std::string notice = own_words("notice", 80);
  const auto filled = [&](const std::string& slot) {
    std::string text;
    for (std::size_t i = 0; i < 80; i += 10) {
      text += words_of(notice, i, i + 10) + " " + own_words(slot, 4);
    }
    return text;
  };
  std::vector<Original> originals = with_notice(12, filled("empty"));
  originals.push_back(testing::original("ours", own_words("ours", 40) + filled("slot")));
  build(originals);
  EXPECT_EQ(findings(own_words("page", 60) + filled("slot")), "nothing");
}

TEST_F(PageAuditing, ACopyAboveATemplateIsAccusedWithoutIt) {
  const std::string notice = own_words("notice", 20);
  build(with_notice(12, notice));
  ASSERT_EQ(findings(own_words("own3x", 60) + notice), "verbatim of 3");
  EXPECT_DOUBLE_EQ(result.findings[0].page.before, 1);
  EXPECT_DOUBLE_EQ(result.findings[0].page.after, 0.75);
  EXPECT_EQ(result.findings[0].passages[0].words, (std::array<std::uint32_t, 4>{60, 0, 20, 0}));
}

TEST_F(PageAuditing, IgnoredTextIsNotAccused) {
  build(corpus_originals());
  const std::string notice = words_of(bees, 300, 380);
  const std::string page = before + notice + after;
  EXPECT_EQ(findings(page), "verbatim of city-bees");
  ignored.add(notice);
  EXPECT_EQ(findings(page), "nothing");
  EXPECT_EQ(findings(before + words_of(bees, 100, 180) + after), "verbatim of city-bees");
}

TEST_F(PageAuditing, APageWithTheAddressOfAnOriginalIsThatOriginal) {
  std::vector<Original> originals = corpus_originals();
  originals[0].address = "https://bees.example/first-year";
  build(originals);
  EXPECT_EQ(findings({.text = bees, .address = "https://bees.example/first-year"}), "nothing");
  EXPECT_TRUE(result.is_original);
  EXPECT_EQ(result.search_score, 0);
  EXPECT_EQ(findings({.text = bees, .address = "https://copies.example/"}),
            "verbatim of city-bees");
  EXPECT_FALSE(result.is_original);
  EXPECT_EQ(findings(bees), "verbatim of city-bees") << "no address is nobody's address";
  const std::string both = bees + words_of(station, 100, 200);
  EXPECT_EQ(findings({.text = both, .address = "https://bees.example/first-year"}),
            "verbatim of railway-station")
      << "an original may have copied from another";
}

TEST_F(PageAuditing, ResultsDoNotDependOnWhatWasAuditedBefore) {
  std::vector<Original> originals = corpus_originals();
  originals[3].address = "https://station.example/";
  build(originals);
  const std::string page = before + crudely_spun(words_of(bees, 300, 400)) + after + " “" +
                           words_of(station, 100, 160) + "”";
  const std::string first = in_full(page);
  const std::string quotation = "> " + bees;
  const QuotedRange quoted[] = {{0, 500}};
  for (const AuditedPage& between :
       {AuditedPage{.text = station},
        {.text = ""},
        {.text = quotation},
        {.text = filler},
        {.text = station, .address = "https://station.example/", .quoted = quoted}}) {
    audited(between);
    EXPECT_EQ(in_full(page), first);
  }
  worker.emplace(AuditMeans{.index = *index, .judge = judge, .ignored = &ignored});
  EXPECT_EQ(in_full(page), first);
}

TEST_F(PageAuditing, PagesWithNothingToFindAreNoTrouble) {
  build(corpus_originals());
  EXPECT_EQ(findings(""), "nothing");
  EXPECT_EQ(result.words, 0u);
  EXPECT_EQ(findings("Beekeeping"), "nothing");
  EXPECT_EQ(result.words, 1u);
  EXPECT_EQ(findings("Vor fünf Jahren klang es wie ein Scherz, mitten in der Stadt Bienen zu "
                     "halten. Heute hat der Verein mehr Mitglieder, als der Kurs Plätze hat, und "
                     "die Warteliste ist länger als der Kurs selbst."),
            "nothing");
  EXPECT_EQ(findings("蜂は都会でもよく育つ。屋上の巣箱には朝の光が要る。"), "nothing");
  EXPECT_EQ(findings(filler), "nothing");
}

TEST_F(PageAuditing, AnEmptyLibraryAccusesNobody) {
  build({});
  EXPECT_EQ(findings(bees), "nothing");
}

TEST_F(PageAuditing, ARemovedOriginalIsNotFound) {
  build(corpus_originals());
  EXPECT_EQ(findings(crudely_spun(bees)), "spun of city-bees");
  const std::vector<std::string> ids = {"city-bees"};
  IndexWriter(folder.path("index")).remove(ids);
  open();
  EXPECT_EQ(findings(crudely_spun(bees)), "nothing");
  EXPECT_EQ(findings(crudely_spun(station)), "spun of railway-station");
}

TEST_F(PageAuditing, ASampledIndexFindsWholePages) {
  for (const std::uint32_t sampling : {2u, 4u}) {
    build(corpus_originals(), {.sampling = sampling});
    for (const std::string subject : testing::corpus_subjects) {
      EXPECT_EQ(findings(crudely_spun(corpus_text(subject + "/original"))), "spun of " + subject)
          << "1 key of " << sampling;
    }
  }
}

}  // namespace
}  // namespace unspin
