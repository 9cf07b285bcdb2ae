// Experiments on one course of the firms, in which no strategies are tried against each other: the focal firm
// follows none, or the one that is named. Rivals then do the same or answer it.
#pragma once

#include "core/field.hpp"
#include "engine/simulation.hpp"
#include "experiment/units/plan.hpp"

namespace orgsim {

// Of the option that names the focal firm's strategy.
inline Field strategy_option() {
  return Field{
      "strategy",
      "",
      range::any,
      "Strategy that the focal firm follows once it begins, and that rivals answer; none if left out",
      "",
      Trait::fixed};
}

// As units_plan(), with the focal firm following that strategy. Without one there are no units with other
// rivals: they would have nothing to answer. Throws InputError if there is no such strategy.
UnitsPlan course_plan(std::string_view experiment, const UnitsAsked& asked, const std::string& strategy);

// Whether a plan leaves out rivals that were asked for, because they would have nothing to answer.
bool leaves_rivals_out(const UnitsShape& shape);

// The run of a unit before its first week: the focal firm's strategy, if it has one, is taken by those that
// do as it does, and by those that answer it.
Simulation begun(const Scenario& scenario, const Unit& unit);

}  // namespace orgsim
