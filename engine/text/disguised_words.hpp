// Words spelled with letters that only look right: of another script, or in a form that belongs to
// formulas.
//
// Honest texts hold such letters, too, so each has to earn it. What is undone is either clear in
// itself (an Armenian letter within an English word), or it is weak (a Greek α at a word's end, ʋ,
// which is a letter of Ewe, a mathematical 𝑛 that stands before "th") and counts only in a text
// where something clear was found.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/text/letter_run.hpp"
#include "engine/text/read_character.hpp"
#include "engine/text/text_facts.hpp"
#include "engine/text/words_around.hpp"

namespace unspin {

class DisguisedWords {
 public:
  DisguisedWords(Homoglyphs& homoglyphs, WordsAround& around)
      : homoglyphs_(&homoglyphs), around_(&around) {}

  void start(const TextFacts& facts) {
    facts_ = facts;
    found_clear = left_weak = false;
  }

  /// Undoes what is disguised in the words of `characters`, all those between two blanks.
  void read(std::span<ReadCharacter> characters);

  bool found_clear = false;  ///< since the start
  bool left_weak = false;    ///< since the start, for want of evidence

 private:
  enum class Sign : std::uint8_t { none, never, weak, clear };
  struct Reading {
    Sign sign = Sign::none;
    char32_t meant = 0;
    Trick trick{};
  };

  void read_run();
  void read_foreign_run();
  bool undo_into(Alphabet wanted);
  bool read_letter(std::size_t place, Alphabet wanted, Reading& reading) const;
  Sign sign_of_form(char32_t form) const;
  Sign sign_of_odd_latin(char32_t c) const;
  Sign sign_of_greek(std::size_t place) const;
  char32_t fitting(const Homoglyphs::Letters& letters, std::size_t place) const;
  void apply();

  char32_t letter(std::size_t place) const { return all_[run_.place(place)].c; }

  Homoglyphs* homoglyphs_;
  WordsAround* around_;
  TextFacts facts_;

  std::span<ReadCharacter> all_;
  bool is_phonetic_ = false;
  bool has_ideographs_ = false;
  bool has_operators_ = false;  ///< that were left: it is a formula

  LetterRun run_;  ///< the letters being read
  std::vector<Reading> readings_;
  char32_t before_ = 0, after_ = 0;  ///< the characters beside it; 0: a blank
};

}  // namespace unspin
