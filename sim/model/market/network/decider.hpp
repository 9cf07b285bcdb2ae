// What each candidate of a week does, by the states at the week's start.
//
// An event is chosen in two steps: one uniform number says whether it comes from the hazards that are one's
// own or from those that the neighbours add, another which of them it is. Most of what people do (rise, fall,
// leave) is thereby known without a look at anybody's neighbours, which is what costs time.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/market/network/kernel.hpp"
#include "model/market/network/network.hpp"

namespace orgsim {

struct PersonMove {
  PersonId person;
  PersonState to;
  EntryChannel entry = kNoChannel;  // through which he came to the provider that he has then
};

// What a block of people does in a week.
struct BlockWeek {
  std::vector<PersonMove> moves;
  std::vector<double> change;   // of Cells::counts
  std::vector<double> entered;  // change of Entries::users, by state and channel or none
  std::vector<double> won;      // added to Entries::won
  std::vector<Flow> flows;
  // Over the people won by each firm: the sums of 1 / L and of s / L, with the contact rate L of the firm and
  // its share s of the neighbours of whom it won.
  std::vector<double> per_contact;
  std::vector<double> heard_per_contact;
};

class Decider {
 public:
  // All arguments must outlive the decider.
  Decider(const Network& network, const Hazards& hazards, const Response& response);

  // One block; may be called from several threads at once.
  BlockWeek decide(std::uint32_t block) const;

 private:
  // Somebody who may act, and the numbers that choose his event.
  struct Actor {
    PersonId person;
    std::uint32_t row;
    double u;
    double origin;  // his own hazards, or his neighbours'
    double choice;  // which of them
  };
  static constexpr std::size_t kGroup = 64;
  // The neighbours of each of a group of people.
  struct Gathering {
    std::array<std::span<const PersonId>, kGroup> neighbours;
    std::vector<PersonId> met;  // those who are not in the rows of a stored graph
  };
  using Shares = std::array<double, kMostFirms>;  // of somebody's neighbours, per firm

  std::vector<Candidate> candidates_of(std::uint32_t block) const;
  std::vector<Actor> act_alone(std::span<const Candidate> candidates, BlockWeek& out) const;
  template <class Graph>
  void look_and_act(const Graph& graph, std::span<const Actor> lookers, BlockWeek& out) const;
  void look_and_act(const Shared<StoredGraph>& graph, std::span<const Actor> lookers, BlockWeek& out) const;
  void gather(const StoredGraph& graph, std::span<const Actor> group, Gathering& out) const;
  template <class Graph>
  void gather(const Graph& graph, std::span<const Actor> group, Gathering& out) const;
  void meet(const ImplicitGraph& graph, PersonId person, std::vector<PersonId>& met) const;
  void meet(const MixingGraph& graph, PersonId person, std::vector<PersonId>& met) const;
  void look_around(std::span<const PersonId> neighbours, Shares& share) const;
  void act_with(const Actor& actor, const Shares& share, BlockWeek& out) const;
  PersonState after(PersonState state, std::size_t event) const;
  EntryChannel entry_of(const Actor& actor, std::size_t firm, double share, double contact) const;
  EntryChannel count_joiner(const Actor& actor, std::size_t firm, double share, BlockWeek& out) const;
  void record(PersonMove& move, BlockWeek& out) const;

  const Network& network_;
  const Society& society_;
  const Hazards& hazards_;
  WeekTables tables_;
  std::array<std::uint8_t, 256> provider_of_{};  // of a state; the number of firms where it is nobody
  std::array<std::uint64_t, 256> one_of_{};      // a user of a state's provider, in the byte of that firm
  const StreamKey& stream_key_;
  int week_;
};

}  // namespace orgsim
