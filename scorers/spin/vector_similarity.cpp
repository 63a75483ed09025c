// How near the words of two texts are in meaning: each content word goes with the nearest one of
// the other text by the cosine of their vectors, and the mean is taken over the words of the source
// (recall) and of the rewrite (precision), as BERTScore does it (Zhang et al. 2020), with static
// vectors. Swapped synonyms and constant wrong replacements lower it little; another subject does.
//
// The vectors are small integers and their products exact in float, so the result does not depend
// on how the matrix product is carried out.
#define EIGEN_DONT_PARALLELIZE  // the rows of a stream are what runs in parallel
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/score/scorer.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {
    {"source_sum"}, {"source_words"}, {"rewrite_sum"}, {"rewrite_words"}};
enum Layout { source_sum, source_words, rewrite_sum, rewrite_words };
constexpr std::string_view value_names[] = {"precision", "recall", "f1"};

constexpr Eigen::Index block = 256;  // words a side in one product: the memory it takes is bounded

/// The distinct content words of a text that have vectors, a row each.
struct WordVectors {
  Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> rows;
  std::vector<std::uint32_t> ids;
  std::vector<double> counts;
  std::vector<double> squares;  // of the lengths

  WordVectors(PreparedPair& pair, TextIndex which) {
    const Lexicon& lexicon = *pair.lexicon();
    const WordFacts& facts = pair.word_facts();
    std::vector<std::uint32_t> words(pair.words(which).id);
    std::sort(words.begin(), words.end());
    std::vector<std::span<const std::int8_t>> vectors;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0 && words[i] == words[i - 1]) {
        if (!ids.empty() && ids.back() == words[i]) {
          ++counts.back();
        }
        continue;
      }
      const auto vector = lexicon.vector(without_possessive(pair.word_vocabulary().text(words[i])));
      if (facts.is_content(words[i]) && !vector.empty()) {
        ids.push_back(words[i]);
        counts.push_back(1);
        vectors.push_back(vector);
      }
    }
    rows.resize(static_cast<Eigen::Index>(ids.size()), lexicon.info().dimensions);
    for (std::size_t r = 0; r < vectors.size(); ++r) {
      const Eigen::Map<const Eigen::Matrix<std::int8_t, 1, Eigen::Dynamic>> vector(
          vectors[r].data(), static_cast<Eigen::Index>(vectors[r].size()));
      const auto row = rows.row(static_cast<Eigen::Index>(r));
      rows.row(static_cast<Eigen::Index>(r)) = vector.cast<float>();
      squares.push_back(row.squaredNorm());
    }
  }
};

/// Sum over the words of `from` of the cosine with the nearest word of `to`.
double sum_of_nearest(const WordVectors& from, const WordVectors& to) {
  std::vector<double> nearest(from.ids.size(), -1);
  for (Eigen::Index r = 0; r < from.rows.rows(); r += block) {
    const Eigen::Index height = std::min(block, from.rows.rows() - r);
    for (Eigen::Index c = 0; c < to.rows.rows(); c += block) {
      const Eigen::Index width = std::min(block, to.rows.rows() - c);
      const Eigen::MatrixXf products =
          from.rows.middleRows(r, height) * to.rows.middleRows(c, width).transpose();
      for (Eigen::Index j = 0; j < width; ++j) {
        for (Eigen::Index i = 0; i < height; ++i) {
          const auto a = static_cast<std::size_t>(r + i);
          const auto b = static_cast<std::size_t>(c + j);
          const double length = std::sqrt(from.squares[a] * to.squares[b]);
          const double cosine = length > 0 ? double{products(i, j)} / length : 0;
          nearest[a] = std::max(nearest[a], cosine);
        }
      }
    }
  }
  double sum = 0;
  for (std::size_t a = 0; a < nearest.size(); ++a) {
    sum += from.counts[a] * std::max(0.0, nearest[a]);
  }
  return sum;
}

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  if (pair.lexicon() == nullptr || pair.lexicon()->info().dimensions == 0) {
    return Measured::undefined;
  }
  const WordVectors source(pair, TextIndex::source);
  const WordVectors rewrite(pair, TextIndex::rewrite);
  if (source.ids.size() * rewrite.ids.size() * pair.lexicon()->info().dimensions >
      pair.limits().edit_cells) {
    return Measured::over_budget;
  }
  for (const double count : source.counts) {
    out[source_words] += count;
  }
  for (const double count : rewrite.counts) {
    out[rewrite_words] += count;
  }
  out[source_sum] = sum_of_nearest(source, rewrite);
  out[rewrite_sum] = sum_of_nearest(rewrite, source);
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  if (stats[source_words] == 0 || stats[rewrite_words] == 0) {
    std::fill(values.begin(), values.end(), no_value);
    return;
  }
  const double precision = stats[rewrite_sum] / stats[rewrite_words];
  const double recall = stats[source_sum] / stats[source_words];
  values[0] = precision;
  values[1] = recall;
  values[2] = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

}  // namespace

extern constinit const Scorer vector_similarity_scorer{
    .info = {.name = "vector_similarity",
             .family = Family::spin,
             .summary = "each content word's nearest counterpart by word vectors, on average",
             .source = "Zhang et al. 2020 (BERTScore), with the lexicon's static vectors",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .symmetric = true,
             .is_default = false,
             .undefined_when =
                 "the lexicon has no vectors (unspin lexicon build --vectors), or none "
                 "for the words of a text",
             .definition = "The harmonic mean of recall and precision: the mean, over the "
                           "content words of the source and of the rewrite, of the largest "
                           "cosine with a content word of the other text.",
             .cost = "time O(m · n) over distinct content words, memory O(m + n)",
             .example = {"the brand grew", "the model grew", 0.5}},
    .statistics = statistics,
    .values = value_names,
    .primary = 2,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
