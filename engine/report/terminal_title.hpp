// What a screen needs to know beside the result: the terminal, and the two texts.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "engine/align/sentence_beads.hpp"
#include "engine/text/tokens.hpp"

namespace unspin {

struct TerminalStyle {
  std::size_t width = 80;  ///< columns, at least 40
  bool colour = false;     ///< ANSI colours
  bool show_all = false;   ///< every swap and term and whole passages, not the first few
};

/// What a person calls the two texts, and what is shown of them.
struct TerminalTitle {
  std::string_view source_name, rewrite_name;
  std::size_t source_words = 0, rewrite_words = 0;
  /// The raw texts and the places of their words, for passages side by side; without, there are
  /// none.
  std::string_view source_text = {}, rewrite_text = {};
  const Words* source_words_at = nullptr;
  const Words* rewrite_words_at = nullptr;
  /// Which sentences belong together, for the whole texts side by side.
  std::span<const Bead> beads = {};
};

}  // namespace unspin
