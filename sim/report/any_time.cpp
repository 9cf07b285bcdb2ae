#include "report/any_time.hpp"

#include <algorithm>
#include <cmath>

namespace orgsim {

namespace {

std::optional<std::size_t> place_of(const Scenario& scenario, std::string_view key) {
  for (std::size_t i = 0; i < scenario.drawn.size(); ++i) {
    if (scenario.drawn[i].path == key) return i;
  }
  return std::nullopt;
}

std::optional<int> fall(const Outcome& outcome) {
  return outcome.firms.front().marginalised_week;
}

}  // namespace

bool draws(const RunResult& result, std::string_view key) {
  return place_of(result.scenario, key).has_value();
}

int judged_weeks(const RunResult& result, std::size_t replication) {
  const std::optional<std::size_t> place = place_of(result.scenario, "lines.judge");
  if (!place) return static_cast<int>(result.scenario.parameters.lines.judge);
  return static_cast<int>(std::lround(result.drawn[replication][*place]));
}

void pair_up(AnyTime& found, const Outcome& without, const Outcome& with) {
  if (fall(with) && !fall(without)) ++found.made;
  if (fall(without) && !fall(with)) ++found.spared;
}

AnyTime at_any_time(const RunResult& result, std::size_t arm) {
  AnyTime found;
  for (std::size_t r = 0; r < result.replications; ++r) {
    const Outcome& run = result.outcomes[arm][r];
    const std::optional<int> without = fall(result.outcomes[0][r]);
    pair_up(found, result.outcomes[0][r], run);
    if (!run.began) continue;
    const int end = *run.began + judged_weeks(result, r);
    if (saves(run.verdict) && run.firms.front().marginalised_until > end) ++found.later;
    if (!without) continue;
    if (*without <= end) {
      ++found.within;
    } else {
      ++found.outside;
      found.needed = std::max(found.needed, *without - *run.began);
    }
  }
  return found;
}

}  // namespace orgsim
