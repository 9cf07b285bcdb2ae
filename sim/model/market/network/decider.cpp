#include "model/market/network/decider.hpp"

#include <algorithm>
#include <cmath>

#include "core/draws.hpp"
#include "core/elementary.hpp"
#include "core/philox_lanes.hpp"
#include "core/vectors.hpp"

namespace orgsim {

namespace {

// So many people's numbers are drawn at once.
constexpr std::size_t kLanes = 16;
// So many firms are counted at once, each in a byte of one word.
constexpr std::size_t kPackedFirms = 8;

}  // namespace

Decider::Decider(const Network& network, const Hazards& hazards, const Response& response)
    : network_(network),
      society_(response.society),
      hazards_(hazards),
      tables_(network.cells, hazards),
      stream_key_(response.stream_key),
      week_(response.week) {
  provider_of_.fill(static_cast<std::uint8_t>(tables_.firms()));
  for (int state = kUserStates; state < network.cells.states(); ++state) {
    const auto provider = static_cast<std::size_t>((state - kUserStates) / network.cells.levels);
    provider_of_[static_cast<std::size_t>(state)] = static_cast<std::uint8_t>(provider);
    if (provider < kPackedFirms)
      one_of_[static_cast<std::size_t>(state)] = std::uint64_t{1} << (8 * provider);
  }
}

BlockWeek Decider::decide(std::uint32_t block) const {
  const auto F = static_cast<std::size_t>(tables_.firms());
  BlockWeek out;
  out.change.resize(network_.cells.counts.size());
  out.entered.resize(static_cast<std::size_t>(network_.cells.states()) * kEntries);
  out.won.resize(network_.entries.won.size());
  out.flows.resize(F + 1);  // the last for those who are nobody's users
  out.per_contact.resize(F);
  out.heard_per_contact.resize(F);
  const std::vector<Actor> lookers = act_alone(candidates_of(block), out);
  std::visit([&](const auto& graph) { look_and_act(graph, std::span<const Actor>(lookers), out); },
             society_.graph);
  return out;
}

// Those whom neighbours could make act.
std::vector<Candidate> Decider::candidates_of(std::uint32_t block) const {
  const PersonId first = block * kBlock;
  const auto people = static_cast<std::uint32_t>(network_.states.size());
  // Memory is slower than all that is done with it: it is asked for well before it is needed.
  for (std::size_t i = first; i < std::min<std::size_t>(people, first + std::size_t{kBlock});
       i += kCacheLine) {
    __builtin_prefetch(&network_.states[i]);
    __builtin_prefetch(&society_.type[i]);
    __builtin_prefetch(&network_.entries.of_person[i]);
  }
  std::vector<Candidate> candidates;
  draw_candidates(stream_key_, week_, block, people, tables_.most(), candidates);
  std::size_t n = 0;
  for (const Candidate& candidate : candidates) {
    const PersonId i = candidate.person;
    // Written in any case, for a branch that nobody can foresee costs more; 1 - exp(-H) <= H.
    const WeekTables::Place& place = tables_.place_of(network_.states[i], society_.type[i]);
    const double u = candidate.u;
    candidates[n] = {i, place.row, u};
    n += static_cast<std::size_t>(u < place.most);
  }
  candidates.resize(n);
  return candidates;
}

// Lets those act whose neighbours do not matter, and returns the others. Without a look all is done for
// somebody who acts whatever his neighbours do, for reasons of his own, and does not join a firm (of which
// the ledgers want to know how he came to it). Nobody can foresee who that is: no branch depends on it.
std::vector<Decider::Actor> Decider::act_alone(std::span<const Candidate> candidates, BlockWeek& out) const {
  const auto F = static_cast<std::size_t>(tables_.firms());
  std::vector<Actor> lookers(candidates.size());
  out.moves.resize(candidates.size());
  std::size_t looking = 0;
  std::size_t moved = 0;
  LaneCounters<kLanes> counters;
  counters.fill(stream_key_.counter(Purpose::choice, static_cast<std::uint32_t>(week_), 0));
  LaneNumbers<kLanes> numbers;
  for (std::size_t first = 0; first < candidates.size(); first += kLanes) {
    const auto some = candidates.subspan(first, std::min(kLanes, candidates.size() - first));
    for (std::size_t i = 0; i < some.size(); ++i) counters.words[1][i] = some[i].person;
    encrypt(counters, stream_key_.philox_key(), numbers);
    for (std::size_t i = 0; i < some.size(); ++i) {
      const auto& [person, row, u] = some[i];
      const double origin = to_unit(numbers.first[i]);
      const double choice = to_unit(numbers.second[i]);
      const double least = tables_.least(row);
      const std::size_t event = tables_.own_event(row, choice * least);
      const auto alone = static_cast<std::size_t>(u < tables_.surely(row)) &
                         static_cast<std::size_t>(origin * tables_.most(row) < least) &
                         static_cast<std::size_t>(event >= F);
      lookers[looking] = {person, row, u, origin, choice};
      out.moves[moved] = {person, after(network_.states[person], event)};
      looking += 1 - alone;
      moved += alone;
    }
  }
  lookers.resize(looking);
  out.moves.resize(moved);
  for (PersonMove& move : out.moves) record(move, out);
  return lookers;
}

// In groups, for each of which memory is asked for ahead.
template <class Graph>
void Decider::look_and_act(const Graph& graph, std::span<const Actor> lookers, BlockWeek& out) const {
  Gathering gathering;
  Shares share;
  for (std::size_t first = 0; first < lookers.size(); first += kGroup) {
    const auto some = lookers.subspan(first, std::min(kGroup, lookers.size() - first));
    gather(graph, some, gathering);
    for (std::size_t i = 0; i < some.size(); ++i) {
      for (const PersonId other : gathering.neighbours[i]) __builtin_prefetch(&network_.states[other]);
    }
    for (std::size_t i = 0; i < some.size(); ++i) {
      look_around(gathering.neighbours[i], share);
      act_with(some[i], share, out);
    }
  }
}

void Decider::look_and_act(const Shared<StoredGraph>& graph, std::span<const Actor> lookers,
                           BlockWeek& out) const {
  look_and_act(*graph, lookers, out);
}

// Whom each of a group listens to: where the rows of a graph are, then the rows.
void Decider::gather(const StoredGraph& graph, std::span<const Actor> group, Gathering& out) const {
  for (const Actor& actor : group) __builtin_prefetch(&graph.offsets[actor.person]);
  for (std::size_t i = 0; i < group.size(); ++i) {
    out.neighbours[i] = graph.of(group[i].person);
    __builtin_prefetch(out.neighbours[i].data());
    __builtin_prefetch(out.neighbours[i].data() + out.neighbours[i].size());
  }
}

template <class Graph>
void Decider::gather(const Graph& graph, std::span<const Actor> group, Gathering& out) const {
  out.met.clear();
  std::array<std::size_t, kGroup + 1> ends{};
  for (std::size_t i = 0; i < group.size(); ++i) {
    meet(graph, group[i].person, out.met);
    ends[i + 1] = out.met.size();
  }
  for (std::size_t i = 0; i < group.size(); ++i) {
    out.neighbours[i] = std::span(out.met).subspan(ends[i], ends[i + 1] - ends[i]);
  }
}

// Appends those whom a person listens to this week.
void Decider::meet(const ImplicitGraph& graph, PersonId person, std::vector<PersonId>& met) const {
  for (std::uint32_t place = 0; place < graph.degree; place += ImplicitGraph::kPlaces) {
    const auto some = graph.neighbours(person, place);
    const std::size_t count = std::min<std::size_t>(ImplicitGraph::kPlaces, graph.degree - place);
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
  const auto F = static_cast<std::size_t>(tables_.firms());
  std::array<std::uint32_t, kMostFirms + 1> users{};
  if (F <= kPackedFirms && neighbours.size() < 256) {
    std::uint64_t packed = 0;
    for (const PersonId other : neighbours) packed += one_of_[network_.states[other]];
    for (std::size_t f = 0; f < F; ++f, packed >>= 8U) users[f] = packed & 255;
  } else {
    for (const PersonId other : neighbours) ++users[provider_of_[network_.states[other]]];
  }
  const double one = neighbours.empty() ? 0 : 1.0 / static_cast<double>(neighbours.size());
  for (std::size_t f = 0; f < F; ++f) share[f] = users[f] * one;
}

void Decider::act_with(const Actor& actor, const Shares& share, BlockWeek& out) const {
  const auto F = static_cast<std::size_t>(tables_.firms());
  const double least = tables_.least(actor.row);
  const double* heard = tables_.heard(actor.row);
  std::array<double, kMostFirms> added;
  double more = 0;
  for (std::size_t f = 0; f < F; ++f) more += added[f] = heard[f] * share[f];
  const double total = least + more;
  // Whether u < 1 - exp(-H), which lies between H - H^2 / 2 and H: the exponential is rarely needed.
  const double u = actor.u;
  if (u >= total || (u >= total - total * total / 2 && !(u < -elementary::expm1(-total)))) return;
  const bool own = actor.origin * total < least;
  const std::size_t event = own ? tables_.own_event(actor.row, actor.choice * least)
                                : in_proportion(std::span(added).first(F), more, actor.choice);
  const PersonState state = network_.states[actor.person];
  PersonMove move{actor.person, after(state, event)};
  if (event < F) move.entry = count_joiner(actor, event, share[event], out);
  record(move, out);
  out.moves.push_back(move);
}

// The state that an event leads to from another.
PersonState Decider::after(PersonState state, std::size_t event) const {
  const auto F = static_cast<std::size_t>(tables_.firms());
  const std::size_t joined = kUserStates + event * static_cast<std::size_t>(network_.cells.levels);
  const std::size_t moved = event == F + 1 ? state + 1U : state - 1U;
  return static_cast<PersonState>(event < F ? joined : event == F ? kLapsed : moved);
}

// In proportion to the channels' rates, as he meets them and which sum to `contact`, by the digits of his
// choice that no event's bounds hang on.
EntryChannel Decider::entry_of(const Actor& actor, std::size_t firm, double share, double contact) const {
  PerChannel rates = hazards_.contact[firm];
  rates[Channel::word_of_mouth] = hazards_.word_of_mouth[firm] * share;
  const double digits = actor.choice * 0x1p20;
  return static_cast<EntryChannel>(
      in_proportion(std::span(rates.data(), count_of<Channel>), contact, digits - std::floor(digits)));
}

// Returns the channel through which he came.
EntryChannel Decider::count_joiner(const Actor& actor, std::size_t firm, double share, BlockWeek& out) const {
  const PersonState state = network_.states[actor.person];
  Flow& winner = out.flows[firm];
  const double contact =
      tables_.reach(static_cast<int>(firm)) + tables_.word_of_mouth(static_cast<int>(firm)) * share;
  auto entry = static_cast<EntryChannel>(Channel::organic);  // of who gave up another and was told of none
  if (contact > 0) {
    out.per_contact[firm] += 1 / contact;
    out.heard_per_contact[firm] += share / contact;
    entry = entry_of(actor, firm, share, contact);
  } else {
    winner.won[Channel::organic] += 1;
  }
  ++out.won[firm * count_of<Channel> + entry];
  if (state < kUserStates) {
    winner.adopted += 1;
  } else {
    winner.switched_in += 1;
    out.flows[provider_of_[state]].switched_away += 1;
  }
  return entry;
}

// Who has moved is counted where he was and where he is.
// Completes what a move says of the channel: who joins no firm keeps his, as long as he has a provider.
void Decider::record(PersonMove& move, BlockWeek& out) const {
  const Cells& cells = network_.cells;
  const PersonState state = network_.states[move.person];
  const int k = society_.favourite(move.person);
  const int s = society_.adopter_class(move.person);
  --out.change[cells.cell(k, s, state)];
  ++out.change[cells.cell(k, s, move.to)];
  out.flows[provider_of_[state]].left += static_cast<double>(move.to == kLapsed);
  const EntryChannel old = network_.entries.of_person[move.person];
  if (move.entry == kNoChannel && move.to >= kUserStates) move.entry = old;
  --out.entered[state * kEntries + old];
  ++out.entered[move.to * kEntries + move.entry];
}

}  // namespace orgsim
