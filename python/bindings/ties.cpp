#include "bindings/ties.hpp"

#include <fmt/format.h>

#include <cstring>

#include "core/checksum.hpp"
#include "scenario/edge_list.hpp"
#include "scenario/files.hpp"
#include "scenario/text/by_member.hpp"
#include "scenario/text/notes.hpp"
#include "scenario/text/reader.hpp"

namespace orgsim::python {

namespace {

using Pairs = py::array_t<std::int64_t, py::array::c_style | py::array::forcecast>;

EndsToSeat ends_of(const Pairs& pairs) {
  EndsToSeat ties;
  const auto rows = pairs.unchecked<2>();
  ties.ends.reserve(static_cast<std::size_t>(rows.shape(0)));
  for (py::ssize_t i = 0; i < rows.shape(0); ++i) {
    for (py::ssize_t end = 0; end < 2; ++end) {
      if (rows(i, end) >= 0) continue;
      throw InputError(Problem{{},
                               "graph",
                               fmt::format("row {} names person {}", i, rows(i, end)),
                               "people's numbers are 0 or above"});
    }
    ties.ends.push_back({static_cast<std::uint64_t>(rows(i, 0)), static_cast<std::uint64_t>(rows(i, 1))});
  }
  return ties;
}

std::string checksum_of_graph(const StoredGraph& graph) {
  Checksum checksum;
  checksum.add(reinterpret_cast<const char*>(graph.offsets.data()),
               graph.offsets.size() * sizeof(std::uint64_t));
  checksum.add(reinterpret_cast<const char*>(graph.ids.data()), graph.ids.size() * sizeof(PersonId));
  return checksum.hex();
}

template <class Vector>
py::bytes bytes_of(const Vector& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(values[0])};
}

template <class Vector>
void from_bytes(const py::handle& bytes, Vector& values) {
  const std::string_view text = bytes.cast<std::string_view>();
  values.resize(text.size() / sizeof(values[0]));
  std::memcpy(values.data(), text.data(), values.size() * sizeof(values[0]));
}

}  // namespace

void use_network(Scenario& scenario, py::handle graph, const std::optional<bool>& directed) {
  const py::tuple read = py::module_::import("orgsim.networks").attr("ends_of")(graph, directed);
  EdgeListFile file{"the network", read[2].cast<bool>(), {}, 0};
  if (!read[1].is_none()) {
    file.customers = read[1].cast<std::int64_t>();
    file.people = read[1].cast<PersonId>();
  }
  EdgeList list;
  seat_people(ends_of(read[0].cast<Pairs>()), file, {}, list);
  Scenario changed = scenario;
  MarketParameters& market = changed.parameters.market;
  market.kind = MarketKind::network;
  market.network.kind = NetworkKind::file;
  market.network.directed = file.directed;
  market.network.file.clear();
  market.network.checksum = checksum_of_graph(list.graph);
  market.customers = static_cast<std::int64_t>(list.graph.people());
  redraw(changed, "market.customers", {});
  changed.origin = {"", changed.origin.worlds_folder, true, std::move(list.notes)};
  changed.ties = Shared<StoredGraph>(std::move(list.graph));
  note_people_without_ties(changed, static_cast<PersonId>(changed.ties->people()), {});
  scenario = std::move(changed);
}

py::object given_network(const Scenario& scenario) {
  if (!scenario.ties || !scenario.parameters.market.network.file.empty()) return py::none();
  return py::make_tuple(bytes_of(scenario.ties->offsets), bytes_of(scenario.ties->ids));
}

void take_given_network(Scenario& scenario, const py::tuple& network) {
  StoredGraph graph;
  from_bytes(network[0], graph.offsets);
  from_bytes(network[1], graph.ids);
  scenario.ties = Shared<StoredGraph>(std::move(graph));
}

std::vector<std::string> notes_of(const Scenario& scenario) {
  std::vector<std::string> notes;
  for (const Problem& note : notes_on(scenario)) notes.push_back(to_string(note));
  return notes;
}

void warn_of_notes(const Scenario& scenario) {
  const std::vector<std::string> notes = notes_of(scenario);
  if (!notes.empty()) py::module_::import("orgsim.errors").attr("warn_of_notes")(py::cast(notes));
}

}  // namespace orgsim::python
