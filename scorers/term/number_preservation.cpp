// Number preservation: the share of the source's numbers that the rewrite keeps, in whatever form.
// Who changes a number changes a fact.
#include "scorers/term/numbers.hpp"
#include "scorers/term/preservation.hpp"

namespace unspin {

extern constinit const Scorer number_preservation_scorer{
    .info = {.name = "number_preservation",
             .family = Family::term,
             .summary = "share of the source's numbers that the rewrite keeps, in whatever form",
             .source = "this project",
             .range = {0, 1},
             .identity = 1,
             .undefined_when = "the source has no numbers",
             .definition = "The source's numbers, with unit, currency or per cent, in digits or "
                           "words, whose counterpart in the rewrite has the same value, divided "
                           "by all.",
             .cost = "after the word alignment, which the family shares: time and memory O(m + "
                     "n)",
             .example = {"It has 1,000 members, and 12 of them are 5 km away.",
                         "It has one thousand members, and 15 of them are five kilometres away.",
                         2.0 / 3}},
    .statistics = preservation_statistics,
    .measure = measure_preservation<find_numbers>,
    .finish = finish_preservation};

}  // namespace unspin
