// JSON as text: any text written as a string is JSON in one line and reads back as it was; what is
// taken for a number is what RFC 8259's grammar calls one.
#include <algorithm>
#include <cstddef>
#include <regex>
#include <string>

#include "engine/io/json_text.hpp"
#include "tests/fuzz/input.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/fuzz/readings.hpp"
#include "tests/fuzz/targets.hpp"

namespace unspin::fuzz {

void check_json_text(std::string_view input) {
  const std::string text = well_formed(input);
  std::string json;
  append_json_string(text, json);
  promise(is_json(json), "a text written as a JSON string is JSON");
  promise(std::ranges::none_of(json, [](char c) { return c >= '\0' && c < ' '; }),
          "a JSON string has no control characters");
  std::string read_back;
  promise(read_json_string(json, read_back) && read_back == text, "a JSON string reads back");
  static const std::regex number(R"(-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)");
  constexpr std::size_t most_for_regex = 1000;
  if (text.size() <= most_for_regex) {
    promise(is_json_number(text) == std::regex_match(text, number),
            "numbers are those of RFC 8259");
  }
}

}  // namespace unspin::fuzz
