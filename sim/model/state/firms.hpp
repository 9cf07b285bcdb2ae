// What the firms carry from week to week and what they make of a week, quantity by quantity. What each
// quantity is, quantities.cpp says.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "keys/names.hpp"
#include "model/recent.hpp"
#include "model/state/arrays.hpp"
#include "model/state/own_keys.hpp"
#include "model/state/survival.hpp"

namespace orgsim {

constexpr int kMarginalisedLevel = 2;  // marketing that has crossed so many lines is marginalised

// The crisis lines that a firm's marketing has crossed in a week (docs/model.md, 3.7).
struct CrossedLines {
  std::array<bool, count_of<Line>> lines{};

  bool has(Line line) const { return lines[static_cast<std::size_t>(line)]; }
  int level() const { return static_cast<int>(std::count(lines.begin(), lines.end(), true)); }

  bool operator==(const CrossedLines&) const = default;
};

// And since when.
struct LineState {
  std::array<int, count_of<Line>> weeks_held{};              // weeks in a row that the condition has held
  CrossedLines crossed;                                      // in this week
  std::array<std::optional<int>, count_of<Crisis>> first{};  // the first week of each state

  std::optional<int> first_week(Crisis crisis) const { return first[static_cast<std::size_t>(crisis)]; }
  bool is_crossed(Line line) const { return crossed.has(line); }
  int level() const { return crossed.level(); }

  // One more week, in which these conditions held.
  void count(const std::array<bool, count_of<Line>>& held, std::int64_t sustain) {
    for (std::size_t i = 0; i < held.size(); ++i) {
      weeks_held[i] = held[i] ? weeks_held[i] + 1 : 0;
      crossed.lines[i] = weeks_held[i] >= sustain;
    }
  }

  bool operator==(const LineState&) const = default;
};

// What was decided for a firm from outside (docs/model.md, 3.9).
struct Decided {
  double marketing_budget = 1;  // factor on marketing's budget, until it is decided anew
  bool hold_share = false;      // whatever the executive would reallocate
  bool hold_mix = false;        // whatever marketing's head would do
  // What the executive divides by instead of the returns that it perceives.
  std::optional<PerDepartment> returns;
  // What waits for the next week, which begins with it.
  std::optional<PerDepartment> share;
  std::optional<PerMode> mix;

  bool operator==(const Decided&) const = default;
};

struct Firms {
  OwnKeys keys;
  std::vector<Recent> users_before;  // n_f of the last growth_window weeks
  std::vector<LineState> lines;
  std::vector<Decided> decided;
  std::vector<Survival> survival;  // one per firm with [selection], none without
  double insight_weeks = 0;        // of this cycle's window, so far

  // docs/model.md, 3.2: executives
  OfFirms users, growth, growth_clipped, scrutiny, revenue, injection, total_budget, granted;
  OfDepartments budget;
  // docs/model.md, 3.3: departments
  OfModes mix, proficiency, effort;
  OfFirms ai_adoption, redeploy, ceo_voice, moving, freed, staff, judgement;
  OfDepartments measurability, friction, spend, cost, per_head;
  OfFirms creative, adstock, own_voice, share_of_voice, goodwill, performance_share;
  OfFirms product_quality, insight_sum, own_insight, fit, fit_alone, virality, virality_alone, quality;
  OfFirms engagement, psi, sales_force, proof, budget_factor;
  // docs/model.md, 3.4: customers
  OfFirms adopted, switched, left, switched_away, won, lost, users_end;
  OfChannels won_by_channel;
  // docs/model.md, 3.5: ledgers
  OfFirms churn, ltv, pull, brand, closing;
  OfChannels value;
  OfDepartments contributed, last_touch, credited, centrality;
  OfModes mode_credit, mode_contributed;
  // docs/model.md, 3.6: politics
  OfDepartments non_substitutability, power, roi, perception, share, log_share, log_share_before;
  OfFirms insourced, profit, cash;
  // Why each department's log share moved this week; the five sum to the change.
  OfDepartments by_credit, by_noise, by_power, by_equality, by_rest;
  // docs/model.md, 3.7
  OfFirms real_share, level;

  std::size_t count() const { return keys.count(); }

  bool operator==(const Firms&) const = default;
};

}  // namespace orgsim
