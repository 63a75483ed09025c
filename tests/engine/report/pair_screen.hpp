// A made-up result of two texts on a screen, for tests.
#pragma once

#include <string>

#include "engine/report/terminal_report.hpp"
#include "tests/engine/report/made_up_result.hpp"
#include "tests/engine/report/placed_words.hpp"

namespace unspin {

inline SpanRecord record(SpanClass span_class, std::uint32_t source_begin, std::uint32_t source_end,
                         std::uint32_t rewrite_begin, std::uint32_t rewrite_end) {
  return {span_class,
          {.begin_word = source_begin, .end_word = source_end},
          {.begin_word = rewrite_begin, .end_word = rewrite_end}};
}

class PairScreen : public MadeUpResult {
 protected:
  std::string screen(const PlacedWords& original, const PlacedWords& copy,
                     TerminalStyle style = {}) const {
    std::string out;
    append_terminal(result,
                    {.source_name = "original.txt",
                     .rewrite_name = "rewrite.txt",
                     .source_words = original.words.size(),
                     .rewrite_words = copy.words.size(),
                     .source_text = original.text,
                     .rewrite_text = copy.text,
                     .source_words_at = &original.words,
                     .rewrite_words_at = &copy.words},
                    style, out);
    return out;
  }
};

}  // namespace unspin
