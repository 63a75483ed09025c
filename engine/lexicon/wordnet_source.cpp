// Format: wndb(5WN). A data line is a synset:
//
//   offset lexicographer-file type count-of-words(hex) {word id} count-of-pointers
//   {symbol offset part source-and-target(hex)} … | gloss
//
// source-and-target is 0000 between synsets, else two numbers of words, from 1. An index line has a
// lemma and, at its end, the offsets of its synsets by sense.
#include "engine/lexicon/wordnet_source.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <unordered_map>

#include "engine/lexicon/source_lines.hpp"
#include "engine/text/ascii.hpp"

namespace unspin {
namespace {

struct Part {
  std::string_view name;
  char letter;
  PartOfSpeech part;
};
constexpr std::array<Part, 4> parts = {{{"noun", 'n', PartOfSpeech::noun},
                                        {"verb", 'v', PartOfSpeech::verb},
                                        {"adj", 'a', PartOfSpeech::adjective},
                                        {"adv", 'r', PartOfSpeech::adverb}}};

enum class Pointing { antonym, generic, similar, ignored };

Pointing meaning_of(std::string_view symbol) {
  if (symbol == "!") {
    return Pointing::antonym;
  }
  if (symbol == "@" || symbol == "@i" || symbol == "~" || symbol == "~i") {
    return Pointing::generic;
  }
  constexpr std::array<std::string_view, 6> similar = {"&", "^", "+", "\\", "=", "$"};
  return std::ranges::find(similar, symbol) != similar.end() ? Pointing::similar
                                                             : Pointing::ignored;
}

/// The fields of one line.
class Fields {
 public:
  explicit Fields(const SourceLines& lines) : lines_(lines), rest_(lines.line()) {}

  std::string_view text() {
    const std::string_view field = cut_field(rest_, ' ');
    if (field.empty()) {
      lines_.refuse("it ends too early");
    }
    return field;
  }

  std::uint32_t number(int base = 10) {
    const std::string_view field = text();
    std::uint32_t value = 0;
    if (!to_number(field, value, base)) {
      lines_.refuse("\"" + std::string(field) + "\" should be a number");
    }
    return value;
  }

 private:
  const SourceLines& lines_;
  std::string_view rest_;
};

class Reader {
 public:
  Reader(const std::filesystem::path& folder, LexiconDraft& draft)
      : folder_(folder), draft_(draft) {}

  void run() {
    for (std::size_t part = 0; part < parts.size(); ++part) {
      read_index(part);
      read_data(part);
      read_exceptions(part);
    }
    for (const Synset& synset : synsets_) {
      relate_lemmas(synset);
    }
    for (const Pointer& pointer : pointers_) {
      follow(pointer);
    }
  }

 private:
  struct Lemma {
    std::uint32_t entry;
    std::uint32_t sense;
  };
  struct Synset {
    PartOfSpeech part;
    std::vector<Lemma> lemmas;
  };
  struct Pointer {
    Pointing meaning;
    std::uint32_t from;       // in synsets_
    std::uint64_t to;         // a key of synset_at_
    std::uint32_t from_word;  // from 1; 0: all
    std::uint32_t to_word;
  };

  std::string file(std::string_view prefix, std::string_view suffix) const {
    return (folder_ / (std::string(prefix) + std::string(suffix))).string();
  }

  static std::uint64_t key_of(std::size_t part, std::uint32_t offset) {
    return std::uint64_t{part} << 32 | offset;
  }

  void read_index(std::size_t part) {
    sense_of_.clear();
    lemmas_.clear();
    SourceLines lines(file("index.", parts[part].name));
    while (lines.next()) {
      if (lines.line().starts_with("  ")) {
        continue;  // the licence
      }
      lines.require_utf8();
      Fields fields(lines);
      const std::uint32_t lemma = lemmas_.intern(fields.text());
      fields.text();  // part of speech
      const std::uint32_t synsets = fields.number();
      for (std::uint32_t symbols = fields.number(); symbols > 0; --symbols) {
        fields.text();
      }
      fields.number();  // synsets, once more
      fields.number();  // how many of them have been ranked by frequency
      for (std::uint32_t sense = 1; sense <= synsets; ++sense) {
        sense_of_.emplace(key_of(lemma, fields.number()), sense);
      }
    }
  }

  void read_data(std::size_t part) {
    SourceLines lines(file("data.", parts[part].name));
    while (lines.next()) {
      if (lines.line().starts_with("  ")) {
        continue;
      }
      lines.require_utf8();
      Fields fields(lines);
      const std::uint32_t offset = fields.number();
      fields.text();
      fields.text();
      const auto self = static_cast<std::uint32_t>(synsets_.size());
      synset_at_.emplace(key_of(part, offset), self);
      Synset& synset = synsets_.emplace_back(Synset{parts[part].part, {}});
      draft_.wordnet.add_synset(part);
      for (std::uint32_t words = fields.number(16); words > 0; --words) {
        synset.lemmas.push_back(lemma(fields.text(), offset));
        fields.text();
      }
      for (std::uint32_t count = fields.number(); count > 0; --count) {
        const Pointing meaning = meaning_of(fields.text());
        const std::uint32_t target = fields.number();
        const char letter = fields.text().front();
        const auto target_part = static_cast<std::size_t>(
            std::ranges::find(parts, letter == 's' ? 'a' : letter, &Part::letter) - parts.begin());
        const std::uint32_t words = fields.number(16);
        if (meaning != Pointing::ignored) {
          pointers_.push_back(
              {meaning, self, key_of(target_part, target), words >> 8, words & 0xFFu});
        }
      }
    }
  }

  Lemma lemma(std::string_view word, std::uint32_t offset) {
    word = word.substr(0, word.find('('));  // "galore(ip)": where an adjective may stand
    phrase_ = lower_ascii(word);
    const auto sense = sense_of_.find(key_of(lemmas_.intern(phrase_), offset));
    if (sense != sense_of_.end()) {
      draft_.wordnet.add_lemma(word, phrase_);
    }
    return {entry(word), sense == sense_of_.end() ? 0 : sense->second};
  }

  std::uint32_t entry(std::string_view word) {
    phrase_.assign(word);
    std::ranges::replace(phrase_, '_', ' ');
    return draft_.entry(phrase_);
  }

  void read_exceptions(std::size_t part) {
    SourceLines lines(file(parts[part].name, ".exc"));
    while (lines.next()) {
      lines.require_utf8();
      std::string_view rest = lines.line();
      const std::string form(cut_field(rest, ' '));
      draft_.wordnet.add_irregular(part, form, rest);
      while (!rest.empty()) {
        std::string base(cut_field(rest, ' '));
        std::string spaced = form;
        std::ranges::replace(spaced, '_', ' ');
        std::ranges::replace(base, '_', ' ');
        draft_.form(spaced, base);
      }
    }
  }

  void relate_lemmas(const Synset& synset) {
    for (const Lemma& head : synset.lemmas) {
      for (const Lemma& other : synset.lemmas) {
        draft_.claim({.head = head.entry,
                      .other = other.entry,
                      .relation = Relation::synonym,
                      .part = synset.part,
                      .sense = head.sense});
      }
    }
  }

  void follow(const Pointer& pointer) {
    const auto found = synset_at_.find(pointer.to);
    if (found == synset_at_.end()) {
      throw Error(ErrorCode::unreadable_input,
                  folder_.string() + ": a synset points to one that is not there",
                  "All files must be of one version of WordNet; fetch them again.");
    }
    const Synset& from = synsets_[pointer.from];
    const Synset& to = synsets_[found->second];
    for (std::size_t i = 0; i < from.lemmas.size(); ++i) {
      for (std::size_t j = 0; j < to.lemmas.size(); ++j) {
        if ((pointer.from_word == 0 || pointer.from_word == i + 1) &&
            (pointer.to_word == 0 || pointer.to_word == j + 1)) {
          relate(pointer.meaning, from.lemmas[i], from.part, to.lemmas[j], to.part);
        }
      }
    }
  }

  void relate(Pointing meaning, const Lemma& a, PartOfSpeech part_of_a, const Lemma& b,
              PartOfSpeech part_of_b) {
    if (meaning == Pointing::antonym) {
      draft_.antonyms(a.entry, b.entry);
      return;
    }
    const Relation relation = meaning == Pointing::generic ? Relation::generic : Relation::similar;
    draft_.claim({a.entry, b.entry, relation, part_of_a, a.sense});
    draft_.claim({b.entry, a.entry, relation, part_of_b, b.sense});
  }

  std::filesystem::path folder_;
  LexiconDraft& draft_;
  Vocabulary lemmas_;  // of the part of speech that is being read, as the index spells them
  std::unordered_map<std::uint64_t, std::uint32_t> sense_of_;  // by lemma and offset
  std::unordered_map<std::uint64_t, std::uint32_t> synset_at_;
  std::vector<Synset> synsets_;
  std::vector<Pointer> pointers_;
  std::string phrase_;
};

}  // namespace

void read_wordnet(const std::string& folder, LexiconDraft& draft) { Reader(folder, draft).run(); }

}  // namespace unspin
