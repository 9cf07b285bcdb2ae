#include "results/doubt_layout.hpp"

#include <gtest/gtest.h>

#include "report/summary.hpp"
#include "results/kept.hpp"
#include "results/results.hpp"
#include "support/ensemble.hpp"
#include "support/results_file.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

Scenario scenario() {
  Scenario scenario = test::tiny();
  scenario.parameters.run.worlds = 20;
  scenario.parameters.run.worlds_replications = 2;
  scenario.parameters.run.rivals = std::vector{Rivals::same, Rivals::respond};
  return scenario;
}

RunResult written(const std::filesystem::path& path) {
  const std::unique_ptr<RunSink> writer = results_writer(path, false);
  return test::doubted(scenario(), test::ensemble(200), writer.get());
}

TEST(DoubtLayout, worlds_and_rivals_read_back_as_they_were_written) {
  const test::TemporaryFolder folder;
  RunResult result = written(folder.path() / "a.h5");
  const RunResult read = read_results(folder.path() / "a.h5");
  result.doubt.worlds->file.clear();  // the scenario names it
  ASSERT_TRUE(read.doubt.worlds.has_value());
  EXPECT_EQ(read.doubt.worlds->runs, result.doubt.worlds->runs);
  EXPECT_EQ(read.doubt.worlds->spread, result.doubt.worlds->spread);
  EXPECT_EQ(read.doubt.worlds->influences, result.doubt.worlds->influences);
  EXPECT_EQ(read.doubt, result.doubt);
  EXPECT_EQ(to_text(summarise(read), false), to_text(summarise(result), false));
}

TEST(DoubtLayout, results_in_memory_go_through_bytes) {
  Kept kept;
  const RunResult result = test::doubted(scenario(), test::ensemble(20), &kept);
  EXPECT_EQ(Kept::from(kept.bytes())->result().doubt, result.doubt);
}

TEST(DoubtLayout, has_no_groups_where_nothing_was_doubted) {
  EXPECT_TRUE(results::doubt_groups(run(test::tiny(), {})).empty());
}

TEST(DoubtLayout, refuses_outcomes_that_cannot_be) {
  const test::TemporaryFolder folder;
  written(folder.path() / "a.h5");
  test::change_results(folder.path() / "a.h5", [](hid_t file) {
    const hid_t set = H5Dopen2(file, "/worlds/outcomes/began", H5P_DEFAULT);
    std::vector<double> numbers(3 * 20, 1e6);
    H5Dwrite(set, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data());
    H5Dclose(set);
  });
  EXPECT_NE(test::reader_says(folder.path() / "a.h5"), "");
}

}  // namespace
}  // namespace orgsim
