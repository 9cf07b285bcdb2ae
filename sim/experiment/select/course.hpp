// What came of selection: which strategies firms follow, and which marketing departments are left.
#pragma once

#include <string>
#include <vector>

#include "experiment/statistics.hpp"
#include "experiment/units/run.hpp"

namespace orgsim {

// A share, or a mean, with its 95 % interval: the range of 95 % of a thousand resamples of whole markets
// (percentile bootstrap: Efron 1979, Annals of Statistics 7(1), 1-26). Not a number where there is nothing.
struct OverMarkets {
  double value = 0;
  Interval interval;
};

// Of all firms, those that follow a strategy with a department, or have none, after each look.
struct FirmShare {
  std::string strategy;             // empty: firms without a marketing department
  std::vector<OverMarkets> shares;  // mean over all runs
  std::vector<Interval> spread;     // from 5 to 95 % of the runs
};

// Of the departments that began with a strategy.
struct DepartmentSurvival {
  std::string strategy;
  std::size_t departments = 0;
  std::size_t dissolved = 0;
  std::vector<OverMarkets> survival;  // probability of being there after each look (Kaplan-Meier)
};

// The departments that are left at the end and follow a strategy; means over them.
struct Survivors {
  std::string strategy;  // empty: all of them
  std::size_t departments = 0;
  OverMarkets share;   // of those that are left
  OverMarkets budget;  // real share of the budget
  OverMarkets kept;    // the same as a part of that of week 0
  OverMarkets centrality;
  OverMarkets staff;
  OverMarkets profit_per_user;
};

struct SelectCourse {
  std::string variant;
  std::size_t markets = 0;
  std::size_t runs = 0;
  std::size_t firms = 0;  // of a run
  std::vector<double> weeks;
  std::vector<FirmShare> firm_shares;  // strategy by strategy; last, firms without a department
  std::vector<DepartmentSurvival> departments;
  std::vector<Survivors> survivors;  // strategy by strategy; last, all of them
  // Strategy by strategy: runs in which two departments or more are left, and all of them follow it.
  std::vector<std::size_t> fixed_in;
  std::size_t none_left_in = 0;  // runs without any department
  std::size_t one_left_in = 0;   // runs with a single one, which agrees with itself
};

// One for each variant, the scenario's own first.
std::vector<SelectCourse> courses_of(const UnitsResult& result);

}  // namespace orgsim
