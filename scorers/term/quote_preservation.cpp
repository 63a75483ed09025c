// Quotation preservation: the share of the source's quotations that the rewrite keeps word for
// word. What somebody said is not to be reworded: a spinner does it all the same.
#include "scorers/term/preservation.hpp"
#include "scorers/term/quotations.hpp"

namespace unspin {

extern constinit const Scorer quote_preservation_scorer{
    .info = {.name = "quote_preservation",
             .family = Family::term,
             .summary = "share of the source's quotations that the rewrite keeps word for word",
             .source = "this project",
             .range = {0, 1},
             .identity = 1,
             .undefined_when = "the source has no quotation of three words or more",
             .definition = "The source's quotations of three words or more that stand in the "
                           "rewrite word for word, typography aside, divided by all.",
             .cost = "after the word alignment, which the family shares: time and memory O(m + "
                     "n)",
             .example = {"\"We sold all of them,\" she said. \"It was a good year.\"",
                         "\"We sold all of them,\" she said. \"It was a fine year.\"", 1.0 / 2}},
    .statistics = preservation_statistics,
    .measure = measure_preservation<find_quotes>,
    .finish = finish_preservation};

}  // namespace unspin
