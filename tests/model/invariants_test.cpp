// What holds every week in every world: random scenarios, every market kind.
#include <gtest/gtest.h>

#include <boost/random/uniform_real_distribution.hpp>
#include <cmath>
#include <numeric>

#include "core/walk.hpp"
#include "engine/series.hpp"
#include "model/market/well_mixed.hpp"
#include "scenario/text/checks.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

// FNV-1a.
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

// What is drawn for one name in one world, such as a key's path: a stream of its own, so that a new key, or
// another draw, leaves all other values of all worlds as they are.
class Draws {
 public:
  Draws(std::uint32_t number, std::string_view name)
      : stream_(StreamKey{77, number}.stream(Purpose::parameters, 0, hash_of(name))) {}
  double between(double a, double b) {
    return boost::random::uniform_real_distribution<double>(a, b)(stream_);
  }
  int whole(int a, int b) { return static_cast<int>(std::floor(between(a, b + 1))); }

 private:
  Stream stream_;
};

// Every second plain number of `root`, whose keys begin with `path`: anywhere in [0, 1] if it is a share,
// else within half and twice its default.
template <class Root>
void draw_numbers(Root& root, const std::string& path, std::uint32_t number) {
  walk(root, path, [&]<class T>(const std::string& key, const Field& field, T& value) {
    if constexpr (std::is_same_v<T, double>) {
      if (key == "market.inflow" || key.ends_with("start_penetration") || !field.drawable()) return;
      Draws draws(number, key);
      const double drawn = field.range.high == 1 ? draws.between(0, 1) : value * draws.between(0.5, 2);
      if (draws.between(0, 1) < 0.5 && field.range.holds(drawn)) value = drawn;
    }
  });
}

Scenario random_scenario(std::uint32_t number, MarketKind kind) {
  const auto drawn = [number](const std::string& name) { return Draws(number, name); };
  Scenario scenario = test::tiny(kind);
  Parameters& p = scenario.parameters;
  draw_numbers(p, "", number);
  p.selection = {};  // a department that is dissolved has no log share, and tests of its own
  p.market.firms = drawn("market.firms").whole(1, 5);
  p.market.habit_levels = drawn("market.habit_levels").whole(1, 5);
  p.market.customers = drawn("market.customers").whole(100, 20000);
  p.market.inflow = drawn("whether there is inflow").whole(0, 1) * drawn("market.inflow").between(0, 0.4);
  p.firm.offer.start_penetration =
      drawn("market.start_penetration").between(0, 0.9 / static_cast<double>(p.market.firms));
  p.market.mass = {0.5, 0.3, 0.2};
  p.market.resistance = {drawn("resistance of the first").between(-2, 0),
                         drawn("resistance of the second").between(-1, 1),
                         drawn("resistance of the third").between(0, 4)};
  p.environment.directness.knots = {{0, drawn("directness in week 0").between(0, 1)},
                                    {40, drawn("directness in week 40").between(0, 1)}};
  scenario.firms.assign(static_cast<std::size_t>(p.market.firms), {});
  for (std::size_t f = 0; f < scenario.firms.size(); ++f) {
    const std::string name = std::to_string(f);
    scenario.firms[f].name = name;
    scenario.firms[f].strategy = drawn("strategy of firm " + name).whole(0, 1) == 1 ? "embed" : "answer";
    scenario.firms[f].overrides.product.talent = drawn("talent of firm " + name).between(0, 2);
    scenario.firms[f].overrides.offer.price = drawn("price of firm " + name).between(0.5, 2);
    scenario.firms[f].overrides.offer.churn = drawn("churn of firm " + name).between(0, 0.1);
    scenario.firms[f].overridden = {"talent", "price", "churn"};
  }
  scenario.strategies[0].duration = drawn("duration").whole(1, 30);
  scenario.strategies[0].budget = drawn("budget of the strategy").between(0, 2);
  scenario.strategies[0].prove = drawn("proof").between(0, 1);
  scenario.strategies[1].adaptive = true;
  scenario.grants = {{{0}, Department::sales, drawn("grant").between(0, 3), {5, 20}}};
  return scenario;
}

void expect_people_conserved(const World& world, const World& before) {
  const Cells& cells = std::visit([](const auto& kind) -> const Cells& { return kind.cells; }, world.market);
  const Cells& old = std::visit([](const auto& kind) -> const Cells& { return kind.cells; }, before.market);
  const bool whole = is_random(world.market);
  const double N = world.environment.people;
  const double N_before = before.week < 0 ? N : before.environment.people;
  const auto people_of = [](const Cells& table, int k, std::size_t s) {
    double people = 0;
    for (int state = 0; state < table.states(); ++state) people += table.at(k, static_cast<int>(s), state);
    return people;
  };
  for (int k = 0; k < cells.firms; ++k) {
    for (std::size_t s = 0; s < world.parameters.market.mass.size(); ++s) {
      const double share = world.parameters.market.mass[s] / cells.firms;
      const double people = people_of(cells, k, s);
      EXPECT_NEAR(people - people_of(old, k, s), share * (N - N_before), whole ? 1 : 1e-9 * N);
      EXPECT_NEAR(people, share * N, whole ? 2 : 1e-9 * N);
    }
  }
  for (const double count : cells.counts) {
    EXPECT_GE(count, whole ? 0 : -1e-9 * N);
    if (whole) {
      EXPECT_EQ(count, std::floor(count));
    }
  }
}

void expect_flows_balance(const World& world) {
  const Firms& firms = world.firms;
  const double tolerance = 1e-9 * world.environment.people;
  for (std::size_t f = 0; f < firms.count(); ++f) {
    EXPECT_NEAR(firms.users_end(f) - firms.users(f), firms.won(f) - firms.lost(f), tolerance);
    EXPECT_NEAR(firms.won_by_channel.of(f).sum(), firms.adopted(f) + firms.switched(f), tolerance);
  }
  EXPECT_NEAR(sum(firms.switched, firms.count()), sum(firms.switched_away, firms.count()), tolerance);
}

// Nobody becomes again who has never used anything, and nobody but who left has lapsed.
void expect_lapsed_balance(const World& world) {
  const Firms& firms = world.firms;
  const double tolerance = 1e-9 * world.environment.people;
  const Census& before = world.census;
  const Census& after = world.census_end;
  const double of_new = (before.all_nonusers - before.lapsed) - (after.all_nonusers - after.lapsed);
  const double of_lapsed = before.lapsed + sum(firms.left, firms.count()) - after.lapsed;
  EXPECT_GE(of_new, -tolerance);
  EXPECT_GE(of_lapsed, -tolerance);
  EXPECT_NEAR(of_new + of_lapsed, sum(firms.adopted, firms.count()), tolerance);
  EXPECT_NEAR(sum(after.users, firms.count()) + after.all_nonusers, world.environment.people,
              is_random(world.market) ? 2.0 * static_cast<double>(after.nonusers.size()) : tolerance);
}

void expect_share(double value) {
  EXPECT_GE(value, 0);
  EXPECT_LE(value, 1);
}

template <class Array>
void expect_all_shares(const Array& values, std::size_t firms) {
  EXPECT_GE(test::dense(values, firms).minCoeff(), 0);
  EXPECT_LE(test::dense(values, firms).maxCoeff(), 1);
}

void expect_shares(const World& world) {
  const Firms& firms = world.firms;
  for (std::size_t f = 0; f < firms.count(); ++f) {
    EXPECT_NEAR(firms.share.of(f).sum(), 1, 1e-12);
    EXPECT_NEAR(firms.power.of(f).sum(), 1, 1e-12);
    EXPECT_NEAR(firms.mix.of(f).sum(), 1, 1e-9);
  }
  EXPECT_GE(test::dense(firms.mix, firms.count()).minCoeff(), -1e-12);
  for (const OfFirms* all :
       {&firms.scrutiny, &firms.share_of_voice, &firms.own_voice, &firms.engagement, &firms.sales_force,
        &firms.performance_share, &firms.staff, &firms.insourced, &firms.proof})
    expect_all_shares(*all, firms.count());
  EXPECT_GE(test::dense(firms.psi, firms.count()).minCoeff(), -1e-12);  // a difference, which is rounded
  EXPECT_LE(test::dense(firms.psi, firms.count()).maxCoeff(), 1);
  expect_all_shares(firms.proficiency, firms.count());
  expect_all_shares(firms.non_substitutability, firms.count());
  expect_all_shares(firms.friction, firms.count());
  for (int f = 0; f < world.hazards.firms; ++f) {
    for (std::size_t row = 0; row < world.hazards.rows_of_nonusers(); ++row) {
      expect_share(world.hazards.acceptance_of(f, row));
    }
  }
  for (const double v : world.hazards.reach) EXPECT_GE(v, 0);
  for (const double v : world.hazards.leaving) EXPECT_GE(v, 0);
}

// Both ledgers divide all of the value that was made: T, what was won, and K_h + K_q, what was kept by habit
// and by quality (docs/model.md, 3.5), worked out here once more from the flows.
void expect_ledgers_sum(const World& world) {
  const Retention& p = world.parameters.market.retention;
  const Firms& firms = world.firms;
  for (std::size_t f = 0; f < firms.count(); ++f) {
    double kept = 0;
    double by_quality = 0;
    const int provider = static_cast<int>(f);
    const double at_reference = firms.keys.of(f).offer.churn *
                                std::exp(-p.churn_quality * (firms.keys.of(f).product.quality_reference - 1));
    for (int h = 0; h < world.hazards.levels; ++h) {
      const double n = world.census.at_habit(provider, h);
      kept += n * (world.hazards.leaving_of(provider, 0) - world.hazards.leaving_of(provider, h));
      by_quality += n * std::exp(-p.churn_habit * h) * (at_reference - world.hazards.leaving_of(provider, 0));
    }
    const double made = firms.value.of(f).sum() + firms.ltv(f) * (kept + std::max(by_quality, 0.0));
    EXPECT_NEAR(firms.contributed.of(f).sum(), made, 1e-9 * std::max(std::abs(made), 1.0));
    EXPECT_NEAR(firms.last_touch.of(f).sum(), made, 1e-9 * std::max(std::abs(made), 1.0));
    if (made > 0) {
      EXPECT_NEAR(firms.centrality.of(f).sum(), 1, 1e-12);
    }
  }
}

// What anybody may meet in this week, as probabilities.
void expect_event_probabilities(const World& world) {
  const Matrix events = event_hazards(world.hazards);
  const std::size_t count = event_count(world.hazards.firms);
  for (std::size_t row = 0; row < events.width(); ++row) {
    double any = 0;
    for (std::size_t e = 0; e < count; ++e) {
      const double probability = events[e][row] * events[count][row];
      expect_share(probability);
      any += probability;
    }
    EXPECT_LE(any, 1 + 1e-12);
  }
}

void expect_audit_adds_up(const Firms& firms, const Firms& before) {
  const OfDepartments sum =
      firms.by_credit + firms.by_noise + firms.by_power + firms.by_equality + firms.by_rest;
  const OfDepartments rest = sum - (ln(firms.share) - ln(before.share));
  EXPECT_LT(test::dense(rest, firms.count()).abs().maxCoeff(), 1e-12);
}

void expect_all_finite(const RowLayout& layout, const World& world) {
  std::vector<double> row(layout.width());
  layout.record(world, row.data());
  for (std::size_t s = 0; s < layout.series.size(); ++s) {
    for (std::size_t i = layout.offsets[s]; i < layout.offsets[s + 1]; ++i) {
      ASSERT_TRUE(std::isfinite(row[i])) << layout.series[s].name << " in week " << world.week;
    }
  }
}

class Invariants : public testing::TestWithParam<std::tuple<MarketKind, int>> {};

TEST_P(Invariants, hold_every_week_of_a_random_scenario) {
  const auto [kind, number] = GetParam();
  const Scenario scenario = random_scenario(static_cast<std::uint32_t>(number), kind);
  ASSERT_TRUE(problems_of(scenario).empty()) << to_string(problems_of(scenario).front());
  const RowLayout layout(scenario.firms.size(), run_series());
  Simulation simulation = test::simulation(scenario);
  while (simulation.weeks_done() < scenario.parameters.run.weeks && !HasFailure()) {
    const World before = simulation.world();
    simulation.step();
    const World& world = simulation.world();
    expect_people_conserved(world, before);
    expect_flows_balance(world);
    expect_lapsed_balance(world);
    expect_shares(world);
    expect_ledgers_sum(world);
    expect_event_probabilities(world);
    expect_audit_adds_up(world.firms, before.firms);
    expect_all_finite(layout, world);
  }
}

TEST(RandomScenario, draws_each_key_whatever_else_there_is) {
  Parameters all;
  Parameters one_part;
  draw_numbers(all, "", 3);
  draw_numbers(one_part.market.contact, "market.contact", 3);
  EXPECT_NE(all.market.contact, Parameters{}.market.contact);
  EXPECT_EQ(all.market.contact, one_part.market.contact);
  draw_numbers(one_part.environment, "environment", 3);
  EXPECT_EQ(all.environment, one_part.environment);
}

INSTANTIATE_TEST_SUITE_P(Random, Invariants,
                         testing::Combine(testing::ValuesIn(every<MarketKind>()),
                                          testing::Range(0, test::is_long() ? 300 : 12)),
                         [](const auto& kind) {
                           return std::string(name_of(std::get<0>(kind.param))) + "_" +
                                  std::to_string(std::get<1>(kind.param));
                         });

}  // namespace
}  // namespace orgsim
