#include "model/world.hpp"

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kCategoryGrowthWeeks = 26;
constexpr std::size_t kZeroSumWeeks = 13;

Firm initial_firm(const FirmParameters& own, const MarketParameters& market) {
  Firm firm;
  firm.parameters = own;
  firm.churn = own.executive.churn_start;
  firm.cash =
      own.finance.cash_start * static_cast<double>(market.customers) / static_cast<double>(market.firms);
  firm.users_before = Recent(static_cast<std::size_t>(own.executive.growth_window));
  firm.quality = own.product.q_start * own.product.talent;
  firm.fit = firm.fit_alone = own.product.fit_base;
  firm.virality = firm.virality_alone = own.product.viral_base;
  firm.mix = own.marketing.mix;
  firm.proficiency = own.marketing.proficiency;
  firm.ceo_voice = own.marketing.ceo_voice;
  firm.share = own.executive.share;
  firm.log_share = firm.share.max(kLogFloor).unaryExpr([](double x) { return elementary::log(x); });
  firm.power = PerDepartment::all(1.0 / static_cast<double>(count_of<Department>));
  return firm;
}

}  // namespace

World initial_world(const Parameters& parameters, const std::vector<FirmParameters>& firms,
                    const std::vector<Grant>& grants, const StreamKey& stream_key, Market market) {
  World world;
  world.parameters = parameters;
  world.grants = grants;
  world.stream_key = stream_key;
  world.market = std::move(market);
  world.category.users_before = Recent(kCategoryGrowthWeeks);
  world.category.won = Recent(kZeroSumWeeks);
  world.category.switched = Recent(kZeroSumWeeks);
  world.expectation = parameters.firm.product.q_start * parameters.firm.product.fit_base;
  for (const FirmParameters& own : firms) world.firms.push_back(initial_firm(own, parameters.market));
  return world;
}

double shock(const World& world, Purpose purpose, std::size_t entity) {
  if (!is_random(world.market)) return 0;
  return world.stream_key.normal(purpose, static_cast<std::uint32_t>(world.week),
                                 static_cast<std::uint32_t>(entity));
}

double lognormal_shock(const World& world, Purpose purpose, std::size_t entity, double s) {
  if (!is_random(world.market)) return 1;
  return elementary::exp(s * shock(world, purpose, entity) - s * s / 2);
}

}  // namespace orgsim
