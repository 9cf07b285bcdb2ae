// One run as a value: step it, copy it (a fork), compare it.
#pragma once

#include <vector>

#include "engine/scenario.hpp"
#include "model/world.hpp"
#include "strategy/head.hpp"

namespace orgsim {

class Simulation {
 public:
  // The run before week 0. The scenario must have no drawn keys left (with_values) and no problems.
  // A large network takes its time: `stop` ends that with Interrupted.
  Simulation(const Scenario& scenario, const Luck& luck, const StopFlag& stop = {});

  // Weeks simulated so far; also the week that step() simulates next.
  int weeks_done() const { return world_.week + 1; }

  void step();
  void run_until(int weeks) {
    while (weeks_done() < weeks) step();
  }

  // Threads that one week may use; pays for networks of millions. What comes out does not depend on it.
  void use_threads(int threads);

  // Gives a firm a strategy. It takes over from the present one in its first week, this week at the earliest.
  void assign(int firm, const Strategy& strategy);

  const World& world() const { return world_; }
  const Firm& firm(int f) const { return world_.firms[static_cast<std::size_t>(f)]; }
  const Head& head(int f) const { return heads_[static_cast<std::size_t>(f)]; }

  bool operator==(const Simulation&) const = default;

  // For snapshots.
  Simulation() = default;
  template <class Visitor>
  void for_each_member(Visitor&& visit) {
    visit(world_);
    visit(heads_);
  }

 private:
  void lead_marketing();

  World world_;
  std::vector<Head> heads_;
};

}  // namespace orgsim
