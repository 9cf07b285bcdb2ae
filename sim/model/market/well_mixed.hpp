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

// What somebody in a state meets in a week, as the text has it (docs/model.md, 3.4): the probability of each
// event. event_hazards() and move_people() are held to it by a test.
std::vector<double> event_probabilities(const Hazards& hazards, int favourite, int adopter_class, int state);

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
  const std::size_t of_a_state = hazards.rows_of_nonusers() / kUserStates;
  std::size_t cell = 0;
  for (; cell < hazards.rows_of_nonusers(); cell += kVector) visit(cell, cell);
  for (std::size_t row = hazards.rows_of_nonusers(); row < hazards.rows(); row += stride) {
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
template <class Take, class Count>
Flows move_people_among(Count F, const Hazards& hazards, Cells& cells, Take take) {
  const auto L = static_cast<std::size_t>(hazards.levels);
  const std::size_t stride = whole_vectors(F);
  const std::size_t size = hazards.rows_of_nonusers() / kUserStates;  // cells of a state
  double* people = cells.counts.data();
  std::array<VectorFlow, kMostFirms> flows;
  std::fill_n(flows.begin(), F, VectorFlow{});
  // The cells of non-users from i on, whose rows they are, and those of the same people as users, whose rows
  // begin at `row`. Those who join a firm are summed first, and then seated.
  const auto move_vector = [&](const std::size_t i, std::size_t row) {
    Vector moved;
    std::array<Vector, kMostFirms> adopted;
    std::array<Vector, kMostFirms> switched_in;
    std::fill_n(adopted.begin(), F, Vector{});
    std::fill_n(switched_in.begin(), F, Vector{});
    std::array<Vector, kUserStates> nonusers;
    for (std::size_t state = 0; state < kUserStates; ++state) {
      const std::size_t of_state = state * size + i;
      load_vector(people + of_state, nonusers[state]);
      take.from(of_state, nonusers[state]);
      for (std::size_t f = 0; f < F; ++f) {
        take(f, of_state, of_state, moved);
        nonusers[state] -= moved;
        adopted[f] += moved;
      }
    }
    std::size_t cell = kUserStates * size + i;
    for (std::size_t g = 0; g < F; ++g) {
      Vector switched{};
      Vector left{};
      Vector risen{};
      for (std::size_t h = 0; h < L; ++h, cell += size, row += stride) {
        Vector staying;
        load_vector(people + cell, staying);
        take.from(row, staying);
        for (std::size_t f = 0; f < F; ++f) {
          if (f == g) continue;
          take(f, row, cell, moved);
          switched_in[f] += moved;
          switched += moved;
          staying -= moved;
        }
        take(F, row, cell, moved);
        left += moved;
        staying -= moved;
        if (h > 0) {
          take(F + 2, row, cell, moved);
          add_vector(moved, people + cell - size);
          staying -= moved;
        }
        const Vector come = risen;
        if (h + 1 < L) {
          take(F + 1, row, cell, risen);
          staying -= risen;
        }
        store_vector(staying + come, people + cell);
      }
      nonusers[kLapsed] += left;
      flows[g].left += left;
      flows[g].switched_away += switched;
    }
    for (std::size_t f = 0; f < F; ++f) {
      add_vector(adopted[f] + switched_in[f], people + (kUserStates + f * L) * size + i);
      flows[f].adopted += adopted[f];
      flows[f].switched_in += switched_in[f];
    }
    for (std::size_t state = 0; state < kUserStates; ++state)
      store_vector(nonusers[state], people + state * size + i);
  };
  on_widest_vectors([&] {
    for (std::size_t i = 0; i < size; i += kVector)
      move_vector(i, hazards.row_of(kUserStates, 0) + i % stride);
  });
  return flows_of(std::span(flows).first(F), hazards);
}

template <class Take>
Flows move_people(const Hazards& hazards, Cells& cells, const Take& take) {
  return for_few_firms(static_cast<std::size_t>(hazards.firms),
                       [&](const auto F) { return move_people_among(F, hazards, cells, take); });
}

}  // namespace orgsim
