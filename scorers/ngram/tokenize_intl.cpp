#include "scorers/ngram/tokenize_intl.hpp"

#include <array>
#include <cstdint>
#include <unicode/uchar.h>

#include "scorers/ngram/line_rewriter.hpp"

namespace unspin {
namespace {

/// Unicode's general category as one of these bits.
enum Category : std::uint8_t { other = 0, number = 1, punctuation = 2, symbol = 4 };

Category look_up(char32_t c) {
  const std::uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (mask & U_GC_N_MASK) != 0   ? number
         : (mask & U_GC_P_MASK) != 0 ? punctuation
         : (mask & U_GC_S_MASK) != 0 ? symbol
                                     : other;
}

Category category_of(char32_t c) {
  static const std::array<Category, 0x80> of_ascii = [] {
    std::array<Category, 0x80> table{};
    for (char32_t ascii = 0; ascii < 0x80; ++ascii) {
      table[ascii] = look_up(ascii);
    }
    return table;
  }();
  return c < 0x80 ? of_ascii[c] : look_up(c);
}

bool is_not_number(char32_t c) { return category_of(c) != number; }
bool is_punctuation(char32_t c) { return category_of(c) == punctuation; }
bool is_symbol(char32_t c) { return category_of(c) == symbol; }

}  // namespace

void tokenize_intl(std::string_view line, TokenSink& out) {
  thread_local LineRewriter rewriter;
  rewriter.start(line);
  rewriter.split_behind(is_not_number, is_punctuation);
  rewriter.split_before(is_punctuation, is_not_number);
  rewriter.split_each(is_symbol);
  split_at_white_space(rewriter.line(), [&](std::string_view token) { out.add(token); });
}

}  // namespace unspin
