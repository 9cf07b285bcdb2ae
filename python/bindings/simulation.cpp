// A run as a Python class, and what can be seen of it.
#include <pybind11/numpy.h>

#include "bindings/areas.hpp"
#include "bindings/firm.hpp"
#include "bindings/sections.hpp"
#include "bindings/stepper.hpp"
#include "bindings/values.hpp"
#include "bindings/views.hpp"
#include "engine/series.hpp"

namespace orgsim::python {

namespace {

using State = py::typing::Dict<py::str, py::object>;

// One array per series: no dimension, firm, or firm and department, mode or channel.
State series_of(const World& world, std::span<const Quantity> all) {
  State state;
  const std::size_t firms = world.firms.count();
  for (const Quantity& series : all) {
    const std::size_t breadth = breadth_of(series.extent);
    const bool market = series.extent == Extent::market;
    std::vector<py::ssize_t> shape;
    if (!market) shape.push_back(static_cast<py::ssize_t>(firms));
    if (breadth > 1) shape.push_back(static_cast<py::ssize_t>(breadth));
    py::array_t<double> numbers(shape);
    double* next = numbers.mutable_data();
    for (std::size_t f = 0; f < (market ? 1 : firms); ++f) {
      for (std::size_t i = 0; i < breadth; ++i) *next++ = series.value(world, f, i);
    }
    state[py::str(std::string(series.name))] = numbers;
  }
  return state;
}

const World& world_after_a_week(const Stepper& self) {
  expect_idle(self);
  const World& world = self.simulation.world();
  if (world.week < 0) throw refused("", "no week has been simulated", "call step() first");
  return world;
}

State state_of(const Stepper& self) {
  const World& world = world_after_a_week(self);
  State state = series_of(world, run_series());
  state["audit"] = series_of(world, audit_series());
  state["week"] = world.week;
  return state;
}

py::typing::Tuple<FirmView, py::ellipsis> firms_of(const py::object& self) {
  py::tuple views(self.cast<const Stepper&>().simulation.firms().count());
  for (std::size_t f = 0; f < views.size(); ++f) views[f] = py::cast(FirmView{self, f});
  return py::typing::Tuple<FirmView, py::ellipsis>(std::move(views));
}

// A copy of numbers in a shape.
py::array_t<double> shaped(const std::vector<double>& numbers, std::vector<int> shape) {
  return py::array_t<double>(std::vector<py::ssize_t>(shape.begin(), shape.end()), numbers.data());
}

State hazards_of(const Stepper& self) {
  const Hazards& h = world_after_a_week(self).hazards;
  std::vector<double> contact;
  for (const PerChannel& channels : h.contact)
    contact.insert(contact.end(), channels.begin(), channels.end());
  State state;
  state["contact"] = shaped(contact, {h.firms, static_cast<int>(count_of<Channel>)});
  state["reach"] = shaped(h.reach, {h.firms});
  const auto middle = h.resistance.begin() + h.classes;
  state["resistance"] = shaped({h.resistance.begin(), middle}, {h.classes});
  state["resistance_lapsed"] = shaped({middle, h.resistance.end()}, {h.classes});
  std::vector<double> utility;
  std::vector<double> adoption;
  std::vector<double> adoption_lapsed;
  std::vector<double> switching;
  for (int k = 0; k < h.firms; ++k) {
    const auto append = [&](std::vector<double>& numbers, std::size_t row) {
      for (int f = 0; f < h.firms; ++f) numbers.push_back(h.acceptance_of(f, row));
    };
    for (int f = 0; f < h.firms; ++f) utility.push_back(h.utility_of(f, k));
    for (int s = 0; s < h.classes; ++s) {
      append(adoption, h.row_of_nonuser(k, s, 0));
      append(adoption_lapsed, h.row_of_nonuser(k, s, 1));
    }
    for (int g = 0; g < h.firms; ++g) {
      for (int l = 0; l < h.levels; ++l) append(switching, h.row_of_user(k, g, l));
    }
  }
  state["utility"] = shaped(utility, {h.firms, h.firms});
  state["adoption"] = shaped(adoption, {h.firms, h.classes, h.firms});
  state["adoption_lapsed"] = shaped(adoption_lapsed, {h.firms, h.classes, h.firms});
  state["switching"] = shaped(switching, {h.firms, h.firms, h.levels, h.firms});
  state["leaving"] = shaped(h.leaving, {h.firms, h.levels});
  state["taken_up"] = shaped(h.taken_up, {h.firms, h.firms});
  state["rising"] = shaped(h.rising, {h.firms});
  state["falling"] = h.falling;
  return state;
}

Stepper copy_of(const Stepper& self) {
  expect_idle(self);
  Stepper copy = self;
  copy.shown = false;
  return copy;
}

template <class Class>
void bind_stepping(Class& type) {
  type.def(py::init(&start), py::arg("scenario"), py::arg("replication") = 0, py::kw_only(),
           py::arg("threads") = 1,
           "The baseline of one replication before week 0: the same numbers as that replication of run(). "
           "`threads` may share the weeks of a network. Raises InputError for all that is wrong with the "
           "scenario, KeyboardInterrupt.")
      .def("step", &step, "Simulates one week. Raises InputError at the end of the run.")
      .def("run", &run, py::arg("until") = py::none(), py::kw_only(), py::arg("stop") = py::none(),
           py::arg("observe") = py::none(), py::arg("every") = 1,
           "Simulates up to `until` weeks are done, None for all of the scenario's. After every `every` "
           "weeks, and at the end, `observe` is called with the simulation, then `stop`, which ends the run "
           "by returning true. Other Python threads go on meanwhile. Raises InputError for a week that has "
           "passed or never comes, KeyboardInterrupt (after a whole week: it can be gone on with), and what "
           "the two raise.")
      .def("begin", &begin, py::arg("name"), py::arg("firm") = 0,
           "Gives a firm a strategy of the scenario: it takes over in its first week, or now if that has "
           "passed. Raises InputError for an unknown strategy or firm.")
      .def("copy", &copy_of, "A fork: equal, and independent from now on.")
      .def("__copy__", &copy_of)
      .def(
          "__deepcopy__", [](const Stepper& self, const State&) { return copy_of(self); }, py::arg("memo"))
      .def(
          "__eq__",
          [](const Stepper& self, const Stepper& other) {
            expect_idle(self);
            expect_idle(other);
            return self == other;
          },
          py::is_operator())
      .def("save", &save_both, "All that it is, as bytes for restore().")
      .def_static(
          "restore", &restore_both, py::arg("bytes"),
          "The simulation that save() was called on, which goes on exactly like it. Raises InputError if "
          "the bytes are damaged or of another version of orgsim.")
      .def("__reduce__", [](const Stepper& self) { return remade("simulation", save_both(self)); });
}

template <class Class>
void bind_looking(Class& type) {
  type.def_property_readonly(
          "week", [](const Stepper& self) { return self.simulation.world().week; },
          "The week that was simulated last; -1 before the first.")
      .def_property_readonly(
          "weeks_done", [](const Stepper& self) { return self.simulation.weeks_done(); },
          "Weeks simulated so far: the week that step() simulates next.")
      .def_property_readonly(
          "scenario",
          [](const Stepper& self) {
            return FixedScenario(*self.scenario,
                                 "a running simulation's scenario is read-only; copy it: sc = "
                                 "sim.scenario.copy(), for a new simulation, or act in this one: "
                                 "sim.firms[0].decide(share=..., marketing_budget=..., mix=...)");
          },
          "The scenario as drawn for the replication: read-only, copy() makes one that can be changed.")
      .def_property_readonly("firms", &firms_of,
                             "The firms' states, the focal one first; they follow the simulation.")
      .def("state", &state_of,
           "Every recorded series in the last week (docs/results.md) as a dict of arrays of shape (), "
           "(firms,), or (firms, departments, modes or channels); `audit` is a dict of (firms, departments), "
           "`week` the week. Copies: they stay as they are. Raises InputError before the first week.")
      .def("hazards", &hazards_of,
           "What customers faced in the last week (docs/model.md, 3.4) as a dict of arrays, copies: contact "
           "(firm, channel) and reach (firm) per person and week, utility (favourite, firm), resistance "
           "(class), adoption (favourite, class, firm) the probability of accepting, both also of people who "
           "have lapsed (resistance_lapsed, adoption_lapsed), switching (favourite, provider, habit, firm) "
           "likewise, leaving (provider, habit) of giving up, taken_up (provider, firm) the probability that "
           "one who gives up goes on to that firm, rising (provider) and falling per week. Their equations "
           "and sources: docs/model.md. Raises InputError before the first week.")
      .def("__repr__", [](const Stepper& self) {
        return fmt::format("<Simulation of '{}': {} of {} weeks done>", self.scenario->title,
                           self.simulation.weeks_done(), self.weeks());
      });
}

}  // namespace

void bind_simulation(py::module_& m) {
  py::class_<Stepper> type(
      m, "Simulation",
      "One run of the model of docs/model.md (which names the sources of every equation) as a value: step "
      "it, copy it (a fork), compare it, save it. The same scenario, seed, replication and strategy give the "
      "same numbers as run() and the command line.");
  bind_stepping(type);
  bind_looking(type);
  forbid_assignment(type,
                    "a simulation changes by step(), run(), begin() and firms[0].decide(); copy() forks it");
}

}  // namespace orgsim::python
