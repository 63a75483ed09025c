// The list of findings in an audit's report: data for the page's script, and a table of the surest
// for whoever has no scripts.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/index/temporary_file.hpp"
#include "engine/io/sink.hpp"
#include "engine/report/finding_line.hpp"
#include "engine/report/finding_pages.hpp"
#include "engine/report/html_text.hpp"
#include "engine/report/reviews.hpp"

namespace unspin {

/// For one thread. Keeps the originals and sites in memory and the surest findings; the others wait
/// in a file without a name.
class FindingList {
 public:
  static constexpr std::size_t most_in_table = 300;

  explicit FindingList(const std::string& folder) : rows_(folder) {}

  void add(const FindingLine& finding, const Review* review, const FindingPages::Place& place);

  /// The rows of the table: the surest findings that nobody dismissed, of equal ones those with
  /// more words. `files` are the pages'.
  void put_table(const std::vector<std::string>& files, HtmlWriter& html);
  bool has_all_in_table() const { return open_ <= most_in_table; }

  /// {"files": [names], "sites": [hosts], "originals": [[id, name]], "rows": [[spun, confidence,
  /// words, share, site, original, date, title, address or id, anchor, file, review, reason]]},
  /// where site, original and file are numbers in these lists, spun is 1 or 0, review is 0: open,
  /// 1: confirmed, 2: dismissed.
  void write_data(const std::vector<std::string>& files, Sink& sink);

 private:
  struct Row {
    FindingLine finding;  // without its passages
    std::uint64_t words = 0;
    FindingPages::Place place = {};
    std::string review = {};
  };

  static bool is_surer(const Row& a, const Row& b);
  void keep_surest(const FindingLine& finding, const Review* review,
                   const FindingPages::Place& place);

  TemporaryFile rows_;
  std::string text_;
  std::uint64_t open_ = 0;
  std::map<std::string, std::size_t> site_numbers_, original_numbers_;
  std::vector<std::string> sites_, original_ids_, original_names_;
  std::vector<Row> surest_;  // a heap, the least sure one in front
};

}  // namespace unspin
