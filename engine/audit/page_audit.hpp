// What a page was made from: search, check, and who of several originals it is that was copied.
//
// Candidates are checked original by original, the best first. Words that a passage explains are
// explained: another original that has the same passage is named beside the finding, not accused
// again. So each original stands in the middle of a star of pages; no page is accused of being like
// another page.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/discounts.hpp"
#include "engine/audit/finding.hpp"
#include "engine/audit/passage_check.hpp"
#include "engine/audit/passage_search.hpp"

namespace unspin {

/// A page to be audited; views.
struct AuditedPage {
  std::string_view text;                     ///< its main text, well-formed UTF-8
  std::string_view address = {};             ///< an original with the same one is the page itself
  std::span<const QuotedRange> quoted = {};  ///< bytes of the text that are set apart as quotations
};

struct PageAuditResult {
  std::vector<Finding> findings;  ///< the original with the most words first
  std::uint32_t words = 0;        ///< of the page
  double search_score = 0;        ///< of the best candidate, in nats; 0: there was none
  bool is_original = false;       ///< the page itself is in the index
};

/// What every worker of an audit shares. All must outlive the workers.
struct AuditMeans {
  const OriginalsIndex& index;
  const Judge& judge;
  const Lexicon* lexicon = nullptr;       ///< null: no two words are synonyms
  const IgnoredTexts* ignored = nullptr;  ///< null: nothing is ignored
};

/// Audits one page after the other; keeps its memory. One per thread.
class PageAudit {
 public:
  explicit PageAudit(const AuditMeans& means);

  /// Overwrites `result`. Depends on page and means alone. Most pages cost the search only; each
  /// candidate, of which at most a few dozen are looked at, about two verdicts on its passage.
  /// Throws Error(unreadable_input) where the index is damaged.
  void audit(const AuditedPage& page, PageAuditResult& result);

 private:
  void order_candidates();
  void check(const AuditedPage& page, PageAuditResult& result);
  void prepare(const AuditedPage& page);
  bool discount_common_words(const AuditedPage& page, const TextRange& passage);
  bool has_failed(const CandidatePassage& candidate) const;
  void note_failure(const CandidatePassage& candidate);
  bool is_explained(const CandidatePassage& candidate, PageAuditResult& result) const;
  PassageCheck::Range free_words(const CandidatePassage& candidate) const;
  void accept(std::uint32_t original, FoundPassage passage, PageAuditResult& result);
  void finish(PageAuditResult& result);

  AuditMeans means_;
  PassageSearch search_;
  PassageCheck check_;
  TextUnpacker unpacker_;
  std::string original_;  // the text at hand
  std::vector<CandidatePassage> candidates_;
  std::vector<bool> is_common_;
  std::vector<std::uint8_t> failures_;  // by page word: candidates that were no copies
  std::vector<Discount> discounts_;
  struct Owner {
    std::uint32_t finding = 0, passage = 0;  // numbers, one too high; 0: no one
  };
  std::vector<Owner> owner_;  // by page word
};

}  // namespace unspin
