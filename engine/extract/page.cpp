#include "engine/extract/page.hpp"

#include <algorithm>

#include "engine/extract/main_blocks.hpp"
#include "engine/extract/main_element.hpp"
#include "engine/extract/page_parser.hpp"
#include "engine/extract/regions.hpp"
#include "engine/extract/table_rows.hpp"
#include "engine/extract/trimmed_markup.hpp"

namespace unspin {

void Page::clear() {
  for (std::string* each : {&title, &canonical, &language, &date, &text, &hidden_text}) {
    each->clear();
  }
  blocks.clear();
  hidden.clear();
  issues.clear();
}

MainText main_text(const Page& page) {
  MainText main;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (page.blocks[i].is_main()) {
      main.text += main.text.empty() ? "" : "\n\n";
      main.parts.push_back(
          {static_cast<std::uint32_t>(main.text.size()), static_cast<std::uint32_t>(i)});
      main.text += page.text_of(page.blocks[i]);
    }
  }
  return main;
}

namespace {

constexpr std::size_t shortest_linked_text = 200;  // bytes

}  // namespace

struct PageReader::State {
  ExtractLimits limits;
  MainTextRules rules;
  TrimmedMarkup markup;
  Hiding hiding;
  PageParser parser;
  PageShape shape;
  Metadata metadata;
  simdjson::dom::parser json;
  std::vector<BlockRole> roles;

  void read(std::string_view html, Page& page) {
    page.clear();
    metadata.clear();
    markup.trim(html, limits.most_attributes);
    hiding.read(markup.style_sheets());
    metadata.read_linked_data(markup.linked_data(), json);
    parser.parse(markup, hiding, limits, page, shape, metadata);
    place(page.blocks);
    place(page.hidden);
    join_table_rows(page, shape);
    find_regions(page, shape, rules, roles);
    judge_blocks(page, shape, roles, find_main_element(page, shape, roles, rules), rules);
    for (PageBlock& block : page.hidden) {
      block.role = BlockRole::hidden;
    }
    if (rules.linked_data) {
      take_linked_text(html, page);
    }
    metadata.finish(shape, roles, page);
    if (markup.left_out_attributes()) {
      page.issues.push_back({"too_many_attributes", "an element has more than " +
                                                        std::to_string(limits.most_attributes) +
                                                        " attributes; the others were left out"});
    }
  }

  /// From the trimmed markup to the page.
  void place(std::vector<PageBlock>& blocks) const {
    for (PageBlock& block : blocks) {
      block.begin = markup.page_begin_of(block.begin);
      block.end = markup.page_end_of(block.end);
    }
  }

  /// Pages that a script fills have their text in JSON-LD at best.
  void take_linked_text(std::string_view html, Page& page) const {
    std::size_t found = 0;
    for (const PageBlock& block : page.blocks) {
      found += block.is_main() ? page.text_of(block).size() : 0;
    }
    const std::string& body = metadata.article_body();
    if (body.size() < shortest_linked_text || body.size() < 4 * found) {
      return;
    }
    for (PageBlock& block : page.blocks) {
      block.role = block.is_main() ? BlockRole::outside : block.role;
    }
    const std::string_view source = metadata.article_body_source();
    PageBlock block;
    block.role = BlockRole::main;
    block.begin = static_cast<std::uint32_t>(source.data() - html.data());
    block.end = block.begin + static_cast<std::uint32_t>(source.size());
    block.text_begin = static_cast<std::uint32_t>(page.text.size());
    page.text += body;
    block.text_end = static_cast<std::uint32_t>(page.text.size());
    page.text += '\n';
    page.blocks.push_back(block);
  }
};

PageReader::PageReader(const ExtractLimits& limits, const MainTextRules& rules)
    : state_(std::make_unique<State>()) {
  state_->limits = limits;
  state_->rules = rules;
}
PageReader::~PageReader() = default;
PageReader::PageReader(PageReader&&) noexcept = default;
PageReader& PageReader::operator=(PageReader&&) noexcept = default;

void PageReader::read(std::string_view html, Page& out) { state_->read(html, out); }

Page read_page(std::string_view html, const ExtractLimits& limits) {
  Page page;
  PageReader(limits).read(html, page);
  return page;
}

}  // namespace unspin
