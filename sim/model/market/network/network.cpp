#include "model/market/network/network.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>

#include "core/draws.hpp"
#include "core/parallel.hpp"
#include "model/market/network/kernel.hpp"

namespace orgsim {

namespace {

struct Move {
  PersonId person;
  PersonState to;
};

// What a block of people does in a week.
struct BlockWeek {
  std::vector<Move> moves;
  std::vector<Flow> flows;
  // Over the people won by each firm: the sums of 1 / L and of s / L, with the contact rate L of the firm and
  // its share s of the neighbours of whom it won.
  std::vector<double> per_contact;
  std::vector<double> heard_per_contact;
};

constexpr std::size_t kCacheLine = 64;

// Somebody whose u is small enough that his neighbours may decide.
struct Look {
  Candidate candidate;
  PersonState state;
  std::uint32_t row;
};

class Decider {
 public:
  Decider(const Network& network, const Hazards& hazards, const Luck& luck, int week)
      : network_(network),
        society_(*network.society),
        tables_(network.cells, hazards),
        luck_(luck),
        week_(week) {
    provider_of_.fill(static_cast<std::uint8_t>(tables_.firms()));  // nobody
    for (int state = 1; state < network.cells.states(); ++state) {
      provider_of_[static_cast<std::size_t>(state)] =
          static_cast<std::uint8_t>((state - 1) / network.cells.levels);
    }
  }

  double most() const { return tables_.most(); }

  void decide(std::uint32_t block, std::span<const Candidate> candidates, BlockWeek& out) const {
    std::visit([&](const auto& graph) { decide_in(graph, block, candidates, out); }, society_.graph);
  }

 private:
  // Memory is slower than all that is done with it: it is asked for one pass before it is needed.
  template <class Graph>
  void decide_in(const Graph& graph, std::uint32_t block, std::span<const Candidate> candidates,
                 BlockWeek& out) const {
    const PersonId first = block * kBlock;
    const auto last =
        static_cast<PersonId>(std::min<std::size_t>(network_.states.size(), first + std::size_t{kBlock}));
    for (std::size_t i = first; i < last; i += kCacheLine) {
      __builtin_prefetch(&network_.states[i]);
      __builtin_prefetch(&society_.type[i]);
    }
    constexpr bool stored = std::is_same_v<Graph, StoredGraph>;
    std::vector<Look> looks;
    looks.reserve(candidates.size());
    for (const Candidate& candidate : candidates) {
      const PersonId i = candidate.person;
      const PersonState state = network_.states[i];
      if (state == kAbsent) continue;
      const std::size_t row = tables_.row_of(state, society_.favourite(i), society_.adopter_class(i));
      // 1 - exp(-H) <= H: spares the neighbours of most.
      if (candidate.u >= tables_.most(row)) continue;
      if constexpr (stored) __builtin_prefetch(&graph.offsets[i]);
      looks.push_back({candidate, state, static_cast<std::uint32_t>(row)});
    }
    constexpr std::size_t ahead = 16;
    for (std::size_t n = 0; n < looks.size(); ++n) {
      if constexpr (stored) {
        if (n + ahead < looks.size()) {
          const std::span<const PersonId> row = graph.of(looks[n + ahead].candidate.person);
          __builtin_prefetch(row.data());
          __builtin_prefetch(row.data() + row.size());
        }
      }
      decide_one(graph, looks[n], out);
    }
  }

  template <class Graph>
  void decide_one(const Graph& graph, const Look& look, BlockWeek& out) const {
    const auto F = static_cast<std::size_t>(tables_.firms());
    const auto events = static_cast<std::size_t>(tables_.events());
    const double u = look.candidate.u;
    std::array<double, kMostFirms> share;
    look_around(graph, look.candidate.person, std::span(share).first(F));
    std::array<double, kMostFirms + 3> hazards;
    const double* alone = tables_.alone(look.row);
    const double* heard = tables_.heard(look.row);
    double total = 0;
    for (std::size_t f = 0; f < F; ++f) total += hazards[f] = alone[f] + heard[f] * share[f];
    for (std::size_t e = F; e < events; ++e) total += hazards[e] = alone[e];
    // Whether u < 1 - exp(-H), which lies between H - H^2 / 2 and H: the exponential is rarely needed.
    if (u >= total || (u >= total - total * total / 2 && !(u < -std::expm1(-total)))) return;
    Stream draws = luck_.stream(Purpose::choice, static_cast<std::uint32_t>(week_), look.candidate.person);
    act(look.candidate.person, look.state,
        in_proportion(std::span(hazards).first(events), total, uniform(draws)), share, out);
  }

  // The share of the person's neighbours who use each firm.
  template <class Graph>
  void look_around(const Graph& graph, PersonId person, std::span<double> share) const {
    std::array<std::uint32_t, kMostFirms + 1> users{};
    std::uint32_t neighbours = 0;
    const auto see = [&](PersonId other) {
      ++neighbours;
      ++users[provider_of_[network_.states[other]]];
    };
    meet(graph, person, see);
    const double one = neighbours > 0 ? 1.0 / neighbours : 0;
    for (std::size_t f = 0; f < share.size(); ++f) share[f] = users[f] * one;
  }

  template <class See>
  void meet(const StoredGraph& graph, PersonId person, const See& see) const {
    for (const PersonId other : graph.of(person)) see(other);
  }
  template <class See>
  void meet(const ImplicitGraph& graph, PersonId person, const See& see) const {
    for (std::uint32_t place = 0; place < graph.degree; ++place) see(graph.neighbour(person, place));
  }
  // Whoever has arrived, and with the probability of homophily somebody of the same favourite.
  template <class See>
  void meet(const MixingGraph& graph, PersonId person, const See& see) const {
    constexpr std::uint32_t most_attempts = 60;
    for (std::uint32_t place = 0; place < graph.degree; ++place) {
      const Encounter first = graph.meet(person, place, week_, 0);
      const auto fits = [&](PersonId other) {
        return network_.states[other] != kAbsent &&
               (!first.alike || society_.favourite(other) == society_.favourite(person));
      };
      PersonId other = first.person;
      for (std::uint32_t attempt = 1; attempt < most_attempts && !fits(other); ++attempt) {
        other = graph.meet(person, place, week_, attempt).person;
      }
      if (fits(other)) see(other);
    }
  }

  void act(PersonId person, PersonState state, std::size_t event, const std::array<double, kMostFirms>& share,
           BlockWeek& out) const {
    const auto F = static_cast<std::size_t>(tables_.firms());
    const Cells& cells = network_.cells;
    const std::size_t provider = provider_of_[state];
    if (event < F) {
      Flow& winner = out.flows[event];
      const double contact = tables_.reach(static_cast<int>(event)) +
                             tables_.word_of_mouth(static_cast<int>(event)) * share[event];
      out.per_contact[event] += 1 / contact;
      out.heard_per_contact[event] += share[event] / contact;
      (state == 0 ? winner.adopted : winner.switched_in) += 1;
      if (state != 0) out.flows[provider].switched_away += 1;
      out.moves.push_back({person, static_cast<PersonState>(cells.state_of(static_cast<int>(event), 0))});
    } else if (event == F) {
      out.flows[provider].left += 1;
      out.moves.push_back({person, 0});
    } else {
      out.moves.push_back({person, static_cast<PersonState>(event == F + 1 ? state + 1 : state - 1)});
    }
  }

  const Network& network_;
  const Society& society_;
  WeekTables tables_;
  std::array<std::uint8_t, 256> provider_of_;  // of a state; the number of firms where it is nobody
  const Luck& luck_;
  int week_;
};

void add(Flow& sum, const Flow& part) {
  sum.adopted += part.adopted;
  sum.switched_in += part.switched_in;
  sum.left += part.left;
  sum.switched_away += part.switched_away;
}

}  // namespace

// Everybody decides by the states at the week's start; then all move. Sums are taken in the order of the
// blocks.
std::vector<Flow> Network::respond(const Hazards& hazards, const Luck& luck, int week) {
  const Decider decider(*this, hazards, luck, week);
  const auto people = static_cast<std::uint32_t>(states.size());
  const auto F = static_cast<std::size_t>(cells.firms);
  std::vector<BlockWeek> blocks((people + kBlock - 1) / kBlock);
  parallel_for(blocks.size(), threads, [&](std::size_t b) {
    std::vector<Candidate> candidates;
    BlockWeek& out = blocks[b];
    out.flows.resize(F);
    out.per_contact.resize(F);
    out.heard_per_contact.resize(F);
    draw_candidates(luck, week, static_cast<std::uint32_t>(b), people, decider.most(), candidates);
    decider.decide(static_cast<std::uint32_t>(b), candidates, out);
  });

  std::vector<Flow> flows(F);
  for (const BlockWeek& block : blocks) {
    for (const Move& move : block.moves) {
      const auto s = static_cast<std::size_t>(society->adopter_class(move.person));
      const int k = society->favourite(move.person);
      --cells.at(k, states[move.person])[s];
      ++cells.at(k, move.to)[s];
      states[move.person] = move.to;
    }
    for (std::size_t f = 0; f < F; ++f) {
      add(flows[f], block.flows[f]);
      flows[f].won += hazards.contact[f] * block.per_contact[f];
    }
  }
  for (std::size_t f = 0; f < F; ++f) {
    double heard = 0;
    for (const BlockWeek& block : blocks) heard += block.heard_per_contact[f];
    flows[f].won[Channel::word_of_mouth] = hazards.word_of_mouth[f] * heard;
  }
  return flows;
}

}  // namespace orgsim
