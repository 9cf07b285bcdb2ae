#include "experiment/sweep/plan.hpp"

#include <gtest/gtest.h>

#include "support/sweeps.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

std::vector<std::string> differences_of(const Scenario& now, const Scenario& then) {
  return differences(text_of(plan_sweep(now)), text_of(plan_sweep(then)));
}

TEST(SweepPlan, gives_each_point_a_scenario_with_its_values_and_no_sweep) {
  const SweepPlan plan = plan_sweep(test::swept());
  ASSERT_EQ(plan.points(), 9U);
  for (std::size_t p = 0; p < plan.points(); ++p) {
    const Scenario scenario = plan.scenario_of(p);
    const std::vector<double> values = plan.design.point(p);
    EXPECT_DOUBLE_EQ(scenario.parameters.market.taste, values[0]);
    EXPECT_EQ(scenario.find_strategy("embed")->start, static_cast<std::int64_t>(values[1]));
    EXPECT_FALSE(scenario.sweep.given());
    EXPECT_EQ(scenario.parameters.run.seed, plan.scenario.parameters.run.seed) << "common random numbers";
  }
}

TEST(SweepPlan, moves_the_keys_of_a_group_together) {
  const SweepPlan plan = plan_sweep(
      test::swept(R"(talents = { keys = ["firms[0].talent", "firms[1].talent"], range = [0.8, 1.2] })"));
  EXPECT_EQ(plan.axes.size(), 1U);
  for (std::size_t p = 0; p < plan.points(); ++p) {
    const auto firms = parameters_of_firms(plan.scenario_of(p));
    EXPECT_EQ(firms[0].product.talent, plan.design.point(p)[0]);
    EXPECT_EQ(firms[1].product.talent, plan.design.point(p)[0]);
    EXPECT_EQ(firms[2].product.talent, 1);
  }
}

TEST(SweepPlan, with_independent_points_gives_each_a_seed_of_its_own) {
  const SweepPlan plan = plan_sweep(test::swept(test::kTwoKeys, "independent = true"));
  std::set<std::int64_t> seeds;
  for (std::size_t p = 0; p < plan.points(); ++p) {
    seeds.insert(plan.scenario_of(p).parameters.run.seed);
    EXPECT_GE(plan.scenario_of(p).parameters.run.seed, 0);
  }
  EXPECT_EQ(seeds.size(), 9U);
}

TEST(SweepPlan, runs_a_point_without_chance_once) {
  Scenario scenario =
      test::swept("\"market.taste\" = [1, 5]", "", "[executive]\neta = { uniform = [0, 0.01] }");
  scenario.parameters.market.kind = MarketKind::mean_field;
  EXPECT_EQ(plan_sweep(scenario).replications, 2U) << "eta is drawn";
  scenario.sweep.vary.push_back({"executive.eta", {"executive.eta"}, Levels{{0.001, 0.002}}, {}});
  EXPECT_EQ(plan_sweep(scenario).replications, 1U) << "eta varies";
}

TEST(SweepPlan, differs_key_by_key) {
  const Scenario base = test::swept();
  EXPECT_TRUE(differences_of(base, base).empty());
  Scenario other = test::swept("\"market.taste\" = [1, 4]\n\"executive.eta\" = [0.001, 0.002]\n");
  other.parameters.market.inflow = 0.5;
  const std::vector<std::string> found = differences_of(base, other);
  const auto has = [&](const std::string& text) {
    return std::find(found.begin(), found.end(), text) != found.end();
  };
  EXPECT_TRUE(has("market.inflow: 0 now, 0.5 then")) << fmt::format("{}", fmt::join(found, "\n"));
  EXPECT_TRUE(has("sweep.vary.'market.taste'.range[1]: 5 now, 4 then") ||
              has("sweep.vary.market.taste.range[1]: 5 now, 4 then"))
      << fmt::format("{}", fmt::join(found, "\n"));
}

TEST(SweepPlan, differs_where_a_list_is_empty) {
  const Scenario some = test::swept("\"market.taste\" = [1, 5]\n");
  Scenario none = some;
  none.sweep.strategies.emplace();
  const std::vector<std::string> found = differences(text_of(plan_sweep(none)), text_of(plan_sweep(some)));
  EXPECT_EQ(found, (std::vector<std::string>{"sweep.strategies: [] now, not there then"}));
}

TEST(SweepPlan, draws_what_no_axis_sets) {
  const Scenario drawn = test::swept("\"executive.eta\" = [0.001, 0.002]\n", "",
                                     "[executive]\neta = { uniform = [0.001, 0.01] }\n"
                                     "friction = { uniform = [0.1, 0.9] }\n");
  const SweepPlan plan = plan_sweep(drawn);
  ASSERT_EQ(plan.drawn.size(), 1U);
  EXPECT_EQ(plan.drawn.front().path, "executive.friction");
}

TEST(SweepPlan, of_whole_numbers_wants_one_between_the_ends) {
  for (const char* choice : {"[4.2, 4.8]", "{ uniform = [4.2, 4.8] }", "{ triangular = [4.2, 4.5, 4.8] }"}) {
    try {
      plan_sweep(test::swept(fmt::format("\"strategies.embed.start\" = {}\n", choice)));
      ADD_FAILURE() << choice;
    } catch (const InputError& error) {
      EXPECT_NE(std::string(error.what()).find("no whole number lies in [4.2, 4.8]"), std::string::npos)
          << error.what();
    }
  }
}

TEST(SweepPlan, is_the_same_with_more_points_and_replications_where_the_design_can_grow) {
  Scenario more = test::swept(test::kTwoKeys, "points = 100");
  more.sweep.replications = 50;
  more.parameters.run.replications = 7;
  EXPECT_TRUE(differences_of(test::swept(), more).empty());
  const std::string lhs = "design = \"lhs\"\n";
  const Scenario nine = test::swept(test::kTwoKeys, lhs);
  EXPECT_FALSE(differences_of(nine, test::swept(test::kTwoKeys, lhs + "points = 10\n")).empty());
}

TEST(Shards, have_every_point_once) {
  for (const std::size_t count : {1U, 3U, 5U}) {
    for (std::size_t p = 0; p < 17; ++p) {
      std::size_t owners = 0;
      for (std::size_t i = 1; i <= count; ++i) owners += Shard{i, count}.has(p) ? 1 : 0;
      EXPECT_EQ(owners, 1U);
    }
  }
}

}  // namespace
}  // namespace orgsim
