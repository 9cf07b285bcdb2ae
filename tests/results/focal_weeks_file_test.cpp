#include "results/focal_weeks_file.hpp"

#include <gtest/gtest.h>

#include "experiment/run.hpp"
#include "results/results.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

TEST(FocalWeeks, of_a_file_are_those_of_the_run) {
  const test::TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "run.h5";
  Scenario scenario = test::tiny();
  scenario.parameters.run.replications = 3;
  scenario.parameters.record.trajectories = 2;
  FocalWeeksSink sink;
  {
    const std::unique_ptr<RunSink> writer = results_writer(path, false);
    SeveralSinks both({writer.get(), &sink});
    run(scenario, {}, &both);
  }
  EXPECT_EQ(focal_weeks_of(results::opened(path)), sink.weeks());
  ASSERT_EQ(sink.audited().size(), 2U);
  EXPECT_EQ(sink.audited()[0].size(), sink.weeks()[0].users.size());
}

TEST(FocalWeeks, share_out_all_people) {
  Scenario scenario = test::tiny();
  scenario.parameters.run.replications = 2;
  FocalWeeksSink sink;
  run(scenario, {}, &sink);
  for (const FocalWeeks& arm : sink.weeks()) {
    for (std::size_t week = 0; week < arm.users.size(); ++week)
      EXPECT_NEAR(arm.users[week] + arm.rivals[week] + arm.nobody[week], 1, 1e-3) << week;
  }
}

}  // namespace
}  // namespace orgsim
