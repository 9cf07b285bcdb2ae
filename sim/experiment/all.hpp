// The list of experiments. A new one is a file beside run.cpp and a line here, or in units/all.cpp if it runs
// units: the contract test (tests/experiment/all_test.cpp) runs over the list, and results files name the
// experiment by it.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "experiment/run.hpp"

namespace orgsim {

struct Experiment {
  std::string_view name;      // the program's verb, the Python function, and `experiment` in results files
  std::string_view question;  // that it answers
  // Runs it with nothing but the scenario's own settings, and returns what came of it as numbers.
  std::function<std::vector<double>(const Scenario& scenario, const WorkOptions& options)> numbers;
};

std::span<const Experiment> all_experiments();

}  // namespace orgsim
