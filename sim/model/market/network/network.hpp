// Market kind `network`: every customer an individual with neighbours. The word-of-mouth rate of a firm on
// somebody uses the share of his own neighbours who use that firm; all else is as in `pooled`.
#pragma once

#include <vector>

#include "core/random.hpp"
#include "keys/parameters.hpp"
#include "model/market/cells.hpp"
#include "model/market/hazards.hpp"
#include "model/market/network/entries.hpp"
#include "model/market/network/society.hpp"
#include "model/market/respond.hpp"

namespace orgsim {

// A person's state is that of Cells; who has not arrived yet is in none.
using PersonState = std::uint8_t;
constexpr PersonState kAbsent = 255;

// How many people there are by the end of a run.
double people_by_the_end(const Parameters& parameters);

struct Network {
  static constexpr bool random = true;

  LargeVector<PersonState> states;   // per person
  std::vector<std::size_t> arrived;  // how many of each list of arrivals
  Cells cells;                       // how many are in which state
  Entries entries;

  // Lets the newcomers of `week` (1 or later), who arrive at `inflow` a year, in as non-users.
  void admit(const MarketParameters& market, double inflow, int week, const Society& society);
  // One week of everybody.
  Flows respond(const Hazards& hazards, const Response& response);

  bool operator==(const Network&) const = default;
};

// The individuals, and their states at week 0. `ties` is the edge list of market.network.file, where there is
// one. Throws InputError if the people do not fit the network, and Interrupted.
struct Settled {
  Network network;
  Society society;
};
Settled settled(const Parameters& parameters, std::span<const double> start, const Shared<StoredGraph>& ties,
                const StreamKey& stream_key, const StopFlag& stop);

}  // namespace orgsim
