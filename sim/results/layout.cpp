#include "results/layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace orgsim::results {

namespace {

std::vector<double> count_up(std::size_t n) {
  std::vector<double> numbers;
  for (std::size_t i = 0; i < n; ++i) numbers.push_back(static_cast<double>(i));
  return numbers;
}

template <class Enum>
Dimension enumerated(const std::string& name, const std::string& meaning) {
  return {name, meaning, "", {}, {Names<Enum>::value.begin(), Names<Enum>::value.end()}};
}

double week_or_nan(const std::optional<int>& week) {
  return week ? *week : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

std::vector<Dimension> dimensions(const Plan& plan, std::size_t replications) {
  std::vector<std::string> strategies;
  for (const ArmTitle& arm : plan.arms) strategies.push_back(arm.name);
  std::vector<std::string> firms;
  for (const FirmEntry& firm : plan.scenario.firms) firms.push_back(firm.name);
  return {
      {"strategy", "the baseline, then strategies of the focal firm", "", {}, strategies},
      {"replication",
       "independent replication; all strategies of one share their random numbers",
       "",
       count_up(replications),
       {}},
      {"week", "week of the run", "weeks", count_up(plan.weeks), {}},
      {"firm", "firm; the first is the focal one", "", {}, firms},
      enumerated<Department>("department", "department"),
      enumerated<Mode>("mode", "mode of marketing"),
      enumerated<Channel>("channel", "channel through which a customer is won"),
      enumerated<Line>("line", "crisis line of marketing"),
      {"quantile",
       "probability of the quantile over replications",
       "1",
       {kQuantiles.begin(), kQuantiles.end()},
       {}},
  };
}

std::vector<Dimension> only(const std::vector<Dimension>& all, const std::vector<std::string>& names) {
  std::vector<Dimension> chosen;
  for (const std::string& name : names) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& d) { return d.name == name; });
    require(found != all.end(), "a dimension of this name exists");
    chosen.push_back(*found);
  }
  return chosen;
}

std::vector<std::string> dimensions_of(Extent extent) {
  switch (extent) {
    case Extent::market:
      return {};
    case Extent::firm:
      return {"firm"};
    case Extent::firm_department:
      return {"firm", "department"};
    case Extent::firm_mode:
      return {"firm", "mode"};
    case Extent::firm_channel:
      return {"firm", "channel"};
  }
  return {};
}

const std::vector<OutcomeVariable>& outcome_variables() {
  static const std::vector<OutcomeVariable> variables{
      {"began",
       {},
       "weeks",
       "first week of the strategy at the focal firm",
       [](const Outcome& o, std::size_t, std::size_t) { return week_or_nan(o.began); }},
      {"stock_phase_week",
       {},
       "weeks",
       "first week of the stock phase",
       [](const Outcome& o, std::size_t, std::size_t) { return week_or_nan(o.stock_phase_week); }},
      {"marginalised_week",
       {"firm"},
       "weeks",
       "first week in which at least two lines were crossed",
       [](const Outcome& o, std::size_t f, std::size_t) {
         return week_or_nan(o.firms[f].marginalised_week);
       }},
      {"line_week",
       {"firm", "line"},
       "weeks",
       "first week in which the line was crossed",
       [](const Outcome& o, std::size_t f, std::size_t i) { return week_or_nan(o.firms[f].line_week[i]); }},
      {"npv",
       {"firm"},
       "money",
       "net present value of profits and of the customers in hand at the end",
       [](const Outcome& o, std::size_t f, std::size_t) { return o.firms[f].npv; }},
      {"share_end",
       {"firm", "department"},
       "1",
       "share of the budget after the last week",
       [](const Outcome& o, std::size_t f, std::size_t i) {
         return o.firms[f].share_end(static_cast<Eigen::Index>(i));
       }},
      {"budget_total",
       {"firm", "department"},
       "money",
       "budget over the whole run",
       [](const Outcome& o, std::size_t f, std::size_t i) {
         return o.firms[f].budget_total(static_cast<Eigen::Index>(i));
       }},
  };
  return variables;
}

}  // namespace orgsim::results
