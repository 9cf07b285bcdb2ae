// What customers of a network brought in, on outcomes made by hand.
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "report/summary.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

RunResult with_margins() {
  const double nobody = std::nan("");
  RunResult result;
  result.scenario = test::tiny(MarketKind::network);
  result.replications = 2;
  result.arms = {{"baseline", "baseline"}, {"embed", "Embed"}};
  result.outcomes.assign(2, std::vector<Outcome>(2));
  for (std::vector<Outcome>& arm : result.outcomes) {
    for (Outcome& outcome : arm) outcome.firms.resize(3);
    arm[0].firms[0].margin_per_customer = PerChannel{1, 2, 3, nobody, nobody};
    arm[1].firms[0].margin_per_customer = PerChannel{3, 4, 5, 6, nobody};
  }
  result.outcomes[1][1].firms[0].margin_per_customer = PerChannel{9, 4, 5, 6, nobody};
  result.headline = {{1}, {1}, {1}};
  return result;
}

TEST(Margins, are_means_over_the_replications_in_which_somebody_came) {
  const RunResult result = with_margins();
  const auto facts = nlohmann::json::parse(to_json(summarise(result)));
  const auto& margins = facts["baseline"]["margin_per_customer"];
  EXPECT_EQ(margins.size(), count_of<Channel>);
  EXPECT_EQ(margins["broadcast"], 2);
  EXPECT_EQ(margins["organic"], 6);
  EXPECT_TRUE(margins["word_of_mouth"].is_null());
  EXPECT_EQ(facts["strategies"][0]["margin_per_customer"]["broadcast"], 5);
  const std::string text = to_text(summarise(result), false);
  EXPECT_NE(text.find("(baseline)                       2           3       4         6             -\n"),
            std::string::npos)
      << text;
}

TEST(Margins, are_in_the_currency) {
  RunResult result = with_margins();
  result.scenario.parameters.run.currency = "EUR";
  result.scenario.parameters.run.money = 100;
  const auto facts = nlohmann::json::parse(to_json(summarise(result)));
  EXPECT_EQ(facts["baseline"]["margin_per_customer"]["broadcast"], 200);
}

TEST(Margins, are_said_of_networks_alone) {
  RunResult result = with_margins();
  for (std::vector<Outcome>& arm : result.outcomes) {
    for (Outcome& outcome : arm) outcome.firms[0].margin_per_customer.reset();
  }
  const auto facts = nlohmann::json::parse(to_json(summarise(result)));
  EXPECT_FALSE(facts["baseline"].contains("margin_per_customer"));
  EXPECT_FALSE(facts["strategies"][0].contains("margin_per_customer"));
  EXPECT_EQ(to_text(summarise(result), false).find("What a customer brings in"), std::string::npos);
}

}  // namespace
}  // namespace orgsim
