// `orgsim fit`.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"

namespace orgsim {
namespace {

class FitVerb : public test::InFolder {
 protected:
  FitVerb() { folder_.write("q.csv", "quarter,users,revenue\n1,20000,1\n2,31000,2\n3,46000,3.2\n"); }
  test::Finished fitted(const std::string& more = "",
                        const std::string& effort = "--most-evaluations 3000") const {
    return orgsim("fit q.csv --people 1000000 --firms 2 --age 0 --points 20 -o w.csv --threads 2 " + effort +
                  " " + more);
  }
};

TEST_F(FitVerb, writes_its_worlds_and_says_what_the_table_tells) {
  const test::Finished run = fitted("--json --quiet");
  ASSERT_EQ(run.code, 0) << run.err << run.out;
  const auto said = nlohmann::json::parse(run.out);
  EXPECT_EQ(said["experiment"], "fit");
  EXPECT_TRUE(said["fits"]);
  EXPECT_EQ(said["worlds"], 20);
  EXPECT_TRUE(content("w.csv").starts_with("market."));
}

TEST_F(FitVerb, refuses_what_it_cannot_read) {
  folder_.write("q.csv", "quarter,users\n1,x\n2,3\n");
  const test::Finished run = fitted();
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("q.csv:2:2: users: 'x' is no number"), std::string::npos) << run.err;
  EXPECT_EQ(orgsim("fit q.csv --age old -o w.csv").code, 2);
  EXPECT_FALSE(exists("w.csv"));
}

TEST_F(FitVerb, writes_nothing_if_no_world_fits) {
  folder_.write("q.csv", "quarter,users\n1,20000\n2,900000\n3,100\n4,500000\n");
  const test::Finished run = fitted();
  EXPECT_EQ(run.code, 4) << run.out;
  EXPECT_NE(run.err.find("no world fits the table"), std::string::npos) << run.err;
  EXPECT_FALSE(exists("w.csv"));
}

}  // namespace
}  // namespace orgsim
