#include "report/describe.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "core/error.hpp"
#include "report/results_table.hpp"
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
  EXPECT_EQ(describe_text("run.seed").find("unit"), std::string::npos);
}

TEST(Describe, names_the_scale_that_a_sweep_takes) {
  EXPECT_NE(describe_text("executive.eta").find("  scale     logarithmic"), std::string::npos);
  EXPECT_EQ(describe_text("market.taste").find("  scale"), std::string::npos);
  EXPECT_NE(describe_markdown().find("| a number in [0, 1], log scale |"), std::string::npos);
}

TEST(Describe, shows_the_plausible_range_and_where_it_is_known_from) {
  EXPECT_NE(describe_text("market.taste")
                .find("  plausible 1.45 to 5.8, on a logarithmic scale\n"
                      "            nothing is known: half to twice the default\n"),
            std::string::npos)
      << describe_text("market.taste");
  EXPECT_EQ(describe_text("run.weeks").find("plausible"), std::string::npos);
  EXPECT_NE(describe_markdown().find("| 20 % to 60 % of product.cycle; choice |"), std::string::npos);
  EXPECT_NE(describe_markdown().find("| 1.45 to 5.8, on a logarithmic scale |"), std::string::npos)
      << "the note above the table says where these are from";
}

TEST(Describe, knows_the_table_of_a_sweep) {
  EXPECT_NE(describe_text("sweep.design").find("one of: grid, zip, lhs, sobol, random, file"),
            std::string::npos);
  EXPECT_NE(describe_text("sweep.keep").find("a list of some of: outcomes, bands"), std::string::npos);
  EXPECT_NE(describe_text("sweep.vary").find("{ range = [low, high], step"), std::string::npos);
  EXPECT_NE(describe_text("sweep.vary").find("\"plausible\", or a table"), std::string::npos);
  EXPECT_NE(describe_text("sweep").find("sweep.points = 128"), std::string::npos);
}

TEST(Describe, lists_a_section) {
  EXPECT_NE(describe_text("market.retention").find("market.retention.habit_up = 0.1\n"), std::string::npos);
}

TEST(Describe, knows_which_keys_a_firm_may_override) {
  for (const KeyDescription& key : describe_keys()) {
    if (key.path == "product.cycle" || key.path == "economics.habit_price" || key.path == "market.taste") {
      EXPECT_FALSE(key.per_firm) << key.path;
    }
    if (key.path == "product.talent" || key.path == "economics.price" || key.path == "marketing.mix") {
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

TEST(Describe, finds_what_a_firm_may_have_of_its_own) {
  EXPECT_EQ(describe_text("firms.price"), describe_text("economics.price"));
  EXPECT_EQ(describe_text("firms.churn"), describe_text("market.retention.churn"));
  EXPECT_THROW(describe_text("firms.cycle"), InputError);
}

TEST(Describe, leads_from_what_is_wanted_to_the_key_that_does_it) {
  try {
    describe_text("strategies.NAME.end");
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("a strategy that ends has a `duration`"), std::string::npos)
        << error.what();
  }
}

TEST(Documents, hold_the_current_tables) {
  test::expect_generated("docs/model.md", "keys", describe_markdown());
  test::expect_generated("docs/results.md", "datasets", results_markdown());
  test::expect_generated("docs/results.md", "quantities", quantities_markdown());
}

TEST(Describe, fits_eighty_columns) {
  std::istringstream lines(describe_all_text() + describe_text("market.network"));
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;
}

}  // namespace
}  // namespace orgsim
