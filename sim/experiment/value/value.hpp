// The experiment `value`: what is a department worth, and what does it cost a firm to go by last touch?
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "experiment/probe.hpp"
#include "experiment/units/plan.hpp"

namespace orgsim {

// How long returns that were measured stand in for those that the executive perceives.
inline constexpr int kShownWeeks = 52;

// What is probed, as the options say it.
struct Probes {
  int firm = 0;
  std::vector<int> weeks;  // in which grants begin, in their order
  double factor = kGrantFactor;
  int grant_weeks = kGrantWeeks;
};

// What grants go to: the departments, then marketing's modes.
inline constexpr std::size_t kTargets = count_of<Department> + count_of<Mode>;
std::array<GrantTarget, kTargets> all_targets();

// A grant to one target in one replication, and what the ledgers of the run without it say, over its weeks.
struct ProbedTarget {
  GrantEffect effect;
  double cost = 0;
  double credited = 0;
  double contributed = 0;
};

struct ProbedWeek {
  double npv = 0;  // from the week on, without any change
  std::array<ProbedTarget, kTargets> targets;
  PerDepartment knocked_out;  // change of NPV if the department's budget is shared out from the week on
  double shown = 0;           // and if for a year the executive goes by the causal returns measured here
};

// One replication, week by week. Throws InputError if numbers overflow, and Interrupted.
std::vector<ProbedWeek> valued(const Unit& unit, const Probes& probes);

struct ValuedTarget {
  GrantTarget target;
  Estimate causal;  // money for each unit of money
  double credited = 0;
  double contributed = 0;
};

struct ValuedWeek {
  int week = 0;
  double npv = 0;
  std::vector<ValuedTarget> targets;
  std::array<Estimate, count_of<Department>> knocked_out;       // change of NPV
  std::array<Estimate, count_of<Department>> knocked_out_part;  // of the size of that NPV
  Estimate shown;                                               // change of NPV
  Estimate shown_part;
  // The departments in which the next money brings most and second most, and how much more it does, paired.
  Department best = Department::marketing;
  Department second = Department::marketing;
  Estimate lead;
};

// Spearman's rank correlation with the causal return, over all targets and weeks.
struct Agreement {
  Estimate credited;
  Estimate contributed;
};

struct Valuation {
  std::size_t replications = 0;
  std::vector<ValuedWeek> weeks;
  Agreement agreement;
};

// `runs`: of each replication; the interval of the agreement resamples replications with `seed`.
Valuation valuation_of(const std::vector<std::vector<ProbedWeek>>& runs, const std::vector<int>& weeks,
                       std::uint64_t seed);

}  // namespace orgsim
