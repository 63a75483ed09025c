// What an audit finds: plain data, for reports.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/align/spans.hpp"
#include "engine/align/swaps.hpp"
#include "engine/score/evidence.hpp"

namespace unspin {

/// Why words that agree with an original are not held against a page.
enum class Discount : std::uint8_t {
  none,
  quotation,  ///< word for word, in quotation marks or set apart as a quotation
  common,     ///< template text: very many originals have it
  ignored,    ///< the user said so (--ignore)
};
constexpr std::array<std::string_view, 4> discount_names = {"none", "quotation", "template",
                                                            "ignored"};

/// Words of a page that are not the original's, and what stands there instead: bytes of the main
/// texts, ends exclusive. Either side may be empty.
struct PassageChange {
  SpanClass span_class = SpanClass::rewritten;  ///< never identical
  std::uint32_t page_begin = 0, page_end = 0;
  std::uint32_t original_begin = 0, original_end = 0;
  bool operator==(const PassageChange&) const = default;
};

/// A passage of a page and the passage of an original that it was made from.
struct FoundPassage {
  TextRange page = {}, original = {};                        ///< bytes of the main texts
  std::string original_text = {};                            ///< what stands there
  std::array<std::uint32_t, discount_names.size()> words{};  ///< of the page's, by Discount
  Label label = Label::spun;                                 ///< verbatim or spun
  /// Of this being a copy at all: the share of such passages in the test set (tests/audit) that
  /// were.
  double confidence = 0;
  Verdict verdict = {};                     ///< of the judge, on what is not discounted
  double score = 0;                         ///< of the search, in nats
  std::vector<Substitution> swaps = {};     ///< most telling first
  std::vector<PassageChange> changes = {};  ///< by their place in the original; discounted ones too
};

/// A share of a page's words, 0 to 1, before and after discounts.
struct Shares {
  double before = 0, after = 0;
};

/// A page that was made from an original, or passages of it.
struct Finding {
  std::uint32_t original = 0;               ///< number in the index
  Label label = Label::spun;                ///< of most of the passages' words
  double confidence = 0;                    ///< of the surest passage with this label
  std::uint32_t page_words = 0;             ///< of the whole page
  std::uint32_t original_words = 0;         ///< of the whole original
  Shares page = {};                         ///< how much of the page the passages are
  double original_share = 0;                ///< how much of the original stands in the page, 0 to 1
  std::vector<FoundPassage> passages = {};  ///< by their place in the page, not overlapping there
  /// Other originals (numbers, ascending) that have the same passages: editions, reprints.
  std::vector<std::uint32_t> also = {};
};

}  // namespace unspin
