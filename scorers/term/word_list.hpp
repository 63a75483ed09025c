// A fixed list of words that most words are not in.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace unspin {

/// Whether a word is one of a few is asked for every word of a text. Nearly all others are ruled
/// out by a number made of their length, their first and their last byte.
template <std::size_t size>
class WordList {
 public:
  /// The list's words are not empty.
  constexpr explicit WordList(const std::string_view (&words)[size]) {
    std::copy(std::begin(words), std::end(words), words_.begin());
    for (const std::string_view word : words_) {
      has_mark_[mark_of(word)] = true;
    }
  }

  constexpr bool contains(std::string_view word) const {
    return may_contain(word) && std::find(words_.begin(), words_.end(), word) != words_.end();
  }

  /// False for most words that are not in the list, and for none that is. Constant time.
  constexpr bool may_contain(std::string_view word) const {
    return !word.empty() && has_mark_[mark_of(word)];
  }

 private:
  static constexpr std::size_t marks = 1024;

  static constexpr std::size_t mark_of(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    const auto last = static_cast<unsigned char>(word.back());
    return (word.size() * 353 + first * std::size_t{37} + last) % marks;
  }

  std::array<std::string_view, size> words_{};
  std::array<bool, marks> has_mark_{};
};

}  // namespace unspin
