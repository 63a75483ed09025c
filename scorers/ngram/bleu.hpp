// What a user can set of BLEU, for the metrics that are made of it.
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/score/settings.hpp"

namespace unspin::bleu {

inline constexpr std::size_t most_orders = 8;

enum Setting { smoothing, smoothing_value, effective_order, lowercase, order, tokenize };
enum class Smoothing { exp, floor, add_k, none };

inline constexpr std::string_view smoothings[] = {"exp", "floor", "add-k", "none"};
inline constexpr std::string_view tokenizers[] = {"13a", "intl", "zh", "char", "none"};
inline constexpr Parameter parameters[] = {
    {.name = "smoothing",
     .kind = Parameter::Kind::choice,
     .choices = smoothings,
     .summary = "what an order without a match counts as"},
    {.name = "smoothing_value",
     .kind = Parameter::Kind::real,
     .default_value = -1,
     .least = -1,
     .most = 100,
     .summary = "of floor (default 0.1) and add-k (default 1); -1: that default"},
    {.name = "effective_order",
     .default_value = 1,
     .summary = "average only over orders that the hypothesis is long enough for",
     .corpus_default = 0},
    {.name = "lowercase", .summary = "compare in lower case"},
    {.name = "order",
     .kind = Parameter::Kind::integer,
     .default_value = 4,
     .least = 1,
     .most = most_orders,
     .summary = "longest n-grams"},
    {.name = "tokenize",
     .kind = Parameter::Kind::choice,
     .choices = tokenizers,
     .summary = "how words are cut: Western, any script, Chinese, characters, at white space"},
};

}  // namespace unspin::bleu
