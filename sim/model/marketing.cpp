// docs/model.md, 3.3, marketing's part: staff, money, effort per mode, proficiency, voice.
#include <algorithm>
#include <cmath>
#include <optional>

#include "core/vectors.hpp"
#include "model/departments.hpp"
#include "model/selection.hpp"

namespace orgsim {

namespace {

constexpr double kUnused = 0.02;  // a mode with less of the mix is forgotten

// J^judgement, which is 1 as long as AI frees nobody.
OfModes to_the_judgement(const OfFirms& J, const OfModes& judgement, std::size_t firms) {
  if (are_all(J, 1, firms)) return OfModes::Base::Ones(judgement.rows(), judgement.cols());
  return elementary::exp(judgement.rowwise() * ln(J));
}

// AI lifts craft, and the unskilled more than the skilled.
OfModes skill_of(const World& world, const OfModes& judgement) {
  const OfModes& xi = world.firms.proficiency;
  const ArtificialIntelligence& ai = world.parameters.environment.ai;
  const OfFirms at_work = world.firms.ai_adoption * world.environment.ai_parity;
  if (are_all(at_work, 0, world.firms.count())) return xi;
  const OfModes helped = (1 - judgement).rowwise() * at_work;
  return (xi + ai.lift * helped * (1 - xi)) * (1 + ai.quality * helped);
}

// What grants to single modes multiply this week's work in them by; nothing where there is no such grant.
std::optional<OfModes> grants_of_modes(const World& world) {
  std::optional<OfModes> factors;
  const OfModes& mix = world.firms.mix;
  for (const Grant& g : world.grants) {
    if (!g.mode || !g.weeks.holds(world.week)) continue;
    if (!factors) factors = OfModes::Base::Ones(mix.rows(), mix.cols());
    (*factors)(*g.mode, static_cast<std::size_t>(g.firm.number)) *= g.factor;
  }
  return factors;
}

// Adds (factor - 1) b_mkt mix_m of each grant to marketing's budget, paid from outside.
void grant_modes(const World& world, Firms& firms) {
  const std::optional<OfModes> factors = grants_of_modes(world);
  if (!factors) return;
  auto b = firms.budget[Department::marketing];
  const OfFirms more = b * ((*factors - 1) * firms.mix).colwise().sum();
  firms.granted += more;
  b = (b + more).eval();
}

// w_m: what is spent in each mode per head. Of a granted mode alone it is more.
OfModes work_of(const World& world) {
  const Firms& firms = world.firms;
  const OfFirms e_mkt = firms.per_head[Department::marketing];
  const std::optional<OfModes> factors = grants_of_modes(world);
  if (!factors) return firms.mix.rowwise() * e_mkt;
  const OfModes parts = firms.mix * *factors;
  const OfFirms each = ratio(e_mkt, OfFirms(parts.colwise().sum()));
  return parts.rowwise() * each;
}

}  // namespace

void spend_budgets(World& world) {
  on_widest_vectors([&] {
    Firms& firms = world.firms;
    const OwnKeys& p = firms.keys;
    const OfFirms craft = p(&Marketing::craft);
    const OfFirms& r = firms.redeploy;

    const OfFirms boost =
        world.parameters.environment.ai.gain * firms.ai_adoption * world.environment.ai_parity;
    firms.freed = craft * boost / (1 + boost);
    firms.judgement = (1 - craft + r * firms.freed) / (1 - craft);
    const OfFirms staff_before = firms.staff;
    firms.staff = 1 - (1 - r) * firms.freed;
    for_each_dissolved(firms, [&](std::size_t f) { firms.staff(f) = 0; });

    // What a strategy makes of marketing's budget: a factor above 1 only as far as cash goes.
    auto b = firms.budget[Department::marketing];
    const OfFirms others = firms.budget.colwise().sum() - b;
    b = (firms.budget_factor * b).min(b.max(affordable(world) - others)).eval();
    grant_modes(world, firms);

    firms.measurability = p(&Measurement::measurability_department);
    firms.measurability[Department::marketing] = (firms.mix * p(&Measurement::measurability)).colwise().sum();
    const OfFirms withheld = p(&Executive::friction) * firms.scrutiny;
    firms.friction = (1 - firms.measurability).rowwise() * withheld;
    firms.spend = firms.budget * (1 - firms.friction);
    firms.cost = firms.spend + world.parameters.economics.friction_waste * (firms.budget - firms.spend);
    firms.per_head = firms.spend / world.environment.people;

    const OfFirms pay = p(&Marketing::payroll) * firms.spend[Department::marketing];
    firms.cost[Department::marketing] +=
        p(&Marketing::severance) * pay * (staff_before - firms.staff).max(0) - pay * (1 - firms.staff);
  });
}

void work_modes(World& world) {
  on_widest_vectors([&] {
    Firms& firms = world.firms;
    const OwnKeys& p = firms.keys;
    const double a = world.environment.ai_parity;
    const OfFirms& alpha = firms.ai_adoption;
    const OfModes judgement = p(&Marketing::judgement);

    const OfModes w = work_of(world);
    const OfModes critical = w.rowwise() + OfFirms(p(&Marketing::critical));
    const OfModes judged = to_the_judgement(firms.judgement, judgement, firms.count());
    const OfModes skill = skill_of(world, judgement);
    const OfFirms attention = (1 - p(&Marketing::disruption) * firms.moving) *
                              (1 - p(&Marketing::ai_cost) * alpha) *
                              (1 - p(&Marketing::prove_cost) * firms.proof);
    const OfFirms misused = p(&Marketing::misuse) * alpha * a * (1 - firms.redeploy);
    firms.effort =
        (w * skill * judged * ratio(w, critical)).rowwise() * attention * (1 - judgement.rowwise() * misused);

    // A department without power is not let into product and operations.
    const OfFirms own = firms.power[Department::marketing];
    const OfFirms access = p(&Marketing::access);
    const auto let_in = [&](Department owner) -> OfFirms {
      return ratio((1 + access) * own, own + access * firms.power[owner]).min(1);
    };
    firms.effort[Mode::product] *= let_in(Department::product);
    firms.effort[Mode::operations] *= let_in(Department::operations);

    OfModes& xi = firms.proficiency;
    const OfModes practice = (w.rowwise() / OfFirms(p(&Marketing::learn_reference).max(kRatioFloor))).min(1);
    const OfModes forgotten =
        where_positive(kUnused - firms.mix, xi.rowwise() * OfFirms(p(&Marketing::forget)), 0);
    xi += (practice * (1 - xi)).rowwise() * OfFirms(p(&Marketing::learn)) - forgotten;
  });
}

namespace {

// Every creative_weeks weeks a firm has a new idea; AI makes those of all firms alike.
void find_ideas(World& world) {
  Firms& firms = world.firms;
  const ArtificialIntelligence& ai = world.parameters.environment.ai;
  if (!is_random(world.market)) return;
  const double rho = ai.likeness * world.environment.ai_parity * sum(firms.ai_adoption, firms.count()) /
                     static_cast<double>(firms.count());
  for (std::size_t f = 0; f < firms.count(); ++f) {
    const Marketing& own = firms.keys.of(f).marketing;
    if (world.week % own.creative_weeks != 0) continue;
    const double z = std::sqrt(1 - rho) * shock(world, Purpose::creative, f) +
                     std::sqrt(rho) * shock(world, Purpose::creative, firms.count());
    firms.creative(f) = lognormal(z, own.creative_noise);
  }
}

}  // namespace

void speak_up(World& world) {
  on_widest_vectors([&] {
    Firms& firms = world.firms;
    const OwnKeys& p = firms.keys;
    const Contact& contact = world.parameters.market.contact;
    const double a = world.environment.ai_parity;

    find_ideas(world);
    const OfFirms fresh = firms.effort[Mode::broadcast] * firms.creative;
    firms.adstock += (1 - p(&Marketing::adstock)) * (fresh - firms.adstock);
    const OfFirms U = firms.adstock + firms.ceo_voice;
    firms.own_voice = where_positive(U, firms.adstock / U, 0);

    // What everybody else buys of the same attention.
    const double others = contact.attention_noise * (1 + world.parameters.environment.ai.noise * a);
    const OfFirms attracted = elementary::pow(U, contact.attention);
    firms.share_of_voice =
        attracted /
        std::max(elementary::pow(others, contact.attention) + sum(attracted, firms.count()), kRatioFloor);
    firms.goodwill = (1 - p(&Marketing::goodwill_decay)) * firms.goodwill +
                     p(&Marketing::goodwill_gain) * firms.share_of_voice;

    const auto P = firms.effort[Mode::performance];
    firms.performance_share = P / std::max(contact.performance_half + sum(P, firms.count()), kRatioFloor);
  });
}

}  // namespace orgsim
