#include "experiment/explain/measured.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "engine/series.hpp"
#include "experiment/guards.hpp"
#include "experiment/outcome.hpp"
#include "experiment/units/course.hpp"
#include "scenario/text/suggest.hpp"

namespace orgsim {

namespace {

[[noreturn]] void refuse(const std::string& text, const std::string& what, const std::string& cure) {
  throw InputError(Problem{{}, "series", fmt::format("'{}': {}", text, what), cure});
}

std::span<const std::string_view> entries_of(Extent extent) {
  if (extent == Extent::firm_department) return Names<Department>::value;
  if (extent == Extent::firm_mode) return Names<Mode>::value;
  if (extent == Extent::firm_channel) return Names<Channel>::value;
  return {};
}

const Quantity& series_named(const std::string& text, const std::string& name) {
  std::vector<std::string> names;
  for (const Quantity& series : run_series()) {
    if (series.name == name) return series;
    names.emplace_back(series.name);
  }
  const std::optional<std::string> close = nearest(name, names);
  refuse(text, fmt::format("there is no series '{}'", name),
         close ? fmt::format("did you mean '{}'?", *close) : "docs/results.md lists them");
}

std::size_t entry_named(const std::string& text, const Quantity& series, const std::string& name) {
  const std::span<const std::string_view> entries = entries_of(series.extent);
  if (name.empty() && series.extent == Extent::firm_department)
    return static_cast<std::size_t>(Department::marketing);
  const auto found = std::ranges::find(entries, name);
  if (found != entries.end()) return static_cast<std::size_t>(found - entries.begin());
  if (entries.empty() && name.empty()) return 0;
  refuse(text, name.empty() ? "it does not say of what" : fmt::format("there is no '{}' in it", name),
         entries.empty()
             ? fmt::format("{}@WEEK", series.name)
             : fmt::format("{}.NAME@WEEK, NAME one of: {}", series.name, fmt::join(entries, ", ")));
}

double share_of_marketing(const World& world) {
  return world.firms.share.of(0)[Department::marketing];
}

}  // namespace

SeriesAt series_at(const std::string& text, std::int64_t weeks) {
  const std::size_t at = text.find('@');
  const std::optional<int> week =
      at == std::string::npos ? std::nullopt : number_in<int>(std::string_view(text).substr(at + 1));
  if (!week || *week < 0 || *week >= weeks)
    refuse(text, "no week of the run", fmt::format("SERIES@WEEK, weeks from 0 to {}", weeks - 1));
  const std::string what = text.substr(0, at);
  const std::size_t point = what.find('.');
  const std::string entry = point == std::string::npos ? "" : what.substr(point + 1);
  const Quantity& series = series_named(text, what.substr(0, point));
  return {text, series, entry_named(text, series, entry), *week};
}

std::vector<double> measured(const Scenario& scenario, const Unit& unit,
                             const std::vector<SeriesAt>& series) {
  Simulation simulation = begun(scenario, unit);
  OutcomeTracker tracker(scenario.firms.size());
  std::vector<double> at_weeks(series.size());
  const double share = share_of_marketing(simulation.world());
  const auto weeks = static_cast<int>(scenario.parameters.run.weeks);
  while (simulation.weeks_done() < weeks) {
    unit.stop.check();
    simulation.step(unit.executor);
    const World& world = simulation.world();
    expect_finite(world);
    tracker.observe(world);
    for (std::size_t i = 0; i < series.size(); ++i) {
      if (series[i].week == world.week) at_weeks[i] = series[i].series.value(world, 0, series[i].entry);
    }
  }
  const Position& first = tracker.positions().front();
  const Position& last = tracker.positions().back();
  const FirmOutcome outcome = tracker.outcome(simulation).firms.front();
  std::vector<double> values{share - share_of_marketing(simulation.world()),
                             first.centrality - last.centrality,
                             first.non_substitutability - last.non_substitutability, -outcome.npv,
                             static_cast<double>(outcome.marginalised_week.value_or(weeks))};
  values.insert(values.end(), at_weeks.begin(), at_weeks.end());
  return values;
}

}  // namespace orgsim
