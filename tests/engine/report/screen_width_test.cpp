// Whatever the texts are, the screen fits the terminal.
#include <algorithm>
#include <random>
#include <sstream>

#include "engine/report/printable.hpp"
#include "tests/engine/report/pair_screen.hpp"

namespace unspin {
namespace {

std::string without_colours(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\x1b') {
      at = text.find('m', at);
    } else {
      plain += text[at];
    }
  }
  return plain;
}

using ScreenWidth = PairScreen;

TEST_F(ScreenWidth, NothingIsWider) {
  const std::vector<std::string> pool{
      "word",       "a",         "社区",           "管理，",
      "\"so\"",     "—",         "x\u0301\u0301y", "e\x1b[31mvil",
      "so\u00ADft", "\r\n\t",    "(well-known)",   std::string(90, 'w') + "!",
      "12,5;7",     "\u202eabc", "ｗｉｄｅ",       std::string(30, '.')};
  std::mt19937 random(7);
  const auto upto = [&random](std::size_t most) {
    return static_cast<std::uint32_t>(random() % (most + 1));
  };
  const auto made_up = [&](std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
      text += pool[upto(pool.size() - 1)] + (upto(5) == 0 ? "" : " ");
    }
    text.resize(text.size() - (text.ends_with(' ') ? 1 : 0));
    return text;
  };
  for (int round = 0; round < 300; ++round) {
    const PlacedWords original(made_up(1 + upto(60)));
    const PlacedWords copy(made_up(1 + upto(60)));
    const auto source_words = static_cast<std::uint32_t>(original.words.size());
    const auto rewrite_words = static_cast<std::uint32_t>(copy.words.size());
    evidence.spans.clear();
    for (std::uint32_t i = 0, j = 0; i < source_words || j < rewrite_words;) {
      const auto span_class = static_cast<SpanClass>(upto(3));
      const std::uint32_t i_end = std::min(i + upto(9), source_words);
      const std::uint32_t j_end =
          std::min(span_class == SpanClass::identical ? j + i_end - i : j + upto(9), rewrite_words);
      evidence.spans.push_back(record(span_class, i, i_end, j, j_end));
      i = i_end;
      j = j_end;
    }
    evidence.passages = {{upto(source_words / 2), source_words - upto(source_words / 2),
                          upto(rewrite_words / 2), rewrite_words - upto(rewrite_words / 2)},
                         {0, source_words + 5, 0, rewrite_words + 5}};
    evidence.substitutions = {row(made_up(3), made_up(3), upto(1u << 31), upto(1u << 31),
                                  static_cast<SwapKind>(upto(4)), made_up(2)),
                              row(made_up(1), made_up(1), 1, 2, static_cast<SwapKind>(upto(4)))};
    const auto record_of = [&](std::size_t length) -> TermRecord {
      return {.term = made_up(length),
              .occurrences = upto(1u << 31),
              .kept = upto(1u << 31),
              .inflected = upto(1),
              .variants = upto(1000),
              .near_misses = {{made_up(length), upto(1u << 31), upto(1) == 1}},
              .replaced = {{made_up(3), 4, upto(1) == 1}, {made_up(9), 2}},
              .lost = upto(1u << 31),
              .is_from_glossary = upto(1) == 1};
    };
    evidence.terms = {record_of(2)};
    for (auto* things : {&evidence.names, &evidence.numbers, &evidence.urls, &evidence.quotes}) {
      things->assign(upto(3), record_of(1 + upto(12)));
    }
    judgement.verdict.label = static_cast<Label>(upto(4));
    judgement.verdict.probabilities = {{0.1, 0.2, 0.3, 0.4}};
    judgement.verdict.confidence = upto(10) / 10.0;
    evidence.rewrite_obfuscation.characters.fill(upto(1000));
    for (const std::size_t width : {40u, 60u, 80u, 120u}) {
      const bool all = upto(1) == 1;
      const std::string plain = screen(original, copy, {.width = width, .show_all = all});
      EXPECT_EQ(plain.find_first_of("\x1b\r\t"), std::string::npos);
      const std::string coloured = without_colours(
          screen(original, copy, {.width = width, .colour = true, .show_all = all}));
      for (const std::string& text : {plain, coloured}) {
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
          ASSERT_LE(columns_of(line), width) << line;
          ASSERT_FALSE(line.ends_with(' ')) << '"' << line << '"';
        }
      }
    }
  }
}

}  // namespace
}  // namespace unspin
