#include "executive/dissolution.hpp"

#include "model/selection.hpp"

namespace orgsim {

namespace {

bool is_due(Survival& survival, double real_share, const Selection& p) {
  if (!survival.first_share) survival.first_share = real_share;
  const bool below = real_share < p.dissolve * *survival.first_share;
  survival.weeks_below = below ? survival.weeks_below + 1 : 0;
  return survival.weeks_below >= p.patience;
}

// Its budget and its power go to the others; that its share has fallen to nothing is booked as the rest.
void hand_out(Firms& firms, std::size_t f) {
  const PerDepartment logs = firms.log_share.of(f);
  firms.share.set(f, without_marketing(firms.share.of(f)));
  firms.power.set(f, without_marketing(firms.power.of(f)));
  firms.log_share.set(f, ln(firms.share.of(f)));
  firms.by_rest.set(f, firms.by_rest.of(f) + firms.log_share.of(f) - logs);
}

}  // namespace

void dissolve(World& world) {
  Firms& firms = world.firms;
  for (std::size_t f = 0; f < firms.survival.size(); ++f) {
    Survival& survival = firms.survival[f];
    survival.profit.push(firms.profit(f));
    survival.users.push(firms.users(f));
    if (survival.dissolved || !is_due(survival, firms.real_share(f), world.parameters.selection)) continue;
    survival.dissolved = world.week + 1;
    hand_out(firms, f);
  }
}

}  // namespace orgsim
