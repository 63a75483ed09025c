// The pages of findings, in files of some hundred kilobytes beside report.html: report/NAME.html.
//
// A file's name is the hash of its bytes. So an old report and its files stay whole until the new
// report is in its place, what did not change is not written again, and no file is ever half of one
// report and half of another.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "engine/report/finding_line.hpp"
#include "engine/report/reviews.hpp"

namespace unspin {

/// For one thread. Keeps a file's text and all files' names in memory.
class FindingPages {
 public:
  /// Makes the folder if it is not there. Throws Error(unwritable_output), as all its functions.
  explicit FindingPages(std::string folder);

  /// Where a finding is shown: the number of a file, and the place in it.
  struct Place {
    std::size_t file = 0;
    std::string anchor = {};  ///< the finding's id, told apart from others of that id
  };
  Place add(const FindingLine& finding, const Review* review);

  /// After the last one.
  void finish();

  /// Without the folder: "0123456789abcdef.html". Complete after finish().
  const std::vector<std::string>& files() const { return files_; }

  /// Removes the files of earlier reports. When nothing refers to them any more.
  void remove_others() const;

 private:
  void write_file();

  std::string folder_;
  std::string articles_;           // of the file at hand
  std::set<std::string> anchors_;  // in it
  std::vector<std::string> files_;
};

}  // namespace unspin
