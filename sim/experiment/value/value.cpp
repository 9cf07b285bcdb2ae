#include "experiment/value/value.hpp"

#include <cmath>

#include "experiment/units/course.hpp"

namespace orgsim {

namespace {

// Before each week the department's share goes to the others in proportion to theirs; the executive goes on
// from there.
BeforeWeek knock_out(Department department, int firm) {
  return [department, firm](Simulation& fork) {
    PerDepartment share = fork.firms().share.of(static_cast<std::size_t>(firm));
    share[department] = 0;
    const double others = share.sum();
    if (!(others > 0)) return;
    share /= others;
    fork.decide(firm, {.share = share});
  };
}

BeforeWeek show(const PerDepartment& returns, int firm, int week) {
  return [returns, firm, week](Simulation& fork) {
    if (fork.weeks_done() == week) fork.show_returns(firm, returns);
    if (fork.weeks_done() == week + kShownWeeks) fork.show_returns(firm, std::nullopt);
  };
}

// Of a department without a budget, to which half as much again is nothing, none.
PerDepartment returns_in(const ProbedWeek& week) {
  PerDepartment returns;
  for (const Department d : every<Department>()) {
    const double measured = week.targets[static_cast<std::size_t>(d)].effect.causal_return();
    returns[d] = std::isfinite(measured) ? measured : 0;
  }
  return returns;
}

ProbedWeek probed(const Simulation& before, const Unit& unit, const Probes& probes) {
  const int first = before.weeks_done();
  const Watched watched{probes.firm,
                        {first, first + probes.grant_weeks - 1},
                        static_cast<int>(unit.scenario.parameters.run.weeks)};
  const Account without = account_of(before, watched, unit);
  ProbedWeek week;
  week.npv = without.npv;
  const auto targets = all_targets();
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const GrantTarget& target = targets[i];
    week.targets[i] = {effect_of(before, target, probes.factor, watched, without, unit),
                       without.cost_of(target), without.credited_to(target), without.contributed_by(target)};
  }
  for (const Department d : every<Department>())
    week.knocked_out[d] = account_of(before, watched, unit, knock_out(d, probes.firm)).npv - without.npv;
  const BeforeWeek shown = show(returns_in(week), probes.firm, first);
  week.shown = account_of(before, watched, unit, shown).npv - without.npv;
  return week;
}

}  // namespace

std::array<GrantTarget, kTargets> all_targets() {
  std::array<GrantTarget, kTargets> targets;
  std::size_t i = 0;
  for (const Department d : every<Department>()) targets[i++] = {d, {}};
  for (const Mode m : every<Mode>()) targets[i++] = {Department::marketing, m};
  return targets;
}

std::vector<ProbedWeek> valued(const Unit& unit, const Probes& probes) {
  Simulation run = begun(unit.scenario, unit);
  std::vector<ProbedWeek> weeks;
  for (const int week : probes.weeks) {
    for (; run.weeks_done() < week; run.step(unit.executor)) unit.stop.check();
    weeks.push_back(probed(run, unit, probes));
  }
  return weeks;
}

}  // namespace orgsim
