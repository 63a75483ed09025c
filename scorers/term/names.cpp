#include "scorers/term/names.hpp"

#include <algorithm>
#include <bit>
#include <bitset>
#include <limits>
#include <unordered_map>

#include "engine/lexicon/stemmer.hpp"
#include "scorers/term/addresses.hpp"
#include "scorers/term/capitals.hpp"
#include "scorers/term/mentions.hpp"
#include "scorers/term/near_miss.hpp"
#include "scorers/term/word_list.hpp"

namespace unspin {
namespace {

constexpr std::uint32_t longest_name = 8;  // words

constexpr WordList no_names({"january", "february", "march",     "april",    "may",      "june",
                             "july",    "august",   "september", "october",  "november", "december",
                             "monday",  "tuesday",  "wednesday", "thursday", "friday",   "saturday",
                             "sunday",  "jan",      "feb",       "aug",      "sept",     "oct",
                             "nov",     "dec",      "am",        "pm",       "a.m",      "p.m",
                             "bc",      "ad",       "bce",       "ce",       "ok",       "okay",
                             "et",      "eg",       "ie",        "oh",       "yes",      "mr",
                             "mrs",     "ms",       "dr",        "prof",     "messrs",   "vs",
                             "today",   "yesterday"});
/// In capitals, these function words are names.
constexpr WordList acronyms({"us", "who", "it"});
constexpr WordList connectors({"of",  "the", "de", "del", "della", "di",  "da",  "du",
                               "des", "la",  "le", "van", "von",   "der", "den", "ter",
                               "bin", "ibn", "al", "el",  "y",     "dos", "das"});
/// Between the two words of a name.
constexpr WordList abbreviations({"st", "mt", "ft"});
/// "the Smiths", "both Smiths"
constexpr WordList before_plurals({"the", "these", "those", "both", "two", "three", "all", "many",
                                   "other"});

bool has_possessive(std::string_view folded) {
  return without_possessive(folded).size() < folded.size();
}

/// How often the words of both texts are written with a capital, by word number. Words with one
/// stem are counted together.
class Usage {
 public:
  Usage(const WordFacts& facts, std::size_t words) : number_(words), counts_(words) {
    const std::size_t slots = std::bit_ceil(2 * words + 1);
    std::vector<std::uint32_t> word_of(slots, none);  // the first with a stem
    for (std::uint32_t id = 0; id < words; ++id) {
      constexpr std::size_t spread = 0x9E3779B1;
      std::size_t slot = (facts.stem[id] * spread) & (slots - 1);
      while (word_of[slot] != none && facts.stem[word_of[slot]] != facts.stem[id]) {
        slot = (slot + 1) & (slots - 1);
      }
      word_of[slot] = std::min(word_of[slot], id);
      number_[id] = word_of[slot];
    }
  }

  void count(const Reading& reading, const std::vector<WordLook>& looks) {
    for (std::uint32_t i = 0; i < looks.size(); ++i) {
      Counts& counts = counts_[number_[reading.words.id[i]]];
      counts.in_small += looks[i].has_capital ? 0u : 1u;
      counts.with_capital += looks[i].has_capital && !looks[i].is_opening ? 1u : 0u;
    }
  }

  std::uint32_t in_small(std::uint32_t id) const { return counts_[number_[id]].in_small; }
  /// Inside a sentence.
  std::uint32_t with_capital(std::uint32_t id) const { return counts_[number_[id]].with_capital; }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  struct Counts {
    std::uint32_t in_small = 0, with_capital = 0;
  };
  std::vector<std::uint32_t> number_;  // of the first word with the stem
  std::vector<Counts> counts_;
};

/// The names of one text.
class NameReader {
 public:
  NameReader(const Reading& reading, const std::vector<WordLook>& looks, const Usage& usage,
             const WordFacts& facts, const Lexicon* lexicon,
             const std::vector<WordRange>& addresses)
      : reading_(reading),
        looks_(looks),
        usage_(usage),
        facts_(facts),
        lexicon_(lexicon),
        is_address_(looks.size(), false) {
    for (const WordRange& range : addresses) {
      std::fill(is_address_.begin() + range.begin, is_address_.begin() + range.end, true);
    }
  }

  std::vector<WordRange> read() const {
    std::vector<WordRange> names;
    for (std::uint32_t i = 0; i < looks_.size();) {
      if (!looks_[i].has_capital || !(is_name(i) || begins_name(i))) {
        ++i;
        continue;
      }
      const WordRange name{i, end_of(i)};
      names.push_back(name);
      i = name.end;
    }
    return names;
  }

 private:
  std::uint32_t id(std::uint32_t i) const { return reading_.words.id[i]; }
  std::uint32_t in_small(std::uint32_t i) const { return usage_.in_small(id(i)); }
  bool is_in_lexicon(std::uint32_t i) const { return facts_.form_count[id(i)] > 0; }

  /// May be part of a name, wherever it stands.
  bool may_be_name(std::uint32_t i) const {
    const std::string_view folded = reading_.folded(i);
    if (!looks_[i].has_capital || is_address_[i] || no_names.contains(folded)) {
      return false;
    }
    if (reading_.behind(i).starts_with('$')) {
      return false;
    }
    return facts_.is_content(id(i)) || is_beside_and(i) ||
           (looks_[i].is_shouted && !looks_[i].is_heading && acronyms.contains(folded));
  }

  /// AT&T
  bool is_beside_and(std::uint32_t i) const {
    return reading_.behind(i) == "&" || (i > 0 && reading_.before(i) == "&");
  }

  bool is_name(std::uint32_t i) const {
    if (!may_be_name(i)) {
      return false;
    }
    if (!facts_.is_content(id(i)) || is_beside_and(i)) {
      return true;
    }
    const bool is_known = lexicon_ == nullptr || is_in_lexicon(i);
    if (looks_[i].is_shouted && is_known && in_small(i) > 0) {
      return false;
    }
    if (!looks_[i].is_opening) {
      return true;
    }
    return usage_.with_capital(id(i)) > in_small(i) || (!is_known && in_small(i) == 0);
  }

  /// "John" of "John Smith said", and initials.
  bool begins_name(std::uint32_t i) const {
    if (is_initial(reading_.of(i))) {
      return reading_.behind(i) == ". " && next_of(i) != i;
    }
    if (!may_be_name(i) || in_small(i) > 0 || i + 1 == looks_.size() || reading_.behind(i) != " " ||
        has_possessive(reading_.folded(i))) {
      return false;
    }
    return !looks_[i + 1].is_opening && is_name(i + 1) && is_noun(i);
  }

  /// A word in its dictionary form that the lexicon has only as a noun.
  bool is_noun(std::uint32_t i) const {
    if (lexicon_ == nullptr) {
      return false;
    }
    return std::ranges::all_of(facts_.forms(id(i)), [&](Lexicon::WordId form) {
      const Lexicon::Neighbours all = lexicon_->neighbours(form);
      return lexicon_->text(form) == reading_.folded(i) &&
             std::ranges::none_of(all.testimony, [](std::uint16_t packed) {
               const PartOfSpeech part = Lexicon::testimony_of(packed).part;
               return part == PartOfSpeech::verb || part == PartOfSpeech::adjective ||
                      part == PartOfSpeech::adverb;
             });
    });
  }

  std::uint32_t end_of(std::uint32_t begin) const {
    std::uint32_t last = begin;
    while (last + 1 - begin < longest_name) {
      const std::uint32_t next = next_of(last);
      if (next == last) {
        break;
      }
      last = next;
    }
    return last + 1;
  }

  /// The next word with a capital of the name that has `last`; `last` if there is none. An initial
  /// belongs to a name if something follows it, which may be an initial: no further than a name is
  /// long.
  std::uint32_t next_of(std::uint32_t last, std::uint32_t initials = 0) const {
    const auto words = static_cast<std::uint32_t>(looks_.size());
    if (last + 1 == words || has_possessive(reading_.folded(last))) {
      return last;
    }
    const std::string_view between = reading_.behind(last);
    const char first = reading_.of(last + 1)[0];
    if (between == "-" && first >= '0' && first <= '9') {
      return last + 1;
    }
    const bool is_joined = between == " " || between == "-" || between == " & " || between == "&" ||
                           (between == ". " && (is_initial(reading_.of(last)) ||
                                                abbreviations.contains(reading_.folded(last))));
    if (!is_joined) {
      return last;
    }
    std::uint32_t next = last + 1;
    while (next < words && next < last + 3 && between == " " &&
           connectors.contains(reading_.of(next)) && reading_.behind(next) == " " &&
           (reading_.of(next) != "of" || is_in_lexicon(last))) {
      ++next;
    }
    if (next == words) {
      return last;
    }
    const auto is_joining_initial = [&] {
      return next == last + 1 && initials < longest_name && is_initial(reading_.of(next)) &&
             next_of(next, initials + 1) != next;
    };
    return is_name(next) || is_joining_initial() ? next : last;
  }

  const Reading& reading_;
  const std::vector<WordLook>& looks_;
  const Usage& usage_;
  const WordFacts& facts_;
  const Lexicon* lexicon_;
  std::vector<bool> is_address_;
};

/// Of a folded word: j.k, but not u.s.
bool is_initial_word(std::string_view folded) {
  std::string upper(folded);
  std::ranges::transform(upper, upper.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  return is_initial(upper);
}

/// Words by number without possessive endings and without the full stops of abbreviations.
struct WordKeys {
  std::vector<std::uint64_t> plain;    ///< without possessive ending
  std::vector<std::uint64_t> letters;  ///< nor full stops; of several initials, the first
  std::vector<bool> has_initials;      ///< several

  explicit WordKeys(const Vocabulary& vocabulary)
      : plain(vocabulary.size()), letters(vocabulary.size()), has_initials(vocabulary.size()) {
    std::string undotted;
    for (std::uint32_t id = 0; id < vocabulary.size(); ++id) {
      const std::string_view text = vocabulary.text(id);
      const std::string_view word = without_possessive(text);
      plain[id] = letters[id] = word.size() == text.size() ? vocabulary.hash(id) : hash_of(word);
      if (word.size() > 2 && word[1] == '.') {
        undotted = word;
        std::erase(undotted, '.');
        letters[id] = hash_of(undotted);
        if (is_initial_word(word)) {
          letters[id] = hash_of(word.substr(0, 1));
          has_initials[id] = true;
        }
      }
    }
  }

  /// J.K. is as J. K.
  std::uint64_t add_to(std::uint64_t thing, const Vocabulary& vocabulary, std::uint32_t id) const {
    thing = mix(thing, letters[id]);
    for (std::size_t k = 2; has_initials[id] && k < vocabulary.text(id).size(); k += 2) {
      thing = mix(thing, hash_of(vocabulary.text(id).substr(k, 1)));
    }
    return thing;
  }
};

class NameFinder {
 public:
  explicit NameFinder(PreparedPair& pair)
      : pair_(pair),
        source_(read_as_meant(pair, TextIndex::source)),
        rewrite_(read_as_meant(pair, TextIndex::rewrite)),
        facts_(pair.word_facts()),
        keys_(source_.vocabulary) {}

  std::vector<TermRecord> find() {
    const std::vector<WordLook> source_looks = looks_of(source_, facts_);
    const std::vector<WordLook> rewrite_looks = looks_of(rewrite_, facts_);
    Usage usage(facts_, source_.vocabulary.size());
    usage.count(source_, source_looks);
    usage.count(rewrite_, rewrite_looks);
    const Addresses& addresses = pair_.shared(read_addresses);
    const auto names_of = [&](const Reading& reading, const std::vector<WordLook>& looks,
                              const std::vector<WordRange>& in_text) {
      std::vector<Mention> mentions;
      for (const WordRange& name :
           NameReader(reading, looks, usage, facts_, pair_.lexicon(), in_text).read()) {
        mentions.push_back(mention(reading, name));
      }
      return mentions;
    };
    const std::vector<Mention> names = names_of(source_, source_looks, addresses.source_words());
    std::vector<Mention> found = names_of(rewrite_, rewrite_looks, addresses.rewrite_words());
    index(names);
    look_up(names, rewrite_looks, found);
    return records_of(names,
                      find_again(pair_, names, found,
                                 [&](const Mention& one, const Mention& other, bool is_in_place) {
                                   return judge(one, other, is_in_place);
                                 }));
  }

 private:
  Mention mention(const Reading& reading, WordRange words) const {
    Mention name{.words = words};
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      const std::uint32_t id = reading.words.id[i];
      name.thing = keys_.add_to(name.thing, reading.vocabulary, id);
      name.core = mix(name.core, keys_.plain[id]);
      name.form = mix(name.form, id);
    }
    name.text = written(reading, words);
    return name;
  }

  /// As the text has it, without a possessive ending, but with the last full stop of "U.S.".
  static std::string_view written(const Reading& reading, WordRange words) {
    const std::string_view text = reading.of(words);
    const std::string_view last = reading.folded(words.end - 1);
    for (const std::string_view ending : {"'s", "’s", "'S", "’S", "'", "’"}) {
      if (has_possessive(last) && text.ends_with(ending)) {
        return text.substr(0, text.size() - ending.size());
      }
    }
    if (last.size() > 2 && last[1] == '.' && reading.behind(words.end - 1).starts_with('.')) {
      return {text.data(), text.size() + 1};
    }
    return text;
  }

  /// The distinct names by their first word.
  void index(const std::vector<Mention>& names) {
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      if (known_.try_emplace(names[i].thing, i).second) {
        const std::uint64_t first = keys_.letters[source_.words.id[names[i].words.begin]];
        may_begin_.set(first % may_begin_.size());
        std::uint32_t& lengths = lengths_[first];
        lengths |= 1u << std::min(names[i].words.size(), longest_length);
      }
    }
  }

  /// Adds where else the rewrite has the words of the source's names: in a longer name, at the
  /// start of a sentence, in small letters in place.
  void look_up(const std::vector<Mention>& names, const std::vector<WordLook>& looks,
               std::vector<Mention>& found) const {
    if (names.empty()) {
      return;
    }
    const Alignment& alignment = pair_.alignment();
    const std::size_t runs = found.size();
    std::size_t run = 0;
    for (std::uint32_t j = 0; j < looks.size(); ++j) {
      const std::uint64_t first = keys_.letters[rewrite_.words.id[j]];
      if (!may_begin_[first % may_begin_.size()]) {
        continue;
      }
      const auto lengths = lengths_.find(first);
      const bool is_in_place =
          alignment.to_source[j] != not_aligned && alignment.is_kept(alignment.to_source[j]);
      if (lengths == lengths_.end() || !(looks[j].has_capital || is_in_place)) {
        continue;
      }
      while (run < runs && found[run].words.begin < j) {
        ++run;
      }
      std::uint64_t thing = 0;
      for (std::uint32_t length = 1; length <= longest_length && j + length <= looks.size();
           ++length) {
        thing = keys_.add_to(thing, rewrite_.vocabulary, rewrite_.words.id[j + length - 1]);
        const bool is_run =
            run < runs && found[run].words.begin == j && found[run].words.end == j + length;
        if ((lengths->second >> length & 1u) != 0 && !is_run && known_.contains(thing)) {
          found.push_back(mention(rewrite_, {j, j + length}));
          found.back().is_weak = true;
        }
      }
    }
    std::ranges::stable_sort(found, {}, [](const Mention& one) { return one.words.begin; });
  }

  Fate::Kind judge(const Mention& one, const Mention& other, bool is_in_place) const {
    if (one.thing == other.thing) {
      return one.core == other.core ? Fate::inflected : Fate::variant;
    }
    if (one.words.size() != other.words.size()) {
      return Fate::lost;
    }
    for (std::uint32_t k = 0; k + 1 < one.words.size(); ++k) {
      if (key(source_, one, k) != key(rewrite_, other, k)) {
        return nearly(one, other, is_in_place);
      }
    }
    const std::uint32_t last = one.words.size() - 1;
    const bool is_plural = is_plural_of(rewrite_, other, word(source_, one, last)) ||
                           is_plural_of(source_, one, word(rewrite_, other, last));
    return is_plural ? Fate::inflected : nearly(one, other, is_in_place);
  }

  Fate::Kind nearly(const Mention& one, const Mention& other, bool is_in_place) const {
    if (known_.contains(other.thing)) {
      return Fate::lost;  // it is another name of the source
    }
    for (std::uint32_t k = 0; k < one.words.size(); ++k) {
      if (key(source_, one, k) == key(rewrite_, other, k)) {
        continue;
      }
      const std::string_view a = word(source_, one, k);
      const std::string_view b = word(rewrite_, other, k);
      if ((!is_in_place && a[0] != b[0]) || !is_near_miss(a, b)) {
        return Fate::lost;
      }
    }
    return Fate::near_miss;
  }

  /// The name, whose last word is another's with a plural ending, is its plural: something like
  /// "the" stands before it, or the lexicon has only the other. Williams is none of William.
  bool is_plural_of(const Reading& reading, const Mention& name, std::string_view singular) const {
    const std::string_view last = word(reading, name, name.words.size() - 1);
    if (!last.starts_with(singular) || singular.size() < 2) {
      return false;
    }
    const std::string_view ending = last.substr(singular.size());
    if (ending != "s" && ending != "es") {
      return false;
    }
    const std::uint32_t begin = name.words.begin;
    if (begin > 0 && before_plurals.contains(reading.folded(begin - 1))) {
      return true;
    }
    const std::uint32_t id = reading.words.id[name.words.end - 1];
    const auto forms = facts_.forms(id);
    return std::ranges::any_of(
               forms,
               [&](Lexicon::WordId form) { return pair_.lexicon()->text(form) == singular; }) &&
           std::ranges::none_of(
               forms, [&](Lexicon::WordId form) { return pair_.lexicon()->text(form) == last; });
  }

  std::string_view word(const Reading& reading, const Mention& name, std::uint32_t k) const {
    return without_possessive(reading.folded(name.words.begin + k));
  }
  std::uint64_t key(const Reading& reading, const Mention& name, std::uint32_t k) const {
    return keys_.letters[reading.words.id[name.words.begin + k]];
  }

  static constexpr std::uint32_t longest_length = 2 * longest_name;

  PreparedPair& pair_;
  Reading source_, rewrite_;
  const WordFacts& facts_;
  WordKeys keys_;
  std::unordered_map<std::uint64_t, std::uint32_t> known_;    // names of the source by thing
  std::unordered_map<std::uint64_t, std::uint32_t> lengths_;  // by first word: a bit for each
  std::bitset<4096> may_begin_;  // by first word: else no name begins so
};

}  // namespace

std::vector<TermRecord> find_names(PreparedPair& pair) { return NameFinder(pair).find(); }

}  // namespace unspin
