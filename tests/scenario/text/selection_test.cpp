// [selection] in scenarios: read, checked, written.
#include "support/selection.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "scenario/text/checks.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim {
namespace {

std::string complaints_about(const std::string& toml) {
  try {
    test::scenario(toml);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

constexpr const char* kStrategy = "[strategies.a]\nstart = 0\n";

TEST(SelectionTable, is_left_out_where_nothing_is_selected) {
  EXPECT_EQ(to_toml(test::tiny()).find("selection"), std::string::npos);
}

TEST(SelectionTable, reads_back_as_it_is_written) {
  const Scenario scenario =
      test::selected("weights = [1, 0.5, 2]\nreview = 13\nimitation = { uniform = [0.1, 0.3] }\nnoise = 0.1");
  const std::string text = to_toml(scenario);
  EXPECT_NE(text.find("[selection]\nstrategies = [\"embed\", \"cut\", \"none\"]\n"), std::string::npos)
      << text;
  EXPECT_EQ(test::scenario(text), scenario) << text;
}

TEST(SelectionTable, makes_six_firms_where_nothing_says_how_many) {
  const std::string selection = fmt::format("{}[selection]\nstrategies = [\"a\", \"none\"]\n", kStrategy);
  EXPECT_EQ(test::scenario(selection).firms.size(), 6U);
  EXPECT_EQ(test::scenario(fmt::format("{}[market]\nfirms = 2\n", selection)).firms.size(), 2U);
  EXPECT_EQ(test::scenario(fmt::format("{}[[firms]]\nname = \"one\"\n", selection)).firms.size(), 1U);
  EXPECT_EQ(test::scenario(kStrategy).firms.size(), 3U);
}

TEST(SelectionTable, names_what_contradicts_itself) {
  const std::string given = std::string(kStrategy) + "[selection]\nstrategies = ";
  EXPECT_NE(complaints_about(given + "[\"b\"]").find("strategy 'b' is not defined"), std::string::npos);
  EXPECT_NE(complaints_about(given + "[\"a\", \"a\"]").find("'a' is listed twice"), std::string::npos);
  EXPECT_NE(complaints_about(given + "[\"a\"]\nweights = [1, 2]").find("2 weights for the 1 entries"),
            std::string::npos);
  EXPECT_NE(complaints_about(given + "[\"a\"]\nweights = [0]").find("no strategy is ever drawn"),
            std::string::npos);
  EXPECT_NE(complaints_about(given + "[\"a\"]\nimitation = 2").find("selection.imitation"),
            std::string::npos);
  EXPECT_NE(complaints_about(given + "[\"a\"]\n[market]\nkind = \"mean_field\"").find("market.kind"),
            std::string::npos);
  EXPECT_NE(complaints_about("[selection]\ndissolve = 0.1").find("nothing says what firms begin with"),
            std::string::npos);
  EXPECT_NE(complaints_about("[strategies.none]\nstart = 0\n[selection]\nstrategies = [\"none\"]")
                .find("this name means no strategy"),
            std::string::npos);
  const std::string follower =
      "\n[[firms]]\nname = \"x\"\n[[firms]]\nname = \"y\"\nstrategy = \"same_as_focal\"";
  EXPECT_NE(complaints_about(given + "[\"a\"]" + follower).find("every firm copies for itself"),
            std::string::npos);
}

TEST(SelectionTable, lets_a_firm_begin_without_a_strategy) {
  const std::string firm = "[[firms]]\nname = \"x\"\nstrategy = \"none\"\n";
  EXPECT_EQ(complaints_about(std::string(kStrategy) + firm + "[selection]\nstrategies = [\"a\"]"), "");
  EXPECT_NE(complaints_about(kStrategy + firm), "");
}

}  // namespace
}  // namespace orgsim
