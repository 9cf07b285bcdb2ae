// docs/model.md, 3.3, the products: quality, the insight that shapes a release, and what the market has come
// to expect.
#include <algorithm>

#include "core/vectors.hpp"
#include "model/departments.hpp"

namespace orgsim {

namespace {

constexpr double kLeastFit = 0.05;

void improve_quality(const World& world, Firms& firms) {
  const OwnKeys& p = firms.keys;
  const double frontier = elementary::exp(world.parameters.releases.frontier_growth * world.week);
  OfFirms& Q = firms.product_quality;
  const OfFirms made =
      p(&Product::q_gain) * frontier * p(&Product::talent) * firms.per_head[Department::product].sqrt();
  const OfFirms learnt = p(&Product::spill) * (p(&Product::reach) * largest(Q, firms.count()) - Q).max(0);
  Q += made - p(&Product::q_decay) * Q + learnt;
}

// The largest entry of the other firms, or 0.
OfFirms best_of_others(const OfFirms& all, std::size_t firms) {
  OfFirms best(firms);
  for (std::size_t f = 0; f < firms; ++f) {
    for (std::size_t g = 0; g < firms; ++g) {
      if (g != f) best(f) = std::max(best(f), all(g));
    }
  }
  return best;
}

void release_products(const World& world, Firms& firms) {
  const OwnKeys& p = firms.keys;
  const OfFirms rival = p(&Product::imitation) * best_of_others(firms.own_insight, firms.count());
  const OfFirms insight = firms.insight_sum / std::max(firms.insight_weeks, 1.0);
  firms.own_insight = ratio(insight, p(&Product::insight_half) + insight);
  const OfFirms used = firms.own_insight.max(rival);
  firms.insight_sum.setZero();
  firms.insight_weeks = 0;

  OfFirms fit_shock(firms.count());
  OfFirms viral_shock(firms.count());
  for (std::size_t f = 0; f < firms.count(); ++f) {
    const Product& own = p.of(f).product;
    fit_shock(f) = own.fit_noise * shock(world, Purpose::fit, f);
    viral_shock(f) = lognormal_shock(world, Purpose::virality, f, own.viral_noise);
  }
  const auto fit = [&](const OfFirms& known) -> OfFirms {
    return (p(&Product::fit_base) + p(&Product::fit_gain) * known + fit_shock).max(kLeastFit);
  };
  const auto virality = [&](const OfFirms& known) -> OfFirms {
    return (p(&Product::viral_base) + p(&Product::viral_gain) * known) * viral_shock;
  };
  firms.fit = fit(used);
  firms.fit_alone = fit(rival);
  firms.virality = virality(used);
  firms.virality_alone = virality(rival);
}

void form_expectation(World& world) {
  const Releases& p = world.parameters.releases;
  Firms& firms = world.firms;
  const OfFirms n = firms.users.max(1);
  const OfFirms offered = firms.product_quality * firms.fit;
  const double frontier = p.frontier * elementary::exp(p.frontier_growth * world.week);
  const double target = p.frontier_weight * frontier +
                        (1 - p.frontier_weight) * sum(n * offered, firms.count()) / sum(n, firms.count());
  approach(world.expectation, target, p.expectation_rate);
  firms.quality = offered / std::max(world.expectation, kRatioFloor);
}

}  // namespace

void develop_products(World& world) {
  on_widest_vectors([&] {
    const Releases& p = world.parameters.releases;
    Firms& firms = world.firms;
    improve_quality(world, firms);
    if (world.week % p.cycle < p.window) {
      firms.insight_sum += firms.effort[Mode::product];
      ++firms.insight_weeks;
    }
    if (world.week % p.cycle == p.cycle - 1) release_products(world, firms);
    form_expectation(world);
  });
}

}  // namespace orgsim
