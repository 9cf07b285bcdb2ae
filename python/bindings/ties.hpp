// Networks that are given from Python, and what is noted about scenarios.
#pragma once

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <optional>
#include <string>
#include <vector>

#include "engine/scenario.hpp"

namespace py = pybind11;

namespace orgsim::python {

// Makes the graph the scenario's network and its nodes the customers. `graph` is whatever orgsim.networks
// understands. Throws InputError, and the scenario is as it was.
void use_network(Scenario& scenario, py::handle graph, const std::optional<bool>& directed);

// The ties of a network that no file holds, as bytes for a pickle; None otherwise.
py::object given_network(const Scenario& scenario);
void take_given_network(Scenario& scenario, const py::tuple& network);

// Each note as a text.
std::vector<std::string> notes_of(const Scenario& scenario);

// Issues each note as an orgsim.ScenarioWarning.
void warn_of_notes(const Scenario& scenario);

}  // namespace orgsim::python
