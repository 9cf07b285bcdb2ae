#include "experiment/drawn.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "experiment/guards.hpp"
#include "scenario/text/checks.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostTrialDraws = 1000;

void expect_sound_draws(const Scenario& scenario, const Scenario& drawn, std::size_t replication) {
  std::vector<Problem> problems = problems_of(drawn);
  if (problems.empty()) return;
  for (Problem& problem : problems) {
    problem.what += fmt::format(" (as drawn for replication {})", replication);
    problem.place = scenario.drawn.front().place;
    for (const DrawnKey& key : scenario.drawn) {
      if (key.path == problem.key) problem.place = key.place;
    }
  }
  throw InputError(problems);
}

}  // namespace

Drawn drawn_for(const Scenario& scenario, std::size_t replication) {
  const StreamKey stream_key{static_cast<std::uint64_t>(scenario.parameters.run.seed),
                             static_cast<std::uint32_t>(replication)};
  std::vector<double> values = draw_values(scenario, stream_key);
  Scenario drawn = with_values(scenario, values);
  if (!scenario.drawn.empty()) expect_sound_draws(scenario, drawn, replication);
  return {stream_key, std::move(values), std::move(drawn)};
}

void check_draws(const Scenario& scenario) {
  if (scenario.drawn.empty()) return;
  const auto replications = static_cast<std::size_t>(scenario.parameters.run.replications);
  for (std::size_t r = 0; r < std::min(replications, kMostTrialDraws); ++r) drawn_for(scenario, r);
}

bool is_deterministic(const Scenario& scenario) {
  return scenario.parameters.market.kind == MarketKind::mean_field && scenario.drawn.empty();
}

std::size_t replications_of(const Scenario& scenario) {
  return is_deterministic(scenario) ? 1 : static_cast<std::size_t>(scenario.parameters.run.replications);
}

void expect_sound(const Scenario& scenario) {
  const std::vector<Problem> problems = problems_of(scenario);
  if (!problems.empty()) throw InputError(problems);
}

Start start_of(const Scenario& scenario, std::size_t replication, const StopFlag& stop) {
  expect_sound(scenario);
  expect_memory(scenario, 1, 1, 1);
  Drawn drawn = drawn_for(scenario, replication);
  if (!scenario.drawn.empty()) expect_memory(drawn.scenario, 1, 1, 1);
  Simulation simulation(drawn.scenario, drawn.stream_key, stop);
  return {std::move(drawn.scenario), std::move(simulation)};
}

}  // namespace orgsim
