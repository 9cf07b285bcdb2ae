#include "engine/simulation.hpp"

#include "engine/first_strategy.hpp"
#include "executive/all.hpp"
#include "executive/dissolution.hpp"
#include "model/week.hpp"
#include "strategy/imitation.hpp"

namespace orgsim {

Simulation::Simulation(const Scenario& scenario, const StreamKey& stream_key, const StopFlag& stop)
    : Simulation(
          scenario, stream_key,
          populated_market(scenario.parameters, starts_of(scenario), scenario.ties, stream_key, stop)) {}

Simulation::Simulation(const Scenario& scenario, const StreamKey& stream_key, Populated people)
    : world_(initial_world(scenario.parameters, parameters_of_firms(scenario), scenario.grants, stream_key,
                           std::move(people.market))),
      heads_(scenario.firms.size()),
      society_(std::move(people.society)) {
  require(scenario.drawn.empty(), "a simulation needs numbers, not distributions");
  require(static_cast<std::int64_t>(scenario.firms.size()) == scenario.parameters.market.firms,
          "a scenario has one entry per firm");
  for (std::size_t f = 0; f < heads_.size(); ++f) {
    const Strategy* own = scenario.find_strategy(first_strategy(scenario, stream_key, f));
    if (own != nullptr) assign(static_cast<int>(f), *own);
  }
}

// The week (docs/model.md, 3); the order is the model. Each step is called once a week, and reads the keys,
// what is carried from last week, and what the steps above it made. What each leaves:
//
// - environment: climate, directness and AI parity in [0, 1]; newcomers in the market, and its census.
// - executives: scrutiny in (0, 1), revenue and injections that are not negative.
// - set_total_budgets: at least the floor, whatever is in cash.
// - budgets: sum to the total but for grants and decisions; shares sum to 1 before and after.
// - lead_marketing: a mix that sums to 1; adoption, redeployment and proof in [0, 1].
// - departments: spending of at most the budgets; voice, quality and engagement, finite and not negative.
// - customers: as many people as before, and the census of the week's end; all that were won, by channel.
// - ledgers: credited and contributed value by department; centrality sums to 1, or is 0 throughout.
// - politics: power that sums to 1; returns, profit and cash. From here on nothing reads this week's budgets.
// - reallocate: next week's shares sum to 1; the reasons why they moved sum to how far the logarithms did.
// - lines: which are crossed, the level, the stock phase.
// - dissolve: with [selection], shares and power that sum to 1 without the departments that are no more.
void Simulation::step(const Executor& executor) {
  ++world_.week;
  environment(world_, *society_);
  executives(world_);
  set_total_budgets(world_);
  budgets(world_);
  lead_marketing();
  departments(world_);
  customers(world_, *society_, executor);
  ledgers(world_);
  politics(world_);
  reallocate(world_);
  lines(world_);
  dissolve(world_);
}

void Simulation::change(const Scenario& scenario) {
  require(scenario.drawn.empty() && scenario.firms.size() == world_.firms.count(),
          "a run is changed by a scenario of its own shape");
  world_.parameters = scenario.parameters;
  world_.grants = scenario.grants;
  const std::vector<FirmParameters> firms = parameters_of_firms(scenario);
  settle(world_.hazards, scenario.parameters.market, firms);
  world_.firms.keys = OwnKeys(firms);
}

void Simulation::assign(int firm, const Strategy& strategy) {
  heads_.at(static_cast<std::size_t>(firm)).next = strategy;
}

void Simulation::decide(int firm, const Decision& decision) {
  orgsim::decide(world_.firms.decided.at(static_cast<std::size_t>(firm)), decision);
}

void Simulation::show_returns(int firm, const std::optional<PerDepartment>& returns) {
  require(!returns || returns->isFinite().all(), "returns that are shown are numbers");
  world_.firms.decided.at(static_cast<std::size_t>(firm)).returns = returns;
}

// The third step begins with it: the heads decide before their departments act (docs/model.md, 3.3).
void Simulation::lead_marketing() {
  imitate(heads_, world_);
  for (std::size_t f = 0; f < heads_.size(); ++f) lead(heads_[f], f, world_);
}

}  // namespace orgsim
