#include "scorers/ngram/tokenize_zh.hpp"

#include <algorithm>

#include "engine/text/white_space.hpp"
#include "scorers/ngram/line_rewriter.hpp"

namespace unspin {
namespace {

struct CharacterRange {
  char32_t first, last;
};

// The reference writes U+20000 to U+2A6D6 with four digits and one character more, which Python
// compares as the strings "\u2000" "0" and "\u2a6d" "6"; likewise U+2F800 to U+2FA1D.
constexpr CharacterRange chinese[] = {
    {0x2001, 0x2A6D}, {0x2E80, 0x2EFF}, {0x2F00, 0x2FDF}, {0x2FF0, 0x2FFF}, {0x3000, 0x303F},
    {0x3100, 0x312F}, {0x31A0, 0x31BF}, {0x31C0, 0x31EF}, {0x3200, 0x33FF}, {0x3400, 0x4DB5},
    {0x4E00, 0x9FBB}, {0xF900, 0xFA2D}, {0xFA30, 0xFA6A}, {0xFA70, 0xFAD9}, {0xFE10, 0xFE1F},
    {0xFE30, 0xFE4F}, {0xFF00, 0xFFEF}};

bool is_chinese(char32_t c) {
  return c >= chinese[0].first && std::ranges::any_of(chinese, [c](const CharacterRange& range) {
           return c >= range.first && c <= range.last;
         });
}

std::string_view strip_start(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t space = 1; at < text.size() && space > 0; at += space) {
    space = white_space_length(text, at);
  }
  return text.substr(at);
}

}  // namespace

void tokenize_zh(std::string_view line, TokenSink& out) {
  thread_local LineRewriter rewriter;
  rewriter.start(strip_start(strip_end(line)));
  rewriter.split_each(is_chinese);
  rewriter.for_each_western(LineRewriter::Padding::none, LineRewriter::Possessives::whole,
                            [&](std::string_view token) { out.add(token); });
}

}  // namespace unspin
