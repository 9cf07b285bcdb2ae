// 3.4: what every customer faces, and how the market responds.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/arithmetic.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

double sales_share(const World& world, const Firm& firm) {
  double all = world.parameters.market.contact.sales_half;
  for (const Firm& other : world.firms) all += other.now.per_head[Department::sales];
  return ratio(firm.now.per_head[Department::sales], all);
}

void make_contacts(const World& world, std::size_t f, Hazards& hazards) {
  const Contact& p = world.parameters.market.contact;
  const Firm& firm = world.firms[f];
  const FirmWeek& now = firm.now;
  const double D = world.environment.directness;
  const double q = now.relative_quality;

  PerChannel rate;
  rate[Channel::broadcast] = p.broadcast * (1 - D) * now.share_of_voice;
  rate[Channel::performance] =
      p.performance * (1 - firm.parameters.measurement.capture) * now.performance_share;
  rate[Channel::sales] = p.sales * sales_share(world, firm);
  rate[Channel::organic] = p.organic * (1 + p.directness_gain * D) * q;
  hazards.word_of_mouth[f] = p.word_of_mouth * firm.virality * q * (1 + p.referral_gain * now.engagement);
  rate[Channel::word_of_mouth] = hazards.word_of_mouth[f] * world.census.users[f] / world.environment.people;
  hazards.contact[f] = rate;
  hazards.reach[f] = rate.sum();
}

void weigh_choices(const World& world, Hazards& hazards) {
  const MarketParameters& market = world.parameters.market;
  const Choice& p = market.choice;
  std::size_t i = 0;
  for (int k = 0; k < hazards.firms; ++k) {
    for (int f = 0; f < hazards.firms; ++f) {
      const Firm& firm = world.firms[static_cast<std::size_t>(f)];
      hazards.utility[i++] = p.quality * (firm.now.relative_quality - 1) + p.goodwill * firm.goodwill +
                             p.closing * firm.now.closing + (f == k ? market.taste : 0);
    }
  }
  const double winter = world.parameters.economics.winter_demand * (1 - world.environment.climate);
  for (std::size_t s = 0; s < hazards.resistance.size(); ++s) {
    hazards.resistance[s] = market.resistance[s] + winter;
  }
}

void accept(const World& world, Hazards& hazards) {
  const Choice& p = world.parameters.market.choice;
  const auto F = static_cast<std::size_t>(hazards.firms);
  const auto L = static_cast<std::size_t>(hazards.levels);
  const std::size_t S = hazards.resistance.size();
  std::array<double, kMostFirms * kMostHabitLevels> bars;  // what the present provider has for itself
  for (std::size_t k = 0; k < F; ++k) {
    const auto utility = std::span(hazards.utility).subspan(k * F, F);
    odds_against(utility, hazards.resistance, std::span(hazards.against).subspan(k * S * F, S * F));
    for (std::size_t g = 0; g < F; ++g) {
      for (std::size_t h = 0; h < L; ++h) {
        bars[g * L + h] = utility[g] + p.switch_cost + p.switch_habit * static_cast<double>(h);
      }
    }
    const auto switching = std::span(hazards.switching).subspan(k * F * L * F, F * L * F);
    odds_against(utility, std::span(bars).first(F * L), switching);
    for (double& rate : switching) rate = p.switch_exposure / (1 + rate);
    for (std::size_t g = 0; g < F; ++g) {
      for (std::size_t h = 0; h < L; ++h) switching[(g * L + h) * F + g] = 0;
    }
  }
  for (std::size_t i = 0; i < hazards.adoption.size(); ++i)
    hazards.adoption[i] = 1 / (1 + hazards.against[i]);
}

void stay_or_leave(const World& world, Hazards& hazards) {
  const Retention& p = world.parameters.market.retention;
  std::size_t i = 0;
  for (std::size_t g = 0; g < world.firms.size(); ++g) {
    const FirmWeek& now = world.firms[g].now;
    for (int h = 0; h < hazards.levels; ++h) {
      const double churn =
          p.churn * std::exp(-p.churn_habit * h - p.churn_quality * (now.relative_quality - 1));
      hazards.leaving[i++] = std::min(churn, kSurely);
    }
    hazards.rising[g] = p.habit_up * (p.natural_habit + (1 - p.natural_habit) * now.engagement);
  }
  hazards.falling = p.habit_down;
}

void size_tables(const World& world, Hazards& hazards) {
  const MarketParameters& market = world.parameters.market;
  const std::size_t S = market.mass.size();
  const std::size_t F = world.firms.size();
  const auto L = static_cast<std::size_t>(market.habit_levels);
  hazards.classes = static_cast<int>(S);
  hazards.firms = static_cast<int>(F);
  hazards.levels = static_cast<int>(L);
  hazards.contact.resize(F);
  hazards.word_of_mouth.resize(F);
  hazards.reach.resize(F);
  hazards.utility.resize(F * F);
  hazards.resistance.resize(S);
  hazards.against.resize(S * F * F);
  hazards.adoption.resize(S * F * F);
  hazards.switching.resize(F * F * L * F);
  hazards.leaving.resize(F * L);
  hazards.rising.resize(F);
}

}  // namespace

void customers(World& world) {
  Hazards& hazards = world.hazards;
  size_tables(world, hazards);
  for (std::size_t f = 0; f < world.firms.size(); ++f) make_contacts(world, f, hazards);
  weigh_choices(world, hazards);
  accept(world, hazards);
  stay_or_leave(world, hazards);

  const std::vector<Flow> flows =
      std::visit([&](auto& kind) { return kind.respond(hazards, world.luck, world.week); }, world.market);
  for (std::size_t f = 0; f < flows.size(); ++f) world.firms[f].now.flow = flows[f];
  world.census_end = census_of(world.market);
}

}  // namespace orgsim
