#include "bench/training/word_forms.hpp"

#include <algorithm>
#include <array>

namespace unspin::training {
namespace {

struct IrregularVerb {
  std::string_view base, past, participle;
};

constexpr IrregularVerb irregular_verbs[] = {
    {"arise", "arose", "arisen"},
    {"be", "was", "been"},
    {"bear", "bore", "borne"},
    {"beat", "beat", "beaten"},
    {"become", "became", "become"},
    {"begin", "began", "begun"},
    {"bend", "bent", "bent"},
    {"bet", "bet", "bet"},
    {"bid", "bid", "bid"},
    {"bind", "bound", "bound"},
    {"bite", "bit", "bitten"},
    {"blow", "blew", "blown"},
    {"break", "broke", "broken"},
    {"breed", "bred", "bred"},
    {"bring", "brought", "brought"},
    {"build", "built", "built"},
    {"burst", "burst", "burst"},
    {"buy", "bought", "bought"},
    {"cast", "cast", "cast"},
    {"catch", "caught", "caught"},
    {"choose", "chose", "chosen"},
    {"cling", "clung", "clung"},
    {"come", "came", "come"},
    {"cost", "cost", "cost"},
    {"creep", "crept", "crept"},
    {"cut", "cut", "cut"},
    {"deal", "dealt", "dealt"},
    {"dig", "dug", "dug"},
    {"do", "did", "done"},
    {"draw", "drew", "drawn"},
    {"drink", "drank", "drunk"},
    {"drive", "drove", "driven"},
    {"eat", "ate", "eaten"},
    {"fall", "fell", "fallen"},
    {"feed", "fed", "fed"},
    {"feel", "felt", "felt"},
    {"fight", "fought", "fought"},
    {"find", "found", "found"},
    {"flee", "fled", "fled"},
    {"fly", "flew", "flown"},
    {"forbid", "forbade", "forbidden"},
    {"foretell", "foretold", "foretold"},
    {"forget", "forgot", "forgotten"},
    {"freeze", "froze", "frozen"},
    {"get", "got", "got"},
    {"give", "gave", "given"},
    {"go", "went", "gone"},
    {"grow", "grew", "grown"},
    {"hang", "hung", "hung"},
    {"have", "had", "had"},
    {"hear", "heard", "heard"},
    {"hide", "hid", "hidden"},
    {"hit", "hit", "hit"},
    {"hold", "held", "held"},
    {"hurt", "hurt", "hurt"},
    {"keep", "kept", "kept"},
    {"know", "knew", "known"},
    {"lay", "laid", "laid"},
    {"lead", "led", "led"},
    {"leave", "left", "left"},
    {"lend", "lent", "lent"},
    {"let", "let", "let"},
    {"lie", "lay", "lain"},
    {"lose", "lost", "lost"},
    {"make", "made", "made"},
    {"mean", "meant", "meant"},
    {"meet", "met", "met"},
    {"overcome", "overcame", "overcome"},
    {"pay", "paid", "paid"},
    {"put", "put", "put"},
    {"quit", "quit", "quit"},
    {"read", "read", "read"},
    {"ride", "rode", "ridden"},
    {"ring", "rang", "rung"},
    {"rise", "rose", "risen"},
    {"run", "ran", "run"},
    {"say", "said", "said"},
    {"see", "saw", "seen"},
    {"seek", "sought", "sought"},
    {"sell", "sold", "sold"},
    {"send", "sent", "sent"},
    {"set", "set", "set"},
    {"shake", "shook", "shaken"},
    {"shed", "shed", "shed"},
    {"shoot", "shot", "shot"},
    {"show", "showed", "shown"},
    {"shrink", "shrank", "shrunk"},
    {"shut", "shut", "shut"},
    {"sing", "sang", "sung"},
    {"sit", "sat", "sat"},
    {"sleep", "slept", "slept"},
    {"slide", "slid", "slid"},
    {"speak", "spoke", "spoken"},
    {"spend", "spent", "spent"},
    {"spin", "spun", "spun"},
    {"split", "split", "split"},
    {"spread", "spread", "spread"},
    {"spring", "sprang", "sprung"},
    {"stand", "stood", "stood"},
    {"steal", "stole", "stolen"},
    {"stick", "stuck", "stuck"},
    {"sting", "stung", "stung"},
    {"strike", "struck", "struck"},
    {"sweep", "swept", "swept"},
    {"swim", "swam", "swum"},
    {"swing", "swung", "swung"},
    {"take", "took", "taken"},
    {"teach", "taught", "taught"},
    {"tear", "tore", "torn"},
    {"tell", "told", "told"},
    {"think", "thought", "thought"},
    {"throw", "threw", "thrown"},
    {"understand", "understood", "understood"},
    {"undertake", "undertook", "undertaken"},
    {"wake", "woke", "woken"},
    {"wear", "wore", "worn"},
    {"weep", "wept", "wept"},
    {"win", "won", "won"},
    {"withdraw", "withdrew", "withdrawn"},
    {"write", "wrote", "written"},
};

struct IrregularNoun {
  std::string_view singular, plural;
};

constexpr IrregularNoun irregular_nouns[] = {
    {"man", "men"},       {"woman", "women"},  {"child", "children"}, {"person", "people"},
    {"foot", "feet"},     {"tooth", "teeth"},  {"mouse", "mice"},     {"life", "lives"},
    {"wife", "wives"},    {"knife", "knives"}, {"half", "halves"},    {"shelf", "shelves"},
    {"thief", "thieves"}, {"leaf", "leaves"},  {"people", "people"},  {"folk", "folks"},
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
      !is_vowel(word[n - 3]) &&
      std::string_view("wxy").find(word[n - 1]) == std::string_view::npos) {
    stem += word[n - 1];
  }
  return stem;
}

std::string without_last(std::string_view word) {
  return std::string(word.substr(0, word.size() - 1));
}

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

bool is_long_for_endings(std::string_view word) {
  return vowel_groups(word) > 2 || word.size() > 7;
}

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

std::optional<WordForm> form_of(std::string_view surface, std::string_view base) {
  for (const WordForm form : {WordForm::base, WordForm::s, WordForm::past, WordForm::participle,
                              WordForm::ing, WordForm::comparative, WordForm::superlative}) {
    if (inflected_word(base, form) == surface) {
      return form;
    }
  }
  // beginning, preferred: stress doubles letters in longer words too.
  const std::string twice = std::string(base) + base.back();
  if (surface.starts_with(twice)) {
    const std::string_view ending = surface.substr(twice.size());
    if (ending == "ing" || ending == "ed") {
      return ending == "ed" ? WordForm::past : WordForm::ing;
    }
  }
  return std::nullopt;
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
