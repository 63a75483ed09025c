// Text as somebody writes it who hides it from software.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>

namespace unspin::testing {

/// Every third longer word with a zero-width space, a soft hyphen or a Cyrillic letter in it.
inline std::string obfuscated(const std::string& text, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::string hidden;
  std::size_t at = 0;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) {
      ++end;
    }
    std::string word = text.substr(at, std::max<std::size_t>(end - at, 1));
    at += word.size();
    if (word.size() >= 4 && random() % 3 == 0) {
      const std::size_t vowel = word.find_first_of("aeo", 1);
      const std::size_t inside = 1 + random() % (word.size() - 2);
      switch (random() % 3) {
        case 0:
          word.insert(inside, "\u200B");
          break;
        case 1:
          word.insert(inside, "\u00AD");
          break;
        default:
          if (vowel != std::string::npos) {
            word.replace(vowel, 1,
                         word[vowel] == 'a'   ? "\u0430"
                         : word[vowel] == 'e' ? "\u0435"
                                              : "\u043E");
          }
      }
    }
    hidden += word;
  }
  return hidden;
}

}  // namespace unspin::testing
