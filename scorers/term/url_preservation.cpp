// Address preservation: the share of the source's web and e-mail addresses that the rewrite keeps.
#include "engine/score/scorer.hpp"
#include "scorers/term/addresses.hpp"
#include "scorers/term/mentions.hpp"

namespace unspin {
namespace {

constexpr Statistic statistics[] = {{"preserved"}, {"occurrences"}};
enum Layout { preserved, occurrences };

Measured measure(PreparedPair& pair, const Settings&, std::span<double> out) {
  const Preserved all = count_preserved(pair.shared(find_urls));
  out[preserved] = all.preserved;
  out[occurrences] = all.occurrences;
  return Measured::done;
}

void finish(std::span<const double> stats, const Settings&, std::span<double> values) {
  values[0] = stats[occurrences] > 0 ? stats[preserved] / stats[occurrences] : no_value;
}

}  // namespace

extern constinit const Scorer url_preservation_scorer{
    .info = {.name = "url_preservation",
             .family = Family::term,
             .summary = "share of the source's web and e-mail addresses that the rewrite keeps",
             .source = "this project",
             .range = {0, 1},
             .identity = 1,
             .undefined_when = "the source has no addresses",
             .example = {"Write to ann@example.com or see https://www.example.org/help/ for more.",
                         "Write to anna@example.com or see www.example.org/help for more.",
                         1.0 / 2}},
    .statistics = statistics,
    .measure = measure,
    .finish = finish};

}  // namespace unspin
