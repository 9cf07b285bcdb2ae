// docs/model.md, 7.3, the products: quality, the insight that shapes a release, and what the market has come
// to expect.
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "model/departments.hpp"

namespace orgsim {

namespace {

constexpr double kLeastFit = 0.05;

void improve_quality(World& world) {
  double best = 0;
  for (const Firm& firm : world.firms) best = std::max(best, firm.quality);
  for (Firm& firm : world.firms) {
    const Product& p = firm.parameters.product;
    const double made = p.q_gain * p.talent * std::sqrt(firm.now.per_head[Department::product]);
    const double learnt = p.spill * std::max(p.reach * best - firm.quality, 0.0);
    firm.quality += made - p.q_decay * firm.quality + learnt;
  }
}

void gather_insight(const World& world, Firm& firm) {
  if (world.week % world.parameters.releases.cycle >= world.parameters.releases.window) return;
  firm.insight_sum += firm.now.effort[Mode::product];
  ++firm.insight_weeks;
}

// The largest of the other firms' own insights at the previous release.
double best_rival(const std::vector<double>& insights, std::size_t f) {
  double best = 0;
  for (std::size_t g = 0; g < insights.size(); ++g) {
    if (g != f) best = std::max(best, insights[g]);
  }
  return best;
}

void release(const World& world, std::size_t f, Firm& firm, double rivals_insight) {
  const Product& p = firm.parameters.product;
  const double insight = firm.insight_weeks > 0 ? firm.insight_sum / firm.insight_weeks : 0;
  firm.own_insight = saturation(insight, p.insight_half);
  firm.insight_sum = 0;
  firm.insight_weeks = 0;

  const double rival = p.imitation * rivals_insight;
  const double used = std::max(firm.own_insight, rival);
  const double fit_shock = p.fit_noise * shock(world, Purpose::fit, f);
  firm.fit = std::max(p.fit_base + p.fit_gain * used + fit_shock, kLeastFit);
  firm.fit_alone = std::max(p.fit_base + p.fit_gain * rival + fit_shock, kLeastFit);
  const double viral_shock = lognormal_shock(world, Purpose::virality, f, p.viral_noise);
  firm.virality = (p.viral_base + p.viral_gain * used) * viral_shock;
  firm.virality_alone = (p.viral_base + p.viral_gain * rival) * viral_shock;
}

void release_products(World& world) {
  if (world.week % world.parameters.releases.cycle != world.parameters.releases.cycle - 1) return;
  std::vector<double> previous;
  for (const Firm& firm : world.firms) previous.push_back(firm.own_insight);
  for (std::size_t f = 0; f < world.firms.size(); ++f)
    release(world, f, world.firms[f], best_rival(previous, f));
}

void form_expectation(World& world) {
  const Releases& p = world.parameters.releases;
  double weight = 0;
  double weighted = 0;
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    const double n = std::max(world.census.users[f], 1.0);
    weight += n;
    weighted += n * world.firms[f].quality * world.firms[f].fit;
  }
  const double frontier = p.frontier * elementary::exp(p.frontier_growth * world.week);
  const double target = p.frontier_weight * frontier + (1 - p.frontier_weight) * weighted / weight;
  approach(world.expectation, target, p.expectation_rate);
  for (Firm& firm : world.firms)
    firm.now.relative_quality = ratio(firm.quality * firm.fit, world.expectation);
}

}  // namespace

void develop_products(World& world) {
  improve_quality(world);
  for (Firm& firm : world.firms) gather_insight(world, firm);
  release_products(world);
  form_expectation(world);
}

}  // namespace orgsim
