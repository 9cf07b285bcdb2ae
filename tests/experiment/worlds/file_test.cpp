#include "experiment/worlds/file.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>

#include "scenario/points_file.hpp"
#include "support/few_worlds.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

class WorldsFile : public testing::Test {
 protected:
  // How many worlds were evaluated by the call.
  std::uint64_t draw(const WorldsPlan& plan, bool replace = false) {
    WorldsOptions options;
    options.threads = 2;
    options.most_evaluations = 500;
    std::uint64_t ran = 0;
    options.tell = [&](const WorldsProgress& progress) { ran = progress.ran; };
    worlds_to_file(plan, path_, options, replace, [this](const std::string& note) { notes_ += note; });
    return ran;
  }

  // Stopped after so many evaluations.
  void begin(const WorldsPlan& plan, std::uint64_t evaluations) {
    std::atomic<bool> asked{false};
    WorldsOptions options;
    options.stop = StopFlag(&asked);
    options.most_evaluations = 500;
    options.tell = [&](const WorldsProgress& progress) { asked = progress.ran >= evaluations; };
    EXPECT_THROW(worlds_to_file(plan, path_, options, false), Interrupted);
  }

  bool has_journal() const { return std::filesystem::exists(journal_of(path_)); }

  test::TemporaryFolder folder_;
  std::filesystem::path path_ = folder_.path() / "w.csv";
  std::string notes_;
};

TEST_F(WorldsFile, is_a_table_of_points) {
  draw(test::few_worlds());
  const PointTable table = read_points(path_.string(), {});
  EXPECT_TRUE(table.problems.empty());
  EXPECT_EQ(table.columns, test::few_worlds().paths);
  EXPECT_EQ(table.rows(), 30U);
  EXPECT_FALSE(has_journal());
}

TEST_F(WorldsFile, has_the_same_bytes_when_the_work_was_interrupted) {
  const std::uint64_t all = draw(test::few_worlds());
  const std::string whole = test::read_file(path_);
  std::filesystem::remove(path_);
  begin(test::few_worlds(), 40);
  EXPECT_FALSE(std::filesystem::exists(path_));
  EXPECT_TRUE(has_journal());
  EXPECT_EQ(draw(test::few_worlds()), all - 40);
  EXPECT_EQ(test::read_file(path_), whole);
}

TEST_F(WorldsFile, survives_a_journal_that_was_cut_off) {
  draw(test::few_worlds());
  const std::string whole = test::read_file(path_);
  std::filesystem::remove(path_);
  begin(test::few_worlds(), 40);
  std::filesystem::resize_file(journal_of(path_), std::filesystem::file_size(journal_of(path_)) - 5);
  draw(test::few_worlds());
  EXPECT_NE(notes_.find("damaged or were cut off"), std::string::npos) << notes_;
  EXPECT_EQ(test::read_file(path_), whole);
}

TEST_F(WorldsFile, is_not_replaced_unasked) {
  std::ofstream(path_) << "mine";
  EXPECT_THROW(draw(test::few_worlds()), InputError);
  EXPECT_FALSE(has_journal());
  EXPECT_EQ(test::read_file(path_), "mine");
  draw(test::few_worlds(), true);
  EXPECT_NE(test::read_file(path_), "mine");
}

TEST_F(WorldsFile, goes_on_with_no_journal_of_other_worlds) {
  begin(test::few_worlds(), 10);
  try {
    draw(test::few_worlds(31));
    ADD_FAILURE() << "taken for its own";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("worlds.points: 31 now, 30 then"), std::string::npos)
        << error.what();
  }
  draw(test::few_worlds(31), true);
  EXPECT_NE(notes_.find(".journal.1"), std::string::npos) << notes_;
}

TEST_F(WorldsFile, is_not_written_if_no_world_fits) {
  draw(test::few_worlds(20, test::kImpossible));
  EXPECT_FALSE(std::filesystem::exists(path_));
  EXPECT_FALSE(has_journal());
}

}  // namespace
}  // namespace orgsim
