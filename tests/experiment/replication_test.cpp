#include "experiment/replication.hpp"

#include <gtest/gtest.h>

#include "experiment/run.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

constexpr int kWeeks = 60;

Node number(double value) {
  return {{}, value};
}

Arm arm(std::optional<int> from, std::vector<Change> changes) {
  return {{"changed", "Changed"}, from, std::move(changes)};
}

// The replication with a baseline and one arm, simulated to its end.
Replication simulated(const Scenario& scenario, const Arm& changed, std::size_t r = 0) {
  const Drawn drawn = drawn_for(scenario, r);
  const std::vector<Arm> arms{baseline_arm(), changed};
  Replication replication(drawn.scenario, arms, drawn.stream_key);
  replication.run_until(kWeeks);
  return replication;
}

// The same by hand: no fork, no arm.
Simulation by_hand(const Scenario& scenario, int from, const Scenario& changed,
                   const std::string& strategy = "") {
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(from);
  simulation.change(changed);
  if (!strategy.empty()) simulation.assign(0, *changed.find_strategy(strategy));
  simulation.run_until(kWeeks);
  return simulation;
}

class OfKind : public testing::TestWithParam<MarketKind> {
 protected:
  Scenario scenario_ = test::tiny(GetParam());
};

TEST_P(OfKind, an_arm_is_the_baseline_until_its_week_and_differs_from_then_on) {
  const std::vector<Arm> arms{baseline_arm(), arm(25, {SetKey{"market.choice.closing", number(2)}})};
  Replication replication(scenario_, arms, StreamKey{1, 0});
  while (replication.weeks_done() < 25) {
    replication.run_until(replication.weeks_done() + 1);
    EXPECT_FALSE(replication.has_begun(1));
    EXPECT_EQ(&replication.simulation(1), &replication.simulation(0));
  }
  EXPECT_EQ(replication.first_week(1), 25);
  replication.run_until(26);
  EXPECT_TRUE(replication.has_begun(1));
  EXPECT_EQ(replication.first_week(1), 25);
  EXPECT_NE(replication.simulation(1).world().firms, replication.simulation(0).world().firms);
}

// However many weeks are asked for at once, and each arm is told of in the order of its own weeks.
TEST_P(OfKind, runs_are_the_same_week_by_week_and_at_once) {
  const std::vector<Arm> arms{baseline_arm(), arm(25, {SetKey{"market.choice.closing", number(2)}}),
                              arm(31, {SetKey{"economics.margin", number(0.5)}})};
  Replication at_once(scenario_, arms, StreamKey{1, 0});
  Replication by_weeks(scenario_, arms, StreamKey{1, 0});
  std::vector<int> next{0, 25, 31};
  at_once.run_until(kWeeks, in_turn, [&](std::size_t a, const Simulation& simulation) {
    EXPECT_EQ(simulation.world().week, next[a]++);
  });
  EXPECT_EQ(next, std::vector<int>(3, kWeeks));
  for (int week = 1; week <= kWeeks; ++week) by_weeks.run_until(week);
  for (std::size_t a = 0; a < arms.size(); ++a) {
    EXPECT_EQ(at_once.simulation(a), by_weeks.simulation(a));
    EXPECT_EQ(at_once.outcome(a), by_weeks.outcome(a));
  }
}

TEST_P(OfKind, a_fork_is_a_rerun_with_the_change_made_in_its_week) {
  Scenario changed = scenario_;
  changed.parameters.market.taste = 1;
  changed.firms[1].overrides.product.talent = 2;
  changed.firms[1].overridden = {"talent"};
  const Replication replication = simulated(
      scenario_, arm(30, {SetKey{"market.taste", number(1)}, SetKey{"firms[1].talent", number(2)}}));
  EXPECT_EQ(replication.simulation(1), by_hand(scenario_, 30, changed));
}

TEST_P(OfKind, several_changes_are_made_together) {
  Scenario changed = scenario_;
  changed.parameters.mechanisms.politics = false;
  changed.grants = {{{0}, Department::sales, 2, {30, 40}}};
  const Replication replication = simulated(
      scenario_,
      arm(22, {SwitchMechanism{"politics", false}, GiveGrant{changed.grants[0]}, TakeStrategy{"embed"}}));
  EXPECT_EQ(replication.simulation(1), by_hand(scenario_, 22, changed, "embed"));
  EXPECT_EQ(replication.outcome(1).began, 22);  // its start, 20, has passed
}

TEST_P(OfKind, an_arm_of_a_strategy_begins_when_that_does) {
  const Replication replication = simulated(scenario_, strategy_arm(*scenario_.find_strategy("embed")));
  scenario_.firms[0].strategy = "embed";
  Simulation alone = test::simulation(scenario_);
  alone.run_until(kWeeks);
  EXPECT_EQ(replication.simulation(1).world().firms, alone.world().firms);
  EXPECT_EQ(replication.outcome(1).began, 20);
}

INSTANTIATE_TEST_SUITE_P(Replication, OfKind, testing::ValuesIn(every<MarketKind>()),
                         [](const auto& kind) { return std::string(name_of(kind.param)); });

TEST(Replication, of_an_arm_without_a_strategy_is_judged_from_its_week_on) {
  const Outcome outcome = simulated(test::tiny(), arm(25, {SwitchMechanism{"politics", false}})).outcome(1);
  EXPECT_EQ(outcome.began, 25);
  EXPECT_NE(outcome.verdict, Verdict::not_begun);
}

TEST(Replication, may_stop_each_arm_where_its_verdict_is_known) {
  Scenario scenario = test::tiny();
  scenario.parameters.lines.judge = 12;
  const std::vector<Arm> arms{baseline_arm(), strategy_arm(*scenario.find_strategy("embed")),
                              arm(50, {SwitchMechanism{"politics", false}})};
  const Drawn drawn = drawn_for(scenario, 0);
  Replication whole(drawn.scenario, arms, drawn.stream_key);
  whole.run_until(kWeeks);
  Replication shorter(drawn.scenario, arms, drawn.stream_key);
  shorter.run_until_judged(kWeeks);
  EXPECT_EQ(shorter.simulation(1).weeks_done(), 20 + 12 + 1);
  EXPECT_EQ(shorter.simulation(2).weeks_done(), kWeeks);  // its span is not over
  for (const std::size_t a : {1U, 2U}) {
    EXPECT_EQ(shorter.outcome(a).began, whole.outcome(a).began);
    EXPECT_EQ(shorter.outcome(a).verdict, whole.outcome(a).verdict);
    EXPECT_EQ(shorter.outcome(a).standing, whole.outcome(a).standing);
  }
}

TEST(Replication, sets_keys_of_a_strategy_that_an_arm_takes) {
  const Replication replication = simulated(
      test::tiny(), {{"later", "Later"},
                     {},
                     {SetKey{"strategies.embed.start", Node{{}, std::int64_t{33}}}, TakeStrategy{"embed"}}});
  EXPECT_EQ(replication.outcome(1).began, 33);
}

std::string refusal(const Arm& changed) {
  try {
    simulated(test::tiny(), changed);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(Arm, refuses_by_name_what_shapes_the_run_or_only_its_start) {
  for (const char* key : {"market.mass", "product.q_start", "market.start_penetration", "executive.share",
                          "marketing.mix", "market.inflow", "mechanisms.saturation", "market.customers",
                          "firms[0].cash_start", "market.network.rewiring", "executive.growth_window"}) {
    EXPECT_EQ(refusal(arm(10, {SetKey{key, number(0.5)}})),
              std::string(key) +
                  ": is settled at the start and cannot change during a run (arm 'changed'); "
                  "change it in the scenario, for the baseline too");
  }
  for (const char* key :
       {"run.weeks", "market.kind", "market.firms", "market.habit_levels", "record.trajectories"}) {
    EXPECT_NE(refusal(arm(10, {SetKey{key, number(3)}})).find(": shapes the run and cannot change during it"),
              std::string::npos)
        << key;
  }
}

TEST(Arm, says_what_else_is_wrong_with_it) {
  EXPECT_EQ(refusal(arm(10, {SetKey{"market.tast", number(1)}})),
            "market.tast: unknown key (arm 'changed'); did you mean 'market.taste'?");
  EXPECT_EQ(refusal(arm(10, {SetKey{"executive.power_weight", number(0.4)}})),
            "executive.power_weight: unknown key (arm 'changed'); it is executive.eta_power now, about 0.007 "
            "times as large: executive.eta_power = 0.0028");
  EXPECT_EQ(refusal(arm(10, {SetKey{"economics.margin", number(7)}})),
            "economics.margin: 7 is out of range (arm 'changed'); a number in [0, 1], such as 0.07 for 7 %");
  EXPECT_EQ(refusal(arm(10, {SwitchMechanism{"politic", false}})),
            "mechanisms.politic: unknown key (arm 'changed'); did you mean 'mechanisms.politics'?");
  EXPECT_EQ(
      refusal(arm(10, {SetKey{"product.window", Node{{}, std::int64_t{40}}}})),
      "product.window: 40 weeks are longer than the cycle of 26 (arm 'changed'); product.window must be at "
      "most product.cycle");
  EXPECT_EQ(refusal(arm({}, {SetKey{"market.taste", number(1)}})),
            "from: nothing says when the arm begins (arm 'changed'); give it a first week, or a strategy");
  EXPECT_EQ(refusal(arm(60, {SetKey{"market.taste", number(1)}})),
            "from: there is no week 60 (arm 'changed'); weeks are numbered from 0 to 59");
  EXPECT_NE(refusal(arm(10, {TakeStrategy{"embd"}})).find("no strategy is called 'embd'"), std::string::npos);
  EXPECT_NE(refusal(arm(10, {GiveGrant{{{5}, Department::sales, 2, {11, 12}}}})).find("there is no firm 5"),
            std::string::npos);
}

TEST(Arm, refuses_what_would_change_nothing) {
  EXPECT_EQ(refusal(arm(10, {SetKey{"strategies.embed.ramp", number(2)}})),
            "strategies.embed.ramp: the arm does not take this strategy, so that nothing would change (arm "
            "'changed'); "
            "let the arm take it too");
  EXPECT_EQ(refusal(arm(10, {GiveGrant{{{0}, Department::sales, 2, {1, 9}}}})),
            "grants: a grant that ends in week 9 is over before the arm begins (arm 'changed'); a later span "
            "of weeks, "
            "or an earlier beginning");
  EXPECT_EQ(refusal(arm(10, {})),
            "from: an arm without changes is the baseline (arm 'changed'); leave it out");
}

TEST(Arm, of_a_scenario_with_drawn_keys_leaves_those_to_the_draws) {
  Scenario scenario = test::tiny();
  scenario.drawn = test::scenario("market.taste = { uniform = [2, 4] }").drawn;
  const Arm margin = arm(10, {SetKey{"economics.margin", number(0.5)}});
  EXPECT_TRUE(problems_of(margin, scenario).empty());
  EXPECT_EQ(changed_by(margin, scenario).drawn, scenario.drawn);
  EXPECT_EQ(simulated(scenario, margin).outcome(1).began, 10);
}

TEST(Arms, are_refused_together_and_for_names_that_are_taken) {
  const Scenario scenario = test::tiny();
  const std::vector<Arm> arms{baseline_arm(), strategy_arm(scenario.strategies[0]),
                              strategy_arm(scenario.strategies[0]), arm(400, {TakeStrategy{"embed"}})};
  try {
    run_outcomes(scenario, arms, {});
    ADD_FAILURE();
  } catch (const InputError& error) {
    ASSERT_EQ(error.problems().size(), 2U);
    EXPECT_EQ(error.problems()[0].what, "two arms are called 'embed' (arm 'embed')");
    EXPECT_EQ(error.problems()[1].what, "there is no week 400 (arm 'changed')");
  }
}

// A world in which everything that keys speak of happens between weeks 20 and 60.
Scenario busy_world() {
  Scenario world = test::tiny();
  Parameters& p = world.parameters;
  p.firm.executive.scarcity_power = p.firm.executive.eta_equality = 0.1;
  p.firm.product.talent = 0.9;
  p.releases.cycle = 8;
  p.releases.window = 4;
  p.firm.marketing.creative_weeks = p.firm.marketing.review = 5;
  p.environment.directness.knots = {{0, 0.2}};
  p.lines.sustain = 2;
  world.firms[0].strategy = world.firms[1].strategy = "moving";
  Strategy moving;
  moving.name = "moving";
  moving.start = 10;
  moving.mix = PerMode{0.1, 0.3, 0.3, 0.3};
  moving.ai_adoption = 0.8;
  moving.redeploy = 0.5;
  moving.prove = 0.5;
  world.strategies.push_back(moving);
  Strategy adaptive;
  adaptive.name = "adaptive";
  adaptive.start = 10;
  adaptive.adaptive = true;
  world.strategies.push_back(adaptive);
  world.firms[2].strategy = "adaptive";
  world.firms[2].overrides.product.talent = 0.2;  // somebody to learn from the best
  world.firms[2].overridden = {"talent"};
  return world;
}

// Every real number that an arm may set matters in some week after it is set: else it is settled at the
// start, and its trait is wrong.
TEST(Arm, may_set_no_number_that_would_change_nothing) {
  const Scenario world = busy_world();
  const Simulation before = [&] {
    Simulation simulation = test::simulation(world);
    simulation.run_until(20);
    return simulation;
  }();
  Simulation unchanged = before;
  unchanged.run_until(kWeeks);
  const auto has_an_effect = [&](const std::string& path, double value) {
    Simulation simulation = before;
    simulation.change(changed_by(arm(20, {SetKey{path, number(value)}}), world));
    simulation.run_until(kWeeks);
    simulation.change(world);  // so that only the state is compared
    return simulation != unchanged;
  };
  std::size_t tried = 0;
  walk(world.parameters, "", [&]<class T>(const std::string& path, const Field& field, const T& value) {
    if constexpr (std::is_same_v<T, double>) {
      if (field.has(Trait::fixed) || field.has(Trait::start)) return;
      if (path == "lines.tolerance") return;       // moves verdicts, on which no state depends
      if (path.starts_with("selection.")) return;  // refused where nothing is selected
      bool any = false;
      for (const double other :
           {value * 0.5 + 0.05, value * 1.5 + 0.05, 0.0, 1.0, value * 20 + 20, value / 20}) {
        any = any || (field.range.holds(other) && has_an_effect(path, other));
      }
      EXPECT_TRUE(any) << path;
      ++tried;
    }
  });
  EXPECT_GT(tried, 60U);
}

}  // namespace
}  // namespace orgsim
