#include "cli/known_ids.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "engine/io/error.hpp"

namespace unspin {
namespace {

std::size_t shared_characters(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

}  // namespace

const std::string& KnownIds::find(std::string_view asked, const std::string& place) const {
  const auto refuse = [&](const std::string& what, const std::string& remedy) {
    throw Error(ErrorCode::usage, place + what, remedy);
  };
  const auto first = ids_.lower_bound(asked);
  const auto after = std::find_if_not(first, ids_.end(),
                                      [&](const std::string& id) { return id.starts_with(asked); });
  if (first != after && *first == asked) {
    return *first;
  }
  if (asked.size() < least_characters) {
    refuse(fmt::format("{} is too short for an id", asked),
           fmt::format("Give at least {} characters of it.", least_characters));
  }
  if (first == after) {
    // The nearest ones by their beginnings stand on both sides of where it would be.
    std::string_view nearest;
    if (first != ids_.end()) {
      nearest = *first;
    }
    if (first != ids_.begin() &&
        shared_characters(*std::prev(first), asked) > shared_characters(nearest, asked)) {
      nearest = *std::prev(first);
    }
    refuse(fmt::format("there is no finding {}", asked),
           shared_characters(nearest, asked) < least_characters / 2
               ? "unspin review DIR --list shows the findings."
               : fmt::format("Did you mean {}?", nearest));
  }
  if (std::next(first) != after) {
    refuse(fmt::format("{} findings begin with {}", std::distance(first, after), asked),
           fmt::format("Give more of it: {}, {}{}", *first, *std::next(first),
                       std::next(first, 2) == after ? "" : ", …"));
  }
  return *first;
}

std::string_view KnownIds::short_form(std::string_view id) const {
  const auto at = ids_.find(id);
  std::size_t shared = 7;
  if (at != ids_.begin()) {
    shared = std::max(shared, shared_characters(*std::prev(at), id));
  }
  if (const auto next = std::next(at); next != ids_.end()) {
    shared = std::max(shared, shared_characters(*next, id));
  }
  return id.substr(0, shared + 1);
}

}  // namespace unspin
