#include "tests/fuzz/page_promises.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <vector>

#include "tests/fuzz/input.hpp"
#include "tests/fuzz/promise.hpp"

namespace unspin::fuzz {
namespace {

void check_blocks(const std::vector<PageBlock>& blocks, std::string_view text,
                  std::string_view bytes) {
  std::uint32_t text_end = 0;
  std::uint32_t end = 0;
  for (const PageBlock& block : blocks) {
    promise(block.text_begin >= text_end, "texts of blocks ascend");
    promise(block.text_begin < block.text_end, "blocks have text");
    promise(block.text_end <= text.size(), "texts of blocks lie in the page's text");
    promise(is_well_formed(text.substr(block.text_begin, block.text_end - block.text_begin)),
            "texts of blocks are well-formed UTF-8");
    text_end = block.text_end;
    promise(block.begin < block.end && block.end <= bytes.size(), "blocks lie in the page");
    promise(is_well_formed(bytes.substr(block.begin, block.end - block.begin)),
            "blocks begin and end between characters");
    const bool is_linked_text = &block == &blocks.back() && blocks.size() > 1;
    promise(block.begin >= end || is_linked_text, "blocks ascend");
    end = block.end;
    constexpr std::uint8_t most_levels = 6;
    promise(block.level <= most_levels && (block.level > 0) == (block.kind == BlockKind::heading),
            "headings have a level of 1 to 6, and only they");
  }
}

bool is_date(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  return std::ranges::equal(text, form, [](char c, char of_form) {
    return of_form == '0' ? c >= '0' && c <= '9' : c == of_form;
  });
}

auto facts_of(const PageBlock& block) {
  return std::tuple(block.kind, block.level, block.role, block.begin, block.end, block.text_begin,
                    block.text_end);
}

bool are_same(const std::vector<PageBlock>& one, const std::vector<PageBlock>& other) {
  return std::ranges::equal(one, other, {}, facts_of, facts_of);
}

}  // namespace

void check_promises_of(const Page& page, std::string_view bytes) {
  check_blocks(page.blocks, page.text, bytes);
  check_blocks(page.hidden, page.hidden_text, bytes);
  for (const std::string* each :
       {&page.title, &page.canonical, &page.language, &page.text, &page.hidden_text}) {
    promise(is_well_formed(*each), "what a page says is well-formed UTF-8");
  }
  promise(page.date.empty() || is_date(page.date), "a date is yyyy-mm-dd");
  const auto is_hidden = [](const PageBlock& block) { return block.role == BlockRole::hidden; };
  promise(std::ranges::none_of(page.blocks, is_hidden), "what is hidden stands apart");
  promise(std::ranges::all_of(page.hidden, is_hidden), "what stands apart is hidden");

  const MainText main = main_text(page);
  promise(main.parts.size() ==
              static_cast<std::size_t>(std::ranges::count_if(page.blocks, &PageBlock::is_main)),
          "each main block is a part of the main text");
  for (const MainText::Part& part : main.parts) {
    const std::string_view text = page.text_of(page.blocks.at(part.block));
    promise(std::string_view(main.text).substr(part.begin, text.size()) == text,
            "parts of the main text are texts of main blocks");
  }
}

bool is_same(const Page& one, const Page& other) {
  const auto texts = [](const Page& page) {
    return std::tie(page.title, page.canonical, page.language, page.date, page.text,
                    page.hidden_text);
  };
  return texts(one) == texts(other) && are_same(one.blocks, other.blocks) &&
         are_same(one.hidden, other.hidden);
}

}  // namespace unspin::fuzz
