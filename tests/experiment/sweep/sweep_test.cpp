#include "experiment/sweep/sweep.hpp"

#include <gtest/gtest.h>

#include "experiment/sweep/point.hpp"
#include "support/sweeps.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

// A sweep with its journal and no file.
class RunOfSweep : public testing::Test {
 protected:
  SweepProgress run(const Scenario& scenario, const SweepOptions& options = {}) {
    const SweepPlan plan = plan_sweep(scenario);
    Journal journal(path_, identity_of(plan, options.shard), false);
    SweepStore store(plan, nullptr, journal);
    expect_runnable(plan, options);
    const SweepProgress progress = run_sweep(plan, store, journal, options);
    records_.clear();
    for (std::size_t p = 0; p < store.points(); ++p) records_.push_back(store.record(p));
    return progress;
  }
  std::size_t count(PointStatus status) const {
    return static_cast<std::size_t>(
        std::count_if(records_.begin(), records_.end(),
                      [&](const PointRecord& record) { return record.status == status; }));
  }

  test::TemporaryFolder folder_;
  std::filesystem::path path_ = folder_.path() / "journal";
  std::vector<PointRecord> records_;
};

TEST_F(RunOfSweep, gives_every_point_what_a_run_of_its_scenario_gives) {
  const Scenario scenario = test::swept();
  run(scenario);
  const SweepPlan plan = plan_sweep(scenario);
  for (std::size_t p = 0; p < plan.points(); ++p) {
    Scenario alone = plan.scenario_of(p);
    alone.parameters.run.replications = 2;
    const RunResult result = orgsim::run(alone, RunOptions{});
    for (std::size_t a = 0; a < 2; ++a) {
      for (std::size_t r = 0; r < 2; ++r) EXPECT_EQ(records_[p].outcomes[a * 2 + r], result.outcomes[a][r]);
    }
  }
}

TEST_F(RunOfSweep, gives_the_same_records_on_any_number_of_threads) {
  const Scenario scenario = test::swept();
  run(scenario);
  const std::vector<PointRecord> one = records_;
  for (const int threads : {2, 7}) {
    std::filesystem::remove(path_);
    SweepOptions options;
    options.threads = threads;
    run(scenario, options);
    EXPECT_EQ(records_, one);
  }
}

TEST_F(RunOfSweep, runs_only_what_is_not_there) {
  EXPECT_EQ(run(test::swept()).ran, 9U);
  EXPECT_EQ(run(test::swept()).ran, 0U);
  const SweepProgress more = run(test::swept(test::kTwoKeys, "points = 12"));
  EXPECT_EQ(more.ran, 3U);
  EXPECT_EQ(more.finished, 12U);
}

TEST_F(RunOfSweep, adds_replications_to_those_that_are_there) {
  Scenario scenario = test::swept();
  run(scenario);
  const std::uintmax_t before = std::filesystem::file_size(path_);
  scenario.sweep.replications = 3;
  EXPECT_EQ(run(scenario).ran, 9U);
  EXPECT_LT(std::filesystem::file_size(path_), 2 * before) << "one replication more, not three";
  const std::vector<PointRecord> grown = records_;
  std::filesystem::remove(path_);
  run(scenario);
  for (std::size_t p = 0; p < 9; ++p) EXPECT_EQ(grown[p].outcomes, records_[p].outcomes);
}

// The second range of a point is worth nothing without the first.
TEST_F(RunOfSweep, runs_a_point_again_whose_first_replications_are_damaged) {
  Scenario scenario = test::swept(test::kTwoKeys, "points = 1");
  run(scenario);
  const std::uintmax_t first = std::filesystem::file_size(path_);
  scenario.sweep.replications = 5;
  run(scenario);
  const std::vector<PointRecord> whole = records_;
  std::string bytes = test::read_file(path_);
  bytes[first - 20] = static_cast<char>(bytes[first - 20] ^ 1);
  folder_.write("journal", bytes);
  EXPECT_EQ(run(scenario).ran, 1U);
  EXPECT_EQ(records_[0].outcomes, whole[0].outcomes);
  EXPECT_EQ(records_[0].replications, 5U);
}

TEST_F(RunOfSweep, keeps_points_that_fail_with_their_message_and_goes_on) {
  const SweepProgress progress = run(test::swept("\"economics.price\" = { values = [1, 1e308] }"));
  EXPECT_EQ(progress.finished, 9U);
  EXPECT_EQ(progress.failed, count(PointStatus::failed));
  EXPECT_GT(progress.failed, 0U);
  EXPECT_GT(count(PointStatus::done), 0U);
  for (const PointRecord& record : records_) {
    EXPECT_EQ(record.status == PointStatus::failed, record.values[0] > 1);
    EXPECT_EQ(record.message.empty(), record.status == PointStatus::done) << record.message;
  }
}

TEST_F(RunOfSweep, runs_failed_points_again_only_when_asked) {
  const Scenario scenario = test::swept("\"economics.price\" = { values = [1, 1e308] }");
  const std::size_t failed = run(scenario).failed;
  EXPECT_EQ(run(scenario).ran, 0U);
  EXPECT_EQ(run(scenario).failed, failed);
  SweepOptions options;
  options.retry_failed = true;
  EXPECT_EQ(run(scenario, options).ran, failed);
}

TEST_F(RunOfSweep, tries_points_again_that_took_too_long) {
  SweepOptions options;
  options.point_timeout = std::chrono::duration<double>(1e-9);
  const SweepProgress progress = run(test::swept(), options);
  EXPECT_EQ(progress.timed_out, 9U);
  for (const PointRecord& record : records_) EXPECT_EQ(record.status, PointStatus::timed_out);
  EXPECT_EQ(run(test::swept()).ran, 9U);
  EXPECT_EQ(count(PointStatus::done), 9U);
}

TEST_F(RunOfSweep, goes_on_until_its_intervals_are_narrow) {
  SweepOptions options;
  options.until = 40;
  const SweepPlan plan = plan_sweep(test::swept());
  run(test::swept(), options);
  for (const PointRecord& record : records_) {
    EXPECT_LT(widest_interval(record, plan.arms.size()), 40);
    EXPECT_GT(record.replications, 2U);
  }
  EXPECT_EQ(run(test::swept(), options).ran, 0U);
}

TEST_F(RunOfSweep, says_when_its_intervals_could_not_become_narrow) {
  SweepOptions options;
  options.until = 1;
  options.most_replications = 5;
  const SweepPlan plan = plan_sweep(test::swept());
  Journal journal(path_, identity_of(plan, {}), false);
  SweepStore store(plan, nullptr, journal);
  run_sweep(plan, store, journal, options);
  for (std::size_t p = 0; p < 9; ++p) EXPECT_EQ(store.replications(p), 5U);
  const Width width = width_of(plan, store, {}, 1);
  EXPECT_EQ(width.points, 9U);
  EXPECT_GT(width.widest, 1);
}

TEST_F(RunOfSweep, without_strategies_has_no_interval_to_narrow) {
  SweepOptions options;
  options.until = 10;
  EXPECT_THROW(run(test::swept("\"market.taste\" = [1, 5]", "strategies = []"), options), InputError);
}

TEST_F(RunOfSweep, tells_its_progress_one_at_a_time_up_to_its_end) {
  SweepOptions options;
  options.threads = 3;
  std::size_t last = 0;
  options.tell = [&](const SweepProgress& progress) {
    EXPECT_GE(progress.finished, last);
    last = progress.finished;
  };
  run(test::swept(), options);
  EXPECT_EQ(last, 9U);
}

}  // namespace
}  // namespace orgsim
