#include "experiment/window/no_return.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/error.hpp"
#include "experiment/isotonic.hpp"

namespace orgsim {

namespace {

constexpr double kHalf = 0.5;

// Starts with something to save.
std::vector<std::size_t> eligible(std::span<const StartCounts> counts) {
  std::vector<std::size_t> found;
  for (std::size_t s = 0; s < counts.size(); ++s) {
    if (counts[s].has_something()) found.push_back(s);
  }
  return found;
}

void note_second_crossing(PointOfNoReturn& point, std::span<const double> starts,
                          std::span<const StartCounts> counts, const std::vector<std::size_t>& known) {
  bool above = false;
  for (const std::size_t s : known) {
    const bool now = counts[s].share_saved() >= kHalf;
    if (above && !now && !point.falls) point.falls = starts[s];
    if (point.falls && now) {
      point.crosses_again = starts[s];
      return;
    }
    above = now;
  }
}

}  // namespace

std::vector<double> fit_of(std::span<const StartCounts> counts) {
  std::vector<double> fit(counts.size(), std::numeric_limits<double>::quiet_NaN());
  std::vector<std::size_t> known = eligible(counts);
  if (known.empty()) return fit;
  const auto most =
      std::ranges::max_element(known, {}, [&](std::size_t s) { return counts[s].share_saved(); });
  known.erase(known.begin(), most);
  std::vector<double> shares;
  std::vector<double> weights;
  for (const std::size_t s : known) {
    shares.push_back(counts[s].share_saved());
    weights.push_back(static_cast<double>(counts[s].to_save));
  }
  const std::vector<double> fitted = falling_fit(shares, weights);
  for (std::size_t i = 0; i < known.size(); ++i) fit[known[i]] = fitted[i];
  return fit;
}

PointOfNoReturn point_of_no_return(std::span<const double> starts, std::span<const StartCounts> counts) {
  require(starts.size() == counts.size(), "counts for each start");
  PointOfNoReturn point;
  const std::vector<std::size_t> known = eligible(counts);
  if (known.empty()) return point;
  const std::vector<double> fit = fit_of(counts);
  point.kind = NoReturn::none;
  for (const std::size_t s : known) {
    if (std::isnan(fit[s]) || fit[s] < kHalf) continue;
    point.kind = s == known.back() ? NoReturn::later : NoReturn::week;
    point.week = starts[s];
  }
  const bool all =
      std::ranges::all_of(known, [&](std::size_t s) { return counts[s].share_saved() >= kHalf; });
  if (all) point.kind = NoReturn::always;
  note_second_crossing(point, starts, counts, known);
  return point;
}

}  // namespace orgsim
