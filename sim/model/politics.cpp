// 3.6: power, perceived returns, and the division of next week's budget.
#include <cmath>

#include "core/arithmetic.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

constexpr double kScoreLimit = 2;

PerDepartment logs(const PerDepartment& values) {
  return values.max(kLogFloor).log();
}

// Dismissing people does not make a department irreplaceable; redeploying them does.
void judge_substitutability(const World& world, Firm& firm) {
  const Marketing& p = firm.parameters.marketing;
  const double craft_now = (p.craft - firm.redeploy * firm.now.freed) * (firm.mix * (1 - p.judgement)).sum();
  const double craft_before = p.craft * (p.mix * (1 - p.judgement)).sum();
  PerDepartment exposure = firm.parameters.measurement.ai_exposure.value;
  exposure[Department::marketing] = clip(ratio(craft_now, craft_before), 0, 1);
  firm.now.non_substitutability = 1 - world.environment.ai_parity * exposure;
}

// Strategic contingencies: Hickson et al. (1971), Salancik & Pfeffer (1974).
void shift_power(Firm& firm) {
  const PerDepartment claim = firm.now.centrality * firm.now.non_substitutability *
                              firm.now.measurability.pow(firm.parameters.measurement.accountability);
  const double all = claim.sum();
  if (all > 0) firm.power += firm.parameters.executive.power_rate * (claim / all - firm.power);
}

void perceive_returns(const World& world, std::size_t f, Firm& firm) {
  const Executive& p = firm.parameters.executive;
  const double fresh = std::sqrt(p.perception_rate * (2 - p.perception_rate)) * p.perception_noise;
  for (const Department d : every<Department>()) {
    if (firm.now.budget[d] >= 1e-9 * firm.now.total_budget && firm.now.budget[d] > 0) {
      const double roi = firm.now.credited[d] / firm.now.budget[d];
      approach(firm.roi[d], roi, world.week == 0 ? 1 : p.roi_rate);
    }
    const std::size_t entity = f * count_of<Department> + static_cast<std::size_t>(d);
    firm.perception[d] =
        (1 - p.perception_rate) * firm.perception[d] + fresh * shock(world, Purpose::perception, entity);
  }
}

// ln of what a department seems to return, relative to the budget-weighted mean.
PerDepartment log_relative(const PerDepartment& log_return, const PerDepartment& share) {
  return log_return - floored_log((share * log_return.exp()).sum());
}

PerDepartment floored_shares(PerDepartment share, double floor) {
  share /= share.sum();
  share = share.max(floor);
  return share / share.sum();
}

void reallocate(const World& world, Firm& firm) {
  const Executive& p = firm.parameters.executive;
  const double sigma = firm.now.scrutiny;
  const PerDepartment before = firm.share;
  const PerDepartment log_roi = logs(firm.roi);
  const PerDepartment log_share = logs(before);

  const PerDepartment clear_view = log_relative(log_roi, before);
  const PerDepartment view = log_relative(log_roi + firm.perception, before);
  const double power_weight = world.parameters.mechanisms.politics
                                  ? p.power_weight * (1 + p.scarcity_power * (1 - world.environment.climate))
                                  : 0;
  const PerDepartment power = power_weight * (logs(firm.power) - log_share);
  const double even = 1.0 / static_cast<double>(count_of<Department>);
  const PerDepartment equality = p.equality_weight * (std::log(even) - log_share);

  const PerDepartment z = (sigma * view + power + equality).max(-kScoreLimit).min(kScoreLimit);
  const double eta = p.eta + p.eta_scrutiny * sigma;
  firm.share = floored_shares(before * (eta * z).exp(), p.share_floor);

  Audit& audit = firm.now.audit;
  audit.credit = eta * sigma * clear_view;
  audit.noise = eta * sigma * (view - clear_view);
  audit.power = eta * power;
  audit.equality = eta * equality;
  audit.rest = logs(firm.share) - log_share - audit.credit - audit.noise - audit.power - audit.equality;
}

void close_books(const World& world, Firm& firm) {
  FirmWeek& now = firm.now;
  now.profit = world.parameters.economics.margin * now.revenue - now.cost.sum() -
               firm.ceo_voice * world.environment.people;
  firm.cash += now.profit + now.injection + now.granted;
}

}  // namespace

void politics(World& world) {
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    Firm& firm = world.firms[f];
    judge_substitutability(world, firm);
    shift_power(firm);
    perceive_returns(world, f, firm);
    reallocate(world, firm);
    close_books(world, firm);
  }
}

}  // namespace orgsim
