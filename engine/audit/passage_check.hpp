// Holds a candidate against its original: where the passage begins and ends, and what it is.
//
// Same-topic pages reach the search's threshold too, so nothing is said of a page before the words
// are aligned and judged. The candidate is cut out of both texts with some words around it and
// aligned; the run of page words that agrees best with the original is the passage (a maximum
// sum: words that were kept count for it, words that nothing stands for against it). What is
// discounted is cut out of both sides before the judge sees them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/finding.hpp"
#include "engine/audit/passage_search.hpp"
#include "engine/score/judge.hpp"
#include "engine/score/prepared_pair.hpp"

namespace unspin {

/// Fewer words are no passage: phrases, titles, a sentence.
inline constexpr std::uint32_t least_passage_words = 20;

/// Checks the candidates of one page and one original after the other. One per thread.
class PassageCheck {
 public:
  /// `lexicon` may be null: then no two words are synonyms. Both must outlive the check.
  PassageCheck(const Judge& judge, const Lexicon* lexicon);

  /// The whole main texts, well-formed UTF-8, kept alive by the caller while they are checked.
  void assign(std::string_view page, std::string_view original);

  const Words& page_words() { return whole_.words(TextIndex::rewrite); }
  const Words& original_words() { return whole_.words(TextIndex::source); }
  const Vocabulary& vocabulary() const { return whole_.word_vocabulary(); }

  /// The passage, if it is a verbatim or a spun copy; `discounts` are those of the page's words.
  /// Takes about as long as a verdict on the passage and 50 words more, twice.
  std::optional<FoundPassage> check(const CandidatePassage& candidate,
                                    const std::vector<Discount>& discounts);

  /// Word numbers, end exclusive.
  struct Range {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t size() const { return end - begin; }
  };

 private:
  struct Trimmed {
    Range page, original;
    // By page word of the passage: word of the original's passage, or not_aligned.
    std::vector<std::uint32_t> to_original = {};
    std::vector<bool> is_identical = {};       // by page word of the passage
  };

  std::optional<Trimmed> trim(Range page, Range original);
  std::vector<Discount> discounts_of(const Trimmed& passage, const std::vector<Discount>& all) const;
  bool judge(const Trimmed& passage, const std::vector<Discount>& discounts, FoundPassage& out);
  std::string_view cut(TextIndex which, Range range);
  std::string without(TextIndex which, Range range, const std::vector<bool>& is_left_out);

  const Judge& judge_;
  PreparedPair whole_, part_;
};

}  // namespace unspin
