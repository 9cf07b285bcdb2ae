#include "experiment/sweep/shares.hpp"

#include <algorithm>
#include <cmath>

#include "engine/numbers.hpp"

namespace orgsim {

namespace {

std::optional<std::size_t> axis_that_sets(const std::vector<Axis>& axes, const std::string& path) {
  for (std::size_t a = 0; a < axes.size(); ++a) {
    const std::vector<std::string>& paths = axes[a].paths;
    if (std::find(paths.begin(), paths.end(), path) != paths.end()) return a;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Share> shares_of(const Scenario& scenario, const std::vector<Axis>& axes) {
  std::vector<Share> shares;
  for (std::size_t a = 0; a < axes.size(); ++a) {
    const std::string& other = axes[a].share_of;
    if (other.empty()) continue;
    Share share{a, axis_that_sets(axes, other), 0, axes[a].whole};
    if (!share.of) {
      const std::optional<double> number = number_at(scenario, other);
      require(number.has_value(), "what an axis is a share of was checked");
      share.number = *number;
    }
    shares.push_back(share);
  }
  return shares;
}

void settle(const std::vector<Share>& shares, std::span<double> values) {
  for (const Share& share : shares) {
    double& value = values[share.axis];
    value *= share.of ? values[*share.of] : share.number;
    if (share.whole) value = std::round(value);
  }
}

}  // namespace orgsim
