// Which elements nobody sees: by the attribute `hidden`, by inline styles, and by the rules of the
// page's own style sheets that name a class or an id and nothing else.
//
// display:none, visibility:hidden, letters or a box of no size, a place off the screen, clipping to
// nothing, text in the colour of its background. Style sheets in other files are not looked at.
// What @media rules hide is hidden from some readers only and not counted; what any rule shows by a
// class of its own (class="hidden wide:block") is not hidden.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/extract/hints.hpp"

namespace unspin {

/// Whether declarations as in a style attribute hide what they apply to.
bool hides(std::string_view declarations);

class Hiding {
 public:
  /// Linear in the style sheets' length.
  void read(const std::vector<std::string_view>& style_sheets);

  bool is_hidden(const Attributes& attributes) const;

 private:
  using Selectors = std::unordered_set<std::string>;  // ".class" and "#id"

  void read_rules(std::string_view sheet, bool is_conditional);
  static bool matches(const Selectors& selectors, const Attributes& attributes);

  Selectors hiding_, showing_;
};

}  // namespace unspin
