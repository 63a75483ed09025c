#include "bench/training/spinner.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "bench/training/phrase_swaps.hpp"
#include "bench/training/spun_words.hpp"
#include "bench/training/wear.hpp"
#include "engine/lexicon/function_words.hpp"
#include "engine/lexicon/stemmer.hpp"

namespace unspin::training {
namespace {

/// Words that can be swapped, and for what.
struct Place {
  std::size_t first = 0, count = 1;  // words
  std::string key;                   // what decides alike throughout the text
  std::string replacement;           // folded
  double delay = 0;                  // of what the spinner is less fond of
  bool is_plural = false;
  double rank = 0;  // lower is taken sooner
  bool is_taken = false;
};

constexpr std::size_t longest_run = 3;  // words of a short replacement

constexpr double delay_of_lists = 0.2;
constexpr double delay_of_thesaurus = 0.35;

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

bool is_letters(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// One text on its way through a spinner.
class Spinning {
 public:
  Spinning(const Thesaurus& thesaurus, const std::vector<const SwapList*>& observed,
           const Style& style, std::string_view text, std::uint64_t seed)
      : thesaurus_(thesaurus),
        observed_(observed),
        style_(style),
        text_(text),
        seed_(seed),
        words_(words_to_spin(text)),
        lists_(lists_of(observed, style)) {}

  Spin result() {
    find_places();
    const double density = take_places();
    return {written(), density};
  }

 private:
  /// A draw that is the same wherever `key` is asked for `what` in this text.
  Random constantly(std::string_view what, std::string_view key) const {
    return Random(seed_of(key, seed_of(what, seed_)));
  }
  /// A draw for this place only.
  Random here(std::string_view what, std::size_t word) const {
    return Random(seed_of(what, seed_ ^ (word + 1) * 0x9e3779b97f4a7c15u));
  }

  /// The seed by which a word's replacement is chosen: mostly the word's own.
  std::uint64_t choice_seed(std::string_view key, std::size_t word) const {
    return here("constancy", word).chance(style_.constancy) ? constantly("choice", key).next()
                                                            : here("choice", word).next();
  }

  /// A weighted choice that stays the same when other candidates come or go.
  template <class Candidates, class Text>
  static auto chosen(const Candidates& candidates, std::uint64_t seed, Text&& text_of) {
    auto best = candidates.begin();
    double least = INFINITY;
    for (auto at = candidates.begin(); at != candidates.end(); ++at) {
      const double waits = -std::log(1 - Random(seed_of(text_of(*at), seed)).share()) / at->weight;
      if (waits < least) {
        least = waits;
        best = at;
      }
    }
    return best;
  }

  std::string_view original(const Place& place) const {
    const std::size_t begin = words_[place.first].begin;
    return text_.substr(begin, words_[place.first + place.count - 1].end - begin);
  }
  std::string_view previous(std::size_t word) const {
    return word > 0 && words_[word].follows_blank ? std::string_view(words_[word - 1].folded)
                                                  : std::string_view();
  }

  void find_places() {
    for (std::size_t at = 0; at < words_.size();) {
      std::optional<Place> place;
      if (!words_[at].is_quoted || style_.swaps_quotations) {
        place = observed_at(at);
        if (!place && words_[at].is_name) {
          place = damage_at(at);
        }
        if (!place && (!words_[at].may_be_name || style_.swaps_names)) {
          place = bare_form_at(at);
          place = place ? place : thesaurus_at(at);
        }
      }
      if (!place) {
        ++at;
        continue;
      }
      place->rank = constantly("rank", place->key).share() + place->delay;
      at += place->count;
      if (place->replacement != place->key && here("coverage", at).chance(coverage_of(*place))) {
        places_.push_back(std::move(*place));
      }
    }
  }

  /// No spinner turns every "in" into "within".
  double coverage_of(const Place& place) const {
    constexpr double of_particles = 0.4;
    const bool is_particle = place.key.size() <= 4 && is_function_word(place.key);
    return style_.coverage * (is_particle ? of_particles : 1);
  }

  /// The longest phrase from here that the family, or a habit with a list, swaps.
  std::optional<Place> observed_at(std::size_t at) const {
    for (std::size_t count = SwapList::most_words; count > 0; --count) {
      const std::optional<std::string> phrase = phrase_at(at, count);
      if (!phrase) {
        continue;
      }
      for (const SwapList* list : lists_) {
        const auto candidates = list->find(*phrase);
        if (candidates.empty() || !wants(*list, at, count, *phrase)) {
          continue;
        }
        const auto best = chosen(candidates, choice_seed(*phrase, at),
                                 [](const Replacement& r) { return r.text; });
        return Place{.first = at,
                     .count = count,
                     .key = *phrase,
                     .replacement = best->text,
                     .delay = list == own_vocabulary() ? 0 : delay_of_lists};
      }
    }
    return inflected_observed_at(at);
  }

  /// Another form of a word that was seen swapped: targets, by target → goal.
  std::optional<Place> inflected_observed_at(std::size_t at) const {
    const std::string& folded = words_[at].folded;
    const std::string_view bare = without_possessive(folded);
    const Entry entry = thesaurus_.dictionary_form(bare, previous(at));
    const std::string base(entry.base);
    if (base.empty() || is_function_word(bare) || observed_.empty()) {
      return std::nullopt;
    }
    const auto candidates = own_vocabulary()->find(base);
    if (candidates.empty()) {
      return std::nullopt;
    }
    const auto best =
        chosen(candidates, choice_seed(base, at), [](const Replacement& r) { return r.text; });
    return Place{.first = at,
                 .key = base,
                 .replacement = inflected(best->text, entry.form, PartOfSpeech::unknown) +
                                folded.substr(bare.size()),
                 .is_plural = entry.form == WordForm::s};
  }

  const SwapList* own_vocabulary() const { return observed_.empty() ? nullptr : observed_[0]; }

  static std::vector<const SwapList*> lists_of(const std::vector<const SwapList*>& observed,
                                               const Style& style) {
    std::vector<const SwapList*> lists = observed;
    if (style.contracts || style.expands) {
      lists.push_back(&contractions(style.expands));
    }
    if (style.writes_figures || style.spells) {
      lists.push_back(&numerals(style.spells));
    }
    lists.push_back(&phrase_swaps());
    return lists;
  }

  std::optional<std::string> phrase_at(std::size_t at, std::size_t count) const {
    if (at + count > words_.size()) {
      return std::nullopt;
    }
    std::string phrase = words_[at].folded;
    for (std::size_t i = at + 1; i < at + count; ++i) {
      if (!words_[i].follows_blank) {
        return std::nullopt;
      }
      phrase += ' ' + words_[i].folded;
    }
    return phrase;
  }

  /// Whether this text's spinner swaps the phrase by this list.
  bool wants(const SwapList& list, std::size_t at, std::size_t count,
             std::string_view phrase) const {
    if (&list == &phrase_swaps() && !constantly("phrase", phrase).chance(style_.phrases)) {
      return false;
    }
    const auto words = std::span(words_).subspan(at, count);
    return !std::ranges::all_of(words, is_function_word, &SpunWord::folded) ||
           constantly("function", phrase).chance(style_.function_words);
  }

  std::optional<Place> damage_at(std::size_t at) const {
    const std::string& name = words_[at].folded;
    if (name.size() < 5 || !constantly("damage", name).chance(style_.damaged_names)) {
      return std::nullopt;
    }
    return Place{.first = at,
                 .key = name,
                 .replacement = damaged_name(name, constantly("slip", name).next())};
  }

  std::optional<Place> bare_form_at(std::size_t at) const {
    const std::string& folded = words_[at].folded;
    if (style_.bare_forms <= 0 || is_function_word(folded) ||
        !constantly("bare", folded).chance(style_.bare_forms)) {
      return std::nullopt;
    }
    const Entry entry = thesaurus_.dictionary_form(folded, previous(at));
    if (entry.base.empty() || entry.form == WordForm::base) {
      return std::nullopt;
    }
    return Place{.first = at, .key = folded, .replacement = std::string(entry.base)};
  }

  std::optional<Place> thesaurus_at(std::size_t at) const {
    const std::string& folded = words_[at].folded;
    const std::string_view bare = without_possessive(folded);
    const bool is_number = !numerals(false).find(std::string(bare)).empty();
    if (bare.size() < 3 || !is_letters(bare) || is_function_word(bare) || is_number) {
      return std::nullopt;
    }
    const Entry entry = entry_at(bare, previous(at));
    if (entry.options.empty()) {
      return std::nullopt;
    }
    const Option* best = &*chosen(entry.options, choice_seed(entry.base, at), base_of);
    const Entry second = second_step(entry, *best, previous(at));
    if (!second.options.empty()) {
      best = &*chosen(second.options, choice_seed(entry.base, at), base_of);
    }
    // A noun or adjective for a verb has no past.
    const bool is_spoilt = best->part == PartOfSpeech::unknown ||
                           constantly("spoilt", folded).chance(style_.spoilt_forms);
    return Place{.first = at,
                 .key = std::string(entry.base),
                 .replacement = (is_spoilt ? std::string(best->base)
                                           : inflected(best->base, entry.form, best->part)) +
                                folded.substr(bare.size()),
                 .delay = delay_of_thesaurus,
                 .is_plural = entry.form == WordForm::s && best->part != PartOfSpeech::verb};
  }

  Entry entry_at(std::string_view bare, std::string_view before) const {
    if (constantly("moby", bare).chance(style_.moby_words)) {
      Manner manner = style_.manner;
      manner.wordnet = manner.mythes = false;
      manner.moby = true;
      manner.only_synonyms = false;
      if (Entry entry = thesaurus_.look_up(bare, before, manner); !entry.options.empty()) {
        return entry;
      }
    }
    return thesaurus_.look_up(bare, before, style_.manner);
  }

  static std::string_view base_of(const Option& option) { return option.base; }

  /// What the thesaurus lists beside an option but not beside the word; without options if this
  /// text's spinner does not go on from there.
  Entry second_step(const Entry& entry, const Option& option, std::string_view before) const {
    if (!constantly("step", entry.base).chance(style_.second_steps)) {
      return {};
    }
    Entry second = thesaurus_.look_up(option.base, before, style_.manner);
    std::erase_if(second.options, [&](const Option& candidate) {
      return candidate.part != option.part || candidate.base == entry.base ||
             thesaurus_.relates(candidate.base, entry.base);
    });
    return second;
  }

  /// Takes places until the density is reached; returns what was.
  double take_places() {
    std::vector<Place*> order;
    for (Place& place : places_) {
      order.push_back(&place);
    }
    std::ranges::sort(order, {},
                      [](const Place* place) { return std::tuple(place->rank, place->first); });
    const double words = static_cast<double>(std::max<std::size_t>(words_.size(), 1));
    double density = 0;
    for (Place* place : order) {
      if (density >= style_.density) {
        break;
      }
      place->is_taken = true;
      density = 100 * static_cast<double>(short_runs()) / words;
    }
    return density;
  }

  /// Runs of neighbouring swaps with at most three words on either side.
  std::size_t short_runs() const {
    std::size_t runs = 0, end = 0, source = 0, rewrite = 0;
    const auto close = [&] {
      runs += source > 0 && source <= longest_run && rewrite <= longest_run ? 1u : 0u;
      source = rewrite = 0;
    };
    for (const Place& place : places_) {
      if (!place.is_taken) {
        continue;
      }
      if (place.first != end) {
        close();
      }
      source += place.count;
      rewrite += words_in(place.replacement);
      end = place.first + place.count;
    }
    close();
    return runs;
  }

  std::string written() const {
    const bool has_curly_apostrophes = text_.find("\u2019") != std::string_view::npos;
    std::string out;
    std::size_t read = 0;
    for (const Place& place : places_) {
      if (!place.is_taken) {
        continue;
      }
      out += text_.substr(read, words_[place.first].begin - read);
      const std::string_view before = previous(place.first);
      std::string replacement = place.replacement;
      if (place.is_plural && !is_function_word(before) && !before.empty() &&
          here("padding", place.first).chance(style_.padding)) {
        replacement.insert(0, "the ");
      }
      if (here("article", place.first).chance(style_.mended_articles)) {
        mend_article(out, replacement);
      }
      out += written_like(replacement, original(place), has_curly_apostrophes);
      read = words_[place.first + place.count - 1].end;
    }
    out += text_.substr(read);
    return out;
  }

  /// Makes an article at the end of `out` agree with what follows.
  static void mend_article(std::string& out, std::string_view next) {
    const bool wants_an = std::string_view("aeiou").find(next.front()) != std::string_view::npos;
    const auto ends_in = [&out](std::string_view article) {
      return out.ends_with(article) &&
             (out.size() == article.size() || out[out.size() - article.size() - 1] == ' ' ||
              out[out.size() - article.size() - 1] == '\n');
    };
    if (wants_an && (ends_in("a ") || ends_in("A "))) {
      out.insert(out.size() - 1, "n");
    } else if (!wants_an && (ends_in("an ") || ends_in("An "))) {
      out.erase(out.size() - 2, 1);
    }
  }

  const Thesaurus& thesaurus_;
  const std::vector<const SwapList*>& observed_;
  const Style& style_;
  std::string_view text_;
  std::uint64_t seed_;
  std::vector<SpunWord> words_;
  std::vector<const SwapList*> lists_;
  std::vector<Place> places_;  // ascending
};

}  // namespace

Spin Spinner::spin(std::string_view text, std::uint64_t seed) const {
  const std::string kept = rearranged(text, style_.dropped_sentences, style_.moved_sentences, seed);
  Spin spin = Spinning(thesaurus_, observed_, style_, kept, seed).result();
  spin.text = worn(spin.text, style_.wear, thesaurus_, seed);
  return spin;
}

}  // namespace unspin::training
