// The firms and the strategies of a scenario as a list and a dict.
#pragma once

#include "bindings/definer.hpp"

namespace orgsim::python {

// A table of a scenario; changes go into it.
struct Table {
  py::object owner;

  const Scenario& scenario() const { return owner.cast<const Scenario&>(); }
  // Throws AttributeError if the scenario is fixed.
  Scenario& changeable() const {
    expect_changeable(owner);
    return owner.cast<Scenario&>();
  }
};
struct Firms : Table {};
struct Strategies : Table {};
struct Grants : Table {};

// What a dict or list says. Throws TypeError if it is None.
Node needed(py::handle value, const std::string& path);

void bind_tables(py::module_& m, const Docs& docs);
void bind_grants(py::module_& m);

}  // namespace orgsim::python
