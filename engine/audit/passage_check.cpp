#include "engine/audit/passage_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace unspin {
namespace {

// Words beyond the candidate that are looked at: first a few, which is enough to see that most are
// nothing and some are sure; more for the others, and where the passage comes near to the last of
// them.
constexpr std::uint32_t narrow_margin = 20;
constexpr std::uint32_t wide_margin = 60;
constexpr std::uint32_t near_end = 8;
constexpr double sure = 0.95;               // confidence
constexpr double verbatim_quotation = 0.8;  // of a quotation's words
constexpr double most_quoted = 0.5;         // of a page's words: more is no quotation
constexpr std::uint32_t least_run = 4;      // words between discounts that are worth judging
constexpr std::size_t most_swaps = 50;      // that a finding lists

// The model: what speaks for a copy. Evidence is the logarithm of its odds, so at 0 it is as likely
// as not; 2 in 10,000 clean pages reach that (docs/audit.md has how the weights came about).
constexpr double base = -3.5;
constexpr double weight_of_judge = 0.8;    // log odds of verbatim or spun
constexpr double weight_of_score = 1.5;    // ln(nats / 100)
constexpr double weight_of_length = 2;     // ln(words / 30), up to 60 words: a long one is no proof
constexpr double weight_of_synonyms = 34;  // content words that became a synonym, of all words
constexpr double most_words_weighed = 60;
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

/// Whether a passage comes near to an end that the wider range has not.
bool may_go_on(PassageCheck::Range passage, PassageCheck::Range narrow, PassageCheck::Range wide) {
  return (wide.begin < narrow.begin && passage.begin < narrow.begin + near_end) ||
         (wide.end > narrow.end && passage.end + near_end > narrow.end);
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

std::optional<PassageCheck::Trimmed> PassageCheck::trim(const Place& place) {
  const Range page = place.page, original = place.original;
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
  Trimmed trimmed = {.place = {.page = {page.begin + page_run.begin, page.begin + page_run.end},
                               .original = {original.begin + original_run.begin,
                                            original.begin + original_run.end}}};
  for (std::uint32_t word = page_run.begin; word < page_run.end; ++word) {
    const std::uint32_t to = alignment.to_source[word];
    const bool is_linked = to >= original_run.begin && to < original_run.end;
    trimmed.to_original.push_back(is_linked ? original.begin + to : not_aligned);
    trimmed.is_identical.push_back(is_linked && alignment.likeness[to] == Likeness::identical);
  }
  return trimmed;
}

/// Those of the passage's words; a quotation that is not word for word is none, nor is one that is
/// most of its page.
std::vector<Discount> PassageCheck::discounts_of(const Trimmed& passage,
                                                 const std::vector<Discount>& all) const {
  std::vector<Discount> discounts(all.begin() + passage.place.page.begin,
                                  all.begin() + passage.place.page.end);
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
  const Place& place = passage.place;
  std::vector<bool> page_left_out(place.page.size()), original_left_out(place.original.size());
  std::uint32_t left_out = 0;
  for (std::size_t word = 0; word < discounts.size(); ++word) {
    ++out.words[static_cast<std::size_t>(discounts[word])];
    if (discounts[word] != Discount::none) {
      ++left_out;
      page_left_out[word] = true;
      if (const std::uint32_t to = passage.to_original[word]; to != not_aligned) {
        original_left_out[to - place.original.begin] = true;
      }
    }
  }
  const std::uint32_t words = place.page.size() - left_out;
  if (words < least_passage_words) {
    return false;
  }
  std::string page, original;
  if (left_out > 0) {
    page = without(TextIndex::rewrite, place.page, page_left_out);
    original = without(TextIndex::source, place.original, original_left_out);
    part_.assign({.source = original, .rewrite = page});
  } else {
    part_.assign({.source = cut(TextIndex::source, place.original),
                  .rewrite = cut(TextIndex::rewrite, place.page)});
  }
  out.verdict = judge_.verdict(part_);
  if (!decide(words, out.score * sampling_ * words / place.page.size(), out)) {
    return false;
  }
  out.swaps = part_.swaps().rows;
  out.swaps.resize(std::min(out.swaps.size(), most_swaps));
  return true;
}

/// Of the longer text's words.
PassageCheck::Shares PassageCheck::shares() {
  const Alignment& alignment = part_.alignment();
  const WordFacts& facts = part_.word_facts();
  const Words& words = part_.words(TextIndex::source);
  std::size_t kept = 0, synonyms = 0;
  for (std::size_t word = 0; word < alignment.likeness.size(); ++word) {
    kept += alignment.is_kept(word) ? 1u : 0u;
    synonyms += alignment.likeness[word] == Likeness::synonym && facts.is_content(words.id[word]);
  }
  const auto all = static_cast<double>(
      std::max({alignment.to_rewrite.size(), alignment.to_source.size(), std::size_t{1}}));
  return {.kept = static_cast<double>(kept) / all, .synonyms = static_cast<double>(synonyms) / all};
}

bool PassageCheck::decide(std::uint32_t words, double score, FoundPassage& out) {
  const auto [verbatim, spun] = probabilities_of(out.verdict);
  const auto [kept, synonyms] = shares();
  const double copied = verbatim + spun < odds_if_nearly_verbatim && kept >= nearly_verbatim
                            ? odds_if_nearly_verbatim
                            : verbatim + spun;
  const double evidence =
      base + weight_of_judge * log_odds(copied) +
      weight_of_score * std::log(std::max(score, 1.0) / 100) +
      weight_of_length * std::log(std::min<double>(words, most_words_weighed) / 30) +
      weight_of_synonyms * synonyms;
  out.label = spun > std::max(verbatim, least_spun) ? Label::spun : Label::verbatim;
  out.confidence = 1 / (1 + std::exp(-evidence));
  return evidence >= 0;
}

PassageCheck::Place PassageCheck::around(const CandidatePassage& candidate, Range free,
                                         std::uint32_t margin) const {
  const auto original_size = static_cast<std::uint32_t>(original_words().size());
  return {.page = {std::max(free.begin, minus(candidate.page_begin, margin)),
                   std::min(free.end, candidate.page_end + margin)},
          .original = {minus(candidate.original_begin, margin),
                       std::min(original_size, candidate.original_end + margin)}};
}

void PassageCheck::find_changes(FoundPassage& out) {
  const std::string_view page_text = cut(TextIndex::rewrite, passage_->place.page);
  const std::string_view original_text = cut(TextIndex::source, passage_->place.original);
  const bool is_at_hand =
      out.words[static_cast<std::size_t>(Discount::none)] == passage_->place.page.size();
  if (!is_at_hand) {
    part_.assign({.source = original_text, .rewrite = page_text});
  }
  const RangeFinder in_page(page_text, part_.words(TextIndex::rewrite));
  const RangeFinder in_original(original_text, part_.words(TextIndex::source));
  for (const Span& span : spans_of(part_.alignment(), part_.swaps())) {
    if (span.span_class != SpanClass::identical) {
      const TextRange page = in_page.of(span.rewrite_begin, span.rewrite_end);
      const TextRange original = in_original.of(span.source_begin, span.source_end);
      out.changes.push_back({.span_class = span.span_class,
                             .page_begin = out.page.begin_byte + page.begin_byte,
                             .page_end = out.page.begin_byte + page.end_byte,
                             .original_begin = out.original.begin_byte + original.begin_byte,
                             .original_end = out.original.begin_byte + original.end_byte});
    }
  }
}

std::optional<FoundPassage> PassageCheck::check(const CandidatePassage& candidate, Range free,
                                                const std::vector<Discount>& discounts) {
  passage_.reset();
  score_ = candidate.score;
  const Place wide = around(candidate, free, wide_margin);
  if (wide.page.begin >= wide.page.end || wide.original.begin >= wide.original.end) {
    return std::nullopt;  // the index belongs to another text
  }
  const Place narrow = around(candidate, free, narrow_margin);
  passage_ = trim(narrow);
  if (!passage_ || narrow == wide) {
    return check_again(discounts);
  }
  if (!may_go_on(passage_->place.page, narrow.page, wide.page) &&
      !may_go_on(passage_->place.original, narrow.original, wide.original)) {
    std::optional<FoundPassage> found = check_again(discounts);
    if (!found || found->confidence >= sure) {
      return found;
    }
  }
  passage_ = trim(wide);
  return check_again(discounts);
}

std::optional<FoundPassage> PassageCheck::check_again(const std::vector<Discount>& discounts) {
  FoundPassage found = {.score = score_};
  if (!passage_ || passage_->place.page.size() < least_passage_words ||
      !judge(*passage_, discounts_of(*passage_, discounts), found)) {
    return std::nullopt;
  }
  const auto& [page, original] = passage_->place;
  found.page = RangeFinder(page_, page_words_).of(page.begin, page.end);
  found.original = RangeFinder(original_, original_words_).of(original.begin, original.end);
  found.original_text = original_.substr(found.original.begin_byte,
                                         found.original.end_byte - found.original.begin_byte);
  return found;
}

}  // namespace unspin
