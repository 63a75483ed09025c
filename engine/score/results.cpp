#include "engine/score/results.hpp"

#include <fmt/format.h>
#include <unicode/uversion.h>

namespace unspin {

std::string_view Score::missing_because(const Scorer& scorer) const {
  if (outcome == Measured::over_budget) {
    return "the table of edits is larger than allowed";
  }
  return std::isnan(values[scorer.primary]) ? scorer.info.undefined_when : std::string_view{};
}

void score_pair(PreparedPair& pair, std::span<const Selected> selected,
                std::vector<Score>& scores) {
  scores.assign(selected.size(), Score{});
  for (std::size_t i = 0; i < selected.size(); ++i) {
    const Scorer& scorer = *selected[i].scorer;
    Score& score = scores[i];
    const auto statistics = std::span(score.statistics).first(scorer.statistic_count());
    const auto values = std::span(score.values).first(scorer.value_count());
    score.references = pair.reference_count();
    score.outcome = scorer.measure(selected[i].unfolds ? pair.as_meant() : pair,
                                   selected[i].settings, statistics);
    if (score.outcome == Measured::done) {
      scorer.finish(statistics, selected[i].settings, values);
    } else {
      std::fill(values.begin(), values.end(), no_value);
    }
  }
}

std::vector<RowIssue> PairResult::all_issues() const {
  std::vector<RowIssue> all(issues.begin(), issues.end());
  if (judgement != nullptr) {
    all.insert(all.end(), judgement->evidence.issues.begin(), judgement->evidence.issues.end());
  }
  return all;
}

std::string signature_of(std::string_view judge_name, const Lexicon* lexicon,
                         const Glossary* glossary) {
  UVersionInfo version{};
  u_getVersion(version);  // of the library that runs, not of its headers
  const std::string words = lexicon == nullptr ? "none"
                                               : fmt::format("{}-{:016x}", lexicon->info().language,
                                                             lexicon->info().hash);
  const std::string terms =
      glossary == nullptr ? "" : fmt::format("|glossary:{:016x}", glossary->hash());
  return fmt::format("unspin:{}|lexicon:{}|icu:{}.{}|verdict:{}{}", UNSPIN_VERSION, words,
                     version[0], version[1], judge_name.empty() ? "none" : judge_name, terms);
}

}  // namespace unspin
