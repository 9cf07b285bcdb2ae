#include "experiment/all.hpp"

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

constexpr Experiment kAll[] = {
    {kRun, "When is marketing marginalised, and which strategies reverse it?", &numbers_of_run},
};

}  // namespace

std::span<const Experiment> all_experiments() {
  return kAll;
}

}  // namespace orgsim
