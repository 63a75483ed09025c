// chrF and chrF++: F-score of character n-grams (and word n-grams, in chrF++),
//
//   F = (1 + β²) · P · R / (β² · P + R),
//
// with precision P and recall R averaged over the orders that both texts are long enough for.
// Popović 2015, "chrF: character n-gram F-score for automatic MT evaluation", and 2017 for chrF++.
// The numbers are sacreBLEU 2.6.0's sentence_chrf, to the last bit.
#include <array>
#include <fmt/format.h>
#include <string>

#include "engine/score/scorer.hpp"
#include "engine/text/lower_case.hpp"
#include "engine/text/plain_tokenizations.hpp"
#include "engine/text/utf8.hpp"
#include "engine/text/white_space.hpp"

namespace unspin {
namespace {

constexpr std::size_t most_character_orders = 10;
constexpr std::size_t most_word_orders = 4;
constexpr std::size_t most_orders = most_character_orders + most_word_orders;

enum Setting { char_order, word_order, beta, lowercase, whitespace, eps_smoothing };

constexpr std::array<Parameter, 6> parameters_with(double default_word_order) {
  return {{
      {.name = "char_order",
       .kind = Parameter::Kind::integer,
       .default_value = 6,
       .least = 1,
       .most = most_character_orders,
       .summary = "longest character n-grams"},
      {.name = "word_order",
       .kind = Parameter::Kind::integer,
       .default_value = default_word_order,
       .least = 0,
       .most = most_word_orders,
       .summary = "longest word n-grams"},
      {.name = "beta",
       .kind = Parameter::Kind::integer,
       .default_value = 2,
       .least = 0,
       .most = 100,
       .summary = "weight of recall against precision"},
      {.name = "lowercase", .summary = "compare in lower case"},
      {.name = "whitespace", .summary = "count white space among the characters"},
      {.name = "eps_smoothing",
       .summary = "average the F-scores of the orders instead (NLTK, Moses)"},
  }};
}
constexpr auto chrf_parameters = parameters_with(0);
constexpr auto chrf_plus_parameters = parameters_with(2);

std::size_t orders_used(const Settings& settings) {
  return settings.count(char_order) + settings.count(word_order);
}

constexpr Statistic statistics[] = {{"hyp", most_orders, orders_used},
                                    {"ref", most_orders, orders_used},
                                    {"match", most_orders, orders_used}};
enum Layout { hyp = 0, ref = most_orders, match = 2 * most_orders };

/// Valid until this thread's next call.
std::string_view lower_case_of(std::string_view text) {
  thread_local std::string lower;
  to_lower_case(text, lower);
  return lower;
}

template <bool in_lower_case>
void split_all_characters(std::string_view text, TokenSink& out) {
  if constexpr (in_lower_case) {
    text = lower_case_of(text);
  }
  for (std::size_t at = 0; at < text.size();) {
    out.add_character(next_code_point(text, at));
  }
}

constexpr bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

/// One punctuation mark is peeled off a word, the trailing one first: (hi) → (hi and ).
template <bool in_lower_case>
void split_words(std::string_view text, TokenSink& out) {
  if constexpr (in_lower_case) {
    text = lower_case_of(text);
  }
  split_at_white_space(text, [&](std::string_view word) {
    const std::size_t last = word.size() - 1;
    if (last > 0 && is_punctuation(word[last])) {
      out.add(word.substr(0, last));
      out.add(word.substr(last));
    } else if (last > 0 && is_punctuation(word[0])) {
      out.add(word.substr(0, 1));
      out.add(word.substr(1));
    } else {
      out.add(word);
    }
  });
}

constexpr Tokenization all_characters{"characters and white space", split_all_characters<false>};
constexpr Tokenization all_lower_characters{"characters and white space, lower case",
                                            split_all_characters<true>};
constexpr Tokenization words{"chrF words", split_words<false>};
constexpr Tokenization lower_words{"chrF words, lower case", split_words<true>};

const Tokenization& characters_for(const Settings& settings) {
  if (settings.flag(whitespace)) {
    return settings.flag(lowercase) ? all_lower_characters : all_characters;
  }
  return settings.flag(lowercase) ? lower_characters : characters;
}

/// `Number` is what the reference implementation holds the statistics, and so their quotients, in.
template <class Number>
void finish(std::span<const double> stats, const Settings& settings, std::span<double> values) {
  const auto share = [](double part, double of) {
    return static_cast<double>(static_cast<Number>(part) / static_cast<Number>(of));
  };
  constexpr double eps = 1e-16;
  const std::size_t orders = orders_used(settings);
  const double factor = settings.real(beta) * settings.real(beta);
  double sum_of_f = 0;
  double precision = 0;
  double recall = 0;
  std::size_t effective = 0;
  for (std::size_t i = 0; i < orders; ++i) {
    const double n_hyp = stats[hyp + i];
    const double n_ref = stats[ref + i];
    const double p = n_hyp > 0 ? share(stats[match + i], n_hyp) : eps;
    const double r = n_ref > 0 ? share(stats[match + i], n_ref) : eps;
    const double denominator = factor * p + r;
    sum_of_f += denominator > 0 ? (1 + factor) * p * r / denominator : eps;
    if (n_hyp > 0 && n_ref > 0) {
      precision += p;
      recall += r;
      ++effective;
    }
  }
  if (settings.flag(eps_smoothing)) {
    values[0] = 100 * sum_of_f / static_cast<double>(orders);
    return;
  }
  values[0] = 0;
  if (effective == 0) {
    return;
  }
  precision /= static_cast<double>(effective);
  recall /= static_cast<double>(effective);
  if (precision + recall == 0) {
    return;
  }
  double score = (1 + factor) * precision * recall;
  score /= factor * precision + recall;
  values[0] = 100 * score;
}

std::string title(const Settings& settings) {
  return fmt::format("chrF{}{}", settings.count(beta),
                     std::string(settings.count(word_order), '+'));
}

std::string signature(const Settings& settings, std::size_t references) {
  return fmt::format("nrefs:{}|case:{}|eff:{}|nc:{}|nw:{}|space:{}|version:2.6.0", references,
                     settings.flag(lowercase) ? "lc" : "mixed",
                     settings.flag(eps_smoothing) ? "no" : "yes", settings.count(char_order),
                     settings.count(word_order), settings.flag(whitespace) ? "yes" : "no");
}

/// Writes the counts of `orders` orders from `first` on for the rewrite against one reference.
void count(PreparedPair& pair, const Tokenization& tokenization, std::size_t reference,
           std::size_t orders, std::size_t first, std::span<double> out) {
  const std::size_t hyp_length = pair.tokens(tokenization, TextIndex::rewrite).size();
  const std::size_t ref_length = pair.tokens(tokenization, pair.reference(reference)).size();
  const NgramMatches& matches = pair.matches_with(reference, tokenization, orders);
  for (std::size_t n = 1; n <= orders; ++n) {
    const auto total = static_cast<double>(ngram_total(ref_length, n));
    out[hyp + first + n - 1] = total > 0 ? static_cast<double>(ngram_total(hyp_length, n)) : 0;
    out[ref + first + n - 1] = total;
    out[match + first + n - 1] = static_cast<double>(matches[n - 1]);
  }
}

Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  double best = -1;
  std::array<double, 3 * most_orders> candidate{};
  for (std::size_t i = 0; i < pair.reference_count(); ++i) {
    count(pair, characters_for(settings), i, settings.count(char_order), 0, candidate);
    if (settings.count(word_order) > 0) {
      count(pair, settings.flag(lowercase) ? lower_words : words, i, settings.count(word_order),
            settings.count(char_order), candidate);
    }
    double f = 0;
    finish<double>(candidate, settings, {&f, 1});
    if (f > best) {  // of references that score the same the first counts
      best = f;
      std::copy(candidate.begin(), candidate.end(), out.begin());
    }
  }
  return Measured::done;
}

}  // namespace

extern constinit const Scorer chrf_scorer{
    .info = {.name = "chrf",
             .family = Family::ngram,
             .summary = "F-score of character 1- to 6-grams, recall counting twice",
             .source = "Popović 2015; sacreBLEU 2.6.0",
             .range = {0, 100},
             .identity = 100,
             .takes_references = true,
             .reads_raw_text = true,
             .definition = "F = (1 + β²) · P · R / (β² · P + R), with precision P and recall R "
                           "of character n-grams averaged over the orders that both texts are "
                           "long enough for. White space is left out unless `whitespace`. With "
                           "`eps_smoothing`, the orders' F-scores are averaged instead. Of "
                           "several references the best counts.",
             .cost = "time O(orders · (m + n)), memory by distinct n-grams",
             .defects = "The signature does not name β. As there.",
             // characters: 1-grams match 1 of 2, no longer ones: P = R = (1/2 + 0) / 2
             .example = {"ab", "ac", 25}},
    .parameters = chrf_parameters,
    .statistics = statistics,
    .measure = measure,
    .finish = finish<double>,
    .finish_single = finish<float>,
    .title = title,
    .signature = signature};

extern constinit const Scorer chrf_plus_scorer{
    .info = {.name = "chrf++",
             .family = Family::ngram,
             .summary = "chrF with word 1- and 2-grams",
             .source = "Popović 2017; sacreBLEU 2.6.0",
             .range = {0, 100},
             .identity = 100,
             .takes_references = true,
             .reads_raw_text = true,
             .definition = "chrF with word n-grams counted as further orders. One punctuation "
                           "mark is split off a word, the trailing one first: `(hi)` becomes "
                           "`(hi` and `)`.",
             .cost = "time O(orders · (m + n)), memory by distinct n-grams",
             .defects = "Only one mark is split off, and only ASCII ones. As there.",
             // characters 1/2 and 0, words 0: P = R = (1/2 + 0 + 0) / 3
             .example = {"ab", "ac", 16.666666666666664}},
    .parameters = chrf_plus_parameters,
    .statistics = statistics,
    .measure = measure,
    .finish = finish<double>,
    .finish_single = finish<float>,
    .title = title,
    .signature = signature};

}  // namespace unspin
