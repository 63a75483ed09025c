// The texts that the program carries along.
#include "engine/evaluate/sample_pairs.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/files.hpp"
#include "tests/places.hpp"

namespace unspin {
namespace {

TEST(SamplePairs, AreThoseOfTheCorpora) {
  ASSERT_EQ(sample_articles().size(), 4u);
  for (const SampleArticle& article : sample_articles()) {
    const auto in_corpora = [&](std::string_view version) {
      return testing::read_file(
          fmt::format("{}/{}/{}.txt", places::corpora_folder, article.name, version));
    };
    EXPECT_EQ(article.original, in_corpora("original"));
    for (const auto& [name, text] : article.versions()) {
      EXPECT_EQ(text, in_corpora(name)) << article.name << " " << name;
    }
  }
}

TEST(SamplePairs, AreWholeArticles) {
  const auto pairs = sample_documents();
  ASSERT_EQ(pairs.size(), 16u);
  EXPECT_EQ(pairs[0].source, sample_articles()[0].original);
  EXPECT_EQ(pairs[0].rewrite, sample_articles()[0].spun);
  EXPECT_EQ(pairs[15].rewrite, sample_articles()[3].same_topic);
}

TEST(SamplePairs, AreSentencesOfSimilarLength) {
  const auto pairs = sample_sentences();
  EXPECT_GT(pairs.size(), 100u);
  for (const PairRow& row : pairs) {
    EXPECT_GE(std::min(row.source.size(), row.rewrite.size()), 60u) << row.source;
    EXPECT_LE(std::max(row.source.size(), row.rewrite.size()),
              std::min(row.source.size(), row.rewrite.size()) * 14 / 10)
        << row.source;
    EXPECT_EQ(row.source.find('\n'), std::string::npos) << row.source;
  }
}

}  // namespace
}  // namespace unspin
