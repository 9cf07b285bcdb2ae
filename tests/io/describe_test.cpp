#include "io/describe.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "io/schema.hpp"
#include "io/suggest.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

TEST(Describe, tells_a_key_in_full) {
  const std::string text = describe_text("executive.eta");
  EXPECT_NE(text.find("0.0022"), std::string::npos);
  EXPECT_NE(text.find("per week"), std::string::npos);
  EXPECT_NE(text.find("Atsmon"), std::string::npos);
  EXPECT_NE(text.find("a firm may override it"), std::string::npos);
  EXPECT_EQ(describe_text("eta"), text);
}

TEST(Describe, lists_a_section) {
  EXPECT_NE(describe_text("market.retention").find("market.retention.habit_up = 0.09"), std::string::npos);
}

TEST(Describe, knows_which_keys_a_firm_may_override) {
  for (const KeyDescription& key : describe_keys()) {
    if (key.path == "product.cycle" || key.path == "economics.price" || key.path == "market.taste") {
      EXPECT_FALSE(key.per_firm) << key.path;
    }
    if (key.path == "product.talent" || key.path == "economics.cash_start" || key.path == "marketing.mix") {
      EXPECT_TRUE(key.per_firm) << key.path;
    }
  }
}

TEST(Describe, suggests_a_name) {
  try {
    describe_text("market.tast");
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "market.tast: unknown key; did you mean 'market.taste'?");
  }
}

TEST(Documents, hold_the_current_tables) {
  test::expect_generated("docs/model.md", "keys", describe_markdown());
  test::expect_generated("docs/results.md", "datasets", results_markdown());
}

TEST(Schema, has_every_key_and_refuses_others) {
  const auto schema = nlohmann::json::parse(scenario_schema());
  EXPECT_EQ(schema["additionalProperties"], false);
  for (const KeyDescription& key : describe_keys()) {
    if (key.path.starts_with("firms.") || key.path.starts_with("grants.")) continue;
    const nlohmann::json* at = &schema;
    std::string rest = key.path;
    while (!rest.empty()) {
      const std::string name = rest.substr(0, rest.find('.'));
      rest = rest.size() > name.size() ? rest.substr(name.size() + 1) : "";
      at = name == "NAME" ? &at->at("additionalProperties") : &at->at("properties").at(name);
    }
    EXPECT_FALSE(at->at("description").get<std::string>().empty()) << key.path;
  }
  const auto& adstock = schema["properties"]["firms"]["items"]["properties"]["adstock"];
  EXPECT_EQ(adstock["anyOf"][0]["maximum"], 1);
}

TEST(Nearest, finds_slips_and_leaves_the_rest) {
  const std::vector<std::string> names{"talent", "taste", "start"};
  EXPECT_EQ(nearest("talant", names), "talent");
  EXPECT_EQ(nearest("satrt", names), "start");
  EXPECT_EQ(nearest("budget", names), std::nullopt);
}

}  // namespace
}  // namespace orgsim
