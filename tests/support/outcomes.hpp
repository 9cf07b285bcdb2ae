// Outcomes made by hand.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "experiment/run.hpp"
#include "support/worlds.hpp"

namespace orgsim::test {

// Ten replications of a baseline and of strategies S1, S2, ... that begin in week 20. Calls
// fill(outcome, arm, replication) for each, the baseline's with arm 0.
template <class Fill>
RunResult ten_replications(std::size_t strategies, const Fill& fill) {
  RunResult result;
  result.scenario = tiny();
  result.replications = 10;
  result.arms = {{"baseline", "baseline"}};
  result.outcomes.assign(strategies + 1, std::vector<Outcome>(result.replications));
  for (std::size_t a = 0; a <= strategies; ++a) {
    if (a > 0) result.arms.push_back({"s" + std::to_string(a), "S" + std::to_string(a)});
    for (std::size_t r = 0; r < result.replications; ++r) {
      Outcome& outcome = result.outcomes[a][r];
      outcome.firms.resize(3);
      outcome.firms[0].npv = 100;
      if (a > 0) outcome.began = 20;
      fill(outcome, a, r);
    }
  }
  result.headline = {{1}, {1}, {1}};
  return result;
}

}  // namespace orgsim::test
