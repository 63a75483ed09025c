// Jaro: (m/|source| + m/|rewrite| + (m−t)/m) / 3 over code points. m code points match: each of the
// rewrite, from left to right, takes the first equal one of the source that is free and stands
// fewer than max(|source|, |rewrite|)/2 places away. t is half the number of those that match in
// another order. Jaro–Winkler: jaro + p · w · (1 − jaro) if jaro is over 0.7, with p the common
// prefix up to 4 and w a weight of 0.1.
//
// Jaro 1989; Winkler 1990. RapidFuzz's Jaro.similarity and JaroWinkler.similarity, to the last bit.
//
// The window only moves to the right, so equal code points match in their order: the places of each
// are a list that is walked once, and the whole is linear in the lengths.
#include <algorithm>
#include <utility>

#include "engine/score/scorer.hpp"
#include "scorers/edit/code_points.hpp"

namespace unspin {
namespace {

constexpr double weighed_from = 0.7;
constexpr std::size_t longest_prefix = 4;

enum Setting { prefix_weight };
constexpr Parameter parameters[] = {{.name = "prefix_weight",
                                     .kind = Parameter::Kind::real,
                                     .default_value = 0.1,
                                     .least = 0,
                                     .most = 0.25,
                                     .summary = "what each code point of a common prefix adds"}};

constexpr Statistic statistics[] = {{"matches"}, {"transpositions"}, {"source"}, {"rewrite"}};
constexpr Statistic statistics_with_prefix[] = {{"matches"}, {"transpositions"}, {"source"},
                                                {"rewrite"}, {"prefix"},         {"pairs"}};
enum Layout { matches, transpositions, source_length, rewrite_length, prefix, pairs };

/// Finds what matches. Keeps its memory, which is linear in the source's length and its largest
/// code point; one per thread.
class Matcher {
 public:
  struct Count {
    std::size_t matches = 0, transpositions = 0;
  };

  Count count(TokenSpan source, TokenSpan rewrite) {
    list_places(source);
    const std::size_t half = std::max(source.size(), rewrite.size()) / 2;
    const std::size_t reach = half > 0 ? half - 1 : 0;
    is_taken_.assign(source.size(), false);
    matched_.clear();
    for (std::size_t j = 0; j < rewrite.size(); ++j) {
      if (rewrite[j] >= first_place_.size()) {
        continue;
      }
      std::size_t& place = first_place_[rewrite[j]];
      while (place != none && place + reach < j) {
        place = next_place_[place];
      }
      if (place != none && place <= j + reach) {
        is_taken_[place] = true;
        matched_.push_back(rewrite[j]);
        place = next_place_[place];
      }
    }
    forget_places(source);
    return {matched_.size(), out_of_order(source) / 2};
  }

 private:
  static constexpr std::size_t none = ~std::size_t{0};

  void list_places(TokenSpan source) {
    next_place_.resize(source.size());
    for (std::size_t i = source.size(); i-- > 0;) {
      if (source[i] >= first_place_.size()) {
        first_place_.resize(source[i] + std::size_t{1}, none);
      }
      next_place_[i] = std::exchange(first_place_[source[i]], i);
    }
  }

  void forget_places(TokenSpan source) {
    for (const std::uint32_t token : source) {
      first_place_[token] = none;
    }
  }

  /// How many matches differ when both texts are read from left to right.
  std::size_t out_of_order(TokenSpan source) const {
    std::size_t differ = 0;
    auto in_rewrite = matched_.begin();
    for (std::size_t i = 0; i < source.size(); ++i) {
      if (is_taken_[i]) {
        differ += source[i] != *in_rewrite++ ? 1u : 0u;
      }
    }
    return differ;
  }

  std::vector<std::size_t> first_place_;  // by code point: the next one that can match
  std::vector<std::size_t> next_place_;   // by place in the source: the next of that code point
  std::vector<bool> is_taken_;            // by place in the source
  TokenIds matched_;                      // of the rewrite, in order
};

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  thread_local Matcher matcher;
  const TokenSpan source = pair.tokens(code_points, TextIndex::source);
  const TokenSpan rewrite = pair.tokens(code_points, TextIndex::rewrite);
  const Matcher::Count found = matcher.count(source, rewrite);
  out[matches] = static_cast<double>(found.matches);
  out[transpositions] = static_cast<double>(found.transpositions);
  out[source_length] = static_cast<double>(source.size());
  out[rewrite_length] = static_cast<double>(rewrite.size());
  return Measured::done;
}

Measured measure_with_prefix(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  measure(pair, settings, out);
  const TokenSpan source = pair.tokens(code_points, TextIndex::source);
  const TokenSpan rewrite = pair.tokens(code_points, TextIndex::rewrite);
  const std::size_t most = std::min({source.size(), rewrite.size(), longest_prefix});
  std::size_t common = 0;
  while (common < most && source[common] == rewrite[common]) {
    ++common;
  }
  out[prefix] = static_cast<double>(common);
  out[pairs] = 1;
  return Measured::done;
}

double jaro(std::span<const double> stats) {
  if (stats[matches] == 0) {
    return stats[source_length] + stats[rewrite_length] > 0 ? 0 : 1;
  }
  return (stats[matches] / stats[source_length] + stats[matches] / stats[rewrite_length] +
          (stats[matches] - stats[transpositions]) / stats[matches]) /
         3;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = jaro(stats);
}

void finish_with_prefix(std::span<const double> stats, const Settings& settings,
                        std::span<double> values) {
  double value = jaro(stats);
  if (value > weighed_from) {
    const double mean_prefix = stats[prefix] / stats[pairs];
    value += mean_prefix * settings.real(prefix_weight) * (1 - value);
  }
  values[0] = std::min(value, 1.0);
}

}  // namespace

extern constinit const Scorer jaro_scorer{
    .info = {.name = "jaro",
             .family = Family::edit,
             .summary = "code points in common near their places, and in order",
             .source = "Jaro 1989; RapidFuzz",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .symmetric = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "(m/|s| + m/|r| + (m − t)/m) / 3, with m the code points that match "
                           "fewer than half the longer text's length apart, and t half of "
                           "those that match in another order.",
             .cost = "time and memory O(m + n)",
             .example = {"martha", "marhta", 17.0 / 18}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

extern constinit const Scorer jaro_winkler_scorer{
    .info = {.name = "jaro_winkler",
             .family = Family::edit,
             .summary = "jaro, with more for a common beginning",
             .source = "Winkler 1990; RapidFuzz",
             .range = {0, 1},
             .identity = 1,
             .corpus = Corpus::mean,
             .symmetric = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "jaro + p · w · (1 − jaro) where jaro is over 0.7, with p the "
                           "common beginning of up to 4 code points and w its weight.",
             .cost = "time and memory O(m + n)",
             .example = {"martha", "marhta", 17.0 / 18 + 0.3 * (1.0 / 18)}},
    .parameters = parameters,
    .statistics = statistics_with_prefix,
    .measure = measure_with_prefix,
    .finish = finish_with_prefix};

}  // namespace unspin
