#include "experiment/run.hpp"

#include <gtest/gtest.h>

#include "experiment/guards.hpp"
#include "scenario/files.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

// Keeps every row of every run.
class Keeper : public RunSink {
 public:
  void begin(const Plan& plan) override { width = plan.recording.series.width(); }
  void block(const WeekBlock& block, const BandBlock& bands) override {
    for (std::size_t a = 0; a < block.arms(); ++a) {
      for (std::size_t r = 0; r < block.replications(); ++r) {
        for (std::size_t i = 0; i < block.weeks; ++i) {
          const double* row = block.row(a, r, i);
          rows[{a, r, block.first_week + i}].assign(row, row + width);
        }
      }
    }
    quantiles.insert(quantiles.end(), bands.quantiles.begin(), bands.quantiles.end());
    means.insert(means.end(), bands.means.begin(), bands.means.end());
  }
  void end(const RunResult&) override { ended = true; }

  std::size_t width = 0;
  bool ended = false;
  std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::vector<double>> rows;
  std::vector<float> quantiles;
  std::vector<float> means;
};

RunOptions threads(int n) {
  RunOptions options;
  options.work.threads = n;
  return options;
}

TEST(Run, gives_the_same_numbers_on_any_number_of_threads) {
  const Scenario scenario = test::tiny();
  Keeper one;
  const RunResult expected = run(scenario, threads(1), &one);
  for (const int n : {2, 7}) {
    Keeper many;
    EXPECT_EQ(run(scenario, threads(n), &many), expected);
    EXPECT_EQ(many.rows, one.rows);
    EXPECT_EQ(many.quantiles, one.quantiles);
    EXPECT_EQ(many.means, one.means);
  }
  EXPECT_TRUE(one.ended);
}

TEST(Run, of_a_strategy_is_the_baseline_up_to_its_first_week_and_differs_from_then_on) {
  const Scenario scenario = test::tiny();
  Keeper keeper;
  const RunResult result = run(scenario, threads(2), &keeper);
  for (std::size_t arm = 1; arm < result.arms.size(); ++arm) {
    for (std::size_t r = 0; r < result.replications; ++r) {
      ASSERT_TRUE(result.outcomes[arm][r].began);
      const auto began = static_cast<std::size_t>(*result.outcomes[arm][r].began);
      for (std::size_t week = 0; week < began; ++week) {
        ASSERT_EQ((keeper.rows[{arm, r, week}]), (keeper.rows[{0, r, week}]));
      }
      EXPECT_NE((keeper.rows[{arm, r, began}]), (keeper.rows[{0, r, began}]));
    }
  }
}

TEST(Run, of_a_strategy_is_what_a_firm_with_that_strategy_does) {
  Scenario scenario = test::tiny();
  Keeper keeper;
  run(scenario, threads(1), &keeper);
  scenario.firms[0].strategy = "embed";
  Simulation alone = test::simulation(scenario, 3);
  alone.run_until(60);
  const RowLayout layout(3, run_series());
  std::vector<double> row(layout.width());
  layout.record(alone.world(), row.data());
  EXPECT_EQ((keeper.rows[{1, 3, 59}]), row);
}

TEST(Run, of_some_strategies_does_not_change_them) {
  const Scenario scenario = test::tiny();
  const RunResult all = run(scenario, threads(1));
  RunOptions options = threads(1);
  options.only = {"answer"};
  const RunResult some = run(scenario, options);
  ASSERT_EQ(some.arms.size(), 2U);
  EXPECT_EQ(some.outcomes[1], all.outcomes[2]);
  EXPECT_EQ(some.outcomes[0], all.outcomes[0]);
  options.only = {"answre"};
  EXPECT_THROW(run(scenario, options), InputError);
}

TEST(Run, lets_rivals_do_as_the_focal_firm_does) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.firms[1].strategy = std::string(kSameAsFocal);
  Keeper keeper;
  run(scenario, threads(1), &keeper);
  scenario.firms[0].strategy = scenario.firms[1].strategy = "embed";
  Simulation both = test::simulation(scenario);
  both.run_until(60);
  const RowLayout layout(3, run_series());
  std::vector<double> row(layout.width());
  layout.record(both.world(), row.data());
  EXPECT_EQ((keeper.rows[{1, 0, 59}]), row);
}

TEST(Run, of_outcomes_alone_gives_the_same_outcomes) {
  for (const MarketKind kind : every<MarketKind>()) {
    Scenario scenario = test::tiny(kind);
    scenario.drawn = test::scenario("market.taste = { uniform = [2, 4] }").drawn;
    RunResult all = run(scenario, threads(2));
    all.headline = {};
    for (const int n : {1, 2, 7}) {
      EXPECT_EQ(run_outcomes(scenario, arms_of(scenario, {}), threads(n).work), all) << name_of(kind);
    }
  }
}

// A hundred thousand replications side by side would not fit: a gigabyte of people alone.
TEST(Run, of_outcomes_alone_holds_no_more_replications_than_threads) {
  Scenario scenario = test::scenario("market = { kind = \"network\", customers = 1_000_000 }\nrun.weeks = 1");
  scenario.parameters.run.replications = 100000;
  EXPECT_THROW(run(scenario, threads(2)), InputError);
  EXPECT_NO_THROW(expect_memory(scenario, 1, 2, 2));
  const std::atomic<bool> asked{true};
  WorkOptions options;
  options.stop = StopFlag(&asked);
  EXPECT_THROW(run_outcomes(scenario, arms_of(scenario, {}), options), Interrupted);  // it began
}

TEST(Run, of_a_mean_field_needs_one_replication) {
  EXPECT_EQ(run(test::tiny(MarketKind::mean_field), threads(2)).replications, 1U);
  EXPECT_EQ(run(test::tiny(MarketKind::pooled), threads(2)).replications, 6U);
}

TEST(Run, records_what_was_drawn) {
  Scenario scenario =
      test::scenario("[run]\nweeks = 3\nreplications = 4\n[market]\ntaste = { uniform = [1, 2] }\n");
  const RunResult result = run(scenario, threads(1));
  ASSERT_EQ(result.drawn.size(), 4U);
  for (const auto& values : result.drawn) {
    EXPECT_GE(values.at(0), 1);
    EXPECT_LE(values.at(0), 2);
  }
}

TEST(Run, refuses_draws_that_contradict_each_other) {
  const Scenario scenario =
      test::scenario("[run]\nweeks = 3\n[market]\nstart_penetration = { uniform = [0.1, 0.9] }\nfirms = 2\n");
  EXPECT_THROW(run(scenario, threads(1)), InputError);
}

TEST(Run, of_every_shipped_scenario_ends_well) {
  for (const std::filesystem::path& path : test::shipped_scenarios()) {
    Scenario scenario = load_scenario(
        path, {{"market.customers=5000", ""}, {"run.replications=2", ""}, {"run.weeks=520", ""}});
    const RunResult result = run(scenario, threads(2));
    EXPECT_EQ(result.outcomes.size(), 16U) << path;
    EXPECT_EQ(result.headline.share.size(), 520U) << path;
  }
}

std::string refusal(std::string_view toml) {
  try {
    run(test::scenario(toml), threads(2));
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(Run, gives_no_result_where_numbers_overflow) {
  for (const char* extreme : {"market.choice.goodwill = -1e9", "economics.price = 1e300",
                              "product.frontier_growth = 1", "market.retention.churn_quality = 1e6"}) {
    for (const char* kind : {"mean_field", "pooled"}) {
      const std::string said = refusal(
          std::string(extreme) + "\nrun = { weeks = 800, replications = 2 }\nmarket.kind = \"" + kind + "\"");
      EXPECT_TRUE(said.empty() || said.find("too large to compute with") != std::string::npos)
          << extreme << said;
    }
  }
  EXPECT_NE(refusal("economics.price = 1e300\nrun.replications = 1").find("'revenue' in week 0"),
            std::string::npos);
}

TEST(Run, says_beforehand_that_it_would_not_fit_into_memory) {
  const std::string said = refusal("run = { weeks = 2000, replications = 1000000 }\nmarket.firms = 16");
  EXPECT_NE(said.find("run.replications: 1000000 replications of one run need about "), std::string::npos)
      << said;
  EXPECT_NE(said.find("; lower it to "), std::string::npos) << said;
}

TEST(Run, says_beforehand_that_one_network_would_not_fit_into_memory) {
  const char* text = "market = { kind = \"network\", customers = 10_000_000_000 }\nrun.replications = 3";
  const std::string said = refusal(text);
  EXPECT_NE(said.find("market.customers: the people and ties of one run need about "), std::string::npos)
      << said;
  EXPECT_NE(said.find("use --kind pooled"), std::string::npos) << said;
  EXPECT_THROW(start_of(test::scenario(text), 0), InputError);
}

TEST(Run, counts_the_newcomers_of_a_network_into_its_memory) {
  Scenario scenario = test::scenario("market = { kind = \"network\", customers = 1000 }");
  EXPECT_NO_THROW(expect_memory(scenario, 1, 1000, 2));
  scenario.parameters.market.inflow = 1;  // 22 million by the end: about a gigabyte for each replication
  EXPECT_THROW(expect_memory(scenario, 1, 1000, 2), InputError);
}

TEST(Run, stops_when_asked) {
  const std::atomic<bool> stop{true};
  RunOptions options = threads(2);
  options.work.stop = StopFlag(&stop);
  EXPECT_THROW(run(test::tiny(), options), Interrupted);
}

TEST(Run, tells_its_progress_up_to_the_end) {
  RunOptions options = threads(2);
  double last = 0;
  options.work.progress = [&](double done) {
    EXPECT_GT(done, last);
    last = done;
  };
  run(test::tiny(), options);
  EXPECT_DOUBLE_EQ(last, 1);
}

TEST(Bands, are_the_quantiles_and_means_over_replications) {
  const Scenario scenario = test::tiny();
  Keeper keeper;
  const RunResult result = run(scenario, threads(2), &keeper);
  // One block holds the whole run of so few replications up to week 51.
  std::vector<double> users;
  for (std::size_t r = 0; r < 6; ++r) users.push_back(keeper.rows[{0, r, 51}][0]);
  std::sort(users.begin(), users.end());
  const std::size_t at = 51 * keeper.width;
  EXPECT_FLOAT_EQ(keeper.quantiles[at * 5 + 2], static_cast<float>((users[2] + users[3]) / 2));
  EXPECT_FLOAT_EQ(keeper.quantiles[at * 5], static_cast<float>(users[0] + 0.25 * (users[1] - users[0])));
  EXPECT_FLOAT_EQ(keeper.means[at],
                  static_cast<float>((users[0] + users[1] + users[2] + users[3] + users[4] + users[5]) / 6));
  EXPECT_EQ(result.headline.share.size(), 60U);
}

}  // namespace
}  // namespace orgsim
