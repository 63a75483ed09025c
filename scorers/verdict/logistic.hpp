// Multinomial logistic regression: from a row of figures to a probability for each class.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace unspin {

/// Rows of figures with their classes, row by row. What is fitted to.
struct LabelledRows {
  std::size_t columns = 0;
  std::vector<double> values;         ///< columns for each row
  std::vector<std::uint8_t> classes;  ///< by row
  std::vector<double> weights;        ///< by row; how much its mistakes cost

  std::size_t size() const { return classes.size(); }
  std::span<const double> row(std::size_t i) const {
    return std::span(values).subspan(i * columns, columns);
  }
};

/// Figures are standardised first (less the mean, over the standard deviation).
struct LogisticModel {
  std::size_t classes = 0;
  std::vector<double> mean, deviation;  ///< by column
  std::vector<double> intercepts;       ///< by class
  std::vector<double> weights;          ///< class by class, a number for each column

  /// What a value of column `c` adds to the score of a class.
  double term(std::size_t a_class, std::size_t c, double value) const {
    return weights[a_class * mean.size() + c] * (value - mean[c]) / deviation[c];
  }
  /// Softmax of the classes' scores; writes `classes` numbers that add up to 1.
  void probabilities(std::span<const double> row, std::span<double> out) const;
};

/// The weights with the least sum of −weight·log P(class) over the rows plus `penalty`/2 times the
/// squared weights (not the intercepts), by Newton's method on one thread; the same bits for the
/// same rows. A column that never varies gets weights of 0. (Böhning 1992 for the Hessian.)
/// Cost: about ten times rows · (classes · columns)² / 2.
LogisticModel fit_logistic(const LabelledRows& rows, std::size_t classes, double penalty);

}  // namespace unspin
