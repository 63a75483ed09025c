#include "tests/audit/reworder.hpp"

#include <algorithm>
#include <utility>

#include "bench/training/spinner.hpp"
#include "tests/audit/passages.hpp"

namespace unspin::audit_set {
namespace {

constexpr double least_wild_density = 5;
constexpr double least_density = 3;

bool is_wild(const std::string& family) {
  return std::ranges::count(training::wild_families(), family) > 0;
}

}  // namespace

Reworder::Reworder(const training::Thesaurus& thesaurus,
                   std::unordered_map<std::string, training::SwapList> observed)
    : thesaurus_(thesaurus), observed_(std::move(observed)) {
  for (const std::string& family : training::all_families()) {
    if (!is_wild(family) || observed_.contains(family)) {
      families_.push_back(family);
    }
  }
}

Reworded Reworder::spin(std::string_view text, std::size_t turn, std::uint64_t seed) const {
  Reworded best;
  for (std::size_t i = 0; i < families_.size(); ++i) {
    const std::string& family = families_[(turn + i) % families_.size()];
    Reworded spun = spin_as(family, text, seed + i);
    if (i == 0 || spun.density > best.density) {
      best = std::move(spun);
    }
    if (best.density >= (is_wild(best.family) ? least_wild_density : least_density)) {
      break;
    }
  }
  return best;
}

Reworded Reworder::spin_as(const std::string& family, std::string_view text,
                           std::uint64_t seed) const {
  training::Random random(seed);
  const training::Style style = training::drawn_style(family, random);
  std::vector<const training::SwapList*> vocabularies;
  for (const std::string& name : {style.vocabulary, style.second_vocabulary}) {
    if (const auto found = observed_.find(name); found != observed_.end()) {
      vocabularies.push_back(&found->second);
    }
  }
  training::Spin spin = training::Spinner(thesaurus_, vocabularies, style).spin(text, seed);
  return {.text = as_extracted(spin.text), .family = family, .density = spin.density};
}

}  // namespace unspin::audit_set
