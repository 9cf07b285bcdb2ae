// Everything that one run is, apart from what the marketing heads intend (strategy/).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/elementary.hpp"
#include "core/random.hpp"
#include "keys/grant.hpp"
#include "keys/parameters.hpp"
#include "model/market/hazards.hpp"
#include "model/market/market.hpp"
#include "model/recent.hpp"
#include "model/state/firms.hpp"

namespace orgsim {

// What no firm decides, in this week.
struct EnvironmentState {
  double climate = 1;     // kappa
  double directness = 0;  // D
  double ai_parity = 0;   // a
  double people = 0;      // N_t

  bool operator==(const EnvironmentState&) const = default;
};

// The category as a whole: when its growth ends and how far firms only take users from each other
// (docs/model.md, 3.7).
struct Category {
  Recent users_before;             // all firms' users of the last 26 weeks
  int slow_weeks = 0;              // weeks in a row that users grew by less than 5 % a year
  std::optional<int> stock_phase;  // first week of the stock phase
  Recent won;
  Recent switched;
  double zero_sum = 0;

  bool operator==(const Category&) const = default;
};

struct World {
  Parameters parameters;
  std::vector<Grant> grants;
  StreamKey stream_key;

  int week = -1;  // the week that was simulated last
  EnvironmentState environment;
  double expectation = 0;  // X
  Market market;
  Census census;      // at the week's start, after newcomers
  Census census_end;  // after the week
  Hazards hazards;
  Category category;
  Firms firms;

  bool operator==(const World&) const = default;
};

// The world before week 0 (docs/model.md, 2). `firms` holds each firm's own parameters,
// `parameters.market.firms` of them.
World initial_world(const Parameters& parameters, const std::vector<FirmParameters>& firms,
                    const std::vector<Grant>& grants, const StreamKey& stream_key, Market market);

inline double people_per_firm(const World& world) {
  return world.environment.people / static_cast<double>(world.firms.count());
}

// Money that each firm can spend this week, once executives() has been through it.
OfFirms affordable(const World& world);

// One standard normal for a firm (or for one of its departments), or 0 where the market has no randomness.
double shock(const World& world, Purpose purpose, std::size_t entity);

// exp(s z - s^2/2), which has mean 1 over standard normal z.
inline double lognormal(double z, double s) {
  return elementary::exp(s * z - s * s / 2);
}

// That of a draw, or 1 where the market has no randomness.
double lognormal_shock(const World& world, Purpose purpose, std::size_t entity, double s);

}  // namespace orgsim
