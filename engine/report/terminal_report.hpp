// One pair's result for a person at a terminal: verdict and reasons first, then the strongest
// swaps, what became of the terms, passages side by side, and the scores by family.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/score/results.hpp"
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
};

/// Appends the screen. Control characters in texts and names are shown as ·, so that no text can
/// steer the terminal.
void append_terminal(const PairResult& result, const TerminalTitle& title,
                     const TerminalStyle& style, std::string& out);

}  // namespace unspin
