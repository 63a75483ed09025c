#include "scorers/verdict/rule_judge.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "scorers/catalogue.hpp"
#include "scorers/term/terms.hpp"

namespace unspin {
namespace {

// Where the thresholds stand, and what was measured there: 1,622 pairs of honest document-level
// text (independent translations, revisions, plain-language rewrites, templates, quotations, texts
// on the same subject), one real spun article and four in its manner.

/// A spinner swaps one content word in six or seven in place; real ones have a median of 13–14 for
/// each 100 words. Honest texts end at 9.9, but for one translation of Don Quixote against another
/// with 13.1.
constexpr double spun_density = 10;
/// Below that density both signs of a machine must be there, above this one neither.
constexpr double spun_density_with_both_signs = 8.5;
constexpr double spun_density_alone = 14;
/// The signs: one replacement for a word throughout (spun articles have .16 to .49, those
/// translations .00), and replacements out of a thesaurus (.41 to .80; those translations .17 to
/// .33).
constexpr double machine_consistency = 0.12;
constexpr double machine_synonym_share = 0.4;

/// Revisions of one text keep more than .95 of the words in place and .8 of the 3-grams.
constexpr double verbatim_kept = 0.93;
constexpr double verbatim_containment = 0.8;

/// Unrelated articles end at .16 (jaccard), .21 (kept) and .01 (containment); those on one subject
/// mostly stay below these; honest rewordings that move whole sentences start at .41, .30 and .05.
constexpr double related_jaccard = 0.25;
constexpr double related_kept = 0.35;
constexpr double related_containment = 0.15;

/// A swap more or less moves the density of a text of 50 words by two.
constexpr std::size_t least_words = 50;

/// A density at which ordinary rewrites are rare, but spinners that swap little are found.
constexpr double suspicious_density = 6;

std::vector<Selected> feature_metrics() {
  std::vector<Selected> metrics;
  for (const std::string_view asked :
       {"word_lcs", "containment", "jaccard", "substitution_density:content",
        "substitution_consistency", "synonym_share"}) {
    select(asked, metrics);
  }
  return metrics;
}

std::string constant_mappings(const SwapTable& swaps) {
  std::string text;
  int listed = 0;
  for (const Substitution& row : swaps.rows) {
    if (row.kind != SwapKind::constant || row.available == 0 || listed == 3) {
      continue;
    }
    text += fmt::format("{}{} → {} {} of {} times", listed == 0 ? "" : ", ", row.from, row.to,
                        row.count, row.available);
    ++listed;
  }
  return text;
}

std::string swap_rate(const VerdictFeatures& f) {
  return fmt::format("{:.1f} content words swapped in place for each 100", f.content_density);
}

std::vector<std::string> reasons_for(Label label, const VerdictFeatures& f,
                                     const SwapTable& swaps) {
  std::vector<std::string> reasons;
  const auto say = [&reasons](std::string reason) { reasons.push_back(std::move(reason)); };
  switch (label) {
    case Label::spun: {
      say(swap_rate(f) +
          "; people's own rewrites mostly stay under 6, even two translations of one "
          "book mostly under 10");
      if (const std::string constant = constant_mappings(swaps); !constant.empty()) {
        say(constant + ": one word, one replacement");
      }
      if (f.synonym_share >= machine_synonym_share) {
        say(fmt::format("{:.0f}% of the swapped words became what a thesaurus lists beside them",
                        100 * f.synonym_share));
      }
      say(
          fmt::format("the order is kept (word_lcs {:.2f}) while the wording is not (3-word runs "
                      "shared {:.2f})",
                      f.word_lcs, f.containment));
      break;
    }
    case Label::verbatim:
      if (f.same_words) {
        say("word for word the same text");
        break;
      }
      say(fmt::format(
          "{:.0f}% of the words of the shorter text stand in their places; {:.0f}% of the "
          "rewrite's 3-word runs are the original's",
          100 * f.kept, 100 * f.containment));
      break;
    case Label::paraphrase:
      say(
          fmt::format("the two share much of their vocabulary (jaccard {:.2f}), and {:.0f}% of the "
                      "shorter text's words stand in place",
                      f.jaccard, 100 * f.kept));
      say(f.content_density >= suspicious_density
              ? swap_rate(f) +
                    ": more than most honest rewrites and less than most spinners; "
                    "look at the swaps before you trust this label"
              : swap_rate(f) + "; a spinner leaves 10 and more");
      break;
    case Label::unrelated:
      say(fmt::format(
          "little in common: {:.0f}% of the shorter text's words in place, {:.0f}% of the "
          "3-word runs, jaccard {:.2f}",
          100 * f.kept, 100 * f.containment, f.jaccard));
      break;
    case Label::too_short:
      say(fmt::format("{} and {} words; from {} on a verdict means something", f.source_words,
                      f.rewrite_words, least_words));
      break;
  }
  return reasons;
}

}  // namespace

VerdictFeatures verdict_features(PreparedPair& pair) {
  static const std::vector<Selected> metrics = feature_metrics();
  std::vector<Score> scores;
  score_pair(pair, metrics, scores);
  const auto value = [&](std::size_t i) {
    return std::isnan(scores[i].values[0]) ? 0 : scores[i].values[0];
  };
  const Words& source = pair.words(TextIndex::source);
  const Words& rewrite = pair.words(TextIndex::rewrite);
  const Alignment& alignment = pair.alignment();
  std::size_t kept = 0;
  for (std::size_t i = 0; i < source.size(); ++i) {
    kept += alignment.is_kept(i) ? 1u : 0u;
  }
  const std::size_t shorter = std::min(source.size(), rewrite.size());

  VerdictFeatures f;
  f.source_words = source.size();
  f.rewrite_words = rewrite.size();
  f.same_words = source.size() > 0 && source.id == rewrite.id;
  f.kept = shorter > 0 ? static_cast<double>(kept) / static_cast<double>(shorter) : 0;
  f.word_lcs = value(0);
  f.containment = value(1);
  f.jaccard = value(2);
  f.content_density = value(3);
  f.consistency = value(4);
  f.synonym_share = value(5);
  return f;
}

Label label_of(const VerdictFeatures& f) {
  if (f.same_words) {
    return Label::verbatim;
  }
  if (std::min(f.source_words, f.rewrite_words) < least_words) {
    return Label::too_short;
  }
  const bool is_constant = f.consistency >= machine_consistency;
  const bool is_from_thesaurus = f.synonym_share >= machine_synonym_share;
  if (f.content_density >= spun_density_alone ||
      (f.content_density >= spun_density && (is_constant || is_from_thesaurus)) ||
      (f.content_density >= spun_density_with_both_signs && is_constant && is_from_thesaurus)) {
    return Label::spun;
  }
  if (f.kept >= verbatim_kept && f.containment >= verbatim_containment) {
    return Label::verbatim;
  }
  const bool is_related = f.jaccard >= related_jaccard || f.kept >= related_kept ||
                          f.containment >= related_containment;
  return is_related ? Label::paraphrase : Label::unrelated;
}

Judgement RuleJudge::judge(PreparedPair& pair) const {
  const VerdictFeatures features = verdict_features(pair);
  Judgement judgement;
  judgement.verdict.label = label_of(features);
  judgement.verdict.reasons = reasons_for(judgement.verdict.label, features, pair.swaps());
  judgement.evidence = evidence_of(pair);
  judgement.evidence.terms = pair.shared(find_terms);
  return judgement;
}

}  // namespace unspin
