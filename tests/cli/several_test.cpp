// Scenarios from standard input, and several at once.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/typography.hpp"
#include "support/program.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

class Several : public test::InFolder {
 protected:
  Several() {
    folder_.write("one.toml", text("One"));
    folder_.write("two.toml", text("Two") + "[strategies.later]\nstart = 40\nceo_voice = 0.01\n");
    folder_.write("bad.toml", "[market]\ntast = 3\n");
  }
  static std::string text(const std::string& title) {
    return "title = \"" + title + "\"" + test::kSmallWorld;
  }
};

TEST_F(Several, are_compared_a_line_each_with_their_conclusions) {
  const test::Finished run = orgsim("run one.toml two.toml");
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_NE(
      run.out.find("  One                          0 %    -  -                            -        -\n"),
      std::string::npos)
      << run.out;
  EXPECT_NE(run.out.find("\nTwo\nMarketing is not marginalised here"), std::string::npos) << run.out;
  for (const char* language : {"en", "zh"}) {
    std::istringstream lines(orgsim("run one.toml two.toml --language " + std::string(language)).out);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), 80) << line;
  }
  // Of one title: told apart by their files.
  EXPECT_NE(orgsim("run one.toml one.toml").out.find("  one.toml "), std::string::npos);
}

TEST_F(Several, are_a_list_as_json_and_options_hold_for_all) {
  const auto list = nlohmann::json::parse(
      orgsim("run one.toml two.toml --json --seed 9 --replications 2 --set run.weeks=30 --only embed").out);
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0]["scenario"], "one.toml");
  EXPECT_EQ(list[1]["title"], "Two");
  for (const auto& facts : list) {
    EXPECT_EQ(facts["seed"], 9);
    EXPECT_EQ(facts["replications"], 2);
    EXPECT_EQ(facts["weeks"], 30);
    EXPECT_EQ(facts["strategies"].size(), 1U);
  }
  auto alone = nlohmann::json::parse(
      orgsim("run two.toml --quick --json --seed 9 --replications 2 --set run.weeks=30 --only embed").out);
  alone["scenario"] = "two.toml";
  EXPECT_EQ(list[1], alone);
}

TEST_F(Several, say_all_their_mistakes_before_anything_runs_and_one_of_all_once) {
  const test::Finished run = orgsim("run bad.toml one.toml two.toml --only later --replications 0");
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err,
            "--replications 0: run.replications: 0 is out of range; a whole number in [1, 1000000]\n"
            "bad.toml:2:1: market.tast: unknown key; did you mean 'taste'?\n");
  EXPECT_EQ(orgsim("run one.toml two.toml --only later").err,
            "--only (one.toml): no strategy is called 'later'; there are: embed\n");
  const test::Finished output = orgsim("run one.toml two.toml -o a.h5");
  EXPECT_EQ(output.code, 2);
  EXPECT_EQ(
      output.err,
      "-o: there are 2 scenarios, and a file holds the results of one; run them one by one, or leave -o "
      "out\n");
}

TEST_F(Several, tell_whose_run_would_not_fit_into_memory) {
  const test::Finished run =
      orgsim("run one.toml two.toml --set market.kind=network --set market.customers=4000000000");
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("two.toml: "), std::string::npos) << run.err;
}

TEST_F(Several, or_one_may_come_through_standard_input) {
  const std::string from = "cat one.toml | ";
  EXPECT_EQ(orgsim("check -", from).out, "<standard input>: fine (3 firms, 1 strategy, 0 drawn keys)\n");
  EXPECT_EQ(orgsim("run - --json", from).out, orgsim("run one.toml --json").out);
  EXPECT_EQ(orgsim("resolve - --seed 3", from).out, orgsim("resolve one.toml --seed 3").out);
  EXPECT_EQ(orgsim("run - two.toml --json", from).code, 0);
  EXPECT_EQ(orgsim("check -", "cat bad.toml | ").err,
            "<standard input>:2:1: market.tast: unknown key; did you mean 'taste'?\n");
  // What it names lies in the working folder.
  EXPECT_EQ(orgsim("run - --json", "echo 'extends = \"one.toml\"' | ").code, 0);
  EXPECT_NE(orgsim("check -", "echo 'extends = \"none.toml\"' | ").err.find("none.toml"), std::string::npos);
  EXPECT_NE(orgsim("resolve -", "printf '[run]\\nweeks = 9' | ").out.find("title = \"standard input\""),
            std::string::npos);
}

TEST_F(Several, or_a_standard_input_that_cannot_be_read_is_no_empty_scenario) {
  EXPECT_NE(orgsim("check - < .").err.find("<standard input>: it cannot be read to its end: Is a directory"),
            std::string::npos);
  EXPECT_EQ(orgsim("check -", "head -c 1048577 /dev/zero | ").err,
            "<standard input>: it is larger than 1 MB; is it a scenario?\n");
  EXPECT_NE(orgsim("check - < /dev/null").err.find("the scenario is empty"), std::string::npos);
  EXPECT_EQ(orgsim("run - -", "cat one.toml | ").err,
            "-: standard input can be read only once; name it once\n");
}

}  // namespace
}  // namespace orgsim
