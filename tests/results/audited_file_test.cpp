#include "results/audited_file.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "experiment/units/options.hpp"
#include "support/results_file.hpp"
#include "support/sweeps.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

class FileOfRun : public testing::Test {
 protected:
  std::filesystem::path write(Scenario scenario) const {
    const std::filesystem::path path = folder_.path() / "run.h5";
    test::write_results(path, scenario);
    return path;
  }

  static Scenario kept(std::int64_t trajectories) {
    Scenario scenario = test::tiny();
    scenario.parameters.record.trajectories = trajectories;
    scenario.parameters.record.precision = Precision::double_;
    scenario.parameters.firm.executive.eta = 0.05;
    return scenario;
  }

  static AuditedFile audited_at(const std::filesystem::path& path, const AuditOptions& options = {}) {
    return audited_file(results::open_checked(path, {}), options);
  }

  static std::string says(const std::filesystem::path& path, const AuditOptions& options = {}) {
    try {
      audited_at(path, options);
    } catch (const InputError& error) {
      return error.what();
    }
    return "";
  }

  test::TemporaryFolder folder_;
};

TEST_F(FileOfRun, is_audited_as_the_run_is_when_it_is_simulated) {
  const Scenario scenario = kept(4);
  AuditOptions options;
  options.firm = "1";
  options.weeks = "7:40";
  options.futures = 0;
  const AuditedFile file = audited_at(write(scenario), options);
  UnitsAsked asked;
  asked.scenario = scenario;
  asked.scenario.parameters.run.replications = 4;
  asked.scenario.parameters.run.worlds = 0;
  asked.scenario.parameters.run.rivals.emplace();
  asked.options = parse_document(options_text(options), "options");
  const UnitsResult simulated = run_units(plan_audit(asked), {});
  const Audit audit = audit_of(simulated, simulated.shape.variants.front());
  EXPECT_EQ(file.audit.replications, 4);
  EXPECT_EQ(file.replications, 6);
  EXPECT_EQ(file.audit.all_cuts(), audit.all_cuts());
  for (const Term term : every<Term>())
    EXPECT_NEAR(file.audit.movement.term(term).mean, audit.movement.term(term).mean, 1e-12);
  EXPECT_NEAR(file.audit.movement.after, audit.movement.after, 1e-12);
  EXPECT_NEAR(file.audit.movement.credited.last.money, audit.movement.credited.last.money, 1e-6);
}

TEST_F(FileOfRun, holds_terms_that_sum_to_the_change_of_the_log_share) {
  const Audit audit = audited_at(write(kept(1))).audit;
  const MeanMovement& movement = audit.movement;
  double sum = 0;
  for (const Term term : every<Term>()) sum += movement.term(term).mean;
  EXPECT_NEAR(sum, std::log(movement.after / movement.before), 1e-12);
  EXPECT_NEAR(sum, movement.change.mean, 1e-12);
}

TEST_F(FileOfRun, is_refused_without_replications_that_are_kept_and_says_what_to_run) {
  EXPECT_NE(says(write(kept(0))).find("run the scenario again with --set record.trajectories=20"),
            std::string::npos);
}

TEST_F(FileOfRun, is_refused_where_it_lacks_what_is_asked_for) {
  const std::filesystem::path path = write(kept(1));
  AuditOptions options;
  options.firm = "7";
  options.weeks = "50:70";
  EXPECT_EQ(says(path, options),
            "firm: there is no firm 7; a number from 0 to 2, or a name: focal, rival 1, rival 2\n"
            "weeks: '50:70' is no span of weeks of the run; FIRST:LAST, both included, such as 0:59; the run "
            "ends with week 59");
}

TEST_F(FileOfRun, is_refused_if_it_holds_something_else) {
  const std::filesystem::path path = folder_.path() / "sweep.h5";
  test::sweep_bytes(path, test::swept());
  EXPECT_NE(says(path).find("it holds `orgsim sweep`, and an audit is of a run"), std::string::npos);
}

}  // namespace
}  // namespace orgsim
