#include "experiment/worlds/runs.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "engine/series.hpp"

namespace orgsim {

namespace {

// What is measured is what the firms do by themselves.
Scenario bare(const Scenario& scenario, const MeasuredAs& as, const StreamKey& stream_key) {
  Scenario world = with_values(scenario, draw_values(scenario, stream_key));
  for (FirmEntry& firm : world.firms) firm.strategy.clear();
  world.grants.clear();
  world.parameters.market.kind = as.kind;
  world.parameters.run.weeks = kTenYears;
  return world;
}

}  // namespace

WatchedRun::WatchedRun(Simulation simulation, const StopFlag& stop, std::span<const SeriesMean> followed)
    : simulation_(std::move(simulation)),
      stop_(stop),
      first_(simulation_.weeks_done()),
      followed_(followed.begin(), followed.end()),
      sums_(followed.size()) {}

std::span<const Observed> WatchedRun::weeks(int first, int last) {
  require(first >= first_ && last >= first, "a run is watched from its first week on");
  after(last + 1);
  const auto begin = static_cast<std::size_t>(first - first_);
  return std::span(weeks_).subspan(begin, static_cast<std::size_t>(last - first + 1));
}

std::span<const double> WatchedRun::all_budgets(int end) {
  require(first_ == 0, "budgets of all weeks are those of a run from week 0");
  const std::size_t firms = simulation_.firms().count();
  after(end);
  return std::span(budgets_).first(static_cast<std::size_t>(end) * firms * count_of<Department>);
}

const Simulation& WatchedRun::after(int weeks) {
  while (simulation_.weeks_done() < weeks) step();
  return simulation_;
}

Simulation WatchedRun::fork(int week) {
  after(week + 1);
  return forks_.at(week);
}

double WatchedRun::mean(std::size_t i) {
  const WeekSpan weeks = followed_[i].weeks;
  after(weeks.last + 1);
  return sums_[i] / (weeks.last - weeks.first + 1);
}

void WatchedRun::step() {
  stop_.check();
  const int week = simulation_.weeks_done();
  if (std::ranges::find(kForks, week) != std::end(kForks)) forks_.emplace(week, simulation_);
  simulation_.step();
  observe();
}

void WatchedRun::observe() {
  const World& world = simulation_.world();
  const Firms& firms = world.firms;
  Observed now;
  now.users = firms.users(0);
  now.users_end = firms.users_end(0);
  now.growth = firms.growth(0);
  now.revenue = firms.revenue(0);
  now.profit = firms.profit(0);
  now.ltv = firms.ltv(0);
  now.won = firms.won(0);
  now.switched = firms.switched(0);
  now.lost = firms.lost(0);
  now.centrality = firms.centrality(Department::marketing, 0);
  now.power = firms.power(Department::marketing, 0);
  now.budget = firms.budget.of(0);
  now.cost = firms.cost.of(0);
  now.share = firms.share.of(0);
  now.users_of_all = sum(firms.users_end, firms.count());
  now.nonusers = world.census_end.all_nonusers;
  weeks_.push_back(now);
  for (std::size_t f = 0; f < firms.count(); ++f) {
    for (const double budget : firms.budget.of(f)) budgets_.push_back(budget);
  }
  for (std::size_t i = 0; i < followed_.size(); ++i) {
    const SeriesMean& one = followed_[i];
    if (one.weeks.holds(world.week)) sums_[i] += run_series()[one.series].value(world, 0, one.entry);
  }
}

Runs::Runs(const Scenario& world, const MeasuredAs& as, std::span<const SeriesMean> followed,
           const StopFlag& stop)
    : stream_key_{static_cast<std::uint64_t>(world.parameters.run.seed), as.replication},
      followed_(followed.begin(), followed.end()),
      stop_(stop) {
  world_ = bare(world, as, stream_key_);
}

WatchedRun Runs::run_of(const Scenario& scenario) const {
  return {Simulation(scenario, stream_key_, stop_), stop_};
}

WatchedRun& Runs::baseline() {
  if (!baseline_) baseline_.emplace(Simulation(world_, stream_key_, stop_), stop_, followed_);
  return *baseline_;
}

WatchedRun& Runs::still() {
  if (!still_) still_ = run_of(with_still_shares(world_));
  return *still_;
}

WatchedRun& Runs::granted(Department department, double factor, WeekSpan weeks) {
  const auto key = std::tuple(department, factor, weeks.first);
  if (const auto known = granted_.find(key); known != granted_.end()) return known->second;
  Scenario scenario = with_still_shares(world_);
  scenario.grants = {{{0}, department, factor, weeks}};
  Simulation simulation = still().fork(weeks.first);
  simulation.change(scenario);
  return granted_.emplace(key, WatchedRun(std::move(simulation), stop_)).first->second;
}

WatchedRun& Runs::alone() {
  if (!alone_) alone_ = run_of(with_still_shares(without_rivals(world_)));
  return *alone_;
}

WatchedRun& Runs::turned() {
  if (turned_) return *turned_;
  Strategy turn;
  turn.name = "turn";
  turn.start = 182;
  turn.ramp = 1;
  turn.mix = PerMode{0.2, 0.1, 0.6, 0.1};
  Simulation simulation = baseline().fork(182);
  simulation.assign(0, turn);
  return turned_.emplace(std::move(simulation), stop_);
}

WatchedRun& Runs::winter() {
  if (winter_) return *winter_;
  Scenario scenario = world_;
  scenario.parameters.environment.climate.knots = {{0, 1}, {150, 1}, {182, 0.1}};
  scenario.parameters.environment.ai.ceiling = 0.9;
  scenario.parameters.environment.ai.midpoint = 234;
  return winter_.emplace(run_of(scenario));
}

void let_hold_for_all(Scenario& scenario, std::initializer_list<const char*> names) {
  for (FirmEntry& firm : scenario.firms) {
    for (const char* name : names) {
      if (firm.overridden.contains(name)) drop_override(firm, name);
    }
  }
}

Scenario with_still_shares(Scenario scenario) {
  Executive& executive = scenario.parameters.firm.executive;
  executive.eta = executive.eta_scrutiny = executive.eta_power = 0;
  let_hold_for_all(scenario, {"eta", "eta_scrutiny", "eta_power"});
  return scenario;
}

Scenario without_rivals(Scenario scenario) {
  scenario.firms.resize(1);
  scenario.parameters.market.firms = 1;
  return scenario;
}

}  // namespace orgsim
