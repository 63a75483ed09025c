// Name preservation: the share of mentions of the source's names that the rewrite keeps. A spinner
// does not know that "Facebook" is no book, and one that translates there and back misspells
// people.
#include "scorers/term/names.hpp"
#include "scorers/term/preservation.hpp"

namespace unspin {

extern constinit const Scorer name_preservation_scorer{
    .info = {.name = "name_preservation",
             .family = Family::term,
             .summary = "share of the source's names that the rewrite keeps, inflected ones too",
             .source = "this project",
             .range = {0, 1},
             .identity = 1,
             .undefined_when = "the source has no names",
             .definition = "Of the mentions of the source's names, those that the rewrite has, "
                           "inflected or in a variant (U.S., US) too, divided by all. A near miss "
                           "(Erica, Erika) is not kept.",
             .cost = "after the word alignment, which the family shares: time and memory O(m + "
                     "n)",
             .example = {"A talk by Erica Finley of HubSpot was held in Leeds.",
                         "A talk by Erika Finley of HubSpot was held in Leeds.", 2.0 / 3}},
    .statistics = preservation_statistics,
    .measure = measure_preservation<find_names>,
    .finish = finish_preservation};

}  // namespace unspin
