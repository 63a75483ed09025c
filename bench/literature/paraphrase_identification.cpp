// Paraphrase identification, for comparison with the literature: how well the figures behind the
// verdict tell sentence pairs that say the same from those that do not.
//
// Not shipped, and not what the verdict is for: a logistic fit of two classes to the verdict's
// figures, or to these and the catalogue's scores, all with their squares (a fit that is linear in
// the figures cannot prefer the middle of a range). Ten folds; pairs that share a source sentence
// stay on one side. Rows are those of `unspin score --pairs` with a `label`: paraphrase, or
// anything else. Das and Smith 2009 and Madnani et al. 2012 measured accuracy and F1 on MSRP and
// PAN so.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>
#include <xxhash.h>

#include "engine/io/byte_source.hpp"
#include "engine/io/error.hpp"
#include "engine/io/pair_row.hpp"
#include "scorers/catalogue.hpp"
#include "scorers/verdict/features.hpp"
#include "scorers/verdict/logistic.hpp"

namespace unspin {
namespace {

constexpr std::uint64_t folds = 10;
constexpr double penalty = 10;

struct Sentences {
  std::vector<std::string> names;  // of the columns
  LabelledRows rows;
  std::vector<std::uint64_t> folds;
};

bool is_paraphrase(const PairRow& row) {
  return std::ranges::any_of(row.extra, [](const auto& field) {
    return field.first == "label" && field.second == "\"paraphrase\"";
  });
}

/// What a metric has no value for counts as nothing lost.
double value_or_one(double value) { return std::isfinite(value) ? value : 1; }

Sentences read(const std::string& path, const Lexicon& lexicon,
               const std::vector<Selected>& metrics) {
  Sentences sentences;
  for (std::size_t c = 0; c < feature_count; ++c) {
    sentences.names.emplace_back(info_of(static_cast<Feature>(c)).name);
  }
  for (const Selected& metric : metrics) {
    sentences.names.push_back(metric.key);
  }
  const std::size_t columns = sentences.names.size();
  for (std::size_t c = 0; c < columns; ++c) {
    sentences.names.push_back(sentences.names[c] + "²");
  }
  sentences.rows.columns = 2 * columns;

  const auto source = open_source(path);
  RecordReader reader(*source, path);
  PairRowParser parser(reader);
  PreparedPair pair({}, &lexicon);
  RecordBatch batch;
  PairRow row;
  std::vector<Score> scores;
  std::vector<double> values;
  while (reader.fill(batch, 1000, 1 << 22)) {
    for (const Record& record : batch.records) {
      if (record.issue || parser.parse(batch.view(record), record.line, row)) {
        continue;
      }
      pair.assign({row.source, row.rewrite});
      const VerdictFeatures features = verdict_features(pair);
      values.clear();
      for (std::size_t c = 0; c < feature_count; ++c) {
        values.push_back(features.scaled(static_cast<Feature>(c)));
      }
      score_pair(pair, metrics, scores);
      for (std::size_t i = 0; i < metrics.size(); ++i) {
        values.push_back(value_or_one(scores[i].values[metrics[i].scorer->primary]));
      }
      for (std::size_t c = 0; c < columns; ++c) {
        values.push_back(values[c] * values[c]);
      }
      sentences.rows.values.insert(sentences.rows.values.end(), values.begin(), values.end());
      sentences.rows.classes.push_back(is_paraphrase(row) ? 1 : 0);
      sentences.rows.weights.push_back(1);
      sentences.folds.push_back(XXH3_64bits(row.source.data(), row.source.size()) % folds);
    }
  }
  return sentences;
}

LabelledRows without_fold(const Sentences& all, std::uint64_t fold) {
  LabelledRows rows;
  rows.columns = all.rows.columns;
  for (std::size_t i = 0; i < all.rows.size(); ++i) {
    if (all.folds[i] != fold) {
      const auto row = all.rows.row(i);
      rows.values.insert(rows.values.end(), row.begin(), row.end());
      rows.classes.push_back(all.rows.classes[i]);
      rows.weights.push_back(1);
    }
  }
  return rows;
}

void measure(const std::string& name, const Sentences& all) {
  double right = 0;
  double hits = 0;
  double answered = 0;
  double paraphrases = 0;
  for (std::uint64_t fold = 0; fold < folds; ++fold) {
    const LogisticModel model = fit_logistic(without_fold(all, fold), 2, penalty);
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
      if (all.folds[i] != fold) {
        continue;
      }
      double probabilities[2];
      model.probabilities(all.rows.row(i), probabilities);
      const bool answer = probabilities[1] > 0.5;
      const bool truth = all.rows.classes[i] == 1;
      right += answer == truth ? 1 : 0;
      hits += answer && truth ? 1 : 0;
      answered += answer ? 1 : 0;
      paraphrases += truth ? 1 : 0;
    }
  }
  std::printf("%-40s %5zu pairs  accuracy %.1f  F1 %.1f\n", name.c_str(), all.rows.size(),
              100 * right / static_cast<double>(all.rows.size()),
              100 * 2 * hits / (answered + paraphrases));
}

/// The columns that carry the fit: weights on standardised figures.
void print_heaviest(const Sentences& all) {
  const LogisticModel model = fit_logistic(all.rows, 2, penalty);
  std::vector<std::size_t> order(all.rows.columns);
  for (std::size_t c = 0; c < order.size(); ++c) {
    order[c] = c;
  }
  const auto weight = [&](std::size_t c) {
    return model.weights[all.rows.columns + c] - model.weights[c];
  };
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return std::fabs(weight(a)) > std::fabs(weight(b));
  });
  std::printf("  carried by");
  for (std::size_t i = 0; i < std::min<std::size_t>(8, order.size()); ++i) {
    std::printf("%s %s %+.2f", i == 0 ? "" : ",", all.names[order[i]].c_str(), weight(order[i]));
  }
  std::printf("\n");
}

int run(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: unspin_paraphrase_identification LEXICON PAIRS...\n");
    return 2;
  }
  const auto lexicon = Lexicon::open(arguments[1]);
  std::vector<Selected> metrics;
  for (const char* asked : {"ngram", "edit", "term", "length_ratio"}) {
    select(asked, metrics);
  }
  for (int i = 2; i < count; ++i) {
    const std::string path = arguments[i];
    std::printf("%s\n", path.c_str());
    measure("the verdict's figures", read(path, *lexicon, {}));
    const Sentences all = read(path, *lexicon, metrics);
    measure("and the catalogue's scores", all);
    print_heaviest(all);
  }
  return 0;
}

}  // namespace
}  // namespace unspin

int main(int count, char** arguments) {
  try {
    return unspin::run(count, arguments);
  } catch (const unspin::Error& error) {
    std::fprintf(stderr, "%s\n%s\n", error.what(), error.remedy().c_str());
    return static_cast<int>(error.code());
  }
}
