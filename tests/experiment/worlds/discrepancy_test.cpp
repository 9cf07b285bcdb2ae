// How far the luck of a pooled market moves the figures of the mean field: the discrepancies of
// scenarios/evidence.toml.
#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "engine/numbers.hpp"
#include "experiment/worlds/evidence.hpp"
#include "platform/parallel.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

constexpr std::size_t kWorlds = 20;
constexpr std::uint32_t kReplications = 20;

// Keys that decide most figures.
const std::vector<std::string> kVaried{"market.contact.broadcast",     "market.contact.performance",
                                       "market.contact.sales",         "market.contact.organic",
                                       "market.contact.word_of_mouth", "market.choice.quality",
                                       "market.choice.goodwill",       "market.choice.closing",
                                       "market.choice.switch_cost",    "market.retention.churn",
                                       "market.retention.churn_habit", "market.retention.rebound",
                                       "market.retention.lapse",       "product.q_gain",
                                       "product.insight_half",         "marketing.goodwill_gain",
                                       "marketing.goodwill_decay",     "executive.eta_scrutiny",
                                       "executive.eta_power",          "economics.winter_demand"};

// The defaults, and then worlds about them: from half to twice what they have, each key on its own.
Scenario drawn_world(std::uint32_t number) {
  Scenario world = test::scenario("");
  if (number == 0) return world;
  std::vector<double> values;
  for (std::uint32_t i = 0; i < kVaried.size(); ++i) {
    Stream stream = StreamKey{1, number}.stream(Purpose::design, 0, i);
    const double share = std::ldexp(static_cast<double>(stream()), -53);
    seek_key(world, kVaried[i], [&]<class T>(const Field&, const T& value) {
      if constexpr (std::is_same_v<T, double>) values.push_back(value * std::exp2(2 * share - 1));
    });
  }
  set_numbers(world, kVaried, values);
  return world;
}

// The mean of a pooled market's figures.
std::vector<double> pooled_mean(const Scenario& world, const std::vector<Measurable>& what) {
  std::vector<std::vector<double>> all(kReplications);
  parallel_for(kReplications, hardware_threads(), [&](std::size_t r) {
    all[r] = measure(world, what, {}, {MarketKind::pooled, static_cast<std::uint32_t>(r)});
  });
  std::vector<double> means(what.size());
  for (const std::vector<double>& one : all) {
    for (std::size_t i = 0; i < means.size(); ++i) means[i] += one[i] / kReplications;
  }
  return means;
}

// Root mean square over the worlds of what luck adds to each figure; that of what never happens is left out.
std::vector<double> moved_by_luck(const std::vector<Measurable>& what) {
  std::vector<double> squares(what.size());
  std::vector<double> counts(what.size());
  for (std::uint32_t number = 0; number < kWorlds; ++number) {
    const Scenario world = drawn_world(number);
    const std::vector<double> mean_field = measure(world, what);
    const std::vector<double> pooled = pooled_mean(world, what);
    for (std::size_t i = 0; i < what.size(); ++i) {
      const double difference = pooled[i] - mean_field[i];
      if (!std::isfinite(difference)) continue;
      squares[i] += difference * difference;
      ++counts[i];
    }
  }
  for (std::size_t i = 0; i < what.size(); ++i) squares[i] = std::sqrt(squares[i] / counts[i]);
  return squares;
}

TEST(Discrepancy, of_the_shipped_evidence_is_what_luck_adds_in_twenty_worlds) {
  if (!test::is_long()) GTEST_SKIP() << "./dev check --long measures four hundred pooled worlds";
  const std::string text = test::read_file(test::source("scenarios/evidence.toml"));
  const std::vector<Target> targets = read_evidence(text, "evidence.toml").targets;
  const std::vector<double> measured = moved_by_luck(figures_of(targets));
  constexpr double rounding = 0.05;  // two digits are given
  for (std::size_t i = 0; i < targets.size(); ++i)
    EXPECT_NEAR(targets[i].discrepancy, measured[i], rounding * measured[i]) << targets[i].name;
}

}  // namespace
}  // namespace orgsim
