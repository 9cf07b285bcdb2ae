// docs/model.md, 3.2: how closely each executive watches the spending, what comes in, and the
// budgets of the week. How much is spent in all, executive/ says.
#include <algorithm>
#include <utility>

#include "core/vectors.hpp"
#include "model/selection.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

// Growth a year over the window, of the firms whose window is full.
void estimate_growth(Firms& firms) {
  const OwnKeys& p = firms.keys;
  const OfFirms n = firms.users.max(1);
  OfFirms before = n;
  OfFirms rate(firms.count());
  for (std::size_t f = 0; f < firms.count(); ++f) {
    const std::optional<double> then = firms.users_before[f].push(firms.users(f));
    if (!then) continue;
    before(f) = std::max(*then, 1.0);
    rate(f) = p.of(f).executive.growth_rate;
  }
  firms.growth += rate * (ln(n / before) * 52 / p(&Executive::growth_window) - firms.growth);
  firms.growth_clipped = clip(firms.growth, 0, 1);
}

// What was decided for the week comes first.
void take_decided_shares(Firms& firms) {
  firms.log_share_before = firms.log_share;
  for (std::size_t f = 0; f < firms.count(); ++f) {
    auto share = std::exchange(firms.decided[f].share, std::nullopt);
    if (!share) continue;
    if (is_dissolved(firms, f)) share = without_marketing(*share);
    firms.share.set(f, *share);
    firms.log_share.set(f, ln(*share));
  }
}

// The executive's division of the budget; what was decided for marketing comes on top, and the firm pays it.
void divide(Firms& firms) {
  firms.budget = firms.share.rowwise() * firms.total_budget;
  for (std::size_t f = 0; f < firms.count(); ++f)
    firms.budget(Department::marketing, f) *= firms.decided[f].marketing_budget;
}

// A grant adds to the budget what is paid from outside. Those to modes are given once the mix is known.
void grant(const World& world, Firms& firms) {
  firms.granted.setZero();
  for (const Grant& g : world.grants) {
    if (g.mode || !g.weeks.holds(world.week)) continue;
    const auto f = static_cast<std::size_t>(g.firm.number);
    double& budget = firms.budget(g.department, f);
    const double before = std::exchange(budget, budget * g.factor);
    firms.granted(f) += budget - before;
  }
}

}  // namespace

OfFirms affordable(const World& world) {
  const Firms& firms = world.firms;
  return world.parameters.economics.margin * firms.revenue + firms.injection +
         firms.cash / firms.keys(&Finance::cash_weeks);
}

void executives(World& world) {
  on_widest_vectors([&] {
    Firms& firms = world.firms;
    const OwnKeys& p = firms.keys;
    const Economics& economics = world.parameters.economics;
    const double kappa = world.environment.climate;

    estimate_growth(firms);
    firms.scrutiny = elementary::logistic(
        p(&Executive::scrutiny_slope) * (p(&Executive::scrutiny_mid) - firms.growth_clipped / 2 - kappa / 2));
    firms.revenue.setZero();
    for (Eigen::Index h = 0; h < world.census.by_habit.rows(); ++h)
      firms.revenue += world.census.by_habit.row(h) * economics.paid_at(static_cast<std::size_t>(h));
    firms.revenue *= p(&Offer::price) * economics.paid_in(kappa);
    firms.injection = p(&Finance::injection) * people_per_firm(world) * kappa * firms.growth_clipped;
  });
}

void budgets(World& world) {
  on_widest_vectors([&] {
    take_decided_shares(world.firms);
    divide(world.firms);
    grant(world, world.firms);
  });
}

}  // namespace orgsim
