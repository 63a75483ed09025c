// The fields of one tsv or csv record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/io/records.hpp"

namespace unspin {

/// Overwrites `fields` with those of a record, at least one. tsv: what is between tabs. csv:
/// without the quotes around it and with "" as one quote; from a record that RecordReader did not
/// cut, a quoted field goes to its closing quote or the end, and what follows the quote is dropped.
/// The fields lie in `record` and `unquoted` (overwritten; must not move while they are in use).
void split_fields(Layout layout, std::string_view record, std::vector<std::string_view>& fields,
                  std::string& unquoted);

}  // namespace unspin
