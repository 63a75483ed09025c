#include "scorers/ngram/given_tokens.hpp"

#include <string>

#include "engine/text/lower_case.hpp"
#include "engine/text/plain_tokenizations.hpp"
#include "engine/text/white_space.hpp"
#include "scorers/ngram/tokenize_13a.hpp"

namespace unspin {
namespace {

void split_13a(std::string_view text, TokenSink& out) { tokenize_13a(strip_end(text), out); }

void split_lower_13a(std::string_view text, TokenSink& out) {
  thread_local std::string lower;
  to_lower_case(text, lower);
  split_13a(lower, out);
}

constexpr Tokenization of_13a{"13a", split_13a};
constexpr Tokenization lower_13a{"13a, lower case", split_lower_13a};

}  // namespace

const Tokenization& given_tokens(GivenTokens by) {
  return by == GivenTokens::white_space ? pieces : of_13a;
}

const Tokenization& given_tokens_in_lower_case(GivenTokens by) {
  return by == GivenTokens::white_space ? lower_pieces : lower_13a;
}

}  // namespace unspin
