// iBLEU: BLEU against the references less BLEU against the source, so that a paraphrase is rewarded
// for its own words,
//
//   iBLEU = α · BLEU(rewrite, references) − (1 − α) · BLEU(rewrite, source).
//
// Sun and Zhou 2012, "Joint learning of a dual SMT system for paraphrase generation". Both scores
// are `bleu` with the same parameters. A corpus score is of two corpus scores.
#include <algorithm>
#include <array>

#include "engine/score/scorer.hpp"
#include "scorers/ngram/bleu.hpp"

namespace unspin {

extern const Scorer bleu_scorer;

namespace {

constexpr std::size_t most_of_bleu = 24;

/// Those of BLEU and, behind them, one more: its functions take our settings as they are.
constexpr auto parameters = [] {
  std::array<Parameter, std::size(bleu::parameters) + 1> all;
  std::ranges::copy(bleu::parameters, all.begin());
  all.back() = {.name = "alpha",
                .kind = Parameter::Kind::real,
                .default_value = 0.8,
                .summary = "weight of being like the references against being unlike the source"};
  return all;
}();
constexpr std::size_t alpha = parameters.size() - 1;

std::size_t used_by_bleu(const Settings&) { return bleu_scorer.statistic_count(); }

constexpr Statistic statistics[] = {{"with_references", most_of_bleu, used_by_bleu},
                                    {"with_source", most_of_bleu, used_by_bleu}};

Measured measure(PreparedPair& pair, const Settings& settings, std::span<double> out) {
  if (!pair.has_references()) {
    return Measured::undefined;
  }
  const std::size_t count = bleu_scorer.statistic_count();
  bleu_scorer.measure(pair, settings, out.first(count));
  bleu_scorer.measure(pair.without_references(), settings, out.subspan(most_of_bleu, count));
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings& settings, std::span<double> values) {
  double with_references = 0;
  double with_source = 0;
  bleu_scorer.finish(stats.first(most_of_bleu), settings, {&with_references, 1});
  bleu_scorer.finish(stats.subspan(most_of_bleu), settings, {&with_source, 1});
  values[0] = settings.real(alpha) * with_references - (1 - settings.real(alpha)) * with_source;
}

}  // namespace

extern constinit const Scorer ibleu_scorer{
    .info = {.name = "ibleu",
             .family = Family::ngram,
             .summary = "BLEU with the references, less BLEU with the source",
             .source = "Sun and Zhou 2012; sacreBLEU's BLEU",
             .range = {-100, 100.00000000000004},
             .identity = no_value,
             .takes_references = true,
             .needs_references = true,
             .is_default = false,
             .reads_raw_text = true,
             .undefined_when = "there are no references",
             .definition = "α · BLEU(rewrite, references) − (1 − α) · BLEU(rewrite, source), both "
                           "with the same parameters.",
             .cost = "twice that of bleu",
             // 0.8 · 100 − 0.2 · 37.99
             .example = {"the cat sat on the mat", "the cat lay on the mat", 72.40164314348412,
                         "the cat lay on the mat"}},
    .parameters = parameters,
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
