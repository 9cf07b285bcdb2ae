#include "engine/simulation.hpp"

#include "model/week.hpp"

namespace orgsim {

Simulation::Simulation(const Scenario& scenario, const StreamKey& stream_key, const StopFlag& stop)
    : Simulation(scenario, stream_key,
                 populated_market(scenario.parameters, scenario.ties, stream_key, stop)) {}

Simulation::Simulation(const Scenario& scenario, const StreamKey& stream_key, Populated people)
    : world_(initial_world(scenario.parameters, parameters_of_firms(scenario), scenario.grants, stream_key,
                           std::move(people.market))),
      heads_(scenario.firms.size()),
      society_(std::move(people.society)) {
  require(scenario.drawn.empty(), "a simulation needs numbers, not distributions");
  require(static_cast<std::int64_t>(scenario.firms.size()) == scenario.parameters.market.firms,
          "a scenario has one entry per firm");
  for (std::size_t f = 0; f < heads_.size(); ++f) {
    const Strategy* own = scenario.find_strategy(scenario.firms[f].strategy);
    if (own != nullptr) assign(static_cast<int>(f), *own);
  }
}

// The week (docs/model.md, 3). Every step reads what the steps above it made; the order is the model.
void Simulation::step(const Executor& executor) {
  ++world_.week;
  environment(world_, *society_);
  executives(world_);
  lead_marketing();
  departments(world_);
  customers(world_, *society_, executor);
  ledgers(world_);
  politics(world_);
  lines(world_);
}

void Simulation::change(const Scenario& scenario) {
  require(scenario.drawn.empty() && scenario.firms.size() == world_.firms.size(),
          "a run is changed by a scenario of its own shape");
  world_.parameters = scenario.parameters;
  world_.grants = scenario.grants;
  const std::vector<FirmParameters> firms = parameters_of_firms(scenario);
  for (std::size_t f = 0; f < firms.size(); ++f) world_.firms[f].parameters = firms[f];
}

void Simulation::assign(int firm, const Strategy& strategy) {
  heads_.at(static_cast<std::size_t>(firm)).next = strategy;
}

void Simulation::decide(int firm, const Decision& decision) {
  orgsim::decide(world_.firms.at(static_cast<std::size_t>(firm)), decision);
}

// The third step begins with it: the heads decide before their departments act (docs/model.md, 7.3).
void Simulation::lead_marketing() {
  for (std::size_t f = 0; f < heads_.size(); ++f) lead(heads_[f], world_.firms[f], world_.week);
}

}  // namespace orgsim
