// docs/model.md, 3.4: what every customer faces, and how the market responds.
#include <algorithm>
#include <vector>

#include "core/vectors.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

void assign(std::vector<double>& to, const OfFirms& values, std::size_t firms) {
  to.assign(values.numbers(), values.numbers() + firms);
}

// Contact rates per person and week, from each firm.
void make_contacts(const World& world, Hazards& hazards) {
  const Contact& p = world.parameters.market.contact;
  const Firms& firms = world.firms;
  const double D = world.environment.directness;
  const OfFirms& q = firms.quality;
  const auto S = firms.per_head[Department::sales];

  OfChannels rate(firms.count());
  rate[Channel::broadcast] = p.broadcast * (1 - D) * firms.share_of_voice;
  rate[Channel::performance] =
      p.performance * (1 - firms.keys(&Measurement::capture)) * firms.performance_share;
  rate[Channel::sales] = p.sales * S / std::max(p.sales_half + sum(S, firms.count()), kRatioFloor);
  rate[Channel::organic] = p.organic * (1 + p.directness_gain * D) * q;
  const OfFirms word = p.word_of_mouth * firms.virality * q * (1 + p.referral_gain * firms.engagement);
  rate[Channel::word_of_mouth] = word * firms.users / world.environment.people;

  assign(hazards.word_of_mouth, word, firms.count());
  assign(hazards.reach, rate.colwise().sum(), firms.count());
  hazards.contact.resize(firms.count());
  for (std::size_t f = 0; f < firms.count(); ++f) hazards.contact[f] = rate.of(f);
}

void make_utilities(const World& world, Hazards& hazards) {
  const MarketParameters& market = world.parameters.market;
  const Choice& p = market.choice;
  const Firms& firms = world.firms;
  assign(hazards.utility,
         p.quality * (firms.quality - 1) + p.goodwill * firms.goodwill + p.closing * firms.sales_force,
         firms.count());
  const double winter = world.parameters.economics.winter_demand * (1 - world.environment.climate);
  hazards.resistance.clear();
  for (const double lapse : {0.0, market.retention.lapse}) {
    for (const double resistance : market.resistance)
      hazards.resistance.push_back(resistance + winter + lapse);
  }
}

void stay_or_leave(const World& world, Hazards& hazards) {
  const Retention& p = world.parameters.market.retention;
  const Firms& firms = world.firms;
  const std::size_t levels = hazards.staying.size();
  const OfFirms of_quality = elementary::exp(-p.churn_quality * (firms.quality - 1));
  const OfFirms at_first = firms.keys(&Offer::churn) * of_quality;
  hazards.leaving.resize(firms.count() * levels);
  for (std::size_t h = 0; h < levels; ++h) {
    const OfFirms mu = (hazards.staying[h] * at_first).min(kSurely);
    for (std::size_t f = 0; f < firms.count(); ++f) hazards.leaving[f * levels + h] = mu(f);
  }
  assign(hazards.rising, p.habit_up * (p.natural_habit + (1 - p.natural_habit) * firms.engagement),
         firms.count());
}

void book_flows(const Flows& flows, Firms& firms) {
  for (std::size_t f = 0; f < flows.size(); ++f) {
    firms.adopted(f) = flows[f].adopted;
    firms.switched(f) = flows[f].switched_in;
    firms.left(f) = flows[f].left;
    firms.switched_away(f) = flows[f].switched_away;
    firms.won_by_channel.set(f, flows[f].won);
  }
  firms.won = firms.adopted + firms.switched;
  firms.lost = firms.left + firms.switched_away;
}

}  // namespace

void customers(World& world, const Society& society, const Executor& executor) {
  Hazards& hazards = world.hazards;
  on_widest_vectors([&] {
    make_contacts(world, hazards);
    make_utilities(world, hazards);
    stay_or_leave(world, hazards);
  });
  weigh_choices(hazards);

  const Response response{world.stream_key, world.week, society, executor};
  const Flows flows = std::visit([&](auto& kind) { return kind.respond(hazards, response); }, world.market);
  book_flows(flows, world.firms);
  take_census(world.market, world.census_end);
  world.firms.users_end = world.census_end.users;
}

}  // namespace orgsim
