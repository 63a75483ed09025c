// What an element says of its own purpose: its tag, its role, and the words in its class and id.
//
// The authors of pages name what they build: "nav", "post-content", "related-articles". The words
// are English the world over; a page without them is read by the shape of its text alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/extract/page.hpp"
#include "engine/extract/tags.hpp"

namespace unspin {

/// Attributes of an element, character references decoded. Empty if it has none.
struct Attributes {
  std::string_view id, classes, role, itemprop, style, lang, href, rel, name, content, property,
      datetime, color, bgcolor;
  bool is_link = false;    ///< has an address to go to
  bool is_hidden = false;  ///< has the attribute of this name
};

/// How much an element claims to hold the main text.
enum class Claim : std::uint8_t { none, article, article_body };

struct Hint {
  BlockRole role = BlockRole::main;  ///< what its text is; `main`: it does not say
  bool is_by_tag = false;            ///< the tag says so, not only a class
  bool is_weak = false;              ///< of a word that articles use for parts of their own too
  Claim claim = Claim::none;
};

/// Remembers names that it has seen, up to a fixed number: those of a site repeat.
class HintReader {
 public:
  Hint read(Tag tag, const Attributes& attributes);

 private:
  struct Known {
    std::string names;
    Hint hint;
  };
  const Hint& of_names(std::string_view classes, std::string_view id);

  std::vector<Known> known_ = std::vector<Known>(4096);  // by their hash
  std::string names_;
};

}  // namespace unspin
