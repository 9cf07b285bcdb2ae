#include "experiment/units/all.hpp"

#include <algorithm>

#include "experiment/audit/plan.hpp"
#include "experiment/explain/explain.hpp"
#include "experiment/select/select.hpp"
#include "experiment/value/plan.hpp"
#include "experiment/window/window.hpp"

namespace orgsim {

namespace {

constexpr UnitsExperiment kAllUnits[] = {
    {kExplain, "Why does it happen?", &option_shapes<ExplainOptions>, &plan_explain, true},
    {kWindow, "Until when can it still be reversed?", &option_shapes<WindowOptions>, &plan_window},
    {kAuditVerb, "Why was a department cut, and was that right?", &option_shapes<AuditOptions>, &plan_audit,
     false, true},
    {kValueVerb, "What is a department worth?", &option_shapes<ValueOptions>, &plan_value},
    {kSelect, "Who is left after twenty years?", &option_shapes<SelectOptions>, &plan_select},
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
