#include "engine/extract/main_part.hpp"

#include <algorithm>

namespace unspin {
namespace {

class Finder {
 public:
  Finder(const PageShape& shape, const MainTextRules& rules, Page& page,
         std::vector<BlockRole>& roles)
      : shape_(shape), rules_(rules), page_(page), roles_(roles) {}

  void find() {
    weigh();
    find_roles();
    find_container();
    judge();
  }

 private:
  bool is_good(const BlockFacts& f) const {
    return f.link_share() < 0.4 && ((f.letters >= 80 && f.marks >= 1) || f.letters >= 200);
  }

  // Sums over subtrees.
  template <class T>
  void sum_up(std::vector<T>& values) const {
    for (std::size_t i = values.size(); --i > 0;) {
      values[shape_.elements[i].parent] += values[i];
    }
  }

  void weigh() {
    good_.assign(shape_.elements.size(), 0);
    titles_.assign(shape_.elements.size(), 0);
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const BlockFacts& f = shape_.facts[b];
      if (is_good(f)) {
        good_[f.element] += f.letters;
      }
      if (page_.blocks[b].level == 1) {
        titles_[f.element] += 1;
      }
    }
    for (std::size_t i = 0; i < shape_.elements.size(); ++i) {
      if (shape_.elements[i].hint.claim == Claim::article_body) {
        titles_[i] += 1;
      }
    }
    sum_up(good_);
    sum_up(titles_);
  }

  BlockRole own_role(std::size_t i) const {
    const Element& e = shape_.elements[i];
    if (e.hint.is_by_tag) {
      return rules_.tags ? e.hint.role : BlockRole::main;
    }
    if (!rules_.names || e.hint.role == BlockRole::main) {
      return BlockRole::main;
    }
    if (titles_[i] > 0 && good_[i] * 10 >= good_[0] * 2) {
      return BlockRole::main;
    }
    if (e.hint.role != BlockRole::comments && good_[i] * 10 >= good_[0] * 6) {
      return BlockRole::main;
    }
    return e.hint.role;
  }

  void find_roles() {
    roles_.assign(shape_.elements.size(), BlockRole::main);
    for (std::size_t i = 1; i < shape_.elements.size(); ++i) {
      const BlockRole above = roles_[shape_.elements[i].parent];
      roles_[i] = above != BlockRole::main ? above : own_role(i);
    }
  }

  void find_container() {
    value_.assign(shape_.elements.size(), 0);
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const BlockFacts& f = shape_.facts[b];
      if (roles_[f.element] != BlockRole::main) {
        continue;
      }
      const double letters = f.letters;
      double v;
      if (f.link_share() >= 0.5) {
        v = -std::min(letters, 60.0);
      } else if (is_good(f)) {
        v = letters;
      } else if (page_.blocks[b].kind == BlockKind::heading) {
        v = 0;
      } else {
        v = f.marks > 0 ? letters * 0.3 : -5;
      }
      value_[f.element] += v;
    }
    sum_up(value_);
    double best = 0;
    container_ = 0;
    for (std::size_t i = 0; i < value_.size(); ++i) {
      if (value_[i] >= best && value_[i] > 0) {
        best = value_[i];
        container_ = i;
      }
    }
    if (!rules_.claims) {
      return;
    }
    for (const Claim claim : {Claim::article_body, Claim::article, Claim::content}) {
      std::size_t chosen = 0;
      for (std::size_t i = 1; i < value_.size(); ++i) {
        if (shape_.elements[i].hint.claim == claim && roles_[i] == BlockRole::main &&
            value_[i] > 0.4 * best && (chosen == 0 || value_[i] > value_[chosen])) {
          chosen = i;
        }
      }
      if (chosen != 0) {
        container_ = chosen;
        return;
      }
    }
  }

  void judge() {
    std::vector<char> inside(shape_.elements.size(), 0);
    for (std::size_t i = 0; i < inside.size(); ++i) {
      inside[i] = static_cast<char>(i == container_ || inside[shape_.elements[i].parent]);
    }
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const BlockFacts& f = shape_.facts[b];
      PageBlock& block = page_.blocks[b];
      block.role = roles_[f.element];
      if (block.role != BlockRole::main) {
        continue;
      }
      if (!inside[f.element]) {
        block.role = BlockRole::outside;
      } else if (f.link_share() >= 0.6 && f.letters < 200) {
        block.role = BlockRole::links;
      }
    }
    // headings need text
    bool has_text = false;
    for (std::size_t b = page_.blocks.size(); b-- > 0;) {
      PageBlock& block = page_.blocks[b];
      if (block.role != BlockRole::main) {
        continue;
      }
      if (block.kind == BlockKind::heading) {
        if (!has_text) {
          block.role = BlockRole::outside;
        }
      } else {
        has_text = true;
      }
    }
  }

  const PageShape& shape_;
  const MainTextRules& rules_;
  Page& page_;
  std::vector<BlockRole>& roles_;
  std::vector<double> good_, value_;
  std::vector<std::uint32_t> titles_;
  std::size_t container_ = 0;
};

}  // namespace

void find_main_part(const PageShape& shape, const MainTextRules& rules, Page& page,
                    std::vector<BlockRole>& roles) {
  Finder(shape, rules, page, roles).find();
}

}  // namespace unspin
