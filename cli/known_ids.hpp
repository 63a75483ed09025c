// Ids that a person typed, or the beginnings of them.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace unspin {

class KnownIds {
 public:
  static constexpr std::size_t least_characters = 6;

  void add(std::string id) { ids_.insert(std::move(id)); }

  /// The id that is, or begins with, what was asked for, at least six characters; none other may.
  /// Throws Error(usage) that says what could have been meant; `place` stands before it.
  const std::string& find(std::string_view asked, const std::string& place) const;

  /// As much of a known id as tells it from the others, and at least eight characters.
  std::string_view short_form(std::string_view id) const;

 private:
  std::set<std::string, std::less<>> ids_;
};

}  // namespace unspin
