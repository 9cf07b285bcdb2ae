// 3.6: power, perceived returns, and the division of next week's budget.
#include <cmath>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "model/columns.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

constexpr double kScoreLimit = 2;
constexpr double kLogEven = -0x1.62e42fefa39efp0;  // ln of an even share, 1/4

using PerFirm = Columns<count_of<Department>>;

template <class Member>
PerFirm gather(const World& world, Member member) {
  PerFirm all = columns_for<count_of<Department>>(world.firms.size());
  Eigen::Index f = 0;
  for (const Firm& firm : world.firms) all.col(f++) = member(firm);
  return all;
}

template <class Member>
PerFirm gather_logs(const World& world, Member member) {
  PerFirm all = gather(world, member);
  for (double& value : numbers_of(all)) value = std::max(value, kLogFloor);
  elementary::log_of_each(numbers_of(all));
  return all;
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
void shift_power(World& world) {
  PerFirm accounted = gather(world, [](const Firm& firm) -> auto& { return firm.now.measurability; });
  elementary::log_of_each(numbers_of(accounted));
  Eigen::Index f = 0;
  for (const Firm& firm : world.firms) {
    const double accountability = firm.parameters.measurement.accountability;
    if (accountability == 0) accounted.col(f).setZero();  // 0^0 is 1
    accounted.col(f++) *= accountability;
  }
  elementary::exp_of_each(numbers_of(accounted));  // M^accountability
  f = 0;
  for (Firm& firm : world.firms) {
    const PerDepartment claim = firm.now.centrality * firm.now.non_substitutability * accounted.col(f++);
    const double all = claim.sum();
    if (all > 0) firm.power += firm.parameters.executive.power_rate * (claim / all - firm.power);
  }
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

PerDepartment floored_shares(PerDepartment share, double floor) {
  share /= share.sum();
  share = share.max(floor);
  return share / share.sum();
}

// ln of the budget-weighted mean return of each firm: as it is, and as it seems through errors of perception.
Columns<2> log_mean_returns(const World& world) {
  PerFirm errors = gather(world, [](const Firm& firm) -> auto& { return firm.perception; });
  elementary::exp_of_each(numbers_of(errors));
  Columns<2> means = columns_for<2>(world.firms.size());
  Eigen::Index f = 0;
  for (const Firm& firm : world.firms) {
    const PerDepartment returned = firm.share * firm.roi.max(kLogFloor);
    means.col(f) << returned.sum(), (returned * errors.col(f)).sum();
    ++f;
  }
  means = means.max(kLogFloor);
  elementary::log_of_each(numbers_of(means));
  return means;
}

void reallocate(World& world) {
  const PerFirm log_roi = gather_logs(world, [](const Firm& firm) -> auto& { return firm.roi; });
  const PerFirm log_share = gather_logs(world, [](const Firm& firm) -> auto& { return firm.share; });
  const PerFirm log_power = gather_logs(world, [](const Firm& firm) -> auto& { return firm.power; });
  const Columns<2> log_mean = log_mean_returns(world);
  PerFirm growth = columns_for<count_of<Department>>(
      world.firms.size());  // of each share, in logarithms, before floor and normalisation
  Eigen::Index f = 0;
  for (Firm& firm : world.firms) {
    const Executive& p = firm.parameters.executive;
    const double sigma = firm.now.scrutiny;
    const PerDepartment clear_view = log_roi.col(f) - log_mean(0, f);
    const PerDepartment view = log_roi.col(f) + firm.perception - log_mean(1, f);
    const double power_weight =
        world.parameters.mechanisms.politics
            ? p.power_weight * (1 + p.scarcity_power * (1 - world.environment.climate))
            : 0;
    const PerDepartment power = power_weight * (log_power.col(f) - log_share.col(f));
    const PerDepartment equality = p.equality_weight * (kLogEven - log_share.col(f));

    const PerDepartment z = (sigma * view + power + equality).max(-kScoreLimit).min(kScoreLimit);
    const double eta = p.eta + p.eta_scrutiny * sigma;
    growth.col(f++) = eta * z;

    Audit& audit = firm.now.audit;
    audit.credit = eta * sigma * clear_view;
    audit.noise = eta * sigma * (view - clear_view);
    audit.power = eta * power;
    audit.equality = eta * equality;
  }
  elementary::exp_of_each(numbers_of(growth));
  f = 0;
  for (Firm& firm : world.firms) {
    firm.share = floored_shares(firm.share * growth.col(f++), firm.parameters.executive.share_floor);
  }
  const PerFirm log_share_now = gather_logs(world, [](const Firm& firm) -> auto& { return firm.share; });
  f = 0;
  for (Firm& firm : world.firms) {
    Audit& audit = firm.now.audit;
    audit.rest =
        log_share_now.col(f) - log_share.col(f) - audit.credit - audit.noise - audit.power - audit.equality;
    ++f;
  }
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
    judge_substitutability(world, world.firms[f]);
    perceive_returns(world, f, world.firms[f]);
  }
  shift_power(world);
  reallocate(world);
  for (Firm& firm : world.firms) close_books(world, firm);
}

}  // namespace orgsim
