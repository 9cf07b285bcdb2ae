#include "experiment/units/all.hpp"

#include <algorithm>

#include "experiment/explain/explain.hpp"
#include "experiment/window/window.hpp"

namespace orgsim {

namespace {

constexpr UnitsExperiment kAllUnits[] = {
    {kExplain, "Why does it happen?", &option_shapes<ExplainOptions>, &plan_explain, true},
    {kWindow, "Until when can it still be reversed?", &option_shapes<WindowOptions>, &plan_window},
};

}  // namespace

std::span<const UnitsExperiment> units_experiments() {
  return kAllUnits;
}

const UnitsExperiment* units_experiment(std::string_view name) {
  const auto found = std::ranges::find(kAllUnits, name, &UnitsExperiment::name);
  return found == std::end(kAllUnits) ? nullptr : &*found;
}

}  // namespace orgsim
