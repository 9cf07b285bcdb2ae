// A firm within a simulation: its quantities by the names of sim/model/state/quantities.cpp.
#include "bindings/firm.hpp"

#include <fmt/ranges.h>
#include <pybind11/stl.h>

#include <map>
#include <string>

#include "bindings/areas.hpp"
#include "bindings/views.hpp"
#include "model/state/quantities.hpp"

namespace orgsim::python {

namespace {

struct Weeks : py::object {
  using py::object::object;
  explicit Weeks(py::object weeks) : py::object(std::move(weeks)) {}
};

std::string described(const Quantity& quantity) {
  std::string text;
  if (!quantity.symbol.empty() && quantity.symbol != quantity.name)
    text = fmt::format("{}: ", quantity.symbol);
  text += quantity.meaning;
  if (quantity.unit != "1") text += fmt::format(", in {}", quantity.unit);
  return text + (quantity.life == Life::carried ? "; carried from week to week." : "; made anew every week.");
}

const double* shown(const FirmView& view, const Quantity& quantity, std::size_t i = 0) {
  return quantity.at(view.world(), view.firm, i);
}

// A number, or a read-only array over the departments, modes or channels, for each quantity of a firm.
template <class AnyView>
void define_quantities(py::class_<AnyView>& type, bool audit) {
  for (const Quantity& quantity : quantities()) {
    if ((quantity.record == Record::audit) != audit || quantity.extent == Extent::market) continue;
    const std::string doc = described(quantity);
    if (quantity.extent == Extent::firm) {
      type.def_property_readonly(
          quantity.name.data(), [quantity](const AnyView& self) { return *shown(self, quantity); },
          doc.c_str());
    } else {
      type.def_property_readonly(
          quantity.name.data(),
          [quantity](const AnyView& self) {
            const double* first = shown(self, quantity);
            return read_only(self.owner, first, breadth_of(quantity.extent),
                             shown(self, quantity, 1) - first);
          },
          doc.c_str());
    }
  }
}

void bind_audit(py::module_& m) {
  py::class_<AuditView> type(
      m, "Audit",
      "Why each department's log share moved in the last week; the five sum to the change (docs/model.md, "
      "3.6). Each is a read-only array over the departments.");
  define_quantities(type, true);
}

// The first week of each state, as a dict that cannot be changed.
Weeks first_weeks(const View<LineState>& self) {
  std::map<std::string, std::optional<int>> weeks;
  for (const Crisis crisis : every<Crisis>())
    weeks[std::string(name_of(crisis))] = self.value->first_week(crisis);
  return Weeks(py::reinterpret_steal<py::object>(PyDictProxy_New(py::cast(weeks).ptr())));
}

void bind_lines(py::module_& m) {
  py::class_<View<LineState>> type(
      m, "LineState", "The crisis lines of marketing: budget, capability, structure (docs/model.md, 3.7).");
  define_member(type, "weeks_held", &LineState::weeks_held,
                "Weeks in a row that each line's condition has held; read-only array over the lines.");
  type.def_property_readonly(
      "crossed", [](const View<LineState>& self) { return exposed(self.owner, self.value->crossed.lines); },
      "Whether each line is crossed in this week; read-only array over the lines.");
  type.def_property_readonly(
      "first", &first_weeks,
      "First week of each state (the lines, and marginalised); None if it has not come.");
}

void bind_state(py::module_& m) {
  static const std::string doc = fmt::format(
      "What a firm carries from week to week and what it made of the last one (docs/model.md, 3). Money is "
      "per week. Arrays are read-only and follow the simulation: copy one to keep it. Departments are {}, "
      "modes {}, channels {}.",
      fmt::join(Names<Department>::value, ", "), fmt::join(Names<Mode>::value, ", "),
      fmt::join(Names<Channel>::value, ", "));
  py::class_<FirmView> type(m, "Firm", doc.c_str());
  define_quantities(type, false);
  type.def_property_readonly(
      "audit", [](const FirmView& self) { return AuditView{self}; }, "Why the log shares moved.");
  type.def_property_readonly(
      "lines",
      [](const FirmView& self) { return View<LineState>{self.owner, &self.world().firms.lines[self.firm]}; },
      "The crisis lines.");
}

template <class AnyView>
void forbid(py::module_& m, const char* name) {
  auto type = py::reinterpret_borrow<py::class_<AnyView>>(m.attr(name));
  forbid_pickling(type, "this is a view of a simulation; pickle the simulation, or copy its arrays");
  forbid_assignment(type,
                    "this is a view of a simulation; act with sim.firms[0].decide(share=..., "
                    "marketing_budget=..., mix=...)");
}

}  // namespace

}  // namespace orgsim::python

// How annotations call it.
template <>
struct pybind11::detail::handle_type_name<orgsim::python::Weeks> {
  static constexpr auto name = const_name("types.MappingProxyType[str, int | None]");
};

namespace orgsim::python {

void bind_firm(py::module_& m) {
  bind_audit(m);
  bind_lines(m);
  bind_state(m);
  forbid<AuditView>(m, "Audit");
  forbid<View<LineState>>(m, "LineState");
  forbid<FirmView>(m, "Firm");
}

}  // namespace orgsim::python
