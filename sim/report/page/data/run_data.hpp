// The data of a run's page: all that it shows, in both languages, with the numbers of the terminal and of
// --json. Needs no file, and no library that writes them.
#pragma once

#include <vector>

#include "experiment/focal_weeks.hpp"
#include "report/page/data/bilingual.hpp"
#include "report/summary.hpp"

namespace orgsim::page {

// The members of the page that a run fills (docs/page.md). `weeks` are those of the result's arms.
Json run_data(const Summary& summary, const std::vector<FocalWeeks>& weeks);

// What every page begins with: program, words, title and size of the scenario.
Json begun_data(const Scenario& scenario, std::size_t replications);

}  // namespace orgsim::page
