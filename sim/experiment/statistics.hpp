// The few statistics that summaries are made of.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace orgsim {

struct Interval {
  double low = 0;
  double high = 0;
};

// 95 % interval of a proportion: Wilson (1927), J. American Statistical Association 22(158), 209-212.
// (0, 1) if there were no trials.
Interval wilson(std::size_t successes, std::size_t trials);

// Its width in percentage points.
double wilson_width(std::size_t successes, std::size_t trials);

double mean_of(std::span<const double> values);

// Of a sample: squares over one less than their number. Needs two values.
double variance_of(std::span<const double> values);

// 95 % interval of a mean, by Student's t; of no width if there are fewer than two values.
Interval mean_interval(std::span<const double> values);

// Quantile of sorted values, linear between order statistics (type 7 of Hyndman & Fan 1996, The American
// Statistician 50(4), 361-365).
double quantile_of_sorted(std::span<const double> sorted, double probability);

// The quantiles that spreads are shown by: 5, 50 and 95 %. Needs a value.
std::array<double, 3> quantiles_5_50_95(std::vector<double> values);

}  // namespace orgsim
