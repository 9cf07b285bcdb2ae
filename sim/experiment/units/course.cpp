#include "experiment/units/course.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "experiment/doubting.hpp"
#include "experiment/drawn.hpp"
#include "experiment/replication.hpp"

namespace orgsim {

namespace {

void follow(Scenario& scenario, const std::string& strategy) {
  if (strategy.empty()) return;
  if (scenario.find_strategy(strategy) == nullptr) {
    std::vector<std::string> names;
    for (const Strategy& one : scenario.strategies) names.push_back(one.name);
    throw InputError(Problem{{},
                             "strategy",
                             fmt::format("strategy '{}' is not defined", strategy),
                             names.empty() ? "a table [strategies.NAME] in the scenario"
                                           : fmt::format("there are: {}", fmt::join(names, ", "))});
  }
  scenario.firms.front().strategy = strategy;
}

bool follows_none(const Scenario& scenario) {
  return scenario.find_strategy(scenario.firms.front().strategy) == nullptr;
}

}  // namespace

UnitsPlan course_plan(std::string_view experiment, const UnitsAsked& asked, const std::string& strategy) {
  UnitsAsked following = asked;
  expect_sound(following.scenario);
  follow(following.scenario, strategy);
  if (following.against) follow(*following.against, strategy);
  UnitsPlan plan = units_plan(experiment, following);
  if (follows_none(plan.scenario))
    std::erase_if(plan.variants, [](const UnitVariant& variant) { return variant.rivals.has_value(); });
  return plan;
}

bool leaves_rivals_out(const UnitsShape& shape) {
  return follows_none(shape.scenario) && !rivals_of(shape.scenario).empty();
}

Simulation begun(const Scenario& scenario, const Unit& unit) {
  Simulation simulation(scenario, unit.stream_key, unit.stop);
  const Strategy* strategy = scenario.find_strategy(scenario.firms.front().strategy);
  if (strategy != nullptr) Followers(scenario).take(simulation, *strategy);
  return simulation;
}

}  // namespace orgsim
