// Splits a stretch in which some words became some others into swaps: which of them stand for
// which.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/align/aligned_pair.hpp"
#include "engine/align/phrases.hpp"
#include "engine/lexicon/phrase_tree.hpp"

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

class ChangeSplitter {
 public:
  /// `stretches` are all those of the pair: they tell which phrases recur.
  ChangeSplitter(const AlignedPair& pair, const std::vector<Change>& stretches);

  /// Overwrites `pieces` with those of the stretch, in order. Linear in the stretch's length times
  /// the width of its table, which is bounded: longer ones are cut at known words first.
  void split(const Change& stretch, std::vector<Piece>& pieces);

  /// Whether the piece is another form of the same words: goals, goal; gets, will get; is not,
  /// isn't.
  bool is_inflection(const Piece& piece) const;

  /// Whether the same letters are cut into words otherwise: online, on-line.
  bool is_respelling(const Piece& piece) const;

  /// A small number for the words on both sides: equal for equal words.
  std::uint32_t number_of(const Piece& piece);

 private:
  static constexpr std::uint32_t longest_side = 4;   // words of a swap
  static constexpr std::uint32_t longest_piece = 6;  // words of both sides

  /// What the table of a stretch asks again and again, by places in the stretch.
  struct Facts {
    Change stretch;
    std::vector<Likeness> links;                                 // source × rewrite words
    std::vector<std::uint32_t> source_content, rewrite_content;  // content words before each place
    std::vector<PhraseForms> source_forms, rewrite_forms;        // of each phrase
    bool has_sentence_start = false;

    Likeness link(std::uint32_t source_word, std::uint32_t rewrite_word) const {
      return links[std::size_t{source_word - stretch.source_begin} * stretch.rewrite_words() +
                   (rewrite_word - stretch.rewrite_begin)];
    }
  };

  void split_table(const Change& stretch, std::vector<Piece>& pieces);
  void prepare(const Change& stretch);
  /// Sets the piece's is_known and is_listed.
  int gain(Piece& piece) const;
  int gain_of_words(std::uint32_t source_word, std::uint32_t rewrite_word, Likeness likeness) const;
  int gain_of_phrase(const Piece& piece, bool& is_known) const;
  void find_forms(const Words& words, std::uint32_t begin, std::uint32_t end,
                  std::vector<PhraseForms>& forms);
  bool is_known_phrase(const Piece& piece) const;
  bool recurs(const Piece& piece) const;
  /// Where `step(phrase, word)` leads from the empty phrase, by the words of both sides.
  template <class Step>
  std::uint32_t walk(const Piece& piece, Step&& step) const;
  bool is_contraction(const Piece& piece) const;
  /// How alike two words are, by the alignment or the lexicon; none if by neither.
  Likeness link(std::uint32_t source_word, std::uint32_t rewrite_word) const;
  std::uint32_t content_words(const Words& words, std::uint32_t begin, std::uint32_t end) const;

  AlignedPair pair_;
  PhraseFinder phrases_;
  PhraseTree numbers_;                     // of what number_of was asked for
  std::vector<std::uint32_t> times_seen_;  // by number: phrases that are whole stretches
  std::uint64_t seen_shapes_ = 0;          // of which lengths: a bit for each
  struct Cell {
    int gain = 0;
    std::uint8_t source_step = 0, rewrite_step = 0;
    bool is_known = false, is_listed = false;
  };
  std::vector<Cell> cells_;
  Facts now_;  // of the stretch at hand
};

}  // namespace unspin
