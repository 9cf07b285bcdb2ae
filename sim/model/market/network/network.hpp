// Market kind `network`: every customer an individual with neighbours. The word-of-mouth rate of a firm on
// somebody uses the share of his own neighbours who use that firm; all else is as in `pooled`.
#pragma once

#include <memory>
#include <variant>

#include "core/random.hpp"
#include "model/market/cells.hpp"
#include "model/market/hazards.hpp"
#include "model/market/network/graph.hpp"
#include "model/parameters/parameters.hpp"

namespace orgsim {

using Graph = std::variant<StoredGraph, SharedGraph, ImplicitGraph, MixingGraph>;

// A person's state is that of Cells; who has not arrived yet is in none.
using PersonState = std::uint8_t;
constexpr PersonState kAbsent = 255;

// What never changes in a replication, and is shared by all of its runs: they can only read it.
struct Society {
  Graph graph;
  LargeVector<std::uint8_t> type;  // favourite and adopter class in one byte, to fetch both at once
  // Who arrives in which order: at favourite * classes + class, the people absent at week 0.
  std::vector<std::vector<PersonId>> arrivals;

  static_assert(kMostFirms <= 16 && kMostClasses <= 16);
  static std::uint8_t type_of(std::size_t favourite, std::size_t adopter_class) {
    return static_cast<std::uint8_t>(favourite << 4U | adopter_class);
  }
  int favourite(PersonId person) const { return type[person] >> 4; }
  int adopter_class(PersonId person) const { return type[person] & 15; }

  bool operator==(const Society&) const = default;
};

// How many people there are by the end of a run.
double people_by_the_end(const Parameters& parameters);

struct Network {
  static constexpr bool random = true;

  std::shared_ptr<const Society> society;
  LargeVector<PersonState> states;   // per person
  std::vector<std::size_t> arrived;  // how many of each list of arrivals
  Cells cells;                       // how many are in which state

  // Throws InputError if the people do not fit the network or the memory, and Interrupted.
  static Network populated(const Parameters& parameters, const Luck& luck, const StopFlag& stop);
  // Lets the newcomers of `week` (1 or later), who arrive at `inflow` a year, in as non-users.
  void admit(const MarketParameters& market, double inflow, int week);
  // One week of everybody. What people do does not depend on `threads`.
  Flows respond(const Hazards& hazards, const Luck& luck, int week);

  int threads = 1;

  bool operator==(const Network& other) const {
    return states == other.states && arrived == other.arrived && cells == other.cells &&
           (society == other.society || *society == *other.society);
  }
  template <class Visitor>
  void for_each_member(Visitor&& visit) {
    visit(society);
    visit(states);
    visit(arrived);
    visit(cells);
  }
};

}  // namespace orgsim
