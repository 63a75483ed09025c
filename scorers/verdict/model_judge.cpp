#include "scorers/verdict/model_judge.hpp"

#include <fmt/format.h>

#include "scorers/term/addresses.hpp"
#include "scorers/term/names.hpp"
#include "scorers/term/numbers.hpp"
#include "scorers/term/quotations.hpp"
#include "scorers/term/terms.hpp"
#include "scorers/verdict/reasons.hpp"

namespace unspin {
namespace {

/// Without an opinion: there are no weights for such a pair.
Verdict not_judged(const VerdictFeatures& f) {
  Verdict verdict;
  verdict.reasons.push_back(
      length_of(f) == TextLength::too_short
          ? fmt::format("{} and {} words; from {} on a verdict means something", f.source_words,
                        f.rewrite_words, least_words_of_sentence)
          : fmt::format("{} and {} words; the model was not fitted to texts of this length",
                        f.source_words, f.rewrite_words));
  return verdict;
}

}  // namespace

ModelJudge::ModelJudge(const VerdictModel& model, double max_false_flags)
    : model_(model),
      max_false_flags_(max_false_flags),
      name_(max_false_flags == default_max_false_flags
                ? model.name()
                : fmt::format("{},max-false-flags={}", model.name(), max_false_flags)) {}

Verdict ModelJudge::verdict(PreparedPair& pair) const { return verdict(pair, false); }

Verdict ModelJudge::explained(PreparedPair& pair) const { return verdict(pair, true); }

Verdict ModelJudge::verdict(PreparedPair& pair, bool with_factors) const {
  const VerdictFeatures features = verdict_features(pair);
  if (features.same_words) {
    return {.label = Label::verbatim,
            .confidence = 1,
            .probabilities = surely_verbatim,
            .reasons = {"word for word the same text"}};
  }
  const TextLength length = length_of(features);
  const VerdictSection* section = model_.section_for(length, pair.lexicon() != nullptr);
  if (section == nullptr) {
    return not_judged(features);
  }
  Verdict verdict;
  const auto probabilities = section->probabilities(features);
  verdict.probabilities = probabilities;
  verdict.label = section->decide(probabilities, max_false_flags_);
  verdict.confidence = probabilities[static_cast<std::size_t>(verdict.label)];
  const Weighing weighing = weigh(verdict.label, *section, features, probabilities);
  verdict.reasons = reasons_for(weighing, *section, features, pair.swaps());
  const double spun = probabilities[static_cast<std::size_t>(Label::spun)];
  if (verdict.label != Label::spun && spun > *verdict.confidence) {
    verdict.reasons.push_back(
        fmt::format("spun is more probable ({:.2f}), but so is it for more than {:.2g}% of honest "
                    "rewrites: look at the swaps (--max-false-flags)",
                    spun, 100 * max_false_flags_));
  }
  if (section->is_unsure(verdict.label, probabilities)) {
    verdict.reasons.insert(
        verdict.reasons.begin(),
        fmt::format("{} and {} words leave it open: {} is the best guess, with probability {:.2f}",
                    features.source_words, features.rewrite_words, name_of(verdict.label),
                    *verdict.confidence));
    verdict.label = Label::too_short;
    verdict.confidence.reset();
  } else if (with_factors) {
    verdict.factors = factors_of(weighing, *section, features);
    verdict.against = weighing.against;
    verdict.head_start = weighing.head_start;
  }
  return verdict;
}

Judgement ModelJudge::judge(PreparedPair& pair) const {
  Judgement judgement;
  judgement.verdict = verdict(pair);
  judgement.evidence = evidence_of(pair);
  judgement.evidence.terms = pair.shared(find_terms);
  judgement.evidence.names = pair.shared(find_names);
  judgement.evidence.numbers = pair.shared(find_numbers);
  judgement.evidence.urls = pair.shared(find_urls);
  judgement.evidence.quotes = pair.shared(find_quotes);
  if (pair.lexicon() != nullptr && pair.lexicon()->info().language != "en") {
    judgement.evidence.issues.push_back(
        {.code = "not_calibrated",
         .message = fmt::format("the verdict was fitted to English; for \"{}\" its confidence is a "
                                "guess, the swaps are not",
                                pair.lexicon()->info().language)});
  }
  return judgement;
}

}  // namespace unspin
