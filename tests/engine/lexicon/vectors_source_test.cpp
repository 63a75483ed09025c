#include "engine/lexicon/vectors_source.hpp"

#include <cmath>
#include <zlib.h>

#include "tests/engine/lexicon/small_lexicon.hpp"

namespace unspin {
namespace {

using testing::built;
using testing::complaint;
using testing::has;
using testing::ScratchFolder;

std::shared_ptr<const Lexicon> built_from(std::string_view bytes) {
  const ScratchFolder folder;
  return built({.vectors_file = folder.put("vectors", bytes)});
}

std::vector<int> vector_of(const Lexicon& lexicon, std::string_view word) {
  const auto numbers = lexicon.vector(word);
  return {numbers.begin(), numbers.end()};
}

using Vector = std::vector<int>;

TEST(VectorsSource, ReadsGloveAndNormalises) {
  const auto lexicon = built_from("the 3 4\nof -0.1 0\nzero 0 0 \r\n");
  EXPECT_EQ(lexicon->info().dimensions, 2u);
  EXPECT_EQ(lexicon->info().vectors, 3u);
  EXPECT_EQ(lexicon->info().words, 0u) << "vectors are of words, not of entries";
  EXPECT_EQ(vector_of(*lexicon, "the"), (Vector{76, 102}));
  EXPECT_EQ(vector_of(*lexicon, "of"), (Vector{-127, 0}));
  EXPECT_EQ(vector_of(*lexicon, "and"), Vector{});
  EXPECT_EQ(*lexicon->cosine("the", "of"),
            -127.0 * 76 / std::sqrt((76. * 76 + 102 * 102) * 127 * 127));
  EXPECT_EQ(*lexicon->cosine("the", "the"), 1);
  EXPECT_EQ(lexicon->cosine("the", "and"), std::nullopt);
  EXPECT_EQ(lexicon->cosine("the", "zero"), std::nullopt) << "a vector without direction";
}

TEST(VectorsSource, ReadsCompressedFiles) {
  const ScratchFolder folder;
  const std::string path = folder.path("vectors.gz");
  gzFile file = gzopen(path.c_str(), "wb");
  gzputs(file, "the 3 4\n");
  gzclose(file);
  EXPECT_EQ(vector_of(*built({.vectors_file = path}), "the"), (Vector{76, 102}));
}

TEST(VectorsSource, PassesOverTheSizeThatWord2vecPutsFirst) {
  const auto lexicon = built_from("2 2\nthe 3 4\nof 1 0\n");
  EXPECT_EQ(lexicon->info().vectors, 2u);
  EXPECT_EQ(vector_of(*lexicon, "2"), Vector{});
}

TEST(VectorsSource, KeepsWordsOnly) {
  const auto lexicon =
      built_from(", 1 0\n's 1 0\nfull-time 1 0\nCafé 1 0\ncafé 0 1\n. . 1 0\n\xff 1 0\nu.s 1 0\n");
  EXPECT_EQ(lexicon->info().vectors, 2u);
  EXPECT_EQ(vector_of(*lexicon, "café"), (Vector{127, 0})) << "the first counts";
  EXPECT_EQ(vector_of(*lexicon, "u.s"), (Vector{127, 0}));
}

TEST(VectorsSource, ReadsTheJsonOfWink) {
  const auto lexicon = built_from(
      R"({"precision":8,"l2NormIndex":2,"wordIndex":3,"size":3,"dimensions":2,)"
      R"("words":["the",",","of"],"vectors":{"the":[3,4,5.0,0],",":[1,0,1,1],"\u006ff":[0,-1,1,2]},)"
      R"("unkVector":[0,0,-1]})");
  EXPECT_EQ(lexicon->info().dimensions, 2u);
  EXPECT_EQ(lexicon->info().vectors, 2u);
  EXPECT_EQ(vector_of(*lexicon, "the"), (Vector{76, 102}));
  EXPECT_EQ(vector_of(*lexicon, "of"), (Vector{0, -127}));
}

TEST(VectorsSource, KeepsTheFirst150000) {
  std::string text;
  for (int i = 0; i < 150'010; ++i) {
    text += "w" + std::to_string(i) + " 1 0\n";
  }
  const auto lexicon = built_from(text);
  EXPECT_EQ(lexicon->info().vectors, 150'000u);
  EXPECT_FALSE(lexicon->vector("w149999").empty());
  EXPECT_TRUE(lexicon->vector("w150000").empty());
}

TEST(VectorsSource, DescribesByCosine) {
  const ScratchFolder folder;
  const auto lexicon = built({.moby_file = folder.put("words.txt", "brand,model,trade name"),
                              .vectors_file = folder.put("vectors", "brand 1 0\nmodel 1 1\n")});
  const auto describe = [&](std::string_view other) {
    return lexicon->describe({.resource = Resource::vectors}, lexicon->find("brand"),
                             lexicon->find(other));
  };
  EXPECT_EQ(describe("model"), "vectors 0.71");
  EXPECT_EQ(describe("trade name"), "vectors");
}

TEST(VectorsSource, ToldDamageHasItsPlace) {
  const auto told = [](std::string_view bytes) { return complaint([&] { built_from(bytes); }); };
  EXPECT_TRUE(has(told("the 1 0\nof 1\n"), "vectors: line 2: expected a word and 2 numbers"));
  EXPECT_TRUE(has(told("the 1 0\nof 1 x\n"), "line 2: expected a word and 2 numbers"));
  EXPECT_TRUE(has(told("the 1 nan\n"), "line 1: numbers beyond all bounds"));
  EXPECT_TRUE(has(told("hello\n"), "line 1: expected a word and its vector"));
  EXPECT_TRUE(
      has(told("{\"dimensions\": 2, \"vectors\": {\"the\": [1]}}"), "\"the\" is too short"));
  EXPECT_TRUE(has(told("{\"dimensions\": 2, \"vectors\": {\"the\": [1, 2], \"of\""), "vectors: "));
  EXPECT_TRUE(has(told("{\"dimensions\": 0, \"vectors\": {}}"), "number of dimensions"));
  EXPECT_TRUE(has(told("{\"dimensions\": 99999, \"vectors\": {}}"), "number of dimensions"));
  EXPECT_TRUE(has(told("{}"), "vectors: "));
}

}  // namespace
}  // namespace unspin
