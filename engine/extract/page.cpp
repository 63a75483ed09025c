#include "engine/extract/page.hpp"

#include <algorithm>

#include "engine/extract/main_part.hpp"
#include "engine/extract/page_parser.hpp"
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

struct PageReader::State {
  ExtractLimits limits;
  MainTextRules rules;
  TrimmedMarkup markup;
  Hiding hiding;
  PageParser parser;
  PageShape shape;
  Metadata metadata;
  std::vector<BlockRole> roles;

  void read(std::string_view html, Page& page) {
    page.clear();
    metadata.clear();
    markup.trim(html, limits.most_attributes);
    hiding.read(markup.style_sheets());
    metadata.read_linked_data(markup.linked_data());
    parser.parse(markup.text(), hiding, limits, page, shape, metadata);
    for (std::vector<PageBlock>* blocks : {&page.blocks, &page.hidden}) {
      for (PageBlock& block : *blocks) {
        block.begin = markup.page_begin_of(block.begin);
        block.end = markup.page_end_of(block.end);
      }
    }
    find_main_part(shape, rules, page, roles);
    metadata.finish(shape, roles, page);
    if (markup.left_out_attributes()) {
      page.issues.push_back({"too_many_attributes", "an element has more than " +
                                                        std::to_string(limits.most_attributes) +
                                                        " attributes; the others were left out"});
    }
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
