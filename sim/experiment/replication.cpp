#include "experiment/replication.hpp"

#include <algorithm>

#include "experiment/guards.hpp"

namespace orgsim {

namespace {

// As nearly all arms do: then there is little to check and nothing to keep.
bool only_takes_strategies(const Arm& arm) {
  return !arm.from && std::all_of(arm.changes.begin(), arm.changes.end(), [](const Change& change) {
    return std::holds_alternative<TakeStrategy>(change);
  });
}

std::vector<Strategy> strategies_of(const Arm& arm, const Scenario& scenario) {
  std::vector<Strategy> strategies;
  for (const Change& change : arm.changes) {
    if (const auto* take = std::get_if<TakeStrategy>(&change)) {
      const Strategy* strategy = scenario.find_strategy(take->name);
      if (strategy == nullptr) throw InputError(problems_of(arm, scenario));
      strategies.push_back(*strategy);
    }
  }
  return strategies;
}

// What the focal firm does, begun once a line of one's own is crossed.
Strategy as_answer(Strategy strategy) {
  strategy.start.reset();
  strategy.when = Crisis::any;
  strategy.delay = 0;
  return strategy;
}

}  // namespace

Followers::Followers(const Scenario& scenario) : takers_{0} {
  for (std::size_t f = 1; f < scenario.firms.size(); ++f) {
    if (scenario.firms[f].strategy == kSameAsFocal) takers_.push_back(static_cast<int>(f));
    if (scenario.firms[f].strategy == kAnswersFocal) answerers_.push_back(static_cast<int>(f));
  }
}

void Followers::take(Simulation& simulation, const Strategy& strategy) const {
  for (const int f : takers_) simulation.assign(f, strategy);
  for (const int f : answerers_) simulation.assign(f, as_answer(strategy));
}

Replication::Replication(const Scenario& scenario, std::span<const Arm> arms, const StreamKey& stream_key,
                         const StopFlag& stop)
    : followers_(scenario),
      baseline_{Simulation(scenario, stream_key, stop), OutcomeTracker(scenario.firms.size())},
      stop_(stop) {
  require(!arms.empty() && arms.front().changes.empty() && !arms.front().from,
          "the first arm is the baseline");
  for (const Arm& arm : arms.subspan(1)) {
    std::optional<Scenario> changed;
    if (!only_takes_strategies(arm)) changed = changed_by(arm, scenario);
    std::vector<Strategy> strategies = strategies_of(arm, changed ? *changed : scenario);
    arms_.push_back({std::move(changed), arm.from, std::move(strategies), {}, 0});
  }
}

bool Replication::is_due(const Branch& branch) const {
  if (branch.from) return *branch.from <= weeks_done();
  const auto begins = [&](const Strategy& strategy, int firm) {
    const std::optional<int> week =
        begin_week(strategy, baseline_.simulation.firms().lines[static_cast<std::size_t>(firm)]);
    return week && *week <= weeks_done();
  };
  return std::any_of(branch.strategies.begin(), branch.strategies.end(), [&](const Strategy& strategy) {
    return std::ranges::any_of(followers_.takers(), [&](int f) { return begins(strategy, f); });
  });
}

void Replication::fork_if_due(Branch& branch) const {
  if (branch.fork || !is_due(branch)) return;
  branch.fork = baseline_;
  branch.forked = weeks_done();
  Simulation& simulation = branch.fork->simulation;
  if (branch.changed) simulation.change(*branch.changed);
  for (const Strategy& strategy : branch.strategies) followers_.take(simulation, strategy);
}

void Replication::advance(Run& run, std::size_t arm, const Executor& executor, const AfterWeek& after) const {
  stop_.check();
  run.simulation.step(executor);
  run.tracker.observe(run.simulation.world());
  expect_finite(run.simulation.world());
  if (after) after(arm, run.simulation);
}

void Replication::run_until(int week, const Executor& executor, const AfterWeek& after) {
  run_until(week, executor, after, [](std::size_t) { return true; });
}

void Replication::run_until_judged(int weeks) {
  constexpr int year = 52;
  const auto wanted = [this](std::size_t arm) { return !is_judged(arm); };
  const auto any_wanted = [&] {
    for (std::size_t arm = 1; arm < arms(); ++arm) {
      if (wanted(arm)) return true;
    }
    return false;
  };
  while (weeks_done() < weeks && any_wanted())
    run_until(std::min(weeks_done() + year, weeks), in_turn, {}, wanted);
}

template <class Wanted>
void Replication::run_until(int week, const Executor& executor, const AfterWeek& after, Wanted wanted) {
  while (weeks_done() < week) {
    for (Branch& branch : arms_) fork_if_due(branch);
    advance(baseline_, 0, executor, after);
  }
  for (std::size_t arm = 1; arm < arms(); ++arm) {
    std::optional<Run>& fork = arms_[arm - 1].fork;
    while (fork && fork->simulation.weeks_done() < week && wanted(arm)) advance(*fork, arm, executor, after);
  }
}

std::optional<int> Replication::began(std::size_t arm) const {
  if (!has_begun(arm)) return std::nullopt;
  const Branch& branch = arms_[arm - 1];
  if (branch.strategies.empty()) return branch.from;
  const Head& head = run_of(arm).simulation.head(0);
  const bool took_over = head.current && head.current->name == branch.strategies.back().name;
  return took_over ? head.began : std::nullopt;
}

bool Replication::is_judged(std::size_t arm) const {
  const std::optional<int> week = began(arm);
  const Simulation& simulation = run_of(arm).simulation;
  return week && simulation.weeks_done() > last_judged_week(*week, simulation.world().parameters.lines);
}

Outcome Replication::outcome(std::size_t arm) const {
  const Run& run = run_of(arm);
  Outcome outcome = run.tracker.outcome(run.simulation);
  outcome.began = began(arm);
  if (outcome.began) {
    const Judgement judgement = judged(baseline_.tracker.positions(), run.tracker.positions(), *outcome.began,
                                       run.simulation.world().parameters.lines);
    outcome.verdict = judgement.verdict;
    outcome.lenient = judgement.lenient;
    outcome.strict = judgement.strict;
    outcome.standing = judgement.standing;
  }
  return outcome;
}

}  // namespace orgsim
