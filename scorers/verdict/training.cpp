#include "scorers/verdict/training.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <limits>
#include <set>
#include <xxhash.h>

#include "engine/io/error.hpp"
#include "engine/report/printable.hpp"
#include "engine/report/validation_report.hpp"

namespace unspin {
namespace {

constexpr std::size_t least_pairs = 50;  // fewer fit nothing
constexpr std::array<double, 8> flag_rates = {0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1};

/// The pairs of one section, as rows.
struct SectionData {
  VerdictSection section;
  std::vector<std::size_t> pairs;  // numbers in the labelled set
  std::vector<VerdictFeatures> features;
  LabelledRows rows;
  std::vector<std::size_t> folds;  // by row

  std::size_t size() const { return pairs.size(); }
};

SectionData data_of(const std::vector<LabelledPair>& all, TextLength length, bool has_lexicon,
                    const TrainingOptions& options) {
  SectionData data;
  data.section.length = length;
  data.section.has_lexicon = has_lexicon;
  for (std::size_t c = 0; c < feature_count; ++c) {
    const auto feature = static_cast<Feature>(c);
    if (has_lexicon || !info_of(feature).needs_lexicon) {
      data.section.features.push_back(feature);
    }
  }
  data.rows.columns = data.section.features.size();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const VerdictFeatures& features = has_lexicon ? all[i].with_lexicon : all[i].without_lexicon;
    // The same words are verbatim without being asked.
    if (length_of(features) != length || features.same_words) {
      continue;
    }
    data.pairs.push_back(i);
    data.features.push_back(features);
    for (const Feature feature : data.section.features) {
      data.rows.values.push_back(features.scaled(feature));
    }
    const auto truth = static_cast<std::size_t>(all[i].truth);
    data.rows.classes.push_back(static_cast<std::uint8_t>(truth));
    data.rows.weights.push_back(options.class_weights[truth]);
    data.folds.push_back(XXH3_64bits(all[i].group.data(), all[i].group.size()) % options.folds);
  }
  return data;
}

/// The rows for which `is_in` holds.
template <class IsIn>
LabelledRows rows_where(const SectionData& data, IsIn&& is_in) {
  LabelledRows rows;
  rows.columns = data.rows.columns;
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (is_in(i)) {
      const auto row = data.rows.row(i);
      rows.values.insert(rows.values.end(), row.begin(), row.end());
      rows.classes.push_back(data.rows.classes[i]);
      rows.weights.push_back(data.rows.weights[i]);
    }
  }
  return rows;
}

using Probabilities = std::vector<std::array<double, probable_labels>>;

/// By row, from a model that was fitted without the row's fold.
Probabilities held_back_probabilities(const SectionData& data, double penalty,
                                      const TrainingOptions& options) {
  Probabilities all(data.size());
  const auto folds = static_cast<int>(options.folds);
#pragma omp parallel for num_threads(options.threads) schedule(dynamic) default(none) \
    shared(data, all) firstprivate(folds, penalty)
  for (int fold = 0; fold < folds; ++fold) {
    const auto is_held_back = [&](std::size_t i) {
      return data.folds[i] == static_cast<std::size_t>(fold);
    };
    const LogisticModel model =
        fit_logistic(rows_where(data, [&](std::size_t i) { return !is_held_back(i); }),
                     probable_labels, penalty);
    for (std::size_t i = 0; i < data.size(); ++i) {
      if (is_held_back(i)) {
        model.probabilities(data.rows.row(i), all[i]);
      }
    }
  }
  return all;
}

double log_loss(const SectionData& data, const Probabilities& probabilities) {
  double loss = 0;
  for (std::size_t i = 0; i < data.size(); ++i) {
    loss -= std::log(std::max(probabilities[i][data.rows.classes[i]], 1e-15));
  }
  return loss / static_cast<double>(data.size());
}

/// Probabilities of held-back pairs under the best penalty, which is returned.
double choose_penalty(const SectionData& data, const TrainingOptions& options,
                      Probabilities& best) {
  double chosen = 0;
  double least = std::numeric_limits<double>::infinity();
  for (const double penalty : options.penalties) {
    Probabilities probabilities = held_back_probabilities(data, penalty, options);
    const double loss = log_loss(data, probabilities);
    if (loss < least) {
      least = loss;
      chosen = penalty;
      best = std::move(probabilities);
    }
  }
  if (best.empty()) {
    throw Error(ErrorCode::unreadable_input, "no penalty gave weights that are numbers",
                "try another --penalty, and class weights nearer to 1");
  }
  return chosen;
}

void set_operating_points(const SectionData& data, const Probabilities& probabilities,
                          VerdictSection& section) {
  constexpr auto spun = static_cast<std::size_t>(Label::spun);
  std::vector<double> honest;
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (data.rows.classes[i] != spun) {
      honest.push_back(probabilities[i][spun]);
    }
  }
  std::sort(honest.begin(), honest.end(), std::greater<>());
  for (const double rate : flag_rates) {
    const auto allowed =
        static_cast<std::size_t>(std::floor(rate * static_cast<double>(honest.size())));
    // Above the first that must not be flagged, by more than the file's rounding.
    if (allowed < honest.size()) {
      section.operating_points.push_back({rate, honest[allowed] * (1 + 1e-5)});
    }
  }
}

void set_usual(const SectionData& data, VerdictSection& section) {
  for (const Feature feature : section.features) {
    std::vector<double> values;
    for (std::size_t i = 0; i < data.size(); ++i) {
      const auto truth = static_cast<Label>(data.rows.classes[i]);
      if (truth == Label::paraphrase) {
        values.push_back(data.features[i][feature]);
      }
    }
    std::sort(values.begin(), values.end());
    const auto percentile = [&](std::size_t hundredths) {
      return values.empty() ? 0 : values[(values.size() - 1) * hundredths / 100];
    };
    section.honest.push_back({percentile(1), percentile(50), percentile(99)});
  }
}

JudgedPair judged_by(const VerdictSection& section, const LabelledPair& pair,
                     const std::array<double, probable_labels>& probabilities,
                     double max_false_flags) {
  Label answer = section.decide(probabilities, max_false_flags);
  if (section.is_unsure(answer, probabilities)) {
    answer = Label::too_short;
  }
  return {.truth = pair.truth, .answer = answer, .probabilities = probabilities, .kind = pair.kind};
}

/// Whether there is something to hold back and something to tell apart.
void expect_variety(const SectionData& data) {
  const std::set<std::size_t> folds(data.folds.begin(), data.folds.end());
  const std::set<std::uint8_t> labels(data.rows.classes.begin(), data.rows.classes.end());
  if (folds.size() < 2 || labels.size() < 2) {
    throw Error(ErrorCode::unreadable_input,
                fmt::format("all {} pairs are of one {}", data.size(),
                            labels.size() < 2 ? "label" : "origin, or of origins in one fold"),
                "give pairs of several labels and of many origins");
  }
}

std::string counted_labels(const SectionData& data) {
  std::array<std::size_t, probable_labels> counts{};
  for (const std::uint8_t a_class : data.rows.classes) {
    ++counts[a_class];
  }
  std::string text;
  for (std::size_t k = 0; k < probable_labels; ++k) {
    text += fmt::format("{}{} {}", k == 0 ? "" : ", ", counts[k], label_names[k]);
  }
  return text;
}

/// Spun pairs of each family as judged by a model that never saw the family.
std::string report_of_families(const SectionData& data, const std::vector<LabelledPair>& pairs,
                               const VerdictSection& section, double penalty) {
  std::set<std::string> families;
  for (const std::size_t i : data.pairs) {
    families.insert(pairs[i].family);
  }
  families.erase("");
  std::string text;
  Share all;
  for (const std::string& family : families) {
    const auto is_in = [&](std::size_t i) { return pairs[data.pairs[i]].family == family; };
    const LabelledRows others = rows_where(data, [&](std::size_t i) { return !is_in(i); });
    if (others.size() == 0) {
      return {};
    }
    const LogisticModel model = fit_logistic(others, probable_labels, penalty);
    Share found;
    for (std::size_t i = 0; i < data.size(); ++i) {
      if (is_in(i) && pairs[data.pairs[i]].truth == Label::spun) {
        std::array<double, probable_labels> probabilities{};
        model.probabilities(data.rows.row(i), probabilities);
        ++found.of;
        found.count +=
            section.decide(probabilities, default_max_false_flags) == Label::spun ? 1u : 0u;
      }
    }
    text +=
        fmt::format("  {:<20} {:>5} of {:>5} found, {:.1f}%\n", shortened(printable(family), 20),
                    found.count, found.of, 100 * found.value());
    all.count += found.count;
    all.of += found.of;
  }
  return families.empty() ? text
                          : fmt::format(
                                "Spinner families, each left out of the fit in turn: "
                                "{} of {} found\n{}",
                                all.count, all.of, text);
}

/// What the section reached on pairs that it did not see.
std::string report_of(const SectionData& data, const std::vector<LabelledPair>& pairs,
                      const VerdictSection& section, const Probabilities& probabilities,
                      double penalty) {
  std::vector<JudgedPair> held_back;
  std::set<std::string_view> groups;
  for (std::size_t i = 0; i < data.size(); ++i) {
    const LabelledPair& pair = pairs[data.pairs[i]];
    groups.insert(pair.group);
    held_back.push_back(judged_by(section, pair, probabilities[i], default_max_false_flags));
  }
  std::string text = fmt::format(
      "\n== {} {} a lexicon\n{} pairs of {} origins: {}\nPenalty {:g}, log loss on held-back folds "
      "{:.4f}\n\n",
      section.length == TextLength::document ? "Documents" : "Sentences",
      section.has_lexicon ? "with" : "without", data.size(), groups.size(), counted_labels(data),
      penalty, log_loss(data, probabilities));
  append_validation_text(validate(held_back), text);
  return text + "\n" + report_of_families(data, pairs, section, penalty);
}

}  // namespace

VerdictModel train(const std::vector<LabelledPair>& pairs, std::string_view lexicon,
                   const TrainingOptions& options) {
  VerdictModel model;
  model.report = fmt::format(
      "Fitted to {} labelled pairs; lexicon {}; {} folds by origin, judged at no more than {:g}% "
      "false\nflags. Everything below was measured on pairs that the weights did not see.\n",
      pairs.size(), lexicon, options.folds, 100 * default_max_false_flags);
  for (const TextLength length : {TextLength::document, TextLength::sentence}) {
    for (const bool has_lexicon : {true, false}) {
      const SectionData data = data_of(pairs, length, has_lexicon, options);
      if (data.size() < least_pairs) {
        continue;
      }
      expect_variety(data);
      Probabilities probabilities;
      const double penalty = choose_penalty(data, options, probabilities);
      VerdictSection section = data.section;
      section.logistic = fit_logistic(data.rows, probable_labels, penalty);
      set_usual(data, section);
      set_operating_points(data, probabilities, section);
      model.report += report_of(data, pairs, section, probabilities, penalty);
      model.sections.push_back(std::move(section));
    }
  }
  if (model.sections.empty()) {
    throw Error(ErrorCode::unreadable_input,
                fmt::format("{} labelled pairs are too few to fit a verdict", pairs.size()),
                fmt::format("give at least {} pairs of one length", least_pairs));
  }
  return model;
}

JudgedPair judged(const VerdictModel& model, const LabelledPair& pair, bool has_lexicon,
                  double max_false_flags) {
  const VerdictFeatures& features = pair.with_lexicon;
  if (features.same_words) {
    return {.truth = pair.truth,
            .answer = Label::verbatim,
            .probabilities = surely_verbatim,
            .kind = pair.kind};
  }
  const VerdictSection* section = model.section_for(length_of(features), has_lexicon);
  if (section == nullptr) {
    return {.truth = pair.truth, .answer = Label::too_short, .kind = pair.kind};
  }
  return judged_by(*section, pair, section->probabilities(features), max_false_flags);
}

}  // namespace unspin
