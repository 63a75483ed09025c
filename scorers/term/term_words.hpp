// The words of a pair as terms are compared by them: stems, numbered alike in the texts and in the
// glossary.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/score/prepared_pair.hpp"

namespace unspin {

/// A term or a rendering as the numbers of its stems.
using TermPhrase = std::vector<std::uint32_t>;

/// For one pair, which must outlive it. Linear in the words.
class TermWords {
 public:
  explicit TermWords(PreparedPair& pair);

  PreparedPair& pair() const { return pair_; }
  const Words& source() const { return source_; }
  const Words& rewrite() const { return rewrite_; }

  /// Stems by word of the text. Below the glossary's stem_count() they are the glossary's numbers.
  const std::vector<std::uint32_t>& source_stems() const { return source_stems_; }
  const std::vector<std::uint32_t>& rewrite_stems() const { return rewrite_stems_; }

  bool is_content(std::uint32_t word) const { return facts_.is_content(word); }
  std::string_view text(std::uint32_t word) const { return pair_.word_vocabulary().text(word); }

  /// Whether nothing but one blank or hyphen is between source word `i`, not the first, and the one
  /// before.
  bool is_joined(std::size_t i) const {
    return source_.begin[i] == source_.end[i - 1] + 1 &&
           (raw_source_[source_.end[i - 1]] == ' ' || raw_source_[source_.end[i - 1]] == '-');
  }

  /// Whether a word of a text stands there as an acronym: two to eight ASCII capitals, and maybe
  /// the s of a plural. SEO, APIs.
  bool is_source_acronym(std::size_t i) const;
  bool is_rewrite_acronym(std::size_t j) const;

  /// Whether a source word begins with an ASCII capital.
  bool is_capitalised(std::size_t i) const {
    const char first = raw_source_[source_.begin[i]];
    return first >= 'A' && first <= 'Z';
  }

  /// Number of the phrase that these source words are, in a tree of phrases; adds it.
  std::uint32_t add_source_phrase(std::uint32_t begin, std::uint32_t length,
                                  PhraseTree& tree) const;

 private:
  std::vector<std::uint32_t> stems_of(const Words& words) const;

  PreparedPair& pair_;
  const Words& source_;
  const Words& rewrite_;
  const WordFacts& facts_;
  std::string_view raw_source_;
  std::vector<std::uint32_t> source_stems_, rewrite_stems_;
};

/// A term of the source, where it stands there, and how else it may be rendered or may not.
struct SourceTerm {
  /// A rendering that is looked for in the rewrite.
  struct Rendering {
    TermPhrase phrase;
    bool is_acronym = false;  ///< in capitals only: "IT" is no "it"
  };

  std::uint32_t length = 0;           ///< words
  std::vector<std::uint32_t> begins;  ///< source words, ascending; at least one
  std::vector<Rendering> variants = {};
  std::vector<Rendering> forbidden = {};
  bool is_acronym = false;
  bool is_from_glossary = false;
};

}  // namespace unspin
