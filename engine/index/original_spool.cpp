#include "engine/index/original_spool.hpp"

#include <cstddef>
#include <stdexcept>
#include <unordered_set>

namespace unspin {

std::vector<PackedOriginal> OriginalSpool::originals() {
  std::vector<PackedOriginal> all;
  for (std::string_view rest = file_.bytes(); !rest.empty();) {
    const std::optional<PackedOriginal> next = take_record(rest);
    if (!next) {
      throw std::logic_error("the spool holds something else than records");
    }
    all.push_back(*next);
  }
  // From the end: the first to be seen with its id is the last that came.
  std::unordered_set<std::string_view> ids;
  std::size_t begin = all.size();
  for (std::size_t i = all.size(); i-- > 0;) {
    if (ids.insert(read_label(all[i].label)->id).second) {
      all[--begin] = all[i];
    }
  }
  all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(begin));
  return all;
}

}  // namespace unspin
