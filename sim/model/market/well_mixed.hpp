// What the two market kinds without a network share: people of one cell are exchangeable, so a week is one
// split of each cell over its possible events. The kinds differ in how a count is split.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "core/multinomials.hpp"
#include "core/table.hpp"
#include "core/vectors.hpp"
#include "model/market/cells.hpp"
#include "model/market/hazards.hpp"

namespace orgsim {

// The events that compete for one kind of person stand in the order of a draw: firms 0 ... F-1 (to the own
// one nobody goes), leave, rise, fall.
static_assert(kMostFirms + 3 <= kMostDrawnEvents);
inline std::size_t event_count(int firms) {
  return static_cast<std::size_t>(firms) + 3;
}

// The probabilities of the events for the people of each row of `hazards`. At most one happens in a week:
// with total hazard H none does with probability exp(-H), otherwise the kind is chosen in proportion to its
// hazard. After the rows of the events stands one more, of no meaning. Throws InputError where a hazard is
// not a number.
Table event_probabilities(const Hazards& hazards);

// Sums of people over vectors of cells.
struct VectorFlow {
  Vector adopted;
  Vector switched_in;
  Vector left;
  Vector switched_away;
};

// The flows of firms, with the channels through which their customers were won.
std::vector<Flow> flows_of(std::span<const VectorFlow> sums, const Hazards& hazards);

// Lets all cells respond for one week and returns the flows per firm. take(event, state, favourite, i, moved)
// says how many of each cell in a vector of them meet an event: of a favourite's cells i, i + 1, ... in a
// state, which has rows_of_nonusers() cells. Non-users' rows are their cells; of users each favourite has a
// row.
template <class Take>
std::vector<Flow> move_people(const Hazards& hazards, Cells& cells, const Take& take) {
  const auto F = static_cast<std::size_t>(hazards.firms);
  const auto L = static_cast<std::size_t>(hazards.levels);
  const std::size_t size = hazards.rows_of_nonusers();
  std::array<VectorFlow, kMostFirms> flows;
  std::fill_n(flows.begin(), F, VectorFlow{});
  const auto entry = [&](std::size_t f) { return 1 + f * L; };  // the state of new users
  const auto people = [&](std::size_t state, std::size_t i) {
    return cells.counts.data() + state * size + i;
  };
  const auto move_vector = [&](std::size_t k, std::size_t i) {
    Vector moved;
    Vector nonusers;
    load_vector(people(0, i), nonusers);
    for (std::size_t f = 0; f < F; ++f) {
      take(f, 0, k, i, moved);
      nonusers -= moved;
      add_vector(moved, people(entry(f), i));
      flows[f].adopted += moved;
    }
    for (std::size_t g = 0; g < F; ++g) {
      Vector switched{};
      Vector left{};
      for (std::size_t h = 0; h < L; ++h) {
        const std::size_t here = entry(g) + h;
        Vector gone{};
        for (std::size_t f = 0; f < F; ++f) {
          if (f == g) continue;
          take(f, here, k, i, moved);
          add_vector(moved, people(entry(f), i));
          flows[f].switched_in += moved;
          gone += moved;
        }
        switched += gone;
        take(F, here, k, i, moved);
        left += moved;
        gone += moved;
        if (h + 1 < L) {
          take(F + 1, here, k, i, moved);
          add_vector(moved, people(here + 1, i));
          gone += moved;
        }
        if (h > 0) {
          take(F + 2, here, k, i, moved);
          add_vector(moved, people(here - 1, i));
          gone += moved;
        }
        add_vector(-gone, people(here, i));
      }
      nonusers += left;
      flows[g].left += left;
      flows[g].switched_away += switched;
    }
    store_vector(nonusers, people(0, i));
  };
  on_widest_vectors([&] {
    const std::size_t stride = hazards.stride();
    for (std::size_t k = 0; k < F; ++k) {
      for (std::size_t i = k * stride; i < (k + 1) * stride; i += kVector) move_vector(k, i);
    }
  });
  return flows_of(std::span(flows).first(F), hazards);
}

}  // namespace orgsim
