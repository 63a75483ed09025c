// Which layout a stream of pairs has, when nobody said so.
#pragma once

#include <optional>
#include <string_view>

#include "engine/io/records.hpp"

namespace unspin {

/// By the extension under .gz or .zst, in any case: .jsonl, .ndjson and .json, .tsv, .csv.
std::optional<Layout> layout_of_name(std::string_view name);

/// By the first line, or the beginning of a long one.
Layout layout_of_content(std::string_view first_line);

}  // namespace unspin
