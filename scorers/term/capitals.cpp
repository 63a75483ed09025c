#include "scorers/term/capitals.hpp"

#include <algorithm>
#include <unicode/uchar.h>

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

constexpr std::string_view honorifics[] = {"mr", "mrs", "ms", "messrs", "dr", "prof"};
constexpr std::string_view other_abbreviations[] = {
    "st", "mt",  "ft",  "vs",  "no",  "gen",  "sen", "rep", "gov", "capt",
    "lt", "col", "sgt", "rev", "hon", "pres", "e.g", "i.e", "al"};
constexpr std::string_view dotted_words[] = {"U.S", "U.K", "U.N", "E.U", "D.C", "A.M",
                                             "P.M", "B.C", "A.D", "I.E", "E.G", "U.S.A"};
/// A capital behind one of these is as the first of a sentence.
constexpr std::string_view openers[] = {":", "…", "...", "•", "·", "*", "\t", "?", "!"};
constexpr std::string_view opening_quotes[] = {"\"", "“", "„", "«", "‘", "'"};
/// A heading of so many words may have one without a capital.
constexpr std::uint32_t long_heading = 6;

bool contains_any(std::string_view text, std::span<const std::string_view> parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Letters {
  std::uint32_t upper = 0, lower = 0;
  bool begins_upper = false;
};

Letters letters_of(std::string_view written) {
  Letters letters;
  for (std::size_t at = 0; at < written.size();) {
    const bool is_first = at == 0;
    const auto c = static_cast<UChar32>(next_code_point(written, at));
    const bool is_upper = u_isupper(c) != 0 || u_istitle(c) != 0;
    letters.upper += is_upper ? 1u : 0u;
    letters.lower += u_islower(c) != 0 ? 1u : 0u;
    letters.begins_upper = letters.begins_upper || (is_upper && is_first);
  }
  return letters;
}

/// The same for ASCII.
Letters ascii_letters_of(std::string_view written) {
  Letters letters;
  for (const char c : written) {
    letters.upper += c >= 'A' && c <= 'Z' ? 1u : 0u;
    letters.lower += c >= 'a' && c <= 'z' ? 1u : 0u;
  }
  letters.begins_upper = written[0] >= 'A' && written[0] <= 'Z';
  return letters;
}

bool is_small(std::string_view written) {
  return std::ranges::all_of(written, [](char c) { return c >= 'a' && c <= 'z'; });
}

WordLook look_of(std::string_view written) {
  if (is_small(written)) {  // nearly all are
    return {};
  }
  const bool is_ascii = find_non_ascii(written, 0) == written.size();
  const auto [upper, lower, begins_upper] =
      is_ascii ? ascii_letters_of(written) : letters_of(written);
  // Units such as kWh and 5MB are no names, nor is a sentence's end with no blank behind it.
  const bool is_mixed = upper > 0 && lower > 1 && written.size() > 3 && !is_digit(written[0]) &&
                        written.find('.') == std::string_view::npos;
  return {.has_capital = begins_upper || is_mixed,
          .is_shouted = begins_upper && upper > 1 && lower == 0};
}

class Looker {
 public:
  Looker(const Reading& reading, const WordFacts& facts) : reading_(reading), facts_(facts) {}

  std::vector<WordLook> look() {
    const auto words = static_cast<std::uint32_t>(reading_.words.size());
    looks_.resize(words);
    for (std::uint32_t i = 0; i < words; ++i) {
      looks_[i] = look_of(reading_.of(i));
    }
    mark_sentences();
    for (std::uint32_t i = 1; i < words; ++i) {
      if (looks_[i].has_capital && !looks_[i].is_opening) {
        looks_[i].is_opening = opens_speech_or_item(i) || follows_item_number(i);
      }
    }
    mark_headings();
    return std::move(looks_);
  }

 private:
  void mark_sentences() {
    for (const std::uint32_t i : reading_.words.sentence_begin) {
      looks_[i].is_opening = i == 0 || !follows_abbreviation(i);
    }
  }

  /// The full stop before the word belongs to an abbreviation, as in "Mr. Smith".
  bool follows_abbreviation(std::uint32_t i) const {
    if (reading_.before(i) != ". ") {
      return false;
    }
    const std::string_view folded = reading_.folded(i - 1);
    return is_honorific(folded) || is_initial(reading_.of(i - 1)) ||
           std::ranges::find(other_abbreviations, folded) != std::end(other_abbreviations);
  }

  /// "2 Users" at the start of a line
  bool follows_item_number(std::uint32_t i) const {
    return looks_[i - 1].is_opening && std::ranges::all_of(reading_.of(i - 1), is_digit);
  }

  bool opens_speech_or_item(std::uint32_t i) const {
    const std::string_view between = reading_.before(i);
    if (between == " " || between == "-") {
      return false;
    }
    if (contains_any(between, openers)) {
      return true;
    }
    if (!contains_any(between, opening_quotes)) {
      return false;
    }
    // A quotation that is part of the sentence has only a blank before it: the film “Titanic”.
    return between.find_first_of(",.;-") != std::string_view::npos ||
           between.find("—") != std::string_view::npos ||
           between.find("–") != std::string_view::npos;
  }

  void mark_headings() {
    const std::string_view text = reading_.text;
    for (std::size_t line = 0; line < text.size();) {
      const std::size_t end = std::min(text.find('\n', line), text.size());
      const WordRange words = reading_.words_in(line, end);
      const bool is_only_line = words.size() == looks_.size();
      if (!words.is_empty() && !is_only_line && is_heading(words.begin, words.end)) {
        for (std::uint32_t i = words.begin; i < words.end; ++i) {
          looks_[i].is_opening = looks_[i].is_heading = true;
        }
      }
      line = end + 1;
    }
  }

  bool is_heading(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t small = 0;
    std::uint32_t content = 0;
    bool is_shouted = end - begin > 1;
    for (std::uint32_t i = begin; i < end && (small < 2 || is_shouted); ++i) {
      const std::string_view written = reading_.of(i);
      if (is_digit(written[0])) {
        continue;
      }
      if (facts_.is_content(reading_.words.id[i])) {
        ++content;
        small += looks_[i].has_capital ? 0u : 1u;
      }
      is_shouted = is_shouted && (looks_[i].is_shouted || written.size() == 1);
    }
    if (is_shouted) {
      return true;
    }
    std::string_view behind = reading_.behind(end - 1);
    behind = behind.substr(0, behind.find('\n'));
    return small <= (content >= long_heading ? 1u : 0u) &&
           behind.find_first_of(".,;!") == std::string_view::npos;
  }

  const Reading& reading_;
  const WordFacts& facts_;
  std::vector<WordLook> looks_;
};

}  // namespace

std::vector<WordLook> looks_of(const Reading& reading, const WordFacts& facts) {
  return Looker(reading, facts).look();
}

bool is_initial(std::string_view written) {
  if (written.empty() || written.size() % 2 == 0 || written.size() > 7) {
    return false;
  }
  for (std::size_t i = 0; i < written.size(); ++i) {
    const bool is_upper = written[i] >= 'A' && written[i] <= 'Z';
    if (i % 2 == 0 ? !is_upper : written[i] != '.') {
      return false;
    }
  }
  return written != "I" && std::ranges::find(dotted_words, written) == std::end(dotted_words);
}

bool is_honorific(std::string_view folded) {
  return std::ranges::find(honorifics, folded) != std::end(honorifics);
}

}  // namespace unspin
