// The firms and the strategies of a scenario as a list and a dict.
#pragma once

#include "bindings/definer.hpp"

namespace orgsim::python {

// Changes go into the scenario.
struct Firms {
  py::object owner;
  Scenario& scenario() const { return owner.cast<Scenario&>(); }
};
struct Strategies {
  py::object owner;
  Scenario& scenario() const { return owner.cast<Scenario&>(); }
};
// What a dict or list says. Throws TypeError if it is None.
Node needed(py::handle value, const std::string& path);

void bind_tables(py::module_& m, const Docs& docs);

}  // namespace orgsim::python
