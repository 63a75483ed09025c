#include "engine/audit/passage_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace unspin {
namespace {

constexpr std::uint32_t margin = 60;        // words beyond the candidate that are looked at
constexpr double verbatim_quotation = 0.8;  // of a quotation's words
constexpr double most_quoted = 0.5;         // of a page's words: more is no quotation
constexpr std::uint32_t least_run = 4;      // words between discounts that are worth judging
constexpr std::size_t most_swaps = 50;      // that a finding lists

// The model: what speaks for a copy, each at 0 for a passage that could be either.
constexpr double weight_of_judge = 0.85;   // log odds of verbatim or spun
constexpr double weight_of_score = 1.65;   // ln(nats / 100)
constexpr double weight_of_length = 6.85;  // ln(words / 30), up to 60 words: a long one is no proof
constexpr double most_words_weighed = 60;
constexpr double base = -2;
constexpr double least_evidence = 2;  // 3 in 10,000 clean pages reach it (docs/audit.md)
// A passage of which so many words were kept in place is a copy with some words changed, although
// it takes more swaps to make the judge call it spun.
constexpr double nearly_verbatim = 0.85;
constexpr double odds_if_nearly_verbatim = 0.7;  // a probability
constexpr double least_spun = 0.1;               // to be called spun, not verbatim

double log_odds(double probability) {
  const double p = std::clamp(probability, 0.0001, 0.999);
  return std::log(p / (1 - p));
}

/// Of verbatim and spun.
std::array<double, 2> probabilities_of(const Verdict& verdict) {
  if (verdict.probabilities) {
    return {(*verdict.probabilities)[static_cast<std::size_t>(Label::verbatim)],
            (*verdict.probabilities)[static_cast<std::size_t>(Label::spun)]};
  }
  return {verdict.label == Label::verbatim ? 1.0 : 0.0, verdict.label == Label::spun ? 1.0 : 0.0};
}

/// What a page word says for being part of the passage. In a text of another origin a third of the
/// words are linked, function words nearly all: the sum falls there.
int gain_of(Likeness likeness, bool is_content) {
  switch (likeness) {
    case Likeness::identical:
    case Likeness::same_stem:
      return is_content ? 10 : 4;
    case Likeness::synonym:
    case Likeness::near_spelling:
    case Likeness::recurring:
      return 8;
    case Likeness::replaced:
      return -4;
    case Likeness::none:
      break;
  }
  return -8;
}

/// The run of words with the largest sum of gains.
template <class Gain>
auto best_run(std::uint32_t words, Gain&& gain) {
  PassageCheck::Range best;
  int sum = 0, most = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t word = 0; word < words; ++word) {
    sum += gain(word);
    if (sum <= 0) {
      sum = 0;
      begin = word + 1;
    } else if (sum > most) {
      most = sum;
      best = {begin, word + 1};
    }
  }
  return best;
}

std::uint32_t minus(std::uint32_t number, std::uint32_t less) {
  return number > less ? number - less : 0;
}

}  // namespace

PassageCheck::PassageCheck(const Judge& judge, const Lexicon* lexicon, std::uint32_t sampling)
    : judge_(judge), sampling_(sampling), part_({}, lexicon) {}

void PassageCheck::assign_page(std::string_view page) {
  page_ = page;
  places_.find(page, page_words_);
}

void PassageCheck::assign_original(std::string_view original) {
  original_ = original;
  places_.find(original, original_words_);
}

std::string_view PassageCheck::cut(TextIndex which, Range range) const {
  const bool is_page = which == TextIndex::rewrite;
  return range.size() == 0 ? std::string_view()
                           : (is_page ? page_words_ : original_words_)
                                 .original(is_page ? page_ : original_, range.begin, range.end - 1);
}

/// The runs of words that are not left out, a line each.
std::string PassageCheck::without(TextIndex which, Range range,
                                  const std::vector<bool>& is_left_out) const {
  std::string text;
  for (std::uint32_t begin = range.begin; begin < range.end;) {
    std::uint32_t end = begin;
    while (end < range.end && !is_left_out[end - range.begin]) {
      ++end;
    }
    if (end - begin >= least_run) {
      text += cut(which, {begin, end});
      text += '\n';
    }
    begin = end + 1;
  }
  return text;
}

std::optional<PassageCheck::Trimmed> PassageCheck::trim(Range page, Range original) {
  part_.assign(
      {.source = cut(TextIndex::source, original), .rewrite = cut(TextIndex::rewrite, page)});
  const Words& words = part_.words(TextIndex::rewrite);
  if (words.size() != page.size() || part_.words(TextIndex::source).size() != original.size()) {
    return std::nullopt;  // cut out, a text with hidden characters may be read otherwise
  }
  const Alignment& alignment = part_.alignment();
  const WordFacts& facts = part_.word_facts();
  const auto gain_of_source = [&](std::uint32_t word, Range linked) {
    const std::uint32_t to = alignment.to_rewrite[word];
    const bool is_linked = to >= linked.begin && to < linked.end;
    return gain_of(is_linked ? alignment.likeness[word] : Likeness::none,
                   facts.is_content(part_.words(TextIndex::source).id[word]));
  };
  const Range page_run = best_run(page.size(), [&](std::uint32_t word) {
    const std::uint32_t to = alignment.to_source[word];
    return to == not_aligned ? gain_of(Likeness::none, true) : gain_of_source(to, {0, page.size()});
  });
  // A stray link may lead far away: the original's side is the best run of what is linked to ours.
  const Range original_run =
      best_run(original.size(), [&](std::uint32_t word) { return gain_of_source(word, page_run); });
  Trimmed trimmed = {
      .page = {page.begin + page_run.begin, page.begin + page_run.end},
      .original = {original.begin + original_run.begin, original.begin + original_run.end}};
  for (std::uint32_t word = page_run.begin; word < page_run.end; ++word) {
    const std::uint32_t to = alignment.to_source[word];
    const bool is_linked = to >= original_run.begin && to < original_run.end;
    trimmed.to_original.push_back(is_linked ? original.begin + to : not_aligned);
    trimmed.is_identical.push_back(is_linked && alignment.likeness[to] == Likeness::identical);
  }
  return page_run.size() >= least_passage_words ? std::optional(trimmed) : std::nullopt;
}

/// Those of the passage's words; a quotation that is not word for word is none, nor is one that is
/// most of its page.
std::vector<Discount> PassageCheck::discounts_of(const Trimmed& passage,
                                                 const std::vector<Discount>& all) const {
  std::vector<Discount> discounts(all.begin() + passage.page.begin, all.begin() + passage.page.end);
  const auto quoted = static_cast<double>(std::ranges::count(discounts, Discount::quotation));
  const bool is_too_much = quoted > most_quoted * static_cast<double>(all.size());
  for (std::size_t begin = 0; begin < discounts.size();) {
    std::size_t end = begin;
    std::size_t identical = 0;
    while (end < discounts.size() && discounts[end] == Discount::quotation) {
      identical += passage.is_identical[end] ? 1u : 0u;
      ++end;
    }
    if (is_too_much ||
        static_cast<double>(identical) < verbatim_quotation * static_cast<double>(end - begin)) {
      std::fill(discounts.begin() + static_cast<std::ptrdiff_t>(begin),
                discounts.begin() + static_cast<std::ptrdiff_t>(end), Discount::none);
    }
    begin = end + 1;
  }
  return discounts;
}

/// Whether what is left is a copy.
bool PassageCheck::judge(const Trimmed& passage, const std::vector<Discount>& discounts,
                         FoundPassage& out) {
  std::vector<bool> page_left_out(passage.page.size()), original_left_out(passage.original.size());
  std::uint32_t left_out = 0;
  for (std::size_t word = 0; word < discounts.size(); ++word) {
    ++out.words[static_cast<std::size_t>(discounts[word])];
    if (discounts[word] != Discount::none) {
      ++left_out;
      page_left_out[word] = true;
      if (const std::uint32_t to = passage.to_original[word]; to != not_aligned) {
        original_left_out[to - passage.original.begin] = true;
      }
    }
  }
  const std::uint32_t words = passage.page.size() - left_out;
  if (words < least_passage_words) {
    return false;
  }
  std::string page, original;
  if (left_out > 0) {
    page = without(TextIndex::rewrite, passage.page, page_left_out);
    original = without(TextIndex::source, passage.original, original_left_out);
    part_.assign({.source = original, .rewrite = page});
  } else {
    part_.assign({.source = cut(TextIndex::source, passage.original),
                  .rewrite = cut(TextIndex::rewrite, passage.page)});
  }
  out.verdict = judge_.verdict(part_);
  if (!decide(words, out.score * sampling_ * words / passage.page.size(), out)) {
    return false;
  }
  out.swaps = part_.swaps().rows;
  out.swaps.resize(std::min(out.swaps.size(), most_swaps));
  return true;
}

/// Of the longer one's words, those that stand where they stood.
double PassageCheck::kept_share() {
  const Alignment& alignment = part_.alignment();
  std::size_t kept = 0;
  for (std::size_t word = 0; word < alignment.likeness.size(); ++word) {
    kept += alignment.is_kept(word) ? 1u : 0u;
  }
  const std::size_t words = std::max(alignment.to_rewrite.size(), alignment.to_source.size());
  return words == 0 ? 0 : static_cast<double>(kept) / static_cast<double>(words);
}

bool PassageCheck::decide(std::uint32_t words, double score, FoundPassage& out) {
  const auto [verbatim, spun] = probabilities_of(out.verdict);
  const double copied = verbatim + spun < odds_if_nearly_verbatim && kept_share() >= nearly_verbatim
                            ? odds_if_nearly_verbatim
                            : verbatim + spun;
  const double evidence =
      base + weight_of_judge * log_odds(copied) +
      weight_of_score * std::log(std::max(score, 1.0) / 100) +
      weight_of_length * std::log(std::min<double>(words, most_words_weighed) / 30);
  out.label = spun > std::max(verbatim, least_spun) ? Label::spun : Label::verbatim;
  out.confidence = 1 / (1 + std::exp(-evidence));
  return evidence >= least_evidence;
}

std::optional<FoundPassage> PassageCheck::check(const CandidatePassage& candidate, Range free,
                                                const std::vector<Discount>& discounts) {
  const auto original_size = static_cast<std::uint32_t>(original_words().size());
  const Range page = {std::max(free.begin, minus(candidate.page_begin, margin)),
                      std::min(free.end, candidate.page_end + margin)};
  const Range original = {minus(candidate.original_begin, margin),
                          std::min(original_size, candidate.original_end + margin)};
  if (page.begin >= page.end || original.begin >= original.end) {
    return std::nullopt;  // the index belongs to another text
  }
  const std::optional<Trimmed> passage = trim(page, original);
  if (!passage) {
    return std::nullopt;
  }
  FoundPassage found = {.score = candidate.score};
  if (!judge(*passage, discounts_of(*passage, discounts), found)) {
    return std::nullopt;
  }
  const RangeFinder in_page(page_, page_words_);
  const RangeFinder in_original(original_, original_words_);
  found.page = in_page.of(passage->page.begin, passage->page.end);
  found.original = in_original.of(passage->original.begin, passage->original.end);
  return found;
}

}  // namespace unspin
