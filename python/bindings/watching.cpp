#include "bindings/watching.hpp"

#include <algorithm>

#include "experiment/drawn.hpp"

namespace orgsim::python {

Watch watched(const std::optional<Look>& look, const std::vector<int>& weeks) {
  if (!look) return {};
  const auto let_go = [](const Look* held) {
    const py::gil_scoped_acquire gil;
    delete held;
  };
  return {std::shared_ptr<const Look>(new Look(*look), let_go), weeks};
}

Observer observer(const Watch& watch, const Scenario& scenario, const StopFlag& stop) {
  if (!watch.look) return {};
  expect_sound(scenario);
  std::vector<bool> wanted(static_cast<std::size_t>(scenario.parameters.run.weeks));
  for (const int week : watch.weeks) wanted.at(static_cast<std::size_t>(week)) = true;
  // Of each replication as it is drawn, once it is first shown; one thread at a time is at work on each.
  const auto drawn =
      std::make_shared<std::vector<std::shared_ptr<const Scenario>>>(replications_of(scenario));
  return [=, look = watch.look](const Simulation& simulation, std::size_t arm, std::size_t replication) {
    if (!wanted[static_cast<std::size_t>(simulation.world().week)]) return;
    std::shared_ptr<const Scenario>& own = drawn->at(replication);
    if (!own) own = std::make_shared<const Scenario>(drawn_for(scenario, replication).scenario);
    Stepper shown{own, simulation};
    shown.shown = true;
    stop.check();
    const py::gil_scoped_acquire gil;
    (*look)(py::cast(std::move(shown)), arm, replication);
  };
}

}  // namespace orgsim::python
