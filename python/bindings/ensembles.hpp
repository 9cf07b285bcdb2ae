// What calls that draw ensembles of worlds take and give.
#pragma once

#include <pybind11/numpy.h>

#include <string>
#include <vector>

#include "engine/plausible.hpp"

namespace orgsim::python {

// Both throw InputError.
Ranges ranges_of(const std::string& name);
std::size_t points_of(std::size_t points);

// A row each.
pybind11::array_t<double> table_of(const std::vector<std::vector<double>>& rows, std::size_t columns);

}  // namespace orgsim::python
