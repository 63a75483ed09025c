// Where in a file a segment is missing that another one has.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace unspin {

/// The place (0-based) in `longer` of the first line that `shorter` lacks, if the lines before it
/// are like the shorter's, those behind it are like the shorter's further up, and not both would be
/// so without the gap. Nothing if the lines are not alike enough to tell, if the end is what is
/// missing, or if more than 100 lines are. Linear in the files but for lines that are sorted.
std::optional<std::size_t> find_gap(std::span<const std::string> shorter,
                                    std::span<const std::string> longer);

}  // namespace unspin
