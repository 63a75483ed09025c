// Lower case of ASCII letters alone, for what is ASCII by its definition: names of formats, schemes
// and hosts, markup.
#pragma once

#include <string>
#include <string_view>

namespace unspin {

constexpr char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    c = lower_ascii(c);
  }
  return lower;
}

}  // namespace unspin
