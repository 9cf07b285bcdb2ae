// The program as a user meets it.
#include "support/program.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/version.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

const std::string kTiny = std::string(test::kSmallWorld) + R"([strategies.results]
start = 20
mix = [0.1, 0.9, 0.0, 0.0]
)";

class Program : public test::InFolder {
 protected:
  Program() { folder_.write("tiny.toml", kTiny); }
};

TEST_F(Program, says_what_it_is) {
  const test::Finished version = orgsim("--version");
  EXPECT_EQ(version.code, 0);
  EXPECT_NE(version.out.find(std::string(program_version())), std::string::npos);
  const test::Finished help = orgsim("--help");
  EXPECT_EQ(help.code, 0);
  EXPECT_NE(help.out.find("Examples:"), std::string::npos);
  EXPECT_EQ(orgsim("").code, 2);
  const test::Finished typo = orgsim("rnu tiny.toml");
  EXPECT_EQ(typo.code, 2);
  EXPECT_EQ(typo.err, "orgsim: no verb is called 'rnu'; `orgsim --help` lists them\n");
}

TEST_F(Program, answers_a_scenario) {
  const test::Finished run = orgsim("run tiny.toml");
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.out.find("Embed"), std::string::npos);
  EXPECT_EQ(run.err, "");  // no progress bar without a terminal
  EXPECT_EQ(run.out.find('\x1b'), std::string::npos);
}

TEST_F(Program, prints_the_same_for_any_number_of_threads_and_something_else_for_another_seed) {
  const std::string one = orgsim("run tiny.toml --json --threads 1").out;
  EXPECT_EQ(orgsim("run tiny.toml --json --threads 3").out, one);
  EXPECT_NE(orgsim("run tiny.toml --json --seed 2").out, one);
}

TEST_F(Program, gives_its_facts_to_programs) {
  const auto facts = nlohmann::json::parse(orgsim("run tiny.toml --json").out);
  EXPECT_EQ(facts["replications"], 4);
  EXPECT_EQ(facts["strategies"].size(), 2U);
  EXPECT_EQ(facts["strategies"][0]["label"], "Embed");
  EXPECT_EQ(facts["weekly_medians"]["budget_share"].size(), 60U);
}

TEST_F(Program, takes_overrides) {
  const auto facts = nlohmann::json::parse(
      orgsim("run tiny.toml --json --only results --replications 2 --kind pooled --set run.weeks=30 --seed 9")
          .out);
  EXPECT_EQ(facts["replications"], 2);
  EXPECT_EQ(facts["weeks"], 30);
  EXPECT_EQ(facts["seed"], 9);
  EXPECT_EQ(facts["strategies"].size(), 1U);
  const test::Finished mean_field = orgsim("run tiny.toml --kind mean_field --replications 5");
  EXPECT_EQ(mean_field.code, 0);
  EXPECT_NE(mean_field.err.find("one replication is run"), std::string::npos);
}

TEST_F(Program, reports_mistakes_and_writes_nothing) {
  folder_.write("bad.toml", "[market]\ntast = 3\n[economics]\nmargin = 4\n");
  const test::Finished run = orgsim("run bad.toml -o bad.h5");
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err,
            "bad.toml:2:1: market.tast: unknown key; did you mean 'taste'?\n"
            "bad.toml:4:1: economics.margin: 4 is out of range; a number in [0, 1], such as 0.04 for 4 %\n");
  EXPECT_FALSE(exists("bad.h5"));
  EXPECT_FALSE(exists("bad.h5.part"));
  EXPECT_EQ(orgsim("run tiny.toml --replications 0").err,
            "--replications 0: run.replications: 0 is out of range; a whole number in [1, 1000000]\n");
  EXPECT_EQ(orgsim("run tiny.toml --only embde").code, 2);
}

TEST_F(Program, checks_several_scenarios) {
  folder_.write("bad.toml", "[market]\ntast = 3\n");
  const test::Finished check = orgsim("check tiny.toml bad.toml");
  EXPECT_EQ(check.code, 2);
  EXPECT_EQ(check.out, "tiny.toml: fine (3 firms, 2 strategies, 0 drawn keys)\n");
  folder_.write("one.toml", "market = { firms = 1, taste = { uniform = [2, 3] } }\n");
  EXPECT_EQ(orgsim("check one.toml").out, "one.toml: fine (1 firm, 0 strategies, 1 drawn key)\n");
  EXPECT_NE(check.err.find("bad.toml:2:1"), std::string::npos);
}

TEST_F(Program, finds_shipped_scenarios_by_name) {
  const std::string file = test::source("scenarios/capital_winter.toml").string();
  const std::string small = " --set run.weeks=30 --set market.customers=5000 --replications 2 --json";
  const test::Finished named = orgsim("run capital_winter" + small);
  EXPECT_EQ(named.code, 0) << named.err;
  EXPECT_EQ(named.out, orgsim("run '" + file + "'" + small).out);
  EXPECT_EQ(orgsim("resolve capital_winter").out, orgsim("resolve '" + file + "'").out);
  EXPECT_EQ(orgsim("check capital_winter red_queen").code, 0);
  EXPECT_NE(orgsim("run --help").out.find("\n  capital_winter\n"), std::string::npos);
  EXPECT_EQ(orgsim("run capital_winter --set lines.judge=0").err,
            orgsim("run '" + file + "' --set lines.judge=0").err);
}

TEST_F(Program, says_which_shipped_scenario_may_be_meant) {
  const test::Finished slip = orgsim("run capital_wintr");
  EXPECT_EQ(slip.code, 2);
  EXPECT_EQ(slip.err,
            "capital_wintr: there is no such file, and no scenario that comes with orgsim is called "
            "'capital_wintr'; did you mean 'capital_winter'?\n");
  EXPECT_NE(orgsim("check summer").err.find("; there are: ai_commoditisation, "), std::string::npos);
  EXPECT_EQ(orgsim("run capital_winter.toml").err,
            "capital_winter.toml: the file cannot be read: No such file or directory; "
            "check the name and the folder you are in\n");
}

TEST_F(Program, prefers_a_file_to_a_shipped_scenario_of_its_name) {
  std::filesystem::create_directory(folder_.path() / "red_queen");
  EXPECT_EQ(orgsim("check red_queen").code, 0);
  folder_.write("capital_winter", kTiny);
  EXPECT_EQ(orgsim("check capital_winter").out,
            "capital_winter: fine (3 firms, 2 strategies, 0 drawn keys)\n");
  EXPECT_EQ(orgsim("run capital_winter -o capital_winter --force").code, 2);
  EXPECT_EQ(content("capital_winter"), kTiny);
}

TEST_F(Program, resolves_to_a_scenario_that_runs_the_same) {
  const test::Finished resolved = orgsim("resolve tiny.toml --set market.taste=2");
  EXPECT_EQ(resolved.code, 0);
  folder_.write("resolved.toml", resolved.out);
  EXPECT_EQ(orgsim("run resolved.toml --json").out, orgsim("run tiny.toml --set market.taste=2 --json").out);
}

TEST_F(Program, describes_keys_and_prints_a_schema) {
  EXPECT_NE(orgsim("describe taste").out.find("market.taste"), std::string::npos);
  EXPECT_EQ(orgsim("describe tastte").code, 2);
  EXPECT_NE(orgsim("describe").out.find("executive.eta_scrutiny = 0.0094"), std::string::npos);
  EXPECT_TRUE(nlohmann::json::accept(orgsim("schema").out));
}

TEST_F(Program, shows_a_results_file_as_it_was_printed) {
  const test::Finished run = orgsim("run tiny.toml -o a.h5");
  EXPECT_EQ(run.code, 0);
  EXPECT_NE(run.err.find("Results in 'a.h5'"), std::string::npos);
  EXPECT_EQ(orgsim("show a.h5").out, run.out);
  EXPECT_EQ(orgsim("show tiny.toml").code, 2);
  const test::Finished chinese = orgsim("run tiny.toml --language zh");
  EXPECT_NE(chinese.out.find("市场部在多少情形下得以保住"), std::string::npos);
  EXPECT_EQ(orgsim("show a.h5 --language zh").out, chinese.out);
  EXPECT_EQ(orgsim("show a.h5 --language en").out, run.out);
  EXPECT_EQ(orgsim("show a.h5 --language fr").code, 2);
}

TEST_F(Program, does_not_replace_results_unless_told_to) {
  EXPECT_EQ(orgsim("run tiny.toml -o a.h5 --quiet").code, 0);
  const std::string before = content("a.h5");
  const test::Finished again = orgsim("run tiny.toml -o a.h5 --seed 2");
  EXPECT_EQ(again.code, 2);
  EXPECT_NE(again.err.find("--force"), std::string::npos);
  EXPECT_EQ(content("a.h5"), before);
  const test::Finished forced = orgsim("run tiny.toml -o a.h5 --seed 2 --force --quiet");
  EXPECT_EQ(forced.code, 0);
  EXPECT_EQ(forced.out + forced.err, "");
  EXPECT_NE(content("a.h5"), before);
  EXPECT_EQ(orgsim("run tiny.toml -o tiny.toml --force").code, 2);
  EXPECT_EQ(content("tiny.toml"), kTiny);
  EXPECT_EQ(orgsim("run tiny.toml -o none/a.h5").code, 2);
}

// Whatever the user wants of HDF5's own locks.
TEST_F(Program, locks_by_itself) {
  for (const char* locks : {"TRUE", "FALSE", "BEST_EFFORT"}) {
    const test::Finished run =
        orgsim("run tiny.toml -o a.h5 --quiet --force", std::string("HDF5_USE_FILE_LOCKING=") + locks);
    EXPECT_EQ(run.err, "") << locks;
    EXPECT_EQ(orgsim("show a.h5", std::string("HDF5_USE_FILE_LOCKING=") + locks).code, 0) << locks;
  }
}

TEST_F(Program, says_before_the_run_that_a_link_leads_nowhere) {
  std::filesystem::create_symlink("none", folder_.path() / "a.h5");
  folder_.write("long.toml", "[run]\nreplications = 100000\n");
  const test::Finished run = orgsim("run long.toml -o a.h5 --force --set run.weeks=0");
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("a.h5: this is a link that leads nowhere; remove it"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("run.weeks"), std::string::npos) << run.err;
}

TEST_F(Program, gives_up_at_an_interrupt_and_leaves_no_half_written_file) {
  folder_.write("long.toml", "[run]\nreplications = 2000\n");
  // `timeout` sends its signal twice, and so does the shell's impatient user.
  const test::Finished run = orgsim("run long.toml -o long.h5", "timeout --preserve-status -s INT 1");
  EXPECT_EQ(run.code, 130);
  EXPECT_EQ(run.err, "interrupted; nothing was written\n");
  EXPECT_FALSE(exists("long.h5"));
  EXPECT_FALSE(exists("long.h5.part"));
}

TEST_F(Program, keeps_the_old_results_when_the_disk_is_full) {
  folder_.write("a.h5", "old");
  // Blocks of 512 bytes; the signal is what a shell's limit sends instead of an error.
  const test::Finished run = orgsim("run tiny.toml -o a.h5 --force", "trap '' XFSZ; ulimit -f 200;");
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.err.find("File too large"), std::string::npos) << run.err;
  EXPECT_EQ(content("a.h5"), "old");
  EXPECT_FALSE(exists("a.h5.part"));
}

}  // namespace
}  // namespace orgsim
