// What the two market kinds without a network share: people of one cell are exchangeable, so a week is one
// split of each cell over its possible events. The kinds differ in how a count is split.
#pragma once

#include <algorithm>
#include <array>
#include <span>

#include "core/matrix.hpp"
#include "core/multinomials.hpp"
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

// The hazards of the events for the people of each row of `hazards`, and after them one row of the factors
// that make them probabilities. At most one event happens to a person in a week: with total hazard H none
// does with probability exp(-H), otherwise the kind is chosen in proportion to its hazard. So the factor is
// the probability of any divided by H. Throws InputError where a hazard is not finite.
Matrix event_hazards(const Hazards& hazards);

// Calls visit(cell, row) for every vector of cells: `cell`, `cell` + 1, ..., for whom the rows of hazards
// `row`, `row` + 1, ... hold.
template <class Visit>
void for_each_vector(const Hazards& hazards, const Visit& visit) {
  const std::size_t stride = hazards.stride();
  const std::size_t of_a_state = hazards.rows_of_nonusers();
  std::size_t cell = 0;
  for (; cell < of_a_state; cell += kVector) visit(cell, cell);
  for (std::size_t row = of_a_state; row < hazards.rows(); row += stride) {
    for (const std::size_t next = cell + of_a_state; cell < next; cell += stride) {
      for (std::size_t k = 0; k < stride; k += kVector) visit(cell + k, row + k);
    }
  }
}

// Sums of people over vectors of cells.
struct VectorFlow {
  Vector adopted;
  Vector switched_in;
  Vector left;
  Vector switched_away;
};

// The flows of firms, with the channels through which their customers were won.
Flows flows_of(std::span<const VectorFlow> sums, const Hazards& hazards);

// Lets all cells respond for one week and returns the flows per firm. take(event, row, cell, moved) says how
// many of each cell in a vector of them meet an event: of the cells `cell`, `cell` + 1, ..., for whom the
// rows of hazards `row`, `row` + 1, ... hold.
template <class Take>
Flows move_people(const Hazards& hazards, Cells& cells, const Take& take) {
  const auto F = static_cast<std::size_t>(hazards.firms);
  const auto L = static_cast<std::size_t>(hazards.levels);
  const std::size_t stride = hazards.stride();
  const std::size_t size = hazards.rows_of_nonusers();  // cells of a state
  double* people = cells.counts.data();
  std::array<VectorFlow, kMostFirms> flows;
  std::fill_n(flows.begin(), F, VectorFlow{});
  // The cells of non-users from i on, whose rows they are, and those of the same people as users, whose rows
  // begin at `row`.
  const auto move_vector = [&](const std::size_t i, std::size_t row) {
    const auto entry = [&](std::size_t f) { return people + (1 + f * L) * size + i; };  // of new users
    Vector moved;
    Vector nonusers;
    load_vector(people + i, nonusers);
    for (std::size_t f = 0; f < F; ++f) {
      take(f, i, i, moved);
      nonusers -= moved;
      add_vector(moved, entry(f));
      flows[f].adopted += moved;
    }
    std::size_t cell = size + i;
    for (std::size_t g = 0; g < F; ++g) {
      Vector switched{};
      Vector left{};
      for (std::size_t h = 0; h < L; ++h, cell += size, row += stride) {
        Vector gone{};
        for (std::size_t f = 0; f < F; ++f) {
          if (f == g) continue;
          take(f, row, cell, moved);
          add_vector(moved, entry(f));
          flows[f].switched_in += moved;
          gone += moved;
        }
        switched += gone;
        take(F, row, cell, moved);
        left += moved;
        gone += moved;
        if (h + 1 < L) {
          take(F + 1, row, cell, moved);
          add_vector(moved, people + cell + size);
          gone += moved;
        }
        if (h > 0) {
          take(F + 2, row, cell, moved);
          add_vector(moved, people + cell - size);
          gone += moved;
        }
        add_vector(-gone, people + cell);
      }
      nonusers += left;
      flows[g].left += left;
      flows[g].switched_away += switched;
    }
    store_vector(nonusers, people + i);
  };
  on_widest_vectors([&] {
    for (std::size_t i = 0; i < size; i += kVector) move_vector(i, hazards.row_of(1, 0) + i % stride);
  });
  return flows_of(std::span(flows).first(F), hazards);
}

}  // namespace orgsim
