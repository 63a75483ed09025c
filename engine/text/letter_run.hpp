// Letters, ordinary or not, that stand together, with what is to be known of them before one is
// judged.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "engine/text/read_character.hpp"

namespace unspin {

CharacterKind kind_of(Alphabet alphabet);
bool is_greek(char32_t c);
bool is_mathematical(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);

class LetterRun {
 public:
  void clear() { places_.clear(); }
  void add(std::size_t place) { places_.push_back(place); }

  /// Once all letters were added, which are places in `all`.
  void count(std::span<const ReadCharacter> all);

  std::size_t size() const { return places_.size(); }
  std::size_t place(std::size_t i) const { return places_[i]; }
  const std::vector<std::size_t>& places() const { return places_; }

  std::size_t number_of(CharacterKind kind) const {
    return counts_[static_cast<std::size_t>(kind)];
  }
  /// With the forms of the alphabet's letters.
  std::size_t number_of(Alphabet alphabet) const {
    return number_of(kind_of(alphabet)) + forms_[static_cast<std::size_t>(alphabet)];
  }

  std::size_t switches = 0;        ///< places where one alphabet follows another
  bool has_inner_capital = false;  ///< a Latin one that is not the first letter
  bool is_formula = false;         ///< log𝑛: its ordinary letters are names of functions
  bool is_styled = false;          ///< it mixes mathematical styles as no formula does

 private:
  std::vector<std::size_t> places_;
  std::array<std::size_t, character_kind_count> counts_{};
  std::array<std::size_t, alphabet_count> forms_{};
};

}  // namespace unspin
