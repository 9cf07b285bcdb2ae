#include "bindings/stepper.hpp"

#include <boost/crc.hpp>
#include <chrono>
#include <cstring>

#include "bindings/ties.hpp"
#include "bindings/waiting.hpp"
#include "engine/snapshot.hpp"
#include "experiment/drawn.hpp"
#include "experiment/guards.hpp"
#include "platform/parallel.hpp"
#include "scenario/files.hpp"
#include "scenario/text/checks.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim::python {

InputError refused(const std::string& key, const std::string& what, const std::string& cure) {
  return InputError(Problem{{}, key, what, cure});
}

void expect_idle(const Stepper& self) {
  if (self.stepping)
    throw std::runtime_error("another thread is stepping this simulation; step a copy() of it");
}

void expect_own(const Stepper& self) {
  expect_idle(self);
  if (self.shown) {
    throw refused("", "a week of a run is shown here, and the run would not notice what is done to it",
                  "look at it, or act on a copy() of it");
  }
}

void expect_weeks_left(const Stepper& self) {
  if (self.watched || self.simulation.weeks_done() < self.weeks()) return;
  throw refused("", fmt::format("all {} weeks are done, and this would show in none", self.weeks()),
                "do it earlier, or in a copy() made earlier; run.weeks says how long a run is");
}

namespace {

// While it lives the simulation is stepped, and other Python threads go on.
class Stepping {
 public:
  explicit Stepping(Stepper& self) : self_(self) {
    expect_own(self);
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

// Calls a function that is given to run().
py::object watch(Stepper& self, const Callback& function, const py::object& handle) {
  self.watched = true;
  const auto end = [&self](void*) { self.watched = false; };
  const std::unique_ptr<void, decltype(end)> ended(&self, end);
  return function(handle);
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

// All that the making of a large network needs, as it may outlive the call that began it.
struct StartJob : Job {
  Scenario scenario;
  std::optional<Start> made;
};

void expect_numbers(const Simulation& simulation) {
  const RowLayout layout(simulation.firms().count(), run_series());
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
      do simulation.step(self.executor);
      while (simulation.weeks_done() < weeks && std::chrono::steady_clock::now() < until);
      expect_numbers(simulation);
    }
    check_signals();
  }
}

}  // namespace

void run(Stepper& self, const std::optional<int>& until, const std::optional<Callback>& stop,
         const std::optional<Callback>& observe, int every) {
  if (every < 1) throw refused("every", fmt::format("{} weeks", every), "a whole number of at least 1");
  const int weeks = last_week(self, until);
  const py::object handle = py::cast(&self, py::return_value_policy::reference);
  const bool watched = stop || observe;
  while (self.simulation.weeks_done() < weeks) {
    advance(self, watched ? std::min(weeks, self.simulation.weeks_done() + every) : weeks);
    if (observe) watch(self, *observe, handle);
    if (stop && py::bool_(watch(self, *stop, handle))) return;
  }
}

void step(Stepper& self) {
  last_week(self, self.simulation.weeks_done() + 1);
  advance(self, self.simulation.weeks_done() + 1);
}

void begin(Stepper& self, const std::string& name, int firm) {
  expect_own(self);
  const Strategy* strategy = self.scenario->find_strategy(name);
  if (strategy == nullptr) throw InputError(no_strategy(*self.scenario, name));
  const int firms = static_cast<int>(self.scenario->firms.size());
  if (firm < 0 || firm >= firms) {
    throw refused("firm", fmt::format("there is no firm {}", firm),
                  fmt::format("firms are numbered from 0 to {}", firms - 1));
  }
  expect_weeks_left(self);
  self.simulation.assign(firm, *strategy);
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
  if (const auto* ties = std::get_if<Shared<StoredGraph>>(&simulation.society().graph)) {
    scenario.ties = *ties;  // an edge list that text only names
  }
  return {std::make_shared<const Scenario>(std::move(scenario)), std::move(simulation)};
}

Stepper start(const Scenario& scenario, std::int64_t replication, int threads) {
  if (replication < 0 || replication > std::numeric_limits<std::uint32_t>::max()) {
    throw refused("replication", fmt::format("there is no replication {}", replication),
                  "a whole number from 0 on");
  }
  if (threads < 1 || threads > kMostThreads)
    throw refused("threads", fmt::format("{} threads", threads), fmt::format("from 1 to {}", kMostThreads));
  const auto job = std::make_shared<StartJob>();
  StartJob* const own = job.get();  // the job cannot hold itself
  own->scenario = scenario;
  own->work = [own, replication] {
    load_ties(own->scenario, {}, disk());
    own->made = start_of(own->scenario, static_cast<std::size_t>(replication), StopFlag(&own->stop));
  };
  run_waiting(job, [] {});
  warn_of_notes(own->scenario);
  return {std::make_shared<const Scenario>(std::move(own->made->scenario)), std::move(own->made->simulation),
          on_threads(threads)};
}

}  // namespace orgsim::python
