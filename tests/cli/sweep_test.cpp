// `orgsim sweep` and `orgsim merge`.
#include <gtest/gtest.h>

#include <chrono>

#include "support/program.hpp"
#include "support/sweeps.hpp"

namespace orgsim {
namespace {

class SweepVerb : public test::InFolder {
 protected:
  SweepVerb() { folder_.write("a.toml", test::swept_text()); }
  test::Finished swept(const std::string& more) const {
    return orgsim("sweep a.toml -o x.h5 --threads 2 " + more);
  }
};

TEST_F(SweepVerb, writes_its_file_and_has_nothing_to_run_the_second_time) {
  test::Finished run = swept("");
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.err.find("9 points in 'x.h5'"), std::string::npos) << run.err;
  EXPECT_FALSE(exists("x.h5.journal"));
  const std::string whole = content("x.h5");
  run = swept("");
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.err.find("Nothing to run: 'x.h5' has all of it."), std::string::npos) << run.err;
  EXPECT_EQ(content("x.h5") == whole, true);
  EXPECT_EQ(swept("--quiet").err, "");
}

TEST_F(SweepVerb, takes_its_sweep_from_options_alone) {
  folder_.write("plain.toml", test::kSmallWorld);
  const test::Finished run = orgsim(
      "sweep plain.toml -o y.h5 --set run.weeks=10 --vary market.taste=1:5 --vary "
      "strategies.embed.start=2:8:3 "
      "--vary 'executive.eta={ values = [0.001, 0.002] }' --points 4 --design lhs --replications 1 --quiet");
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_TRUE(exists("y.h5"));
}

TEST_F(SweepVerb, varies_plausible_ranges_beside_its_own) {
  folder_.write("plain.toml", test::kSmallWorld);
  const std::string all = orgsim("sweep plain.toml --vary plausible --dry-run").out;
  const std::string text = orgsim(
                               "sweep plain.toml --vary plausible --vary market.taste=1:2 --vary "
                               "strategies.embed.start=2:8 --dry-run")
                               .out;
  const auto keys = [](const std::string& plan) {
    const std::size_t over = plan.find(" over ");
    return over == std::string::npos ? 0 : std::stoi(plan.substr(over + 6));
  };
  EXPECT_GT(keys(all), 100) << all;
  EXPECT_EQ(keys(text), keys(all) + 1) << "the start of a strategy has no plausible range: " << text;
}

TEST_F(SweepVerb, says_what_is_wrong_with_its_options) {
  const std::pair<const char*, const char*> wrong[] = {
      {"--vary market.tast=1:5", "there is no key 'market.tast'; did you mean 'market.taste'?"},
      {"--vary executive.power_weight=0.1:0.6",
       "about 0.007 times as large: executive.eta_power = [0.0007, 0.0042]"},
      {"--vary market.taste", "no key and values"},
      {"--vary market.taste=low:high", "cannot be read"},
      {"--points many", "cannot be read; a whole number"},
      {"--points 0", "0 is out of range"},
      {"--design sobl", "sobol"},
      {"--shard 4/3", "4/3"},
      {"--shard 0/3", "0/3"},
      {"--shard 1", "1"},
      {"--keep all", "outcomes"},
      {"--only nobody", "no strategy is called 'nobody'"},
      {"--until 0", "--until"},
      {"--points-file none.csv", "none.csv"},
      {"--until 10 --baseline-alone --vary market.taste=1:5 --force", "that the sweep does not run"},
  };
  for (const auto& [option, said] : wrong) {
    const test::Finished run = swept(option);
    EXPECT_EQ(run.code, 2) << option << "\n" << run.err;
    EXPECT_NE(run.err.find(said), std::string::npos) << option << "\n" << run.err;
    EXPECT_FALSE(exists("x.h5")) << option;
    EXPECT_FALSE(exists("x.h5.journal")) << option;
  }
}

TEST_F(SweepVerb, of_another_sweep_is_refused_and_begun_anew_when_forced) {
  ASSERT_EQ(swept("").code, 0);
  const test::Finished refused = swept("--vary market.taste=1:4");
  EXPECT_EQ(refused.code, 2);
  EXPECT_NE(refused.err.find("range[1]: 4 now, 5 then"), std::string::npos) << refused.err;
  EXPECT_EQ(swept("--vary market.taste=1:4 --force").code, 0);
  EXPECT_EQ(swept("--vary market.taste=1:4").code, 0);
}

TEST_F(SweepVerb, with_points_that_failed_ends_with_3_and_says_how_many) {
  const std::string vary = "--vary economics.price=1,1e308 --points 6";
  for (int i = 0; i < 2; ++i) {
    const test::Finished run = swept(vary);
    EXPECT_EQ(run.code, 3);
    EXPECT_NE(run.err.find(" failed; "), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("--retry-failed"), std::string::npos) << run.err;
  }
  EXPECT_EQ(swept(vary + " --retry-failed").code, 3);
  folder_.write("plain.toml", test::kSmallWorld);
  const std::string one =
      orgsim("sweep plain.toml -o y.h5 --set run.weeks=10 --vary economics.price=1e308,1.1e308 --points 1")
          .err;
  EXPECT_NE(
      one.find("1 point failed; the group failures of the file says why, and --retry-failed runs it again"),
      std::string::npos)
      << one;
}

TEST_F(SweepVerb, with_points_that_took_too_long_ends_with_3_and_tries_them_again) {
  const test::Finished run = swept("--point-timeout 1e-9");
  EXPECT_EQ(run.code, 3);
  EXPECT_NE(run.err.find("9 points took longer than --point-timeout"), std::string::npos) << run.err;
  EXPECT_EQ(swept("").code, 0);
}

TEST_F(SweepVerb, says_when_intervals_could_not_become_narrow) {
  const test::Finished run = swept("--until 1 --most-replications 4");
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.err.find("are still wider than 1 points"), std::string::npos) << run.err;
}

TEST_F(SweepVerb, in_shards_merges_to_the_bytes_of_the_whole_and_with_gaps_ends_with_3) {
  ASSERT_EQ(swept("").code, 0);
  for (const char* shard : {"1", "2", "3"}) {
    const std::string name = std::string("s") + shard + ".h5";
    const test::Finished run = orgsim(std::string("sweep a.toml --shard ") + shard + "/3 -o " + name);
    EXPECT_EQ(run.code, 0);
    EXPECT_NE(run.err.find("3 points in '" + name), std::string::npos) << run.err;
  }
  EXPECT_EQ(orgsim("merge m.h5 s3.h5 s1.h5 s2.h5").code, 0);
  EXPECT_EQ(content("m.h5") == content("x.h5"), true);
  EXPECT_EQ(orgsim("merge m.h5 s1.h5 s2.h5").code, 2) << "it stands";
  const test::Finished gaps = orgsim("merge gaps.h5 s1.h5 s2.h5");
  EXPECT_EQ(gaps.code, 3);
  EXPECT_NE(gaps.err.find("incomplete: 3 points are missing"), std::string::npos) << gaps.err;
  EXPECT_EQ(orgsim("merge twice.h5 s1.h5 s1.h5").code, 2);
  EXPECT_FALSE(exists("twice.h5"));
}

TEST_F(SweepVerb, merges_no_shards_of_another_version) {
  ASSERT_EQ(orgsim("sweep a.toml --shard 1/2 -o s1.h5 --quiet").code, 0);
  ASSERT_EQ(orgsim("run a.toml -o run.h5 --quiet").code, 0);
  const test::Finished run = orgsim("merge m.h5 s1.h5 run.h5");
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("it holds no sweep"), std::string::npos) << run.err;
}

TEST_F(SweepVerb, plans_a_million_points_in_a_second) {
  const auto start = std::chrono::steady_clock::now();
  const test::Finished run = swept("--points 1000000 --dry-run");
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("1,000,000: sobol over 2 keys"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("4,000,000"), std::string::npos) << run.out;
  for (const char* line : {"time", "memory", "file"}) EXPECT_NE(run.out.find(line), std::string::npos);
  // Sanitizers take their time.
  EXPECT_LT(seconds, 5);
  EXPECT_FALSE(exists("x.h5"));
}

TEST_F(SweepVerb, on_a_full_disk_ends_with_1_and_goes_on_when_there_is_room) {
  ASSERT_EQ(swept("").code, 0);
  const std::string whole = content("x.h5");
  std::filesystem::remove(folder_.path() / "x.h5");
  const test::Finished full = orgsim("sweep a.toml -o x.h5", "trap '' XFSZ; ulimit -f 12;");
  EXPECT_EQ(full.code, 1) << full.err;
  EXPECT_NE(full.err.find("the same command again goes on"), std::string::npos) << full.err;
  EXPECT_TRUE(exists("x.h5.journal"));
  EXPECT_FALSE(exists("x.h5"));
  EXPECT_EQ(swept("").code, 0);
  EXPECT_EQ(content("x.h5") == whole, true);
}

}  // namespace
}  // namespace orgsim
