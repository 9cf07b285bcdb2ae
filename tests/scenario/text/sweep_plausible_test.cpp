#include <gtest/gtest.h>

#include "engine/plausible.hpp"
#include "experiment/sweep/plan.hpp"
#include "scenario/text/sweep.hpp"
#include "scenario/text/writer.hpp"
#include "support/sweeps.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

Scenario plausible_sweep(const std::vector<std::string>& named = {}, std::string_view vary = "") {
  Scenario result = vary.empty() ? test::scenario("") : test::swept(vary);
  result.parameters.run.named = named;
  add_plausible(result, {});
  return result;
}

bool varies(const Scenario& scenario, const std::string& name) {
  return scenario.sweep.find_varied(name) != nullptr;
}

TEST(PlausibleSweep, has_an_entry_for_every_plausible_number_on_its_own_scale) {
  const Scenario scenario = test::scenario("[sweep]\nvary = \"plausible\"");
  const auto numbers = plausible_numbers();
  ASSERT_EQ(scenario.sweep.vary.size(), numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    EXPECT_EQ(scenario.sweep.vary[i].name, numbers[i].path);
    const auto& range = std::get<ValueRange>(scenario.sweep.vary[i].choice);
    EXPECT_EQ(range.low, numbers[i].low);
    EXPECT_EQ(range.high, numbers[i].high);
    EXPECT_EQ(range.scale, numbers[i].scale);
    EXPECT_EQ(range.share_of, numbers[i].share_of);
  }
}

TEST(PlausibleSweep, that_is_written_and_read_again_says_the_same) {
  const Scenario scenario = plausible_sweep();
  EXPECT_EQ(test::scenario(to_toml(scenario)).sweep, scenario.sweep);
}

TEST(PlausibleSweep, has_sound_points) {
  const std::size_t points = 512;
  Scenario scenario = plausible_sweep();
  scenario.sweep.points = points;
  const SweepPlan plan = plan_sweep(scenario);
  for (std::size_t p = 0; p < points; ++p) EXPECT_NO_THROW(plan.scenario_of(p)) << p;
}

TEST(PlausibleSweep, leaves_keys_that_the_scenario_names) {
  const Scenario scenario = plausible_sweep({"market.taste", "marketing.judgement", "executive.share"});
  for (const char* name : {"market.taste", "marketing.judgement[0]", "executive.share[1]"})
    EXPECT_FALSE(varies(scenario, name)) << name;
  EXPECT_TRUE(varies(scenario, "measurement.capture"));
}

TEST(PlausibleSweep, leaves_keys_that_stand_in_the_scenarios_text) {
  const Scenario scenario = test::scenario(
      "[sweep]\nvary = \"plausible\"\n[market]\ntaste = 3\n[marketing]\njudgement = [0.5, 0.5, 0.5, 0.5]");
  EXPECT_FALSE(varies(scenario, "market.taste"));
  EXPECT_FALSE(varies(scenario, "marketing.judgement[1]"));
  EXPECT_TRUE(varies(scenario, "measurement.capture"));
}

TEST(PlausibleSweep, leaves_what_varies_already) {
  const Scenario scenario =
      plausible_sweep({}, "\"market.taste\" = [1, 5]\n\"executive.share[2]\" = [0.1, 0.2]");
  EXPECT_EQ(scenario.sweep.find_varied("market.taste")->choice, SweptValues(ValueRange{1, 5, {}, {}, {}}));
  EXPECT_FALSE(varies(scenario, "executive.share[1]")) << "it moves with the other entry";
  EXPECT_NO_THROW(plan_sweep(scenario));
}

TEST(PlausibleSweep, keeps_a_window_and_its_cycle_together) {
  const Scenario of_own_cycle = plausible_sweep({"product.cycle"});
  EXPECT_FALSE(varies(of_own_cycle, "product.cycle"));
  EXPECT_FALSE(varies(of_own_cycle, "product.window")) << "they are drawn together, or neither is";
  const Scenario of_own_window = plausible_sweep({"product.window"});
  EXPECT_FALSE(varies(of_own_window, "product.cycle")) << "the window would not fit into a short one";
}

TEST(PlausibleSweep, leaves_out_entries_that_the_scenario_does_not_have) {
  Scenario scenario = test::scenario("");
  scenario.parameters.market.resistance.resize(2);
  add_plausible(scenario, {});
  EXPECT_TRUE(varies(scenario, "market.resistance[0]"));
  EXPECT_FALSE(varies(scenario, "market.resistance[3]"));
}

TEST(PlausibleSweep, is_the_only_word_that_stands_for_a_table) {
  try {
    test::scenario("[sweep]\nvary = \"plausibel\"");
    FAIL();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("'plausibel'; expected a table [sweep.vary], or vary ="),
              std::string::npos)
        << error.what();
  }
}

}  // namespace
}  // namespace orgsim
