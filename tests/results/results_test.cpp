#include "results/results.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cmath>
#include <csignal>
#include <cstdlib>

#include "report/summary.hpp"
#include "report/sweep_summary.hpp"
#include "results/csv.hpp"
#include "results/hdf5.hpp"
#include "results/kept.hpp"
#include "results/opened.hpp"
#include "results/sweep_file.hpp"
#include "scenario/text/notes.hpp"
#include "support/results_file.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

hdf5::Handle open(const std::filesystem::path& path) {
  return hdf5::open_file(Descriptor(path, O_RDONLY));
}

TEST(Results, read_back_to_the_same_result) {
  const test::TemporaryFolder folder;
  Scenario scenario = test::tiny();
  scenario.title = "tiny";
  scenario.drawn = {{"market.taste", {DistributionKind::uniform, {2, 4}}, range::any, false, {}}};
  const RunResult result = test::write_results(folder.path() / "a.h5", scenario);
  EXPECT_EQ(read_results(folder.path() / "a.h5").drawn, result.drawn);
  const RunResult read = read_results(folder.path() / "a.h5");
  EXPECT_EQ(read.outcomes, result.outcomes);
  EXPECT_EQ(read.headline, result.headline);
  EXPECT_EQ(read.arms, result.arms);
  EXPECT_EQ(to_text(summarise(read), false), to_text(summarise(result), false));
  EXPECT_EQ(to_json(summarise(read)), to_json(summarise(result)));
}

TEST(Results, read_back_to_the_same_result_where_marketing_began_without_a_share) {
  const test::TemporaryFolder folder;
  Scenario scenario = test::tiny();
  scenario.parameters.firm.executive.share = PerDepartment{0.4, 0, 0.4, 0.2};
  const RunResult result = test::write_results(folder.path() / "a.h5", scenario);
  ASSERT_TRUE(std::isnan(result.outcomes[1][0].standing->real_share));
  EXPECT_EQ(read_results(folder.path() / "a.h5").outcomes, result.outcomes);
}

TEST(Results, are_the_same_bytes_for_the_same_run_on_any_number_of_threads) {
  const test::TemporaryFolder folder;
  test::write_results(folder.path() / "a.h5", test::tiny(), 1);
  test::write_results(folder.path() / "b.h5", test::tiny(), 7);
  EXPECT_EQ(test::read_file(folder.path() / "a.h5"), test::read_file(folder.path() / "b.h5"));
}

TEST(Results, hold_trajectories_in_the_precision_that_was_asked_for) {
  const test::TemporaryFolder folder;
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.record.precision = Precision::double_;
  test::write_results(folder.path() / "a.h5", scenario);
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(60);
  const hdf5::Handle file = open(folder.path() / "a.h5");
  const std::vector<double> users = hdf5::read_numbers(file.id(), "/trajectories/users", {3, 1, 60, 3});
  EXPECT_EQ(hdf5::extent(file.id(), "/trajectories/users"), (std::vector<hsize_t>{3, 1, 60, 3}));
  EXPECT_EQ(users[59 * 3 + 1], simulation.world().census.users(1));
  EXPECT_EQ(hdf5::extent(file.id(), "/trajectories/won_by_channel"), (std::vector<hsize_t>{3, 1, 60, 3, 5}));
}

TEST(Results, hold_as_many_trajectories_as_were_asked_for) {
  const test::TemporaryFolder folder;
  Scenario scenario = test::tiny();
  scenario.parameters.record.trajectories = 2;
  test::write_results(folder.path() / "a.h5", scenario);
  scenario.parameters.record.trajectories = 0;
  test::write_results(folder.path() / "b.h5", scenario);
  const hdf5::Handle a = open(folder.path() / "a.h5");
  const hdf5::Handle b = open(folder.path() / "b.h5");
  EXPECT_EQ(hdf5::extent(a.id(), "/audit/credit"), (std::vector<hsize_t>{3, 2, 60, 3, 4}));
  EXPECT_EQ(H5Lexists(b.id(), "trajectories", H5P_DEFAULT), 0);
  EXPECT_EQ(H5Lexists(b.id(), "bands", H5P_DEFAULT), 1);
}

TEST(Results, of_a_newer_format_are_refused) {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "a.h5";
  {
    hdf5::NewFile file(path, false);
    hdf5::set_attribute(file.id(), "program", "orgsim");
    hdf5::set_attribute(file.id(), "format_version", "3.0");
    hdf5::set_attribute(file.id(), "program_version", "9.1.0");
    file.commit();
  }
  EXPECT_EQ(
      test::reader_says(path),
      path.string() + ": its format is 3.0, and this program reads up to 2.x; use orgsim 9.1.0 or newer");
}

TEST(Results, of_format_2_0_are_read_without_the_last_week_of_marginalisation) {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "a.h5";
  const RunResult written = test::write_results(path, test::tiny());
  const auto forget = [](hid_t file) { H5Ldelete(file, "/outcomes/marginalised_until", H5P_DEFAULT); };
  test::change_results(path, forget);
  EXPECT_NE(test::reader_says(path), "");
  test::change_results(path, [](hid_t file) {
    H5Adelete(file, "format_version");
    hdf5::set_attribute(file, "format_version", "2.0");
  });
  const FirmOutcome firm = read_results(path).outcomes[0][0].firms[0];
  EXPECT_EQ(firm.marginalised_until, firm.marginalised_week);
  EXPECT_EQ(firm.npv, written.outcomes[0][0].firms[0].npv);
}

// Files that the first version of the model left behind (tests/results/version_1).
std::filesystem::path unpacked(const std::string& name, const test::TemporaryFolder& folder) {
  const auto path = folder.path() / name;
  const auto packed = test::source("tests/results/version_1/" + name + ".gz");
  const std::string command = "gunzip -c '" + packed.string() + "' > '" + path.string() + "'";
  EXPECT_EQ(std::system(command.c_str()), 0);  // NOLINT(concurrency-mt-unsafe)
  return path;
}

// What version 1 had no word for stays open, and keys that are gone have the new names.
void expect_results_of_version_1(const std::filesystem::path& path) {
  const RunResult read = read_results(path);
  EXPECT_DOUBLE_EQ(read.scenario.parameters.firm.executive.eta_power, 0.007 * 0.5);
  EXPECT_DOUBLE_EQ(parameters_of_firms(read.scenario)[0].executive.eta_equality, 0.007 * 0.1);
  EXPECT_EQ(read.scenario.drawn.size(), 1U);
  ASSERT_EQ(read.outcomes.size(), 3U);
  const Outcome& outcome = read.outcomes[1][0];
  EXPECT_EQ(outcome.began, 2);
  EXPECT_EQ(outcome.verdict, Verdict::contained);  // which version 2 would call kept
  EXPECT_EQ(outcome.strict, Verdict::not_begun);
  EXPECT_FALSE(outcome.standing);
  EXPECT_GT(outcome.firms[0].npv, 0);
  EXPECT_NE(to_text(summarise(read), false), "");
}

TEST(Results, of_the_models_first_version_still_open) {
  const test::TemporaryFolder folder;
  const auto path = unpacked("run.h5", folder);
  expect_results_of_version_1(path);
  test::change_results(path, [](hid_t file) {
    H5Adelete(file, "format_version");
    hdf5::set_attribute(file, "format_version", "2.0");
    H5Ldelete(file, "/outcomes/marginalised_until", H5P_DEFAULT);
  });
  expect_results_of_version_1(path);
}

std::string export_says(const std::filesystem::path& path, const std::string& series) {
  try {
    write_series_table(results::open_checked(path, {}), series, "bands", [](std::string_view) {});
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(Results, of_the_models_first_version_say_which_series_they_lack) {
  const test::TemporaryFolder folder;
  const auto path = unpacked("run.h5", folder);
  const std::string without = export_says(path, "insourced");
  EXPECT_NE(without.find("insourced: an earlier version wrote this file, which has no such series; there are "
                         "outcomes, "),
            std::string::npos)
      << without;
  for (const std::string& says : {without, export_says(path, "nonsense_of_nobody")}) {
    EXPECT_NE(says.find(", share, "), std::string::npos) << says;
    EXPECT_EQ(says.find("insourced, "), std::string::npos) << says;
  }
}

TEST(Results, of_the_models_first_version_are_known_for_it) {
  const test::TemporaryFolder folder;
  const RunResult old = read_results(unpacked("run.h5", folder));
  const std::string said = "made by version 1 of the model";
  EXPECT_NE(to_text(summarise(old), false).find(said), std::string::npos);
  const SweepFile sweep(unpacked("sweep.h5", folder));
  EXPECT_NE(to_text(summarise(sweep), false).find(said), std::string::npos);
  for (const Scenario& scenario : {old.scenario, sweep.scenario()}) {
    const std::vector<Problem> notes = notes_on(scenario);
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_NE(to_string(notes[0]).find("a rerun is of version 2"), std::string::npos);
  }
  test::write_results(folder.path() / "new.h5", test::tiny());
  const RunResult now = read_results(folder.path() / "new.h5");
  EXPECT_EQ(to_text(summarise(now), false).find(said), std::string::npos);
  EXPECT_TRUE(notes_on(now.scenario).empty());
}

TEST(Results, of_a_sweep_with_the_models_first_version_still_open) {
  const test::TemporaryFolder folder;
  const SweepFile file(unpacked("sweep.h5", folder));
  EXPECT_DOUBLE_EQ(file.scenario().parameters.firm.executive.eta_power, 0.007 * 0.5);
  EXPECT_FALSE(file.has_twins());
  EXPECT_EQ(file.record(1).outcomes[2].verdict, Verdict::contained);
}

TEST(Results, of_an_unknown_experiment_are_refused) {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "a.h5";
  {
    hdf5::NewFile file(path, false);
    hdf5::set_attribute(file.id(), "program", "orgsim");
    hdf5::set_attribute(file.id(), "format_version", "2.7");
    hdf5::set_attribute(file.id(), "experiment", "divination");
    file.commit();
  }
  EXPECT_EQ(
      test::reader_says(path),
      path.string() + ": it holds the experiment 'divination'; use the orgsim that wrote it, or a newer one");
}

TEST(Results, say_which_experiment_they_hold) {
  const test::TemporaryFolder folder;
  test::write_results(folder.path() / "a.h5", test::tiny());
  const hdf5::Handle file = open(folder.path() / "a.h5");
  EXPECT_EQ(hdf5::read_text_attribute(file.id(), "experiment"), "run");
}

TEST(Kept, results_write_the_bytes_that_the_run_would_have_written) {
  const test::TemporaryFolder folder;
  for (const MarketKind kind : every<MarketKind>()) {
    Scenario scenario = test::tiny(kind);
    scenario.parameters.record.trajectories = 3;
    test::write_results(folder.path() / "a.h5", scenario);
    RunOptions options;
    Kept kept;
    run(scenario, options, &kept);
    kept.write(folder.path() / "b.h5", true);
    EXPECT_EQ(test::read_file(folder.path() / "a.h5"), test::read_file(folder.path() / "b.h5"));
    Kept::from(kept.bytes())->write(folder.path() / "c.h5", true);
    EXPECT_EQ(test::read_file(folder.path() / "a.h5"), test::read_file(folder.path() / "c.h5"));
  }
}

TEST(Kept, results_that_would_be_too_large_are_refused_with_the_cure) {
  EXPECT_NO_THROW(expect_keepable(test::tiny(), 3, 1e9));
  try {
    expect_keepable(test::tiny(), 3, 1000);
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("path=\"x.h5\" write results to a file"), std::string::npos);
  }
}

TEST(Results, that_are_none_of_ours_are_refused) {
  const test::TemporaryFolder folder;
  EXPECT_NE(test::reader_says(folder.path() / "none.h5").find("there is no such file"), std::string::npos);
  EXPECT_NE(test::reader_says(folder.write("text.h5", "hello")).find("not a results file"),
            std::string::npos);
  const auto other = folder.path() / "other.h5";
  hdf5::NewFile(other, false).commit();
  EXPECT_NE(test::reader_says(other).find("not one of orgsim's"), std::string::npos);
}

TEST(Results, that_are_given_up_leave_the_old_file_and_nothing_else) {
  const test::TemporaryFolder folder;
  const auto path = folder.write("a.h5", "old");
  const std::atomic<bool> stop{true};
  RunOptions options;
  options.work.stop = StopFlag(&stop);
  {
    const std::unique_ptr<RunSink> writer = results_writer(path, true);
    EXPECT_THROW(run(test::tiny(), options, writer.get()), Interrupted);
  }
  EXPECT_EQ(test::read_file(path), "old");
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "a.h5.part"));
}

TEST(Results, that_do_not_fit_on_the_disk_leave_the_old_file_and_say_so) {
  const test::TemporaryFolder folder;
  const auto path = folder.write("a.h5", "old");
  // A limit on file sizes stands for the full disk.
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  rlimit small = before;
  small.rlim_cur = 100000;
  setrlimit(RLIMIT_FSIZE, &small);
  std::string said;
  try {
    test::write_results(path, test::tiny());
  } catch (const SystemError& error) {
    said = error.what();
  }
  setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_NE(said.find("File too large"), std::string::npos) << said;
  EXPECT_EQ(test::read_file(path), "old");
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "a.h5.part"));
}

std::string refusal(const std::filesystem::path& path, bool replace = false) {
  try {
    hdf5::NewFile(path, replace).commit();
  } catch (const std::exception& error) {
    return error.what();
  }
  return "";
}

TEST(Results, that_another_run_is_writing_are_left_to_it) {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "a.h5";
  hdf5::NewFile first(path, false);
  EXPECT_NE(refusal(path).find("another run of orgsim is writing to this file"), std::string::npos)
      << refusal(path);
  first.commit();
  EXPECT_EQ(open(path).id() > 0, true);
}

TEST(Results, are_built_over_the_left_over_of_a_killed_run_and_over_nothing_else) {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "a.h5";
  std::string left_over;
  {
    const hdf5::NewFile killed(path, false);
    left_over = test::read_file(folder.path() / "a.h5.part");
  }
  const hdf5::Handle other(
      H5Fcreate((folder.path() / "other.h5").c_str(), H5F_ACC_EXCL, H5P_DEFAULT, H5P_DEFAULT), H5Fclose,
      "a file");
  H5Fflush(other.id(), H5F_SCOPE_GLOBAL);
  for (const std::string& foreign : {std::string("precious"), test::read_file(folder.path() / "other.h5")}) {
    folder.write("a.h5.part", foreign);
    EXPECT_NE(refusal(path).find("no earlier run of orgsim has left; move it away"), std::string::npos)
        << refusal(path);
    EXPECT_EQ(test::read_file(folder.path() / "a.h5.part"), foreign);
  }
  for (const std::string& ours : {left_over, std::string()}) {
    folder.write("a.h5.part", ours);
    EXPECT_EQ(refusal(path, true), "");
  }
}

TEST(Results, follow_a_link_and_keep_what_appeared_during_the_run) {
  const test::TemporaryFolder folder;
  folder.write("real.h5", "old");
  std::filesystem::create_symlink("real.h5", folder.path() / "link.h5");
  EXPECT_EQ(refusal(folder.path() / "link.h5", true), "");
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path() / "link.h5"));
  EXPECT_NE(test::read_file(folder.path() / "real.h5"), "old");

  hdf5::NewFile file(folder.path() / "b.h5", false);
  folder.write("b.h5", "meanwhile");
  EXPECT_THROW(file.commit(), SystemError);
  EXPECT_EQ(test::read_file(folder.path() / "b.h5"), "meanwhile");
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "b.h5.part"));
}

// What another program may have done to a file: one value, of another shape or type than ours, in the place
// of ours.
TEST(Results, whose_datasets_do_not_fit_together_are_refused) {
  const test::TemporaryFolder folder;
  for (const char* name :
       {"/strategy", "/strategy_label", "/outcomes/verdict", "/outcomes/npv", "/bands/share"}) {
    const auto path = folder.path() / "a.h5";
    test::write_results(path, test::tiny(MarketKind::mean_field));
    test::change_results(path, [&](hid_t file) {
      ASSERT_GE(H5Ldelete(file, name, H5P_DEFAULT), 0);
      const hdf5::Handle space(H5Screate(H5S_SCALAR), H5Sclose, "a dataspace");
      const hdf5::Handle dataset(
          H5Dcreate2(file, name, H5T_NATIVE_DOUBLE, space.id(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
          H5Dclose, "a dataset");
    });
    const std::string said = test::reader_says(path);
    EXPECT_TRUE(said.find("cannot be read") != said.npos || said.find("do not fit together") != said.npos)
        << name << ": " << said;
  }
}

TEST(Results, cannot_be_written_where_there_is_no_folder) {
  const test::TemporaryFolder folder;
  try {
    results_writer(folder.path() / "none" / "a.h5", false);
    FAIL() << "no error";
  } catch (const SystemError& error) {
    EXPECT_NE(std::string(error.what()).find("No such file or directory"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace orgsim
