// Holds a candidate against its original: where the passage begins and ends, and what it is.
//
// Same-topic pages reach the search's threshold too, so nothing is said of a page before the words
// are aligned and judged. The candidate is cut out of both texts with some words around it and
// aligned; the run of page words that agrees best with the original is the passage (a maximum
// sum: words that were kept count for it, words that nothing stands for against it). What is
// discounted is cut out of both sides before the judge sees them.
//
// The judge alone leaves many a passage of 40 words open, since of a pair at hand it knows nothing
// else. Here something else is known: the passage was found by keys that hardly any other original
// has. What the judge thinks, what the search scored and how long the passage is are weighed by a
// logistic model (weights in the .cpp, fitted on half of the small test set of tests/audit).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/finding.hpp"
#include "engine/audit/passage_search.hpp"
#include "engine/score/judge.hpp"
#include "engine/score/prepared_pair.hpp"
#include "engine/text/word_places.hpp"

namespace unspin {

/// Fewer words, discounted ones not counted, are no passage: phrases, titles, a sentence.
inline constexpr std::uint32_t least_passage_words = 25;

/// Checks the candidates of one page and one original after the other. One per thread.
class PassageCheck {
 public:
  /// `lexicon` may be null: then no two words are synonyms. Both must outlive the check.
  /// `sampling` is the index's: the search scores less where fewer keys are kept.
  PassageCheck(const Judge& judge, const Lexicon* lexicon, std::uint32_t sampling);

  /// The whole main texts, well-formed UTF-8, kept alive by the caller while they are checked.
  void assign_page(std::string_view page);
  void assign_original(std::string_view original);

  /// Their words' places.
  const Words& page_words() const { return page_words_; }
  const Words& original_words() const { return original_words_; }

  /// Word numbers, end exclusive.
  struct Range {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t size() const { return end - begin; }
    bool operator==(const Range&) const = default;
  };

  /// The passage, if it is a verbatim or a spun copy, of page words in `free` alone; `discounts`
  /// are those of the page's words. Takes about as long as two alignments of it with 40 words
  /// more, and a verdict.
  std::optional<FoundPassage> check(const CandidatePassage& candidate, Range free,
                                    const std::vector<Discount>& discounts);
  /// The passage of the last check with other discounts.
  std::optional<FoundPassage> check_again(const std::vector<Discount>& discounts);
  /// Adds to the passage that the last check found which of its words were changed, discounted ones
  /// too. For what is accepted: where words are discounted, it takes another alignment.
  void find_changes(FoundPassage& out);

 private:
  struct Place {
    Range page, original;
    bool operator==(const Place&) const = default;
  };
  struct Trimmed {
    Place place;
    // By page word of the passage: word of the original's passage, or not_aligned.
    std::vector<std::uint32_t> to_original = {};
    std::vector<bool> is_identical = {};  // by page word of the passage
  };

  Place around(const CandidatePassage& candidate, Range free, std::uint32_t margin) const;
  std::optional<Trimmed> trim(const Place& place);
  std::vector<Discount> discounts_of(const Trimmed& passage,
                                     const std::vector<Discount>& all) const;
  bool judge(const Trimmed& passage, const std::vector<Discount>& discounts, FoundPassage& out);
  bool decide(std::uint32_t words, double score, FoundPassage& out);
  /// Of the words of the pair at hand, those that stand where they stood and those that became a
  /// synonym.
  struct Shares {
    double kept = 0, synonyms = 0;
  };
  Shares shares();
  std::string_view cut(TextIndex which, Range range) const;
  std::string without(TextIndex which, Range range, const std::vector<bool>& is_left_out) const;

  const Judge& judge_;
  double sampling_;
  WordPlaceFinder places_;
  std::string_view page_, original_;
  Words page_words_, original_words_;
  PreparedPair part_;               // what is looked at of both
  std::optional<Trimmed> passage_;  // of the last check, and its candidate's score
  double score_ = 0;
};

}  // namespace unspin
