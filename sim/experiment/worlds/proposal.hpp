// A normal distribution fitted to a population in the few directions that the evidence says anything about;
// across them it is the prior (a likelihood-informed subspace: Cui, Law & Marzouk 2016, J. Computational
// Physics 304, 109-137). What little data there are then decides on few numbers.
#pragma once

#include <Eigen/Core>
#include <cstddef>

#include "core/random.hpp"

namespace orgsim::worlds {

struct Proposal {
  Eigen::MatrixXd basis;  // k x r, orthonormal: the informed directions
  Eigen::VectorXd mean;   // along each
  Eigen::VectorXd sd;     // along each; between them there is no covariance

  Eigen::Index directions() const { return basis.cols(); }
};

Eigen::MatrixXd covariance_of(const Eigen::MatrixXd& population);

// Orthonormal directions (k x r) in which a population (k x n, standard normal under the prior) differs from
// the prior by more than chance; `distinct` of its n points are different. All, if there are many points to
// each.
Eigen::MatrixXd informed_directions(const Eigen::MatrixXd& population, std::size_t distinct);

// The normal distribution of a population, with its principal directions, within the space of `basis`.
Proposal fitted(const Eigen::MatrixXd& basis, const Eigen::MatrixXd& population);

// Log of prior over proposal where the coordinates in the basis are these.
double log_prior_over(const Proposal& proposal, const Eigen::VectorXd& within);

// The prior with probability `defence`, else the proposal made wider by `widening`: no point's weight is
// above 1 / defence (Hesterberg 1995, Technometrics 37(2), 185-194).
class Mixture {
 public:
  Mixture(Proposal proposal, double widening, double defence);
  Eigen::VectorXd draw(Stream& draws) const;
  // The log of prior over mixture.
  double log_weight(const Eigen::VectorXd& point) const;

 private:
  Proposal proposal_;
  double defence_;
};

}  // namespace orgsim::worlds
