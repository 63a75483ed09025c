// Pairs of short ASCII texts, drawn with the Mersenne Twister and remainders: the standard fixes
// the engine's numbers but not what its distributions make of them. For the same reason no
// expression rolls twice, since the order of operands is the compiler's.
#include "tests/reference/random_texts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <random>
#include <vector>

namespace unspin::reference {
namespace {

using Tokens = std::vector<std::string>;

constexpr std::size_t most_tokens = 12;

constexpr std::array vocabulary = {"the",        "cat", "sat",  "3",   "on",
                                   "government", "mat", "2024", "cats"};
constexpr std::array openings = {"(", "\"", "'", "$", "[", "#"};
constexpr std::array endings = {".", ",", "!",  "?", ";", ":", "...",
                                ")", "'", "\"", "%", "-", ".)"};
constexpr std::array marks = {".", ",",     "-", "--",        "(",   ")",
                              "&", "&amp;", "/", "<skipped>", "...", "\""};
constexpr std::array gaps = {"  ", "   ", "\t", "\n", " \n"};

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(engine_() % bound); }
  bool one_in(std::size_t chances) { return below(chances) == 0; }

  template <std::size_t size>
  std::string any_of(const std::array<const char*, size>& choices) {
    return choices[below(size)];
  }

 private:
  std::mt19937_64 engine_;
};

std::string random_word(Dice& dice, std::size_t distinct_words) {
  std::string word = vocabulary[dice.below(distinct_words)];
  const std::size_t capitals = dice.one_in(5) ? 1 : dice.one_in(15) ? word.size() : 0;
  for (std::size_t i = 0; i < capitals; ++i) {
    if (word[i] >= 'a' && word[i] <= 'z') {
      word[i] = static_cast<char>(word[i] - 'a' + 'A');
    }
  }
  return word;
}

std::string random_token(Dice& dice, std::size_t distinct_words) {
  if (dice.one_in(12)) {
    return dice.any_of(marks);
  }
  std::string token = random_word(dice, distinct_words);
  if (dice.one_in(12)) {
    token += dice.one_in(4) ? "/" : "-";
    token += random_word(dice, distinct_words);
  }
  if (dice.one_in(12)) {
    token = dice.any_of(openings) + token;
  }
  if (dice.one_in(6)) {
    token += dice.any_of(endings);
  }
  return token;
}

Tokens random_tokens(Dice& dice, std::size_t distinct_words) {
  Tokens tokens(1 + dice.below(most_tokens));
  for (std::string& token : tokens) {
    token = random_token(dice, distinct_words);
  }
  return tokens;
}

// Drops, duplicates, replaces or inserts a token, or moves a block of up to four.
void edit(Tokens& tokens, Dice& dice, std::size_t distinct_words) {
  if (tokens.empty()) {
    return;
  }
  const auto at = [&tokens](std::size_t i) {
    return tokens.begin() + static_cast<std::ptrdiff_t>(i);
  };
  const std::size_t place = dice.below(tokens.size());
  switch (dice.below(6)) {
    case 0:
      tokens.erase(at(place));
      break;
    case 1:
      tokens.insert(at(place), std::string(tokens[place]));
      break;
    case 2:
      tokens[place] = random_token(dice, distinct_words);
      break;
    case 3:
      tokens.insert(at(place), random_token(dice, distinct_words));
      break;
    default: {
      const std::size_t end = std::min(tokens.size(), place + 1 + dice.below(4));
      const Tokens block(at(place), at(end));
      tokens.erase(at(place), at(end));
      const std::size_t target = dice.below(tokens.size() + 1);
      tokens.insert(at(target), block.begin(), block.end());
    }
  }
  if (tokens.size() > most_tokens) {
    tokens.resize(most_tokens);
  }
}

std::string join(const Tokens& tokens, Dice& dice) {
  std::string text = dice.one_in(20) ? dice.any_of(gaps) : "";
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0) {
      text += dice.one_in(10) ? dice.any_of(gaps) : " ";
    }
    text += tokens[i];
  }
  if (dice.one_in(20)) {
    text += dice.any_of(gaps);
  }
  return text;
}

}  // namespace

TextPair random_text_pair(std::uint64_t seed) {
  Dice dice(seed);
  const std::size_t distinct_words = 2 + dice.below(vocabulary.size() - 1);
  Tokens source = random_tokens(dice, distinct_words);
  Tokens rewrite = source;
  if (dice.one_in(4)) {
    rewrite = random_tokens(dice, distinct_words);
  } else {
    const std::size_t edits = dice.below(6);
    for (std::size_t i = 0; i < edits; ++i) {
      edit(rewrite, dice, distinct_words);
    }
  }
  if (dice.one_in(40)) {
    source.clear();
  }
  if (dice.one_in(40)) {
    rewrite.clear();
  }

  TextPair pair;
  pair.source = join(source, dice);
  pair.rewrite = join(rewrite, dice);
  return pair;
}

}  // namespace unspin::reference
