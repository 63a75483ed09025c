// Files with a JSON object on each line.
#pragma once

#include <fmt/format.h>
#include <fstream>
#include <simdjson.h>
#include <string>

#include "engine/io/error.hpp"

namespace unspin::audit_set {

/// Calls `take(element)` for each line. Throws Error(unreadable_input), also if `take` asks for a
/// field that is not there.
template <class Take>
void for_each_line(const std::string& path, Take&& take) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw Error(ErrorCode::unreadable_input, path + " cannot be read", "Check the path.");
  }
  simdjson::dom::parser parser;
  std::size_t number = 1;
  for (std::string line; std::getline(file, line); ++number) {
    try {
      take(simdjson::dom::element(parser.parse(line)));
    } catch (const simdjson::simdjson_error& error) {
      throw Error(ErrorCode::unreadable_input, fmt::format("{}:{}: {}", path, number, error.what()),
                  "Make the file again.");
    }
  }
}

}  // namespace unspin::audit_set
