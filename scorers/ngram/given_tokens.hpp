// NLTK's metrics are given tokens and do not say how to come by them. Here they are what white
// space separates, as in NLTK's examples, or BLEU's 13a tokens.
#pragma once

#include "engine/score/settings.hpp"
#include "engine/text/tokens.hpp"

namespace unspin {

enum class GivenTokens { white_space, mteval_13a };

inline constexpr std::string_view given_tokens_choices[] = {"none", "13a"};
inline constexpr Parameter given_tokens_parameter = {
    .name = "tokenize",
    .kind = Parameter::Kind::choice,
    .choices = given_tokens_choices,
    .summary = "words are what white space separates, or split from punctuation as BLEU's"};

const Tokenization& given_tokens(GivenTokens by);
const Tokenization& given_tokens_in_lower_case(GivenTokens by);

}  // namespace unspin
