#include "engine/report/reviews.hpp"

#include <algorithm>
#include <simdjson.h>

#include "engine/io/error.hpp"
#include "engine/report/json_writer.hpp"

namespace unspin {

const Review* review_of(const Reviews& reviews, std::string_view id) {
  const auto found = reviews.find(id);
  return found == reviews.end() ? nullptr : &found->second;
}

std::string reviews_text(const Reviews& reviews) {
  std::string text;
  for (const auto& [id, review] : reviews) {
    JsonWriter json(text);
    json.begin_object().key("id").value(id).key("status").value(review.status_name());
    json.known("reason", review.reason).end_object();
    text += '\n';
  }
  return text;
}

void read_review(std::string_view line, const std::string& place, Reviews& reviews) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  std::string_view id, status, reason;
  const bool is_object = !parser.parse(line.data(), line.size()).get(object) &&
                         !object["id"].get(id) && !object["status"].get(status);
  const auto* name = std::ranges::find(review_status_names, status);
  if (!is_object || name == review_status_names.end()) {
    throw Error(ErrorCode::unreadable_input, place + ": this is no review",
                "Mend or remove the line: {\"id\": \"f…\", \"status\": \"dismissed\" or "
                "\"confirmed\", \"reason\": \"…\"}");
  }
  if (object["reason"].get(reason)) {
    reason = {};
  }
  reviews[std::string(id)] = {
      .status = static_cast<ReviewStatus>(name - review_status_names.begin()),
      .reason = std::string(reason)};
}

}  // namespace unspin
