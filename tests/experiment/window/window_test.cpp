#include "experiment/window/window.hpp"

#include <gtest/gtest.h>

#include "experiment/run.hpp"
#include "experiment/verdict.hpp"
#include "experiment/window/map.hpp"
#include "support/units.hpp"

namespace orgsim {
namespace {

// A unit's number for the first strategy and setting.
double value(const UnitsResult& result, std::size_t unit, std::size_t start, WindowMeasure measure) {
  return result.of(unit)[start * count_of<WindowMeasure> + static_cast<std::size_t>(measure)];
}

class WindowOfAStrategy : public testing::TestWithParam<MarketKind> {};

TEST_P(WindowOfAStrategy, is_what_a_run_of_its_own_says_of_each_start) {
  const Scenario scenario = test::tiny(GetParam());
  const UnitsResult result = test::ran("window", scenario, "starts = \"7:29:11\"\nonly = [\"embed\"]");
  for (std::size_t s = 0; s < 3; ++s) {
    Scenario alone = scenario;
    const std::int64_t start = 7 + 11 * static_cast<std::int64_t>(s);
    alone.strategies.front().start = start;
    alone.parameters.run.weeks = start + alone.parameters.lines.judge + 1;  // to the end of its span
    const RunResult run = orgsim::run(alone, {{}, {"embed"}, "", {}});
    for (std::size_t r = 0; r < run.replications; ++r) {
      const Outcome& outcome = run.outcomes[1][r];
      const Outcome& without = run.outcomes[0][r];
      EXPECT_EQ(value(result, r, s, WindowMeasure::verdict), static_cast<double>(outcome.verdict));
      EXPECT_EQ(value(result, r, s, WindowMeasure::to_save), without.firms[0].marginalised_week ? 1 : 0);
      EXPECT_EQ(value(result, r, s, WindowMeasure::npv), outcome.firms[0].npv - without.firms[0].npv);
      EXPECT_EQ(value(result, r, s, WindowMeasure::centrality), outcome.standing->centrality);
    }
  }
}
// A network is made for all who come within the run: its length shapes it only with newcomers, of whom there
// are none here.
INSTANTIATE_TEST_SUITE_P(All, WindowOfAStrategy, testing::ValuesIn(every<MarketKind>()),
                         [](const auto& kind) { return std::string(name_of(kind.param)); });

TEST(Window, gives_strategies_the_values_of_the_second_axis) {
  const Scenario scenario = test::tiny();
  Scenario slow = scenario;
  slow.strategies.front().ramp = 26;
  const std::string starts = "starts = \"20\"\nonly = [\"embed\"]\n";
  const UnitsResult both = test::ran("window", scenario, starts + "ramp = [4.0, 26.0]");
  const UnitsResult one = test::ran("window", slow, starts);
  const std::size_t measures = count_of<WindowMeasure>;
  for (std::size_t u = 0; u < 6; ++u) {
    EXPECT_TRUE(std::ranges::equal(both.of(u).subspan(measures), one.of(u)));
    EXPECT_FALSE(std::ranges::equal(both.of(u).first(measures), one.of(u)));
  }
}

TEST(Window, tries_strategies_that_would_wait_for_a_crisis) {
  const UnitsResult result = test::ran("window", test::tiny(), "starts = \"20\"\nonly = [\"answer\"]");
  EXPECT_NE(value(result, 0, 0, WindowMeasure::verdict), static_cast<double>(Verdict::not_begun));
}

TEST(Window, asks_the_same_with_rivals_that_do_so_too) {
  Scenario scenario = test::tiny();
  scenario.parameters.run.rivals = std::vector<Rivals>{Rivals::same, Rivals::respond};
  const UnitsPlan plan = test::planned("window", scenario, "starts = \"20\"");
  ASSERT_EQ(plan.variants.size(), 3U);
  EXPECT_EQ(plan.variants[1].name, "rivals_same");
  EXPECT_EQ(plan.units(), 18U);
  EXPECT_EQ(place_of(plan, 13).variant->name, "rivals_respond");
  EXPECT_EQ(place_of(plan, 13).replication, 1U);
}

TEST(Window, names_what_is_wrong_with_its_options) {
  const auto complaint = [](std::string_view options) {
    return test::complaint("window", test::asked(test::tiny(), options));
  };
  EXPECT_NE(complaint("starts = \"10:90\"").find("from 0 to 59"), std::string::npos)
      << complaint("starts = \"10:90\"");
  EXPECT_NE(complaint("starts = \"ten\"").find("A:B:STEP"), std::string::npos);
  EXPECT_NE(complaint("starts = \"0:50:0\"").find("less than a week"), std::string::npos);
  EXPECT_NE(complaint("ramp = [0.5]").find("at least 1"), std::string::npos) << complaint("ramp = [0.5]");
  EXPECT_NE(complaint("ramp = [2.0]\nbudget_factor = [1.0]").find("a map has two axes"), std::string::npos);
  EXPECT_NE(complaint("start = \"0:50\"").find("did you mean 'starts'?"), std::string::npos);
  EXPECT_NE(complaint("only = [\"embde\"]").find("embed"), std::string::npos);
}

TEST(Window, needs_a_strategy) {
  Scenario scenario = test::tiny();
  scenario.strategies.clear();
  EXPECT_NE(test::complaint("window", test::asked(scenario)).find("there is none that could be tried"),
            std::string::npos);
}

TEST(Starts, are_every_quarter_unless_said) {
  EXPECT_EQ(starts_from("", 40), (std::vector<double>{0, 13, 26, 39}));
  EXPECT_EQ(starts_from("5:25:10", 40), (std::vector<double>{5, 15, 25}));
  EXPECT_EQ(starts_from("5:30", 40), (std::vector<double>{5, 18}));
  EXPECT_EQ(starts_from("7", 40), std::vector<double>{7});
}

// A made-up result: the first strategy is saved in all of so many units, at each of the starts 0, 10, 20.
UnitsResult made_up(const std::vector<std::array<bool, 3>>& saved) {
  UnitsResult result{test::planned("window", test::tiny(), "starts = \"0:20:10\"\nonly = [\"embed\"]"), {}};
  result.shape.variants = {{std::string(kOwnVariant), {}, false, 0, saved.size()}};
  for (const std::array<bool, 3>& unit : saved) {
    for (const bool one : unit)
      for (const double number :
           {static_cast<double>(one ? Verdict::averted : Verdict::lost), 1.0, 5.0, 0.5, 0.5, 0.5})
        result.values.push_back(number);
  }
  return result;
}

TEST(WindowMap, has_an_interval_no_finer_than_the_step) {
  const std::vector<std::array<bool, 3>> alike(8, {true, true, false});
  const PointOfNoReturn point = maps_of(made_up(alike)).front().curves.front().point;
  EXPECT_EQ(point.week, 10);
  EXPECT_EQ(point.low, 10);
  EXPECT_EQ(point.high, 20);
}

TEST(WindowMap, resamples_whole_units) {
  // Five of eight are saved at the second start: some resamples have fewer than half.
  std::vector<std::array<bool, 3>> mixed(8, {true, true, false});
  for (std::size_t i = 0; i < 3; ++i) mixed[i] = {true, false, false};
  const WindowCurve curve = maps_of(made_up(mixed)).front().curves.front();
  EXPECT_EQ(curve.point.week, 10);
  EXPECT_EQ(curve.point.low, 0);
  EXPECT_EQ(curve.point.high, 20);
  EXPECT_EQ(curve.cells[1].counts.saved, 5U);
  EXPECT_DOUBLE_EQ(curve.cells[1].npv, 5);
}

TEST(WindowMap, says_that_the_last_start_still_does) {
  const std::vector<std::array<bool, 3>> alike(8, {false, true, true});
  const PointOfNoReturn point = maps_of(made_up(alike)).front().curves.front().point;
  EXPECT_EQ(point.kind, NoReturn::later);
  EXPECT_EQ(point.high, std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace orgsim
