// What became of marketing, and of the firm, in one run; and how a strategy is judged (docs/model.md,
// 7.7).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/simulation.hpp"

namespace orgsim {

enum class Verdict { not_begun, averted, reversed, transformed, contained, lost };
template <>
struct Names<Verdict> {
  static constexpr std::array<std::string_view, 6> value{"not_begun",   "averted",   "reversed",
                                                         "transformed", "contained", "lost"};
};

// Marketing is saved if it is averted or reversed that it is marginalised.
constexpr bool saves(Verdict verdict) {
  return verdict == Verdict::averted || verdict == Verdict::reversed;
}

struct FirmOutcome {
  std::array<std::optional<int>, count_of<Line>> line_week;  // first week of each line
  std::optional<int> marginalised_week;   // first week in which at least two lines were crossed
  std::optional<int> marginalised_until;  // last such week
  double npv = 0;                         // money, discounted to week 0
  PerDepartment share_end;                // after the last week
  PerDepartment budget_total;             // money over the whole run

  bool operator==(const FirmOutcome&) const = default;
};

struct Outcome {
  std::optional<int> began;  // first week of the strategy at the focal firm
  Verdict verdict = Verdict::not_begun;
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

  // The judgement of a strategy that began in week `began`, against the baseline of the same replication.
  static Verdict judge(const OutcomeTracker& baseline, const OutcomeTracker& run, int began,
                       const LineParameters& lines);

 private:
  struct FirmTotals {
    double discounted_profit = 0;
    std::optional<int> marginalised_until;
    PerDepartment budget;
  };
  struct FocalWeek {
    std::array<bool, count_of<Line>> crossed{};
    int level = 0;
    double centrality = 0;
  };

  bool marginalised(int first, int last) const;

  std::vector<FirmTotals> firms_;
  std::vector<FocalWeek> focal_;  // one per week
};

}  // namespace orgsim
