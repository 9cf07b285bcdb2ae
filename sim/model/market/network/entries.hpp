// Through which channel each user came to his provider.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "keys/market.hpp"
#include "keys/names.hpp"
#include "model/market/cells.hpp"
#include "platform/large_vector.hpp"

namespace orgsim {

using EntryChannel = std::uint8_t;  // a Channel, or
constexpr EntryChannel kNoChannel =
    count_of<Channel>;  // who uses nobody's product, or used this one at week 0
constexpr std::size_t kEntries = count_of<Channel> + 1;

struct Entries {
  LargeVector<EntryChannel> of_person;
  // Counts of those who came through a channel: users by firm, habit and channel, and all that were ever won,
  // by firm and channel.
  std::vector<double> users;
  std::vector<double> won;

  Entries() = default;
  Entries(const MarketParameters& market, std::size_t people)
      : of_person(people, kNoChannel),
        users(static_cast<std::size_t>(market.firms * market.habit_levels) * count_of<Channel>),
        won(static_cast<std::size_t>(market.firms) * count_of<Channel>) {}

  template <class Visitor>
  void for_each_member(Visitor&& visit) {
    visit(of_person);
    visit(users);
    visit(won);
  }

  // `entered`: change of users by state and channel or none.
  void add(std::span<const double> entered) {
    for (std::size_t i = 0; i < users.size(); ++i)
      users[i] += entered[(kUserStates + i / count_of<Channel>)*kEntries + i % count_of<Channel>];
  }

  bool operator==(const Entries&) const = default;
};

}  // namespace orgsim
