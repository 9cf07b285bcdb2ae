// What the two market kinds without a network share: people of one cell are exchangeable, so a week is one
// split of each cell over its possible events. The kinds differ in how a count is split.
#pragma once

#include <boost/container/small_vector.hpp>
#include <vector>

#include "model/market/cells.hpp"
#include "model/market/hazards.hpp"

namespace orgsim {

// The events that compete for one kind of person stand in the order of a draw: firms 0 ... F-1 (to the own
// one nobody goes), leave, rise, fall.
constexpr std::size_t kMostEvents = kMostFirms + 3;
inline std::size_t event_count(int firms) {
  return static_cast<std::size_t>(firms) + 3;
}

// A number for each event and each of `width` kinds of people, event by event. Without initial values.
class EventTable {
 public:
  EventTable(std::size_t events, std::size_t width)
      : events_(events), width_(width), numbers_(events * width, boost::container::default_init) {}

  std::size_t events() const { return events_; }
  std::size_t width() const { return width_; }
  double* operator[](std::size_t event) { return numbers_.data() + event * width_; }
  const double* operator[](std::size_t event) const { return numbers_.data() + event * width_; }

 private:
  static constexpr std::size_t kWithoutHeap = 1024;  // as many as three firms and the default classes need

  std::size_t events_;
  std::size_t width_;
  boost::container::small_vector<double, kWithoutHeap> numbers_;
};

// The probabilities of the events for the people of each row of `hazards`. At most one happens in a week:
// with total hazard H none does with probability exp(-H), otherwise the kind is chosen in proportion to its
// hazard. Throws InputError where a hazard is not a number.
EventTable event_probabilities(const Hazards& hazards);

// Non-users of class s and favourite k have the row s * firms + k and the cell k * stride + s; users differ
// by class only in the cell: the i-th row of users has the cells (firms + i) * stride and on.
//
// Carries out what the split gave, people per event and cell, and returns the flows per firm. What non-users
// are given beyond the firms' events is not looked at.
std::vector<Flow> carry_out(const EventTable& met, const Hazards& hazards, Cells& cells);

}  // namespace orgsim
