// `orgsim audit` and `orgsim value` as a user meets them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/program.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

class AuditProgram : public test::InFolder {
 protected:
  AuditProgram() {
    folder_.write("tiny.toml", std::string(test::kSmallWorld) + "[record]\ntrajectories = 2\n");
  }
};

TEST_F(AuditProgram, says_why_and_goes_through_a_file) {
  const test::Finished audit =
      orgsim("audit tiny.toml --quick --futures 1 --weeks 5:40 --department sales -o audit.h5");
  EXPECT_EQ(audit.code, 0) << audit.err;
  EXPECT_NE(audit.out.find("Sales of 'focal', weeks 5 to 40: "), std::string::npos) << audit.out;
  EXPECT_EQ(orgsim("show audit.h5").out, audit.out);
}

TEST_F(AuditProgram, reads_the_weeks_that_a_results_file_keeps) {
  ASSERT_EQ(orgsim("run tiny.toml --quick -o run.h5").code, 0);
  const test::Finished audit = orgsim("audit run.h5 --firm 1 --json");
  EXPECT_EQ(audit.code, 0) << audit.err;
  const auto facts = nlohmann::json::parse(audit.out);
  EXPECT_EQ(facts["firm"], 1);
  EXPECT_EQ(facts["audits"][0]["replications"], 2);
  EXPECT_NE(orgsim("audit run.h5 --language zh").out.find("为何被削减"), std::string::npos);
}

TEST_F(AuditProgram, judges_the_cuts_of_a_results_file_and_writes_what_came_of_it) {
  folder_.write("cut.toml", std::string(test::kSmallWorld) + "[record]\ntrajectories = 2\n" +
                                "[executive]\neta = 0.5\nmost = 0.2\n");
  ASSERT_EQ(orgsim("run cut.toml --quick -o run.h5").code, 0);
  const test::Finished audit = orgsim("audit run.h5 --futures 2 -o audit.h5 --json");
  EXPECT_EQ(audit.code, 0) << audit.err;
  const auto facts = nlohmann::json::parse(audit.out)["audits"][0];
  EXPECT_EQ(facts["replications"], 2);
  EXPECT_TRUE(facts["share_wrong"].is_object()) << audit.out;
  const test::Finished simulated = orgsim("audit cut.toml --quick --replications 2 --futures 2 --json");
  EXPECT_EQ(facts, nlohmann::json::parse(simulated.out)["audits"][0]);
  EXPECT_EQ(nlohmann::json::parse(orgsim("show audit.h5 --json").out)["audits"][0], facts);
}

TEST_F(AuditProgram, does_not_write_over_the_file_that_it_reads) {
  ASSERT_EQ(orgsim("run tiny.toml --quick -o run.h5").code, 0);
  const std::string run = content("run.h5");
  const test::Finished refused = orgsim("audit run.h5 --futures 1 -o ./run.h5 --force");
  EXPECT_EQ(refused.code, 2);
  EXPECT_EQ(refused.err, "./run.h5: the results are read from this file; name another file for the audit\n");
  EXPECT_EQ(content("run.h5"), run);
}

TEST_F(AuditProgram, makes_no_other_run_of_a_file_and_says_so) {
  ASSERT_EQ(orgsim("run tiny.toml --quick -o run.h5").code, 0);
  const test::Finished refused = orgsim("audit run.h5 --seed 3 --strategy embed");
  EXPECT_EQ(refused.code, 2);
  EXPECT_EQ(
      refused.err,
      "--seed, --strategy: of a results file the run that it holds is audited; leave them out, or audit "
      "the scenario\n");
  EXPECT_EQ(
      orgsim("audit run.h5 --futures 0 -o more.h5").err,
      "more.h5: with --futures 0 (futures=0) nothing is simulated that could be written; leave out one of "
      "them\n");
  EXPECT_EQ(orgsim("audit nothing.h5").code, 2);
}

TEST_F(AuditProgram, refuses_what_the_scenario_does_not_have) {
  const test::Finished audit = orgsim("audit tiny.toml --firm 9 --weeks 5");
  EXPECT_EQ(audit.code, 2);
  EXPECT_NE(audit.err.find("there is no firm 9"), std::string::npos);
  EXPECT_NE(audit.err.find("'5' is no span of weeks"), std::string::npos);
  EXPECT_EQ(audit.out, "");
}

TEST_F(AuditProgram, measures_what_departments_are_worth) {
  const test::Finished value = orgsim("value tiny.toml --quick --at 20,30 --grant-weeks 10 -o value.h5");
  EXPECT_EQ(value.code, 0) << value.err;
  EXPECT_NE(value.out.find("A grant in week 30"), std::string::npos);
  EXPECT_EQ(orgsim("show value.h5").out, value.out);
  const test::Finished refused = orgsim("value tiny.toml --at 60");
  EXPECT_EQ(refused.code, 2);
  EXPECT_NE(refused.err.find("there is no week 60"), std::string::npos);
}

}  // namespace
}  // namespace orgsim
