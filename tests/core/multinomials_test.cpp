#include "core/multinomials.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <numeric>

#include "core/draws.hpp"

namespace orgsim {
namespace {

// The draws of `cells` alike cells in one event.
std::vector<double> binomials(double trials, double p, std::size_t cells, std::uint32_t week = 0) {
  const Luck luck{3, 1};
  Table conditional(2, 1);
  conditional[0][0] = p;
  Table met(1, cells);
  const std::vector<double> people(cells, trials);
  const std::vector<std::uint32_t> kinds(cells, 0);
  draw_multinomials({luck, Purpose::customers, week}, people, kinds, conditional, met);
  return {met[0], met[0] + cells};
}

// Pearson's statistic against the binomial distribution, over outcomes gathered until 20 draws are expected
// of each group; the probability to find so large a one.
double fit(const std::vector<double>& draws, double trials, double p) {
  const boost::math::binomial_distribution<double> binomial(trials, p);
  std::vector<double> counts(static_cast<std::size_t>(trials) + 1);
  for (const double k : draws) counts.at(static_cast<std::size_t>(k)) += 1;
  double statistic = 0;
  double groups = 0;
  double expected = 0;
  double found = 0;
  const auto size = static_cast<double>(draws.size());
  double left = size;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    const double here = size * boost::math::pdf(binomial, static_cast<double>(k));
    expected += here;
    found += counts[k];
    left -= here;
    if ((expected < 20 || left < 20) && k + 1 < counts.size()) continue;
    statistic += (found - expected) * (found - expected) / std::max(expected, 1e-9);
    groups += 1;
    expected = found = 0;
  }
  if (groups < 2) return 1;
  return boost::math::cdf(boost::math::complement(boost::math::chi_squared(groups - 1), statistic));
}

// Both methods, their border, rare and frequent outcomes, few and many trials. Family-wise level below 0.1 %.
TEST(Multinomials, of_one_event_have_the_binomial_distribution) {
  constexpr std::size_t draws = 200000;
  for (const double trials : {1.0, 2.0, 7.0, 19.0, 21.0, 60.0, 1000.0, 40000.0}) {
    for (const double p : {0.0004, 0.01, 0.2, 0.4999, 0.5, 0.51, 0.97}) {
      EXPECT_GT(fit(binomials(trials, p, draws), trials, p), 1e-5) << trials << " at " << p;
    }
  }
  for (const double mean : {9.99, 10.01, 12.0, 30.0}) {  // where proposals begin
    for (const double trials : {25.0, 100.0, 5000.0}) {
      const double p = std::min(mean / trials, 0.5);
      EXPECT_GT(fit(binomials(trials, p, draws), trials, p), 1e-5) << trials << ", mean " << mean;
    }
  }
}

// Where outcomes are too many to count one by one: the first four moments, each within 4.5 standard errors.
TEST(Multinomials, of_very_many_people_have_the_moments_of_the_binomial) {
  constexpr std::size_t draws = 100000;
  for (const double trials : {3e7, 1e10, 1e13}) {
    for (const double p : {1e-4, 0.03, 0.5}) {
      const double sd = std::sqrt(trials * p * (1 - p));
      std::vector<double> powers(4);
      for (const double k : binomials(trials, p, draws)) {
        const double z = (k - trials * p) / sd;
        for (std::size_t i = 0; i < powers.size(); ++i) powers[i] += std::pow(z, i + 1) / draws;
      }
      const double skewness = (1 - 2 * p) / sd;
      const double error = 4.5 / std::sqrt(draws);
      EXPECT_NEAR(powers[0], 0, error);
      EXPECT_NEAR(powers[1], 1, error * std::sqrt(2.0));
      EXPECT_NEAR(powers[2], skewness, error * std::sqrt(15.0));
      EXPECT_NEAR(powers[3], 3, error * std::sqrt(96.0));
    }
  }
}

TEST(Multinomials, give_the_certain_and_withhold_the_impossible) {
  EXPECT_EQ(binomials(1000, 0, 3), std::vector<double>(3, 0.0));
  EXPECT_EQ(binomials(1000, 1, 3), std::vector<double>(3, 1000.0));
  EXPECT_EQ(binomials(0, 0.5, 3), std::vector<double>(3, 0.0));
}

Table three_events() {
  Table conditional(4, 2);
  const double p[3][2] = {{0.1, 0.0}, {0.0, 0.3}, {0.6, 1.0}};
  for (std::size_t e = 0; e < 3; ++e) std::copy_n(p[e], 2, conditional[e]);
  std::fill_n(conditional[3], 2, 0.0);
  return conditional;
}

TEST(Multinomials, divide_nobody_twice) {
  const Luck luck{3, 1};
  const Table conditional = three_events();
  std::vector<double> people;
  std::vector<std::uint32_t> kinds;
  for (std::size_t i = 0; i < 1000; ++i) {
    people.push_back(static_cast<double>(i * i));
    kinds.push_back(static_cast<std::uint32_t>(i % 2));
  }
  Table met(3, people.size());
  draw_multinomials({luck, Purpose::customers, 4}, people, kinds, conditional, met);
  for (std::size_t i = 0; i < people.size(); ++i) {
    const double all = met[0][i] + met[1][i] + met[2][i];
    EXPECT_LE(all, people[i]);
    if (kinds[i] == 1) {
      EXPECT_EQ(all, people[i]);  // the last event is certain for those who are left
    }
    EXPECT_EQ(met[kinds[i] == 0 ? 1 : 0][i], 0);
  }
}

// What a cell draws depends on its own stream alone: not on how many cells there are, nor on where they stand
// in a batch.
TEST(Multinomials, of_a_cell_do_not_depend_on_the_others) {
  const Luck luck{3, 1};
  const Table conditional = three_events();
  std::vector<double> people(500);
  for (std::size_t i = 0; i < people.size(); ++i) people[i] = static_cast<double>(3 * i);
  const std::vector<std::uint32_t> kinds(people.size(), 0);
  Table all(3, people.size());
  draw_multinomials({luck, Purpose::customers, 4}, people, kinds, conditional, all);
  std::vector<double> alone(people.size(), 0.0);
  alone[321] = people[321];
  Table one(3, people.size());
  draw_multinomials({luck, Purpose::customers, 4}, alone, kinds, conditional, one);
  for (std::size_t e = 0; e < 3; ++e) EXPECT_EQ(one[e][321], all[e][321]);
}

}  // namespace
}  // namespace orgsim
