// A page as a reader sees it: its main text, what stands around that, and what nobody is shown.
//
// HTML goes in, blocks in reading order come out, each with its place in the page's bytes. A block
// is main text, or boilerplate with the reason why. Hidden texts (a favourite place for text that
// is meant for software only) are reported apart and are never part of the main text. Results
// depend on the page alone.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace unspin {

enum class BlockKind : std::uint8_t {
  paragraph,
  heading,
  list_item,
  quote,
  code,
  table_row,  ///< the cells of a row with blanks between, if it is data; else one cell
  caption
};

/// Why a block is not main text. The order is that of `block_role_names`.
enum class BlockRole : std::uint8_t {
  main,
  navigation,   ///< menus, breadcrumbs, lists of pages
  footer,       ///< of the page or of a part of it: imprint, copyright
  sidebar,      ///< beside the article
  comments,     ///< what readers wrote below it
  sharing,      ///< "share this", icons of networks
  related,      ///< teasers of other pages
  advertising,  ///< advertisements, newsletters, cookie banners, log-ins
  byline,       ///< author, date, tags: about the text, not in it
  caption,      ///< under a picture
  links,        ///< mostly link text
  outside,      ///< none of these, but not where the main text stands
  hidden        ///< nobody sees it
};
constexpr std::string_view block_role_names[] = {
    "main",        "navigation", "footer",  "sidebar", "comments", "sharing", "related",
    "advertising", "byline",     "caption", "links",   "outside",  "hidden"};
constexpr std::string_view name_of(BlockRole role) {
  return block_role_names[static_cast<std::size_t>(role)];
}

/// Ranges are of bytes, the end exclusive. A text that only JSON-LD has is one block; its place is
/// that of the script.
struct PageBlock {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  ///< of a heading, 1 to 6
  BlockRole role = BlockRole::outside;
  std::uint32_t begin = 0, end = 0;            ///< in the page: from the first word to the last
  std::uint32_t text_begin = 0, text_end = 0;  ///< in Page::text or Page::hidden_text

  bool is_main() const { return role == BlockRole::main; }
};

/// A limit that was reached, and what of the page is missing therefore.
struct PageIssue {
  std::string code;  ///< snake_case, stable
  std::string message;
};

/// What became of a page. White space is collapsed to one blank, character references are decoded.
struct Page {
  std::string title;              ///< without the site's name
  std::string canonical;          ///< address, as the page gives it; empty if it gives none
  std::string language;           ///< as the page gives it: "de", "en-GB"
  std::string date;               ///< of publication, yyyy-mm-dd; empty if the page does not tell
  std::string text;               ///< of all blocks, one behind the other
  std::vector<PageBlock> blocks;  ///< in reading order
  std::string hidden_text;
  std::vector<PageBlock> hidden;
  std::vector<PageIssue> issues;

  std::string_view text_of(const PageBlock& block) const {
    return std::string_view(text).substr(block.text_begin, block.text_end - block.text_begin);
  }
  std::string_view hidden_text_of(const PageBlock& block) const {
    return std::string_view(hidden_text)
        .substr(block.text_begin, block.text_end - block.text_begin);
  }

  /// Empties everything, keeps the memory.
  void clear();
};

/// The main blocks with a blank line between.
struct MainText {
  struct Part {
    std::uint32_t begin;  ///< in `text`
    std::uint32_t block;  ///< index into Page::blocks
  };
  std::string text;
  std::vector<Part> parts;  ///< ascending
};
MainText main_text(const Page& page);

/// Bounds against pages that are made to exhaust a reader. A page that reaches one is read on as
/// far as possible and says so in its issues.
struct ExtractLimits {
  std::uint32_t most_depth = 256;      ///< at least 16; what is nested deeper is read on its own
  std::uint32_t most_attributes = 64;  ///< of an element; the others are not looked at
  std::uint32_t most_elements = 1'000'000;  ///< the rest of the page is left out
};

/// What the main text is told by. Each can be left out, to measure what it is worth.
struct MainTextRules {
  bool tags = true;         ///< <nav>, <footer>, role="complementary" … are not main text
  bool names = true;        ///< nor are classes and ids like "sidebar", "related-posts"
  bool claims = true;       ///< <article>, itemprop="articleBody", "entry-content" … are, if text
  bool ends = true;         ///< the text ends where only scraps follow, and begins likewise
  bool leads = true;        ///< a paragraph between title and text belongs to it
  bool headings = true;     ///< a heading needs text below it
  bool bylines = true;      ///< scraps with a date before the text are about it
  bool captions = true;     ///< captions are not main text
  bool links = true;        ///< nor are blocks that are mostly links
  bool linked_data = true;  ///< a text that only JSON-LD has counts, if the page has next to none
};

/// Reads pages one after the other and keeps the memory between them. One per thread. Time and
/// memory are linear in the page's length: some 200 bytes an element at worst, twice the text else.
class PageReader {
 public:
  explicit PageReader(const ExtractLimits& limits = {}, const MainTextRules& rules = {});
  ~PageReader();
  PageReader(PageReader&&) noexcept;
  PageReader& operator=(PageReader&&) noexcept;

  /// Reads well-formed UTF-8 of up to 2³¹ bytes; `out` is overwritten. What the page says of its
  /// charset is not looked at.
  void read(std::string_view html, Page& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The same for one page.
Page read_page(std::string_view html, const ExtractLimits& limits = {});

}  // namespace unspin
