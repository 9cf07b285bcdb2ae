// `orgsim worlds`.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/few_worlds.hpp"
#include "support/program.hpp"

namespace orgsim {
namespace {

class WorldsVerb : public test::InFolder {
 protected:
  WorldsVerb() { folder_.write("e.toml", test::two_series()); }
  test::Finished drawn(const std::string& more = "") const {
    return orgsim("worlds --evidence e.toml --points 30 -o w.csv --threads 2 " + more);
  }
};

TEST_F(WorldsVerb, writes_its_file_and_says_what_came_of_it) {
  const test::Finished run = drawn();
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.err.find("30 worlds"), std::string::npos) << run.err;
  EXPECT_NE(run.out.find("What the evidence excludes"), std::string::npos) << run.out;
  EXPECT_TRUE(exists("w.csv"));
  EXPECT_FALSE(exists("w.csv.journal"));
}

TEST_F(WorldsVerb, replaces_no_file_unasked) {
  ASSERT_EQ(drawn("--quiet").code, 0);
  const std::string whole = content("w.csv");
  EXPECT_EQ(drawn().code, 2);
  EXPECT_EQ(drawn("--quiet --force").code, 0);
  EXPECT_EQ(content("w.csv") == whole, true);
}

TEST_F(WorldsVerb, is_quiet_when_asked) {
  const test::Finished run = drawn("--quiet");
  EXPECT_EQ(run.out + run.err, "");
}

TEST_F(WorldsVerb, speaks_json_and_chinese) {
  const test::Finished run = drawn("--json --language zh");
  const auto json = nlohmann::json::parse(run.out);
  EXPECT_EQ(json["worlds"], 30);
  EXPECT_NE(json["conclusion"].get<std::string>().find("证据"), std::string::npos);
}

TEST_F(WorldsVerb, lets_what_the_scenario_says_stay) {
  folder_.write("mine.toml", "market.taste = 2.5\n");
  ASSERT_EQ(orgsim("worlds mine.toml --set marketing.misuse=0.2 --evidence e.toml --points 20 -o w.csv").code,
            0);
  const std::string header = content("w.csv").substr(0, content("w.csv").find('\n'));
  EXPECT_EQ(header.find("market.taste"), std::string::npos) << header;
  EXPECT_EQ(header.find("marketing.misuse"), std::string::npos) << header;
  EXPECT_NE(header.find("product.spill"), std::string::npos) << header;
}

TEST_F(WorldsVerb, ends_with_4_and_writes_nothing_if_no_world_fits) {
  folder_.write(
      "never.toml",
      "[targets.users]\nseries = \"users_end\"\nweeks = [8, 12]\nband = [-20, -10]\nsource = \"a slip\"\n");
  const test::Finished run =
      orgsim("worlds --evidence never.toml --points 20 --most-evaluations 1000 -o w.csv --quiet");
  EXPECT_EQ(run.code, 4) << run.err;
  EXPECT_NE(run.out.find("users (100 %)"), std::string::npos) << run.out;
  EXPECT_FALSE(exists("w.csv"));
  EXPECT_FALSE(exists("w.csv.journal"));
}

TEST_F(WorldsVerb, says_what_is_wrong_with_its_options) {
  const std::pair<const char*, const char*> wrong[] = {
      {"worlds", "no file for the worlds"},
      {"worlds --evidence none.toml -o w.csv", "none.toml"},
      {"worlds --points 1 -o w.csv", "1"},
      {"worlds --ranges broad -o w.csv", "broad"},
      {"worlds --set market.tast=1 -o w.csv", "did you mean 'taste'?"},
  };
  for (const auto& [line, said] : wrong) {
    const test::Finished run = orgsim(line);
    EXPECT_EQ(run.code, 2) << line;
    EXPECT_NE(run.err.find(said), std::string::npos) << run.err;
    EXPECT_FALSE(exists("w.csv")) << line;
  }
}

TEST_F(WorldsVerb, says_how_to_go_on_after_an_interrupt) {
  const test::Finished run = orgsim("worlds -o w.csv --threads 1", "timeout --preserve-status -s INT 1");
  EXPECT_EQ(run.code, 130);
  EXPECT_NE(run.err.find("are kept in 'w.csv.journal'; the same command again goes on"), std::string::npos)
      << run.err;
  EXPECT_TRUE(exists("w.csv.journal"));
  EXPECT_FALSE(exists("w.csv"));
}

}  // namespace
}  // namespace orgsim
