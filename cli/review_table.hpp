// Reviews that a person wrote into findings.csv.
#pragma once

#include <optional>
#include <string>

#include "cli/known_ids.hpp"
#include "engine/report/reviews.hpp"

namespace unspin {

/// What the columns id, review and, if it is there, reason of a CSV file say, rows that say what
/// `reviews` say already left out: an id's new review, or nothing where the review was taken back.
/// A page that stands in the table twice may be edited in one of its rows. Throws Error, naming the
/// row and what to do, for anything that cannot be read, for unknown ids, and for edits that
/// contradict each other.
std::map<std::string, std::optional<Review>> read_review_table(const std::string& file,
                                                               const KnownIds& ids,
                                                               const Reviews& reviews);

}  // namespace unspin
