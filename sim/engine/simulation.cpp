#include "engine/simulation.hpp"

#include "model/week.hpp"

namespace orgsim {

Simulation::Simulation(const Scenario& scenario, const Luck& luck, const StopFlag& stop)
    : world_(initial_world(scenario.parameters, parameters_of_firms(scenario), scenario.grants, luck, stop)),
      heads_(scenario.firms.size()) {
  require(scenario.drawn.empty(), "a simulation needs numbers, not distributions");
  require(static_cast<std::int64_t>(scenario.firms.size()) == scenario.parameters.market.firms,
          "a scenario has one entry per firm");
  for (std::size_t f = 0; f < heads_.size(); ++f) {
    const Strategy* own = scenario.find_strategy(scenario.firms[f].strategy);
    if (own != nullptr) assign(static_cast<int>(f), *own);
  }
}

// The week of docs/model.md. Every step reads what the steps above it made; the order is the model.
void Simulation::step() {
  ++world_.week;
  environment(world_);
  executives(world_);
  lead_marketing();
  departments(world_);
  customers(world_);
  ledgers(world_);
  politics(world_);
  lines(world_);
}

void Simulation::use_threads(int threads) {
  if (auto* network = std::get_if<Network>(&world_.market)) network->threads = threads;
}

void Simulation::assign(int firm, const Strategy& strategy) {
  heads_.at(static_cast<std::size_t>(firm)).next = strategy;
}

// The first sentence of step 3.3: the heads decide before their departments act.
void Simulation::lead_marketing() {
  for (std::size_t f = 0; f < heads_.size(); ++f) lead(heads_[f], world_.firms[f], world_.week);
}

}  // namespace orgsim
