// What the build without an operating system says of a scenario is what the program says.
#include <gtest/gtest.h>

#include <cstdlib>

#include "scenario/files.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

struct Said {
  int code;
  std::string out;
};

Said bare(const std::string& text) {
  const test::TemporaryFolder folder;
  folder.write("in", text);
  const std::string command =
      "cd '" + folder.path().string() + "' && " + ORGSIM_TEXT_ONLY + " < in > out 2>&1";
  const int status = std::system(command.c_str());  // NOLINT(concurrency-mt-unsafe)
  return {WEXITSTATUS(status), test::read_file(folder.path() / "out")};
}

TEST(TextOnly, build_says_the_same_of_mistakes) {
  for (const char* text : {
           "market.taste = \"much\"\nrun.weks = 3\nexecutive.share = [1, 1, 1, 1]\n",
           "run.weeks = ",
           "[strategies.a]\nmix = [1, 2]\n[[firms]]\nname = \"x\"\n[[firms]]\nname = \"x\"\n",
           "market = { kind = \"network\", network = { kind = \"file\" } }\n",
           "economics.price = -1\n[[grants]]\nfirm = 7\n",
       }) {
    std::string expected;
    try {
      read_scenario(text, "text.toml");
    } catch (const InputError& error) {
      expected = std::string(error.what()) + "\n";
    }
    ASSERT_NE(expected, "");
    const Said said = bare(text);
    EXPECT_EQ(said.code, 2);
    EXPECT_EQ(said.out, expected);
  }
}

TEST(TextOnly, build_says_that_there_are_no_files) {
  const std::string said =
      bare("environment.climate = { file = \"x.csv\", week = \"a\", value = \"b\" }").out;
  EXPECT_NE(said.find("'x.csv' cannot be read: there are no files here; write the [week, value] pairs"),
            std::string::npos)
      << said;
}

TEST(TextOnly, build_simulates_the_same_numbers) {
  const char* text = "run.weeks = 20\nmarket.taste = 2.5\n";
  Simulation simulation(read_scenario(text, "x"), StreamKey{1, 0});
  simulation.run_until(10);
  EXPECT_EQ(bare(text).out, fmt::format("{}\n", simulation.firms().cash(0)));
}

}  // namespace
}  // namespace orgsim
