// Tokenization: text in, numbers out.
//
// A metric that promises a reference implementation's numbers must cut the text as that one does,
// so a tokenization is a constant declared beside the metric that defines it. The alignment and all
// metrics of our own share the default word tokens, which keep their places in the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/text/vocabulary.hpp"

namespace unspin {

using TokenIds = std::vector<std::uint32_t>;

/// Where a tokenization puts the tokens of one text, in order.
class TokenSink {
 public:
  TokenSink(Vocabulary& vocabulary, TokenIds& ids) : vocabulary_(vocabulary), ids_(ids) {}

  void add(std::string_view token) { ids_.push_back(vocabulary_.intern(token)); }

  /// For tokenizations into characters: the code point is its own number.
  void add_character(char32_t c) { ids_.push_back(static_cast<std::uint32_t>(c)); }

  /// Where a line or a sentence ends, for tokenizations that say so.
  static constexpr std::uint32_t end_of_line = 0xFFFFFFFF;
  void add_end_of_line() { ids_.push_back(end_of_line); }

 private:
  Vocabulary& vocabulary_;
  TokenIds& ids_;
};

/// How to cut a text. Told apart by address, so declare each once.
struct Tokenization {
  std::string_view name;
  void (*split)(std::string_view text, TokenSink& out);
  /// How to cut a reference where a metric promises that this is done otherwise; null: likewise.
  void (*split_reference)(std::string_view text, TokenSink& out) = nullptr;
};

/// The default word tokens of one text, as a structure of arrays; id, begin and end of the same
/// length.
struct Words {
  TokenIds id;                       ///< numbers in the vocabulary that both texts of a pair share
  std::vector<std::uint32_t> begin;  ///< byte offset of the first byte in the original text
  std::vector<std::uint32_t> end;    ///< byte offset behind the last byte
  /// For each sentence with words, the number of its first word; ascending from 0.
  std::vector<std::uint32_t> sentence_begin;

  std::size_t size() const { return id.size(); }
  std::string_view original(std::string_view text, std::size_t first, std::size_t last) const {
    return text.substr(begin[first], end[last] - begin[first]);
  }
  void clear() {
    id.clear();
    begin.clear();
    end.clear();
    sentence_begin.clear();
  }
};

}  // namespace unspin
