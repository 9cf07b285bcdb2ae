#include "experiment/explain/mechanisms.hpp"

#include <algorithm>

namespace orgsim {

namespace {

bool draws(const Scenario& scenario, std::string_view key) {
  return std::ranges::any_of(scenario.drawn,
                             [&](const DrawnKey& drawn) { return drawn.path.ends_with(key); });
}

bool always(const Schedule& schedule, double value) {
  return std::ranges::all_of(schedule.knots, [&](const Knot& knot) { return knot.value == value; });
}

constexpr Mechanism kMechanismList[] = {
    {"saturation", "the population grows at mechanisms.inflow_off",
     [](const Scenario& s) { return s.parameters.mechanisms.saturation; },
     [](Scenario& s) { s.parameters.mechanisms.saturation = false; }},
    {"winter", "climate 1 in every week",
     [](const Scenario& s) { return !always(s.parameters.environment.climate, 1); },
     [](Scenario& s) { s.parameters.environment.climate = Schedule{{{0, 1.0}}}; }},
    {"ai", "AI parity 0 in every week",
     [](const Scenario& s) { return s.parameters.environment.ai.ceiling > 0 || draws(s, "ai.ceiling"); },
     [](Scenario& s) { s.parameters.environment.ai.ceiling = 0; }},
    {"directness", "directness 0 in every week",
     [](const Scenario& s) { return !always(s.parameters.environment.directness, 0); },
     [](Scenario& s) { s.parameters.environment.directness = Schedule{{{0, 0.0}}}; }},
    {"credit", "attribution_bias 0: executives see what is contributed",
     [](const Scenario& s) {
       const std::vector<FirmParameters> firms = parameters_of_firms(s);
       return draws(s, "attribution_bias") || std::ranges::any_of(firms, [](const FirmParameters& firm) {
                return firm.measurement.attribution_bias > 0;
              });
     },
     [](Scenario& s) {
       s.parameters.firm.measurement.attribution_bias = 0;
       for (FirmEntry& firm : s.firms) firm.overrides.measurement.attribution_bias = 0;
     }},
    {"politics", "power does not enter the reallocation of the budget",
     [](const Scenario& s) { return s.parameters.mechanisms.politics; },
     [](Scenario& s) { s.parameters.mechanisms.politics = false; }},
};

}  // namespace

std::span<const Mechanism> mechanisms() {
  return kMechanismList;
}

}  // namespace orgsim
