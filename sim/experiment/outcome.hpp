// What became of marketing, and of the firm, in one run (docs/model.md, 3.7).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/simulation.hpp"
#include "experiment/verdict.hpp"

namespace orgsim {

struct FirmOutcome {
  std::array<std::optional<int>, count_of<Line>> line_week;  // first week of each line
  std::optional<int> marginalised_week;   // first week in which at least two lines were crossed
  std::optional<int> marginalised_until;  // last such week
  double npv = 0;                         // money, discounted to week 0
  PerDepartment share_end;                // after the last week
  PerDepartment budget_total;             // money over the whole run
  // Money that a customer won through a channel brought in by the end of the run, revenue times margin;
  // nothing where the market knows no individuals, NaN where nobody came.
  std::optional<PerChannel> margin_per_customer;

  // What is NaN in both is alike.
  bool operator==(const FirmOutcome&) const;
};

struct Outcome {
  std::optional<int> began;  // first week of the strategy at the focal firm
  Verdict verdict = Verdict::not_begun;
  Verdict lenient = Verdict::not_begun;  // with lower lines
  Verdict strict = Verdict::not_begun;   // with higher ones
  std::optional<Standing> standing;      // mean over the verdict weeks, where there is a verdict
  std::optional<int> stock_phase_week;
  std::vector<FirmOutcome> firms;

  bool operator==(const Outcome&) const = default;
};

// Follows one run from week 0 on; copied when the run is forked.
class OutcomeTracker {
 public:
  explicit OutcomeTracker(std::size_t firms) : firms_(firms) {}

  // To be called after every week.
  void observe(const World& world);

  // The outcome of the finished run, its verdict still open.
  Outcome outcome(const Simulation& simulation) const;

  // Of the focal firm's marketing.
  const Positions& positions() const { return positions_; }

 private:
  void add_margins(const World& world, const Network& network);

  struct FirmTotals {
    double discounted_profit = 0;
    std::optional<int> marginalised_until;
    PerDepartment budget;
    PerChannel margin;  // of the customers won through each channel, so far
  };

  std::vector<FirmTotals> firms_;
  Positions positions_;
  std::vector<double> users_by_entry_;  // after the week before, as in Entries
};

}  // namespace orgsim
