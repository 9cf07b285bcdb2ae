// Showing the weeks of a run to a function of Python's.
#pragma once

#include <pybind11/pybind11.h>

#include <optional>
#include <vector>

#include "bindings/stepper.hpp"
#include "experiment/run.hpp"

namespace orgsim::python {

// Called with a copy of the run, the number of its arm, and its replication.
using Look = py::typing::Callable<py::object(Stepper, std::size_t, std::size_t)>;

// Threads without the GIL hold this, and may be the last to do so.
struct Watch {
  std::shared_ptr<const Look> look;  // nothing where nobody looks
  std::vector<int> weeks;
};

Watch watched(const std::optional<Look>& look, const std::vector<int>& weeks);

// Shows a scenario's runs as `watch` asks; takes the GIL, and throws what the function raises.
Observer observer(const Watch& watch, const Scenario& scenario, const StopFlag& stop);

}  // namespace orgsim::python
