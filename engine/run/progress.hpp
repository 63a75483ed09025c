// How far a long run is.
#pragma once

#include <cstdint>
#include <optional>

namespace unspin {

struct RunProgress {
  std::uint64_t done = 0;  ///< rows or documents, broken ones included
  std::uint64_t broken = 0;
  std::uint64_t consumed = 0;               ///< bytes of the input
  std::optional<std::uint64_t> total = {};  ///< of how many, if that is known
};

}  // namespace unspin
