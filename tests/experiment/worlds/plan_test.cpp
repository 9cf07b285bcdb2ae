#include "experiment/worlds/plan.hpp"

#include <gtest/gtest.h>

#include "scenario/text/document.hpp"
#include "support/few_worlds.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

WorldsPlan plan_of(std::string_view toml, Ranges ranges = Ranges::plausible) {
  return plan_worlds(test::scenario(toml), read_evidence(test::two_series(), "evidence.toml"), ranges, 30, 1);
}

bool is_in(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

TEST(WorldsPlan, draws_all_plausible_numbers_of_the_defaults) {
  const WorldsPlan plan = plan_of("");
  EXPECT_EQ(plan.numbers, plausible_numbers());
  EXPECT_TRUE(plan.kept.empty());
  ASSERT_EQ(plan.used.size(), 2U);
  EXPECT_EQ(plan.used[1].name, "marketing");
}

TEST(WorldsPlan, lets_numbers_stay_that_the_scenario_gives_or_draws) {
  const WorldsPlan plan = plan_of("market.taste = 2.5\nmarketing.misuse = { uniform = [0.1, 0.2] }");
  EXPECT_EQ(plan.kept, (std::vector<std::string>{"market.taste", "marketing.misuse"}));
  EXPECT_FALSE(is_in(plan.paths, "market.taste"));
  EXPECT_TRUE(is_in(plan.paths, "product.spill"));
}

TEST(WorldsPlan, lets_numbers_stay_together_of_which_one_is_a_share_of_the_other) {
  const WorldsPlan plan = plan_of("");
  std::string share, whole;
  for (const PlausibleNumber& number : plan.numbers) {
    if (!number.share_of.empty()) share = number.path, whole = number.share_of;
  }
  ASSERT_FALSE(share.empty());
  const WorldsPlan other = plan_of(whole + " = 17");
  EXPECT_TRUE(is_in(other.kept, share) && is_in(other.kept, whole)) << share << " of " << whole;
}

TEST(WorldsPlan, takes_numbers_at_six_digits) {
  const WorldsPlan plan = plan_of("");
  const std::vector<double> world = world_at(plan, std::vector<double>(plan.numbers.size(), 1.0 / 3));
  for (const double value : world) {
    EXPECT_EQ(value, std::stod(in_digits(value)));
    EXPECT_LE(in_digits(value).size(), 12U);
  }
  EXPECT_EQ(rounded(1.0 / 3), 0.333333);
}

TEST(WorldsPlan, finds_the_scenarios_own_numbers_again_in_its_world) {
  const WorldsPlan plan = plan_of("");
  const Scenario same = world_of(plan, values_in(plan));
  EXPECT_EQ(values_in({same, plan.evidence, plan.used, plan.numbers, plan.paths, {}, plan.ranges, 30, 1}),
            values_in(plan));
}

TEST(WorldsPlan, is_told_from_another_by_its_text) {
  const std::string text = text_of(plan_of(""));
  EXPECT_EQ(text, text_of(plan_of("")));
  EXPECT_NE(text, text_of(plan_of("", Ranges::wide)));
  EXPECT_NE(text, text_of(plan_of("market.taste = 2.5")));
  EXPECT_NO_THROW(parse_document(text, "the plan"));
}

TEST(WorldsPlan, refuses_evidence_without_a_target_to_use) {
  const std::string unused = R"([targets.users]
series = "users_end"
weeks = [8, 12]
band = [9000, 20000]
source = "our books"
used = false
reason = "too far off"
)";
  EXPECT_THROW(test::few_worlds(30, unused), InputError);
}

}  // namespace
}  // namespace orgsim
