#include "engine/io/fields.hpp"

#include <algorithm>

namespace unspin {
namespace {

/// Reads the quoted field whose first quote is at `at`; moves `at` behind it. Its text without
/// doubled quotes goes to `unquoted`, which has room for it.
std::string_view quoted_field(std::string_view record, std::size_t& at, std::string& unquoted) {
  const std::size_t first = unquoted.size();
  std::size_t begin = at + 1;
  for (;;) {
    const std::size_t quote = std::min(record.find('"', begin), record.size());
    at = std::min(quote + 1, record.size());
    const bool doubled = at < record.size() && record[at] == '"';
    if (!doubled && unquoted.size() == first) {
      return record.substr(begin, quote - begin);
    }
    unquoted += record.substr(begin, quote - begin);
    if (!doubled) {
      return std::string_view(unquoted).substr(first);
    }
    unquoted += '"';
    begin = at + 1;
  }
}

}  // namespace

void split_fields(Layout layout, std::string_view record, std::vector<std::string_view>& fields,
                  std::string& unquoted) {
  fields.clear();
  unquoted.clear();
  unquoted.reserve(record.size());
  const char separator = layout == Layout::tsv ? '\t' : ',';
  std::size_t at = 0;
  for (;;) {
    const bool quoted = layout == Layout::csv && at < record.size() && record[at] == '"';
    const std::size_t begin = at;
    if (quoted) {
      fields.push_back(quoted_field(record, at, unquoted));
    }
    const std::size_t end = std::min(record.find(separator, at), record.size());
    if (!quoted) {
      fields.push_back(record.substr(begin, end - begin));
    }
    if (end == record.size()) {
      return;
    }
    at = end + 1;
  }
}

}  // namespace unspin
