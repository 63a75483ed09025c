#include "scorers/verdict/logistic.hpp"

#define EIGEN_DONT_PARALLELIZE  // the same sums in the same order on any machine
#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <limits>

namespace unspin {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int most_steps = 100;
constexpr double least_step = 1e-10;        // of the largest weight: converged
constexpr double intercept_penalty = 1e-6;  // makes the problem strictly convex

Index at(std::size_t i) { return static_cast<Index>(i); }

void standardise(const LabelledRows& rows, LogisticModel& model) {
  model.mean.assign(rows.columns, 0);
  model.deviation.assign(rows.columns, 0);
  const auto count = static_cast<double>(rows.size());
  for (std::size_t c = 0; c < rows.columns; ++c) {
    double sum = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      sum += rows.row(i)[c];
    }
    model.mean[c] = sum / count;
    double squares = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      squares += (rows.row(i)[c] - model.mean[c]) * (rows.row(i)[c] - model.mean[c]);
    }
    const double deviation = std::sqrt(squares / count);
    model.deviation[c] = deviation > 1e-12 ? deviation : 1;
  }
}

/// Standardised, with a column of ones behind.
MatrixXd design_of(const LabelledRows& rows, const LogisticModel& model) {
  MatrixXd design(at(rows.size()), at(rows.columns + 1));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t c = 0; c < rows.columns; ++c) {
      design(at(i), at(c)) = (rows.row(i)[c] - model.mean[c]) / model.deviation[c];
    }
    design(at(i), at(rows.columns)) = 1;
  }
  return design;
}

class Newton {
 public:
  Newton(const LabelledRows& rows, const LogisticModel& model, double penalty)
      : rows_(rows),
        classes_(at(model.classes)),
        design_(design_of(rows, model)),
        weights_(MatrixXd::Zero(design_.cols(), classes_)),
        penalty_(VectorXd::Constant(design_.cols(), penalty)) {
    penalty_(design_.cols() - 1) = intercept_penalty;
  }

  /// Columns by class; the last row has the intercepts.
  const MatrixXd& solve() {
    double loss = evaluate(weights_);
    for (int step = 0; step < most_steps; ++step) {
      const MatrixXd direction = newton_direction();
      double length = 1;
      MatrixXd next = weights_ - direction;
      double next_loss = evaluate(next);
      while (!(next_loss <= loss) && length > 1e-6) {  // damped: far from the optimum it overshoots
        length /= 2;
        next = weights_ - length * direction;
        next_loss = evaluate(next);
      }
      weights_ = next;
      loss = next_loss;
      if (length * direction.cwiseAbs().maxCoeff() <
          least_step * std::max(1.0, weights_.cwiseAbs().maxCoeff())) {
        break;
      }
    }
    return weights_;
  }

 private:
  double evaluate(const MatrixXd& weights) {
    probabilities_ = design_ * weights;
    double loss = 0;
    for (Index i = 0; i < probabilities_.rows(); ++i) {
      auto row = probabilities_.row(i);
      row.array() -= row.maxCoeff();
      row = row.array().exp().matrix().eval();
      row /= row.sum();
      const auto number = static_cast<std::size_t>(i);
      loss -= rows_.weights[number] * std::log(std::max(row(rows_.classes[number]), 1e-300));
    }
    for (Index k = 0; k < classes_; ++k) {
      loss += (penalty_.array() * weights.col(k).array().square()).sum() / 2;
    }
    return loss;
  }

  MatrixXd newton_direction() const {
    const Index columns = design_.cols();
    const Eigen::Map<const VectorXd> cost(rows_.weights.data(), at(rows_.size()));
    VectorXd gradient(columns * classes_);
    MatrixXd hessian(columns * classes_, columns * classes_);
    for (Index a = 0; a < classes_; ++a) {
      VectorXd residual = probabilities_.col(a);
      for (std::size_t i = 0; i < rows_.size(); ++i) {
        residual(at(i)) -= rows_.classes[i] == a ? 1 : 0;
      }
      gradient.segment(a * columns, columns) = design_.transpose() * residual.cwiseProduct(cost) +
                                               penalty_.cwiseProduct(weights_.col(a));
      for (Index b = 0; b <= a; ++b) {
        VectorXd curvature = -probabilities_.col(a).cwiseProduct(probabilities_.col(b));
        if (a == b) {
          curvature += probabilities_.col(a);
        }
        MatrixXd block = design_.transpose() * curvature.cwiseProduct(cost).asDiagonal() * design_;
        if (a == b) {
          block.diagonal() += penalty_;
        }
        hessian.block(a * columns, b * columns, columns, columns) = block;
        hessian.block(b * columns, a * columns, columns, columns) = block.transpose();
      }
    }
    const VectorXd direction = hessian.ldlt().solve(gradient);
    return Eigen::Map<const MatrixXd>(direction.data(), columns, classes_);
  }

  const LabelledRows& rows_;
  Index classes_;
  MatrixXd design_;
  MatrixXd weights_;
  MatrixXd probabilities_;  // by row and class, at the weights last evaluated
  VectorXd penalty_;
};

}  // namespace

void LogisticModel::probabilities(std::span<const double> row, std::span<double> out) const {
  double most = -std::numeric_limits<double>::infinity();
  for (std::size_t k = 0; k < classes; ++k) {
    out[k] = intercepts[k];
    for (std::size_t c = 0; c < mean.size(); ++c) {
      out[k] += term(k, c, row[c]);
    }
    most = std::max(most, out[k]);
  }
  double sum = 0;
  for (double& value : out) {
    value = std::exp(value - most);
    sum += value;
  }
  for (double& value : out) {
    value /= sum;
  }
}

LogisticModel fit_logistic(const LabelledRows& rows, std::size_t classes, double penalty) {
  LogisticModel model;
  model.classes = classes;
  standardise(rows, model);
  Newton newton(rows, model, penalty);
  const MatrixXd& weights = newton.solve();
  model.intercepts.resize(classes);
  model.weights.resize(classes * rows.columns);
  for (std::size_t k = 0; k < classes; ++k) {
    for (std::size_t c = 0; c < rows.columns; ++c) {
      model.weights[k * rows.columns + c] = weights(at(c), at(k));
    }
    model.intercepts[k] = weights(at(rows.columns), at(k));
  }
  return model;
}

}  // namespace unspin
