#include "bench/training/near_copies.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace unspin::training {
namespace {

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

using Substitution = std::pair<std::string_view, std::string_view>;

std::string replaced(std::string_view text, std::span<const Substitution> substitutions) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto hit = std::ranges::find_if(substitutions, [&](const Substitution& substitution) {
      return text.substr(at).starts_with(substitution.first);
    });
    if (hit == substitutions.end()) {
      out += text[at++];
    } else {
      out += hit->second;
      at += hit->first.size();
    }
  }
  return out;
}

constexpr Substitution to_typewriter[] = {{"\u201c", "\""}, {"\u201d", "\""}, {"\u2018", "'"},
                                          {"\u2019", "'"},  {"\u2013", "-"},  {"\u2014", " - "},
                                          {"\u2026", "..."}};
constexpr Substitution to_typographic[] = {
    {" \"", " \u201c"}, {"\"", "\u201d"}, {"'", "\u2019"}, {" - ", " \u2013 "}, {"...", "\u2026"}};
constexpr Substitution without_commas[] = {{", ", " "}, {"; ", " "}};
constexpr Substitution on_one_line[] = {{"\n", " "}};

struct Homoglyph {
  char letter;
  std::string_view twin;
};
constexpr Homoglyph homoglyphs[] = {{'a', "\u0430"}, {'e', "\u0435"}, {'o', "\u043e"},
                                    {'c', "\u0441"}, {'p', "\u0440"}, {'x', "\u0445"},
                                    {'i', "\u0456"}, {'y', "\u0443"}};
constexpr std::string_view invisible[] = {"\u200b", "\u200c", "\u00ad", "\u2060"};

}  // namespace

std::string with_typos(std::string_view text, Random& random) {
  const double rate = random.between(0.001, 0.006);  // of the letters
  std::string out(text);
  for (std::size_t i = 1; i + 1 < out.size(); ++i) {
    if (!is_small(out[i - 1]) || !is_small(out[i]) || !is_small(out[i + 1]) ||
        !random.chance(rate)) {
      continue;
    }
    switch (random.below(3)) {
      case 0:
        std::swap(out[i], out[i + 1]);
        break;
      case 1:
        out.erase(i, 1);
        break;
      default:
        out.insert(i, 1, out[i]);
    }
    i += 3;
  }
  return out;
}

std::string with_other_typography(std::string_view text, Random& random) {
  std::string out(text);
  if (random.chance(0.5)) {
    out = replaced(out, random.chance(0.5) ? std::span<const Substitution>(to_typewriter)
                                           : std::span<const Substitution>(to_typographic));
  }
  if (random.chance(0.5)) {
    out = replaced(out, without_commas);
  }
  if (random.chance(0.3)) {
    out = replaced(out, on_one_line);
  }
  if (random.chance(0.3)) {
    const bool is_shouting = random.chance(0.5);
    std::ranges::transform(out, out.begin(), [is_shouting](char c) {
      const bool turns = is_shouting ? is_small(c) : is_capital(c);
      return turns ? static_cast<char>(c ^ 0x20) : c;
    });
  }
  return out;
}

std::string with_hidden_characters(std::string_view text, Random& random) {
  const double twins = random.chance(0.7) ? random.between(0.005, 0.15) : 0;  // of the letters
  const double unseen = twins == 0 || random.chance(0.4) ? random.between(0.002, 0.05) : 0;
  std::string out;
  for (const char c : text) {
    const auto* twin = std::ranges::find(homoglyphs, c, &Homoglyph::letter);
    if (twin != std::end(homoglyphs) && random.chance(twins)) {
      out += twin->twin;
    } else {
      out += c;
    }
    if (is_small(c) && random.chance(unseen)) {
      out += invisible[random.below(std::size(invisible))];
    }
  }
  return out;
}

}  // namespace unspin::training
