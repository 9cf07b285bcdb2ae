// The intervals of the summary, for plots: computed in one place.
#include "experiment/statistics.hpp"

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <utility>

#include "bindings/areas.hpp"

namespace py = pybind11;

namespace orgsim::python {

namespace {

using Ends = std::pair<double, double>;
using Values = py::array_t<double, py::array::c_style | py::array::forcecast>;

Ends proportion(std::size_t successes, std::size_t trials) {
  if (successes > trials) throw py::value_error("there are more successes than trials");
  const Interval interval = wilson(successes, trials);
  return {interval.low, interval.high};
}

Ends mean(const Values& values) {
  if (values.size() == 0) throw py::value_error("there is no mean of no values");
  const Interval interval = mean_interval({values.data(), static_cast<std::size_t>(values.size())});
  return {interval.low, interval.high};
}

}  // namespace

void bind_statistics(py::module_& m) {
  m.def("wilson", &proportion, py::arg("successes"), py::arg("trials"),
        "95 % interval of a proportion (Wilson 1927, J. Am. Stat. Assoc. 22(158), 209-212). Raises "
        "ValueError if there are more successes than trials.");
  m.def("mean_interval", &mean, py::arg("values"),
        "95 % interval of a mean, by Student's t; of no width for one value. Raises ValueError for none.");
}

}  // namespace orgsim::python
