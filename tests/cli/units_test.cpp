// The verbs of experiments that run units.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace orgsim {
namespace {

class UnitsVerb : public test::InFolder {
 protected:
  UnitsVerb() { folder_.write("s.toml", test::kSmallWorld); }
};

TEST_F(UnitsVerb, prints_again_from_the_file_what_it_printed) {
  for (const std::string verb : {"window s.toml --starts 0:40:20 --worlds 2", "explain s.toml --worlds 2"}) {
    const test::Finished run = orgsim(verb + " --threads 2 -o r.h5 --force");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_NE(run.err.find("Results in 'r.h5'"), std::string::npos) << run.err;
    EXPECT_EQ(orgsim("show r.h5").out, run.out);
    EXPECT_EQ(orgsim("show r.h5 --json --language zh").out, orgsim(verb + " --json --language zh").out);
    EXPECT_FALSE(exists("r.h5.journal"));
  }
}

TEST_F(UnitsVerb, takes_options_with_commas) {
  const test::Finished run =
      orgsim("window s.toml --quick --starts 20 --budget-factor 0.5,1,2 --only embed --json");
  ASSERT_EQ(run.code, 0) << run.err;
  const auto json = nlohmann::json::parse(run.out);
  EXPECT_EQ(json["maps"][0]["curves"].size(), 3U);
  EXPECT_EQ(json["options"]["budget_factor"][2], 2.0);
}

TEST_F(UnitsVerb, compares_two_scenarios) {
  folder_.write("t.toml", std::string(test::kSmallWorld) + "[executive]\neta = 0.004\n");
  const test::Finished run = orgsim("explain s.toml --against t.toml --quick");
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("executive.eta"), std::string::npos) << run.out;
}

TEST_F(UnitsVerb, selects_only_where_the_scenario_says_how) {
  const test::Finished without = orgsim("select s.toml");
  EXPECT_EQ(without.code, 2);
  EXPECT_NE(without.err.find("[selection]"), std::string::npos) << without.err;
  folder_.write("t.toml",
                std::string(test::kSmallWorld) + "[selection]\nstrategies = [\"embed\", \"none\"]\n");
  const test::Finished run = orgsim("select t.toml --markets 2 --every 20 --worlds 2 -o r.h5");
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(orgsim("show r.h5").out, run.out);
}

TEST_F(UnitsVerb, has_rivals_of_a_selection_that_do_something_else) {
  folder_.write("t.toml",
                std::string(test::kSmallWorld) + "[selection]\nstrategies = [\"embed\", \"none\"]\n");
  const test::Finished run =
      orgsim("select t.toml --markets 2 --every 20 --worlds 0 --rivals static,respond --json");
  ASSERT_EQ(run.code, 0) << run.err;
  const auto json = nlohmann::json::parse(run.out);
  ASSERT_EQ(json["courses"].size(), 3U);
  EXPECT_EQ(json["courses"][1]["variant"], "rivals_static");
}

TEST_F(UnitsVerb, refuses_options_that_contradict_each_other) {
  for (const std::string verb : {"run s.toml ", "window s.toml ", "value s.toml "}) {
    const test::Finished quick = orgsim(verb + "--quick --worlds 3");
    EXPECT_EQ(quick.code, 2);
    EXPECT_NE(quick.err.find("--quick: it is the default world alone"), std::string::npos) << quick.err;
    EXPECT_NE(quick.err.find("leave out one of the two"), std::string::npos) << quick.err;
    EXPECT_EQ(orgsim(verb + "--quick --rivals same").code, 2);
    const test::Finished ranges = orgsim(verb + "--worlds-file w.csv --ranges narrow");
    EXPECT_EQ(ranges.code, 2);
    EXPECT_NE(ranges.err.find("--ranges: it chooses one of"), std::string::npos) << ranges.err;
  }
}

TEST_F(UnitsVerb, names_the_option_that_is_wrong) {
  const test::Finished starts = orgsim("window s.toml --quick --starts 0:90");
  EXPECT_EQ(starts.code, 2);
  EXPECT_NE(starts.err.find("from 0 to 59"), std::string::npos) << starts.err;
  const test::Finished ramp = orgsim("window s.toml --quick --ramp 4,fast");
  EXPECT_EQ(ramp.code, 2);
  EXPECT_NE(ramp.err.find("--ramp"), std::string::npos) << ramp.err;
  EXPECT_EQ(orgsim("explain s.toml --starts 3").code, 2);
  const test::Finished factor = orgsim("window s.toml --quick --budget-factor 1e308");
  EXPECT_EQ(factor.code, 2);
  EXPECT_NE(factor.err.find("--budget-factor"), std::string::npos) << factor.err;
}

TEST_F(UnitsVerb, replaces_no_file_unasked) {
  ASSERT_EQ(orgsim("window s.toml --quick --starts 20 --quiet -o r.h5").code, 0);
  const std::string whole = content("r.h5");
  EXPECT_EQ(orgsim("window s.toml --quick --starts 20 -o r.h5").code, 2);
  EXPECT_EQ(orgsim("window s.toml --quick --starts 20 -o r.h5 --force").code, 0);
  EXPECT_EQ(content("r.h5") == whole, true);
}

}  // namespace
}  // namespace orgsim
