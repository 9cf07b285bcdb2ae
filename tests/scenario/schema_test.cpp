#include "scenario/schema.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/describe.hpp"
#include "scenario/text/suggest.hpp"

namespace orgsim {
namespace {

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

TEST(Schema, says_which_keys_a_sweep_takes_by_factors) {
  const auto schema = nlohmann::json::parse(scenario_schema());
  const auto says = [&](const char* section, const char* key) {
    const std::string text = schema["properties"][section]["properties"][key]["description"];
    return text.find("takes ranges of it on a logarithmic scale") != std::string::npos;
  };
  EXPECT_TRUE(says("executive", "eta"));
  EXPECT_FALSE(says("executive", "perception_noise"));
}

TEST(Schema, says_the_plausible_range_of_a_key) {
  const auto schema = nlohmann::json::parse(scenario_schema());
  const auto& market = schema["properties"]["market"]["properties"];
  const std::string taste = market["taste"]["description"];
  EXPECT_NE(taste.find("Plausible: 1.45 to 5.8, on a logarithmic scale (nothing is known"), std::string::npos)
      << taste;
  EXPECT_EQ(market["customers"]["description"].get<std::string>().find("Plausible"), std::string::npos);
}

TEST(Schema, knows_the_words_of_a_sweep_over_plausible_ranges) {
  const auto schema = nlohmann::json::parse(scenario_schema());
  EXPECT_EQ(schema["properties"]["sweep"]["properties"]["vary"]["anyOf"][0]["const"], "plausible");
  const auto& range = schema["$defs"]["varied"]["oneOf"][2]["properties"];
  EXPECT_TRUE(range.contains("range") && range.contains("share_of"));
}

TEST(Nearest, finds_slips_and_leaves_the_rest) {
  const std::vector<std::string> names{"talent", "taste", "start"};
  EXPECT_EQ(nearest("talant", names), "talent");
  EXPECT_EQ(nearest("satrt", names), "start");
  EXPECT_EQ(nearest("budget", names), std::nullopt);
}

}  // namespace
}  // namespace orgsim
