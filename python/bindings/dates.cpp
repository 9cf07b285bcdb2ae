// Dates as people write them, read by the rule of CSV files.
#include <fmt/format.h>
#include <pybind11/stl.h>

#include "bindings/areas.hpp"
#include "core/text.hpp"
#include "scenario/column_dates.hpp"

namespace orgsim::python {

namespace py = pybind11;

namespace {

std::vector<int> days_of(const std::vector<std::string>& cells) {
  const ColumnDates dates = dates_in(cells);
  if (!dates.ambiguous.empty()) {
    throw py::value_error(fmt::format(
        "'{}' may be {} or {}, and no row tells which; write the dates as {} or {}", excerpt(dates.ambiguous),
        dates.day_first, dates.month_first, dates.day_first, dates.month_first));
  }
  std::vector<int> days;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!dates.days[i]) {
      throw py::value_error(
          fmt::format("'{}' is no date; dates of one form, such as 2021-03-31 or 2021Q1", excerpt(cells[i])));
    }
    days.push_back(static_cast<int>(dates.days[i]->time_since_epoch().count()));
  }
  return days;
}

}  // namespace

void bind_dates(py::module_& m) {
  m.def("days_of", &days_of, py::arg("cells"),
        "Days since 1970-01-01 of dates that are all of one form. Raises ValueError for others, and where "
        "day and "
        "month may be exchanged.");
}

}  // namespace orgsim::python
