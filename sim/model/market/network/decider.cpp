#include "model/market/network/decider.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include "core/draws.hpp"
#include "core/philox_lanes.hpp"

namespace orgsim {

namespace {

// Memory is slower than all that is done with it: it is asked for well before it is needed.
constexpr std::size_t kCacheLine = 64;

}  // namespace

Decider::Decider(const Network& network, const Hazards& hazards, const Luck& luck, int week)
    : network_(network),
      society_(*network.society),
      tables_(network.cells, hazards),
      luck_(luck),
      week_(week) {
  provider_of_.fill(static_cast<std::uint8_t>(tables_.firms()));
  for (int state = 1; state < network.cells.states(); ++state) {
    provider_of_[static_cast<std::size_t>(state)] =
        static_cast<std::uint8_t>((state - 1) / network.cells.levels);
  }
}

BlockWeek Decider::decide(std::uint32_t block) const {
  const auto F = static_cast<std::size_t>(tables_.firms());
  BlockWeek out;
  out.change.resize(network_.cells.counts.size());
  out.flows.resize(F);
  out.per_contact.resize(F);
  out.heard_per_contact.resize(F);
  const std::vector<Candidate> candidates = candidates_of(block);
  out.moves.reserve(candidates.size());
  std::vector<Actor> lookers;
  lookers.reserve(candidates.size());
  act_alone(candidates, lookers, out);
  std::visit([&](const auto& graph) { look_and_act(graph, std::span<const Actor>(lookers), out); },
             society_.graph);
  return out;
}

// Those whom neighbours could make act.
std::vector<Candidate> Decider::candidates_of(std::uint32_t block) const {
  const PersonId first = block * kBlock;
  const auto people = static_cast<std::uint32_t>(network_.states.size());
  for (std::size_t i = first; i < std::min<std::size_t>(people, first + std::size_t{kBlock});
       i += kCacheLine) {
    __builtin_prefetch(&network_.states[i]);
    __builtin_prefetch(&society_.type[i]);
  }
  std::vector<Candidate> candidates;
  draw_candidates(luck_, week_, block, people, tables_.most(), candidates);
  std::size_t n = 0;
  for (const Candidate& candidate : candidates) {
    const PersonId i = candidate.person;
    const PersonState state = network_.states[i];
    const bool absent = state == kAbsent;
    const std::size_t row =
        tables_.row_of(absent ? PersonState{0} : state, society_.favourite(i), society_.adopter_class(i));
    const double u = candidate.u;
    // Written in any case, for a branch that nobody can foresee costs more; 1 - exp(-H) <= H.
    candidates[n] = {i, static_cast<std::uint32_t>(row), u};
    n += static_cast<std::size_t>(!absent && u < tables_.most(row));
  }
  candidates.resize(n);
  return candidates;
}

// Lets those act whose neighbours do not matter, and gathers the others.
void Decider::act_alone(std::span<const Candidate> candidates, std::vector<Actor>& lookers,
                        BlockWeek& out) const {
  const Philox4x32::Counter counter = luck_.counter(Purpose::choice, static_cast<std::uint32_t>(week_), 0);
  PhiloxLanes lanes;
  for (std::size_t first = 0; first < candidates.size(); first += kLanes) {
    const auto some = candidates.subspan(first, std::min(kLanes, candidates.size() - first));
    for (std::size_t w = 0; w < counter.size(); ++w) lanes.words[w].fill(counter[w]);
    for (std::size_t i = 0; i < some.size(); ++i) lanes.words[1][i] = some[i].person;
    encrypt(lanes, luck_.key());
    for (std::size_t i = 0; i < some.size(); ++i) {
      const auto [origin, choice] = lanes.numbers(i);
      const Actor actor{some[i].person, some[i].row, some[i].u, to_unit(origin), to_unit(choice)};
      if (!acts_alone(actor, out)) lookers.push_back(actor);
    }
  }
}

// Whether all is done without a look: somebody who acts whatever his neighbours do, for reasons of his own,
// and does not join a firm (of which the ledgers want to know how he came to it).
bool Decider::acts_alone(const Actor& actor, BlockWeek& out) const {
  const double least = tables_.least(actor.row);
  if (actor.u >= tables_.surely(actor.row) || actor.origin * tables_.most(actor.row) >= least) return false;
  const auto events = static_cast<std::size_t>(tables_.events());
  const std::size_t event = in_proportion({tables_.alone(actor.row), events}, least, actor.choice);
  if (event < static_cast<std::size_t>(tables_.firms())) return false;
  stay_a_user_or_leave(actor, event, out);
  return true;
}

// In groups, for each of which memory is asked for ahead: where the rows are, the rows, the neighbours'
// states.
template <class Graph>
void Decider::look_and_act(const Graph& graph, std::span<const Actor> lookers, BlockWeek& out) const {
  constexpr std::size_t group = 64;
  Shares share;
  std::vector<PersonId> neighbours;  // of all in the group, one after the other
  std::array<std::size_t, group + 1> begins{};
  for (std::size_t first = 0; first < lookers.size(); first += group) {
    const auto some = lookers.subspan(first, std::min(group, lookers.size() - first));
    if constexpr (std::is_same_v<Graph, StoredGraph>) {
      for (const Actor& looker : some) __builtin_prefetch(&graph.offsets[looker.person]);
      for (const Actor& looker : some) {
        const std::span<const PersonId> row = graph.of(looker.person);
        __builtin_prefetch(row.data());
        __builtin_prefetch(row.data() + row.size());
      }
    }
    neighbours.clear();
    for (std::size_t i = 0; i < some.size(); ++i) {
      meet(graph, some[i].person, neighbours);
      begins[i + 1] = neighbours.size();
      for (std::size_t n = begins[i]; n < begins[i + 1]; ++n) {
        __builtin_prefetch(&network_.states[neighbours[n]]);
      }
    }
    for (std::size_t i = 0; i < some.size(); ++i) {
      look_around(std::span(neighbours).subspan(begins[i], begins[i + 1] - begins[i]), share);
      act_with(some[i], share, out);
    }
  }
}

void Decider::look_and_act(const SharedGraph& graph, std::span<const Actor> lookers, BlockWeek& out) const {
  look_and_act(*graph.graph, lookers, out);
}

// Appends those whom a person listens to this week.
void Decider::meet(const StoredGraph& graph, PersonId person, std::vector<PersonId>& met) const {
  for (const PersonId other : graph.of(person)) met.push_back(other);
}

void Decider::meet(const ImplicitGraph& graph, PersonId person, std::vector<PersonId>& met) const {
  for (std::uint32_t place = 0; place < graph.degree; place += kLanes) {
    const auto some = graph.neighbours(person, place);
    const std::size_t count = std::min<std::size_t>(kLanes, graph.degree - place);
    for (std::size_t n = 0; n < count; ++n) met.push_back(some[n]);
  }
}

// Whoever has arrived, and with the probability of homophily somebody of the same favourite.
void Decider::meet(const MixingGraph& graph, PersonId person, std::vector<PersonId>& met) const {
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
    if (fits(other)) met.push_back(other);
  }
}

// The share of the neighbours who use each firm.
void Decider::look_around(std::span<const PersonId> neighbours, Shares& share) const {
  std::array<std::uint32_t, kMostFirms + 1> users{};
  for (const PersonId other : neighbours) ++users[provider_of_[network_.states[other]]];
  const double one = neighbours.empty() ? 0 : 1.0 / static_cast<double>(neighbours.size());
  for (std::size_t f = 0; f < static_cast<std::size_t>(tables_.firms()); ++f) share[f] = users[f] * one;
}

void Decider::act_with(const Actor& actor, const Shares& share, BlockWeek& out) const {
  const auto F = static_cast<std::size_t>(tables_.firms());
  const auto events = static_cast<std::size_t>(tables_.events());
  const double least = tables_.least(actor.row);
  const double* heard = tables_.heard(actor.row);
  std::array<double, kMostFirms> added;
  double more = 0;
  for (std::size_t f = 0; f < F; ++f) more += added[f] = heard[f] * share[f];
  const double total = least + more;
  // Whether u < 1 - exp(-H), which lies between H - H^2 / 2 and H: the exponential is rarely needed.
  const double u = actor.u;
  if (u >= total || (u >= total - total * total / 2 && !(u < -std::expm1(-total)))) return;
  const bool own = actor.origin * total < least;
  const std::size_t event = own ? in_proportion({tables_.alone(actor.row), events}, least, actor.choice)
                                : in_proportion(std::span(added).first(F), more, actor.choice);
  if (event < F) {
    join(actor, event, share, out);
  } else {
    stay_a_user_or_leave(actor, event, out);
  }
}

void Decider::join(const Actor& actor, std::size_t firm, const Shares& share, BlockWeek& out) const {
  Flow& winner = out.flows[firm];
  const double contact =
      tables_.reach(static_cast<int>(firm)) + tables_.word_of_mouth(static_cast<int>(firm)) * share[firm];
  out.per_contact[firm] += 1 / contact;
  out.heard_per_contact[firm] += share[firm] / contact;
  const PersonState state = network_.states[actor.person];
  if (state == 0) {
    winner.adopted += 1;
  } else {
    winner.switched_in += 1;
    out.flows[provider_of_[state]].switched_away += 1;
  }
  move(actor.person, network_.cells.state_of(static_cast<int>(firm), 0), out);
}

void Decider::stay_a_user_or_leave(const Actor& actor, std::size_t event, BlockWeek& out) const {
  const auto F = static_cast<std::size_t>(tables_.firms());
  const PersonState state = network_.states[actor.person];
  if (event == F) {
    out.flows[provider_of_[state]].left += 1;
    move(actor.person, 0, out);
  } else {
    move(actor.person, event == F + 1 ? state + 1 : state - 1, out);
  }
}

void Decider::move(PersonId person, int to, BlockWeek& out) const {
  const Cells& cells = network_.cells;
  const int k = society_.favourite(person);
  const int s = society_.adopter_class(person);
  --out.change[static_cast<std::size_t>(cells.cell(k, network_.states[person]) + s)];
  ++out.change[static_cast<std::size_t>(cells.cell(k, to) + s)];
  out.moves.push_back({person, static_cast<PersonState>(to)});
}

}  // namespace orgsim
