// What calls that draw ensembles of worlds take and give.
#pragma once

#include <pybind11/numpy.h>

#include <string>
#include <vector>

#include "bindings/whole.hpp"
#include "engine/plausible.hpp"

namespace orgsim::python {

// Both throw InputError.
Ranges ranges_of(const std::string& name);
std::size_t points_of(const Whole& points);
// From 0 on, as far as a double tells neighbours apart. Throws InputError.
std::uint64_t seed_of(const Whole& seed);
// How many worlds may be tried. Throws InputError.
std::uint64_t evaluations_of(const Whole& most_evaluations);

// A row each.
pybind11::array_t<double> table_of(const std::vector<std::vector<double>>& rows, std::size_t columns);

}  // namespace orgsim::python
