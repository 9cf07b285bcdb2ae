// The parts of the module, one file each.
#pragma once

#include <pybind11/pybind11.h>

namespace orgsim::python {

void bind_errors(pybind11::module_& m);
void bind_values(pybind11::module_& m);
void bind_scenario(pybind11::module_& m);
void bind_shipped(pybind11::module_& m);
void bind_run(pybind11::module_& m);
void bind_firm(pybind11::module_& m);
void bind_dates(pybind11::module_& m);
void bind_decide(pybind11::module_& m);
void bind_simulation(pybind11::module_& m);
void bind_plausible(pybind11::module_& m);
void bind_sweep(pybind11::module_& m);
void bind_statistics(pybind11::module_& m);
void bind_words(pybind11::module_& m);
void bind_worlds(pybind11::module_& m);
void bind_fit(pybind11::module_& m);
void bind_units(pybind11::module_& m);

}  // namespace orgsim::python
