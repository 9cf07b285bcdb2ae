// What money causally brings: a run forked into one without a change and others with one each, on common
// random numbers (docs/model.md, 5).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "engine/simulation.hpp"
#include "experiment/statistics.hpp"
#include "experiment/units/plan.hpp"

namespace orgsim {

inline constexpr double kGrantFactor = 1.5;
inline constexpr int kGrantWeeks = 26;

// What a grant goes to: a department, or one of marketing's modes.
struct GrantTarget {
  Department department = Department::marketing;
  std::optional<Mode> mode;

  bool operator==(const GrantTarget&) const = default;
};

// A firm whose books are kept over some weeks, and whose NPV to the end of the run.
struct Watched {
  int firm = 0;
  WeekSpan weeks;
  int end = 0;  // the week before which the run ends
};

// Discounted to week 0. A mode's cost is its part of marketing's, by the mix.
struct Account {
  double npv = 0;  // of the weeks since the fork, with the customers in hand at the end
  PerDepartment cost, credited, contributed;
  PerMode mode_cost, mode_credited, mode_contributed;

  double cost_of(const GrantTarget& target) const;
  double credited_to(const GrantTarget& target) const;
  double contributed_by(const GrantTarget& target) const;
};

// Changes a fork before each of its weeks; may be nothing.
using BeforeWeek = std::function<void(Simulation& fork)>;

// Simulates the fork to its end. Throws InputError if numbers overflow, and Interrupted.
Account account_of(Simulation fork, const Watched& watched, const Unit& unit, const BeforeWeek& act = {});

// What a grant changed in one run.
struct GrantEffect {
  double npv = 0;
  double cost = 0;  // of the department that got it, over the grant's weeks

  // Money for each unit of money; NaN where nothing was spent.
  double causal_return() const;
};

// A fork with the grant against `without`, the account of the one that has none.
GrantEffect effect_of(const Simulation& before, const GrantTarget& target, double factor,
                      const Watched& watched, const Account& without, const Unit& unit);

struct Estimate {
  double mean = 0;
  Interval interval;
};

Estimate estimate_of(std::span<const double> values);

// The ratio of two means, paired, by linearisation (Cochran 1977, Sampling Techniques, 3rd edition, section
// 6.3); NaN where the denominators sum to nothing. Of no width if there are fewer than two pairs.
Estimate ratio_of_means(std::span<const double> numerators, std::span<const double> denominators);

// Numbers whose mean is that ratio, one for each pair: their spread is that of the ratio, and of the
// difference of two ratios that of their differences.
std::vector<double> linearised(std::span<const double> numerators, std::span<const double> denominators);

Estimate causal_return_of(std::span<const GrantEffect> effects);
// How much more the first brings, paired.
Estimate difference_of_returns(std::span<const GrantEffect> first, std::span<const GrantEffect> second);

}  // namespace orgsim
