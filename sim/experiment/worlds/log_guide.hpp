// What a caller who knows more of his values than the sampler does foresees of their likelihood.
#pragma once

#include <Eigen/Core>
#include <functional>

namespace orgsim::worlds {

// A guess at level times the log likelihood, but for a constant, at a point of the cube whose values are
// foreseen with independent normal errors of these standard deviations. Any finite number is right.
using LogGuide = std::function<double(const Eigen::VectorXd& point, const Eigen::VectorXd& values,
                                      const Eigen::VectorXd& errors, double level)>;

}  // namespace orgsim::worlds
