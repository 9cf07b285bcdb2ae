// Who are a person's neighbours. People are numbered from 0; a graph is made once per replication and shared
// by all of its runs.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/philox_lanes.hpp"
#include "core/random.hpp"
#include "core/stop_flag.hpp"
#include "keys/network.hpp"
#include "model/market/network/stored_graph.hpp"

namespace orgsim {

// A small world of which nothing is stored: each of a person's `degree` places holds the next person on that
// side of the ring or, with probability `rewiring`, one from anywhere; which of the two is a function of
// person and place. Ties are one-way: whom somebody listens to.
struct ImplicitGraph {
  std::uint32_t people = 0;
  std::uint32_t degree = 0;
  double rewiring = 0;
  StreamKey stream_key;

  static constexpr std::size_t kPlaces = 8;
  // At places `first` to `first` + 7.
  std::array<PersonId, kPlaces> neighbours(PersonId person, std::uint32_t first) const;
  bool operator==(const ImplicitGraph&) const = default;
};

// Somebody met at random.
struct Encounter {
  PersonId person;
  bool alike;  // whether it is to be somebody of the same favourite
};

// No ties at all: everybody meets `degree` people of the whole population, new ones every week.
struct MixingGraph {
  std::uint32_t people = 0;
  std::uint32_t degree = 0;
  double homophily = 0;
  StreamKey stream_key;

  // The `attempt`th person to be met at a place; attempts are for meeting nobody who has not arrived or is
  // not alike.
  Encounter meet(PersonId person, std::uint32_t place, int week, std::uint32_t attempt) const;
  bool operator==(const MixingGraph&) const = default;
};

// The graphs that are stored; a raised `stop` ends their making with Interrupted. `favourites` are each
// person's favourite firm: with probability `homophily` a tie is made within one's own kind where the graph
// leaves a choice.
StoredGraph small_world(std::uint32_t people, std::uint32_t degree, double rewiring, Stream draws,
                        const StopFlag& stop = {});
// Configuration model: everybody has the given number of loose ends, which are tied at random; ends that
// would tie somebody to himself or to the same neighbour twice are exchanged or, where that does not help
// (as with hubs who would have to know nearly everybody), dropped.
StoredGraph configuration(const std::vector<std::uint32_t>& degrees,
                          const std::vector<std::uint8_t>& favourites, double homophily, Stream& draws,
                          const StopFlag& stop = {});
// Degrees drawn from P(d) ~ d^-exponent between least and cutoff, their sum made even.
std::vector<std::uint32_t> power_law_degrees(std::uint32_t people, const NetworkParameters& p, Stream draws,
                                             const StopFlag& stop = {});
// Planted partition: groups of successive people, the last of whom are what is left over; configurations
// within each and among all. What ties two people both ways counts once.
StoredGraph communities(std::uint32_t people, const NetworkParameters& p, Stream draws,
                        const StopFlag& stop = {});

struct Tie {
  PersonId a;
  PersonId b;
};

// Each tie in the row of its first end or, if ties are `mutual`, in the rows of both; rows ascend.
StoredGraph rows_of(std::uint32_t people, const std::vector<Tie>& ties, bool mutual,
                    const StopFlag& stop = {});

// Everybody in an order in which people follow a neighbour: breadth first, component by component.
struct Tour {
  std::vector<PersonId> order;
  std::vector<PersonId> after;  // whom order[i] follows; himself if he is the first of a component
};
Tour tour_of(const StoredGraph& graph, const StopFlag& stop = {});

// Bytes that a network takes beside a byte for each person's state: for good, and more while it is made.
struct NetworkMemory {
  double kept;
  double making;
};
NetworkMemory memory_of(const NetworkParameters& p, double people, double newcomers);

}  // namespace orgsim
