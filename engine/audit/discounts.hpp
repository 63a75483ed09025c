// Which words of a page are not held against it, although an original has them too.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/audit/finding.hpp"
#include "engine/text/quotation_marks.hpp"
#include "engine/text/tokens.hpp"
#include "engine/text/word_segmenter.hpp"

namespace unspin {

/// What the user wants to be ignored wherever it stands: notices, slogans, boilerplate. Read-only
/// once filled: for any number of threads.
class IgnoredTexts {
 public:
  /// Ignores runs of five words and more of well-formed UTF-8. Linear.
  void add(std::string_view text);

  bool empty() const { return runs_.empty(); }

  /// Of what is ignored, in whatever order it was added; 0 if nothing is.
  std::uint64_t fingerprint() const;

  /// Sets `discounts`, one a word of the text as it is meant, where the words are ignored. Linear.
  void mark(std::string_view text, std::vector<Discount>& discounts) const;

 private:
  std::unordered_set<std::uint64_t> runs_;  // hashes
  WordSegmenter segmenter_;
};

/// What a page's discounts depend on, beside its words.
struct DiscountSources {
  std::string_view text;                      ///< the main text
  std::span<const QuotedRange> quoted = {};   ///< bytes of it that are set apart as quotations
  const std::vector<bool>* common = nullptr;  ///< PassageSearch::mark_common_words()
  const IgnoredTexts* ignored = nullptr;      ///< null: nothing is
};

/// Overwrites `discounts` with one a word. Quotations are what `quoted` says, what stands between
/// quotation marks, and lines behind ">"; whether they are word for word is not looked at. Common
/// words count in runs of ten, with the slots between such runs. Linear.
void find_discounts(const DiscountSources& sources, const Words& words,
                    std::vector<Discount>& discounts);

}  // namespace unspin
