#include "bench/training/style.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace unspin::training {
namespace {

constexpr Manner plain{};
constexpr Manner loose{.only_synonyms = false, .taste = Taste::any};
constexpr Manner literal{.taste = Taste::any};
constexpr Manner odd{.only_synonyms = false, .minds_part = false, .taste = Taste::rare};

/// F1, F1c: constant plain synonyms, phrases for words, figures for numerals.
Style padded_synonyms(Random& random) {
  return {.vocabulary = "F1",
          .manner = plain,
          .density = random.between(15, 23.5),
          .constancy = random.between(0.85, 1),
          .coverage = random.between(0.85, 1),
          .function_words = random.between(0.1, 0.5),
          .spoilt_forms = random.between(0, 0.05),
          .mended_articles = random.between(0.3, 1),
          .damaged_names = random.chance(0.3) ? 0.1 : 0,
          .contracts = random.chance(0.4),
          .writes_figures = random.chance(0.6)};
}

/// F11: loose synonyms, articles that became "your own", "the latest".
Style loose_synonyms(Random& random) {
  return {.vocabulary = "F11",
          .manner = random.chance(0.5) ? loose : plain,
          .density = random.between(8.5, 20),
          .constancy = random.between(0.4, 0.85),
          .coverage = random.between(0.6, 0.95),
          .function_words = random.between(0.4, 0.8),
          .spoilt_forms = random.between(0, 0.1),
          .mended_articles = random.between(0, 0.6),
          .padding = random.between(0.02, 0.1),
          .damaged_names = random.chance(0.3) ? 0.15 : 0,
          .contracts = random.chance(0.3),
          .swaps_names = random.chance(0.3)};
}

/// F12: the rarest senses, nouns for verbs.
Style rare_senses(Random& random) {
  return {.vocabulary = "F12",
          .manner = odd,
          .density = random.between(11.5, 16.5),
          .constancy = random.between(0.85, 1),
          .coverage = random.between(0.9, 1),
          .function_words = random.between(0, 0.3),
          .spoilt_forms = random.between(0.2, 0.6),
          .mended_articles = random.between(0, 0.4)};
}

/// F13: endings and blanks lost, words joined.
Style lost_endings(Random& random) {
  return {.vocabulary = "F13",
          .manner = random.chance(0.5) ? literal : plain,
          .density = random.between(6, 10),
          .constancy = random.between(0.6, 0.9),
          .coverage = random.between(0.6, 0.9),
          .spoilt_forms = random.between(0.6, 0.9),
          .bare_forms = random.between(0.05, 0.2),
          .mended_articles = 0,
          .wear = {.changed_endings = random.between(0.02, 0.06),
                   .joined_words = random.between(0.002, 0.01)}};
}

/// F16: figures spelled out, common synonyms, British spellings.
Style spelled_out(Random& random) {
  return {.vocabulary = "F16",
          .manner = plain,
          .density = random.between(16, 20.5),
          .constancy = random.between(0.6, 0.95),
          .coverage = random.between(0.75, 1),
          .function_words = random.between(0.2, 0.6),
          .spoilt_forms = random.between(0, 0.08),
          .mended_articles = random.between(0.3, 1),
          .expands = random.chance(0.5),
          .spells = true};
}

/// F23: plain synonyms, contractions, a third of the sentences left out.
Style shortened(Random& random) {
  return {.vocabulary = "F23",
          .manner = random.chance(0.7) ? plain : literal,
          .density = random.between(12, 16.5),
          .constancy = random.between(0.85, 1),
          .coverage = random.between(0.8, 1),
          .function_words = random.between(0.1, 0.5),
          .mended_articles = random.between(0.3, 1),
          .dropped_sentences = random.between(0.2, 0.45),
          .contracts = true,
          .writes_figures = random.chance(0.5)};
}

/// F24: the first word of each sense, figures spelled out.
Style first_listed(Random& random) {
  return {.vocabulary = "F24",
          .manner = random.chance(0.6) ? plain : literal,
          .density = random.between(16.5, 21),
          .constancy = random.between(0.8, 1),
          .coverage = random.between(0.85, 1),
          .function_words = random.between(0.2, 0.6),
          .spoilt_forms = random.between(0, 0.1),
          .mended_articles = random.between(0, 1),
          .expands = random.chance(0.3),
          .spells = true};
}

/// Few swaps, by any vocabulary or none.
Style light(Random& random) {
  constexpr std::string_view vocabularies[] = {"F1", "F11", "F23", "F24", ""};
  return {.vocabulary = std::string(vocabularies[random.below(std::size(vocabularies))]),
          .manner = random.chance(0.7) ? plain : literal,
          .density = random.between(5, 8),
          .constancy = random.between(0.3, 1),
          .coverage = random.between(0.4, 1),
          .function_words = random.between(0, 0.4),
          .spoilt_forms = random.between(0, 0.1),
          .mended_articles = random.between(0, 1),
          .contracts = random.chance(0.3),
          .swaps_quotations = random.chance(0.5)};
}

/// One thesaurus and nothing else.
Style thesaurus(Random& random) {
  constexpr Taste tastes[] = {Taste::common, Taste::any, Taste::any, Taste::rare};
  Manner manner{.taste = tastes[random.below(std::size(tastes))]};
  // What MyThes lists is mostly WordNet's, its near words included.
  enum Resource : std::uint8_t { wordnet, mythes, moby };
  const auto resource = static_cast<Resource>(random.below(3));
  manner.wordnet = resource != moby;
  manner.mythes = resource == mythes;
  manner.moby = resource == moby;
  manner.only_synonyms = resource != mythes && random.chance(0.5);
  manner.minds_part = random.chance(0.7);
  return {.manner = manner,
          .density = random.between(8, 25),
          .constancy = random.between(0, 1),
          .coverage = random.between(0.3, 1),
          .spoilt_forms = random.chance(0.4) ? random.between(0.3, 1) : 0.05,
          .mended_articles = random.between(0, 1),
          .swaps_names = random.chance(0.2),
          .swaps_quotations = random.chance(0.8)};
}

/// Tools that also move sentences and leave some out.
Style tools(Random& random) {
  Style style = random.chance(0.5) ? padded_synonyms(random) : thesaurus(random);
  style.density = random.between(8, 20);
  style.moved_sentences = random.between(0.03, 0.15);
  style.dropped_sentences = random.between(0, 0.15);
  style.padding = random.chance(0.5) ? 0.05 : 0;
  style.expands = random.chance(0.3);
  return style;
}

/// What every spinner does more or less of, each text in its own measure: real spins took only
/// half of their swaps from WordNet or MyThes, and changed more than the words they swapped.
void roughen(Style& style, double strength, Random& random) {
  const auto up_to = [&](double most) { return random.between(0, most * strength); };
  constexpr std::string_view vocabularies[] = {"F1", "F1c", "F11", "F24"};
  if (random.chance(0.5)) {
    style.second_vocabulary = vocabularies[random.below(std::size(vocabularies))];
  }
  const bool is_odd = style.manner.taste == Taste::rare;
  style.moby_words = random.chance(0.7) ? random.between(0, is_odd ? 0.3 : 0.5) : 0;
  style.phrases = random.between(0.1, 0.7);
  style.second_steps = random.between(0, 0.35);
  if (random.chance(0.4)) {
    style.function_words = std::max(style.function_words, random.between(0.1, 0.8));
    style.wear.lost_articles = up_to(0.1);
    style.padding = std::max(style.padding, up_to(0.1));
  }
  style.wear.changed_endings = std::max(style.wear.changed_endings, up_to(0.04));
  if (random.chance(0.5)) {
    style.wear.joined_sentences = up_to(0.2);
    style.wear.parted_sentences = up_to(0.2);
  }
  if (random.chance(0.3)) {
    style.dropped_sentences = std::max(style.dropped_sentences, up_to(0.05));
    style.moved_sentences = std::max(style.moved_sentences, random.chance(0.2) ? 0.05 : 0);
  }
  if (random.chance(1.0 / 3)) {
    style.wear.lost_words = up_to(0.03);
    style.wear.lost_tails = up_to(0.1);
    style.wear.added_words = up_to(0.03);
    style.wear.doubled_words = up_to(0.002);
    style.wear.joined_words = std::max(style.wear.joined_words, up_to(0.005));
    style.wear.lost_commas = up_to(0.5);
  }
  // A spinner that is set to swap all it can.
  if (strength == 1 && style.density >= 15 && random.chance(0.2)) {
    style.density *= random.between(1.2, 1.6);
    style.function_words = random.between(0.5, 0.9);
    style.phrases = 1;
  }
}

struct Family {
  std::string_view name;
  Style (*draw)(Random&);
  bool is_wild;
};

constexpr Family families[] = {
    {"F1", padded_synonyms, true},   {"F1c", padded_synonyms, true}, {"F11", loose_synonyms, true},
    {"F12", rare_senses, true},      {"F13", lost_endings, true},    {"F16", spelled_out, true},
    {"F23", shortened, true},        {"F24", first_listed, true},    {"light", light, false},
    {"thesaurus", thesaurus, false}, {"tools", tools, false},
};

std::vector<std::string> family_names(bool also_tame) {
  std::vector<std::string> names;
  for (const Family& family : families) {
    if (family.is_wild || also_tame) {
      names.emplace_back(family.name);
    }
  }
  return names;
}

std::string_view name_of(Taste taste) {
  constexpr std::string_view names[] = {"common", "any", "rare"};
  return names[static_cast<std::size_t>(taste)];
}

}  // namespace

std::string Style::described() const {
  return fmt::format(
      "density {:.1f}, constancy {:.2f}, coverage {:.2f}, function words {:.2f}, phrases {:.2f}, "
      "moby words {:.2f}, second steps {:.2f}, taste {}{}{}{}{}",
      density, constancy, coverage, function_words, phrases, moby_words, second_steps,
      name_of(manner.taste), manner.moby ? ", moby" : "",
      second_vocabulary.empty() ? "" : ", second vocabulary " + second_vocabulary,
      moved_sentences > 0 ? ", sentences moved" : "",
      dropped_sentences > 0 ? ", sentences dropped" : "");
}

const std::vector<std::string>& wild_families() {
  static const std::vector<std::string> names = family_names(false);
  return names;
}

const std::vector<std::string>& all_families() {
  static const std::vector<std::string> names = family_names(true);
  return names;
}

Style drawn_style(std::string_view name, Random& random) {
  for (const Family& family : families) {
    if (family.name == name) {
      Style style = family.draw(random);
      style.family = name;
      roughen(style, name == "light" ? 0.4 : 1, random);
      if (name == "F1c") {
        style.vocabulary = name;
      }
      return style;
    }
  }
  return {};
}

}  // namespace unspin::training
