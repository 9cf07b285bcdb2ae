// Small worlds for grants and their effects.
#pragma once

#include "experiment/units/plan.hpp"
#include "support/worlds.hpp"

namespace orgsim::test {

// A replication of a scenario as a unit of work. The scenario must outlive it.
class AsUnit {
 public:
  explicit AsUnit(const Scenario& scenario, std::uint32_t replication = 0);
  AsUnit(const AsUnit&) = delete;
  AsUnit& operator=(const AsUnit&) = delete;

  const Unit& unit() const { return unit_; }

  // Its run before a week.
  Simulation at_week(int week) const;

 private:
  UnitsShape shape_;
  StopFlag stop_;
  Executor executor_ = in_turn;
  Unit unit_;
};

// Shares are fixed, and what sales spend brings nobody and closes nothing.
Scenario with_idle_sales(MarketKind kind = MarketKind::mean_field);

}  // namespace orgsim::test
