#include "scorers/term/acronyms.hpp"

#include <algorithm>
#include <optional>

#include "scorers/term/counterparts.hpp"

namespace unspin {
namespace {

// An acronym that is explained in more ways explains nothing.
constexpr std::size_t most_variants = 8;

struct Explained {
  std::uint32_t acronym = 0;
  WordRange expansion;
};

class AcronymFinder {
 public:
  explicit AcronymFinder(const TermWords& words)
      : words_(words), source_(words.source()), raw_(words.pair().source()) {}

  std::vector<SourceTerm> find() {
    for (std::uint32_t i = 1; i < source_.size(); ++i) {
      if (raw_.substr(source_.end[i - 1], source_.begin[i] - source_.end[i - 1]) == " (") {
        if (const auto explained = explained_at(i)) {
          add(*explained);
        }
      }
    }
    if (!terms_.empty()) {
      find_places();
    }
    return std::move(terms_);
  }

 private:
  /// With word `i` behind an opening bracket.
  std::optional<Explained> explained_at(std::uint32_t i) const {
    if (words_.is_source_acronym(i) && is_closed_behind(i)) {
      const std::uint32_t begin = expansion_before(i, i, 0);
      return begin == i ? std::nullopt : std::optional(Explained{i, {begin, i}});
    }
    if (!words_.is_source_acronym(i - 1)) {
      return std::nullopt;
    }
    std::uint32_t end = i + 1;
    while (end < source_.size() && words_.is_joined(end)) {
      ++end;
      if (end - i > longest_expansion) {
        return std::nullopt;
      }
    }
    const std::uint32_t begin = expansion_before(end, i - 1, i);
    for (std::uint32_t skipped = i; skipped < begin; ++skipped) {  // "WHO (the World …)"
      if (words_.is_content(source_.id[skipped])) {
        return std::nullopt;
      }
    }
    return is_closed_behind(end - 1) && begin < end ? std::optional(Explained{i - 1, {begin, end}})
                                                    : std::nullopt;
  }

  bool is_closed_behind(std::uint32_t i) const {
    return source_.end[i] < raw_.size() && raw_[source_.end[i]] == ')';
  }

  /// The first word of the expansion that ends before word `end`, and does not begin before word
  /// `least`; `end` if there is none.
  std::uint32_t expansion_before(std::uint32_t end, std::uint32_t acronym,
                                 std::uint32_t least) const {
    std::string_view letters = words_.text(source_.id[acronym]);
    const std::string_view raw = source_.original(raw_, acronym, acronym);
    if (raw.ends_with('s')) {
      letters.remove_suffix(1);
    }
    std::uint32_t begin = end;
    while (!letters.empty()) {
      if (begin == least || (begin < end && !words_.is_joined(begin))) {
        return end;
      }
      const std::uint32_t word = source_.id[--begin];
      if (words_.text(word)[0] == letters.back()) {
        letters.remove_suffix(1);
      } else if (words_.is_content(word)) {
        return end;
      }
    }
    return words_.is_content(source_.id[begin]) ? begin : end;
  }

  void add(const Explained& explained) {
    const std::uint32_t acronym = term_of({explained.acronym, explained.acronym + 1}, true);
    const std::uint32_t expansion = term_of(explained.expansion, false);
    add_variant(acronym, {phrase_of(explained.expansion), false});
    add_variant(expansion, {phrase_of({explained.acronym, explained.acronym + 1}), true});
  }

  std::uint32_t term_of(WordRange range, bool is_acronym) {
    const std::uint32_t phrase = words_.add_source_phrase(range.begin, range.size(), phrases_);
    term_of_phrase_.resize(phrases_.size(), PhraseTree::none);
    if (term_of_phrase_[phrase] == PhraseTree::none) {
      term_of_phrase_[phrase] = static_cast<std::uint32_t>(terms_.size());
      terms_.push_back({.length = range.size(), .begins = {}, .is_acronym = is_acronym});
    }
    return term_of_phrase_[phrase];
  }

  void add_variant(std::uint32_t term, SourceTerm::Rendering variant) {
    auto& variants = terms_[term].variants;
    if (variants.size() < most_variants &&
        std::ranges::find(variants, variant.phrase, &SourceTerm::Rendering::phrase) ==
            variants.end()) {
      variants.push_back(std::move(variant));
    }
  }

  TermPhrase phrase_of(WordRange range) const {
    const auto stems = words_.source_stems().begin();
    return {stems + range.begin, stems + range.end};
  }

  void find_places() {
    const std::vector<std::uint32_t>& stems = words_.source_stems();
    for (std::uint32_t begin = 0; begin < stems.size(); ++begin) {
      std::uint32_t phrase = PhraseTree::empty_phrase;
      for (std::uint32_t i = begin; i < stems.size(); ++i) {
        phrase =
            i > begin && !words_.is_joined(i) ? PhraseTree::none : phrases_.find(phrase, stems[i]);
        if (phrase == PhraseTree::none) {
          break;
        }
        const std::uint32_t term = term_of_phrase_[phrase];
        if (term != PhraseTree::none &&
            (!terms_[term].is_acronym || words_.is_source_acronym(begin))) {
          terms_[term].begins.push_back(begin);
        }
      }
    }
  }

  static constexpr std::uint32_t longest_expansion = 16;

  const TermWords& words_;
  const Words& source_;
  std::string_view raw_;
  std::vector<SourceTerm> terms_;
  PhraseTree phrases_;
  std::vector<std::uint32_t> term_of_phrase_;
};

}  // namespace

std::vector<SourceTerm> explained_acronyms(const TermWords& words) {
  return AcronymFinder(words).find();
}

}  // namespace unspin
