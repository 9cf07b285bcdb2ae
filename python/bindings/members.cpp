#include "bindings/members.hpp"

#include <fmt/format.h>

#include "scenario/text/writer.hpp"

namespace orgsim::python {

namespace {

// A tuple that says how it is changed.
py::object values_of(const py::list& entries) {
  return py::module_::import("orgsim.values").attr("Values")(entries);
}

}  // namespace

const Distribution* MemberReader::drawn(const std::string& path) const {
  const DrawnKey* key = drawn_key(scenario_, path);
  return key == nullptr ? nullptr : &key->distribution;
}

py::object MemberReader::numbers(const double* values, std::size_t size, std::size_t dash) const {
  py::list entries(size);
  for (std::size_t i = 0; i < size; ++i) {
    const Distribution* distribution =
        scenario_.drawn.empty() ? nullptr : drawn(fmt::format("{}[{}]", path_, i));
    if (i == dash) {
      entries[i] = py::str("-");
    } else if (distribution != nullptr) {
      entries[i] = py::cast(*distribution);
    } else {
      entries[i] = py::float_(values[i]);
    }
  }
  return values_of(entries);
}

py::object MemberReader::plain(const Schedule& schedule) {
  py::list knots(schedule.knots.size());
  for (std::size_t i = 0; i < schedule.knots.size(); ++i) {
    knots[i] = py::make_tuple(schedule.knots[i].week, schedule.knots[i].value);
  }
  return values_of(knots);
}

}  // namespace orgsim::python
