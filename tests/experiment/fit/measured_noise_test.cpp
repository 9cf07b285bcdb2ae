#include "experiment/fit/measured_noise.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/histories.hpp"

namespace orgsim {
namespace {

using Eigen::MatrixXd;

// A plan of so many people, and so many columns of one and the same of its worlds.
struct OneWorld {
  FitPlan plan = test::small_fit();
  Grid grid;
  MatrixXd points;
  Scenario world;

  OneWorld(std::int64_t people, Eigen::Index runs) {
    plan.scenario.parameters.market.customers = people;
    grid.books = {Book::users, Book::revenue};
    grid.quarters = 4;
    points = MatrixXd::Constant(static_cast<Eigen::Index>(plan.unknowns()), runs, 0.5);
    world = world_of(plan, point_at(plan, {points.col(0).data(), plan.unknowns()}));
  }

  // Of runs with all sources together, whose luck is none that was measured with.
  PooledNoise simulated(const LuckSizes& luck) const {
    const Eigen::VectorXd middle = log_history_as(world, MarketKind::mean_field, {}, grid, 0, {});
    MatrixXd deviations(middle.size(), points.cols());
    for (Eigen::Index r = 0; r < points.cols(); ++r) {
      const StreamKey key{12345, static_cast<std::uint32_t>(r)};
      deviations.col(r) =
          log_history_as(with_luck(world, luck), MarketKind::pooled, key, grid, 0, {}) - middle;
    }
    return noise_of(deviations);
  }
};

void expect_alike(const PooledNoise& measured, const PooledNoise& simulated, double within) {
  for (Eigen::Index i = 0; i < measured.bias.size(); ++i) {
    const double sd = std::sqrt(simulated.covariance(i, i));
    EXPECT_NEAR(measured.covariance(i, i) / simulated.covariance(i, i), 1, within) << i;
    EXPECT_NEAR(measured.bias(i) / sd, simulated.bias(i) / sd, within) << i;
  }
}

// People's noise is in every run, whatever source is measured in it, and counts once.
TEST(MeasuredNoise, of_few_people_and_all_sources_is_that_of_direct_simulation) {
  const OneWorld few(2000, 500);
  const LuckSizes luck = luck_in(few.world);
  expect_alike(measured_noise(few.plan, few.grid, few.points, 2, {}).of(luck), few.simulated(luck), 0.25);
}

TEST(MeasuredNoise, without_other_sources_is_that_of_the_people) {
  const OneWorld few(2000, 500);
  const NoiseBySource noise = measured_noise(few.plan, few.grid, few.points, 2, {});
  EXPECT_EQ(noise.of({}).covariance, noise.people.covariance);
  expect_alike(noise.of({}), few.simulated({}), 0.25);
}

TEST(MeasuredNoise, of_sources_hardly_hangs_on_how_many_people_there_are) {
  const LuckSizes luck = luck_in(Scenario{});
  const auto sources = [&](std::int64_t people) {
    const OneWorld some(people, 300);
    NoiseBySource noise = measured_noise(some.plan, some.grid, some.points, 2, {});
    noise.people.covariance.setZero();
    return Eigen::VectorXd(noise.of(luck).covariance.diagonal());
  };
  const Eigen::VectorXd many = sources(10'000'000);
  const Eigen::VectorXd few = sources(2000);
  for (Eigen::Index i = 0; i < many.size(); ++i) EXPECT_NEAR(few(i) / many(i), 1, 0.5) << i;
}

}  // namespace
}  // namespace orgsim
