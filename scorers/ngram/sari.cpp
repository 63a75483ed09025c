// SARI: what the rewrite did to the source, against what the references did to it. With the n-grams
// that the rewrite added, kept and deleted, each a set or a multiset of which precision and recall
// are taken, the F1 scores are averaged over the orders 1 to 4:
//
//   SARI = 100 · (F_add + F_keep + F_delete) / 3.
//
// An n-gram is added if the source lacks it, however often; what is kept and deleted is counted as
// often as it occurs, times the number of references.
//
// Xu et al. 2016, "Optimizing statistical machine translation for text simplification". The numbers
// are EASSE's (corpus_sari of one sentence: 13a tokens in lower case, F1 for what is deleted, F1
// order by order), to the last bit. A corpus score has the sums of all counts, as there. A text too
// short for an order scores 0 in it: the identical rewrite of an unchanged text has 33.3.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/score/scorer.hpp"
#include "engine/text/lower_case.hpp"
#include "engine/text/white_space.hpp"
#include "scorers/ngram/tokenize_13a.hpp"

namespace unspin {
namespace {

constexpr std::size_t orders = 4;

constexpr Statistic statistics[] = {
    {"add_correct", orders},    {"add_total", orders},    {"add_references", orders},
    {"keep_correct", orders},   {"keep_total", orders},   {"keep_references", orders},
    {"delete_correct", orders}, {"delete_total", orders}, {"delete_references", orders}};
constexpr std::string_view value_names[] = {"sari", "add", "keep", "delete"};

/// Nine numbers an order: of each operation what was right, what was done, what should have been.
enum Operation { add, keep, remove };
enum Part { correct, total, wanted };
constexpr std::size_t place(Operation operation, Part part, std::size_t n) {
  return (3 * static_cast<std::size_t>(operation) + static_cast<std::size_t>(part)) * orders + n -
         1;
}

void split_lower_13a(std::string_view text, TokenSink& out) {
  thread_local std::string lower;
  to_lower_case(text, lower);
  // The end is not stripped first as BLEU does: "-\n" goes there too.
  tokenize_13a(lower, out);
}

constexpr Tokenization words{"13a whole, lower case", split_lower_13a};

/// How often an n-gram occurs.
struct Occurrences {
  std::uint64_t source = 0, rewrite = 0, references = 0;
};

/// Occurrences of the n-grams of all texts, order by order; keeps its memory.
class Counter {
 public:
  void assign(PreparedPair& pair) {
    texts_.assign({pair.tokens(words, TextIndex::source), pair.tokens(words, TextIndex::rewrite)});
    for (std::size_t i = 0; i < pair.reference_count(); ++i) {
      texts_.push_back(pair.tokens(words, pair.reference(i)));
    }
    numbers_.resize(std::max(numbers_.size(), texts_.size()));
    std::size_t all_words = 0;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      numbers_[i].assign(texts_[i].size(), 0);
      all_words += texts_[i].size();
    }
    ngrams_.restart(all_words * orders);
  }

  /// For n = 1, 2, … in this order.
  const std::vector<Occurrences>& count(std::size_t n) {
    const std::uint32_t last = ngrams_.last_number();
    found_.clear();
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      ngrams_.number_ngrams(texts_[i], n, numbers_[i]);
      found_.resize(ngrams_.last_number() - last);
      for (std::size_t at = 0; at < ngram_total(texts_[i].size(), n); ++at) {
        Occurrences& found = found_[numbers_[i][at] - last - 1];
        ++(i == 0 ? found.source : i == 1 ? found.rewrite : found.references);
      }
    }
    return found_;
  }

 private:
  std::vector<TokenSpan> texts_;  // source, rewrite, references
  std::vector<std::vector<std::uint32_t>> numbers_;
  NgramCounter ngrams_;
  std::vector<Occurrences> found_;
};

std::uint64_t difference(std::uint64_t a, std::uint64_t b) { return a > b ? a - b : 0; }

void tell(const Occurrences& found, std::uint64_t references, std::size_t n,
          std::span<double> out) {
  const auto count = [&](Operation operation, std::uint64_t done, std::uint64_t meant) {
    out[place(operation, correct, n)] += static_cast<double>(std::min(done, meant));
    out[place(operation, total, n)] += static_cast<double>(done);
    out[place(operation, wanted, n)] += static_cast<double>(meant);
  };
  if (found.source == 0) {
    count(add, found.rewrite > 0 ? 1 : 0, found.references > 0 ? 1 : 0);
    return;
  }
  const std::uint64_t source = found.source * references;
  const std::uint64_t rewrite = found.rewrite * references;
  count(keep, std::min(source, rewrite), std::min(source, found.references));
  count(remove, difference(source, rewrite), difference(source, found.references));
}

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  if (!pair.has_references()) {
    return Measured::undefined;
  }
  thread_local Counter counter;
  counter.assign(pair);
  for (std::size_t n = 1; n <= orders; ++n) {
    for (const Occurrences& found : counter.count(n)) {
      tell(found, pair.reference_count(), n, out);
    }
  }
  return Measured::done;
}

double f1(double right, double done, double meant) {
  const double precision = done > 0 ? right / done : 0;
  const double recall = meant > 0 ? right / meant : 0;
  return precision > 0 && recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  for (const Operation operation : {add, keep, remove}) {
    double sum = 0;
    for (std::size_t n = 1; n <= orders; ++n) {
      sum += f1(stats[place(operation, correct, n)], stats[place(operation, total, n)],
                stats[place(operation, wanted, n)]) /
             orders;
    }
    values[1 + static_cast<std::size_t>(operation)] = 100.0 * sum;
  }
  values[0] = (values[1] + values[2] + values[3]) / 3;
}

}  // namespace

extern constinit const Scorer sari_scorer{
    .info = {.name = "sari",
             .family = Family::ngram,
             .summary = "n-grams rightly added, kept and deleted, by what references did",
             .source = "Xu et al. 2016; EASSE",
             .range = {0, 100},
             .identity = no_value,
             .takes_references = true,
             .needs_references = true,
             .is_default = false,
             .reads_raw_text = true,
             .undefined_when = "there are no references",
             .definition = "The mean of F1 of n-grams kept, F1 of n-grams added and precision "
                           "of n-grams deleted, averaged over orders 1 to 4, each judged by "
                           "how many references did the same.",
             .cost = "time O(orders · (m + n)), memory by distinct n-grams",
             // all right, but of orders 3 and 4 there was nothing to keep: (100 + 50 + 100) / 3
             .example = {"a big cat sat", "a big dog sat", 83.33333333333333, "a big dog sat"}},
    .statistics = statistics,
    .values = value_names,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
