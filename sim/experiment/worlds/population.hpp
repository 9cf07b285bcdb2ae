// Points with what is known of each, a column of everything for each point.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "experiment/worlds/sampler.hpp"
#include "experiment/worlds/tempering.hpp"

namespace orgsim::worlds {

struct Population {
  Eigen::MatrixXd points;  // standard normal numbers under the prior
  Eigen::MatrixXd values;  // what the function returned
  Eigen::VectorXd misfits;
  std::vector<std::uint64_t> numbers;   // of the evaluations
  std::vector<std::uint64_t> origins;   // of the evaluations that the points descend from
  std::vector<std::uint32_t> families;  // whose members descend from others of the same; see worlds/chain.hpp

  std::size_t size() const { return numbers.size(); }
  std::size_t distinct() const;
  void append(const Population& others);
  // The points of these indices, in their order; one may be taken several times.
  Population chosen(const std::vector<Eigen::Index>& indices) const;
};

// Numbers evaluations, and looks at what comes back.
constexpr std::uint32_t kFamilies = 4;

class Evaluations {
 public:
  Evaluations(const Evaluate& evaluate, const Evidence& evidence, StopFlag stop)
      : evaluate_(evaluate), evidence_(evidence), stop_(stop) {}

  Population of(const Eigen::MatrixXd& points);
  std::uint64_t count() const { return count_; }

 private:
  const Evaluate& evaluate_;
  const Evidence& evidence_;
  StopFlag stop_;
  std::uint64_t count_ = 0;
};

// As many indices as wanted, in proportion to weights given by their logs: one number decides on all
// (systematic resampling, Kitagawa 1996, J. Computational and Graphical Statistics 5(1), 1-25).
std::vector<Eigen::Index> resampled(const Eigen::VectorXd& log_weights, std::size_t wanted, double u);

// The members of a family, or all others.
std::vector<Eigen::Index> members(const Population& population, std::uint32_t family, bool inside);

}  // namespace orgsim::worlds
