#include "model/market/well_mixed.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace orgsim {

namespace {

// Most events one person can meet: another of 16 firms, leave, rise, fall.
constexpr std::size_t kMostEvents = 20;

class Week {
 public:
  Week(Cells& cells, const Hazards& hazards, const Split& split)
      : cells_(cells),
        hazards_(hazards),
        split_(split),
        before_(cells.counts),
        flows_(hazards.reach.size()) {}

  std::vector<Flow> run() {
    for (int r = 0; r < cells_.rows(); ++r) {
      nonusers_adopt(r);
      for (int provider = 0; provider < cells_.firms; ++provider) {
        for (int habit = 0; habit < cells_.levels; ++habit) users_move(r, provider, habit);
      }
    }
    for (std::size_t f = 0; f < flows_.size(); ++f) credit_channels(f);
    return std::move(flows_);
  }

 private:
  void nonusers_adopt(int r) {
    const double* accept = hazards_.adoption_of(r);
    for (int f = 0; f < cells_.firms; ++f) events_[f] = hazards_.reach[f] * accept[f];
    meet(r, 0, static_cast<std::size_t>(cells_.firms));
    for (int f = 0; f < cells_.firms; ++f) {
      move(r, 0, cells_.state_of(f, 0), moved_[f]);
      flows_[f].adopted += moved_[f];
    }
  }

  void users_move(int r, int provider, int habit) {
    const int from = cells_.state_of(provider, habit);
    const double* accept = hazards_.switching_of(r % cells_.firms, provider, habit);
    std::size_t n = 0;
    for (int f = 0; f < cells_.firms; ++f) {
      if (f != provider) events_[n++] = hazards_.reach[f] * accept[f];
    }
    events_[n++] = hazards_.leaving_of(provider, habit);
    events_[n++] = habit + 1 < cells_.levels ? hazards_.rising[provider] : 0;
    events_[n++] = habit > 0 ? hazards_.falling : 0;
    meet(r, from, n);

    std::size_t i = 0;
    for (int f = 0; f < cells_.firms; ++f) {
      if (f == provider) continue;
      move(r, from, cells_.state_of(f, 0), moved_[i]);
      flows_[f].switched_in += moved_[i];
      flows_[provider].switched_away += moved_[i];
      ++i;
    }
    move(r, from, 0, moved_[i]);
    flows_[provider].left += moved_[i];
    if (habit + 1 < cells_.levels) move(r, from, from + 1, moved_[i + 1]);
    if (habit > 0) move(r, from, from - 1, moved_[i + 2]);
  }

  // Splits the people who stood in a state at the week's start over the first n events.
  void meet(int r, int state, std::size_t n) {
    const int cell = r * cells_.states() + state;
    split_(cell, before_[static_cast<std::size_t>(cell)], std::span(events_).first(n),
           std::span(moved_).first(n));
  }

  void move(int r, int from, int to, double people) {
    const auto row = cells_.row(r);
    row[static_cast<std::size_t>(from)] -= people;
    row[static_cast<std::size_t>(to)] += people;
  }

  void credit_channels(std::size_t f) {
    const double won = flows_[f].adopted + flows_[f].switched_in;
    if (hazards_.reach[f] > 0) flows_[f].won = hazards_.contact[f] * (won / hazards_.reach[f]);
  }

  Cells& cells_;
  const Hazards& hazards_;
  const Split& split_;
  std::vector<double> before_;
  std::vector<Flow> flows_;
  std::array<double, kMostEvents> events_{};
  std::array<double, kMostEvents> moved_{};
};

}  // namespace

std::vector<Flow> respond_well_mixed(Cells& cells, const Hazards& hazards, const Split& split) {
  return Week(cells, hazards, split).run();
}

void split_expected(double count, std::span<const double> hazards, std::span<double> moved) {
  const double total = std::accumulate(hazards.begin(), hazards.end(), 0.0);
  const double each = total > 0 ? count * -std::expm1(-total) / total : 0;
  for (std::size_t i = 0; i < hazards.size(); ++i) moved[i] = each * hazards[i];
}

}  // namespace orgsim
