#include "engine/io/broken_json.hpp"

#include <algorithm>

namespace unspin {
namespace {

constexpr std::string_view json_white_space = " \t\r\n";

/// The offset behind the string whose first quote is at `at`, or npos.
std::size_t string_end(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::string_view find_id(std::string_view broken) {
  int depth = 0;
  for (std::size_t at = 0; at < broken.size(); ++at) {
    if (broken[at] == '{' || broken[at] == '[') {
      ++depth;
    }
    if ((broken[at] == '}' || broken[at] == ']') && --depth == 0) {
      return {};
    }
    if (broken[at] != '"') {
      continue;
    }
    const std::size_t end = string_end(broken, at);
    if (end == std::string_view::npos) {
      return {};
    }
    const std::string_view name = broken.substr(at, end - at);
    at = end - 1;
    if (depth != 1 || name != "\"id\"") {
      continue;
    }
    const std::size_t colon = broken.find_first_not_of(json_white_space, end);
    if (colon == std::string_view::npos || broken[colon] != ':') {
      continue;
    }
    const std::size_t value = broken.find_first_not_of(json_white_space, colon + 1);
    if (value == std::string_view::npos) {
      return {};
    }
    const std::size_t value_end = broken[value] == '"' ? string_end(broken, value)
                                                       : broken.find_first_of(",}] \t\r\n", value);
    // What the end of the row cuts off may have been longer.
    return value_end == std::string_view::npos ? std::string_view()
                                               : broken.substr(value, value_end - value);
  }
  return {};
}

std::size_t object_end(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      at = std::min(string_end(text, at), text.size()) - 1;
    }
    if (c == '{' || c == '[') {
      ++depth;
    }
    if ((c == '}' || c == ']') && --depth == 0) {
      return at + 1;
    }
  }
  return text.size();
}

}  // namespace unspin
