#include "tests/audit/test_set.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <set>

#include "bench/training/excerpts.hpp"
#include "engine/extract/document_page.hpp"
#include "engine/io/document_rows.hpp"
#include "engine/io/error.hpp"
#include "tests/audit/boilerplate.hpp"
#include "tests/audit/made_texts.hpp"
#include "tests/engine/io/scratch_folder.hpp"
#include "tests/files.hpp"

namespace unspin::audit_set {
namespace {

constexpr SetSize small{.originals = 24, .clean = 4, .hard = 4, .copies = 5};

/// Main texts by id, as the audit would read them.
std::map<std::string, std::string> extracted(const std::string& file) {
  std::map<std::string, std::string> texts;
  const auto rows = open_document_rows(file);
  Document document;
  std::vector<DocumentIssue> issues;
  DocumentPageReader reader;
  for (DocumentPage page; rows->next(document, issues);) {
    const std::string id = document.id;
    EXPECT_TRUE(reader.read(document, page));
    texts[id] = main_text(page.page).text;
  }
  EXPECT_TRUE(issues.empty());
  return texts;
}

/// A set made with a thesaurus that swaps a few words of the made texts.
class TestSetTest : public ::testing::Test {
 protected:
  TestSetTest() {
    folder_.put("th_en.dat",
                "UTF-8\nfarmer|1\n(noun)|peasant\nbaker|1\n(noun)|cook\nboat|1\n(noun)|ship\n"
                "letter|1\n(noun)|note\nyear|1\n(noun)|season\nmarket|1\n(noun)|bazaar\n"
                "house|1\n(noun)|home\nriver|1\n(noun)|stream\nchurch|1\n(noun)|chapel\n");
    LexiconSources sources;
    sources.mythes_files = {folder_.path("th_en.dat")};
    build_lexicon(sources, folder_.path("en.lexicon"));
    lexicon_ = Lexicon::open(folder_.path("en.lexicon"));
    counts_.add_words_of("peasant cook ship note season bazaar home stream chapel");
    thesaurus_ = std::make_unique<training::Thesaurus>(*lexicon_, counts_);
    reworder_ = std::make_unique<Reworder>(*thesaurus_,
                                           std::unordered_map<std::string, training::SwapList>());
  }

  TestSet made() const { return make_set(made_cast(), small, *reworder_); }

  testing::ScratchFolder folder_;
  std::shared_ptr<const Lexicon> lexicon_;
  training::WordCounts counts_;
  std::unique_ptr<training::Thesaurus> thesaurus_;
  std::unique_ptr<Reworder> reworder_;
};

TEST_F(TestSetTest, HasPagesOfEveryKind) {
  std::map<Kind, std::size_t> pages;
  for (const MadePage& page : made().crawl) {
    ++pages[page.truth.kind];
  }
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    const auto which = static_cast<Kind>(kind);
    EXPECT_EQ(pages[which], is_innocent(which) ? 4u : 5u) << name_of(which);
  }
}

TEST_F(TestSetTest, KnowsWhatWasCopiedFromWhere) {
  write_set(made(), folder_.path("set"));
  const auto pages = extracted(folder_.path("set/crawl.jsonl"));
  const auto originals = extracted(folder_.path("set/originals.jsonl"));
  const auto part = [](const std::string& text, Span span) {
    return text.substr(span.begin, span.size());
  };
  std::size_t verbatim = 0, spun = 0;
  for (const Truth& truth : read_truth(folder_.path("set/truth.jsonl"))) {
    EXPECT_EQ(truth.copies.empty(), is_innocent(truth.kind));
    for (const Copy& copy : truth.copies) {
      const std::string here = part(pages.at(truth.page), copy.page);
      const std::string there = part(originals.at(copy.original), copy.source);
      if (truth.kind == Kind::verbatim_40 || truth.style == "half") {
        EXPECT_EQ(here, there);
        ++verbatim;
      }
      if (truth.kind == Kind::spun_80) {
        EXPECT_NE(here, there);
        EXPECT_GT(truth.strength, 0);
        EXPECT_NEAR(static_cast<double>(training::count_words(there)), 80, 8);
        EXPECT_TRUE(here.starts_with("In") && here.ends_with(".")) << here;
        ++spun;
      }
    }
  }
  EXPECT_GE(verbatim, 6u);
  EXPECT_EQ(spun, 5u);
}

TEST_F(TestSetTest, KnowsBothPiecesOfAPageOfTwoOriginals) {
  for (const MadePage& page : made().crawl) {
    if (page.truth.kind == Kind::two_originals) {
      ASSERT_EQ(page.truth.copies.size(), 2u);
      const Span a = page.truth.copies[0].page, b = page.truth.copies[1].page;
      EXPECT_NE(page.truth.copies[0].original, page.truth.copies[1].original);
      EXPECT_TRUE(a.end <= b.begin || b.end <= a.begin);
      for (const Span piece : {a, b}) {
        EXPECT_TRUE(piece.begin == 0 ||
                    page.text.find_first_of(" \n", piece.begin - 1) < piece.begin);
        EXPECT_EQ(page.text[piece.end - 1], '.');
      }
    }
  }
}

TEST_F(TestSetTest, QuotesWithAnAttribution) {
  const TestSet set = made();
  std::set<std::string> styles;
  for (const MadePage& page : set.crawl) {
    if (page.truth.kind == Kind::quoting) {
      styles.insert(page.truth.style);
      EXPECT_NE(page.text.find("The originals no. "), std::string::npos) << page.text;
      EXPECT_EQ(page.html.empty(), page.truth.style != "blockquote");
    }
  }
  EXPECT_EQ(styles, (std::set<std::string>{"curly", "straight", "lines", "blockquote"}));
}

TEST_F(TestSetTest, SharesBoilerplateWithTenOriginals) {
  const TestSet set = made();
  constexpr std::string_view of_the_first = "provided that this notice stays with every copy";
  const auto has_it = [&](const auto& thing) {
    return thing.text.find(of_the_first) != std::string::npos;
  };
  EXPECT_EQ(std::ranges::count_if(set.originals, has_it), 10);
  const auto shares_it = [&](const MadePage& page) {
    return page.truth.kind == Kind::templated && has_it(page);
  };
  EXPECT_EQ(std::ranges::count_if(set.crawl, shares_it), 2) << "four pages, two boilerplates";
}

TEST_F(TestSetTest, IsTheSameEachTime) {
  write_set(made(), folder_.path("one"));
  write_set(made(), folder_.path("two"));
  for (const char* file : {"/originals.jsonl", "/crawl.jsonl", "/truth.jsonl"}) {
    EXPECT_EQ(testing::read_file(folder_.path("one") + file),
              testing::read_file(folder_.path("two") + file));
  }
}

TEST_F(TestSetTest, DoesNotWriteATextThatExtractionChanges) {
  TestSet set = made();
  set.crawl[3].text += "  two blanks";
  EXPECT_THROW(write_set(set, folder_.path("set")), Error);
}

TEST(Boilerplate, IsOfTheLengthThatNoticesHave) {
  for (const std::string_view text : boilerplates()) {
    training::Random random(1);
    const std::string notice = filled(text, random);
    const std::size_t words = training::count_words(notice);
    EXPECT_TRUE(words >= 60 && words <= 150) << words << " " << notice;
    EXPECT_EQ(notice.find_first_of("{}"), notice.npos) << notice;
    EXPECT_EQ(as_extracted(notice), notice);
  }
}

TEST(TestSetPages, AsHtmlHaveTheSameMainText) {
  const std::string text = made_text(1, 2) + "\n\nIs a < b & b > c?\n\n" + made_text(2, 2);
  const std::size_t begin = made_text(1, 2).size() + 2;
  const MadePage page{.text = text, .html = html_of(text, {begin, begin + 19})};
  EXPECT_NE(page.html.find("<blockquote><p>Is a &lt; b &amp; b &gt; c?</p></blockquote>"),
            std::string::npos);
  EXPECT_EQ(main_text_of(page), text);
}

}  // namespace
}  // namespace unspin::audit_set
