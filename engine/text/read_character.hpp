// One character of a text that is being unfolded.
#pragma once

#include <cstdint>

#include "engine/text/character_kinds.hpp"
#include "engine/text/unfold.hpp"

namespace unspin {

struct ReadCharacter {
  char32_t c = 0;
  char32_t meant = 0;                ///< what is read instead if it is undone; 0: nothing
  std::uint32_t begin = 0, end = 0;  ///< bytes of the raw text
  CharacterKind kind = CharacterKind::between;
  bool is_undone = false;
  Trick trick{};

  char32_t read() const { return is_undone ? meant : c; }
  bool is_removed() const { return is_undone && meant == 0; }
  void remove_as(Trick which) {
    is_undone = true;
    meant = 0;
    trick = which;
  }
};

}  // namespace unspin
