#include "engine/evaluate/evaluation.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace unspin {
namespace {

/// Puts what was sampled behind the number of references, where sacreBLEU has it.
std::string with_samples(std::string signature, const EvaluationPlan& plan) {
  if (plan.test == CorpusTest::none) {
    return signature;
  }
  const char* kind = plan.test == CorpusTest::paired_randomisation ? "ar" : "bs";
  return signature.insert(signature.find('|'), fmt::format("|{}:{}|seed:{}", kind,
                                                           plan.sampling.samples, plan.seed_name));
}

std::vector<EvaluatedMetric> evaluated(std::span<const CorpusMetric> metrics,
                                       std::size_t references, const EvaluationPlan& plan) {
  std::vector<EvaluatedMetric> all;
  for (const CorpusMetric& metric : metrics) {
    std::string title = metric.title();
    if (std::ranges::find(all, title, &EvaluatedMetric::title) != all.end()) {
      title = metric.selected().key;
    }
    all.push_back({.metric = &metric,
                   .title = std::move(title),
                   .signature = with_samples(metric.signature(references, plan.lexicon), plan)});
  }
  return all;
}

CorpusScore score_of(const CorpusMetric& metric, const Measurements& measurements) {
  const std::vector<double> sums = measurements.sums();
  const auto values = metric.finish(sums);
  return {.values = values,
          .value = values[metric.scorer().primary],
          .details = metric.details(sums),
          .without_value = measurements.count_of(Measured::undefined),
          .over_budget = measurements.count_of(Measured::over_budget)};
}

/// The p-value of a difference that is none. sacreBLEU counts only larger ones, so its own metrics
/// have the smallest p there, as they must; of others chance makes such a difference always.
std::optional<double> p_of_no_difference(const CorpusMetric& metric, double difference) {
  const bool is_sacrebleus = metric.scorer().signature != nullptr;
  return difference == 0 && !is_sacrebleus ? std::optional(1.0) : std::nullopt;
}

void add_intervals(std::span<const CorpusMetric> metrics,
                   std::span<const std::vector<Measurements>> measurements,
                   const EvaluationPlan& plan, Evaluation& evaluation) {
  std::vector<Sampled> sampled;
  for (const std::vector<Measurements>& of_system : measurements) {
    for (std::size_t m = 0; m < metrics.size(); ++m) {
      sampled.push_back({&metrics[m], &of_system[m]});
    }
  }
  const std::vector<std::vector<double>> values = bootstrap(sampled, plan.sampling);
  const Mean mean = plan.test == CorpusTest::confidence ? Mean::exact : Mean::pairwise;
  for (std::size_t s = 0; s < measurements.size(); ++s) {
    for (std::size_t m = 0; m < metrics.size(); ++m) {
      const std::vector<double>& of_system = values[s * metrics.size() + m];
      CorpusScore& score = evaluation.scores[s][m];
      score.interval = interval_of(of_system, mean);
      if (s > 0 && plan.test == CorpusTest::paired_bootstrap) {
        const double difference = std::abs(evaluation.scores[0][m].value - score.value);
        score.p_value = p_of_no_difference(metrics[m], difference)
                            .value_or(paired_bootstrap_p(values[m], of_system, difference));
      }
    }
  }
}

void add_randomisation(std::span<const CorpusMetric> metrics,
                       std::span<const std::vector<Measurements>> measurements,
                       const EvaluationPlan& plan, Evaluation& evaluation) {
  std::vector<SampledPair> pairs;
  for (const std::vector<Measurements>& of_system : measurements.subspan(1)) {
    for (std::size_t m = 0; m < metrics.size(); ++m) {
      pairs.push_back({&metrics[m], &measurements[0][m], &of_system[m]});
    }
  }
  const std::vector<std::vector<double>> differences = randomised_differences(pairs, plan.sampling);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const std::size_t m = i % metrics.size();
    CorpusScore& score = evaluation.scores[1 + i / metrics.size()][m];
    const double difference = std::abs(evaluation.scores[0][m].value - score.value);
    score.p_value = p_of_no_difference(metrics[m], difference)
                        .value_or(randomisation_p(differences[i], difference));
  }
}

}  // namespace

Evaluation evaluate(const Segments& segments, std::span<const CorpusMetric> metrics,
                    std::span<const std::vector<Measurements>> measurements,
                    const EvaluationPlan& plan) {
  Evaluation evaluation{.systems = {},
                        .metrics = evaluated(metrics, segments.references.size(), plan),
                        .scores = {},
                        .references = segments.references.size(),
                        .test = plan.test,
                        .samples = plan.test == CorpusTest::none ? 0 : plan.sampling.samples};
  for (std::size_t s = 0; s < measurements.size(); ++s) {
    evaluation.systems.push_back(segments.systems[s].name);
    std::vector<CorpusScore>& scores = evaluation.scores.emplace_back();
    for (std::size_t m = 0; m < metrics.size(); ++m) {
      scores.push_back(score_of(metrics[m], measurements[s][m]));
    }
  }
  if (plan.test == CorpusTest::confidence || plan.test == CorpusTest::paired_bootstrap) {
    add_intervals(metrics, measurements, plan, evaluation);
  } else if (plan.test == CorpusTest::paired_randomisation) {
    add_randomisation(metrics, measurements, plan, evaluation);
  }
  return evaluation;
}

}  // namespace unspin
