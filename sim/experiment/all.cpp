#include "experiment/all.hpp"

#include "experiment/progress.hpp"
#include "experiment/sweep/point.hpp"
#include "experiment/units/all.hpp"
#include "experiment/units/run.hpp"
#include "platform/parallel.hpp"

namespace orgsim {

namespace {

std::vector<double> numbers_of_run(const Scenario& scenario, const WorkOptions& options) {
  std::vector<double> numbers;
  for (const std::vector<Outcome>& arm : run(scenario, {options, {}, "", {}}).outcomes) {
    for (const Outcome& outcome : arm) {
      numbers.push_back(static_cast<double>(outcome.verdict));
      numbers.push_back(outcome.began.value_or(-1));
      for (const FirmOutcome& firm : outcome.firms) numbers.push_back(firm.npv);
    }
  }
  return numbers;
}

std::vector<double> numbers_of_sweep(const Scenario& scenario, const WorkOptions& options) {
  const SweepPlan plan = plan_sweep(scenario);
  std::vector<std::vector<double>> points(plan.points());
  Progress done(plan.points(), options.progress);
  parallel_for(plan.points(), options.threads, [&](std::size_t p) {
    const PointRecord record = run_point(plan, p, 0, plan.replications, options.stop);
    points[p] = record.values;
    for (const Outcome& outcome : record.outcomes) points[p].push_back(outcome.firms.front().npv);
    done.part_done();
  });
  std::vector<double> numbers;
  for (const std::vector<double>& point : points) numbers.insert(numbers.end(), point.begin(), point.end());
  return numbers;
}

// Without other worlds, which a file holds.
std::vector<double> numbers_of_units(const UnitsExperiment& experiment, const Scenario& scenario,
                                     const WorkOptions& options) {
  UnitsAsked asked;
  asked.scenario = scenario;
  asked.scenario.parameters.run.worlds = 0;
  return run_units(experiment.plan(asked), options).values;
}

std::vector<Experiment> list() {
  std::vector<Experiment> all{
      {kRun, "When is marketing marginalised, and which strategies reverse it?", &numbers_of_run},
      {kSweep, "How does the answer change with the numbers of the scenario?", &numbers_of_sweep},
  };
  for (const UnitsExperiment& one : units_experiments()) {
    all.push_back({one.name, one.question, [&one](const Scenario& scenario, const WorkOptions& options) {
                     return numbers_of_units(one, scenario, options);
                   }});
  }
  return all;
}

}  // namespace

std::span<const Experiment> all_experiments() {
  static const std::vector<Experiment> all = list();
  return all;
}

}  // namespace orgsim
