#include "executive/incremental.hpp"

#include "core/vectors.hpp"

namespace orgsim {

namespace {

// The returns that the executive divides by: roi, or what it was shown instead (docs/model.md, 3.9).
OfDepartments returns_seen(const Firms& firms) {
  OfDepartments returns = firms.roi;
  for (std::size_t f = 0; f < firms.count(); ++f) {
    const std::optional<PerDepartment>& shown = firms.decided[f].returns;
    if (shown) returns.set(f, *shown);
  }
  return returns.max(kLogFloor);
}

// l - ln sum_d x_d exp(l_d): relative to the budget-weighted mean return.
OfDepartments relative(const OfDepartments& l, const OfDepartments& returns, const OfDepartments& x) {
  const OfFirms mean = ln((x * returns).colwise().sum());
  return l.rowwise() - mean;
}

// Towards equal shares per budget line. Nothing as a rule, which costs no logarithms then.
OfDepartments towards_equality(const OwnKeys& p, const OfDepartments& log_x) {
  const OfFirms eta_equality = p(&Executive::eta_equality);
  if (are_all(eta_equality, 0, p.count())) return OfDepartments(p.count());
  const OfDepartments items = p(&Executive::items);
  const OfDepartments even = ln(items.rowwise() / OfFirms(items.colwise().sum()));
  return (even - log_x).rowwise() * eta_equality;
}

}  // namespace

OfFirms Incremental::total_budget(const World& world) {
  const Firms& firms = world.firms;
  const OwnKeys& p = firms.keys;
  const Economics& economics = world.parameters.economics;
  const double kappa = world.environment.climate;
  const OfFirms& gc = firms.growth_clipped;
  const OfFirms& R = firms.revenue;
  const OfFirms& I = firms.injection;

  const OfFirms mature = p(&Finance::budget_mature);
  const OfFirms floor = p(&Finance::budget_floor) * people_per_firm(world);
  const OfFirms share_of_revenue =
      mature + (p(&Finance::budget_growth) - mature) * gc - economics.winter_cut * (1 - kappa);
  const OfFirms wish = (share_of_revenue * R).max(floor) + I;
  return wish.min(affordable(world)).max(floor);
}

Division Incremental::divide(const World& world) {
  Division division;
  on_widest_vectors([&] {
    const Firms& firms = world.firms;
    const OwnKeys& p = firms.keys;
    const OfFirms& sigma = firms.scrutiny;
    const OfDepartments& x = firms.share;
    const OfDepartments& log_x = firms.log_share;
    const OfDepartments roi = returns_seen(firms);
    const OfDepartments ln_roi = ln(roi);
    const double scarcity = 1 - world.environment.climate;
    const double politics = world.parameters.mechanisms.politics ? 1 : 0;
    const OfFirms eta = (p(&Executive::eta) + p(&Executive::eta_scrutiny) * sigma) * sigma;
    const OfFirms eta_power =
        politics * p(&Executive::eta_power) * (1 + p(&Executive::scarcity_power) * scarcity);
    const OfFirms most_of_a_firm = p(&Executive::most);
    const auto most = in_each_row<Department>(most_of_a_firm);

    const OfDepartments clear = relative(ln_roi, roi, x);
    const OfDepartments l = is_random(world.market) ? relative(ln_roi + firms.perception,
                                                               roi * elementary::exp(firms.perception), x)
                                                    : clear;
    division.by_credit = clear.rowwise() * eta;
    division.by_noise = (l - clear).rowwise() * eta;
    division.by_power = (ln(firms.power) - log_x).rowwise() * eta_power;
    division.by_equality = towards_equality(p, log_x);
    const OfDepartments z =
        (l.rowwise() * eta + division.by_power + division.by_equality).max(-most).min(most);
    division.shares = x * elementary::exp(z);
  });
  return division;
}

}  // namespace orgsim
