#include "experiment/fit/likelihood.hpp"

#include <gtest/gtest.h>

#include <Eigen/LU>
#include <cmath>

#include "support/histories.hpp"

namespace orgsim {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

// Noise of which neighbouring quarters share a half.
NoiseBySource noise_over(std::size_t size, double variance = 0.01) {
  const auto n = static_cast<Eigen::Index>(size);
  PooledNoise noise{VectorXd::Zero(n), MatrixXd::Constant(n, n, variance / 2)};
  noise.covariance.diagonal().setConstant(variance);
  return {{}, noise};
}

VectorXd logs_of(const FitPlan& plan, double unit) {
  VectorXd logs(8);
  Eigen::Index i = 0;
  for (const BookColumn& column : plan.quarters.columns) {
    for (const double value : column.values) {
      const double known = std::isnan(value) ? 9000 : value;
      logs(i++) = std::log(known / (is_money(column.book) ? unit : 1));
    }
  }
  return logs;
}

TEST(Likelihood, is_what_is_foreseen_of_logarithms_that_are_foreseen_exactly) {
  const FitPlan plan = test::small_fit();
  const Likelihood likelihood(plan, noise_over(8));
  ASSERT_EQ(likelihood.count(), 7U);  // one cell is missing
  const Likelihood::Errors errors{0.05, 0.03, 0.03, 0.03};
  const VectorXd values = likelihood.values({logs_of(plan, 1) * 1.01, {}, errors});
  ASSERT_EQ(values.size(), 8);
  const VectorXd surely = VectorXd::Zero(8);
  EXPECT_NEAR(likelihood.log_guide({}, errors, values, surely, 0.3), 0.3 * values(0), 1e-9);
  // What is foreseen vaguely differs less from what it would be elsewhere.
  const VectorXd vaguely = VectorXd::Constant(8, 0.5);
  VectorXd off = values;
  off(2) += 0.5;
  const auto lost = [&](const VectorXd& how) {
    return likelihood.log_guide({}, errors, values, how, 1) - likelihood.log_guide({}, errors, off, how, 1);
  };
  EXPECT_GT(lost(surely), 3 * lost(vaguely));
  EXPECT_GT(lost(vaguely), 0);
}

// Against the density itself, of two numbers of users.
TEST(Likelihood, is_that_of_a_normal_distribution) {
  FitPlan plan = test::small_fit();
  plan.quarters.names = {"1", "2"};
  plan.quarters.columns = {{Book::users, {100, 200}}};
  const Likelihood likelihood(plan, noise_over(2));
  const VectorXd logs = (VectorXd(2) << std::log(90), std::log(210)).finished();
  const auto log_density = [&](double error) {
    MatrixXd covariance = MatrixXd::Constant(2, 2, 0.005);
    covariance.diagonal().setConstant(0.01 + error * error);
    const VectorXd gap = (VectorXd(2) << std::log(100), std::log(200)).finished() - logs;
    return -0.5 * gap.dot(covariance.inverse() * gap) - 0.5 * std::log(covariance.determinant());
  };
  const double found =
      likelihood.values({logs, {}, {0.1, 0, 0, 0}})(0) - likelihood.values({logs, {}, {0.02, 0, 0, 0}})(0);
  EXPECT_NEAR(found, log_density(0.1) - log_density(0.02), 1e-9);
}

TEST(Likelihood, hardly_depends_on_the_unit_of_money) {
  const FitPlan plan = test::small_fit();
  const Likelihood likelihood(plan, noise_over(8));
  const Likelihood::Errors errors{0.05, 0.03, 0.03, 0.03};
  const double one = likelihood.values({logs_of(plan, 1), {}, errors})(0);
  EXPECT_NEAR(likelihood.values({logs_of(plan, 1000), {}, errors})(0), one, 0.3);
  EXPECT_NEAR(likelihood.misfit({logs_of(plan, 1000), {}, errors}), 0, 0.01);
  VectorXd off = logs_of(plan, 1000);
  off(0) += 0.5;  // of users, which have no unit
  EXPECT_GT(likelihood.misfit({off, {}, errors}), 10);
}

TEST(Likelihood, foresees_the_unit_and_what_the_table_says) {
  const FitPlan plan = test::small_fit();
  const Likelihood likelihood(plan, noise_over(8));
  VectorXd logs = logs_of(plan, 1000);
  logs(1) += 0.2;  // the run's luck, as far as the model sees it
  Stream draws = StreamKey{1, 0}.stream(Purpose::worlds, 201, 0);
  double unit = 0;
  VectorXd mean = VectorXd::Zero(8);
  constexpr int count = 400;
  for (int i = 0; i < count; ++i) {
    const Likelihood::Foreseen foreseen = likelihood.foresee({logs, {}, {0.01, 0.01, 0.01, 0.01}}, draws);
    unit += foreseen.log_unit / count;
    mean += foreseen.logs / count;
  }
  EXPECT_NEAR(unit, std::log(1000), 0.1);
  EXPECT_NEAR(mean(1), std::log(6900), 0.02);
}

TEST(Likelihood, names_the_cell_that_is_off) {
  const FitPlan plan = test::small_fit();
  const Likelihood likelihood(plan, noise_over(8));
  VectorXd logs = logs_of(plan, 1);
  logs(3) -= 1;
  Eigen::Index worst = 0;
  likelihood.residuals({logs, {}, {0.05, 0.03, 0.03, 0.03}}).cwiseAbs().maxCoeff(&worst);
  EXPECT_EQ(likelihood.cells()[static_cast<std::size_t>(worst)], 3);
}

}  // namespace
}  // namespace orgsim
