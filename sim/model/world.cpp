#include "model/world.hpp"

#include <boost/pfr.hpp>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kCategoryGrowthWeeks = 26;
constexpr std::size_t kZeroSumWeeks = 13;

// Of the size that is needed, and zero where nothing else is said.
void size_arrays(Firms& firms, std::size_t count) {
  boost::pfr::for_each_field(firms, [count]<class T>(T& quantity) {
    if constexpr (requires { quantity.setZero(); }) quantity = T(count);
  });
}

Firms initial_firms(const std::vector<FirmParameters>& own, const MarketParameters& market) {
  Firms firms;
  size_arrays(firms, own.size());
  firms.keys = OwnKeys(own);
  firms.lines.resize(own.size());
  firms.decided.resize(own.size());
  for (const FirmParameters& firm : own)
    firms.users_before.emplace_back(static_cast<std::size_t>(firm.executive.growth_window));

  const OwnKeys& p = firms.keys;
  firms.growth.setOnes();
  firms.churn = p(&Executive::churn_start);
  firms.cash =
      p(&Finance::cash_start) * static_cast<double>(market.customers) / static_cast<double>(market.firms);
  firms.product_quality = p(&Product::q_start) * p(&Product::talent);
  firms.fit = firms.fit_alone = p(&Product::fit_base);
  firms.virality = firms.virality_alone = p(&Product::viral_base);
  firms.mix = p(&Marketing::mix);
  firms.proficiency = p(&Marketing::proficiency);
  firms.ceo_voice = p(&Marketing::ceo_voice);
  firms.staff.setOnes();
  firms.budget_factor.setOnes();
  firms.creative.setOnes();
  firms.judgement.setOnes();
  firms.share = p(&Executive::share);
  firms.log_share = ln(firms.share);
  firms.power.setConstant(1.0 / static_cast<double>(count_of<Department>));
  return firms;
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
  world.firms = initial_firms(firms, parameters.market);
  if (parameters.selection.given()) world.firms.survival.resize(firms.size());
  settle(world.hazards, parameters.market, firms);
  return world;
}

double shock(const World& world, Purpose purpose, std::size_t entity) {
  if (!is_random(world.market)) return 0;
  return world.stream_key.normal(purpose, static_cast<std::uint32_t>(world.week),
                                 static_cast<std::uint32_t>(entity));
}

double lognormal_shock(const World& world, Purpose purpose, std::size_t entity, double s) {
  if (!is_random(world.market)) return 1;
  return lognormal(shock(world, purpose, entity), s);
}

}  // namespace orgsim
