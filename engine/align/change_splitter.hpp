// Splits a stretch in which some words became some others into swaps: which of them stand for
// which.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/align/alignment.hpp"

namespace unspin {

/// A piece of a stretch, in word numbers. Either side may be empty: inserted or dropped words.
struct Piece {
  std::uint32_t source_begin = 0, source_end = 0;
  std::uint32_t rewrite_begin = 0, rewrite_end = 0;
  bool is_known = false;   ///< by the alignment, a resource, or because it recurs
  bool is_listed = false;  ///< a phrase that the lexicon lists beside the other

  std::uint32_t source_words() const { return source_end - source_begin; }
  std::uint32_t rewrite_words() const { return rewrite_end - rewrite_begin; }
  bool is_one_sided() const { return source_words() == 0 || rewrite_words() == 0; }
};

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

class ChangeSplitter {
 public:
  /// The arguments must outlive the splitter. `stretches` are all those of the pair: they tell
  /// which phrases recur.
  ChangeSplitter(const Words& source, const Words& rewrite, const Vocabulary& vocabulary,
                 const WordFacts& facts, const Alignment& alignment, PairSynonyms& synonyms,
                 const Lexicon* lexicon, const std::vector<Change>& stretches);

  /// Overwrites `pieces` with those of the stretch, in order. Linear in the stretch's length times
  /// the width of its table, which is bounded: longer ones are cut at known words first.
  void split(const Change& stretch, std::vector<Piece>& pieces);

  /// Whether the piece is another form of the same words: goals, goal; gets, will get; is not,
  /// isn't.
  bool is_inflection(const Piece& piece) const;

  /// Whether the same letters are cut into words otherwise: online, on-line.
  bool is_respelling(const Piece& piece) const;

  /// A 64-bit hash of the words on both sides.
  std::uint64_t key_of(const Piece& piece) const;

 private:
  static constexpr std::uint32_t longest_side = 4;   // words of a swap
  static constexpr std::uint32_t longest_piece = 6;  // words of both sides

  /// The entries that a phrase may be a form of.
  struct Forms {
    std::array<Lexicon::WordId, WordFact::most_forms> ids{};
    std::size_t count = 0;
  };

  void split_table(const Change& stretch, std::vector<Piece>& pieces);
  /// Sets the piece's is_known and is_listed.
  int gain(const Change& stretch, Piece& piece) const;
  int gain_of_words(std::uint32_t source_word, std::uint32_t rewrite_word, bool& is_known) const;
  int gain_of_phrase(const Piece& piece, bool& is_known) const;
  void find_forms(const Words& words, std::uint32_t begin, std::uint32_t end,
                  std::vector<Forms>& forms);
  Forms forms_of_phrase(const Words& words, std::uint32_t begin, std::uint32_t end);
  bool is_known_phrase(const Change& stretch, const Piece& piece) const;
  bool is_contraction(const Piece& piece) const;
  /// How alike two words are, by the alignment or the lexicon; none if by neither.
  Likeness link(std::uint32_t source_word, std::uint32_t rewrite_word) const;
  std::uint32_t content_words(const Words& words, std::uint32_t begin, std::uint32_t end) const;

  const Words& source_;
  const Words& rewrite_;
  const Vocabulary& vocabulary_;
  const WordFacts& facts_;
  const Alignment& alignment_;
  PairSynonyms& synonyms_;
  const Lexicon* lexicon_;
  std::unordered_map<std::uint64_t, std::uint32_t> times_seen_;  // phrases that are whole stretches
  struct Cell {
    int gain = 0;
    std::uint8_t source_step = 0, rewrite_step = 0;
    bool is_known = false, is_listed = false;
  };
  std::vector<Cell> cells_;
  std::vector<Forms> source_forms_, rewrite_forms_;  // of each phrase of the stretch
  std::string phrase_;
};

}  // namespace unspin
