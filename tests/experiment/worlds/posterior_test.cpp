// Posteriors whose normaliser and moments are known; z as in restricted_test.cpp.
#include <gtest/gtest.h>

#include <Eigen/QR>
#include <boost/math/distributions/normal.hpp>
#include <numbers>

#include "experiment/worlds/sampler.hpp"
#include "problems.hpp"

namespace orgsim::worlds {
namespace {

using Eigen::VectorXd;
using test::each;
using test::Estimates;
using test::options;

constexpr double kMostZ = 5;

// The mean of a normal number cut off below 0, and the part above it.
struct CutOff {
  double mean = 0;
  double part = 0;
};
CutOff cut_off(double mean, double sd) {
  const boost::math::normal normal;
  const double part = boost::math::cdf(normal, mean / sd);
  return {mean + sd * boost::math::pdf(normal, mean / sd) / part, part};
}

TEST(Posterior, truncated_normal_in_2_dimensions_has_its_normaliser_and_mean) {
  constexpr double middle = 0.02;
  constexpr double sd = 0.04;
  const auto function = [](const VectorXd& u) {
    const double residual = (u(0) - middle) / sd;
    return VectorXd::Constant(1, -residual * residual / 2);
  };
  const CutOff known = cut_off(middle, sd);
  Estimates mass, mean, free_mean, free_square;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const Sample sample = sample_posterior(options(2, 300, seed, 6000), each(function));
    ASSERT_TRUE(sample.reached);
    EXPECT_GE(sample.distinct, 270U);
    mass.add(std::exp(sample.waves.back().log_share));
    mean.add(sample.points.row(0).mean());
    free_mean.add(sample.points.row(1).mean());
    free_square.add(sample.points.row(1).array().square().mean());
  }
  EXPECT_LT(std::abs(mass.z(known.part * sd * std::sqrt(2 * std::numbers::pi))), kMostZ) << mass.mean();
  EXPECT_LT(std::abs(mean.z(known.mean)), kMostZ) << mean.mean();
  EXPECT_LT(std::abs(free_mean.z(0.5)), kMostZ) << free_mean.mean();
  EXPECT_LT(std::abs(free_square.z(1.0 / 3)), kMostZ) << free_square.mean();
}

// Five residuals of five directions that lie askew of the coordinates, within the cube but for what does not
// matter.
TEST(Posterior, normal_in_50_dimensions_has_its_normaliser_and_moments) {
  constexpr Eigen::Index m = 5;
  const Eigen::MatrixXd askew = Eigen::MatrixXd::NullaryExpr(m, m, [](Eigen::Index i, Eigen::Index j) {
    return std::cos(1.0 + 3 * static_cast<double>(i * m + j));
  });
  const Eigen::MatrixXd turn = Eigen::HouseholderQR<Eigen::MatrixXd>(askew).householderQ();
  const VectorXd sd = (VectorXd(m) << 0.08, 0.06, 0.05, 0.03, 0.02).finished();
  const auto residuals = [&](const VectorXd& u) -> VectorXd {
    return (turn.transpose() * (u.head(m).array() - 0.5).matrix()).cwiseQuotient(sd);
  };
  const auto function = [&](const VectorXd& u) {
    VectorXd values(m + 1);
    values.tail(m) = residuals(u);
    values(0) = -values.tail(m).squaredNorm() / 2;
    return values;
  };
  const double log_mass =
      static_cast<double>(m) / 2 * std::log(2 * std::numbers::pi) + sd.array().log().sum();
  Estimates log_share, mean, square, free;
  for (std::uint64_t seed = 1; seed <= 2; ++seed) {
    const Sample sample = sample_posterior(options(50, 200, seed, 5000), each(function));
    ASSERT_TRUE(sample.reached);
    EXPECT_GE(sample.distinct, 180U);
    log_share.add(sample.waves.back().log_share);
    mean.add(sample.values.bottomRows(m).mean());
    square.add(sample.values.bottomRows(m).array().square().mean());
    free.add(sample.points.row(40).mean());
  }
  // As if half of 400 points were independent, four standard errors of what they find.
  constexpr double independent = 200;
  EXPECT_NEAR(log_share.mean(), log_mass, 0.7);
  EXPECT_NEAR(mean.mean(), 0, 4 / std::sqrt(independent * m));
  EXPECT_NEAR(square.mean(), 1, 4 * std::sqrt(2 / (independent * m)));
  EXPECT_NEAR(free.mean(), 0.5, 4 / std::sqrt(12 * independent));
}

TEST(Posterior, of_points_that_may_be_impossible_holds_none_of_them) {
  const auto function = [](const VectorXd& u) {
    return VectorXd::Constant(1, u(0) < 0.9 ? -std::numeric_limits<double>::infinity() : 5 * u(1));
  };
  const Sample sample = sample_posterior(options(2, 200, 1, 4000), each(function));
  EXPECT_TRUE(sample.reached);
  EXPECT_GE(sample.points.row(0).minCoeff(), 0.9);
}

// Forty levels of a likelihood that leaves little of the prior: with few points, a family that is resampled
// among all would have died out.
TEST(Posterior, keeps_families_to_the_end) {
  const auto function = [](const VectorXd& u) {
    return VectorXd::Constant(1, -(u.array() - 0.4).square().sum() / (2 * 0.02 * 0.02));
  };
  const Sample sample = sample_posterior(options(20, 24, 1, 3000), each(function));
  EXPECT_TRUE(sample.reached);
  EXPECT_TRUE(std::isfinite(sample.disagreement));
}

TEST(Posterior, is_the_same_whatever_the_caller_foresees) {
  constexpr double sd = 0.05;
  const auto function = [](const VectorXd& u) {
    const double residual = (u(0) - 0.5) / sd;
    return (VectorXd(2) << -residual * residual / 2, u(0)).finished();
  };
  Estimates mean, square;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    SamplerOptions asked = options(2, 200, seed, 6000);
    asked.guide = [](const VectorXd& point, const VectorXd& values, const VectorXd&, double level) {
      const double residual = (values(1) - 0.6) / sd;  // beside the truth
      return -level * residual * residual / 2 - point(1);
    };
    const Sample sample = sample_posterior(asked, each(function));
    mean.add(sample.points.row(0).mean());
    square.add((sample.points.row(0).array() - 0.5).square().mean());
  }
  EXPECT_LT(std::abs(mean.z(0.5)), kMostZ) << mean.mean();
  EXPECT_LT(std::abs(square.z(sd * sd)), kMostZ) << square.mean();
}

}  // namespace
}  // namespace orgsim::worlds
