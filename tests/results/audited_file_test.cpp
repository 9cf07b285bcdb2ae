#include "results/audited_file.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "experiment/units/options.hpp"
#include "results/hdf5.hpp"
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
    const FileAuditPlan audit = plan_file_audit(results::open_checked(path, {}), {options, {}}, Files());
    return {audit.replications, run_units(audit.plan, {})};
  }

  // What it is when its scenario is simulated.
  static Audit simulated(const Scenario& scenario, std::int64_t replications, const AuditOptions& options) {
    UnitsAsked asked;
    asked.scenario = scenario;
    asked.scenario.parameters.run.replications = replications;
    asked.scenario.parameters.run.worlds = 0;
    asked.scenario.parameters.run.rivals.emplace();
    asked.options = parse_document(options_text(options), "options");
    const UnitsResult result = run_units(plan_audit(asked), {});
    return audit_of(result, result.shape.variants.front());
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
  const Audit audit = simulated(scenario, 4, options);
  EXPECT_EQ(file.audit().replications, 4);
  EXPECT_EQ(file.replications, 6);
  EXPECT_EQ(file.audit().all_cuts(), audit.all_cuts());
  for (const Term term : every<Term>())
    EXPECT_NEAR(file.audit().movement.term(term).mean, audit.movement.term(term).mean, 1e-12);
  EXPECT_NEAR(file.audit().movement.after, audit.movement.after, 1e-12);
  EXPECT_NEAR(file.audit().movement.credited.last.money, audit.movement.credited.last.money, 1e-6);
}

TEST_F(FileOfRun, holds_terms_that_sum_to_the_change_of_the_log_share) {
  const Audit audit = audited_at(write(kept(1))).audit();
  const MeanMovement& movement = audit.movement;
  double sum = 0;
  for (const Term term : every<Term>()) sum += movement.term(term).mean;
  EXPECT_NEAR(sum, std::log(movement.after / movement.before), 1e-12);
  EXPECT_NEAR(sum, movement.change.mean, 1e-12);
}

TEST_F(FileOfRun, has_its_cuts_judged_as_they_are_when_it_is_simulated) {
  Scenario scenario = kept(3);
  scenario.parameters.record.precision = Precision::single;
  scenario.parameters.firm.executive.eta = 0.5;
  AuditOptions options;
  options.futures = 2;
  const Audit judged = audited_at(write(scenario), options).audit();
  const Audit expected = simulated(scenario, 3, options);
  EXPECT_GT(judged.judged_cuts(), 0U);
  EXPECT_EQ(judged.verdicts, expected.verdicts);
  EXPECT_EQ(judged.wrong->mean, expected.wrong->mean);
  for (std::size_t c = 0; c < judged.cuts.size(); ++c)
    EXPECT_EQ(judged.cuts[c].judgement->difference.mean, expected.cuts[c].judgement->difference.mean) << c;
}

TEST_F(FileOfRun, is_not_judged_if_it_does_not_come_out_again) {
  const std::filesystem::path path = write(kept(3));
  test::change_results(path, [](hid_t file) {
    const hdf5::Handle set(H5Dopen2(file, "/trajectories/share", H5P_DEFAULT), H5Dclose, "share");
    const hdf5::Handle space(H5Dget_space(set.id()), H5Sclose, "its shape");
    std::vector<double> shares(static_cast<std::size_t>(H5Sget_simple_extent_npoints(space.id())));
    H5Dread(set.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, shares.data());
    // Of the baseline, which is the first: replication 1 of 3, week 30 of 60, the first of 3 firms.
    shares[(1 * 60 + 30) * 3 * count_of<Department>] *= 1.001;
    H5Dwrite(set.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, shares.data());
  });
  EXPECT_NE(says(path).find("its cuts cannot be judged: simulated again, replication 1 differs from the file "
                            "from week 30 on; another version may have written the file; --futures 0 "),
            std::string::npos)
      << says(path);
  AuditOptions counting;
  counting.futures = 0;
  EXPECT_EQ(says(path, counting), "");
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
