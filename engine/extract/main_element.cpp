#include "engine/extract/main_element.hpp"

#include <algorithm>

namespace unspin {
namespace {

constexpr double most_loss = 100;  // by what an element holds that is no text: a calendar, a list

class MainElementFinder {
 public:
  MainElementFinder(const Page& page, const PageShape& shape, const std::vector<BlockRole>& roles)
      : shape_(shape), roles_(roles), values_(shape.elements.size(), 0) {
    for (std::size_t b = 0; b < page.blocks.size(); ++b) {
      const std::uint32_t element = shape.facts[b].element;
      if (roles[element] == BlockRole::main) {
        values_[element] += value_of(page.blocks[b], shape.facts[b]);
      }
    }
    for (std::size_t i = values_.size(); i-- > 1;) {
      values_[shape.elements[i].parent] += std::max(values_[i], -most_loss);
    }
  }

  /// The innermost of the greatest value.
  std::size_t most_valuable() const {
    std::size_t best = 0;
    for (std::size_t i = 1; i < values_.size(); ++i) {
      if (values_[i] > 0 && values_[i] >= values_[best]) {
        best = i;
      }
    }
    return best;
  }

  /// 0 if there is none of at least this value.
  std::size_t most_valuable_claiming(Claim claim, double least) const {
    std::size_t best = 0;
    for (std::size_t i = 1; i < values_.size(); ++i) {
      if (claims(i, claim) && values_[i] > least && (best == 0 || values_[i] > values_[best])) {
        best = i;
      }
    }
    return best;
  }

  /// A body in several pieces: the innermost element that holds all of them in the same article.
  std::size_t with_other_pieces(std::size_t body) const {
    std::vector<std::uint32_t> articles(values_.size(), 0);
    std::vector<std::uint32_t> pieces(values_.size(), 0);
    for (std::size_t i = 1; i < values_.size(); ++i) {
      const Element& element = shape_.elements[i];
      articles[i] = element.hint.claim == Claim::article ? static_cast<std::uint32_t>(i)
                                                         : articles[element.parent];
    }
    for (std::size_t i = 1; i < values_.size(); ++i) {
      pieces[i] = claims(i, Claim::article_body) && values_[i] > 0.1 * values_[body] &&
                          articles[i] == articles[body]
                      ? 1u
                      : 0u;
    }
    shape_.sum_up(pieces);
    std::size_t all = values_.size() - 1;
    while (pieces[all] < pieces[0]) {
      --all;
    }
    return values_[all] >= values_[body] ? all : body;
  }

  double value(std::size_t element) const { return values_[element]; }

 private:
  bool claims(std::size_t i, Claim claim) const {
    return shape_.elements[i].hint.claim == claim && roles_[i] == BlockRole::main;
  }

  const PageShape& shape_;
  const std::vector<BlockRole>& roles_;
  std::vector<double> values_;
};

}  // namespace

double value_of(const PageBlock& block, const BlockFacts& facts) {
  const double letters = facts.letters;
  if (facts.link_share() >= 0.5) {
    return -std::min(letters, 60.0);
  }
  if (facts.is_prose()) {
    return letters;
  }
  if (block.kind == BlockKind::heading) {
    return 0;
  }
  if (block.kind == BlockKind::table_row) {
    return 1;
  }
  return facts.marks > 0 ? letters * 0.3 : -20;
}

std::size_t find_main_element(const Page& page, const PageShape& shape,
                              const std::vector<BlockRole>& roles, const MainTextRules& rules) {
  const MainElementFinder finder(page, shape, roles);
  const std::size_t best = finder.most_valuable();
  if (!rules.claims) {
    return best;
  }
  const double enough = 0.4 * std::max(finder.value(best), 0.0);
  if (const std::size_t body = finder.most_valuable_claiming(Claim::article_body, enough)) {
    return finder.with_other_pieces(body);
  }
  const std::size_t article = finder.most_valuable_claiming(Claim::article, enough);
  return article != 0 ? article : best;
}

}  // namespace unspin
