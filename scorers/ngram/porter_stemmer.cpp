// A word is a row of consonants and vowels, [C](VC)ᵐ[V]; m is its measure. Each of the eight steps
// looks for the first of its suffixes that the word ends with, and replaces it if what stands
// before it measures enough; if not, the step is over as well.
#include "scorers/ngram/porter_stemmer.hpp"

#include <array>
#include <span>

#include "engine/text/utf8.hpp"

namespace unspin {
namespace {

using Letters = std::u32string_view;

constexpr bool is_plain_vowel(char32_t c) {
  return c == U'a' || c == U'e' || c == U'i' || c == U'o' || c == U'u';
}

/// A y is a vowel behind a consonant.
bool is_vowel(Letters word, std::size_t i) {
  bool flips = false;
  while (word[i] == U'y' && i > 0) {
    flips = !flips;
    --i;
  }
  return is_plain_vowel(word[i]) != flips;
}

bool is_consonant(Letters word, std::size_t i) { return !is_vowel(word, i); }

/// How often a vowel is followed by a consonant.
std::size_t measure(Letters word) {
  std::size_t count = 0;
  bool after_vowel = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool vowel = is_plain_vowel(word[i]) || (word[i] == U'y' && i > 0 && !after_vowel);
    count += after_vowel && !vowel ? 1 : 0;
    after_vowel = vowel;
  }
  return count;
}

bool has_vowel(Letters word) {
  // A y behind the start is a vowel or follows one.
  return word.find_first_of(U"aeiou") != Letters::npos ||
         (word.size() > 1 && word.find(U'y', 1) != Letters::npos);
}

bool ends_with_double_consonant(Letters word) {
  const std::size_t size = word.size();
  return size >= 2 && word[size - 1] == word[size - 2] && is_consonant(word, size - 1);
}

/// Consonant, vowel, consonant other than w, x and y ("hop"); of two letters vowel, consonant.
bool ends_short(Letters word) {
  const std::size_t size = word.size();
  if (size == 2) {
    return is_vowel(word, 0) && is_consonant(word, 1);
  }
  return size >= 3 && is_consonant(word, size - 3) && is_vowel(word, size - 2) &&
         is_consonant(word, size - 1) && Letters(U"wxy").find(word.back()) == Letters::npos;
}

struct Rule {
  Letters suffix, replacement;
};

void replace_end(std::u32string& word, Rule rule) {
  word.replace(word.size() - rule.suffix.size(), rule.suffix.size(), rule.replacement);
}

/// What stands before a suffix that the word ends with.
Letters before(const std::u32string& word, Letters suffix) {
  return Letters(word).substr(0, word.size() - suffix.size());
}

/// The first rule whose suffix the word has is taken if the rest measures at least `least`.
void apply_first(std::u32string& word, std::span<const Rule> rules, std::size_t least) {
  for (const Rule& rule : rules) {
    if (word.ends_with(rule.suffix)) {
      if (measure(before(word, rule.suffix)) >= least) {
        replace_end(word, rule);
      }
      return;
    }
  }
}

void drop_plural(std::u32string& word) {
  constexpr std::array<Rule, 4> rules = {
      {{U"sses", U"ss"}, {U"ies", U"i"}, {U"ss", U"ss"}, {U"s", U""}}};
  if (word.size() == 4 && word.ends_with(U"ies")) {
    word.pop_back();  // dies: die
  } else {
    apply_first(word, rules, 0);
  }
}

/// What is left of "…ed" or "…ing" becomes a word again.
void mend_end(std::u32string& word) {
  const bool lost_an_e = word.ends_with(U"at") || word.ends_with(U"bl") || word.ends_with(U"iz");
  if (!lost_an_e && ends_with_double_consonant(word)) {
    if (Letters(U"lsz").find(word.back()) == Letters::npos) {
      word.pop_back();
    }
  } else if (!lost_an_e && word.ends_with(U"*d")) {
    // The reference calls the rule above "*d", and takes that for a suffix too.
    replace_end(word, {U"*d", U"d"});
  } else if (lost_an_e || (measure(word) == 1 && ends_short(word))) {
    word += U'e';
  }
}

void drop_past_and_participle(std::u32string& word) {
  if (word.ends_with(U"ied")) {
    replace_end(word, {U"ied", word.size() == 4 ? U"ie" : U"i"});
    return;
  }
  if (word.ends_with(U"eed")) {
    if (measure(before(word, U"eed")) > 0) {
      word.pop_back();
    }
    return;
  }
  for (const Letters suffix : {Letters(U"ed"), Letters(U"ing")}) {
    if (word.ends_with(suffix) && has_vowel(before(word, suffix))) {
      replace_end(word, {suffix, {}});
      mend_end(word);
      return;
    }
  }
}

void turn_y_to_i(std::u32string& word) {
  if (word.size() > 2 && word.back() == U'y' && is_consonant(word, word.size() - 2)) {
    word.back() = U'i';
  }
}

void shorten_double_suffix(std::u32string& word) {
  constexpr std::array<Rule, 21> rules = {
      {{U"ational", U"ate"}, {U"tional", U"tion"}, {U"enci", U"ence"},   {U"anci", U"ance"},
       {U"izer", U"ize"},    {U"bli", U"ble"},     {U"alli", U"al"},     {U"entli", U"ent"},
       {U"eli", U"e"},       {U"ousli", U"ous"},   {U"ization", U"ize"}, {U"ation", U"ate"},
       {U"ator", U"ate"},    {U"alism", U"al"},    {U"iveness", U"ive"}, {U"fulness", U"ful"},
       {U"ousness", U"ous"}, {U"aliti", U"al"},    {U"iviti", U"ive"},   {U"biliti", U"ble"},
       {U"fulli", U"ful"}}};
  if (word.ends_with(U"alli") && measure(before(word, U"alli")) > 0) {
    replace_end(word, {U"alli", U"al"});  // then once more: "tionalli"
  }
  if (word.ends_with(U"logi")) {
    if (measure(before(word, U"ogi")) > 0) {  // the l is of the stem: "theo" measures 0
      word.pop_back();
    }
    return;
  }
  apply_first(word, rules, 1);
}

void drop_suffixes(std::u32string& word) {
  constexpr std::array<Rule, 7> some = {{{U"icate", U"ic"},
                                         {U"ative", U""},
                                         {U"alize", U"al"},
                                         {U"iciti", U"ic"},
                                         {U"ical", U"ic"},
                                         {U"ful", U""},
                                         {U"ness", U""}}};
  apply_first(word, some, 1);
  constexpr std::array<Rule, 18> most = {{{U"al", {}},
                                          {U"ance", {}},
                                          {U"ence", {}},
                                          {U"er", {}},
                                          {U"ic", {}},
                                          {U"able", {}},
                                          {U"ible", {}},
                                          {U"ant", {}},
                                          {U"ement", {}},
                                          {U"ment", {}},
                                          {U"ent", {}},
                                          {U"ou", {}},
                                          {U"ism", {}},
                                          {U"ate", {}},
                                          {U"iti", {}},
                                          {U"ous", {}},
                                          {U"ive", {}},
                                          {U"ize", {}}}};
  if (!word.ends_with(U"ion")) {
    apply_first(word, most, 2);
  } else if (word.ends_with(U"sion") || word.ends_with(U"tion")) {
    apply_first(word, std::array<Rule, 1>{{{U"ion", {}}}}, 2);
  }
}

void tidy_end(std::u32string& word) {
  if (word.ends_with(U'e')) {
    const Letters rest = before(word, U"e");
    const std::size_t measured = measure(rest);
    if (measured > 1 || (measured == 1 && !ends_short(rest))) {
      word.pop_back();
    }
  }
  if (word.ends_with(U"ll") && measure(before(word, U"l")) > 1) {
    word.pop_back();
  }
}

/// Words whose stems no rule finds; empty for all others.
std::string_view irregular_stem(std::string_view word) {
  struct Irregular {
    std::string_view word, stem;
  };
  constexpr std::array<Irregular, 16> irregulars = {{{"sky", "sky"},
                                                     {"skies", "sky"},
                                                     {"dying", "die"},
                                                     {"lying", "lie"},
                                                     {"tying", "tie"},
                                                     {"news", "news"},
                                                     {"innings", "inning"},
                                                     {"inning", "inning"},
                                                     {"outings", "outing"},
                                                     {"outing", "outing"},
                                                     {"cannings", "canning"},
                                                     {"canning", "canning"},
                                                     {"howe", "howe"},
                                                     {"proceed", "proceed"},
                                                     {"exceed", "exceed"},
                                                     {"succeed", "succeed"}}};
  for (const Irregular& irregular : irregulars) {
    if (word == irregular.word) {
      return irregular.stem;
    }
  }
  return {};
}

}  // namespace

std::string_view PorterStemmer::stem(std::string_view word) {
  if (const std::string_view known = irregular_stem(word); !known.empty()) {
    return known;
  }
  word_.clear();
  append_code_points(word, word_);
  if (word_.size() > 2) {
    drop_plural(word_);
    drop_past_and_participle(word_);
    turn_y_to_i(word_);
    shorten_double_suffix(word_);
    drop_suffixes(word_);
    tidy_end(word_);
  }
  stem_.clear();
  for (const char32_t c : word_) {
    append_utf8(c, stem_);
  }
  return stem_;
}

}  // namespace unspin
