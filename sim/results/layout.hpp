// Names of groups and dimensions in the results file, shared by writer, reader and documentation.
#pragma once

#include <string>
#include <vector>

#include "experiment/block.hpp"
#include "results/dimension.hpp"

namespace orgsim::results {

// The dimensions of a run, by name: strategy, replication (the first `replications`), week, firm, department,
// mode, channel, line, quantile.
std::vector<Dimension> dimensions(const Plan& plan, std::size_t replications);

// Those of `all` that are named, in the order of `names`.
std::vector<Dimension> only(const std::vector<Dimension>& all, const std::vector<std::string>& names);

// The dimensions of a series after time: none, firm, firm and department, ...
std::vector<std::string> dimensions_of(Extent extent);

struct OutcomeVariable {
  std::string_view name;
  std::vector<std::string> over;  // after strategy and replication
  std::string_view unit;
  std::string_view meaning;
  double (*value)(const Outcome& outcome, std::size_t firm, std::size_t i);
};

// The numeric variables of the group `outcomes`. Weeks that never came are NaN.
const std::vector<OutcomeVariable>& outcome_variables();

}  // namespace orgsim::results
