// One week of individuals, by thinning: who may act is drawn first, and only those are looked at.
//
// Each person's week is one uniform number u: he acts if u is below the probability of any event. That is
// below a bound for nearly everybody, so [0, 1) is cut into layers of kLayer. For each block of people and
// each layer that anybody's probability reaches, one binomial draw says how many have their u in that layer,
// and as many positions and places of u in it are drawn. Whoever is drawn in no layer has a larger u and does
// nothing. Exact: every person acts with exactly the probability of his hazards. A layer's draws do not
// depend on how many layers a week needs, so paired runs keep their random numbers.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "model/market/network/network.hpp"

namespace orgsim {

constexpr std::uint32_t kBlock = 16384;
constexpr double kLayer = 1.0 / 64;

// Somebody who may act in a week.
struct Candidate {
  PersonId person;
  std::uint32_t row;  // of the week's tables, once it is looked up
  double u;           // acts if the probability of any event is above it
};

// The candidates of a block in a week whose largest probability is `most`, in the order in which they are
// drawn; nobody comes twice.
void draw_candidates(const StreamKey& stream_key, int week, std::uint32_t block, std::uint32_t people,
                     double most, std::vector<Candidate>& candidates);

// What a person in a given state faces this week, in tables. His hazards are of two parts: his own, A, which
// are the same for all in his state, and what his neighbours add, W.
class WeekTables {
 public:
  WeekTables(const Cells& cells, const Hazards& hazards);

  double most() const { return most_; }  // the largest probability of any event
  int firms() const { return firms_; }
  int events() const { return firms_ + 3; }  // to each firm, leave, rise, fall

  // Where to find what somebody in a state (255 if he is absent) faces, by his type; and the most that all
  // his hazards can be, if word of mouth is as strong as it can be.
  struct Place {
    double most;
    std::uint32_t row;
  };
  const Place& place_of(PersonState state, std::uint8_t type) const {
    return places_[std::min<std::size_t>(state, absent_) * types_ + type];
  }
  // Of all hazards together: the least, A, and the most.
  double least(std::size_t row) const { return sums_[row].least; }
  double most(std::size_t row) const { return sums_[row].most; }
  // The probability of an event at the least hazard.
  double surely(std::size_t row) const { return sums_[row].surely; }
  // Which of one's own events a number on [0, least) hits if they lie there side by side. Without a branch,
  // which nobody could foresee.
  std::size_t own_event(std::size_t row, double at) const {
    const double* ends = &ends_[row * stride_];
    std::size_t event = 0;
    for (std::size_t e = 0; e < stride_; e += kVector) {
      for (std::size_t i = 0; i < kVector; ++i) event += static_cast<std::size_t>(ends[e + i] <= at);
    }
    return event;
  }
  // What a neighbourhood of a firm's users alone would add to the hazard of each firm.
  const double* heard(std::size_t row) const { return &heard_[row * static_cast<std::size_t>(firms_)]; }
  // Of the contact rate of a firm, without word of mouth; and its word of mouth at a share of neighbours
  // of 1.
  double reach(int firm) const { return reach_[static_cast<std::size_t>(firm)]; }
  double word_of_mouth(int firm) const { return word_[static_cast<std::size_t>(firm)]; }

 private:
  std::size_t row_of(PersonState state, int favourite, int adopter_class) const {
    const int of_nonusers = firms_ * classes_;
    if (state < kUserStates)
      return static_cast<std::size_t>(state * of_nonusers + favourite * classes_ + adopter_class);
    return static_cast<std::size_t>(kUserStates * of_nonusers + (state - kUserStates) * firms_ + favourite);
  }
  // What somebody is told of his own: who gives up provider g at hazard mu takes up another, or none.
  struct Own {
    const double* taken_up = nullptr;
    double mu = 0;
    double leave = 0;
    double rise = 0;
    double fall = 0;
  };
  void add_row(std::size_t row, const Hazards& hazards, std::size_t of_hazards, const Own& own);

  int firms_;
  int classes_;
  double most_ = 0;
  struct Sums {
    double least;
    double most;
    double surely;
  };
  std::vector<Sums> sums_;  // per row
  std::size_t absent_;      // the state after the last, in which nobody acts
  std::size_t types_;
  std::vector<Place> places_;
  std::size_t stride_;        // events rounded up to whole vectors
  std::vector<double> ends_;  // of the own events of each row but the last, one upon the other; then infinity
  std::vector<double> heard_;
  std::vector<double> reach_;
  std::vector<double> word_;
};

}  // namespace orgsim
