// NIST: n-grams in common, weighted by how much they tell, with a penalty for short hypotheses,
//
//   info(w₁…wₙ) = log₂(count(w₁…wₙ₋₁) / count(w₁…wₙ)) in the references,
//   NIST = Σₙ (Σ info of the matches / n-grams of the hypothesis) · exp(β · log²(min(1, h/r))),
//
// with β such that the penalty is ½ at two thirds of the length. Doddington 2002, "Automatic
// evaluation of machine translation quality using n-gram co-occurrence statistics". The numbers are
// NLTK 3.8's sentence_nist, to the last bit: of several references each order takes the best, and
// the penalty their lengths. Where that divides by zero, for orders that the hypothesis is too
// short for, the order adds nothing here.
//
// A corpus score has the sums of the weighted matches and of the lengths, with what each pair's own
// references tell; NLTK's corpus_nist weighs by the references of all pairs.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "engine/score/scorer.hpp"
#include "scorers/ngram/given_tokens.hpp"

namespace unspin {
namespace {

constexpr std::size_t most_orders = 8;

enum Setting { order, tokenize };

constexpr Parameter parameters[] = {
    {.name = "order",
     .kind = Parameter::Kind::integer,
     .default_value = 5,
     .least = 1,
     .most = most_orders,
     .summary = "longest n-grams"},
    given_tokens_parameter,
};

std::size_t orders_used(const Settings& settings) { return settings.count(order); }

constexpr Statistic statistics[] = {{"information", most_orders, orders_used},
                                    {"ngrams", most_orders, orders_used},
                                    {"hyp_len"},
                                    {"ref_len"}};
enum Layout {
  information = 0,
  ngrams = most_orders,
  hypothesis_length = 2 * most_orders,
  reference_length
};

/// What one order says of one reference.
struct Told {
  double precision = 0, information = 0;
  std::size_t reference_length = 0;
  auto operator<=>(const Told&) const = default;  // the reference that says most is the greatest
};

/// N-grams of one hypothesis and its references, order by order; keeps its memory.
class Counter {
 public:
  void assign(PreparedPair& pair, const Tokenization& tokenization) {
    texts_.assign(1, pair.tokens(tokenization, TextIndex::rewrite));
    std::size_t words = 0;
    for (std::size_t i = 0; i < pair.reference_count(); ++i) {
      texts_.push_back(pair.tokens(tokenization, pair.reference(i)));
      words += texts_.back().size();
    }
    numbers_.resize(std::max(numbers_.size(), texts_.size()));
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      numbers_[i].assign(texts_[i].size(), 0);
    }
    ngrams_.restart((words + texts_[0].size()) * most_orders);
    in_references_.assign(1, words);  // the empty n-gram: how often it occurs
  }

  /// For n = 1, 2, … in this order.
  Told count(std::size_t n) {
    prefixes_ = numbers_[0];
    for (std::size_t i = 1; i < texts_.size(); ++i) {
      number(i, n);
      for (const std::uint32_t ngram : ngrams_of(i, n)) {
        ++in_references_[ngram];
      }
    }
    number(0, n);
    Told most;
    for (std::size_t i = 1; i < texts_.size(); ++i) {
      most = i == 1 ? tell(i, n) : std::max(most, tell(i, n));
    }
    return most;
  }

 private:
  void number(std::size_t text, std::size_t n) {
    ngrams_.number_ngrams(texts_[text], n, numbers_[text]);
    in_references_.resize(ngrams_.last_number() + 1, 0);
  }

  std::span<const std::uint32_t> ngrams_of(std::size_t text, std::size_t n) const {
    return std::span(numbers_[text]).first(ngram_total(texts_[text].size(), n));
  }

  Told tell(std::size_t reference, std::size_t n) {
    matches_left_.assign(ngrams_.last_number() + 1, 0);
    in_hypothesis_.assign(ngrams_.last_number() + 1, 0);
    for (const std::uint32_t ngram : ngrams_of(reference, n)) {
      ++matches_left_[ngram];
    }
    const auto hypothesis = ngrams_of(0, n);
    for (const std::uint32_t ngram : hypothesis) {
      ++in_hypothesis_[ngram];
    }
    Told told{.reference_length = texts_[reference].size()};
    // The reference implementation adds them up as they first occur.
    for (std::size_t i = 0; i < hypothesis.size(); ++i) {
      const std::uint32_t ngram = hypothesis[i];
      const std::uint64_t matched =
          std::min(matches_left_[ngram], std::exchange(in_hypothesis_[ngram], 0));
      if (matched > 0) {
        const double odds = static_cast<double>(in_references_[prefixes_[i]]) /
                            static_cast<double>(in_references_[ngram]);
        told.information += std::log(odds) / std::log(2.0) * static_cast<double>(matched);
      }
    }
    if (!hypothesis.empty()) {
      told.precision = told.information / static_cast<double>(hypothesis.size());
    }
    return told;
  }

  std::vector<TokenSpan> texts_;  // hypothesis, references
  std::vector<std::vector<std::uint32_t>> numbers_;
  std::vector<std::uint32_t> prefixes_;  // of the hypothesis' n-grams
  NgramCounter ngrams_;
  std::vector<std::uint64_t> in_references_, in_hypothesis_, matches_left_;  // by n-gram
};

Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  const Tokenization& tokenization = given_tokens(settings.choice<GivenTokens>(tokenize));
  const std::size_t length = pair.tokens(tokenization, TextIndex::rewrite).size();
  thread_local Counter counter;
  counter.assign(pair, tokenization);
  for (std::size_t n = 1; n <= settings.count(order); ++n) {
    const Told told = counter.count(n);
    out[information + n - 1] = told.information;
    out[ngrams + n - 1] = static_cast<double>(ngram_total(length, n));
    out[hypothesis_length] += static_cast<double>(length);
    out[reference_length] += static_cast<double>(told.reference_length);
  }
  return Measured::done;
}

double length_penalty(double hypothesis, double reference) {
  if (reference == 0 || hypothesis >= reference) {
    return 1;
  }
  if (hypothesis == 0) {
    return 0;
  }
  const double of_bound = std::log(1.5);
  const double beta = std::log(0.5) / (of_bound * of_bound);
  const double of_ratio = std::log(hypothesis / reference);
  return std::exp(beta * (of_ratio * of_ratio));
}

void finish(std::span<const double> stats, const Settings& settings, std::span<double> values) {
  double sum = 0;
  for (std::size_t n = 0; n < settings.count(order); ++n) {
    if (stats[ngrams + n] > 0) {
      sum += stats[information + n] / stats[ngrams + n];
    }
  }
  values[0] = sum * length_penalty(stats[hypothesis_length], stats[reference_length]);
}

}  // namespace

extern constinit const Scorer nist_scorer{
    .info = {.name = "nist",
             .family = Family::ngram,
             .summary = "1- to 5-grams in common, rare ones weighing more, brevity punished",
             .source = "Doddington 2002; NLTK 3.8",
             .range = {0, std::numeric_limits<double>::infinity()},
             .identity = no_value,
             .corpus = Corpus::mean,
             .takes_references = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "The information of the n-grams in common, log₂ of how much rarer "
                           "they are in the references than their first n − 1 words, averaged "
                           "per order and summed, times a penalty for brevity.",
             .cost = "time O(orders · (m + n)), memory by distinct n-grams",
             // each of the 4 words tells log₂ 4 bits, 2 of them match; the pair tells nothing more
             .example = {"one two three four", "one two six seven", 1}},
    .parameters = parameters,
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
