#include "experiment/run.hpp"

#include <algorithm>

#include "experiment/bands.hpp"
#include "experiment/doubting.hpp"
#include "experiment/guards.hpp"
#include "experiment/progress.hpp"
#include "experiment/replication.hpp"
#include "platform/parallel.hpp"
#include "scenario/text/checks.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostBlockWeeks = 52;

RunResult prepared(const Scenario& scenario, const std::vector<Arm>& arms) {
  expect_sound(scenario);
  expect_sound(arms, scenario);
  RunResult result;
  result.scenario = scenario;
  result.arms = titles_of(arms);
  result.replications = replications_of(scenario);
  result.drawn.resize(result.replications);
  result.outcomes.assign(arms.size(), std::vector<Outcome>(result.replications));
  return result;
}

// A replication before week 0; keeps what it draws.
Replication begun(RunResult& result, std::size_t r, const std::vector<Arm>& arms, const StopFlag& stop) {
  stop.check();
  Drawn drawn = drawn_for(result.scenario, r);
  result.drawn[r] = std::move(drawn.values);
  return {drawn.scenario, arms, drawn.stream_key, stop};
}

void keep_outcomes(RunResult& result, std::size_t r, const Replication& replication) {
  for (std::size_t a = 0; a < replication.arms(); ++a) result.outcomes[a][r] = replication.outcome(a);
}

// Where there are fewer replications than threads, the weeks of one share them.
Executor lent_threads(int threads, std::size_t replications) {
  const int each = threads / static_cast<int>(replications);
  return each > 1 ? on_threads(each) : Executor(in_turn);
}

// As many weeks as fit into memory; from the scenario alone, so that files are the same on every machine.
Plan plan_of(const RunResult& result) {
  const auto weeks = static_cast<std::size_t>(result.scenario.parameters.run.weeks);
  Recording recording(result.scenario.firms.size());
  const std::size_t a_week = result.arms.size() * result.replications * recording.width();
  const std::size_t per_block =
      std::clamp<std::size_t>(kBlockNumbers / a_week, 1, std::min(weeks, kMostBlockWeeks));
  return {std::string(kRun), result.scenario,     result.arms, result.replications, weeks,
          per_block,         std::move(recording)};
}

// How much of the work the runs of the default world are, so that the share that is done tells the time left.
double share_of_default(const RunResult& result, const std::vector<Arm>& arms, const RunOptions& options) {
  if (!options.doubts) return 1;
  const auto own = static_cast<double>(result.replications);
  return own / (own + static_cast<double>(doubt_parts(result.scenario, arms, options.worlds)));
}

void add_doubts(RunResult& result, const std::vector<Arm>& arms, const RunOptions& options, double begun) {
  WorkOptions work = options.work;
  if (options.work.progress)
    work.progress = [&](double done) { options.work.progress(begun + (1 - begun) * done); };
  result.doubt = doubts_of(result.scenario, arms, options.worlds, work);
}

void record(const World& world, double* row, const Recording& recording) {
  recording.series.record(world, row);
  expect_finite(recording.series, row, world.week);
  recording.audit.record(world, row + recording.series.width());
}

// The weeks of a block, of all arms of a replication. Whoever observes is shown all of a week before the
// next.
void run_block(Replication& replication, std::size_t r, const Executor& executor, const Observer& observe,
               WeekBlock& block) {
  const auto first = static_cast<int>(block.first_week);
  const auto end = first + static_cast<int>(block.weeks);
  const auto keep = [&](std::size_t a, const Simulation& simulation) {
    const auto i = static_cast<std::size_t>(simulation.world().week - first);
    record(simulation.world(), block.row(a, r, i), block.recording());
    if (observe) observe(simulation, a, r);
  };
  for (int week = observe ? first + 1 : end; week <= end; ++week) replication.run_until(week, executor, keep);
  for (std::size_t a = 1; a < replication.arms(); ++a) block.copy_baseline(a, r, replication.first_week(a));
}

}  // namespace

std::vector<Arm> arms_of(const Scenario& scenario, const RunOptions& options) {
  std::vector<Arm> arms{baseline_arm()};
  if (options.only.empty()) {
    for (const Strategy& strategy : scenario.strategies) arms.push_back(strategy_arm(strategy));
    return arms;
  }
  for (const std::string& name : options.only) {
    if (name == kBaseline) continue;
    const Strategy* strategy = scenario.find_strategy(name);
    if (strategy == nullptr) {
      Problem problem = no_strategy(scenario, name);
      problem.place.file = options.only_place;
      throw InputError(problem);
    }
    const bool named_before = std::any_of(arms.begin(), arms.end(),
                                          [&](const Arm& arm) { return arm.title.name == strategy->name; });
    if (!named_before) arms.push_back(strategy_arm(*strategy));
  }
  return arms;
}

RunResult run(const Scenario& scenario, const RunOptions& options, RunSink* sink) {
  const auto& [threads, progress, stop] = options.work;
  const std::vector<Arm> arms = arms_of(scenario, options);
  RunResult result = prepared(scenario, arms);
  if (options.doubts && worlds_of(scenario) > 0) {
    require(options.worlds != nullptr, "worlds are there where they are asked for");
    result.scenario.parameters.run.worlds_checksum = options.worlds->checksum;
  }
  const double own_share = share_of_default(result, arms, options);
  expect_memory(scenario, arms.size(), result.replications, threads);
  std::vector<std::optional<Replication>> replications(result.replications);
  parallel_for(result.replications, threads,
               [&](std::size_t r) { replications[r].emplace(begun(result, r, arms, stop)); });

  const Plan plan = plan_of(result);
  WeekBlock block(arms.size(), result.replications, plan.weeks_per_block, plan.recording);
  if (sink != nullptr) sink->begin(plan);
  const std::size_t blocks = (plan.weeks + plan.weeks_per_block - 1) / plan.weeks_per_block;
  const auto tell = [&](double share) {
    if (progress) progress(own_share * share);
  };
  Progress done(blocks * result.replications, tell);
  const Executor executor = lent_threads(threads, result.replications);
  for (block.first_week = 0; block.first_week < plan.weeks; block.first_week += plan.weeks_per_block) {
    block.weeks = std::min(plan.weeks_per_block, plan.weeks - block.first_week);
    parallel_for(result.replications, threads, [&](std::size_t r) {
      run_block(*replications[r], r, executor, options.observe, block);
      done.part_done();
    });
    stop.check();
    add_headline(block, result.headline);
    if (sink != nullptr) sink->block(block, bands_of(block, threads));
  }
  for (std::size_t r = 0; r < result.replications; ++r) keep_outcomes(result, r, *replications[r]);
  replications.clear();
  if (options.doubts) add_doubts(result, arms, options, own_share);
  if (sink != nullptr) sink->end(result);
  return result;
}

RunResult run_outcomes(const Scenario& scenario, const std::vector<Arm>& arms, const WorkOptions& options) {
  RunResult result = prepared(scenario, arms);
  const auto at_once = std::min(result.replications, static_cast<std::size_t>(std::max(options.threads, 1)));
  expect_memory(scenario, arms.size(), at_once, options.threads, "threads");
  const auto weeks = static_cast<int>(scenario.parameters.run.weeks);
  const Executor executor = lent_threads(options.threads, result.replications);
  Progress done(result.replications, options.progress);
  parallel_for(result.replications, options.threads, [&](std::size_t r) {
    Replication replication = begun(result, r, arms, options.stop);
    replication.run_until(weeks, executor);
    keep_outcomes(result, r, replication);
    done.part_done();
  });
  return result;
}

}  // namespace orgsim
