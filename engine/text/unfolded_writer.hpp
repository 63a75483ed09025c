// Puts an Unfolded together from left to right.
#pragma once

#include <string_view>

#include "engine/text/unfold.hpp"

namespace unspin {

class UnfoldedWriter {
 public:
  /// `out` is overwritten.
  UnfoldedWriter(std::string_view raw, Unfolded& out);

  /// The bytes [begin, end) of the raw text, one character, are read as `meant`, or not at all if
  /// it is 0. All before that was not spoken of stays.
  void replace(std::uint32_t begin, std::uint32_t end, char32_t meant, Trick trick);

  /// The rest stays.
  void finish();

 private:
  void keep_until(std::uint32_t raw_end);

  std::string_view raw_;
  Unfolded& out_;
  std::uint32_t done_ = 0;
};

}  // namespace unspin
