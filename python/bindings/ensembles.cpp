#include "bindings/ensembles.hpp"

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/names.hpp"
#include "experiment/worlds/plan.hpp"

namespace py = pybind11;

namespace orgsim::python {

Ranges ranges_of(const std::string& name) {
  const std::optional<Ranges> ranges = named<Ranges>(name);
  if (ranges) return *ranges;
  throw InputError(
      Problem{{}, "ranges", fmt::format("there are no ranges '{}'", name), "plausible, narrow or wide"});
}

std::size_t points_of(const Whole& points) {
  return static_cast<std::size_t>(points.within("points", kLeastWorlds, kMostWorlds));
}

std::uint64_t seed_of(const Whole& seed) {
  return static_cast<std::uint64_t>(seed.within("seed", 0, static_cast<std::int64_t>(range::seed.high)));
}

std::uint64_t evaluations_of(const Whole& most_evaluations) {
  return static_cast<std::uint64_t>(most_evaluations.within("most_evaluations", kLeastAsked, kMostAsked));
}

py::array_t<double> table_of(const std::vector<std::vector<double>>& rows, std::size_t columns) {
  py::array_t<double> table({rows.size(), columns});
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < columns; ++c)
      table.mutable_at(static_cast<py::ssize_t>(r), static_cast<py::ssize_t>(c)) = rows[r][c];
  }
  return table;
}

}  // namespace orgsim::python
