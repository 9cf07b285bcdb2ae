// One run as a value: step it, copy it (a fork), compare it.
#pragma once

#include <optional>
#include <vector>

#include "engine/decision.hpp"
#include "engine/scenario.hpp"
#include "model/world.hpp"
#include "strategy/head.hpp"

namespace orgsim {

class Simulation {
 public:
  // The run before week 0. The scenario must have no drawn keys left (with_values) and no problems.
  // A large network takes its time: `stop` ends that with Interrupted.
  Simulation(const Scenario& scenario, const StreamKey& stream_key, const StopFlag& stop = {});

  // Weeks simulated so far; also the week that step() simulates next.
  int weeks_done() const { return world_.week + 1; }

  // The threads of `executor` may share a week, which pays for networks of millions. What comes out does not
  // depend on it.
  void step(const Executor& executor = in_turn);
  void run_until(int weeks, const Executor& executor = in_turn) {
    while (weeks_done() < weeks) step(executor);
  }

  // What holds from the next week on: parameters, overrides of firms, and grants, as a scenario that differs
  // from the run's own has them. Keys that are settled at the start stay what they were.
  void change(const Scenario& scenario);

  // Gives a firm a strategy. It takes over from the present one in its first week, this week at the earliest.
  void assign(int firm, const Strategy& strategy);

  // Acts in a firm's stead from the next week on. Throws InputError, and then nothing has changed.
  void decide(int firm, const Decision& decision);

  // From the next week on one more grant, as one of the scenario's.
  void give(const Grant& grant) { world_.grants.push_back(grant); }

  // From the next week on the firm's executive divides the budget by these returns instead of those that it
  // perceives; by its own again if there are none (docs/model.md, 3.9).
  void show_returns(int firm, const std::optional<PerDepartment>& returns);

  // From the next week on chance is what it is in another replication; a network stays as it is.
  void meet_luck_of(const StreamKey& stream_key) { world_.stream_key = stream_key; }

  const World& world() const { return world_; }
  const Society& society() const { return *society_; }
  const Firms& firms() const { return world_.firms; }
  const Head& head(int f) const { return heads_[static_cast<std::size_t>(f)]; }

  bool operator==(const Simulation&) const = default;

  // For snapshots.
  Simulation() = default;
  template <class Visitor>
  void for_each_member(Visitor&& visit) {
    visit(world_);
    visit(heads_);
    visit(society_);
  }

 private:
  Simulation(const Scenario& scenario, const StreamKey& stream_key, Populated people);
  void lead_marketing();

  World world_;
  std::vector<Head> heads_;
  Shared<Society> society_;  // the same for all forks
};

}  // namespace orgsim
