// What may be the value of an option.
#include <algorithm>
#include <charconv>
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

CLI::Validator number_in(double least, double most) {
  return CLI::Validator(
      [least, most](const std::string& text) {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool is_number = error == std::errc{} && end == text.data() + text.size();
        return is_number && value >= least && value <= most
                   ? std::string()
                   : fmt::format("\"{}\" should be a number from {} to {}", text, least, most);
      },
      "");
}

}  // namespace unspin
