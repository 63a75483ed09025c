// Makes the pages of the crawl out of originals and clean passages, and writes down what was copied
// from where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/audit/cast.hpp"
#include "tests/audit/reworder.hpp"
#include "tests/audit/truth.hpp"

namespace unspin::audit_set {

struct MadePage {
  Truth truth = {};       ///< without the page's id
  std::string text = {};  ///< the main text
  std::string html = {};  ///< empty: the page is its text
};

/// The page as a document's HTML, whose main text is `text`: a paragraph each, that at `quotation`
/// in a <blockquote>.
std::string html_of(std::string_view text, Span quotation);

/// What `unspin extract` makes of the page's row.
std::string main_text_of(const MadePage& page);

/// Every page depends on its arguments alone; `number` tells pages of one kind apart.
class PageMaker {
 public:
  /// The reworder must outlive this.
  explicit PageMaker(const Reworder& reworder) : reworder_(reworder) {}

  /// A passage as it is.
  static MadePage unchanged(Kind kind, const Passage& passage, std::string_view original);
  /// A notice below a text of its own: all of the host, or only its beginning.
  static MadePage templated(const Passage& host, std::string_view notice, std::size_t number);
  /// Without text if the original has nothing that could be quoted so, or the page's HTML would not
  /// give its text back.
  static MadePage quoting(const Passage& host, const Passage& original, std::size_t number);
  /// A whole original or half of it: as it is, with typos, in other typography, with hidden
  /// characters, by turns.
  static MadePage verbatim(const Passage& original, std::size_t number);
  /// A whole original, by each family in turn.
  MadePage spun(const Passage& original, std::size_t number) const;
  /// Pieces of originals, each of `words` words, in the host. `kind` says whether they are spun.
  MadePage with_pieces(Kind kind, const Passage& host, const std::vector<const Passage*>& originals,
                       std::size_t words, std::size_t number) const;

 private:
  const Reworder& reworder_;
};

}  // namespace unspin::audit_set
