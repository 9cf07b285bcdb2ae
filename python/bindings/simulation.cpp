// One run, step by step.
#include <pybind11/operators.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <boost/crc.hpp>
#include <chrono>
#include <cstring>
#include <memory>

#include "bindings/areas.hpp"
#include "bindings/views.hpp"
#include "bindings/waiting.hpp"
#include "engine/snapshot.hpp"
#include "experiment/guards.hpp"
#include "experiment/run.hpp"
#include "io/edge_list.hpp"
#include "io/scenario_reader.hpp"
#include "io/scenario_writer.hpp"

namespace orgsim::python {

namespace {

// A simulation with the strategies that it can begin.
struct Stepper {
  std::shared_ptr<const Scenario> scenario;  // of its replication, without distributions
  Simulation simulation;
  bool stepping = false;  // by some thread that does not hold the GIL

  bool operator==(const Stepper& other) const { return simulation == other.simulation; }
  int weeks() const { return static_cast<int>(scenario->parameters.run.weeks); }
};

using Callback = py::typing::Callable<py::object(Stepper)>;
using State = py::typing::Dict<py::str, py::object>;

// A week in the making is nobody else's to see or to change.
void expect_idle(const Stepper& self) {
  if (self.stepping)
    throw std::runtime_error("another thread is stepping this simulation; step a copy() of it");
}

// While it lives the simulation is stepped, and other Python threads go on.
class Stepping {
 public:
  explicit Stepping(Stepper& self) : self_(self) {
    expect_idle(self);
    self.stepping = true;
    release_.emplace();
  }
  Stepping(const Stepping&) = delete;
  Stepping& operator=(const Stepping&) = delete;
  ~Stepping() {
    release_.reset();
    self_.stepping = false;
  }

 private:
  Stepper& self_;
  std::optional<py::gil_scoped_release> release_;
};

InputError refused(const std::string& key, const std::string& what, const std::string& cure) {
  return InputError(Problem{{}, key, what, cure});
}

int last_week(const Stepper& self, const std::optional<int>& until) {
  const int weeks = until.value_or(self.weeks());
  if (weeks < self.simulation.weeks_done()) {
    throw refused("until",
                  fmt::format("{} weeks are done, and {} are asked for", self.simulation.weeks_done(), weeks),
                  "a later week; a copy() made earlier can be run from there");
  }
  if (weeks > self.weeks()) {
    throw refused("until", fmt::format("week {} is beyond the end", weeks),
                  fmt::format("at most run.weeks of the scenario, {}", self.weeks()));
  }
  return weeks;
}

void expect_numbers(const Simulation& simulation) {
  const RowLayout layout(simulation.world().firms.size(), run_series());
  std::vector<double> row(layout.width());
  layout.record(simulation.world(), row.data());
  expect_finite(layout, row.data(), simulation.world().week);
}

// Steps up to `weeks`; looks at signals twenty times a second.
void advance(Stepper& self, int weeks) {
  constexpr std::chrono::milliseconds patience{50};
  Simulation& simulation = self.simulation;
  while (simulation.weeks_done() < weeks) {
    {
      const Stepping stepping(self);
      const auto until = std::chrono::steady_clock::now() + patience;
      do simulation.step();
      while (simulation.weeks_done() < weeks && std::chrono::steady_clock::now() < until);
      expect_numbers(simulation);
    }
    check_signals();
  }
}

void run(Stepper& self, const std::optional<int>& until, const std::optional<Callback>& stop,
         const std::optional<Callback>& observe, int every) {
  if (every < 1) throw refused("every", fmt::format("{} weeks", every), "a whole number of at least 1");
  const int weeks = last_week(self, until);
  const py::object handle = py::cast(&self, py::return_value_policy::reference);
  const bool watched = stop || observe;
  while (self.simulation.weeks_done() < weeks) {
    advance(self, watched ? std::min(weeks, self.simulation.weeks_done() + every) : weeks);
    if (observe) (*observe)(handle);
    if (stop && py::bool_((*stop)(handle))) return;
  }
}

void step(Stepper& self) {
  last_week(self, self.simulation.weeks_done() + 1);
  advance(self, self.simulation.weeks_done() + 1);
}

void begin(Stepper& self, const std::string& name, int firm) {
  expect_idle(self);
  const Strategy* strategy = self.scenario->find_strategy(name);
  if (strategy == nullptr) {
    std::vector<std::string> names;
    for (const Strategy& other : self.scenario->strategies) names.push_back(other.name);
    throw refused(
        "", fmt::format("no strategy is called '{}'", name),
        names.empty() ? "the scenario defines none" : fmt::format("there are: {}", fmt::join(names, ", ")));
  }
  const int firms = static_cast<int>(self.scenario->firms.size());
  if (firm < 0 || firm >= firms) {
    throw refused("firm", fmt::format("there is no firm {}", firm),
                  fmt::format("firms are numbered from 0 to {}", firms - 1));
  }
  self.simulation.assign(firm, *strategy);
}

// One array per series: no dimension, firm, or firm and department, mode or channel.
State series_of(const World& world, std::span<const Series> all) {
  State state;
  const std::size_t firms = world.firms.size();
  for (const Series& series : all) {
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

State state_of(const Stepper& self) {
  expect_idle(self);
  const World& world = self.simulation.world();
  if (world.week < 0) throw refused("", "no week has been simulated", "step() first");
  State state = series_of(world, run_series());
  state["audit"] = series_of(world, audit_series());
  state["week"] = world.week;
  return state;
}

py::typing::List<View<Firm>> firms_of(const py::object& self) {
  py::typing::List<View<Firm>> firms;
  for (const Firm& firm : self.cast<const Stepper&>().simulation.world().firms)
    firms.append(View<Firm>{self, &firm});
  return firms;
}

// A copy of numbers in a shape.
py::array_t<double> shaped(const std::vector<double>& numbers, std::vector<int> shape) {
  return py::array_t<double>(std::vector<py::ssize_t>(shape.begin(), shape.end()), numbers.data());
}

State hazards_of(const Stepper& self) {
  expect_idle(self);
  const Hazards& h = self.simulation.world().hazards;
  std::vector<double> contact;
  for (const PerChannel& channels : h.contact)
    contact.insert(contact.end(), channels.begin(), channels.end());
  State state;
  state["contact"] = shaped(contact, {h.firms, static_cast<int>(count_of<Channel>)});
  state["reach"] = shaped(h.reach, {h.firms});
  state["utility"] = shaped(h.utility, {h.firms, h.firms});
  state["resistance"] = shaped(h.resistance, {h.classes});
  state["adoption"] = shaped(h.adoption, {h.firms, h.classes, h.firms});
  state["switching"] = shaped(h.switching, {h.firms, h.firms, h.levels, h.firms});
  state["leaving"] = shaped(h.leaving, {h.firms, h.levels});
  state["rising"] = shaped(h.rising, {h.firms});
  state["falling"] = h.falling;
  return state;
}

// The strategies as text, its checksum, and the simulation's own bytes. TOML holds no zero.
py::bytes save_both(const Stepper& self) {
  expect_idle(self);
  const std::string text = to_toml(*self.scenario);
  boost::crc_32_type crc;
  crc.process_bytes(text.data(), text.size());
  return text + '\0' + fmt::format("{:08x}", crc.checksum()) + save(self.simulation);
}

Stepper restore_both(const py::bytes& bytes) {
  const std::string_view all = bytes;
  const std::size_t zero = all.find('\0');
  boost::crc_32_type crc;
  crc.process_bytes(all.data(), std::min(zero, all.size()));
  if (zero == std::string_view::npos || all.substr(zero + 1, 8) != fmt::format("{:08x}", crc.checksum())) {
    throw refused("", "these are not the bytes of a saved simulation, or they are damaged",
                  "what save() returned");
  }
  Scenario scenario = read_scenario(all.substr(0, zero), "saved scenario", EdgeLists::leave);
  Simulation simulation = restore(all.substr(zero + 9));
  scenario.parameters.ties = simulation.world().parameters.ties;  // an edge list that text only names
  return {std::make_shared<const Scenario>(std::move(scenario)), std::move(simulation)};
}

Stepper start(const Scenario& scenario, std::int64_t replication, int threads) {
  if (replication < 0 || replication > std::numeric_limits<std::uint32_t>::max()) {
    throw refused("replication", fmt::format("there is no replication {}", replication),
                  "a whole number from 0 on");
  }
  if (threads < 1 || threads > 1024)
    throw refused("threads", fmt::format("{} threads", threads), "from 1 to 1024");
  Scenario own = scenario;
  load_ties(own, {});
  const py::gil_scoped_release release;
  Start made = start_of(own, static_cast<std::size_t>(replication));
  made.simulation.use_threads(threads);
  return {std::make_shared<const Scenario>(std::move(made.scenario)), std::move(made.simulation)};
}

Stepper copy_of(const Stepper& self) {
  expect_idle(self);
  return self;
}

template <class Class>
void bind_stepping(Class& type) {
  type.def(py::init(&start), py::arg("scenario"), py::arg("replication") = 0, py::kw_only(),
           py::arg("threads") = 1,
           "The baseline of one replication before week 0: the same numbers as that replication of run(). "
           "`threads` "
           "may share the weeks of a network. Raises InputError for all that is wrong with the scenario.")
      .def("step", &step, "Simulates one week. Raises InputError at the end of the run.")
      .def("run", &run, py::arg("until") = py::none(), py::kw_only(), py::arg("stop") = py::none(),
           py::arg("observe") = py::none(), py::arg("every") = 1,
           "Simulates up to `until` weeks are done, None for all of the scenario's. After every `every` "
           "weeks, and at "
           "the end, `observe` is called with the simulation, then `stop`, which ends the run by returning "
           "true. Other "
           "Python threads go on meanwhile. Raises InputError for a week that has passed or never comes, "
           "KeyboardInterrupt "
           "(after a whole week: it can be gone on with), and what the two raise.")
      .def("begin", &begin, py::arg("name"), py::arg("firm") = 0,
           "Gives a firm a strategy of the scenario: it takes over in its first week, or now if that has "
           "passed. "
           "Raises InputError for an unknown strategy or firm.")
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
          "the bytes are "
          "damaged or of another version of orgsim.")
      .def(py::pickle(&save_both, &restore_both));
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
          "scenario", [](const Stepper& self) { return *self.scenario; },
          "The scenario as drawn for the replication (a copy).")
      .def_property_readonly("firms", &firms_of,
                             "The firms' states, the focal one first; they follow the simulation.")
      .def("state", &state_of,
           "Every recorded series in the last week (docs/results.md) as a dict of arrays of shape (), "
           "(firms,), (firms, "
           "4 departments or modes) or (firms, 5 channels); `audit` is a dict of (firms, departments), "
           "`week` the week. "
           "Copies: they stay as they are. Raises InputError before the first week.")
      .def("hazards", &hazards_of,
           "What customers faced in the last week (docs/model.md, 7.4) as a dict of arrays, copies: contact "
           "(firm, "
           "channel) and reach (firm) per person and week, utility (favourite, firm), resistance (class), "
           "adoption "
           "(favourite, class, firm) the probability of accepting, switching (favourite, provider, habit, "
           "firm) "
           "likewise, leaving (provider, habit), rising (provider) and falling per week.")
      .def("__repr__", [](const Stepper& self) {
        return fmt::format("<Simulation of '{}': {} of {} weeks done>", self.scenario->title,
                           self.simulation.weeks_done(), self.weeks());
      });
}

}  // namespace

void bind_simulation(py::module_& m) {
  py::class_<Stepper> type(
      m, "Simulation",
      "One run as a value: step it, copy it (a fork), compare it, save it. The same scenario, seed, "
      "replication and strategy give the same numbers as run() and the command line.");
  bind_stepping(type);
  bind_looking(type);
}

}  // namespace orgsim::python
