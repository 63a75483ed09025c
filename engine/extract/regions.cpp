#include "engine/extract/regions.hpp"

namespace unspin {
namespace {

/// What an element holds, all below it included.
struct Contents {
  std::uint64_t prose = 0;   // letters
  std::uint32_t titles = 0;  // of the first level, and elements that claim an article's body
  std::uint32_t links = 0;   // blocks with links

  Contents& operator+=(const Contents& other) {
    prose += other.prose;
    titles += other.titles;
    links += other.links;
    return *this;
  }
};

std::vector<Contents> contents_of(const Page& page, const PageShape& shape) {
  std::vector<Contents> contents(shape.elements.size());
  for (std::size_t b = 0; b < page.blocks.size(); ++b) {
    const BlockFacts& facts = shape.facts[b];
    contents[facts.element] +=
        {facts.is_prose() ? facts.letters : 0, page.blocks[b].level == 1 ? 1u : 0u,
         facts.link_bytes > 0 ? 1u : 0u};
  }
  for (std::size_t i = 0; i < shape.elements.size(); ++i) {
    contents[i].titles += shape.elements[i].hint.claim == Claim::article_body ? 1u : 0u;
  }
  shape.sum_up(contents);
  return contents;
}

/// Whether an element that says it is something else holds the main text all the same.
bool holds_main_text(BlockRole role, const Contents& held, const Contents& page) {
  const double share =
      page.prose == 0 ? 0 : static_cast<double>(held.prose) / static_cast<double>(page.prose);
  return (held.titles > 0 && share > 0.2) ||
         (page.titles == 0 && role != BlockRole::comments && share > 0.6);
}

BlockRole own_role(const Hint& hint, bool is_in_article, const Contents& held, const Contents& page,
                   const MainTextRules& rules) {
  if (hint.role == BlockRole::main || !(hint.is_by_tag ? rules.tags : rules.names) ||
      holds_main_text(hint.role, held, page)) {
    return BlockRole::main;
  }
  if (hint.is_weak && (is_in_article || 10 * held.prose > 6 * page.prose)) {
    return BlockRole::main;
  }
  const bool needs_links = hint.role == BlockRole::related || hint.role == BlockRole::navigation;
  return needs_links && !hint.is_by_tag && held.links == 0 ? BlockRole::main : hint.role;
}

}  // namespace

void find_regions(const Page& page, const PageShape& shape, const MainTextRules& rules,
                  std::vector<BlockRole>& roles) {
  const std::vector<Contents> contents = contents_of(page, shape);
  std::vector<char> is_in_article(shape.elements.size(), 0);
  roles.assign(shape.elements.size(), BlockRole::main);
  for (std::size_t i = 1; i < shape.elements.size(); ++i) {
    const Element& element = shape.elements[i];
    is_in_article[i] = static_cast<char>(is_in_article[element.parent] ||
                                         shape.elements[element.parent].hint.claim != Claim::none);
    roles[i] = roles[element.parent];
    if (roles[i] == BlockRole::main) {
      roles[i] = own_role(element.hint, is_in_article[i] != 0, contents[i], contents[0], rules);
    }
  }
}

}  // namespace unspin
