#include "experiment/worlds/population.hpp"

#include <algorithm>
#include <set>

#include "core/elementary.hpp"
#include "core/error.hpp"
#include "experiment/worlds/normal.hpp"

namespace orgsim::worlds {

using Eigen::Index;
using Eigen::VectorXd;

std::size_t Population::distinct() const {
  return std::set<std::uint64_t>(numbers.begin(), numbers.end()).size();
}

Population Population::chosen(const std::vector<Index>& indices) const {
  Population some{points(Eigen::all, indices), values(Eigen::all, indices), misfits(indices), {}, {}, {}};
  for (const Index i : indices) {
    some.numbers.push_back(numbers[static_cast<std::size_t>(i)]);
    some.origins.push_back(origins[static_cast<std::size_t>(i)]);
    some.families.push_back(families[static_cast<std::size_t>(i)]);
  }
  return some;
}

void Population::append(const Population& others) {
  const Index before = misfits.size();
  const Index more = others.misfits.size();
  points.conservativeResize(Eigen::NoChange, before + more);
  values.conservativeResize(Eigen::NoChange, before + more);
  misfits.conservativeResize(before + more);
  points.rightCols(more) = others.points;
  values.rightCols(more) = others.values;
  misfits.tail(more) = others.misfits;
  numbers.insert(numbers.end(), others.numbers.begin(), others.numbers.end());
  origins.insert(origins.end(), others.origins.begin(), others.origins.end());
  families.insert(families.end(), others.families.begin(), others.families.end());
}

Population Evaluations::of(const Eigen::MatrixXd& points) {
  stop_.check();
  Population all{points, {}, VectorXd(points.cols()), {}, {}, {}};
  if (points.cols() == 0) return all;
  all.values = evaluate_(count_, to_cube(points));
  require(all.values.cols() == points.cols() && all.values.rows() > 0, "a column of values for each point");
  for (Index i = 0; i < points.cols(); ++i) {
    all.misfits(i) = evidence_.misfit(all.values.col(i));
    all.families.push_back(static_cast<std::uint32_t>(count_ % kFamilies));
    all.numbers.push_back(count_++);
  }
  all.origins = all.numbers;
  return all;
}

std::vector<Index> resampled(const VectorXd& log_weights, std::size_t wanted, double u) {
  const double total = log_sum(log_weights);
  std::vector<Index> indices;
  double sum = 0;
  Index last = 0;
  for (Index i = 0; i < log_weights.size(); ++i) {
    const double weight = elementary::exp(log_weights(i) - total);
    if (weight == 0) continue;
    last = i;
    sum += weight * static_cast<double>(wanted);
    while (indices.size() < wanted && static_cast<double>(indices.size()) + u < sum) indices.push_back(i);
  }
  indices.resize(wanted, last);  // rounding left a remainder
  return indices;
}

std::vector<Index> members(const Population& population, std::uint32_t family, bool inside) {
  std::vector<Index> found;
  for (std::size_t i = 0; i < population.size(); ++i) {
    if ((population.families[i] == family) == inside) found.push_back(static_cast<Index>(i));
  }
  return found;
}

}  // namespace orgsim::worlds
