// Small tables of quarters for tests.
#pragma once

#include "experiment/fit/plan.hpp"

namespace orgsim::test {

// Four quarters of users and revenue, one cell missing, in a market of two firms with three numbers unknown:
// how ready people are to hear of it, churn, and the error of users.
FitPlan small_fit(std::size_t points = 40);

// The same with budgets and everything unknown.
FitPlan open_fit();

}  // namespace orgsim::test
