#include "engine/audit/discounts.hpp"

#include <algorithm>
#include <array>
#include <xxhash.h>

namespace unspin {
namespace {

constexpr std::size_t ignored_run = 5;  // words
constexpr std::size_t common_run = 10;  // words
constexpr double most_quoted = 0.5;     // of a page

std::uint64_t hash_of(std::span<const std::uint64_t, ignored_run> words) {
  return XXH3_64bits(words.data(), words.size_bytes());
}

void mark_quotations(std::string_view text, std::span<const QuotedRange> quoted, const Words& words,
                     std::vector<Discount>& discounts) {
  std::vector<bool> is_quoted(words.size());
  std::size_t count = 0;
  const auto mark = [&](const QuotedRange& range) {
    auto word = static_cast<std::size_t>(std::ranges::lower_bound(words.begin, range.begin) -
                                         words.begin.begin());
    for (; word < words.size() && words.end[word] <= range.end; ++word) {
      count += is_quoted[word] ? 0u : 1u;
      is_quoted[word] = true;
    }
  };
  std::ranges::for_each(quoted, mark);
  std::ranges::for_each(quoted_ranges(text), mark);
  if (static_cast<double>(count) >= most_quoted * static_cast<double>(words.size())) {
    return;
  }
  for (std::size_t word = 0; word < words.size(); ++word) {
    if (is_quoted[word]) {
      discounts[word] = Discount::quotation;
    }
  }
}

void mark_common(const std::vector<bool>& is_common, std::vector<Discount>& discounts) {
  const std::size_t words = std::min(is_common.size(), discounts.size());
  for (std::size_t begin = 0; begin < words;) {
    std::size_t end = begin;
    while (end < words && is_common[end]) {
      ++end;
    }
    if (end - begin >= common_run) {
      std::fill(discounts.begin() + static_cast<std::ptrdiff_t>(begin),
                discounts.begin() + static_cast<std::ptrdiff_t>(end), Discount::common);
    }
    begin = end + 1;
  }
}

}  // namespace

void IgnoredTexts::add(std::string_view text) {
  std::vector<std::uint64_t> words;
  segmenter_.for_each_word(text, [&](WordSegmenter::Segment, std::string_view folded) {
    words.push_back(XXH3_64bits(folded.data(), folded.size()));
  });
  for (std::size_t i = 0; i + ignored_run <= words.size(); ++i) {
    runs_.insert(hash_of(std::span<const std::uint64_t, ignored_run>(&words[i], ignored_run)));
  }
}

void IgnoredTexts::mark(const Words& words, const Vocabulary& vocabulary,
                        std::vector<Discount>& discounts) const {
  std::array<std::uint64_t, ignored_run> run{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::shift_left(run.begin(), run.end(), 1);
    run.back() = vocabulary.hash(words.id[i]);
    if (i + 1 >= ignored_run && runs_.contains(hash_of(run))) {
      std::fill_n(discounts.begin() + static_cast<std::ptrdiff_t>(i + 1 - ignored_run), ignored_run,
                  Discount::ignored);
    }
  }
}

void find_discounts(const DiscountSources& sources, const Words& words,
                    const Vocabulary& vocabulary, std::vector<Discount>& discounts) {
  discounts.assign(words.size(), Discount::none);
  mark_quotations(sources.text, sources.quoted, words, discounts);
  if (sources.common != nullptr) {
    mark_common(*sources.common, discounts);
  }
  if (sources.ignored != nullptr && !sources.ignored->empty()) {
    sources.ignored->mark(words, vocabulary, discounts);
  }
}

}  // namespace unspin
