#include "engine/audit/page_audit.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace unspin {
namespace {

constexpr std::size_t least_checks = 32;     // of a page
constexpr std::size_t words_of_check = 100;  // a longer page has more
constexpr double explained_share = 0.5;      // of a candidate's page words
constexpr double as_good = 0.8;              // of the score of the passage that explains it
constexpr std::size_t most_also = 10;
constexpr std::uint8_t most_failures = 3;

double share(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / whole;
}

}  // namespace

PageAudit::PageAudit(const AuditMeans& means)
    : means_(means),
      search_(means.index),
      check_(means.judge, means.lexicon, means.index.options().sampling) {}

void PageAudit::audit(const AuditedPage& page, PageAuditResult& result) {
  result.findings.clear();
  result.search_score = 0;
  result.is_original = false;
  result.words = search_.find(page.text, candidates_);
  if (!page.address.empty()) {
    std::erase_if(candidates_, [&](const CandidatePassage& candidate) {
      const bool is_same = means_.index.label(candidate.original).address == page.address;
      result.is_original = result.is_original || is_same;
      return is_same;
    });
  }
  for (const CandidatePassage& candidate : candidates_) {
    result.search_score = std::max(result.search_score, candidate.score);
  }
  if (!candidates_.empty()) {
    order_candidates();
    check(page, result);
    finish(result);
  }
}

/// Original by original, the one with the best candidate first.
void PageAudit::order_candidates() {
  std::map<std::uint32_t, double> best;
  for (const CandidatePassage& candidate : candidates_) {
    double& score = best[candidate.original];
    score = std::max(score, candidate.score);
  }
  std::ranges::stable_sort(candidates_, [&](const CandidatePassage& a, const CandidatePassage& b) {
    return a.original == b.original               ? a.score > b.score
           : best[a.original] != best[b.original] ? best[a.original] > best[b.original]
                                                  : a.original < b.original;
  });
}

void PageAudit::check(const AuditedPage& page, PageAuditResult& result) {
  prepare(page);
  std::size_t checks_left = least_checks + result.words / words_of_check;
  std::uint32_t at_hand = means_.index.end();
  for (const CandidatePassage& candidate : candidates_) {
    if (checks_left == 0) {
      break;
    }
    if (is_explained(candidate, result) || has_failed(candidate)) {
      continue;
    }
    --checks_left;
    if (candidate.original != at_hand) {
      at_hand = candidate.original;
      means_.index.unpack_text(at_hand, unpacker_, original_);
      check_.assign_original(original_);
    }
    std::optional<FoundPassage> passage =
        check_.check(candidate, free_words(candidate), discounts_);
    if (passage && discount_common_words(page, passage->page)) {
      passage = check_.check_again(discounts_);
    }
    if (passage) {
      check_.find_changes(*passage);
      accept(candidate.original, std::move(*passage), result);
    } else {
      note_failure(candidate);
    }
  }
}

void PageAudit::prepare(const AuditedPage& page) {
  check_.assign_page(page.text);
  find_discounts({.text = page.text, .quoted = page.quoted, .ignored = means_.ignored},
                 check_.page_words(), discounts_);
  const std::size_t words = check_.page_words().size();
  is_common_.assign(words, false);
  failures_.assign(words, 0);
  owner_.assign(words, {});
}

/// Whether the passage has any. Only for passages that would be accused: for all of the page it
/// takes longer than to search it.
bool PageAudit::discount_common_words(const AuditedPage& page, const TextRange& passage) {
  search_.mark_common_words(passage.begin_word, passage.end_word, is_common_);
  find_discounts(
      {.text = page.text, .quoted = page.quoted, .common = &is_common_, .ignored = means_.ignored},
      check_.page_words(), discounts_);
  const auto words = is_common_.begin();
  return std::find(words + passage.begin_word, words + passage.end_word, true) !=
         words + passage.end_word;
}

/// Whether most of the candidate's words are those of a passage that was found; if that is of
/// another original which fits no better, this one is named beside it.
bool PageAudit::is_explained(const CandidatePassage& candidate, PageAuditResult& result) const {
  const auto end = std::min<std::size_t>(candidate.page_end, owner_.size());
  std::uint32_t explained = 0;
  Owner owner;
  for (std::size_t word = candidate.page_begin; word < end; ++word) {
    if (owner_[word].finding != 0) {
      ++explained;
      owner = owner_[word];
    }
  }
  if (share(explained, candidate.page_end - candidate.page_begin) < explained_share) {
    return false;
  }
  Finding& finding = result.findings[owner.finding - 1];
  if (finding.original != candidate.original &&
      candidate.score >= as_good * finding.passages[owner.passage - 1].score &&
      finding.also.size() < most_also &&
      std::ranges::find(finding.also, candidate.original) == finding.also.end()) {
    finding.also.push_back(candidate.original);
  }
  return true;
}

/// Whether better originals of the same words were no copies' originals: then this one, which the
/// words agree with less, is not looked at. Manuals have sentences that dozens of pages vary.
bool PageAudit::has_failed(const CandidatePassage& candidate) const {
  const std::size_t middle = (std::size_t{candidate.page_begin} + candidate.page_end) / 2;
  return middle < failures_.size() && failures_[middle] == most_failures;
}

void PageAudit::note_failure(const CandidatePassage& candidate) {
  const auto end = std::min<std::size_t>(candidate.page_end, failures_.size());
  for (std::size_t word = candidate.page_begin; word < end; ++word) {
    failures_[word] = std::min<std::uint8_t>(failures_[word] + 1, most_failures);
  }
}

/// The candidate's page words and those on either side, up to the next passage that was found: so
/// that neighbouring passages never claim the same words.
PassageCheck::Range PageAudit::free_words(const CandidatePassage& candidate) const {
  const auto is_free = [&](std::uint32_t word) { return owner_[word].finding == 0; };
  const auto words = static_cast<std::uint32_t>(owner_.size());
  PassageCheck::Range free = {candidate.page_begin, std::min(candidate.page_end, words)};
  while (free.begin < free.end && !is_free(free.begin)) {
    ++free.begin;
  }
  while (free.begin < free.end && !is_free(free.end - 1)) {
    --free.end;
  }
  while (free.begin > 0 && free.begin < free.end && is_free(free.begin - 1)) {
    --free.begin;
  }
  while (free.begin < free.end && free.end < words && is_free(free.end)) {
    ++free.end;
  }
  return free;
}

void PageAudit::accept(std::uint32_t original, FoundPassage passage, PageAuditResult& result) {
  auto finding = std::ranges::find(result.findings, original, &Finding::original);
  if (finding == result.findings.end()) {
    result.findings.push_back(
        {.original = original,
         .page_words = static_cast<std::uint32_t>(check_.page_words().size()),
         .original_words = static_cast<std::uint32_t>(check_.original_words().size())});
    finding = result.findings.end() - 1;
  }
  finding->passages.push_back(std::move(passage));
  const Owner owner = {static_cast<std::uint32_t>(finding - result.findings.begin() + 1),
                       static_cast<std::uint32_t>(finding->passages.size())};
  const TextRange& range = finding->passages.back().page;
  for (std::uint32_t word = range.begin_word; word < range.end_word; ++word) {
    owner_[word] = owner_[word].finding == 0 ? owner : owner_[word];
  }
}

/// Labels, shares, and everything in its order.
void PageAudit::finish(PageAuditResult& result) {
  for (Finding& finding : result.findings) {
    std::array<std::uint32_t, label_names.size()> words{};
    std::vector<bool> in_original(finding.original_words);
    std::uint32_t page_words = 0, discounted = 0;
    for (const FoundPassage& passage : finding.passages) {
      const std::uint32_t size = passage.page.end_word - passage.page.begin_word;
      words[static_cast<std::size_t>(passage.label)] += size;
      page_words += size;
      discounted += size - passage.words[static_cast<std::size_t>(Discount::none)];
      std::fill(in_original.begin() + passage.original.begin_word,
                in_original.begin() + passage.original.end_word, true);
    }
    finding.label = words[static_cast<std::size_t>(Label::verbatim)] >
                            words[static_cast<std::size_t>(Label::spun)]
                        ? Label::verbatim
                        : Label::spun;
    for (const FoundPassage& passage : finding.passages) {
      if (passage.label == finding.label) {
        finding.confidence = std::max(finding.confidence, passage.confidence);
      }
    }
    page_words = std::min(page_words, finding.page_words);
    finding.page = {share(page_words, finding.page_words),
                    share(page_words - std::min(discounted, page_words), finding.page_words)};
    const auto original_words = static_cast<std::uint32_t>(std::ranges::count(in_original, true));
    finding.original_share = share(original_words, finding.original_words);
    std::ranges::sort(finding.passages, {},
                      [](const FoundPassage& passage) { return passage.page.begin_word; });
    std::ranges::sort(finding.also);
  }
  std::ranges::stable_sort(result.findings, std::ranges::greater(),
                           [](const Finding& finding) { return finding.page.before; });
}

}  // namespace unspin
