// docs/model.md, 7.4: what every customer faces, and how the market responds.
#include <algorithm>
#include <array>
#include <span>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "core/vectors.hpp"
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

void make_utilities(const World& world, Hazards& hazards) {
  const MarketParameters& market = world.parameters.market;
  const Choice& p = market.choice;
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    const Firm& firm = world.firms[f];
    hazards.utility[f] = p.quality * (firm.now.relative_quality - 1) + p.goodwill * firm.goodwill +
                         p.closing * firm.now.closing;
  }
  hazards.taste = market.taste;
  for (std::size_t h = 0; h < hazards.switching_cost.size(); ++h) {
    hazards.switching_cost[h] = p.switch_cost + p.switch_habit * static_cast<double>(h);
  }
  const double winter = world.parameters.economics.winter_demand * (1 - world.environment.climate);
  for (std::size_t s = 0; s < hazards.resistance.size(); ++s) {
    hazards.resistance[s] = market.resistance[s] + winter;
  }
}

void stay_or_leave(const World& world, Hazards& hazards) {
  const Retention& p = world.parameters.market.retention;
  const std::size_t levels = hazards.staying.size();
  std::array<double, whole_vectors((kMostFirms + 1) * kMostHabitLevels)> powers;
  std::size_t size = 0;
  for (std::size_t h = 0; h < levels; ++h) powers[size++] = -p.churn_habit * static_cast<double>(h);
  for (std::size_t g = 0; g < world.firms.size(); ++g) {
    const FirmWeek& now = world.firms[g].now;
    const double of_quality = p.churn_quality * (now.relative_quality - 1);
    for (std::size_t h = 0; h < levels; ++h) powers[size++] = powers[h] - of_quality;
    hazards.rising[g] = p.habit_up * (p.natural_habit + (1 - p.natural_habit) * now.engagement);
  }
  while (size % kVector != 0) powers[size++] = 0;
  elementary::exp_of_each(std::span(powers).first(size));
  for (std::size_t h = 0; h < levels; ++h) hazards.staying[h] = powers[h];
  for (std::size_t i = 0; i < hazards.leaving.size(); ++i) {
    hazards.leaving[i] = std::min(p.churn * powers[levels + i], kSurely);
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
  hazards.utility.resize(F);
  hazards.switching_cost.resize(L);
  hazards.resistance.resize(S);
  hazards.leaving.resize(F * L);
  hazards.staying.resize(L);
  hazards.rising.resize(F);
}

}  // namespace

void customers(World& world, const Society& society, const Executor& executor) {
  Hazards& hazards = world.hazards;
  size_tables(world, hazards);
  on_widest_vectors([&] {
    for (std::size_t f = 0; f < world.firms.size(); ++f) make_contacts(world, f, hazards);
    make_utilities(world, hazards);
  });
  weigh_choices(hazards, world.parameters.market.choice.switch_exposure);
  stay_or_leave(world, hazards);

  const Response response{world.stream_key, world.week, society, executor};
  const Flows flows = std::visit([&](auto& kind) { return kind.respond(hazards, response); }, world.market);
  for (std::size_t f = 0; f < flows.size(); ++f) world.firms[f].now.flow = flows[f];
  take_census(world.market, world.census_end);
}

}  // namespace orgsim
