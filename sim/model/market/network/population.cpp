// Who the individuals of a network are, and who comes when.
#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "core/draws.hpp"
#include "core/error.hpp"
#include "model/market/network/network.hpp"
#include "model/market/pooled.hpp"

namespace orgsim {

namespace {

// The streams of a network, as entities of Purpose::network in week 0 and part 1; the implicit graph's are
// part 0.
enum class Part : std::uint32_t { people, graph, degrees };

Stream stream_of(const StreamKey& stream_key, Part part) {
  return stream_key.stream(Purpose::network, 0, static_cast<std::uint32_t>(part), 65535);
}

// How many people are still to be placed, per favourite, class and initial state.
struct Remaining {
  Cells cells;                 // those there are at week 0
  std::vector<double> absent;  // at favourite * classes + class

  double of(int k, int s) const {
    double people = absent[static_cast<std::size_t>(k * cells.classes + s)];
    for (int state = 0; state < cells.states(); ++state) people += cells.at(k, s, state);
    return people;
  }
};

// The pooled market's whole numbers: the same people in every kind.
Remaining everybody(const Parameters& parameters, std::span<const double> start) {
  Pooled pooled = Pooled::populated(parameters.market, start);
  Remaining remaining{pooled.cells, {}};
  const double inflow = inflow_of(parameters);
  if (inflow > 0) {
    for (int week = 1; week < parameters.run.weeks; ++week) pooled.admit(parameters.market, inflow, week);
  }
  for (int k = 0; k < pooled.cells.firms; ++k) {
    for (int s = 0; s < pooled.cells.classes; ++s) {
      remaining.absent.push_back(pooled.cells.at(k, s, 0) - remaining.cells.at(k, s, 0));
    }
  }
  return remaining;
}

// Whether neighbours have neighbouring numbers: there homophily is successive people of one favourite. In a
// graph from a file people are taken in the order of a tour, and are alike whom they follow in it.
bool is_local(NetworkKind kind) {
  return kind == NetworkKind::small_world || kind == NetworkKind::implicit ||
         kind == NetworkKind::communities;
}

std::optional<Tour> tour_for(const NetworkParameters& p, const Shared<StoredGraph>& ties,
                             const StopFlag& stop) {
  if (p.kind != NetworkKind::file || p.homophily <= 0) return std::nullopt;
  return tour_of(*ties, stop);
}

// Gives every number a favourite, a class and an initial state, each cell exactly as often as it should be.
void place_people(Network& network, Society& society, Remaining remaining, const NetworkParameters& p,
                  const std::optional<Tour>& tour, Stream draws, const StopFlag& stop) {
  const Cells& cells = remaining.cells;
  const auto F = static_cast<std::size_t>(cells.firms);
  const auto S = static_cast<std::size_t>(cells.classes);
  std::vector<double> of_favourite(F);
  std::vector<double> of_cell(F * S);
  for (std::size_t i = 0; i < of_cell.size(); ++i) {
    of_cell[i] = remaining.of(static_cast<int>(i / S), static_cast<int>(i % S));
    of_favourite[i / S] += of_cell[i];
  }
  double left = std::accumulate(of_favourite.begin(), of_favourite.end(), 0.0);
  const auto people = static_cast<std::size_t>(left);
  network.states.resize(people);
  society.type.resize(people);
  society.arrivals.resize(F * S);
  std::vector<double> of_state(static_cast<std::size_t>(cells.states()) + 1);
  std::size_t k = 0;
  for (std::size_t n = 0; n < people; ++n, --left) {
    stop.check();
    const PersonId i = tour ? tour->order[n] : static_cast<PersonId>(n);
    const bool follows = tour ? tour->after[n] != i : n > 0 && is_local(p.kind) && p.homophily > 0;
    if (tour && follows) k = static_cast<std::size_t>(society.favourite(tour->after[n]));
    const bool alike = follows && of_favourite[k] > 0 && uniform(draws) < p.homophily;
    if (!alike) k = in_proportion(of_favourite, left, uniform(draws));
    const std::size_t s =
        in_proportion(std::span(of_cell).subspan(k * S, S), of_favourite[k], uniform(draws));
    const std::size_t cell = k * S + s;
    for (int state = 0; state < cells.states(); ++state) {
      of_state[static_cast<std::size_t>(state)] =
          remaining.cells.at(static_cast<int>(k), static_cast<int>(s), state);
    }
    of_state.back() = remaining.absent[cell];
    const std::size_t state = in_proportion(of_state, of_cell[cell], uniform(draws));
    if (state + 1 == of_state.size()) {
      network.states[i] = kAbsent;
      society.arrivals[cell].push_back(i);
      --remaining.absent[cell];
    } else {
      network.states[i] = static_cast<PersonState>(state);
      --remaining.cells.at(static_cast<int>(k), static_cast<int>(s), static_cast<int>(state));
    }
    --of_cell[cell];
    --of_favourite[k];
    society.type[i] = Society::type_of(k, s);
  }
  for (std::vector<PersonId>& newcomers : society.arrivals) shuffle(newcomers, draws, stop);
}

std::vector<std::uint8_t> favourites_of(const Society& society) {
  std::vector<std::uint8_t> favourites;
  favourites.reserve(society.type.size());
  for (PersonId i = 0; i < society.type.size(); ++i) {
    favourites.push_back(static_cast<std::uint8_t>(society.favourite(i)));
  }
  return favourites;
}

Graph graph_of(const NetworkParameters& p, const Shared<StoredGraph>& ties, const Society& society,
               const StreamKey& stream_key, const StopFlag& stop) {
  const auto people = static_cast<std::uint32_t>(society.type.size());
  const auto degree = static_cast<std::uint32_t>(p.degree);
  Stream draws = stream_of(stream_key, Part::graph);
  switch (p.kind) {
    case NetworkKind::small_world:
      return small_world(people, degree, p.rewiring, draws, stop);
    case NetworkKind::scale_free:
      return configuration(power_law_degrees(people, p, stream_of(stream_key, Part::degrees), stop),
                           favourites_of(society), p.homophily, draws, stop);
    case NetworkKind::random:
      return configuration(std::vector<std::uint32_t>(people, degree), favourites_of(society), p.homophily,
                           draws, stop);
    case NetworkKind::communities:
      return communities(people, p, draws, stop);
    case NetworkKind::implicit:
      return ImplicitGraph{people, degree, p.rewiring, stream_key};
    case NetworkKind::mixing:
      return MixingGraph{people, degree, p.homophily, stream_key};
    case NetworkKind::file:
      return ties;
  }
  throw Bug("a network kind without a graph");
}

void expect_numbers_for(double people) {
  if (people <= std::numeric_limits<PersonId>::max()) return;
  throw InputError(
      Problem{{},
              "market.customers",
              fmt::format("{:.3g} people in a network", people),
              fmt::format("at most {} by the end of the run", std::numeric_limits<PersonId>::max())});
}

// The graph of a file was read for the number of people that the scenario says.
void expect_ties(const NetworkParameters& p, const Shared<StoredGraph>& ties, double people) {
  if (p.kind != NetworkKind::file) return;
  if (!ties) {
    throw InputError(Problem{{},
                             "market.network.file",
                             "the edge list has not been read",
                             "load the scenario from a file that names it"});
  }
  if (static_cast<double>(ties->people()) == people) return;
  throw InputError(Problem{{},
                           "market.customers",
                           fmt::format("{} people in a network that was read for {}", people, ties->people()),
                           "numbers of people cannot be drawn or changed once an edge list is read"});
}

// A tie has two ends. Without newcomers a scenario's checks have seen to that.
void expect_even_ends(const NetworkParameters& p, double people) {
  const bool random = p.kind == NetworkKind::random;
  if (!random && p.kind != NetworkKind::communities) return;
  const std::int64_t degree = random ? p.degree : p.degree_outside;
  if (degree % 2 == 0 || std::fmod(people, 2) == 0) return;
  throw InputError(Problem{
      {},
      random ? "market.network.degree" : "market.network.degree_outside",
      fmt::format("{} people by the end of the run, of {} neighbours: an odd number of ends", people, degree),
      "an even degree"});
}

double number_of(const Remaining& people) {
  return std::accumulate(people.cells.counts.begin(), people.cells.counts.end(), 0.0) +
         std::accumulate(people.absent.begin(), people.absent.end(), 0.0);
}

}  // namespace

double people_by_the_end(const Parameters& parameters) {
  const std::vector<double> nobody(static_cast<std::size_t>(parameters.market.firms), 0.0);
  return number_of(everybody(parameters, nobody));
}

Settled settled(const Parameters& parameters, std::span<const double> start, const Shared<StoredGraph>& ties,
                const StreamKey& stream_key, const StopFlag& stop) {
  const NetworkParameters& p = parameters.market.network;
  const Remaining remaining = everybody(parameters, start);
  expect_numbers_for(number_of(remaining));
  expect_ties(p, ties, number_of(remaining));
  expect_even_ends(p, number_of(remaining));
  Settled people;
  people.network.cells = remaining.cells;
  place_people(people.network, people.society, remaining, p, tour_for(p, ties, stop),
               stream_of(stream_key, Part::people), stop);
  people.network.entries = Entries(parameters.market, people.network.states.size());
  people.network.arrived.resize(people.society.arrivals.size());
  people.society.graph = graph_of(p, ties, people.society, stream_key, stop);
  return people;
}

void Network::admit(const MarketParameters& market, double inflow, int week, const Society& society) {
  if (inflow <= 0) return;
  Pooled newcomers{cells};
  newcomers.admit(market, inflow, week);
  for (int k = 0; k < cells.firms; ++k) {
    for (int s = 0; s < cells.classes; ++s) {
      const auto list = static_cast<std::size_t>(k * cells.classes + s);
      const double come = newcomers.cells.at(k, s, 0) - cells.at(k, s, 0);
      for (double n = 0; n < come; ++n) states[society.arrivals[list][arrived[list]++]] = 0;
    }
  }
  cells = newcomers.cells;
}

}  // namespace orgsim
