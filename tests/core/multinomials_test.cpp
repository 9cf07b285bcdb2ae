#include "core/multinomials.hpp"

#include <gtest/gtest.h>

#include <array>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <map>

#include "core/binomial_lanes.hpp"
#include "support/without_long_vectors.hpp"

namespace orgsim {
namespace {

// The draws of `cells` alike cells in one event.
std::vector<double> binomials(double trials, double p, std::size_t cells) {
  static std::uint32_t week = 0;  // other numbers for every case
  ++week;
  const StreamKey stream_key{3, 1};
  Matrix conditional(1, 1);
  conditional[0][0] = p;
  Matrix met(1, cells);
  const std::vector<double> people(cells, trials);
  const std::vector<std::uint32_t> kinds(cells, 0);
  draw_multinomials({stream_key, Purpose::customers, week}, people, kinds, conditional, met);
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
  for (const double trials : {3e7, 1e10, 9e15}) {
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

// Pearson's statistic of small cells with three events over all outcomes: holds the joint distribution, where
// every binomial is drawn by inversion.
TEST(Multinomials, of_few_people_have_the_joint_distribution) {
  constexpr int n = 6;
  constexpr std::size_t draws = 300000;
  const std::array<double, 4> p{0.2, 0.3, 0.1, 0.4};
  Matrix conditional(3, 1);
  conditional[0][0] = p[0];
  conditional[1][0] = p[1] / (1 - p[0]);
  conditional[2][0] = p[2] / (1 - p[0] - p[1]);
  Matrix met(3, draws);
  draw_multinomials({StreamKey{8, 0}, Purpose::customers, 0}, std::vector<double>(draws, n),
                    std::vector<std::uint32_t>(draws, 0), conditional, met);
  std::map<std::array<int, 3>, double> counts;
  for (std::size_t i = 0; i < draws; ++i) {
    counts[{static_cast<int>(met[0][i]), static_cast<int>(met[1][i]), static_cast<int>(met[2][i])}] += 1;
  }
  double statistic = 0;
  double outcomes = 0;
  for (int a = 0; a <= n; ++a) {
    for (int b = 0; a + b <= n; ++b) {
      for (int c = 0; a + b + c <= n; ++c) {
        const std::array<int, 4> k{a, b, c, n - a - b - c};
        double probability = std::tgamma(n + 1);
        for (std::size_t e = 0; e < 4; ++e) probability *= std::pow(p[e], k[e]) / std::tgamma(k[e] + 1);
        const double expected = probability * draws;
        const double found = counts[{a, b, c}];
        statistic += (found - expected) * (found - expected) / expected;
        outcomes += 1;
      }
    }
  }
  EXPECT_GT(boost::math::cdf(boost::math::complement(boost::math::chi_squared(outcomes - 1), statistic)),
            1e-4);
}

// What no count of draws could show: the ratio of probabilities that decides, for small numbers, where
// Stirling's series must be mended, and for the largest.
TEST(Binomials, are_judged_by_the_ratio_of_their_probabilities) {
  const auto log_probability = [](long double n, long double p, long double k) {
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) + k * std::log(p) +
           (n - k) * std::log(1 - p);
  };
  for (const double n : {20.0, 25.0, 60.0, 1000.0, 1e5, 1e7}) {
    for (const double p : {10 / n, 0.3, 0.5}) {
      if (n * p < 10 || p > 0.5) continue;
      const double sd = std::sqrt(n * p * (1 - p));
      const double mode = std::floor((n + 1) * p);
      for (double k = std::max(0.0, std::floor(mode - 6 * sd)); k <= std::min(n, mode + 6 * sd);
           k += std::max(1.0, std::floor(sd / 7))) {
        const auto truth = static_cast<double>(log_probability(n, p, k) - log_probability(n, p, mode));
        EXPECT_NEAR(log_binomial_ratio(n, p, k), truth, 1e-11 + 1e-18 * n * std::log(n) * 100)
            << n << ", " << p << ", " << k;
      }
    }
  }
  // Far beyond lgamma's digits: the normal limit, to which the third and fourth cumulants add little.
  const double n = 9e15;
  EXPECT_NEAR(log_binomial_ratio(n, 0.5, n / 2 + 1e8), -2 * 1e16 / n, 1e-7);
}

// Up to the last digits of the border between what is accepted and what is not.
TEST(Binomials, are_judged_as_the_formula_does) {
  for (const double n : {20.0, 60.0, 1000.0, 1e7, 1e12}) {
    for (const double p : {10 / n, 0.3, 0.5}) {
      if (n * p < 10) continue;
      const double sd = std::sqrt(n * p * (1 - p));
      for (const double z : {-3.0, -2.2, -1.0, 0.0, 0.4, 1.7, 3.1, 4.2}) {
        const double k = std::clamp(std::floor(n * p + z * sd), 0.0, n);
        for (const double u : {0.02, 0.07, 0.3, 0.5, 0.93}) {
          double low = 0;
          double high = 1;
          for (int i = 0; i < 60; ++i)
            (fits_under(n, p, k, u, (low + high) / 2) ? low : high) = (low + high) / 2;
          BinomialLanes lanes;
          for (int digits = 1; digits <= 16; ++digits) {
            for (const double sign : {-1.0, 1.0}) {
              lanes.n[lanes.size] = n;
              lanes.p[lanes.size] = p;
              lanes.k[lanes.size] = k;
              lanes.u[lanes.size] = u;
              lanes.v[lanes.size++] = std::min(low * (1 + sign * std::pow(10, -digits)), 1 - 0x1p-53);
            }
          }
          judge(lanes);
          for (std::size_t i = 0; i < lanes.size; ++i) {
            EXPECT_EQ(lanes.outcome[i] == static_cast<std::uint32_t>(BinomialOutcome::accepted),
                      fits_under(n, p, k, u, lanes.v[i]))
                << n << ", " << p << ", " << k << ", " << u << ", " << lanes.v[i];
          }
        }
      }
    }
  }
}

// The largest u that there are: rounding leaves something of them, which is no success of anybody.
TEST(Binomials, inverted_do_not_run_away_with_the_largest_numbers) {
  for (const double n : {5.0, 1e5, 1e6, 1e15}) {
    for (const double mean : {1.0, 3.0, 9.9}) {
      BinomialLanes lanes;
      for (int j = 0; j < 16; ++j) {
        const auto i = static_cast<std::size_t>(j);
        lanes.n[i] = n;
        lanes.p[i] = std::min(mean / n, 0.5);
        lanes.u[i] = 1 - std::ldexp(1 + j, -52);
      }
      lanes.size = 16;
      invert(lanes);
      for (std::size_t i = 0; i < 16; ++i) EXPECT_LE(lanes.k[i], std::min(n, 64.0)) << n << ", " << mean;
    }
  }
}

// The draws are of means and numbers for every method, made with the processor's longest vectors and without.
TEST(Multinomials, are_the_same_on_vectors_of_any_length) {
  constexpr std::size_t cells = 5000;
  Matrix conditional(3, cells);
  std::vector<double> people(cells);
  std::vector<std::uint32_t> kinds(cells);
  for (std::size_t i = 0; i < cells; ++i) {
    people[i] = std::floor(std::exp(0.003 * static_cast<double>(i)));
    kinds[i] = static_cast<std::uint32_t>(i);
    for (std::size_t e = 0; e < 3; ++e)
      conditional[e][i] = std::fmod(0.618 * static_cast<double>(i + 7 * e), 1.0);
  }
  const auto draws = [&] {
    Matrix met(3, cells);
    draw_multinomials({StreamKey{8, 1}, Purpose::customers, 5}, people, kinds, conditional, met);
    return std::vector<double>(met[0], met[0] + 3 * cells);
  };
  const std::vector<double> longest = draws();
  const WithoutLongVectors without;
  EXPECT_EQ(draws(), longest);
}

TEST(Multinomials, give_the_certain_and_withhold_the_impossible) {
  EXPECT_EQ(binomials(1000, 0, 3), std::vector<double>(3, 0.0));
  EXPECT_EQ(binomials(1000, 1, 3), std::vector<double>(3, 1000.0));
  EXPECT_EQ(binomials(0, 0.5, 3), std::vector<double>(3, 0.0));
}

Matrix three_events() {
  Matrix conditional(3, 2);
  const double p[3][2] = {{0.1, 0.0}, {0.0, 0.3}, {0.6, 1.0}};
  for (std::size_t e = 0; e < 3; ++e) std::copy_n(p[e], 2, conditional[e]);
  return conditional;
}

TEST(Multinomials, divide_nobody_twice) {
  const StreamKey stream_key{3, 1};
  const Matrix conditional = three_events();
  std::vector<double> people;
  std::vector<std::uint32_t> kinds;
  for (std::size_t i = 0; i < 1000; ++i) {
    people.push_back(static_cast<double>(i * i));
    kinds.push_back(static_cast<std::uint32_t>(i % 2));
  }
  Matrix met(3, people.size());
  draw_multinomials({stream_key, Purpose::customers, 4}, people, kinds, conditional, met);
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
  const StreamKey stream_key{3, 1};
  const Matrix conditional = three_events();
  std::vector<double> people(500);
  for (std::size_t i = 0; i < people.size(); ++i) people[i] = static_cast<double>(3 * i);
  const std::vector<std::uint32_t> kinds(people.size(), 0);
  Matrix all(3, people.size());
  draw_multinomials({stream_key, Purpose::customers, 4}, people, kinds, conditional, all);
  std::vector<double> alone(people.size(), 0.0);
  alone[321] = people[321];
  Matrix one(3, people.size());
  draw_multinomials({stream_key, Purpose::customers, 4}, alone, kinds, conditional, one);
  for (std::size_t e = 0; e < 3; ++e) EXPECT_EQ(one[e][321], all[e][321]);
}

}  // namespace
}  // namespace orgsim
