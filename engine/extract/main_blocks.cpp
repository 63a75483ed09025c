#include "engine/extract/main_blocks.hpp"

#include <algorithm>

#include "engine/extract/main_element.hpp"

namespace unspin {
namespace {

constexpr std::size_t farthest_title = 30;    // blocks before the text
constexpr std::uint32_t shortest_lead = 60;   // letters
constexpr std::uint32_t longest_byline = 80;  // letters

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// A year from 1900 on, or a time of day.
bool has_date(std::string_view text) {
  for (std::size_t i = 0; i + 3 < text.size(); ++i) {
    const std::string_view century = text.substr(i, 2);
    const bool is_year = (century == "19" || century == "20") && is_digit(text, i + 2) &&
                         is_digit(text, i + 3) && !is_digit(text, i + 4) &&
                         (i == 0 || !is_digit(text, i - 1));
    const bool is_time = text[i + 1] == ':' && is_digit(text, i) && is_digit(text, i + 2) &&
                         is_digit(text, i + 3) && !is_digit(text, i + 4);
    if (is_year || is_time) {
      return true;
    }
  }
  return false;
}

class BlockJudge {
 public:
  BlockJudge(Page& page, const PageShape& shape)
      : blocks_(page.blocks), page_(page), shape_(shape) {}

  void judge_alone(const std::vector<BlockRole>& roles, std::size_t main_element,
                   const MainTextRules& rules) {
    std::vector<char> is_inside(shape_.elements.size(), 0);
    for (std::size_t i = 0; i < is_inside.size(); ++i) {
      is_inside[i] = static_cast<char>(i == main_element || is_inside[shape_.elements[i].parent]);
    }
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      const BlockFacts& facts = shape_.facts[b];
      BlockRole& role = blocks_[b].role;
      role = roles[facts.element];
      if (role != BlockRole::main) {
        continue;
      }
      if (!is_inside[facts.element]) {
        role = BlockRole::outside;
      } else if (rules.captions && blocks_[b].kind == BlockKind::caption) {
        role = BlockRole::caption;
      } else if (rules.links && facts.link_share() >= 0.6 && facts.letters < 200) {
        role = BlockRole::links;
      }
    }
  }

  /// Scraps at both ends are no part of the text: it is the run of blocks with the greatest value.
  void find_ends() {
    double sum = 0;
    double best = 0;
    std::size_t from = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      if (sum <= 0) {
        sum = 0;
        from = b;
      }
      sum += value_in_run(b);
      if (sum > best) {
        best = sum;
        begin = from;
        end = b + 1;
      }
    }
    if (best == 0) {
      return;
    }
    while (begin > 0 && blocks_[begin - 1].kind == BlockKind::heading) {
      --begin;
    }
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      const bool is_within = b >= begin && b < end;
      if (blocks_[b].is_main() && !is_within) {
        blocks_[b].role = BlockRole::outside;
      }
    }
  }

  /// What stands between the title and the text, outside of the element that holds the text.
  void add_leads() {
    const std::size_t first = first_main();
    if (first == blocks_.size() || blocks_[first].level == 1) {
      return;
    }
    const std::size_t farthest = first - std::min(first, farthest_title);
    std::size_t title = first;
    while (title > farthest && blocks_[title].level != 1) {
      --title;
    }
    if (blocks_[title].level != 1) {
      return;
    }
    for (std::size_t b = title + 1; b < first; ++b) {
      const BlockFacts& facts = shape_.facts[b];
      if (blocks_[b].role == BlockRole::outside && blocks_[b].kind != BlockKind::caption &&
          facts.marks > 0 && facts.letters >= shortest_lead && facts.link_share() < 0.2) {
        blocks_[b].role = BlockRole::main;
      }
    }
  }

  void find_bylines() {
    for (std::size_t b = first_main(); b < blocks_.size() && !shape_.facts[b].is_prose(); ++b) {
      PageBlock& block = blocks_[b];
      if (block.is_main() && block.kind != BlockKind::heading &&
          block.kind != BlockKind::table_row && shape_.facts[b].letters < longest_byline &&
          has_date(page_.text_of(block))) {
        block.role = BlockRole::byline;
      }
    }
  }

  /// Of headings with nothing of the text below them, only what interrupts texts may stand between.
  void drop_lone_headings() {
    bool has_text_below = false;
    for (std::size_t b = blocks_.size(); b-- > 0;) {
      PageBlock& block = blocks_[b];
      if (block.kind == BlockKind::heading) {
        if (block.is_main() && !has_text_below) {
          block.role = BlockRole::outside;
        }
      } else if (!interrupts(block.role)) {
        has_text_below = block.is_main();
      }
    }
  }

 private:
  static bool interrupts(BlockRole role) {
    return role == BlockRole::caption || role == BlockRole::byline || role == BlockRole::sharing ||
           role == BlockRole::advertising;
  }

  std::size_t first_main() const {
    const auto found = std::ranges::find_if(blocks_, &PageBlock::is_main);
    return static_cast<std::size_t>(found - blocks_.begin());
  }

  double value_in_run(std::size_t b) const {
    const BlockRole role = blocks_[b].role;
    if (role == BlockRole::main) {
      return value_of(blocks_[b], shape_.facts[b]);
    }
    const bool leads_away = role == BlockRole::links || role == BlockRole::related;
    return leads_away ? -std::min(60.0, static_cast<double>(shape_.facts[b].letters)) : 0;
  }

  std::vector<PageBlock>& blocks_;
  const Page& page_;
  const PageShape& shape_;
};

}  // namespace

void judge_blocks(Page& page, const PageShape& shape, const std::vector<BlockRole>& roles,
                  std::size_t main_element, const MainTextRules& rules) {
  BlockJudge judge(page, shape);
  judge.judge_alone(roles, main_element, rules);
  // A body that somebody marked ends where it ends.
  const bool has_sure_ends = shape.elements[main_element].hint.claim == Claim::article_body;
  if (rules.ends && !has_sure_ends) {
    judge.find_ends();
  }
  if (rules.leads) {
    judge.add_leads();
  }
  if (rules.bylines) {
    judge.find_bylines();
  }
  if (rules.headings) {
    judge.drop_lone_headings();
  }
}

}  // namespace unspin
