// BLEU: geometric mean of clipped n-gram precisions p₁…p_N with a penalty for short hypotheses,
//
//   BLEU = 100 · BP · exp(1/N · Σ log pₙ),   BP = 1 if h ≥ r, else exp(1 − r/h).
//
// Papineni et al. 2002, "BLEU: a method for automatic evaluation of machine translation". The
// numbers are sacreBLEU 2.6.0's sentence_bleu, to the last bit: its tokenizer 13a (that of
// mteval-v13a), its smoothings (Chen and Cherry 2014), its effective order, its arithmetic from
// left to right.
#include <cmath>
#include <string>

#include "engine/score/scorer.hpp"
#include "engine/text/lower_case.hpp"
#include "engine/text/white_space.hpp"
#include "scorers/ngram/tokenize_13a.hpp"

namespace unspin {
namespace {

constexpr std::size_t most_orders = 8;

enum Setting { smoothing, smoothing_value, effective_order, lowercase, order };
enum class Smoothing { exp, floor, add_k, none };

constexpr std::string_view smoothings[] = {"exp", "floor", "add-k", "none"};
constexpr Parameter parameters[] = {
    {.name = "smoothing",
     .kind = Parameter::Kind::choice,
     .choices = smoothings,
     .summary = "what an order without a match counts as"},
    {.name = "smoothing_value",
     .kind = Parameter::Kind::real,
     .default_value = -1,
     .least = -1,
     .most = 100,
     .summary = "of floor (default 0.1) and add-k (default 1); -1: that default"},
    {.name = "effective_order",
     .default_value = 1,
     .summary = "average only over orders that the hypothesis is long enough for"},
    {.name = "lowercase", .summary = "compare in lower case"},
    {.name = "order",
     .kind = Parameter::Kind::integer,
     .default_value = 4,
     .least = 1,
     .most = most_orders,
     .summary = "longest n-grams"},
};

std::size_t orders_used(const Settings& settings) { return settings.count(order); }

constexpr Statistic statistics[] = {{"counts", most_orders, orders_used},
                                    {"totals", most_orders, orders_used},
                                    {"hyp_len"},
                                    {"ref_len"}};
enum Layout {
  counts = 0,
  totals = most_orders,
  hypothesis_length = 2 * most_orders,
  reference_length
};

void split_13a(std::string_view text, TokenSink& out) {
  split_at_white_space(tokenize_13a(strip_end(text)),
                       [&](std::string_view token) { out.add(token); });
}

void split_lower_13a(std::string_view text, TokenSink& out) {
  thread_local std::string lower;
  to_lower_case(text, lower);
  split_13a(lower, out);
}

constexpr Tokenization words_13a{"13a", split_13a};
constexpr Tokenization lower_13a{"13a, lower case", split_lower_13a};

Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  const Tokenization& tokenization = settings.flag(lowercase) ? lower_13a : words_13a;
  const std::size_t orders = settings.count(order);
  const std::size_t length = pair.tokens(tokenization, TextIndex::rewrite).size();
  const NgramMatches& matches = pair.matches(tokenization, orders);
  for (std::size_t n = 1; n <= orders; ++n) {
    out[counts + n - 1] = static_cast<double>(matches[n - 1]);
    out[totals + n - 1] = static_cast<double>(ngram_total(length, n));
  }
  // The closest reference counts for brevity, the shorter one if two are as close.
  std::size_t closest = 0;
  std::size_t gap = std::numeric_limits<std::size_t>::max();
  for (std::size_t i = 0; i < pair.reference_count(); ++i) {
    const std::size_t candidate = pair.tokens(tokenization, pair.reference(i)).size();
    const std::size_t distance = candidate > length ? candidate - length : length - candidate;
    if (distance < gap || (distance == gap && candidate < closest)) {
      gap = distance;
      closest = candidate;
    }
  }
  out[hypothesis_length] = static_cast<double>(length);
  out[reference_length] = static_cast<double>(closest);
  return Measured::done;
}

/// The reference has no −∞: log(0) is this.
double guarded_log(double x) { return x == 0 ? -9999999999.0 : std::log(x); }

void finish(std::span<const double> stats, const Settings& settings, std::span<double> values) {
  const std::size_t orders = settings.count(order);
  const auto smooth = settings.choice<Smoothing>(smoothing);
  double value = settings.real(smoothing_value);
  if (value < 0) {
    value = smooth == Smoothing::floor ? 0.1 : 1;
  }

  values[0] = 0;
  double matched = 0;
  for (std::size_t n = 0; n < orders; ++n) {
    matched += stats[counts + n];
  }
  if (matched == 0) {
    return;
  }

  double precisions[most_orders] = {};
  double smooth_by = 1;
  std::size_t effective = orders;
  for (std::size_t n = 1; n <= orders; ++n) {
    double correct = stats[counts + n - 1];
    double total = stats[totals + n - 1];
    if (smooth == Smoothing::add_k && n > 1) {
      correct += value;
      total += value;
    }
    if (total == 0) {
      break;
    }
    if (settings.flag(effective_order)) {
      effective = n;
    }
    if (correct == 0) {
      if (smooth == Smoothing::exp) {
        smooth_by *= 2;
        precisions[n - 1] = 100.0 / (smooth_by * total);
      } else if (smooth == Smoothing::floor) {
        precisions[n - 1] = 100.0 * value / total;
      }
    } else {
      precisions[n - 1] = 100.0 * correct / total;
    }
  }

  const double h = stats[hypothesis_length];
  const double r = stats[reference_length];
  double brevity = 1;
  if (h < r) {
    brevity = h > 0 ? std::exp(1 - r / h) : 0;
  }
  double sum = 0;
  for (std::size_t n = 0; n < effective; ++n) {
    sum += guarded_log(precisions[n]);
  }
  values[0] = brevity * std::exp(sum / static_cast<double>(effective));
}

}  // namespace

extern constinit const Scorer bleu_scorer{
    .info = {.name = "bleu",
             .family = Family::ngram,
             .summary = "geometric mean of 1- to 4-gram precisions, with a brevity penalty",
             .source = "Papineni et al. 2002; sacreBLEU 2.6.0",
             .range = {0, 100.00000000000004},
             .identity = 100.00000000000004,
             .takes_references = true,
             .reads_raw_text = true,
             // precisions 5/6, 3/5, 1/4, and 1/(2·3) by smoothing
             .example = {"the cat sat on the mat", "the cat lay on the mat", 37.991784282579626}},
    .parameters = parameters,
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
