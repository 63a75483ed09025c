#include "scorers/verdict/logistic.hpp"

#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace unspin {
namespace {

/// Rows of one figure.
LabelledRows rows_of(const std::vector<std::pair<double, int>>& values) {
  LabelledRows rows;
  rows.columns = 1;
  for (const auto& [value, a_class] : values) {
    rows.values.push_back(value);
    rows.classes.push_back(static_cast<std::uint8_t>(a_class));
    rows.weights.push_back(1);
  }
  return rows;
}

std::vector<double> probabilities(const LogisticModel& model, std::vector<double> row) {
  std::vector<double> out(model.classes);
  model.probabilities(row, out);
  return out;
}

TEST(Logistic, WithoutInformationGivesTheSharesOfTheClasses) {
  const LogisticModel model =
      fit_logistic(rows_of({{1, 0}, {1, 0}, {1, 0}, {1, 1}, {1, 2}, {1, 2}}), 3, 1);
  const auto p = probabilities(model, {1});
  EXPECT_NEAR(p[0], 3.0 / 6, 1e-5);
  EXPECT_NEAR(p[1], 1.0 / 6, 1e-5);
  EXPECT_NEAR(p[2], 2.0 / 6, 1e-5);
}

TEST(Logistic, FindsTheOddsThatATableOfCountsHas) {
  // Of the rows with 0 three in four are of class 0, of those with 1 one in five.
  const LogisticModel model = fit_logistic(
      rows_of({{0, 0}, {0, 0}, {0, 0}, {0, 1}, {1, 0}, {1, 1}, {1, 1}, {1, 1}, {1, 1}}), 2, 1e-9);
  EXPECT_NEAR(probabilities(model, {0})[0], 3.0 / 4, 1e-5);
  EXPECT_NEAR(probabilities(model, {1})[0], 1.0 / 5, 1e-5);
}

TEST(Logistic, APenaltyKeepsTheWeightsOfSeparableRowsFinite) {
  const auto rows = rows_of({{-2, 0}, {-1, 0}, {1, 1}, {2, 1}});
  const LogisticModel loose = fit_logistic(rows, 2, 0.01);
  const LogisticModel tight = fit_logistic(rows, 2, 1);
  EXPECT_GT(probabilities(loose, {2})[1], probabilities(tight, {2})[1]);
  EXPECT_GT(probabilities(tight, {2})[1], 0.7);
  EXPECT_LT(std::fabs(loose.weights[0]), 100);
}

TEST(Logistic, IsAtAMinimumOfWhatItMinimises) {
  LabelledRows rows;
  rows.columns = 2;
  for (int i = 0; i < 60; ++i) {
    rows.values.push_back(std::sin(i));
    rows.values.push_back(i % 7);
    rows.classes.push_back(static_cast<std::uint8_t>((i * i + i / 3) % 3));
    rows.weights.push_back(i % 2 == 0 ? 1 : 2);
  }
  const double penalty = 0.5;
  const auto loss = [&](const LogisticModel& model) {
    double sum = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::array<double, 3> p{};
      model.probabilities(rows.row(i), p);
      sum -= rows.weights[i] * std::log(p[rows.classes[i]]);
    }
    return sum + penalty / 2 *
                     std::inner_product(model.weights.begin(), model.weights.end(),
                                        model.weights.begin(), 0.0);
  };
  const LogisticModel best = fit_logistic(rows, 3, penalty);
  for (std::size_t w = 0; w < best.weights.size(); ++w) {
    for (const double step : {-0.01, 0.01}) {
      LogisticModel other = best;
      other.weights[w] += step;
      EXPECT_GT(loss(other), loss(best)) << w;
    }
  }
}

TEST(Logistic, GivesAColumnThatNeverVariesNoWeight) {
  LabelledRows rows = rows_of({{0, 0}, {1, 1}, {0, 0}, {1, 1}, {0, 1}});
  LabelledRows wide = rows;
  wide.columns = 2;
  wide.values.clear();
  for (const double value : rows.values) {
    wide.values.insert(wide.values.end(), {value, 4});
  }
  const LogisticModel model = fit_logistic(wide, 2, 1);
  EXPECT_NEAR(model.weights[1], 0, 1e-12);
  EXPECT_NEAR(model.weights[3], 0, 1e-12);
  EXPECT_NE(model.weights[0], 0);
}

TEST(Logistic, TheSameRowsGiveTheSameBits) {
  const auto rows = rows_of({{0.3, 0}, {1.7, 1}, {0.1, 0}, {1.1, 1}, {0.9, 2}, {0.2, 2}});
  EXPECT_EQ(fit_logistic(rows, 3, 1).weights, fit_logistic(rows, 3, 1).weights);
}

}  // namespace
}  // namespace unspin
