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
    links_.assign(shape_.elements.size(), 0);
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const BlockFacts& f = shape_.facts[b];
      if (is_good(f)) good_[f.element] += f.letters;
      if (f.link_bytes > 0) links_[f.element] += 1;
      if (page_.blocks[b].level == 1) titles_[f.element] += 1;
    }
    for (std::size_t i = 0; i < shape_.elements.size(); ++i) {
      if (shape_.elements[i].hint.claim == Claim::article_body) titles_[i] += 1;
    }
    sum_up(good_);
    sum_up(titles_);
    sum_up(links_);
  }

  BlockRole own_role(std::size_t i) const {
    const Element& e = shape_.elements[i];
    if (e.hint.role == BlockRole::main) return BlockRole::main;
    if (titles_[i] > 0 && good_[i] > 0.2 * good_[0]) return BlockRole::main;
    if (titles_[0] == 0 && e.hint.role != BlockRole::comments && good_[i] > 0.6 * good_[0]) return BlockRole::main;
    if (e.hint.is_by_tag) return rules_.tags ? e.hint.role : BlockRole::main;
    if (!rules_.names) return BlockRole::main;
    if (e.hint.is_weak && (in_article_[i] || good_[i] > 0.6 * good_[0])) return BlockRole::main;
    if (links_[i] == 0 && (e.hint.role == BlockRole::related || e.hint.role == BlockRole::navigation)) return BlockRole::main;
    return e.hint.role;
  }

  void find_roles() {
    roles_.assign(shape_.elements.size(), BlockRole::main);
    in_article_.assign(shape_.elements.size(), 0);
    for (std::size_t i = 1; i < shape_.elements.size(); ++i) {
      const std::uint32_t parent = shape_.elements[i].parent;
      in_article_[i] = static_cast<char>(in_article_[parent] || shape_.elements[parent].hint.claim >= Claim::article);
      const BlockRole above = roles_[parent];
      roles_[i] = above != BlockRole::main ? above : own_role(i);
    }
  }

  double value_of(std::size_t b) const {
    const BlockFacts& f = shape_.facts[b];
    const double letters = f.letters;
    if (f.link_share() >= 0.5) return -std::min(letters, 60.0);
    if (is_good(f)) return letters;
    if (page_.blocks[b].kind == BlockKind::heading) return 0;
    if (page_.blocks[b].kind == BlockKind::table_row) return 1;
    return f.marks > 0 ? letters * 0.3 : -5;
  }

  void find_container() {
    value_.assign(shape_.elements.size(), 0);
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const BlockFacts& f = shape_.facts[b];
      if (roles_[f.element] == BlockRole::main) value_[f.element] += value_of(b);
    }
    for (std::size_t i = value_.size(); --i > 0;) {
      value_[shape_.elements[i].parent] += std::max(value_[i], -100.0);
    }
    double best = 0;
    container_ = 0;
    for (std::size_t i = 0; i < value_.size(); ++i) {
      if (value_[i] >= best && value_[i] > 0) {
        best = value_[i];
        container_ = i;
      }
    }
    if (!rules_.claims) return;
    for (const Claim claim : {Claim::article_body, Claim::article, Claim::content}) {
      std::size_t chosen = 0;
      for (std::size_t i = 1; i < value_.size(); ++i) {
        if (shape_.elements[i].hint.claim == claim && roles_[i] == BlockRole::main &&
            value_[i] > 0.4 * best && (chosen == 0 || value_[i] > value_[chosen])) {
          chosen = i;
        }
      }
      if (chosen != 0) {
        container_ = claim == Claim::article_body ? with_siblings(chosen) : chosen;
        return;
      }
    }
  }

  std::size_t article_of(std::size_t i) const {
    while (i != 0 && shape_.elements[i].hint.claim != Claim::article) i = shape_.elements[i].parent;
    return i;
  }

  // Bodies in several pieces: the smallest part with all of them.
  std::size_t with_siblings(std::size_t chosen) const {
    std::size_t all = chosen;
    for (std::size_t i = 1; i < value_.size(); ++i) {
      if (shape_.elements[i].hint.claim != Claim::article_body || roles_[i] != BlockRole::main || value_[i] < 0.1 * value_[chosen]) continue;
      if (article_of(i) != article_of(chosen)) continue;
      std::size_t one = i;
      std::size_t other = all;
      while (one != other) {
        std::size_t& deeper = one > other ? one : other;
        deeper = shape_.elements[deeper].parent;
      }
      all = one;
    }
    return value_[all] >= value_[chosen] ? all : chosen;
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
      if (block.role != BlockRole::main) continue;
      if (!inside[f.element]) {
        block.role = BlockRole::outside;
      } else if (block.kind == BlockKind::caption && rules_.captions) {
        block.role = BlockRole::caption;
      } else if (f.link_share() >= 0.6 && f.letters < 200) {
        block.role = BlockRole::links;
      }
    }
    if (!getenv("NO_TRIM")) trim();
    if (!getenv("NO_LEAD")) add_lead();
    if (!getenv("NO_BYLINE")) find_bylines();
    // headings need text
    bool has_text = false;
    if (!getenv("NO_HEAD"))
    for (std::size_t b = page_.blocks.size(); b-- > 0;) {
      PageBlock& block = page_.blocks[b];
      if (block.role == BlockRole::caption || block.role == BlockRole::byline || block.role == BlockRole::sharing || block.role == BlockRole::advertising) continue;
      if (block.kind != BlockKind::heading) has_text = block.role == BlockRole::main;
      else if (block.role == BlockRole::main && !has_text) block.role = BlockRole::outside;
    }
  }

  // The contiguous part with the greatest value.
  void trim() {
    if (shape_.elements[container_].hint.claim == Claim::article_body && !getenv("TRIM_ALL")) return;
    static const double cost = getenv("COST") ? atof(getenv("COST")) : 20;
    double sum = 0, best = 0;
    std::size_t from = 0, best_from = 0, best_to = 0;
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const BlockRole role = page_.blocks[b].role;
      if (role == BlockRole::outside) continue;
      double v = 0;
      if (role == BlockRole::main) { v = value_of(b); if (v == -5) v = -cost; }
      else if (role == BlockRole::links || role == BlockRole::related) v = -std::min(60.0, double(shape_.facts[b].letters));
      if (sum <= 0) { sum = 0; from = b; }
      sum += v;
      if (sum > best) { best = sum; best_from = from; best_to = b + 1; }
    }
    if (best == 0) return;
    while (best_from > 0 && (page_.blocks[best_from - 1].kind == BlockKind::heading)) --best_from;
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      if (page_.blocks[b].is_main() && (b < best_from || b >= best_to)) page_.blocks[b].role = BlockRole::outside;
    }
  }

  static bool has_year(std::string_view t) {
    for (std::size_t i = 0; i + 4 <= t.size(); ++i) {
      const auto digit = [&](std::size_t k) { return k < t.size() && t[k] >= '0' && t[k] <= '9'; };
      if (((t[i] == '1' && t[i+1] == '9') || (t[i] == '2' && t[i+1] == '0')) && digit(i+2) && digit(i+3) && !digit(i+4) && (i == 0 || !digit(i-1))) return true;
      if (t[i] == ':' && i > 0 && digit(i-1) && digit(i+1) && digit(i+2) && !digit(i+3)) return true;
    }
    return false;
  }
  void find_bylines() {
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const BlockFacts& f = shape_.facts[b];
      PageBlock& block = page_.blocks[b];
      if (!block.is_main()) continue;
      if (is_good(f)) return;
      if (block.kind != BlockKind::heading && block.kind != BlockKind::table_row && f.letters < 80 && has_year(page_.text_of(block))) block.role = BlockRole::byline;
    }
  }

  // The paragraph between the title and the text.
  void add_lead() {
    std::size_t first = 0;
    while (first < page_.blocks.size() && !page_.blocks[first].is_main()) ++first;
    if (first == page_.blocks.size() || page_.blocks[first].level == 1) return;
    std::size_t title = first;
    for (std::size_t b = first; b-- > 0 && first - b < 30;) {
      if (page_.blocks[b].level == 1) { title = b; break; }
    }
    for (std::size_t b = title; b < first; ++b) {
      const BlockFacts& f = shape_.facts[b];
      if (page_.blocks[b].role == BlockRole::outside && page_.blocks[b].level != 1 && page_.blocks[b].kind != BlockKind::caption && f.marks > 0 && f.letters >= 60 && f.link_share() < 0.2) page_.blocks[b].role = BlockRole::main;
    }
  }

  const PageShape& shape_;
  const MainTextRules& rules_;
  Page& page_;
  std::vector<BlockRole>& roles_;
  std::vector<double> good_, value_;
  std::vector<char> in_article_;
  std::vector<std::uint32_t> links_;
  std::vector<std::uint32_t> titles_;
  std::size_t container_ = 0;
};

}  // namespace

void find_main_part(const PageShape& shape, const MainTextRules& rules, Page& page,
                    std::vector<BlockRole>& roles) {
  Finder(shape, rules, page, roles).find();
}

}  // namespace unspin
