// BLEU: geometric mean of clipped n-gram precisions p₁…p_N with a penalty for short hypotheses,
//
//   BLEU = 100 · BP · exp(1/N · Σ log pₙ),   BP = 1 if h ≥ r, else exp(1 − r/h).
//
// Papineni et al. 2002, "BLEU: a method for automatic evaluation of machine translation". The
// numbers are sacreBLEU 2.6.0's sentence_bleu, to the last bit: its tokenizers (13a is that of
// mteval-v13a), its smoothings (Chen and Cherry 2014), its effective order, its arithmetic from
// left to right.
#include "scorers/ngram/bleu.hpp"

#include <cmath>
#include <fmt/format.h>
#include <string>

#include "engine/score/scorer.hpp"
#include "engine/text/lower_case.hpp"
#include "engine/text/plain_tokenizations.hpp"
#include "engine/text/white_space.hpp"
#include "scorers/ngram/tokenize_13a.hpp"
#include "scorers/ngram/tokenize_intl.hpp"
#include "scorers/ngram/tokenize_zh.hpp"

namespace unspin {
namespace {

using namespace bleu;

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

using Split = void (*)(std::string_view line, TokenSink& out);

template <Split tokenizer>
void split(std::string_view text, TokenSink& out) {
  tokenizer(strip_end(text), out);
}

template <Split tokenizer>
void split_lower(std::string_view text, TokenSink& out) {
  thread_local std::string lower;
  to_lower_case(text, lower);
  split<tokenizer>(lower, out);
}

constexpr Tokenization of_13a{"13a", split<tokenize_13a>};
constexpr Tokenization of_intl{"intl", split<tokenize_intl>};
constexpr Tokenization of_zh{"zh", split<tokenize_zh>};
constexpr Tokenization lower_13a{"13a, lower case", split_lower<tokenize_13a>};
constexpr Tokenization lower_intl{"intl, lower case", split_lower<tokenize_intl>};
constexpr Tokenization lower_zh{"zh, lower case", split_lower<tokenize_zh>};

constexpr const Tokenization* as_written[] = {&of_13a, &of_intl, &of_zh, &characters, &pieces};
constexpr const Tokenization* in_lower_case[] = {&lower_13a, &lower_intl, &lower_zh,
                                                 &lower_characters, &lower_pieces};

const Tokenization& tokenization_for(const Settings& settings) {
  return *(settings.flag(lowercase) ? in_lower_case : as_written)[settings.count(tokenize)];
}

Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  const Tokenization& tokenization = tokenization_for(settings);
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

double value_of(const Settings& settings) {
  const double value = settings.real(smoothing_value);
  if (value >= 0) {
    return value;
  }
  return settings.choice<Smoothing>(smoothing) == Smoothing::floor ? 0.1 : 1;
}

struct Parts {
  double score = 0;
  double precisions[most_orders] = {};
  double brevity = 1;
};

/// `Number` is what the reference implementation holds the statistics in.
template <class Number>
Parts parts_of(std::span<const double> stats, const Settings& settings) {
  const std::size_t orders = settings.count(order);
  const auto smooth = settings.choice<Smoothing>(smoothing);
  const double value = value_of(settings);

  Parts parts;
  const double h = stats[hypothesis_length];
  const double r = stats[reference_length];
  if (h < r) {
    parts.brevity = h > 0 ? std::exp(1 - r / h) : 0;
  }
  double matched = 0;
  for (std::size_t n = 0; n < orders; ++n) {
    matched += stats[counts + n];
  }
  if (matched == 0) {
    return parts;
  }

  double smooth_by = 1;
  std::size_t effective = orders;
  for (std::size_t n = 1; n <= orders; ++n) {
    double correct = stats[counts + n - 1];
    double total = stats[totals + n - 1];
    if (smooth == Smoothing::add_k && n > 1) {
      correct = static_cast<Number>(correct + value);
      total = static_cast<Number>(total + value);
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
        parts.precisions[n - 1] = 100.0 / (smooth_by * total);
      } else if (smooth == Smoothing::floor) {
        parts.precisions[n - 1] = 100.0 * value / total;
      }
    } else {
      parts.precisions[n - 1] = 100.0 * correct / total;
    }
  }
  double sum = 0;
  for (std::size_t n = 0; n < effective; ++n) {
    sum += guarded_log(parts.precisions[n]);
  }
  parts.score = parts.brevity * std::exp(sum / static_cast<double>(effective));
  return parts;
}

template <class Number>
void finish(std::span<const double> stats, const Settings& settings, std::span<double> values) {
  values[0] = parts_of<Number>(stats, settings).score;
}

std::string title(const Settings& settings) {
  const std::size_t orders = settings.count(order);
  return orders == 4 ? "BLEU" : fmt::format("BLEU-{}", orders);  // no signature names the order
}

std::string details(std::span<const double> stats, const Settings& settings) {
  const Parts parts = parts_of<double>(stats, settings);
  const double h = stats[hypothesis_length];
  const double r = stats[reference_length];
  std::string text;
  for (std::size_t n = 0; n < settings.count(order); ++n) {
    text += fmt::format("{}{:.1f}", n == 0 ? "" : "/", parts.precisions[n]);
  }
  return text + fmt::format(" (BP = {:.3f} ratio = {:.3f} hyp_len = {:.0f} ref_len = {:.0f})",
                            parts.brevity, r > 0 ? h / r : 0, h, r);
}

std::string signature(const Settings& settings, std::size_t references) {
  const auto smooth = settings.choice<Smoothing>(smoothing);
  std::string how(smoothings[static_cast<std::size_t>(smooth)]);
  if (smooth == Smoothing::floor || smooth == Smoothing::add_k) {
    how += fmt::format("[{:.2f}]", value_of(settings));
  }
  return fmt::format("nrefs:{}|case:{}|eff:{}|tok:{}|smooth:{}|version:2.6.0", references,
                     settings.flag(lowercase) ? "lc" : "mixed",
                     settings.flag(effective_order) ? "yes" : "no",
                     tokenizers[settings.count(tokenize)], how);
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
             .definition = "BLEU = 100 · BP · exp(1/N · Σ log pₙ), with pₙ the share of the "
                           "rewrite's n-grams that a reference has, each counted at most as "
                           "often as in the reference that has it most, and BP = 1 if the "
                           "rewrite is as long as the closest reference, else exp(1 − r/h). "
                           "Smoothing (Chen and Cherry 2014) says what an order without a "
                           "match counts: exp 1/2, 1/4, … of a match, floor a constant, add-k "
                           "adds to all orders but the first. No match in any order is 0.",
             .cost = "time O(N · (m + n)), memory by distinct n-grams",
             .defects = "Identical texts score 100.00000000000004, from the order of "
                        "operations. `zh` takes U+2001–2A6D for Chinese and leaves out what is "
                        "beyond U+FFFF; `13a` and `zh` leave other scripts' punctuation on the "
                        "words; log 0 is −9999999999, so that `none` gives nearly 0, not 0; "
                        "the signature does not name the order. All as there.",
             // precisions 5/6, 3/5, 1/4, and 1/(2·3) by smoothing
             .example = {"the cat sat on the mat", "the cat lay on the mat", 37.991784282579626}},
    .parameters = bleu::parameters,
    .statistics = statistics,
    .measure = measure,
    .finish = finish<double>,
    .finish_single = finish<float>,
    .title = title,
    .details = details,
    .signature = signature};

}  // namespace unspin
