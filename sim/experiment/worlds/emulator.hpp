// What a linear model of the function foresees, to look before an evaluation is paid for: regressed on the
// points evaluated last, with the error that it leaves. Linear in the cube, where keys are on scales of their
// own: their normal numbers are bent already.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "experiment/worlds/population.hpp"

namespace orgsim::worlds {

struct Emulator {
  Eigen::VectorXd constant;  // of each value
  Eigen::MatrixXd slopes;    // m x k
  Eigen::VectorXd error;     // standard deviation of what is left of each value
  Eigen::MatrixXd basis;     // k x r, orthonormal: the directions that matter

  // The values foreseen at a point of standard normal numbers.
  Eigen::VectorXd at(const Eigen::VectorXd& point) const;
};

// Points as they were evaluated, by family.
class Archive {
 public:
  // Keeps those whose values are all numbers.
  void add(const Population& evaluated);
  // Of all but one family's points; none as long as there are too few of them to say anything. `informed` are
  // directions (k x any) that matter, whatever the slopes are.
  std::optional<Emulator> emulator_without(std::uint32_t family, const Eigen::MatrixXd& informed) const;

 private:
  struct Known {
    Eigen::VectorXd point;
    Eigen::VectorXd values;
  };
  std::vector<const Known*> others_of(std::uint32_t family) const;

  std::vector<std::deque<Known>> families_ = std::vector<std::deque<Known>>(kFamilies);
};

}  // namespace orgsim::worlds
