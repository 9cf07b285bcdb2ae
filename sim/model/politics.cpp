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
static_assert(count_of<Department> == 4);

constexpr Eigen::Index kDepartments = count_of<Department>;

// Some rows of departments for each firm, one under the other: `rows(all, f, i)` is the i-th of them.
template <class Array>
auto rows(Array& all, std::size_t f, int i) {
  return all.col(static_cast<Eigen::Index>(f)).template segment<kDepartments>(i * kDepartments);
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

// What all executives weigh, in logarithms.
struct Weighed {
  enum First { roi, share };
  Columns<2 * kDepartments> first;
  Columns<kDepartments> error;  // e^eps, itself
  // Of power, and of the budget-weighted mean return as it is and as it seems through errors of perception.
  Columns<kDepartments + 2> last;

  explicit Weighed(std::size_t firms)
      : first(columns_for<2 * kDepartments>(firms)),
        error(columns_for<kDepartments>(firms)),
        last(columns_for<kDepartments + 2>(firms)) {}

  auto log_power(std::size_t f) const { return rows(last, f, 0); }
  double log_mean(std::size_t f) const { return last(kDepartments, static_cast<Eigen::Index>(f)); }
  double log_seeming_mean(std::size_t f) const {
    return last(kDepartments + 1, static_cast<Eigen::Index>(f));
  }
};

void take_first_logs(const World& world, Weighed& weighed) {
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    const Firm& firm = world.firms[f];
    rows(weighed.first, f, Weighed::roi) = firm.roi.max(kLogFloor);
    rows(weighed.first, f, Weighed::share) = firm.share.max(kLogFloor);
  }
  elementary::log_of_each(numbers_of(weighed.first));
}

// Strategic contingencies: Hickson et al. (1971), Salancik & Pfeffer (1974).
void shift_power(Firm& firm) {
  const double accountability = firm.parameters.measurement.accountability;
  const PerDepartment accounted =
      firm.now.measurability.unaryExpr([=](double m) { return elementary::pow(m, accountability); });
  const PerDepartment claim = firm.now.centrality * firm.now.non_substitutability * accounted;
  const double all = claim.sum();
  if (all > 0) firm.power += firm.parameters.executive.power_rate * (claim / all - firm.power);
}

void raise_errors(const World& world, Weighed& weighed) {
  if (!is_random(world.market)) {  // and so there are none
    weighed.error.setOnes();
    return;
  }
  for (std::size_t f = 0; f < world.firms.size(); ++f) rows(weighed.error, f, 0) = world.firms[f].perception;
  elementary::exp_of_each(numbers_of(weighed.error));
}

void take_last_logs(const World& world, Weighed& weighed) {
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    const Firm& firm = world.firms[f];
    const PerDepartment returned = firm.share * firm.roi.max(kLogFloor);
    const PerDepartment seeming = returned * rows(weighed.error, f, 0);
    weighed.last.col(static_cast<Eigen::Index>(f)) << firm.power.max(kLogFloor),
        std::max(returned.sum(), kLogFloor), std::max(seeming.sum(), kLogFloor);
  }
  elementary::log_of_each(numbers_of(weighed.last));
}

// The week's change of log shares, before floor and normalisation, and its audit.
PerDepartment score(const World& world, const Weighed& weighed, std::size_t f, Firm& firm) {
  const Executive& p = firm.parameters.executive;
  const double sigma = firm.now.scrutiny;
  const PerDepartment log_roi = rows(weighed.first, f, Weighed::roi);
  const PerDepartment log_share = rows(weighed.first, f, Weighed::share);
  const PerDepartment clear_view = log_roi - weighed.log_mean(f);
  const PerDepartment view = log_roi + firm.perception - weighed.log_seeming_mean(f);
  const double power_weight = world.parameters.mechanisms.politics
                                  ? p.power_weight * (1 + p.scarcity_power * (1 - world.environment.climate))
                                  : 0;
  const PerDepartment power = power_weight * (weighed.log_power(f) - log_share);
  const PerDepartment equality = p.equality_weight * (kLogEven - log_share);
  const PerDepartment z = (sigma * view + power + equality).max(-kScoreLimit).min(kScoreLimit);
  const double eta = p.eta + p.eta_scrutiny * sigma;

  Audit& audit = firm.now.audit;
  audit.credit = eta * sigma * clear_view;
  audit.noise = eta * sigma * (view - clear_view);
  audit.power = eta * power;
  audit.equality = eta * equality;
  audit.rest = -log_share - audit.credit - audit.noise - audit.power - audit.equality;
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
    rows(changes, f, 0) = score(world, weighed, f, world.firms[f]);
  }
  elementary::exp_of_each(numbers_of(changes));
  auto log_shares = changes;
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    Firm& firm = world.firms[f];
    firm.share = floored_shares(firm.share * rows(changes, f, 0), firm.parameters.executive.share_floor);
    rows(log_shares, f, 0) = firm.share.max(kLogFloor);
  }
  elementary::log_of_each(numbers_of(log_shares));
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    world.firms[f].now.audit.rest += rows(log_shares, f, 0);
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
  take_first_logs(world, weighed);
  raise_errors(world, weighed);
  take_last_logs(world, weighed);
  reallocate(world, weighed);
  for (Firm& firm : world.firms) close_books(world, firm);
}

}  // namespace orgsim
