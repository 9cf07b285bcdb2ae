// docs/model.md, 3.1: what no firm decides.
#include <cmath>
#include <utility>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "model/week.hpp"

namespace orgsim {

void environment(World& world, const Society& society) {
  const EnvironmentParameters& p = world.parameters.environment;
  const MarketParameters& market = world.parameters.market;
  const double inflow = inflow_of(world.parameters);
  EnvironmentState& now = world.environment;

  now.climate = p.climate.at(world.week);
  now.directness = p.directness.at(world.week);
  now.ai_parity = p.ai.ceiling * logistic((world.week - p.ai.midpoint) / p.ai.width);
  now.people = static_cast<double>(market.customers) * elementary::exp(inflow * world.week / 52);
  if (world.week > 0 && inflow == 0) {
    // A closed market: nobody has come since. customers() counts anew into what census_end then holds.
    std::swap(world.census, world.census_end);
  } else {
    if (world.week > 0) admit(world.market, market, inflow, world.week, society);
    take_census(world.market, world.census);
  }
  world.firms.users = world.census.users;
}

}  // namespace orgsim
