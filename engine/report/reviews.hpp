// What people decided about findings, by the findings' ids: reviews.jsonl, beside findings.jsonl.
// The findings stay as the audit gives them, byte for byte; reviews are joined where people look.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace unspin {

enum class ReviewStatus : std::uint8_t { confirmed, dismissed };
constexpr std::array<std::string_view, 2> review_status_names = {"confirmed", "dismissed"};

struct Review {
  ReviewStatus status = ReviewStatus::confirmed;
  std::string reason = {};

  std::string_view status_name() const {
    return review_status_names[static_cast<std::size_t>(status)];
  }
  bool operator==(const Review&) const = default;
};

/// By finding id. A review may outlive its finding: the page can come back.
using Reviews = std::map<std::string, Review, std::less<>>;

/// The review of a finding, or nullptr.
const Review* review_of(const Reviews& reviews, std::string_view id);

/// A line of JSON each, in the order of the ids: {"id", "status", "reason"}.
std::string reviews_text(const Reviews& reviews);

/// Adds what a line of reviews_text(), without its end, says. `place` is for the
/// Error(unreadable_input) if it is none.
void read_review(std::string_view line, const std::string& place, Reviews& reviews);

}  // namespace unspin
