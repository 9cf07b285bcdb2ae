// Steps that an emulator guides: a chain of cheap steps within what it foresees, at the end of which one
// evaluation is paid for (the surrogate transition method: Liu 2001, Monte Carlo Strategies in Scientific
// Computing, 9.4.3; Christen & Fox 2005, J. Computational and Graphical Statistics 14(4), 795-810). What it
// foresees wrongly costs acceptance, and changes no distribution.
#pragma once

#include <optional>

#include "experiment/worlds/emulator.hpp"
#include "experiment/worlds/proposal.hpp"

namespace orgsim::worlds {

// Where a step leads, and the log of what the evidence's ratio is to be multiplied by to accept it.
struct Step {
  Eigen::VectorXd point;
  double log_ratio = 0;
};

// An emulator, and a population's spread along its directions.
class Guide {
 public:
  Guide(Emulator emulator, const Eigen::MatrixXd& population, const Evidence& evidence, double level);

  // So many cheap steps from a point; none if the emulator foresees nothing.
  std::optional<Step> walk(const Eigen::VectorXd& from, int steps, Stream& draws) const;

 private:
  // A point, and the log of what the evidence is expected to say there.
  struct State {
    Eigen::VectorXd point;
    double log_guide = 0;
  };
  State state_at(Eigen::VectorXd point) const;
  State stepped(const State& state, Stream& draws) const;
  // Steps before the guide is asked.
  Step difference(const Eigen::VectorXd& from, Stream& draws) const;
  Step across(const Eigen::VectorXd& from, Stream& draws) const;
  Step refreshed(const Eigen::VectorXd& from, Stream& draws) const;
  Step towards_fit(const Eigen::VectorXd& from, Stream& draws) const;

  const Evidence& evidence_;
  double level_;
  Emulator emulator_;
  Proposal proposal_;           // in the emulator's directions
  Eigen::MatrixXd population_;  // r x n, along them
};

}  // namespace orgsim::worlds
