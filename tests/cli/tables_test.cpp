// Tables that the program writes.
#include <gtest/gtest.h>

#include "support/program.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

constexpr const char* kDrawnWorld = R"(
[run]
weeks = 60
replications = 4
[market]
customers = 5000
taste = { uniform = [2, 4] }
[record]
trajectories = 2
[strategies.embed]
start = 20
mix = [0.1, 0.2, 0.5, 0.2]
)";

class CsvTables : public test::InFolder {
 protected:
  CsvTables() { folder_.write("world.toml", kDrawnWorld); }
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST_F(CsvTables, of_outcomes_are_written_by_a_run_and_exported_from_its_results_alike) {
  const test::Finished run = orgsim("run world.toml -o a.csv");
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.err.find("Outcomes in 'a.csv', a row per strategy and replication."), std::string::npos);
  EXPECT_EQ(orgsim("run world.toml -o a.h5 --quiet").code, 0);
  EXPECT_EQ(orgsim("export a.h5 outcomes").out, content("a.csv"));
  const std::vector<std::string> lines = lines_of(content("a.csv"));
  ASSERT_EQ(lines.size(), 1U + 2 * 4);
  EXPECT_TRUE(
      lines[0].starts_with("strategy,replication,verdict,verdict_lenient,verdict_strict,"
                           "standing_real_share,"));
  EXPECT_TRUE(lines[0].ends_with(",market.taste"));
  EXPECT_TRUE(lines[1].starts_with("baseline,0,not_begun,not_begun,not_begun,,,,,"));
  EXPECT_TRUE(lines[8].starts_with("embed,3,kept,kept,kept,0.9")) << lines[8];
  EXPECT_FALSE(exists("a.csv.part"));
}

TEST_F(CsvTables, of_a_series_have_a_column_per_dimension) {
  EXPECT_EQ(orgsim("run world.toml -o a.h5 --quiet").code, 0);
  const std::vector<std::string> bands = lines_of(orgsim("export a.h5 share").out);
  EXPECT_EQ(bands.size(), 1U + 2 * 5 * 60 * 3 * 4);
  EXPECT_EQ(bands[0], "strategy,quantile,week,firm,department,value");
  EXPECT_TRUE(bands[1].starts_with("baseline,0.05,0,focal,product,0."));
  EXPECT_TRUE(bands[2].starts_with("baseline,0.05,0,focal,marketing,0."));
  EXPECT_TRUE(bands.back().starts_with("embed,0.95,59,rival 2,operations,0."));
  const std::vector<std::string> runs = lines_of(orgsim("export a.h5 users --of trajectories").out);
  EXPECT_EQ(runs.size(), 1U + 2 * 2 * 60 * 3);
  EXPECT_EQ(runs[0], "strategy,replication,week,firm,value");
  EXPECT_TRUE(runs.back().starts_with("embed,1,59,rival 2,"));
  EXPECT_EQ(lines_of(orgsim("export a.h5 zero_sum --of means").out)[0], "strategy,week,value");
  EXPECT_EQ(lines_of(orgsim("export a.h5 credit --of audit").out)[0],
            "strategy,replication,week,firm,department,value");
  EXPECT_EQ(orgsim("export a.h5 share -o share.csv").code, 0);
  EXPECT_EQ(content("share.csv"), orgsim("export a.h5 share --of bands").out);
}

TEST_F(CsvTables, are_refused_by_what_is_wrong_and_with_the_cure) {
  EXPECT_EQ(orgsim("run world.toml -o a.h5 --quiet --set record.trajectories=0").code, 0);
  const auto says = [&](const std::string& arguments) {
    const test::Finished refused = orgsim("export a.h5 " + arguments);
    EXPECT_EQ(refused.code, 2);
    EXPECT_EQ(refused.out, "");
    return refused.err;
  };
  EXPECT_EQ(says("shaer"), "shaer: there is no such series; did you mean 'share'?\n");
  EXPECT_EQ(says("outcome"), "outcome: there is no such series; did you mean 'outcomes'?\n");
  EXPECT_EQ(says("credit"), "credit: there is no such series in 'bands'; add --of audit\n");
  EXPECT_NE(says("share --of quantiles").find("there are bands, means, trajectories, audit"),
            std::string::npos);
  EXPECT_NE(says("share --of trajectories").find("these results hold no group 'trajectories'"),
            std::string::npos);
  EXPECT_NE(says("outcomes --of means").find("leave --of out"), std::string::npos);
  EXPECT_NE(says("share -o share.xlsx")
                .find(R"(bands["share"].to_dataframe().reset_index().to_excel("share.xlsx"))"),
            std::string::npos);
  EXPECT_EQ(orgsim("export world.toml share -o share.csv").code, 2);
  EXPECT_FALSE(exists("share.csv"));
  EXPECT_FALSE(exists("share.csv.part"));
}

TEST_F(CsvTables, are_the_only_files_besides_results_that_a_run_writes) {
  const auto says = [&](const std::string& name) {
    const test::Finished refused = orgsim("run world.toml -o " + name);
    EXPECT_EQ(refused.code, 2);
    EXPECT_EQ(refused.out, "");
    EXPECT_FALSE(exists(name));
    return refused.err;
  };
  EXPECT_EQ(says("a.xlsx"),
            "a.xlsx: the program writes no .xlsx files; write results.h5; then, in Python: "
            "orgsim.open(\"results.h5\").outcomes.to_excel(\"a.xlsx\")\n");
  EXPECT_NE(says("a.xls").find("to_excel(\"a.xlsx\")"), std::string::npos);  // pandas writes no .xls
  EXPECT_NE(says("a.parquet").find(".outcomes.to_parquet(\"a.parquet\")"), std::string::npos);
  const std::string list =
      "; name a file that ends in .h5, .hdf5 or .nc for results, or in .csv for a table of "
      "the outcomes\n";
  EXPECT_EQ(says("a.txt"), "a.txt: the program writes no .txt files" + list);
  EXPECT_EQ(says("a"), "a: its name has no ending, which says what to write" + list);
  for (const char* name : {"a.nc", "a.HDF5", "a.CSV"}) {
    EXPECT_EQ(orgsim("run world.toml --quiet -o " + std::string(name)).code, 0);
    EXPECT_TRUE(exists(name));
  }
}

TEST_F(CsvTables, have_amounts_in_the_currency_and_say_which) {
  const std::string rmb = " --set 'run.currency=\"RMB m\"' --set run.money=0.5";
  EXPECT_EQ(orgsim("run world.toml -o plain.h5 --quiet").code, 0);
  EXPECT_EQ(orgsim("run world.toml -o a.h5 --quiet" + rmb).code, 0);
  EXPECT_EQ(orgsim("run world.toml -o a.csv --quiet" + rmb).code, 0);
  EXPECT_EQ(orgsim("export a.h5 outcomes").out, content("a.csv"));
  EXPECT_TRUE(lines_of(content("a.csv"))[0].ends_with(",market.taste,currency"));
  EXPECT_TRUE(lines_of(content("a.csv"))[1].ends_with(",RMB m"));
  const auto value = [](const std::string& line, int column) {
    std::istringstream cells(line);
    std::string found;
    for (int i = 0; i <= column; ++i) std::getline(cells, found, ',');
    return std::stod(found);
  };
  const std::vector<std::string> plain = lines_of(orgsim("export plain.h5 revenue").out);
  const std::vector<std::string> rmbs = lines_of(orgsim("export a.h5 revenue").out);
  EXPECT_EQ(rmbs[0], "strategy,quantile,week,firm,value,unit");
  EXPECT_TRUE(rmbs[9].ends_with(",RMB m per week")) << rmbs[9];
  EXPECT_FLOAT_EQ(value(rmbs[9], 4), 0.5 * value(plain[9], 4));
  EXPECT_EQ(orgsim("export a.h5 share").out, orgsim("export plain.h5 share").out);
}

TEST_F(CsvTables, keep_what_stood_there_as_results_do) {
  folder_.write("a.csv", "old");
  EXPECT_NE(orgsim("run world.toml -o a.csv").err.find("--force"), std::string::npos);
  EXPECT_EQ(orgsim("run world.toml -o a.csv --force", "trap '' XFSZ; ulimit -f 0;").code, 1);
  EXPECT_EQ(content("a.csv"), "old");
  EXPECT_FALSE(exists("a.csv.part"));
  folder_.write("a.csv.part", "somebody's");
  EXPECT_EQ(orgsim("run world.toml -o a.csv --force").code, 2);
  EXPECT_EQ(content("a.csv.part"), "somebody's");
  folder_.write("a.csv.part", "strategy,repl");
  EXPECT_EQ(orgsim("run world.toml -o a.csv --force --quiet").code, 0);
  EXPECT_TRUE(content("a.csv").starts_with("strategy,"));
  EXPECT_FALSE(exists("a.csv.part"));
}

}  // namespace
}  // namespace orgsim
