// One firm of a simulation, seen from Python.
#pragma once

#include "bindings/stepper.hpp"

namespace orgsim::python {

struct FirmView {
  py::object owner;  // a Stepper
  std::size_t firm;

  const World& world() const { return owner.cast<const Stepper&>().simulation.world(); }
};

struct AuditView : FirmView {};

}  // namespace orgsim::python
