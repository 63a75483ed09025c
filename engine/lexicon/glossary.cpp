#include "engine/lexicon/glossary.hpp"

#define XXH_INLINE_ALL
#include <algorithm>
#include <xxhash.h>

#include "engine/lexicon/source_lines.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin {
namespace {

constexpr std::size_t most_remembered = 1 << 16;  // words, when a pair begins
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

class GlossaryReader {
 public:
  explicit GlossaryReader(const std::string& path) : path_(path), lines_(path) {}

  Glossary read() {
    bool is_first = true;
    while (lines_.next()) {
      std::string_view line = lines_.line();
      if (lines_.number() == 1 && line.starts_with(byte_order_mark)) {
        line.remove_prefix(byte_order_mark.size());
      }
      if (line.starts_with('#') || line.find_first_not_of(" \t") == std::string_view::npos) {
        continue;
      }
      if (!is_first || line != "term\tvariants\tforbidden") {
        add(line);
      }
      is_first = false;
    }
    glossary_.hash_ = XXH3_64bits(folded_.data(), folded_.size());
    return std::move(glossary_);
  }

 private:
  [[noreturn]] void refuse(const std::string& what, std::string remedy) const {
    throw Error(ErrorCode::unreadable_input,
                path_ + ": line " + std::to_string(lines_.number()) + ": " + what,
                std::move(remedy));
  }

  void add(std::string_view line) {
    if (first_invalid_utf8(line)) {
      refuse("not UTF-8", "Save the glossary as UTF-8.");
    }
    if (std::ranges::count(line, '\t') > 2) {
      refuse("more than three columns",
             "A line is a term, a tab, allowed variants, a tab, forbidden renderings; variants are "
             "separated by |.");
    }
    Glossary::Entry entry;
    const std::string_view term = cut_field(line, '\t');
    entry.term = phrase_of(term);
    add_term(entry.term, term);
    folded_ += '\t';
    entry.variants = phrases_of(cut_field(line, '\t'));
    folded_ += '\t';
    entry.forbidden = phrases_of(line);
    folded_ += '\n';
    for (const Glossary::Phrase& phrase : entry.forbidden) {
      if (std::ranges::find(entry.variants, phrase) != entry.variants.end()) {
        refuse("\"" + std::string(term) + "\" has a rendering that is both allowed and forbidden",
               "Take it out of one of the two columns.");
      }
    }
    glossary_.entries_.push_back(std::move(entry));
  }

  void add_term(const Glossary::Phrase& stems, std::string_view term) {
    std::uint32_t phrase = PhraseTree::empty_phrase;
    for (const Glossary::StemId stem : stems) {
      phrase = glossary_.terms_.extend(phrase, stem);
    }
    glossary_.entry_of_phrase_.resize(glossary_.terms_.size(), Glossary::no_entry);
    std::uint32_t& entry = glossary_.entry_of_phrase_[phrase];
    if (entry != Glossary::no_entry) {
      refuse("\"" + std::string(term) + "\" is the term of line " +
                 std::to_string(line_of_entry_[entry]) + " again",
             "Join the two lines; inflections of a term are one term.");
    }
    entry = static_cast<std::uint32_t>(glossary_.entries_.size());
    line_of_entry_.push_back(lines_.number());
  }

  std::vector<Glossary::Phrase> phrases_of(std::string_view column) {
    std::vector<Glossary::Phrase> phrases;
    while (!column.empty()) {
      phrases.push_back(phrase_of(cut_field(column, '|')));
      folded_ += '|';
    }
    return phrases;
  }

  /// The stems of a phrase's words, which are cut as a text's are.
  Glossary::Phrase phrase_of(std::string_view text) {
    Glossary::Phrase phrase;
    segmenter_.for_each_word(text, [&](WordSegmenter::Segment, std::string_view word) {
      const auto next = static_cast<Glossary::StemId>(glossary_.stems_.size());
      phrase.push_back(glossary_.stems_.emplace(stemmer_.stem(word), next).first->second);
      folded_ += word;
      folded_ += ' ';
    });
    if (phrase.empty()) {
      refuse("\"" + std::string(text) + "\" has no words", "Fill it in, or take it out.");
    }
    if (phrase.size() > Glossary::most_words) {
      refuse("\"" + std::string(text) + "\" has more than " + std::to_string(Glossary::most_words) +
                 " words",
             "Give its shorter form.");
    }
    return phrase;
  }

  std::string path_;
  SourceLines lines_;
  WordSegmenter segmenter_;
  Stemmer stemmer_;
  std::vector<std::uint64_t> line_of_entry_;
  std::string folded_;  // all that counts, for the hash
  Glossary glossary_;
};

Glossary Glossary::read(const std::string& path) { return GlossaryReader(path).read(); }

Glossary::StemId Glossary::find_stem(std::string_view stem) const {
  const auto found = stems_.find(stem);
  return found == stems_.end() ? no_stem : found->second;
}

void GlossaryStemFinder::find(const Vocabulary& words, std::vector<Glossary::StemId>& stems) {
  if (known_words_.size() >= most_remembered) {
    known_words_.clear();
    known_.clear();
  }
  stems.resize(words.size());
  for (std::uint32_t word = 0; word < words.size(); ++word) {
    const std::string_view text = words.text(word);
    const std::uint32_t known = known_words_.intern(text);
    if (known == known_.size()) {
      known_.push_back(glossary_.find_stem(stemmer_.stem(text)));
    }
    stems[word] = known_[known];
  }
}

}  // namespace unspin
