#include "engine/audit/discounts.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <xxhash.h>

#include "engine/text/unfold.hpp"

namespace unspin {
namespace {

constexpr std::size_t ignored_run = 5;  // words
constexpr std::size_t common_run = 10;  // words
constexpr std::size_t slot_words = 6;   // that a template leaves open: a name, a date
constexpr std::size_t beside_slot = 5;  // common words on either side of one

std::uint64_t hash_of(std::span<const std::uint64_t, ignored_run> words) {
  return XXH3_64bits(words.data(), words.size_bytes());
}

/// Sets the discount of the words from `begin` to before `end`.
void mark(std::size_t begin, std::size_t end, Discount discount, std::vector<Discount>& discounts) {
  std::fill(discounts.begin() + static_cast<std::ptrdiff_t>(begin),
            discounts.begin() + static_cast<std::ptrdiff_t>(end), discount);
}

void mark_quotation(const QuotedRange& quoted, const Words& words,
                    std::vector<Discount>& discounts) {
  const auto begin = static_cast<std::size_t>(std::ranges::lower_bound(words.begin, quoted.begin) -
                                              words.begin.begin());
  const auto end =
      static_cast<std::size_t>(std::ranges::upper_bound(words.end, quoted.end) - words.end.begin());
  mark(begin, std::max(begin, end), Discount::quotation, discounts);
}

/// Lines behind ">", as mail and Markdown quote.
void mark_quoted_lines(std::string_view text, const Words& words,
                       std::vector<Discount>& discounts) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (text[begin] == '>') {
      mark_quotation({begin, end}, words, discounts);
    }
    begin = end + 1;
  }
}

/// Runs of common words, with the slots between them.
void mark_common(const std::vector<bool>& is_common, std::vector<Discount>& discounts) {
  struct Run {
    std::size_t begin, end;
    std::size_t size() const { return end - begin; }
  };
  std::vector<Run> runs;
  const std::size_t words = std::min(is_common.size(), discounts.size());
  for (std::size_t begin = 0; begin < words; ++begin) {
    std::size_t end = begin;
    while (end < words && is_common[end]) {
      ++end;
    }
    const Run run = {begin, end};
    if (!runs.empty() && begin - runs.back().end <= slot_words && run.size() >= beside_slot &&
        runs.back().size() >= beside_slot) {
      runs.back().end = end;
    } else if (run.size() > 0) {
      runs.push_back(run);
    }
    begin = end;
  }
  for (const Run& run : runs) {
    if (run.size() >= common_run) {
      mark(run.begin, run.end, Discount::common, discounts);
    }
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

std::uint64_t IgnoredTexts::fingerprint() const {
  return std::accumulate(runs_.begin(), runs_.end(), std::uint64_t{0});
}

void IgnoredTexts::mark(std::string_view text, std::vector<Discount>& discounts) const {
  Unfolded unfolded;
  Unfolder().unfold(text, unfolded);
  std::array<std::uint64_t, ignored_run> run{};
  std::size_t words = 0;
  WordSegmenter().for_each_word(
      unfolded.is_changed ? std::string_view(unfolded.text) : text,
      [&](WordSegmenter::Segment, std::string_view folded) {
        std::shift_left(run.begin(), run.end(), 1);
        run.back() = XXH3_64bits(folded.data(), folded.size());
        ++words;
        if (words >= ignored_run && words <= discounts.size() && runs_.contains(hash_of(run))) {
          unspin::mark(words - ignored_run, words, Discount::ignored, discounts);
        }
      });
}

void find_discounts(const DiscountSources& sources, const Words& words,
                    std::vector<Discount>& discounts) {
  discounts.assign(words.size(), Discount::none);
  for (const QuotedRange& quoted : sources.quoted) {
    mark_quotation(quoted, words, discounts);
  }
  for (const QuotedRange& quoted : quoted_ranges(sources.text)) {
    mark_quotation(quoted, words, discounts);
  }
  mark_quoted_lines(sources.text, words, discounts);
  if (sources.common != nullptr) {
    mark_common(*sources.common, discounts);
  }
  if (sources.ignored != nullptr && !sources.ignored->empty()) {
    sources.ignored->mark(sources.text, discounts);
  }
}

}  // namespace unspin
