// docs/model.md, 7.6: power, perceived returns, and the division of next week's budget.
#include <cmath>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "model/columns.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

constexpr double kScoreLimit = 2;
constexpr double kLogEven = -0x1.62e42fefa39efp0;  // ln of an even share, 1/4
static_assert(count_of<Department> == 4);

constexpr Eigen::Index kDepartments = count_of<Department>;

// A firm's departments, which stand one under the other in its column.
template <class Array>
auto departments_of(Array& all, std::size_t f, Eigen::Index first = 0) {
  return all.col(static_cast<Eigen::Index>(f)).template segment<kDepartments>(first);
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

// What all executives weigh.
struct Weighed {
  enum Row { roi = 0, power = kDepartments, mean = 2 * kDepartments, seeming_mean, row_count };
  // Logarithms, of the budget-weighted mean return as it is and as it seems through errors of perception too.
  Columns<row_count> logs;
  Columns<kDepartments> error;  // e^eps, itself

  explicit Weighed(std::size_t firms)
      : logs(columns_for<row_count>(firms)), error(columns_for<kDepartments>(firms)) {}

  auto of_departments(Row first, std::size_t f) const { return departments_of(logs, f, first); }
  double operator()(Row row, std::size_t f) const { return logs(row, static_cast<Eigen::Index>(f)); }
};

// Strategic contingencies: Hickson et al. (1971), Salancik & Pfeffer (1974).
void shift_power(Firm& firm) {
  const double accountability = firm.parameters.measurement.accountability;
  const PerDepartment accounted =
      firm.now.measurability.unaryExpr([=](double m) { return elementary::pow(m, accountability); });
  const PerDepartment claim = firm.now.centrality * firm.now.non_substitutability * accounted;
  const double all = claim.sum();
  if (all > 0) firm.power += firm.parameters.executive.power_rate * (claim / all - firm.power);
}

void exponentiate_errors(const World& world, Weighed& weighed) {
  if (!is_random(world.market)) {  // and so there are none
    weighed.error.setOnes();
    return;
  }
  for (std::size_t f = 0; f < world.firms.size(); ++f)
    departments_of(weighed.error, f) = world.firms[f].perception;
  elementary::exp_of_each(numbers_of(weighed.error));
}

void take_logs(const World& world, Weighed& weighed) {
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    const Firm& firm = world.firms[f];
    const PerDepartment roi = firm.roi.max(kLogFloor);
    const PerDepartment returned = firm.share * roi;
    const PerDepartment seeming = returned * departments_of(weighed.error, f);
    weighed.logs.col(static_cast<Eigen::Index>(f)) << roi, firm.power.max(kLogFloor),
        std::max(returned.sum(), kLogFloor), std::max(seeming.sum(), kLogFloor);
  }
  elementary::log_of_each(numbers_of(weighed.logs));
}

// The week's change of log shares, before floor and normalisation, and its audit, which counts from what the
// last week left.
PerDepartment score(const World& world, const Weighed& weighed, std::size_t f, Firm& firm) {
  const Executive& p = firm.parameters.executive;
  const double sigma = firm.now.scrutiny;
  const PerDepartment log_roi = weighed.of_departments(Weighed::roi, f);
  const PerDepartment& log_share = firm.log_share;
  const PerDepartment clear_view = log_roi - weighed(Weighed::mean, f);
  const PerDepartment view = log_roi + firm.perception - weighed(Weighed::seeming_mean, f);
  const double power_weight = world.parameters.mechanisms.politics
                                  ? p.power_weight * (1 + p.scarcity_power * (1 - world.environment.climate))
                                  : 0;
  const PerDepartment power = power_weight * (weighed.of_departments(Weighed::power, f) - log_share);
  const PerDepartment equality = p.equality_weight * (kLogEven - log_share);
  const PerDepartment z = (sigma * view + power + equality).max(-kScoreLimit).min(kScoreLimit);
  const double eta = p.eta + p.eta_scrutiny * sigma;

  Audit& audit = firm.now.audit;
  audit.credit = eta * sigma * clear_view;
  audit.noise = eta * sigma * (view - clear_view);
  audit.power = eta * power;
  audit.equality = eta * equality;
  audit.rest = -firm.decided.log_share_before.value_or(log_share) - audit.credit - audit.noise - audit.power -
               audit.equality;
  return eta * z;
}

PerDepartment floored_shares(PerDepartment share, double floor) {
  share /= share.sum();
  share = share.max(floor);
  return share / share.sum();
}

void reallocate(World& world, const Weighed& weighed) {
  auto changes = columns_for<kDepartments>(world.firms.size());
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    departments_of(changes, f) = score(world, weighed, f, world.firms[f]);
  }
  elementary::exp_of_each(numbers_of(changes));
  auto log_shares = changes;
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    Firm& firm = world.firms[f];
    if (!firm.decided.hold_share) {
      firm.share =
          floored_shares(firm.share * departments_of(changes, f), firm.parameters.executive.share_floor);
    }
    departments_of(log_shares, f) = firm.share.max(kLogFloor);
  }
  elementary::log_of_each(numbers_of(log_shares));
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    Firm& firm = world.firms[f];
    firm.log_share = departments_of(log_shares, f);
    firm.now.audit.rest += firm.log_share;
    firm.decided.share_before.reset();
    firm.decided.log_share_before.reset();
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
  for (Firm& firm : world.firms) shift_power(firm);
  Weighed weighed(world.firms.size());
  exponentiate_errors(world, weighed);
  take_logs(world, weighed);
  reallocate(world, weighed);
  for (Firm& firm : world.firms) close_books(world, firm);
}

}  // namespace orgsim
