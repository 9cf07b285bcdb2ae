// docs/model.md, 7.3, marketing's part: staff, money, effort per mode, proficiency, voice.
#include <algorithm>
#include <array>
#include <numeric>
#include <span>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "model/columns.hpp"
#include "model/departments.hpp"

namespace orgsim {

void staff_marketing(const World& world, Firm& firm) {
  const Marketing& p = firm.parameters.marketing;
  const double boost = world.parameters.environment.ai.gain * firm.ai_adoption * world.environment.ai_parity;
  firm.now.freed = p.craft * boost / (1 + boost);
  firm.now.judgement = (1 - p.craft + firm.redeploy * firm.now.freed) / (1 - p.craft);
}

void spend_budgets(const World& world, Firm& firm) {
  const Marketing& p = firm.parameters.marketing;
  const Measurement& measurement = firm.parameters.measurement;
  FirmWeek& now = firm.now;

  now.measurability = measurement.measurability_department.value;
  now.measurability[Department::marketing] = (firm.mix * measurement.measurability).sum();
  now.friction = firm.parameters.executive.friction * now.scrutiny * (1 - now.measurability);
  now.spend = now.budget * (1 - now.friction);
  now.cost = now.spend + world.parameters.economics.friction_waste * (now.budget - now.spend);
  now.per_head = now.spend / world.environment.people;

  const double staff_before = firm.staff;
  firm.staff = 1 - (1 - firm.redeploy) * now.freed;
  const double pay = p.payroll * now.spend[Department::marketing];
  now.cost[Department::marketing] +=
      p.severance * pay * std::max(staff_before - firm.staff, 0.0) - pay * (1 - firm.staff);
}

namespace {

using PerFirm = Columns<count_of<Mode>>;

// J^judgement of each firm and mode; J is 1 or more.
PerFirm judgement_powers(const std::vector<Firm>& firms) {
  PerFirm powers = columns_for<count_of<Mode>>(firms.size());
  const auto is_as_ever = [](const Firm& firm) { return firm.now.judgement == 1; };
  if (std::all_of(firms.begin(), firms.end(), is_as_ever)) {  // nobody redeploys people whom AI has freed
    powers.setOnes();
    return powers;
  }
  auto log_judgement = columns_for<1>(firms.size());
  for (std::size_t f = 0; f < firms.size(); ++f) {
    log_judgement(static_cast<Eigen::Index>(f)) = firms[f].now.judgement;
  }
  elementary::log_of_each(numbers_of(log_judgement));
  for (std::size_t f = 0; f < firms.size(); ++f) {
    const auto i = static_cast<Eigen::Index>(f);
    powers.col(i) = firms[f].parameters.marketing.judgement * log_judgement(i);
  }
  elementary::exp_of_each(numbers_of(powers));
  return powers;
}

void work_modes_of(const World& world, const PerMode& judged, Firm& firm) {
  const Marketing& p = firm.parameters.marketing;
  const double a = world.environment.ai_parity;
  FirmWeek& now = firm.now;
  const double attention = (1 - p.disruption * now.moving) * (1 - p.ai_cost * firm.ai_adoption);
  const double misused = p.misuse * firm.ai_adoption * a * (1 - firm.redeploy);

  for (const Mode m : every<Mode>()) {
    const double w = now.per_head[Department::marketing] * firm.mix[m];
    now.effort[m] = w * firm.proficiency[m] * judged[m] * saturation(w, p.critical) * attention *
                    (1 - misused * p.judgement[m]);
  }
  // A department without power is not let into product and operations.
  const double own = firm.power[Department::marketing];
  const auto let_in = [&](Department owner) {
    return std::min(1.0, ratio((1 + p.access) * own, own + p.access * firm.power[owner]));
  };
  now.effort[Mode::product] *= let_in(Department::product);
  now.effort[Mode::operations] *= let_in(Department::operations);
}

}  // namespace

void work_modes(World& world) {
  const PerFirm judged = judgement_powers(world.firms);
  Eigen::Index f = 0;
  for (Firm& firm : world.firms) work_modes_of(world, judged.col(f++), firm);
}

void learn_modes(Firm& firm) {
  const Marketing& p = firm.parameters.marketing;
  for (const Mode m : every<Mode>()) {
    const double w = firm.now.per_head[Department::marketing] * firm.mix[m];
    const double xi = firm.proficiency[m];
    const double practice = std::min(ratio(w, p.learn_reference), 1.0);
    firm.proficiency[m] = xi + p.learn * practice * (1 - xi) - (firm.mix[m] < 0.02 ? p.forget * xi : 0);
  }
}

void speak_up(World& world) {
  const Contact& contact = world.parameters.market.contact;
  const ArtificialIntelligence& ai = world.parameters.environment.ai;
  std::array<double, kMostFirms + 1> heard;  // what everybody else buys, then each firm's voice U
  heard[0] = contact.attention_noise * (1 + ai.noise * world.environment.ai_parity);
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    Firm& firm = world.firms[f];
    const Marketing& p = firm.parameters.marketing;
    if (world.week % p.creative_weeks == 0) {
      firm.creative = lognormal_shock(world, Purpose::creative, f, p.creative_noise);
    }
    approach(firm.adstock, firm.now.effort[Mode::broadcast] * firm.creative, 1 - p.adstock);
    const double voice = firm.adstock + firm.ceo_voice;
    firm.now.own_voice = voice > 0 ? firm.adstock / voice : 0;
    heard[f + 1] = voice;
  }
  const auto attracting = std::span(heard).first(world.firms.size() + 1);
  elementary::pow_of_each(attracting, contact.attention);  // U^b
  const double all = std::accumulate(attracting.begin(), attracting.end(), 0.0);
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    Firm& firm = world.firms[f];
    const Marketing& p = firm.parameters.marketing;
    firm.now.share_of_voice = ratio(heard[f + 1], all);
    firm.goodwill = (1 - p.goodwill_decay) * firm.goodwill + p.goodwill_gain * firm.now.share_of_voice;
  }
}

}  // namespace orgsim
