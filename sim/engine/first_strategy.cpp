#include "engine/first_strategy.hpp"

#include <numeric>

#include "core/draws.hpp"

namespace orgsim {

std::string first_strategy(const Scenario& scenario, const StreamKey& stream_key, std::size_t f) {
  const Selection& selection = scenario.parameters.selection;
  const std::string& own = scenario.firms[f].strategy;
  if (!own.empty() || !selection.given()) return own;
  std::vector<double> weights = selection.weights;
  if (weights.empty()) weights.assign(selection.strategies.size(), 1);
  // Week 0 has no review, so that its streams are free.
  Stream draws = stream_key.stream(Purpose::selection, 0, static_cast<std::uint32_t>(f));
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  return selection.strategies[in_proportion(weights, total, uniform(draws))];
}

}  // namespace orgsim
