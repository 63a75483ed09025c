// Address preservation: the share of the source's web and e-mail addresses that the rewrite keeps.
#include "scorers/term/addresses.hpp"
#include "scorers/term/preservation.hpp"

namespace unspin {

extern constinit const Scorer url_preservation_scorer{
    .info = {.name = "url_preservation",
             .family = Family::term,
             .summary = "share of the source's web and e-mail addresses that the rewrite keeps",
             .source = "this project",
             .range = {0, 1},
             .identity = 1,
             .undefined_when = "the source has no addresses",
             .definition = "The source's web and e-mail addresses that stand in the rewrite, "
                           "divided by all.",
             .cost = "after the word alignment, which the family shares: time and memory O(m + "
                     "n)",
             .example = {"Write to ann@example.com or see https://www.example.org/help/ for more.",
                         "Write to anna@example.com or see www.example.org/help for more.",
                         1.0 / 2}},
    .statistics = preservation_statistics,
    .measure = measure_preservation<find_urls>,
    .finish = finish_preservation};

}  // namespace unspin
