#include "experiment/worlds/figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/series.hpp"
#include "experiment/worlds/parts.hpp"

namespace orgsim {

namespace {

std::vector<Figure> all_parts() {
  std::vector<Figure> all;
  for (const std::span<const Figure> part :
       {figure::of_bass(), figure::of_market(), figure::of_money(), figure::of_customers(),
        figure::of_spending(), figure::of_politics(), figure::of_winter(), figure::of_the_long_run()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

std::string_view entry_name(const Quantity& series, std::size_t entry) {
  switch (series.extent) {
    case Extent::firm_department:
      return name_of(static_cast<Department>(entry));
    case Extent::firm_mode:
      return name_of(static_cast<Mode>(entry));
    case Extent::firm_channel:
      return name_of(static_cast<Channel>(entry));
    default:
      return "";
  }
}

}  // namespace

std::span<const Figure> figures() {
  static const std::vector<Figure> all = all_parts();
  return all;
}

std::optional<std::size_t> figure_named(std::string_view name) {
  const auto found = std::ranges::find(figures(), name, &Figure::name);
  if (found == figures().end()) return std::nullopt;
  return static_cast<std::size_t>(found - figures().begin());
}

std::string title_of(const Measurable& what) {
  if (const auto* figure = std::get_if<FigureNumber>(&what))
    return std::string(figures()[figure->number].name);
  const SeriesMean& mean = std::get<SeriesMean>(what);
  const Quantity& series = run_series()[mean.series];
  const std::string_view entry = entry_name(series, mean.entry);
  const std::string weeks = mean.weeks.first == mean.weeks.last
                                ? fmt::format("week {}", mean.weeks.first)
                                : fmt::format("weeks {} to {}", mean.weeks.first, mean.weeks.last);
  return fmt::format("{}{}{}, {}", series.name, entry.empty() ? "" : " of ", entry, weeks);
}

std::vector<double> measure(const Scenario& world, std::span<const Measurable> which, const StopFlag& stop,
                            const MeasuredAs& as) {
  std::vector<SeriesMean> followed;
  for (const Measurable& one : which) {
    if (const auto* mean = std::get_if<SeriesMean>(&one)) followed.push_back(*mean);
  }
  Runs runs(world, as, followed, stop);
  std::vector<double> values;
  std::size_t next = 0;
  for (const Measurable& one : which) {
    const auto* figure = std::get_if<FigureNumber>(&one);
    values.push_back(figure != nullptr ? figures()[figure->number].of(runs) : runs.baseline().mean(next++));
  }
  return values;
}

}  // namespace orgsim
