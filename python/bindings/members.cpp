#include "bindings/members.hpp"

#include <fmt/format.h>

#include "scenario/text/writer.hpp"

namespace orgsim::python {

const Distribution* MemberReader::drawn(const std::string& path) const {
  const DrawnKey* key = drawn_key(scenario_, path);
  return key == nullptr ? nullptr : &key->distribution;
}

py::object MemberReader::numbers(const double* values, std::size_t size, std::size_t dash) const {
  py::tuple tuple(size);
  for (std::size_t i = 0; i < size; ++i) {
    const Distribution* distribution =
        scenario_.drawn.empty() ? nullptr : drawn(fmt::format("{}[{}]", path_, i));
    if (i == dash) {
      tuple[i] = py::str("-");
    } else if (distribution != nullptr) {
      tuple[i] = py::cast(*distribution);
    } else {
      tuple[i] = py::float_(values[i]);
    }
  }
  return tuple;
}

py::object MemberReader::plain(const Schedule& schedule) {
  py::tuple tuple(schedule.knots.size());
  for (std::size_t i = 0; i < schedule.knots.size(); ++i) {
    tuple[i] = py::make_tuple(schedule.knots[i].week, schedule.knots[i].value);
  }
  return tuple;
}

}  // namespace orgsim::python
