#include "support/probes.hpp"

namespace orgsim::test {

namespace {

UnitsShape shape_of_one(const Scenario& scenario) {
  UnitsShape shape;
  shape.scenario = scenario;
  shape.variants = {{std::string(kOwnVariant), {}, false, 0, 1}};
  return shape;
}

}  // namespace

AsUnit::AsUnit(const Scenario& scenario, std::uint32_t replication)
    : shape_(shape_of_one(scenario)),
      unit_{scenario,
            shape_,
            {&shape_.variants.front(), replication},
            {static_cast<std::uint64_t>(scenario.parameters.run.seed), replication},
            stop_,
            executor_} {}

Simulation AsUnit::at_week(int week) const {
  Simulation simulation(unit_.scenario, unit_.stream_key, unit_.stop);
  simulation.run_until(week);
  return simulation;
}

Scenario with_idle_sales(MarketKind kind) {
  Scenario scenario = tiny(kind);
  scenario.parameters.market.contact.sales = 0;
  scenario.parameters.market.choice.closing = 0;
  Executive& executive = scenario.parameters.firm.executive;
  executive.eta = executive.eta_scrutiny = executive.eta_power = executive.eta_equality = 0;
  return scenario;
}

}  // namespace orgsim::test
