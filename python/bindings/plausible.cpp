// What nobody knows the value of, and where it may lie.
#include "engine/plausible.hpp"

#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include "bindings/areas.hpp"

namespace py = pybind11;

namespace orgsim::python {

namespace {

using Plain = py::typing::Dict<py::str, py::object>;

py::typing::List<Plain> plain_numbers(const std::string& ranges) {
  const std::optional<Ranges> width = named<Ranges>(ranges);
  if (!width) {
    throw py::value_error(
        fmt::format("there are no ranges '{}'; there are {}", ranges, fmt::join(Names<Ranges>::value, ", ")));
  }
  py::typing::List<Plain> all;
  for (const PlausibleNumber& number : plausible_numbers(*width)) {
    Plain plain;
    plain["key"] = number.path;
    plain["low"] = number.low;
    plain["high"] = number.high;
    plain["scale"] = std::string(name_of(number.scale));
    plain["whole"] = number.whole;
    plain["share_of"] = number.share_of;
    plain["source"] = std::string(number.source);
    all.append(plain);
  }
  return all;
}

}  // namespace

void bind_plausible(py::module_& m) {
  m.def("plausible_numbers", &plain_numbers, py::arg("ranges") = std::string(name_of(Ranges::plausible)),
        "A dict for every number that has a plausible range: key, low, high, scale, whole, share_of (the key "
        "of which the range is a share, or empty), source. Raises ValueError.");
}

}  // namespace orgsim::python
