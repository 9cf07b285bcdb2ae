#include "experiment/worlds/normal.hpp"

#include <algorithm>
#include <array>
#include <boost/random/normal_distribution.hpp>
#include <cmath>

#include "core/elementary.hpp"

namespace orgsim::worlds {

namespace {

// Highest power first.
template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x) {
  double sum = 0;
  for (const double coefficient : coefficients) sum = sum * x + coefficient;
  return sum;
}

// Of z >= 0: the probability above it, over exp(-z^2 / 2).
double scaled_tail(double z) {
  constexpr double rational_below = 7.07106781186547;
  if (z < rational_below) {
    constexpr std::array above{3.52624965998911e-02, 0.700383064443688, 6.37396220353165, 33.912866078383,
                               112.079291497871,     221.213596169931,  220.206867912376};
    constexpr std::array below{8.83883476483184e-02, 1.75566716318264, 16.064177579207,  86.7807322029461,
                               296.564248779674,     637.333633378831, 793.826512519948, 440.413735824752};
    return polynomial(above, z) / polynomial(below, z);
  }
  constexpr double root_of_two_pi = 2.506628274631;
  const double fraction = z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))));
  return 1 / (fraction * root_of_two_pi);
}

}  // namespace

double normal_cdf(double z) {
  const double size = std::abs(z);
  const double tail = elementary::exp(-size * size / 2) * scaled_tail(size);
  return z > 0 ? 1 - tail : tail;
}

Eigen::MatrixXd to_cube(const Eigen::MatrixXd& normals) {
  static constexpr double most = 1 - 0x1p-53;
  return normals.unaryExpr([](double z) { return std::min(normal_cdf(z), most); });
}

Eigen::VectorXd normals(Eigen::Index count, Stream& draws) {
  boost::random::normal_distribution<double> normal;
  return Eigen::VectorXd::NullaryExpr(count, [&] { return normal(draws); });
}

}  // namespace orgsim::worlds
