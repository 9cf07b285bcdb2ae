#include "scenario/edge_list.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <optional>

#include "core/text.hpp"
#include "engine/snapshot.hpp"
#include "model/market/network/network.hpp"
#include "scenario/files.hpp"
#include "scenario/text/notes.hpp"
#include "scenario/text/writer.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

const Place kAsked{"x.toml", 3, 8};

EdgeList list_of(std::string_view text, bool directed = false, std::optional<PersonId> people = 6) {
  const test::TemporaryFolder folder;
  return read_edge_list({folder.write("edges.txt", text).string(), directed, people, people.value_or(0)},
                        kAsked);
}

StoredGraph read(std::string_view text, bool directed = false, std::optional<PersonId> people = 6) {
  return list_of(text, directed, people).graph;
}

std::vector<PersonId> row(const StoredGraph& graph, PersonId person) {
  const auto ids = graph.of(person);
  return {ids.begin(), ids.end()};
}

std::vector<std::string> notes_of(std::string_view text, bool directed = false,
                                  std::optional<PersonId> people = {}) {
  std::vector<std::string> notes;
  for (const Problem& note : list_of(text, directed, people).notes) notes.push_back(note.what);
  return notes;
}

// All that is wrong, a line each, without the folder.
std::string complaint(std::string_view text, bool directed = false, std::optional<PersonId> people = 6) {
  std::string all;
  try {
    read(text, directed, people);
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

// The same four ties in the forms in which networks are published.
TEST(EdgeList, is_read_with_whatever_separates_comments_or_follows) {
  const StoredGraph expected = read("0 1\n1 2\n2 3\n0 3\n", false, {});
  for (const std::string text :
       {"0,1\n1,2\n2,3\n0,3\n", "0;1\n1;2\n2;3\n0;3\n", "0, 1\r\n1, 2\r\n2, 3\r\n0, 3\r\n",
        "0|1\n1|2\n2|3\n0|3\n", "% sym weighted\n% 4 4 4\n0\t1\t0.5\n1\t2\t1\n2\t3\t2\n0\t3\t1e-3\n",
        "0 1 {}\n1 2 {'weight': 3, 'since': 2020}\n2 3 {}\n0 3 {}\n", "source,target\n0,1\n1,2\n2,3\n0,3\n",
        "Source;Target;Type;Id;Label;Weight\n0;1;Undirected;0;;0,5\n1;2;Undirected;1;;1\n2;3;Undirected;2;;"
        "1\n0;3;Undirected;3;;2,0\n",
        "// made by hand\n\"0\",\"1\"\n\"1\",\"2\"\n\"2\",\"3\"\n\"0\",\"3\"\n",
        "Id,From,To\n10,0,1\n11,1,2\n12,2,3\n13,0,3\n", "knoten_a\tknoten_b\n0\t1\n1\t2\n2\t3\n0\t3\n",
        "%%MatrixMarket matrix coordinate pattern symmetric\n%\n5 5 4\n1 2\n2 3\n3 4\n1 4\n",
        "1 2\n2 3\n3 4\n1 4\n",
        "700 9000\n9000 123456789012\n123456789012 88123456789012\n700 88123456789012\n",
        "0 1 1082008561\n1 0 1082008562\n1 2 3\n2 3 4\n3 0 5\n2 2 6\n", "0 1\r1 2\r2 3\r0 3\r",
        "\"from\" \"to\"\n\"1\" 0 1\n\"2\" 1 2\n\"3\" 2 3\n\"4\" 0 3\n",
        "V1 V2 weight\n1 0 1 0.5\n2 1 2 0.1\n3 2 3 2\n4 0 3 1\n"}) {
    EXPECT_EQ(read(text, false, {}), expected) << text;
  }
  const StoredGraph named = read("Ann,Bob\nBob,\"Chi, Li\"\n\"Chi, Li\",丁\nAnn,丁\n", false, {});
  EXPECT_EQ(named, expected);
}

TEST(EdgeList, notes_once_what_it_leaves_out_or_numbers_anew) {
  using Notes = std::vector<std::string>;
  EXPECT_EQ(notes_of("0 1\n1 2\n"), Notes());
  EXPECT_EQ(notes_of("0 1\n1 1\n2 2\n1 2\n"), Notes{"2 self-loops left out"});
  EXPECT_EQ(notes_of("0 1\n1 0\n1 2\n1 2\n"),
            Notes{"2 ties that stand there again, or in both directions, taken once"});
  EXPECT_EQ(notes_of("0 1\n1 0\n1 2\n1 2\n", true), Notes{"1 repeated tie left out"});
  EXPECT_EQ(notes_of("from,to,weight\n1,2,3\n2,3,1\n"),
            (Notes{"the first line, 'from,to,weight', taken as a header",
                   "columns besides the two of ids left out (2 lines)",
                   "3 ids from 1 to 3 numbered anew as people 0 to 2"}));
  EXPECT_EQ(notes_of("from to\n1 0 1\n2 1 2\n"),
            (Notes{"the first line, 'from to', taken as a header",
                   "the first column, which numbers the lines and has no name, left out"}));
  EXPECT_EQ(notes_of("from to\n1 0 1\n4 1 2\n"),  // weights without a name
            (Notes{"the first line, 'from to', taken as a header",
                   "columns besides the two of ids left out (2 lines)",
                   "3 ids from 0 to 4 numbered anew as people 0 to 2"}));
  EXPECT_EQ(notes_of("Ann Bob\nBob Chi\n"),
            Notes{"3 names numbered as people 0 to 2 in the order in which they first appear"});
}

TEST(EdgeList, knows_a_header_over_decimal_commas_and_doubts_a_line_that_may_be_one) {
  EXPECT_EQ(notes_of("Knoten A;Knoten B;Gewicht\nAnn;Bob;1,5\nBob;Chi;2,0\n").front(),
            "the first line, 'Knoten A;Knoten B;Gewicht', taken as a header");
  EXPECT_EQ(notes_of("源,目标\n张三,李四\n李四,王五\n").front(),
            "the first line, '源,目标', taken as a header");
  EXPECT_EQ(
      notes_of("姓名,朋友\n张三,李四\n李四,王五\n").front(),
      "the first line, '姓名,朋友', taken as a tie, though its names stand nowhere else; put # before it if "
      "it is a header");
  EXPECT_EQ(notes_of("Ann Bob\nChi Dee\nEva Fay\n").size(), 1U);  // couples, all of them
}

TEST(EdgeList, takes_numbers_for_people_only_if_they_fit) {
  EXPECT_EQ(row(read("1 2\n2 3\n", false, 6), 1), (std::vector<PersonId>{2}));  // 0, 4 and 5 know nobody
  EXPECT_EQ(row(read("1 2\n2 3\n", false, 3), 1), (std::vector<PersonId>{0, 2}));
  EXPECT_EQ(row(read("10 20\n20 30\n", false, 6), 1), (std::vector<PersonId>{0, 2}));
  EXPECT_NE(
      complaint("1 2\n2 3\n", false, 2)
          .find("edges.txt' has 3 people, and there are 2 by market.customers (and market.inflow); leave "
                "market.customers out, and everybody in the file is a customer"),
      std::string::npos);
}

TEST(EdgeList, names_each_kind_of_mistake_once_with_its_first_line) {
  EXPECT_EQ(complaint("0 1\n1 2\nabc 4\n4 5\n2 3\n7\n-1 2\n1.5 2\n0 4\n0 5\n0 2\n"),
            "edges.txt:3:1: 3 lines are no ties: no two whole numbers, such as this one, the first: 'abc 4'; "
            "two ids a line, such as '17 42', with a blank, comma, semicolon or tab between; comments begin "
            "with # or %\n"
            "edges.txt:6:1: '7' is no tie: it has too few columns; two ids a line, such as '17 42', with a "
            "blank, comma, semicolon or tab between; comments begin with # or %\n");
  std::string words;
  for (int i = 0; i < 1000; ++i) words += "word\n";
  const std::string said = complaint(words);
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1) << said;
}

TEST(EdgeList, says_of_other_formats_what_they_are) {
  EXPECT_NE(complaint("*Vertices 3\n1 \"a\"\n*Edges\n1 2\n").find("is a Pajek file"), std::string::npos);
  EXPECT_NE(complaint("graph [\n node [ id 0 ]\n]\n").find("is a GML or Graphviz file"), std::string::npos);
  EXPECT_NE(complaint("<?xml version=\"1.0\"?>\n<graphml/>\n").find("is an XML file"), std::string::npos);
  EXPECT_NE(complaint("0 1 2 3\n1 2\n2 3 0\n").find("is an adjacency list; write one tie a line"),
            std::string::npos);
  EXPECT_NE(complaint("0 1 2\n1 2\n2 3\n").find("hold from 2 to 3 ids: it is an adjacency list"),
            std::string::npos);
  EXPECT_NE(complaint("Ann Bob Chi\nBob Chi\nChi Dee Ann\nDee Bob\n").find("is an adjacency list"),
            std::string::npos);
  EXPECT_EQ(complaint("Ann Bob friends since 2009\nBob Chi kin\n"), "");
  EXPECT_NE(complaint("(1, 2)\n(2, 3)\n").find("is a list of pairs in brackets"), std::string::npos);
  EXPECT_NE(complaint("Id,Label,Degree\n1,Ann,2\n2,Bob,1\n").find("is a table of nodes"), std::string::npos);
  EXPECT_NE(complaint(std::string("0 1\n1 2\0\n2 3\n", 13)).find("is not text in UTF-8"), std::string::npos);
  EXPECT_NE(complaint("0,1,0,0,1\n1,0,1,0,0\n0,1,0,1,0\n0,0,1,0,1\n1,0,0,1,0\n").find("adjacency matrix"),
            std::string::npos);
  EXPECT_NE(complaint("a -> b;\nb -> c;\n").find("2 lines are no ties"), std::string::npos);
}

TEST(EdgeList, in_no_known_encoding_gives_no_foreign_byte_away) {
  const std::string said = complaint("\xD6\xDC,\xCE\xC4\n\xCE\xC4,\xD6\xDC\n");
  EXPECT_TRUE(is_utf8(said) && !said.empty()) << said;
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("0\t1\r\n1\t2\r\n")) wide += std::string{c, '\0'};
  EXPECT_EQ(read(wide, false, {}), read("0 1\n1 2\n", false, {}));
}

TEST(EdgeList, may_begin_with_a_byte_order_mark) {
  EXPECT_EQ(row(read("\xEF\xBB\xBF"
                     "0 5\n"),
                5),
            (std::vector<PersonId>{0}));
}

TEST(EdgeList, that_cannot_be_read_is_reported_where_it_was_asked_for) {
  EXPECT_TRUE(complaint("\x1f\x8b\x08").starts_with("x.toml:3:8: market.network.file: '"));
  EXPECT_NE(complaint("\x1f\x8b\x08").find("is compressed (gzip), not a text file; unpack it"),
            std::string::npos);
  EXPECT_NE(complaint("# nothing\n\n").find("holds no tie"), std::string::npos);
  const test::TemporaryFolder folder;
  ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);  // which could be read once only
  const std::map<std::string, std::string> said{{"missing.txt", "cannot be read: No such file or directory"},
                                                {".", "is a folder"},
                                                {"pipe", "is not a regular file"}};
  for (const auto& [name, what] : said) {
    try {
      read_edge_list({(folder.path() / name).string(), false, 6, 6}, kAsked);
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
  EXPECT_THROW(load_scenario(path), InputError);                                    // 200 of them
  const Scenario scenario = load_scenario(path, {{"market.inflow=0.2", "--set"}});  // 223 by the end
  Simulation simulation = test::simulation(scenario);
  EXPECT_NO_THROW(simulation.run_until(30));
}

std::vector<std::string> said_of(const Scenario& scenario) {
  std::vector<std::string> notes;
  for (const Problem& note : notes_on(scenario)) notes.push_back(note.what + "; " + note.cure);
  return notes;
}

TEST(EdgeList, makes_as_many_customers_as_it_has_people) {
  const test::TemporaryFolder folder;
  folder.write("club.txt", "1 2\n2 3\n1 34\n");
  const Scenario scenario = load_scenario(folder.write(
      "x.toml", "market = { kind = \"network\", network = { kind = \"file\", file = \"club.txt\" } }"));
  EXPECT_EQ(scenario.parameters.market.customers, 4);
  Simulation simulation = test::simulation(scenario);
  EXPECT_NO_THROW(simulation.run_until(30));
  const Scenario growing = load_scenario(folder.path() / "x.toml", {{"market.inflow=0.1", "--set"}});
  EXPECT_EQ(growing.ties->people(), static_cast<std::size_t>(people_by_the_end(growing.parameters)));
  EXPECT_EQ(said_of(growing).back(),
            "6 of 10 people, newcomers among them, have no tie, and no word of mouth reaches them; ties for "
            "them, or no market.inflow");
}

TEST(EdgeList, says_how_many_people_have_no_tie) {
  const test::TemporaryFolder folder;
  folder.write("ring.txt", ring(200));
  const auto path = folder.write("x.toml", kRing);
  EXPECT_TRUE(said_of(load_scenario(path)).empty());
  EXPECT_EQ(said_of(load_scenario(path, {{"market.customers=5000", "--set"}})),
            std::vector<std::string>{"4,800 of 5,000 people have no tie, and no word of mouth reaches them; "
                                     "market.customers = 200 takes those whom the list names"});
  folder.write("ring.txt", "0 1\n2 1\n");  // 1 listens to nobody, but is listened to
  EXPECT_TRUE(said_of(load_scenario(
                          path, {{"market.network.directed=true", "--set"}, {"market.customers=3", "--set"}}))
                  .empty());
}

TEST(EdgeList, that_has_changed_is_refused_where_the_old_ones_checksum_is_kept) {
  const test::TemporaryFolder folder;
  folder.write("ring.txt", ring(200));
  const std::string kept = to_toml(load_scenario(folder.write("x.toml", kRing)));
  const auto again = folder.write("again.toml", kept);
  EXPECT_NO_THROW(load_scenario(again));
  folder.write("ring.txt", ring(200) + "0 7\n");
  try {
    load_scenario(again);
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_NE(
        std::string(error.what()).find("ring.txt' is another file than the one this scenario was run with"),
        std::string::npos)
        << error.what();
  }
  EXPECT_NO_THROW(load_scenario(again, {{"market.network.checksum=\"\"", "--set"}}));
}

TEST(EdgeList, is_looked_for_beside_what_names_it_and_then_in_the_working_folder) {
  const test::TemporaryFolder folder;
  try {
    load_scenario(folder.write("x.toml", kRing));
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("market.network.file: 'ring.txt' lies neither in '"),
              std::string::npos)
        << error.what();
  }
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
