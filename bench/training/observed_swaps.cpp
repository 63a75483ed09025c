#include "bench/training/observed_swaps.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/io/fields.hpp"
#include "engine/lexicon/function_words.hpp"

namespace unspin::training {
namespace {

using WordList = std::vector<std::string_view>;

WordList words_of(std::string_view text) {
  WordList words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) {
      words.push_back(text.substr(0, end));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string joined(std::span<const std::string_view> words) {
  return fmt::format("{}", fmt::join(words, " "));
}

bool is_plain(std::string_view word) {
  return std::ranges::all_of(word, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '-';
  });
}

/// What an article or the barest particles stand beside follows from the next word; a content word
/// for a function word is mostly the diff's mistake.
bool is_swap(std::string_view from, std::string_view to) {
  constexpr std::string_view bare[] = {"a", "an", "the", "to", "and"};
  if (from == to || std::ranges::find(bare, from) != std::end(bare) || !is_plain(from) ||
      !is_plain(to)) {
    return false;
  }
  return is_function_word(from) == is_function_word(to);
}

bool lists(const SwapList& swaps, std::string_view from, std::string_view to) {
  return std::ranges::any_of(swaps.find(std::string(from)),
                             [&](const Replacement& r) { return r.text == to; });
}

/// Takes off both sides what the word swaps explain at either end.
void peel(const SwapList& known, std::span<const std::string_view>& from,
          std::span<const std::string_view>& to) {
  const auto explains = [&](std::string_view a, std::string_view b) {
    return a == b || lists(known, a, b);
  };
  while (!from.empty() && !to.empty() && explains(from.back(), to.back())) {
    from = from.first(from.size() - 1);
    to = to.first(to.size() - 1);
  }
  while (!from.empty() && !to.empty() && explains(from.front(), to.front())) {
    from = from.subspan(1);
    to = to.subspan(1);
  }
}

/// Typographic apostrophes as '.
std::string with_plain_apostrophes(std::string_view text) {
  constexpr std::string_view curly = "\u2019";
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const bool is_curly = text.substr(at).starts_with(curly);
    plain += is_curly ? '\'' : text[at];
    at += is_curly ? curly.size() : 1;
  }
  return plain;
}

constexpr std::pair<std::string_view, std::string_view> contracted[] = {
    {"it is", "it's"},         {"that is", "that's"},    {"there is", "there's"},
    {"he is", "he's"},         {"she is", "she's"},      {"i am", "i'm"},
    {"we are", "we're"},       {"they are", "they're"},  {"you are", "you're"},
    {"do not", "don't"},       {"does not", "doesn't"},  {"did not", "didn't"},
    {"is not", "isn't"},       {"are not", "aren't"},    {"was not", "wasn't"},
    {"were not", "weren't"},   {"cannot", "can't"},      {"could not", "couldn't"},
    {"would not", "wouldn't"}, {"will not", "won't"},    {"should not", "shouldn't"},
    {"has not", "hasn't"},     {"have not", "haven't"},  {"had not", "hadn't"},
    {"i have", "i've"},        {"we have", "we've"},     {"they have", "they've"},
    {"you have", "you've"},    {"they had", "they'd"},   {"i will", "i'll"},
    {"we will", "we'll"},      {"they will", "they'll"}, {"it will", "it'll"},
};

constexpr std::pair<std::string_view, std::string_view> figures[] = {
    {"two", "2"},       {"three", "3"},     {"four", "4"},          {"five", "5"},
    {"six", "6"},       {"seven", "7"},     {"eight", "8"},         {"nine", "9"},
    {"ten", "10"},      {"eleven", "11"},   {"twelve", "12"},       {"thirteen", "13"},
    {"fourteen", "14"}, {"fifteen", "15"},  {"sixteen", "16"},      {"seventeen", "17"},
    {"eighteen", "18"}, {"nineteen", "19"}, {"twenty", "20"},       {"thirty", "30"},
    {"forty", "40"},    {"fifty", "50"},    {"sixty", "60"},        {"seventy", "70"},
    {"eighty", "80"},   {"ninety", "90"},   {"one hundred", "100"}, {"two hundred", "200"},
};

template <std::size_t count>
SwapList list_of(const std::pair<std::string_view, std::string_view> (&pairs)[count],
                 bool is_turned) {
  SwapList list;
  for (const auto& [from, to] : pairs) {
    list.add(is_turned ? to : from, is_turned ? from : to, 1);
  }
  return list;
}

}  // namespace

void SwapList::add(std::string_view from, std::string_view to, double weight) {
  auto& replacements = by_source_[std::string(from)];
  const auto same = std::ranges::find(replacements, to, &Replacement::text);
  if (same != replacements.end()) {
    same->weight += weight;
  } else {
    replacements.push_back({std::string(to), weight});
  }
}

std::span<const Replacement> SwapList::find(const std::string& from) const {
  const auto at = by_source_.find(from);
  return at == by_source_.end() ? std::span<const Replacement>() : at->second;
}

SwapList clean_swaps(std::vector<ObservedSwap> rows) {
  SwapList swaps;
  for (const ObservedSwap& row : rows) {
    const WordList from = words_of(row.from), to = words_of(row.to);
    if (from.size() != to.size()) {
      continue;
    }
    for (std::size_t i = 0; i < from.size(); ++i) {
      if (is_swap(from[i], to[i])) {
        swaps.add(from[i], to[i], row.count);
      }
    }
  }
  const SwapList of_words = swaps;
  for (const ObservedSwap& row : rows) {
    const WordList from_words = words_of(row.from), to_words = words_of(row.to);
    if (from_words.size() == to_words.size()) {
      continue;
    }
    std::span<const std::string_view> from = from_words, to = to_words;
    peel(of_words, from, to);
    const bool is_plain_row =
        std::ranges::all_of(from, is_plain) && std::ranges::all_of(to, is_plain);
    // Three words for one are a phrase only if a function word holds them together.
    const bool is_phrase = to.size() < 3 || std::ranges::any_of(to, is_function_word);
    // A function word beside nothing but content is an alignment's slip.
    const bool is_slip =
        std::ranges::all_of(from, is_function_word) && std::ranges::none_of(to, is_function_word);
    if (!from.empty() && !to.empty() && from.size() <= SwapList::most_words &&
        to.size() <= SwapList::most_words && is_plain_row && is_phrase && !is_slip) {
      swaps.add(joined(from), joined(to), row.count);
    }
  }
  return swaps;
}

std::unordered_map<std::string, SwapList> read_observed_swaps(const std::string& path) {
  const std::string document = read_document(path, std::uint64_t{16} << 20);
  std::unordered_map<std::string, std::vector<ObservedSwap>> rows;
  std::string_view rest = document;
  std::vector<std::string_view> fields;
  std::string unquoted;
  for (bool is_header = true; !rest.empty(); is_header = false) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (is_header) {
      continue;
    }
    split_fields(Layout::tsv, line, fields, unquoted);
    ObservedSwap row;
    if (fields.size() != 4 ||
        std::from_chars(fields[3].data(), fields[3].data() + fields[3].size(), row.count).ec !=
            std::errc()) {
      throw Error(ErrorCode::unreadable_input, path + " has a row without its four fields",
                  "family, from, to and count stand between tabs");
    }
    row.from = with_plain_apostrophes(fields[1]);
    row.to = with_plain_apostrophes(fields[2]);
    rows[std::string(fields[0])].push_back(std::move(row));
  }
  // A branch of a family (F1c of F1) has the family's vocabulary too.
  for (auto& [family, family_rows] : rows) {
    const auto trunk = rows.find(family.substr(0, family.size() - 1));
    if (family.back() >= 'a' && trunk != rows.end()) {
      family_rows.insert(family_rows.end(), trunk->second.begin(), trunk->second.end());
    }
  }
  std::unordered_map<std::string, SwapList> by_family;
  for (auto& [family, family_rows] : rows) {
    by_family.emplace(family, clean_swaps(std::move(family_rows)));
  }
  return by_family;
}

const SwapList& contractions(bool expands) {
  static const SwapList contract = list_of(contracted, false), expand = list_of(contracted, true);
  return expands ? expand : contract;
}

const SwapList& numerals(bool spells) {
  static const SwapList figure = list_of(figures, false), spell = list_of(figures, true);
  return spells ? spell : figure;
}

}  // namespace unspin::training
