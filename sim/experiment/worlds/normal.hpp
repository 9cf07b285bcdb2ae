// The unit cube as standard normal numbers: a step that leaves these as they are needs no faces of a cube.
#pragma once

#include <Eigen/Core>

#include "core/random.hpp"

namespace orgsim::worlds {

// The standard normal distribution function: Hart's (1968) approximation as in West (2005), Wilmott Magazine,
// "Better approximations to cumulative normal functions". Absolute error below 1e-14; the same bytes on every
// processor.
double normal_cdf(double z);

// A point of the cube for each column of standard normal numbers.
Eigen::MatrixXd to_cube(const Eigen::MatrixXd& normals);

Eigen::VectorXd normals(Eigen::Index count, Stream& draws);

}  // namespace orgsim::worlds
