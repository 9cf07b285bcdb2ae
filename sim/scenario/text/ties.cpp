// A network from an edge list: which file, whose people.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "core/text.hpp"
#include "model/market/network/network.hpp"
#include "scenario/text/reader.hpp"

namespace orgsim {

namespace {

constexpr std::string_view kKey = "market.network.file";

// Where the list lies: beside what names it or, where results or a copy name it, in the working folder.
std::string path_of(const Scenario& scenario, const Place& named_at, const Files& files) {
  const std::string& file = scenario.parameters.market.network.file;
  const std::string near = beside(scenario.origin.folder, file);
  if (near == file || files.exists(near)) return near;
  if (files.exists(file)) return file;
  throw InputError(Problem{
      named_at, std::string(kKey),
      fmt::format("'{}' lies neither in '{}' nor in the working folder", file, scenario.origin.folder),
      "its path starts from the folder of the scenario's own file: go there, or name it "
      "from here"});
}

void expect_same_file(const Scenario& scenario, const std::string& path, const std::string& found,
                      const Place& named_at) {
  const std::string& wanted = scenario.parameters.market.network.checksum;
  if (wanted.empty() || wanted == found) return;
  throw InputError(
      Problem{named_at, "market.network.checksum",
              fmt::format("'{}' is another file than the one this scenario was run with: its "
                          "checksum is {} instead of {}",
                          path, found, wanted),
              "bring the old file back, or set market.network.checksum = \"\" to take this one"});
}

// Whose row is empty and, where ties have a direction, who stands in nobody's either.
std::size_t people_without_ties(const StoredGraph& graph, bool directed) {
  std::vector<bool> tied(graph.people());
  for (PersonId i = 0; i < graph.people(); ++i) {
    if (!graph.of(i).empty()) tied[i] = true;
    if (!directed) continue;
    for (const PersonId other : graph.of(i)) tied[other] = true;
  }
  return static_cast<std::size_t>(std::count(tied.begin(), tied.end(), false));
}

// As many rows as there are people; those beyond the given ones have no tie.
void widen(Scenario& scenario, PersonId people, const Place& named_at) {
  if (scenario.ties->people() == people) return;
  StoredGraph graph = *scenario.ties;
  if (graph.people() > people) {
    throw InputError(Problem{
        named_at, "market.customers",
        fmt::format("there are {} people, and the network that was given has {}", people, graph.people()),
        "as many customers as the network has people, or more"});
  }
  graph.offsets.resize(std::size_t{people} + 1, graph.offsets.back());
  scenario.ties = Shared<StoredGraph>(std::move(graph));
}

}  // namespace

void note_people_without_ties(Scenario& scenario, PersonId listed, const Place& named_at) {
  const std::size_t people = scenario.ties->people();
  const std::size_t alone = people_without_ties(*scenario.ties, scenario.parameters.market.network.directed);
  if (alone == 0) return;
  const bool newcomers = inflow_of(scenario.parameters) > 0;
  const std::string what =
      fmt::format("{} of {} people{} {} no tie, and no word of mouth reaches them", grouped(alone),
                  grouped(people), newcomers ? ", newcomers among them," : "", alone == 1 ? "has" : "have");
  const std::string cure = scenario.parameters.market.customers > listed
                               ? fmt::format("market.customers = {} takes those whom the list names", listed)
                           : newcomers ? "ties for them, or no market.inflow"
                                       : "";
  scenario.origin.notes.push_back({named_at, std::string(kKey), what, cure});
}

void load_ties(Scenario& scenario, const Place& named_at, const Files& files) {
  MarketParameters& market = scenario.parameters.market;
  const bool wanted = market.kind == MarketKind::network && market.network.kind == NetworkKind::file;
  if (!wanted) return;
  const auto people_now = [&] { return people_by_the_end(scenario.parameters); };
  const double people = people_now();
  if (people > std::numeric_limits<PersonId>::max()) return;  // which the run will tell
  if (scenario.ties && static_cast<double>(scenario.ties->people()) == people) return;
  scenario.origin.notes.clear();
  if (scenario.ties && market.network.file.empty()) {
    const auto given = static_cast<PersonId>(scenario.ties->people());
    widen(scenario, static_cast<PersonId>(people), named_at);
    return note_people_without_ties(scenario, given, named_at);
  }
  if (market.network.file.empty()) {
    throw InputError(Problem{named_at, std::string(kKey),
                             "the network was given from Python, and this text does not hold it",
                             "give it again with scenario.use_network(...), or name an edge list"});
  }
  EdgeListFile file{path_of(scenario, named_at, files), market.network.directed, {}, 0};
  if (scenario.origin.customers_said) {
    file.customers = market.customers;
    file.people = static_cast<PersonId>(people);
  }
  EdgeList list = files.edge_list(file, named_at);
  expect_same_file(scenario, file.path, list.checksum, named_at);
  market.network.checksum = list.checksum;
  if (!file.customers) market.customers = list.people;
  scenario.origin.customers_said = true;
  scenario.origin.notes = std::move(list.notes);
  scenario.ties = Shared<StoredGraph>(std::move(list.graph));
  if (!file.customers) widen(scenario, static_cast<PersonId>(people_now()), named_at);
  note_people_without_ties(scenario, list.people, named_at);
}

}  // namespace orgsim
