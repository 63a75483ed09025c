// The reference's slips are kept, since its numbers depend on them: it cuts references twice, so
// that of "Moody's, which" they have the token 's, and a hypothesis has not; normalizing deletes a
// line end and the hyphen *behind* it (13a: the hyphen before it); "Enclosed CJK" is U+3200 to
// U+3F22; and what is to split runs of kana never does, as it only looks where the padding blank
// stands.
#include "scorers/edit/tercom_tokens.hpp"

#include <array>
#include <string>
#include <utility>

#include "engine/text/lower_case.hpp"
#include "engine/text/plain_tokenizations.hpp"
#include "engine/text/white_space.hpp"
#include "scorers/ngram/line_rewriter.hpp"

namespace unspin {
namespace {

bool is_punctuation(char32_t c) {
  return c < 0x80 && std::string_view(".,?:;!\"()").find(static_cast<char>(c)) != std::string::npos;
}

bool is_asian_punctuation(char32_t c) {
  return (c >= 0x3001 && c <= 0x3002) || (c >= 0x3008 && c <= 0x3011) ||
         (c >= 0x3014 && c <= 0x301F) || c == 0x30FB || (c >= 0xFF61 && c <= 0xFF65);
}

bool is_full_width_punctuation(char32_t c) {
  return c == 0xFF01 || c == 0xFF02 || c == 0xFF08 || c == 0xFF09 || c == 0xFF0C || c == 0xFF0E ||
         c == 0xFF1A || c == 0xFF1B || c == 0xFF1F;
}

bool is_left_out_of_asian(char32_t c) {
  return is_asian_punctuation(c) || is_full_width_punctuation(c);
}

bool stands_alone(char32_t c) {
  return (c >= 0x2E80 && c <= 0x2EFF) || (c >= 0x31C0 && c <= 0x31EF) ||
         (c >= 0x3200 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) || is_left_out_of_asian(c);
}

/// 1 normalized, 2 no_punct, 4 asian_support, 8 case_sensitive.
template <unsigned flags, class Take>
void for_each_token(std::string_view text, Take&& take) {
  constexpr bool normalized = (flags & 1) != 0;
  constexpr bool no_punct = (flags & 2) != 0;
  constexpr bool asian_support = (flags & 4) != 0;
  text = strip_end(text);
  if constexpr ((flags & 8) == 0) {
    thread_local std::string lower;
    to_lower_case(text, lower);
    text = lower;
  }
  const auto finish = [&](std::string_view token) {
    if constexpr (!no_punct && !asian_support) {
      take(token);
      return;
    }
    thread_local LineRewriter of_token;
    of_token.start(token);
    if constexpr (normalized && asian_support) {
      of_token.split_each(stands_alone);
    }
    if constexpr (no_punct) {
      of_token.remove_each(is_punctuation);
    }
    if constexpr (no_punct && asian_support) {
      of_token.remove_each(is_left_out_of_asian);
    }
    split_at_white_space(of_token.line(), take);
  };
  if constexpr (normalized) {
    thread_local LineRewriter line;
    line.start(text);
    line.remove_markup("\n-");
    line.for_each_western(LineRewriter::Padding::blanks, LineRewriter::Possessives::split, finish);
  } else {
    split_at_white_space(text, finish);
  }
}

template <unsigned flags>
void split(std::string_view text, TokenSink& out) {
  for_each_token<flags>(text, [&](std::string_view token) { out.add(token); });
}

template <unsigned flags>
void split_twice(std::string_view text, TokenSink& out) {
  thread_local std::string once;
  once.clear();
  for_each_token<flags>(text, [&](std::string_view token) { once.append(token).push_back(' '); });
  split<flags>(once, out);
}

template <std::size_t... flags>
constexpr std::array<Tokenization, sizeof...(flags)> styles(std::index_sequence<flags...>) {
  return {Tokenization{"Tercom", split<flags>, (flags & 1) != 0 ? split_twice<flags> : nullptr}...};
}

constexpr auto all_styles = styles(std::make_index_sequence<16>());

}  // namespace

const Tokenization& tercom_tokens(TercomStyle style) {
  if (!style.normalized && !style.no_punct) {
    return style.case_sensitive ? pieces : lower_pieces;
  }
  return all_styles[(style.normalized ? 1u : 0u) | (style.no_punct ? 2u : 0u) |
                    (style.asian_support ? 4u : 0u) | (style.case_sensitive ? 8u : 0u)];
}

}  // namespace unspin
