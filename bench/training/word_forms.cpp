#include "bench/training/word_forms.hpp"

#include <algorithm>
#include <array>

namespace unspin::training {
namespace {

struct IrregularVerb {
  std::string_view base, past, participle;
};

constexpr IrregularVerb irregular_verbs[] = {
    {"be", "was", "been"},          {"become", "became", "become"},
    {"begin", "began", "begun"},    {"break", "broke", "broken"},
    {"bring", "brought", "brought"}, {"build", "built", "built"},
    {"buy", "bought", "bought"},    {"catch", "caught", "caught"},
    {"choose", "chose", "chosen"},  {"come", "came", "come"},
    {"cost", "cost", "cost"},       {"cut", "cut", "cut"},
    {"deal", "dealt", "dealt"},     {"do", "did", "done"},
    {"draw", "drew", "drawn"},      {"drink", "drank", "drunk"},
    {"drive", "drove", "driven"},   {"eat", "ate", "eaten"},
    {"fall", "fell", "fallen"},     {"feed", "fed", "fed"},
    {"feel", "felt", "felt"},       {"fight", "fought", "fought"},
    {"find", "found", "found"},     {"flee", "fled", "fled"},
    {"fly", "flew", "flown"},       {"forget", "forgot", "forgotten"},
    {"get", "got", "got"},          {"give", "gave", "given"},
    {"go", "went", "gone"},         {"grow", "grew", "grown"},
    {"have", "had", "had"},         {"hear", "heard", "heard"},
    {"hide", "hid", "hidden"},      {"hit", "hit", "hit"},
    {"hold", "held", "held"},       {"hurt", "hurt", "hurt"},
    {"keep", "kept", "kept"},       {"know", "knew", "known"},
    {"lay", "laid", "laid"},        {"lead", "led", "led"},
    {"leave", "left", "left"},      {"lend", "lent", "lent"},
    {"let", "let", "let"},          {"lie", "lay", "lain"},
    {"lose", "lost", "lost"},       {"make", "made", "made"},
    {"mean", "meant", "meant"},     {"meet", "met", "met"},
    {"pay", "paid", "paid"},        {"put", "put", "put"},
    {"read", "read", "read"},       {"ride", "rode", "ridden"},
    {"rise", "rose", "risen"},      {"run", "ran", "run"},
    {"say", "said", "said"},        {"see", "saw", "seen"},
    {"seek", "sought", "sought"},   {"sell", "sold", "sold"},
    {"send", "sent", "sent"},       {"set", "set", "set"},
    {"shake", "shook", "shaken"},   {"shoot", "shot", "shot"},
    {"show", "showed", "shown"},    {"shut", "shut", "shut"},
    {"sing", "sang", "sung"},       {"sit", "sat", "sat"},
    {"sleep", "slept", "slept"},    {"speak", "spoke", "spoken"},
    {"spend", "spent", "spent"},    {"stand", "stood", "stood"},
    {"steal", "stole", "stolen"},   {"strike", "struck", "struck"},
    {"swim", "swam", "swum"},       {"take", "took", "taken"},
    {"teach", "taught", "taught"},  {"tell", "told", "told"},
    {"think", "thought", "thought"}, {"throw", "threw", "thrown"},
    {"understand", "understood", "understood"},
    {"wear", "wore", "worn"},       {"win", "won", "won"},
    {"write", "wrote", "written"},
};

struct IrregularNoun {
  std::string_view singular, plural;
};

constexpr IrregularNoun irregular_nouns[] = {
    {"man", "men"},     {"woman", "women"},     {"child", "children"}, {"person", "people"},
    {"foot", "feet"},   {"tooth", "teeth"},     {"mouse", "mice"},     {"life", "lives"},
    {"wife", "wives"},  {"knife", "knives"},    {"half", "halves"},    {"shelf", "shelves"},
    {"thief", "thieves"}, {"leaf", "leaves"},   {"people", "people"},  {"folk", "folks"},
};

const IrregularVerb* find_verb(std::string_view base) {
  const auto* at = std::ranges::find(irregular_verbs, base, &IrregularVerb::base);
  return at == std::end(irregular_verbs) ? nullptr : at;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 2 && word.ends_with('y') && !is_vowel(word[word.size() - 2]);
}

std::size_t vowel_groups(std::string_view word) {
  std::size_t groups = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool sounds = is_vowel(word[i]) || (word[i] == 'y' && i > 0);
    const bool goes_on = i > 0 && (is_vowel(word[i - 1]) || (word[i - 1] == 'y' && i > 1));
    groups += sounds && !goes_on ? 1u : 0u;
  }
  return groups;
}

/// stop → stopp-: one syllable that ends in one vowel and one consonant.
std::string doubled(std::string_view word) {
  const std::size_t n = word.size();
  std::string stem(word);
  if (n >= 3 && vowel_groups(word) == 1 && !is_vowel(word[n - 1]) && is_vowel(word[n - 2]) &&
      !is_vowel(word[n - 3]) && std::string_view("wxy").find(word[n - 1]) == std::string_view::npos) {
    stem += word[n - 1];
  }
  return stem;
}

std::string without_last(std::string_view word) { return std::string(word.substr(0, word.size() - 1)); }

std::string with_s(std::string_view word) {
  const auto* noun = std::ranges::find(irregular_nouns, word, &IrregularNoun::singular);
  if (noun != std::end(irregular_nouns)) {
    return std::string(noun->plural);
  }
  if (word == "have" || word == "be") {
    return word == "be" ? "is" : "has";
  }
  if (ends_in_consonant_y(word)) {
    return without_last(word) + "ies";
  }
  for (const std::string_view hiss : {"s", "x", "z", "ch", "sh"}) {
    if (word.ends_with(hiss)) {
      return std::string(word) + "es";
    }
  }
  return std::string(word) + (word == "go" || word == "do" ? "es" : "s");
}

/// For endings that begin with e.
std::string with_e(std::string_view word, std::string_view ending) {
  if (word.ends_with('e')) {
    return without_last(word) + std::string(ending);
  }
  if (ends_in_consonant_y(word)) {
    return without_last(word) + "i" + std::string(ending);
  }
  return doubled(word) + std::string(ending);
}

std::string with_ing(std::string_view word) {
  if (word.ends_with("ie")) {
    return std::string(word.substr(0, word.size() - 2)) + "ying";
  }
  if (word.ends_with('e') && !word.ends_with("ee") && word.size() > 2) {
    return without_last(word) + "ing";
  }
  return doubled(word) + "ing";
}

bool is_long_for_endings(std::string_view word) { return vowel_groups(word) > 2 || word.size() > 7; }

std::string inflected_word(std::string_view word, WordForm form) {
  const IrregularVerb* verb = find_verb(word);
  switch (form) {
    case WordForm::base:
      return std::string(word);
    case WordForm::s:
      return with_s(word);
    case WordForm::past:
      return verb != nullptr ? std::string(verb->past) : with_e(word, "ed");
    case WordForm::participle:
      return verb != nullptr ? std::string(verb->participle) : with_e(word, "ed");
    case WordForm::ing:
      return with_ing(word);
    case WordForm::comparative:
      return is_long_for_endings(word) ? "more " + std::string(word) : with_e(word, "er");
    case WordForm::superlative:
      return is_long_for_endings(word) ? "most " + std::string(word) : with_e(word, "est");
  }
  return std::string(word);
}

}  // namespace

WordForm form_of(std::string_view surface, std::string_view base) {
  if (surface == base) {
    return WordForm::base;
  }
  if (const IrregularVerb* verb = find_verb(base)) {
    if (surface == verb->past) {
      return WordForm::past;
    }
    if (surface == verb->participle) {
      return WordForm::participle;
    }
  }
  if (surface.ends_with("ing")) {
    return WordForm::ing;
  }
  if (surface.ends_with("ed")) {
    return WordForm::past;
  }
  if (surface.ends_with("est")) {
    return WordForm::superlative;
  }
  if (surface.ends_with("er") && surface.size() > base.size()) {
    return WordForm::comparative;
  }
  if (surface.ends_with('s') ||
      std::ranges::find(irregular_nouns, surface, &IrregularNoun::plural) !=
          std::end(irregular_nouns)) {
    return WordForm::s;
  }
  return WordForm::past;
}

std::string inflected(std::string_view base, WordForm form, PartOfSpeech part) {
  const bool is_verb = part == PartOfSpeech::verb || form == WordForm::past ||
                       form == WordForm::participle || form == WordForm::ing;
  const std::size_t blank = is_verb ? base.find(' ') : base.rfind(' ');
  if (blank == std::string_view::npos) {
    return inflected_word(base, form);
  }
  const std::string_view first = base.substr(0, blank), rest = base.substr(blank);
  return is_verb ? inflected_word(first, form) + std::string(rest)
                 : std::string(first) + " " + inflected_word(rest.substr(1), form);
}

}  // namespace unspin::training
