#include "results/units_file.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>

#include "support/units.hpp"

namespace orgsim {
namespace {

class UnitsFile : public testing::Test {
 protected:
  static UnitsPlan plan(std::string_view options = "starts = \"0:40:20\"") {
    Scenario scenario = test::tiny();
    scenario.title = "A \"quoted\" title";
    return test::planned("window", scenario, options);
  }

  // How many units were run by the call.
  int write(const UnitsPlan& plan, bool replace = false) {
    std::atomic<int> ran{0};
    UnitsPlan counted = plan;
    counted.work = [&](const Unit& unit) {
      ++ran;
      return plan.work(unit);
    };
    units_to_file(counted, path_, {}, replace, [this](const std::string& note) { notes_ += note; });
    return ran;
  }

  // Stopped after so many units.
  void begin(const UnitsPlan& plan, double share) {
    std::atomic<bool> asked{false};
    WorkOptions options;
    options.stop = StopFlag(&asked);
    options.progress = [&](double done) { asked = done >= share; };
    EXPECT_THROW(units_to_file(plan, path_, options, false), Interrupted);
  }

  bool has_journal() const { return std::filesystem::exists(journal_of(path_)); }

  test::TemporaryFolder folder_;
  std::filesystem::path path_ = folder_.path() / "w.h5";
  std::string notes_;
};

TEST_F(UnitsFile, is_read_as_it_was_written) {
  const UnitsResult result = units_to_file(plan(), path_, {}, false);
  const UnitsResult read = read_units(results::open_checked(path_, {}));
  EXPECT_EQ(read.shape.options, result.shape.options);
  EXPECT_EQ(read.shape.variants, result.shape.variants);
  EXPECT_EQ(read.shape.axes, result.shape.axes);
  EXPECT_EQ(read.shape.scenario, result.shape.scenario);
  EXPECT_EQ(read.values, result.values);
  EXPECT_FALSE(has_journal());
}

TEST_F(UnitsFile, holds_the_other_scenario) {
  UnitsAsked asked = test::asked(test::tiny(), "mechanisms = []");
  asked.against = test::tiny();
  asked.against->parameters.market.taste = 1.5;
  const UnitsResult result = run_units(units_experiment("explain")->plan(asked), {});
  write_units(path_, result, false);
  const UnitsResult read = read_units(results::open_checked(path_, {}));
  ASSERT_TRUE(read.shape.against);
  EXPECT_EQ(read.shape.against->parameters.market.taste, 1.5);
}

TEST_F(UnitsFile, has_the_same_bytes_when_the_work_was_interrupted) {
  EXPECT_EQ(write(plan()), 12);
  const std::string whole = test::read_file(path_);
  std::filesystem::remove(path_);
  begin(plan(), 0.5);
  EXPECT_FALSE(std::filesystem::exists(path_));
  EXPECT_TRUE(has_journal());
  EXPECT_EQ(write(plan()), 6);
  EXPECT_EQ(test::read_file(path_), whole);
}

TEST_F(UnitsFile, survives_a_journal_that_was_cut_off) {
  begin(plan(), 0.5);
  std::filesystem::resize_file(journal_of(path_), std::filesystem::file_size(journal_of(path_)) - 5);
  EXPECT_EQ(write(plan()), 7);
  EXPECT_NE(notes_.find("damaged or were cut off"), std::string::npos) << notes_;
}

TEST_F(UnitsFile, goes_on_with_no_journal_of_something_else) {
  begin(plan(), 0.2);
  try {
    write(plan("starts = \"0:40:40\""));
    ADD_FAILURE() << "taken for its own";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("window.starts"), std::string::npos) << error.what();
  }
  EXPECT_EQ(write(plan("starts = \"0:40:40\""), true), 12);
  EXPECT_NE(notes_.find(".journal.1"), std::string::npos) << notes_;
}

TEST_F(UnitsFile, is_not_replaced_unasked) {
  std::ofstream(path_) << "mine";
  EXPECT_THROW(write(plan()), InputError);
  EXPECT_EQ(test::read_file(path_), "mine");
  EXPECT_FALSE(has_journal());
  write(plan(), true);
  EXPECT_NE(test::read_file(path_), "mine");
}

TEST_F(UnitsFile, is_no_file_of_a_run) {
  write(plan());
  EXPECT_THROW(read_results(path_), InputError);
}

}  // namespace
}  // namespace orgsim
