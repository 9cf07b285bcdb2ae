#include "scenario/edge_list.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "engine/snapshot.hpp"
#include "scenario/files.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

const Place kAsked{"x.toml", 3, 8};

StoredGraph read(std::string_view text, bool directed = false) {
  const test::TemporaryFolder folder;
  return read_edge_list({folder.write("edges.txt", text).string(), 6, directed}, kAsked);
}

std::vector<PersonId> row(const StoredGraph& graph, PersonId person) {
  const auto ids = graph.of(person);
  return {ids.begin(), ids.end()};
}

// All that is wrong, a line each, without the folder.
std::string complaint(std::string_view text, bool directed = false) {
  std::string all;
  try {
    read(text, directed);
  } catch (const InputError& error) {
    for (const Problem& problem : error.problems()) {
      const std::string said = to_string(problem);
      all += said.substr(said.starts_with("x.toml") ? 0 : said.find("edges.txt")) + "\n";
    }
  }
  return all;
}

TEST(EdgeList, is_read_as_SNAP_publishes_it) {
  const StoredGraph graph =
      read("# Nodes: 6 Edges: 4\n# FromNodeId\tToNodeId\n0\t5\r\n5 1\n\n  2   3 \n1\t0");
  EXPECT_EQ(graph.people(), 6U);
  EXPECT_EQ(row(graph, 0), (std::vector<PersonId>{1, 5}));
  EXPECT_EQ(row(graph, 1), (std::vector<PersonId>{0, 5}));
  EXPECT_EQ(row(graph, 3), (std::vector<PersonId>{2}));
  EXPECT_TRUE(row(graph, 4).empty());
}

TEST(EdgeList, says_who_listens_to_whom_if_it_is_directed) {
  const StoredGraph graph = read("0 5\n5 0\n1 0\n", true);
  EXPECT_EQ(row(graph, 0), (std::vector<PersonId>{5}));
  EXPECT_EQ(row(graph, 1), (std::vector<PersonId>{0}));
  EXPECT_EQ(row(graph, 5), (std::vector<PersonId>{0}));
}

TEST(EdgeList, names_the_line_of_every_mistake_in_one_pass) {
  EXPECT_EQ(complaint("0 1\n2 2\n3 6\nabc 4\n4 5\n5 4\n1 2 3\n7\n-1 2\n1.5 2\n"),
            "edges.txt:2:1: person 2 is tied to himself; remove the line\n"
            "edges.txt:3:1: there is no person 6; people are numbered from 0 to 5 (market.customers, and who "
            "arrives)\n"
            "edges.txt:4:1: 'abc 4' is no tie; two whole numbers, such as '17 42'; comments begin with #\n"
            "edges.txt:6:1: the tie 5 4 stands in line 5 already; remove one of them, or set "
            "market.network.directed = true if the list has both directions\n"
            "edges.txt:7:1: '1 2 3' is no tie; two whole numbers, such as '17 42'; comments begin with #\n"
            "edges.txt:8:1: '7' is no tie; two whole numbers, such as '17 42'; comments begin with #\n"
            "edges.txt:9:1: '-1 2' is no tie; two whole numbers, such as '17 42'; comments begin with #\n"
            "edges.txt:10:1: '1.5 2' is no tie; two whole numbers, such as '17 42'; comments begin with #\n");
  EXPECT_EQ(complaint("4 5\n5 4\n4 5\n", true),
            "edges.txt:3:1: the tie 4 5 stands in line 1 already; remove one of them\n");
  EXPECT_EQ(complaint("99999999999999999999 1\n"),
            "edges.txt:1:1: '99999999999999999999 1' is no tie; two whole numbers, such as '17 42'; comments "
            "begin with #\n");
}

TEST(EdgeList, of_nothing_but_mistakes_names_the_first_twenty) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "x\n";
  const std::string said = complaint(text);
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 20);
}

TEST(EdgeList, may_begin_with_a_byte_order_mark) {
  EXPECT_EQ(row(read("\xEF\xBB\xBF"
                     "0 5\n"),
                5),
            (std::vector<PersonId>{0}));
}

TEST(EdgeList, that_cannot_be_read_is_reported_where_it_was_asked_for) {
  EXPECT_TRUE(complaint("\x1f\x8b\x08").starts_with("x.toml:3:8: market.network.file: '"));
  EXPECT_NE(complaint("\x1f\x8b\x08").find("is compressed; unpack it first: gunzip"), std::string::npos);
  EXPECT_NE(complaint("# nothing\n\n").find("holds no tie"), std::string::npos);
  const test::TemporaryFolder folder;
  ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);  // which could be read once only
  const std::map<std::string, std::string> said{{"missing.txt", "cannot be read: No such file or directory"},
                                                {".", "is a folder"},
                                                {"pipe", "is not a regular file"}};
  for (const auto& [name, what] : said) {
    try {
      read_edge_list({(folder.path() / name).string(), 6, false}, kAsked);
      ADD_FAILURE() << name;
    } catch (const InputError& error) {
      EXPECT_TRUE(std::string(error.what()).starts_with("x.toml:3:8: market.network.file: '"));
      EXPECT_NE(std::string(error.what()).find(what), std::string::npos) << error.what();
    }
  }
}

constexpr std::string_view kRing = R"(
  [run]
  weeks = 30
  [market]
  kind = "network"
  customers = 200
  [market.network]
  kind = "file"
  file = "ring.txt"
)";

std::string ring(int people) {
  std::string text;
  for (int i = 0; i < people; ++i) text += fmt::format("{} {}\n", i, (i + 1) % people);
  return text;
}

TEST(EdgeList, is_found_beside_the_scenario_and_is_the_network) {
  const test::TemporaryFolder folder;
  folder.write("ring.txt", ring(200));
  Scenario scenario = load_scenario(folder.write("x.toml", kRing));
  EXPECT_EQ(scenario.parameters.market.network.file, "ring.txt");  // as it was written
  Simulation file = test::simulation(scenario);
  file.run_until(30);
  EXPECT_EQ(&*std::get<Shared<StoredGraph>>(file.society().graph), &*scenario.ties);  // not a copy

  EXPECT_EQ(restore(save(file)), file);

  // The same ring made by us is the same market.
  scenario.parameters.market.network.kind = NetworkKind::small_world;
  scenario.parameters.market.network.degree = 2;
  scenario.parameters.market.network.rewiring = 0;
  Simulation made = test::simulation(scenario);
  made.run_until(30);
  EXPECT_EQ(std::get<Network>(file.world().market).states, std::get<Network>(made.world().market).states);
  EXPECT_EQ(file.world().census_end, made.world().census_end);
}

TEST(EdgeList, knows_people_who_arrive_during_the_run) {
  const test::TemporaryFolder folder;
  folder.write("ring.txt", ring(205));
  const auto path = folder.write("x.toml", kRing);
  EXPECT_THROW(load_scenario(path), InputError);
  const Scenario scenario = load_scenario(path, {{"market.inflow=0.2", "--set"}});  // 223 by the end
  Simulation simulation = test::simulation(scenario);
  EXPECT_NO_THROW(simulation.run_until(30));
}

// The neighbour by whom somebody is found has his favourite with probability h, and by chance one of three in
// the rest. Bound: four standard errors.
TEST(EdgeList, puts_people_alike_beside_each_other_with_homophily) {
  constexpr int people = 2000;
  const test::TemporaryFolder folder;
  folder.write("ring.txt", ring(people));
  const auto path = folder.write("x.toml", kRing);
  for (const double h : {0.0, 0.9}) {
    const Scenario scenario = load_scenario(
        path, {{"market.customers=2000", "--set"}, {fmt::format("market.network.homophily={}", h), "--set"}});
    const Simulation simulation = test::simulation(scenario);
    const Society& society = simulation.society();
    double same = 0;
    for (PersonId i = 0; i < people; ++i)
      same += society.favourite(i) == society.favourite((i + 1) % people) ? 1 : 0;
    const double expected = h + (1 - h) / 3;
    EXPECT_NEAR(same / people, expected, 4 * std::sqrt(expected * (1 - expected) / people));
  }
}

}  // namespace
}  // namespace orgsim
