#include "tests/audit/measures.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace unspin::audit_set {
namespace {

Span common(Span a, Span b) {
  const std::size_t begin = std::max(a.begin, b.begin);
  return {begin, std::max(begin, std::min(a.end, b.end))};
}

std::size_t size_of_union(std::vector<Span> spans) {
  std::ranges::sort(spans, {}, &Span::begin);
  std::size_t size = 0, end = 0;
  for (const Span& span : spans) {
    const std::size_t begin = std::max(span.begin, end);
    end = std::max(end, span.end);
    size += end - std::min(begin, end);
  }
  return size;
}

using Passages = std::vector<CopiedPassage>;

auto texts_of(const CopiedPassage& passage) { return std::pair(passage.page, passage.original); }

/// What of a passage others of the same page and original share, and how many they are.
struct Shared {
  double share = 0;
  std::size_t others = 0;
};

Shared shared(const CopiedPassage& passage, std::span<const CopiedPassage> others) {
  std::vector<Span> in_page, in_original;
  for (const CopiedPassage& other : others) {
    const Span page = common(passage.in_page, other.in_page);
    const Span original = common(passage.in_original, other.in_original);
    if (page.size() > 0 && original.size() > 0) {
      in_page.push_back(page);
      in_original.push_back(original);
    }
  }
  const std::size_t number = in_page.size();
  const std::size_t size = passage.in_page.size() + passage.in_original.size();
  const std::size_t hit = size_of_union(std::move(in_page)) + size_of_union(std::move(in_original));
  return {size == 0 ? 0 : static_cast<double>(hit) / static_cast<double>(size), number};
}

struct Mean {
  double sum = 0;
  std::size_t count = 0;
  void add(double value) {
    sum += value;
    ++count;
  }
  double value(double empty) const { return count == 0 ? empty : sum / static_cast<double>(count); }
};

/// `take(shared)` for each passage; both lists are sorted by their texts.
template <class Take>
void for_each_shared(const Passages& passages, const Passages& others, Take&& take) {
  for (const CopiedPassage& passage : passages) {
    const auto range = std::ranges::equal_range(others, texts_of(passage), {}, texts_of);
    take(shared(passage, {range.begin(), range.end()}));
  }
}

}  // namespace

Interval wilson(std::size_t hits, std::size_t tries) {
  return tries == 0 ? Interval{0, 1} : unspin::wilson(hits, tries);
}

Plagdet plagdet(Passages cases, Passages detections) {
  std::ranges::sort(cases, {}, texts_of);
  std::ranges::sort(detections, {}, texts_of);
  Mean precision, recall, granularity;
  for_each_shared(detections, cases, [&](const Shared& hit) { precision.add(hit.share); });
  for_each_shared(cases, detections, [&](const Shared& hit) {
    recall.add(hit.share);
    if (hit.others > 0) {
      granularity.add(static_cast<double>(hit.others));
    }
  });
  Plagdet result{.precision = precision.value(0),
                 .recall = recall.value(0),
                 .granularity = granularity.value(1)};
  const double sum = result.precision + result.recall;
  if (sum > 0) {
    result.plagdet = 2 * result.precision * result.recall / sum / std::log2(1 + result.granularity);
  }
  return result;
}

}  // namespace unspin::audit_set
