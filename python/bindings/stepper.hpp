// One run that Python steps.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <memory>
#include <optional>
#include <string>

#include "core/error.hpp"
#include "engine/scenario.hpp"
#include "engine/simulation.hpp"

namespace orgsim::python {

namespace py = pybind11;

// A simulation with the strategies that it can begin.
struct Stepper {
  std::shared_ptr<const Scenario> scenario;  // of its replication, without distributions
  Simulation simulation;
  Executor executor = in_turn;
  bool stepping = false;  // by some thread that does not hold the GIL
  bool shown = false;     // a week of a run of run(), to look at and to copy
  bool watched = false;   // by a function given to its own run(), which may be a rule

  bool operator==(const Stepper& other) const { return simulation == other.simulation; }
  int weeks() const { return static_cast<int>(scenario->parameters.run.weeks); }
};

using Callback = py::typing::Callable<py::object(Stepper)>;

InputError refused(const std::string& key, const std::string& what, const std::string& cure);
// A week in the making is nobody else's to see or to change: throws RuntimeError.
void expect_idle(const Stepper& self);
// The same for what is going to change it. Throws InputError if that would change nothing.
void expect_own(const Stepper& self);

// Throws InputError if no week is left in which what is done now could show; but a rule that decides every so
// many weeks is asked after the last week too.
void expect_weeks_left(const Stepper& self);

// All throw InputError for what cannot be.
Stepper start(const Scenario& scenario, std::int64_t replication, int threads);
void step(Stepper& self);
void run(Stepper& self, const std::optional<int>& until, const std::optional<Callback>& stop,
         const std::optional<Callback>& observe, int every);
void begin(Stepper& self, const std::string& name, int firm);

py::bytes save_both(const Stepper& self);
Stepper restore_both(const py::bytes& bytes);

}  // namespace orgsim::python
