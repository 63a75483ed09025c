#include "engine/evaluate/correlation.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace unspin {
namespace {

using Column = std::vector<double>;
using Counts = std::vector<std::uint32_t>;

// The slow, obvious versions.

double mean_of(const Column& values) {
  double sum = 0;
  for (const double value : values) {
    sum += value;
  }
  return sum / static_cast<double>(values.size());
}

double obvious_pearson(const Column& x, const Column& y) {
  double xy = 0;
  double xx = 0;
  double yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mean_of(x)) * (y[i] - mean_of(y));
    xx += (x[i] - mean_of(x)) * (x[i] - mean_of(x));
    yy += (y[i] - mean_of(y)) * (y[i] - mean_of(y));
  }
  return xy / std::sqrt(xx * yy);
}

Column ranks_of(const Column& values) {
  Column ranks;
  for (const double value : values) {
    double rank = 0.5;
    for (const double other : values) {
      rank += other < value ? 1 : other == value ? 0.5 : 0;
    }
    ranks.push_back(rank);
  }
  return ranks;
}

double obvious_kendall(const Column& x, const Column& y) {
  const auto sign = [](double value) { return value > 0 ? 1 : value < 0 ? -1 : 0; };
  double same = 0;
  double x_untied = 0;
  double y_untied = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      same += sign(x[i] - x[j]) * sign(y[i] - y[j]);
      x_untied += x[i] != x[j] ? 1 : 0;
      y_untied += y[i] != y[j] ? 1 : 0;
    }
  }
  return same / std::sqrt(x_untied * y_untied);
}

bool is_constant(const Column& values) {
  return std::ranges::all_of(values, [&](double value) { return value == values.front(); });
}

void expect_obvious(const Correlations& found, const Column& x, const Column& y) {
  if (is_constant(x) || is_constant(y)) {
    EXPECT_TRUE(std::isnan(found.pearson) && std::isnan(found.spearman) &&
                std::isnan(found.kendall));
    return;
  }
  EXPECT_NEAR(found.pearson, obvious_pearson(x, y), 1e-12);
  EXPECT_NEAR(found.spearman, obvious_pearson(ranks_of(x), ranks_of(y)), 1e-12);
  EXPECT_NEAR(found.kendall, obvious_kendall(x, y), 1e-12);
}

Column random_column(std::size_t rows, int levels, std::mt19937& random) {
  Column column;
  for (std::size_t i = 0; i < rows; ++i) {
    column.push_back(0.25 * std::uniform_int_distribution<int>(0, levels - 1)(random) - 1);
  }
  return column;
}

TEST(Correlation, IsThatOfScipyWithTiesInBothColumns) {
  const Column metric = {3.5, 1, 4, 1, 5, 9, 2, 6, 5, 3.5};
  const Column human = {2, 7, 1, 8, 2, 8, 1, 8, 2, 8};
  const Correlations found = CorrelatedRows(metric, human).all();
  EXPECT_NEAR(found.pearson, 0.11042784380532052, 1e-15);
  EXPECT_NEAR(found.spearman, 0.13471506281091267, 1e-15);
  EXPECT_NEAR(found.kendall, 0.13041013273932525, 1e-15);
}

TEST(Correlation, IsOneOrMinusOneWhereTheOrderIsTheSameOrOpposite) {
  const Column up = {1, 2, 3, 40};
  const Column also_up = {-5, 0, 0.5, 0.75};
  const Column down = {8, 6, 4, -70};
  EXPECT_EQ(CorrelatedRows(up, also_up).all().spearman, 1);
  EXPECT_EQ(CorrelatedRows(up, also_up).all().kendall, 1);
  EXPECT_LT(CorrelatedRows(up, also_up).all().pearson, 0.7);
  EXPECT_EQ(CorrelatedRows(up, down).all().pearson, -1);
  EXPECT_EQ(CorrelatedRows(up, down).all().spearman, -1);
  EXPECT_EQ(CorrelatedRows(up, down).all().kendall, -1);
}

TEST(Correlation, HasNoValueWhereAColumnIsTheSameInAllRows) {
  for (const auto& [x, y] :
       {std::pair<Column, Column>{{1, 2, 3}, {4, 4, 4}}, {{4, 4}, {1, 2}}, {{1}, {2}}, {{}, {}}}) {
    const Correlations found = CorrelatedRows(x, y).all();
    EXPECT_TRUE(std::isnan(found.pearson) && std::isnan(found.spearman) &&
                std::isnan(found.kendall));
  }
}

TEST(Correlation, AgreesWithItsDefinitionOnRandomColumns) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    const std::size_t rows = 1 + random() % 12;
    const Column x = random_column(rows, 1 + static_cast<int>(random() % 9), random);
    const Column y = random_column(rows, 1 + static_cast<int>(random() % 9), random);
    expect_obvious(CorrelatedRows(x, y).all(), x, y);
  }
}

TEST(Correlation, CountsARowAsOftenAsItIsAskedTo) {
  std::mt19937 random(2);
  CorrelatedRows::Scratch scratch;  // one for all, as a thread has it
  for (int round = 0; round < 2000; ++round) {
    const std::size_t rows = 1 + random() % 9;
    const Column x = random_column(rows, 6, random);
    const Column y = random_column(rows, 4, random);
    Counts counts;
    Column x_repeated;
    Column y_repeated;
    for (std::size_t i = 0; i < rows; ++i) {
      counts.push_back(static_cast<std::uint32_t>(random() % 4));
      x_repeated.insert(x_repeated.end(), counts[i], x[i]);
      y_repeated.insert(y_repeated.end(), counts[i], y[i]);
    }
    expect_obvious(CorrelatedRows(x, y).counted(counts, scratch), x_repeated, y_repeated);
  }
}

TEST(Correlation, IsNotLedAstrayByALargeMean) {
  const Column x = {1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4};
  const Column y = {2, 4, 5, 9};
  EXPECT_NEAR(CorrelatedRows(x, y).all().pearson, obvious_pearson({1, 2, 3, 4}, y), 1e-12);
}

}  // namespace
}  // namespace unspin
