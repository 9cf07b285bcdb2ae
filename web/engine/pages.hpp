// Weeks that were recorded, as the pictures of a report's page show them.
#pragma once

#include "engine/series.hpp"
#include "experiment/block.hpp"
#include "experiment/focal_weeks.hpp"
#include "web/engine/request.hpp"

namespace orgsim::web {

// What a page draws of a week.
RowLayout layout_of(const Scenario& scenario);

// The rows of one replication: arm by arm, week by week.
using Rows = std::vector<double>;

// The weeks of all replications, and the headline of the result's summary.
std::vector<FocalWeeks> weeks_of(RunResult& result, std::span<const Rows> replications);

// A game's runs, each an arm, the untouched one first.
class GamePage {
 public:
  GamePage(const Scenario& scenario, std::size_t weeks);

  void add(const ArmTitle& title, const Outcome& outcome, const Rows& rows);
  Json json();

 private:
  RunResult result_;
  Rows rows_;
};

}  // namespace orgsim::web
