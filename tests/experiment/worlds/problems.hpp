// Functions of points in the unit cube whose restricted or weighted priors are known.
#pragma once

#include <cmath>
#include <functional>

#include "experiment/worlds/sampler.hpp"

namespace orgsim::worlds::test {

using Function = std::function<Eigen::VectorXd(const Eigen::VectorXd& point)>;

// One point after the other.
inline Evaluate each(Function function) {
  return [function = std::move(function)](std::uint64_t, const Eigen::MatrixXd& points) {
    Eigen::MatrixXd values;
    for (Eigen::Index i = 0; i < points.cols(); ++i) {
      const Eigen::VectorXd value = function(points.col(i));
      if (i == 0) values.resize(value.size(), points.cols());
      values.col(i) = value;
    }
    return values;
  };
}

inline SamplerOptions options(std::size_t dimensions, std::size_t points, std::uint64_t seed,
                              std::uint64_t most_evaluations = 100'000) {
  SamplerOptions options;
  options.dimensions = dimensions;
  options.points = points;
  options.seed = seed;
  options.most_evaluations = most_evaluations;
  return options;
}

// A quantity as several seeds found it.
class Estimates {
 public:
  void add(double value) {
    ++count_;
    const double before = value - mean_;
    mean_ += before / count_;
    squares_ += before * (value - mean_);
  }
  double mean() const { return mean_; }
  // Distance of the seeds' mean from the truth in standard errors, as their spread gives them.
  double z(double truth) const { return (mean_ - truth) / std::sqrt(squares_ / (count_ - 1) / count_); }

 private:
  double count_ = 0;
  double mean_ = 0;
  double squares_ = 0;
};

}  // namespace orgsim::worlds::test
