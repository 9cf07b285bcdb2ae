// Experiments that run units, asked for without other worlds.
#pragma once

#include <string_view>

#include "experiment/units/all.hpp"
#include "experiment/units/run.hpp"
#include "support/worlds.hpp"

namespace orgsim::test {

inline UnitsAsked asked(Scenario scenario, std::string_view options = "") {
  UnitsAsked asked;
  asked.scenario = std::move(scenario);
  asked.scenario.parameters.run.worlds = 0;
  asked.options = parse_document(options, "options");
  return asked;
}

inline UnitsPlan planned(std::string_view experiment, const Scenario& scenario,
                         std::string_view options = "") {
  return units_experiment(experiment)->plan(asked(scenario, options));
}

inline UnitsResult ran(std::string_view experiment, const Scenario& scenario, std::string_view options = "",
                       int threads = 2) {
  WorkOptions work;
  work.threads = threads;
  return run_units(planned(experiment, scenario, options), work);
}

// What is wrong with what is asked for.
inline std::string complaint(std::string_view experiment, const UnitsAsked& asked) {
  try {
    units_experiment(experiment)->plan(asked);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace orgsim::test
