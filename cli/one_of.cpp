// Option values that are names.
#include <algorithm>
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "engine/score/nearest_name.hpp"

namespace unspin {

CLI::Validator one_of(std::vector<std::string_view> names) {
  return CLI::Validator(
      [names](const std::string& value) {
        if (std::ranges::find(names, value) != names.end()) {
          return std::string();
        }
        return fmt::format("there is no \"{}\", {}", value, suggest_name(value, names));
      },
      fmt::format("{{{}}}", fmt::join(names, ",")));
}

}  // namespace unspin
