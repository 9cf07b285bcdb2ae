#include "experiment/select/select.hpp"

#include <algorithm>

#include "engine/first_strategy.hpp"
#include "engine/simulation.hpp"
#include "experiment/guards.hpp"
#include "experiment/units/options.hpp"
#include "strategy/imitation.hpp"

namespace orgsim {

namespace {

class SelectUnit {
 public:
  SelectUnit(const std::vector<int>& weeks, const Unit& unit)
      : weeks_(weeks),
        unit_(unit),
        scenario_(begun(unit)),
        strategies_(selected_strategies(unit.scenario)),
        numbers_(scenario_.firms.size() * weeks.size() * count_of<SelectMeasure>) {}

  std::vector<double> run() {
    Simulation simulation(scenario_, unit_.stream_key, unit_.stop);
    for (std::size_t look = 0; look < weeks_.size(); ++look) {
      while (simulation.weeks_done() <= weeks_[look]) {
        unit_.stop.check();
        simulation.step(unit_.executor);
        expect_finite(simulation.world());
      }
      for (std::size_t f = 0; f < scenario_.firms.size(); ++f) look_at(simulation, f, look);
    }
    return std::move(numbers_);
  }

 private:
  // Replications of one market begin alike, whatever luck they have afterwards.
  static Scenario begun(const Unit& unit) {
    Scenario scenario = unit.scenario;
    const StreamKey market{unit.stream_key.seed,
                           static_cast<std::uint32_t>(market_of(unit.shape, unit.place))};
    for (std::size_t f = 0; f < scenario.firms.size(); ++f)
      scenario.firms[f].strategy = first_strategy(unit.scenario, market, f);
    return scenario;
  }

  void look_at(const Simulation& simulation, std::size_t f, std::size_t look) {
    const Firms& firms = simulation.firms();
    const Survival& survival = firms.survival[f];
    const auto followed = std::ranges::find(strategies_, followed_by(simulation.head(static_cast<int>(f))));
    require(followed != strategies_.end(), "a firm follows what some firm began with");
    const auto note = [&](SelectMeasure measure, double number) {
      numbers_[(f * weeks_.size() + look) * count_of<SelectMeasure> + static_cast<std::size_t>(measure)] =
          number;
    };
    note(SelectMeasure::strategy, static_cast<double>(followed - strategies_.begin()));
    note(SelectMeasure::dissolved, survival.dissolved.value_or(-1));
    note(SelectMeasure::budget, survival.dissolved ? 0 : firms.real_share(f));
    note(SelectMeasure::centrality, survival.dissolved ? 0 : firms.centrality(Department::marketing, f));
    note(SelectMeasure::staff, survival.dissolved ? 0 : firms.staff(f));
    note(SelectMeasure::profit_per_user, survival.profit_per_user());
  }

  const std::vector<int>& weeks_;
  const Unit& unit_;
  Scenario scenario_;
  std::vector<std::string> strategies_;
  std::vector<double> numbers_;  // firm by firm, look by look
};

void expect_selection(const Scenario& scenario) {
  if (!scenario.parameters.selection.given()) {
    throw InputError(Problem{{},
                             "selection.strategies",
                             "the scenario has no [selection]: no firm copies another, and no department is "
                             "dissolved",
                             "a section [selection] with strategies = [\"NAME\", \"none\"], or the shipped "
                             "scenario 'selection'"});
  }
}

// After the first week, every so many weeks, and after the last.
std::vector<int> looks(std::int64_t weeks, std::int64_t every) {
  std::vector<int> at;
  for (std::int64_t week = 0; week < weeks; week += every) at.push_back(static_cast<int>(week));
  if (at.back() != weeks - 1) at.push_back(static_cast<int>(weeks - 1));
  return at;
}

std::vector<UnitAxis> axes_of(const Scenario& scenario, const std::vector<int>& weeks) {
  std::vector<std::string> firms;
  for (const FirmEntry& firm : scenario.firms) firms.push_back(firm.name);
  std::vector<std::string> measures;
  for (const std::string_view name : Names<SelectMeasure>::value) measures.emplace_back(name);
  return {{select_axis::firm, "firm", "", {}, firms},
          {select_axis::week, "week after which it is looked at", "weeks", {weeks.begin(), weeks.end()}, {}},
          {select_axis::measure, "what is seen of the firm's marketing", "", {}, measures}};
}

// So many replications of each market, where worlds are not the markets.
void add_markets(UnitsPlan& plan, std::int64_t markets) {
  std::size_t first = 0;
  for (UnitVariant& variant : plan.variants) {
    if (!variant.worlds) variant.units *= static_cast<std::size_t>(markets);
    variant.first = first;
    first += variant.units;
  }
}

}  // namespace

std::vector<std::string> selected_strategies(const Scenario& scenario) {
  std::vector<std::string> names = scenario.parameters.selection.strategies;
  for (const FirmEntry& firm : scenario.firms) {
    if (!firm.strategy.empty() && std::ranges::find(names, firm.strategy) == names.end())
      names.push_back(firm.strategy);
  }
  return names;
}

std::size_t market_of(const UnitsShape& shape, const UnitPlace& place) {
  const auto each = static_cast<std::size_t>(shape.scenario.parameters.run.replications);
  return place.variant->worlds ? place.replication : place.replication / each;
}

UnitsPlan plan_select(const UnitsAsked& asked) {
  expect_selection(asked.scenario);
  const auto options = read_options<SelectOptions>(asked.options);
  UnitsPlan plan = units_plan(kSelect, asked);
  add_markets(plan, options.markets);
  plan.options = options_text(options);
  const std::vector<int> weeks = looks(asked.scenario.parameters.run.weeks, options.every);
  plan.axes = axes_of(asked.scenario, weeks);
  plan.weeks = static_cast<double>(asked.scenario.parameters.run.weeks);
  plan.work = [weeks](const Unit& unit) { return SelectUnit(weeks, unit).run(); };
  return plan;
}

}  // namespace orgsim
