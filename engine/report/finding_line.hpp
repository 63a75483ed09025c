// A line of findings.jsonl, read back: what all tables and pages are made from, so that an audit,
// a merge of audits and a review write the same.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/align/spans.hpp"

namespace unspin {

/// The members of the line as finding_report.hpp has them. What a line does not say is empty.
struct FindingLine {
  struct Page {
    std::string id = {}, file = {};
    std::uint64_t line = 0;    ///< 1-based, in tables and JSON lines; else 0
    std::uint64_t offset = 0;  ///< where there is no line
    std::string address = {}, date = {}, title = {};
    std::uint64_t words = 0;
    std::string metadata = {};  ///< a JSON object

    bool operator==(const Page&) const = default;
  };
  struct Original {
    std::string id = {}, address = {}, date = {}, title = {};
    std::uint64_t words = 0;
  };
  struct Range {
    std::uint64_t begin = 0, end = 0, begin_word = 0, end_word = 0;
    std::string text = {};
  };
  struct Swap {
    std::string from = {}, to = {};
    std::uint64_t count = 0;
    std::string kind = {};
  };
  /// Bytes of the main texts, ends exclusive.
  struct Change {
    SpanClass span_class = SpanClass::rewritten;
    std::uint64_t page_begin = 0, page_end = 0, original_begin = 0, original_end = 0;
  };
  struct Passage {
    Range page = {}, original = {};
    std::string label = {};
    double confidence = 0, score = 0;
    std::vector<std::string> reasons = {};
    std::uint64_t quotation = 0, common = 0, ignored = 0;  ///< words that are not held against it
    std::vector<Swap> swaps = {};                          ///< most telling first
    /// By their place in the original; none in lines of before 0.1.
    std::vector<Change> changes = {};
  };

  std::string id = {};
  Page page = {};
  Original original = {};
  std::string label = {};
  double confidence = 0;
  double page_share_before = 0, page_share = 0, original_share = 0;  ///< 0 to 1
  std::vector<Passage> passages = {};
  std::vector<std::string> also = {};
  std::uint64_t hidden_words = 0;
  std::vector<std::pair<std::string, std::uint64_t>> hidden_characters = {};  ///< by trick
  std::string signature = {};
};

/// Words of the page in the finding's passages.
std::uint64_t words_of(const FindingLine& finding);

/// Of all passages, the most frequent first; of equal ones the one that comes first in the page.
std::vector<FindingLine::Swap> swaps_of(const FindingLine& finding);

/// The judge's, on the surest passage of the finding's label.
std::vector<std::string> reasons_of(const FindingLine& finding);

/// The host of an address, in lower case, without a port: "copies.example". Empty if it has none.
std::string site_of(std::string_view address);

/// For one thread; reuse it, its memory is kept.
class FindingLineReader {
 public:
  FindingLineReader();
  ~FindingLineReader();
  FindingLineReader(const FindingLineReader&) = delete;
  FindingLineReader& operator=(const FindingLineReader&) = delete;

  /// Reads a line, without its end. Members that it does not know are passed over. `place` is for
  /// the Error(unreadable_input) if this is no finding, or a damaged one.
  FindingLine read(std::string_view line, const std::string& place);

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace unspin
