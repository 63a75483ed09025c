// GLEU: the n-grams of all orders from min_len to max_len in common, over those of the text that
// has more of them: the smaller of precision and recall.
//
// Wu et al. 2016, "Google's neural machine translation system", section 5.2. The numbers are NLTK
// 3.8's sentence_gleu, to the last bit. Of several references the best counts. A corpus score has
// the sums of both counts, as NLTK's corpus_gleu.
#include <algorithm>

#include "engine/score/scorer.hpp"
#include "scorers/ngram/given_tokens.hpp"

namespace unspin {
namespace {

constexpr std::size_t most_orders = 8;

enum Setting { min_len, max_len, tokenize };

constexpr Parameter parameters[] = {
    {.name = "min_len",
     .kind = Parameter::Kind::integer,
     .default_value = 1,
     .least = 1,
     .most = most_orders,
     .summary = "shortest n-grams"},
    {.name = "max_len",
     .kind = Parameter::Kind::integer,
     .default_value = 4,
     .least = 1,
     .most = most_orders,
     .summary = "longest n-grams; if that is less than min_len, there are none"},
    given_tokens_parameter,
};

constexpr Statistic statistics[] = {{"matches"}, {"ngrams"}};
enum Layout { matches, ngrams };

std::uint64_t ngrams_in(std::size_t length, const Settings& settings) {
  std::uint64_t all = 0;
  for (std::size_t n = settings.count(min_len); n <= settings.count(max_len); ++n) {
    all += ngram_total(length, n);
  }
  return all;
}

double value_of(double matched, double all) { return all > 0 ? matched / all : 0; }

Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  const Tokenization& tokenization = given_tokens(settings.choice<GivenTokens>(tokenize));
  const std::size_t orders = settings.count(max_len);
  const TokenSpan hypothesis = pair.tokens(tokenization, TextIndex::rewrite);
  const bool only_one = pair.reference_count() == 1;
  for (std::size_t i = 0; i < pair.reference_count(); ++i) {
    const TokenSpan reference = pair.tokens(tokenization, pair.reference(i));
    const NgramMatches found =
        only_one ? pair.matches(tokenization, orders)
                 : pair.ngram_counter().clipped_matches({&reference, 1}, hypothesis, orders);
    double matched = 0;
    for (std::size_t n = settings.count(min_len); n <= orders; ++n) {
      matched += static_cast<double>(found[n - 1]);
    }
    const auto all = static_cast<double>(
        std::max(ngrams_in(hypothesis.size(), settings), ngrams_in(reference.size(), settings)));
    // Of references that score the same the first counts.
    if (out[ngrams] == 0 || value_of(matched, all) > value_of(out[matches], out[ngrams])) {
      out[matches] = matched;
      out[ngrams] = all;
    }
  }
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = value_of(stats[matches], stats[ngrams]);
}

}  // namespace

extern constinit const Scorer gleu_scorer{
    .info = {.name = "gleu",
             .family = Family::ngram,
             .summary = "1- to 4-grams in common, over those of the text that has more",
             .source = "Wu et al. 2016; NLTK 3.8",
             .range = {0, 1},
             .identity = 1,
             .symmetric = true,
             .takes_references = true,
             .is_default = false,
             .reads_raw_text = true,
             .definition = "n-grams in common of all orders from `min_len` to `max_len`, over "
                           "those of the text that has more: the smaller of precision and "
                           "recall. Of several references the best counts.",
             .cost = "time O(orders · (m + n)), memory by distinct n-grams",
             // 2 of 3 words, 1 of 2 pairs, 0 of 1 triples
             .example = {"the cat sat", "the cat ran", 0.5}},
    .parameters = parameters,
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
