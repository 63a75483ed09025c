// Phrases of a text, and what the lexicon knows of them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/align/word_facts.hpp"
#include "engine/text/tokens.hpp"

namespace unspin {

/// The words of a text from `begin` to `end`, folded, joined by blanks.
std::string phrase_of(const Words& words, const Vocabulary& vocabulary, std::uint32_t begin,
                      std::uint32_t end);

/// What the lexicon says of two phrases, trying the forms of either; nothing without a lexicon.
struct PhraseTestimony {
  Testimony testimony;
  Lexicon::WordId from = Lexicon::unknown, to = Lexicon::unknown;
};
std::optional<PhraseTestimony> testimony_on(const Lexicon* lexicon, std::string_view from,
                                            std::string_view to);

/// The entries that a phrase may be a form of.
struct PhraseForms {
  std::array<Lexicon::WordId, WordFact::most_forms> ids{};
  std::size_t count = 0;
};

/// Looks phrases up. Keeps its memory from call to call.
class PhraseFinder {
 public:
  /// Without a lexicon (null) there are none. The arguments must outlive the finder.
  PhraseFinder(const Lexicon* lexicon, const Vocabulary& vocabulary, const WordFacts& facts)
      : lexicon_(lexicon), vocabulary_(vocabulary), facts_(facts) {}

  /// As the lexicon's base_forms, but from what is known of the words: of a phrase its first or its
  /// last word may be inflected. Mostly a look at a few bits, since few phrases are entries.
  PhraseForms forms_of(const Words& words, std::uint32_t begin, std::uint32_t end);

 private:
  const Lexicon* lexicon_;
  const Vocabulary& vocabulary_;
  const WordFacts& facts_;
  std::string phrase_;
};

}  // namespace unspin
