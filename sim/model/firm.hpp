// One firm: what it carries from week to week, and what it made of this week.
#pragma once

#include <array>
#include <optional>

#include "keys/names.hpp"
#include "keys/parameters.hpp"
#include "model/market/hazards.hpp"
#include "model/recent.hpp"

namespace orgsim {

using PerLine = Per<Line>;

constexpr int kMarginalisedLevel = 2;  // marketing that has crossed so many lines is marginalised

// Which crisis lines marketing has crossed, and since when (docs/model.md, 7.7).
struct LineState {
  std::array<int, count_of<Line>> weeks_held{};              // weeks in a row that the condition has held
  std::array<bool, count_of<Line>> crossed{};                // in this week
  int level = 0;                                             // number of lines crossed
  std::array<std::optional<int>, count_of<Crisis>> first{};  // the first week of each state

  std::optional<int> first_week(Crisis crisis) const { return first[static_cast<std::size_t>(crisis)]; }
  bool is_crossed(Line line) const { return crossed[static_cast<std::size_t>(line)]; }

  bool operator==(const LineState&) const = default;
};

// Why each department's log share moved this week; the five sum to the change (docs/model.md, 7.6).
struct Audit {
  PerDepartment credit;
  PerDepartment noise;
  PerDepartment power;
  PerDepartment equality;
  PerDepartment rest;  // clipping, floor, normalisation, and what was decided from outside

  bool operator==(const Audit&) const = default;
};

// Quantities that are made anew every week, in the order in which they are made. Money is per week.
struct FirmWeek {
  // docs/model.md, 7.2: executives
  double growth_clipped = 0;  // gc
  double scrutiny = 0;        // sigma
  double revenue = 0;         // R
  double injection = 0;       // I
  double total_budget = 0;    // B, before grants
  PerDepartment budget;       // b_d, with grants
  double granted = 0;         // paid from outside
  // docs/model.md, 7.3: departments
  double moving = 0;            // half the L1 distance from mix to target mix
  double freed = 0;             // share of staff whose craft AI does
  double judgement = 1;         // J
  PerDepartment measurability;  // M_d
  PerDepartment friction;       // phi_d
  PerDepartment spend;
  PerDepartment cost;
  PerDepartment per_head;  // e_d = spend_d / N
  PerMode effort;          // E_m
  double share_of_voice = 0;
  double own_voice = 0;         // v: adstock's part in the firm's voice
  double relative_quality = 0;  // q_f
  double engagement = 0;        // o
  double content_share = 0;     // psi: marketing's content in operations' effect
  double closing = 0;           // closing_f
  double performance_share = 0;
  // docs/model.md, 7.4: customers
  Flow flow;
  // docs/model.md, 7.5: ledgers
  double lifetime_value = 0;  // LTV
  PerChannel value;           // A_j
  double pull = 0;
  double brand = 0;
  double closed = 0;  // kcl
  PerDepartment contributed;
  PerDepartment last_touch;
  PerDepartment credited;
  PerMode mode_credit;  // last-touch value of marketing's modes
  PerDepartment centrality;
  // docs/model.md, 7.6: politics
  PerDepartment non_substitutability;
  Audit audit;
  double profit = 0;

  bool operator==(const FirmWeek&) const = default;
};

// What holds because it was decided for the firm from outside (docs/model.md, 7.9).
struct Decided {
  double marketing_budget = 1;  // factor on marketing's budget, until it is decided anew
  bool hold_share = false;      // whatever the executive would reallocate
  bool hold_mix = false;        // whatever marketing's head would do
  // What the last week left, as long as what was decided since then waits for its first week.
  std::optional<PerDepartment> share_before;
  std::optional<PerDepartment> log_share_before;
  std::optional<PerMode> mix_before;

  bool operator==(const Decided&) const = default;
};

struct Firm {
  FirmParameters parameters;

  double growth = 1;  // g
  double churn = 0;   // c
  double cash = 0;
  Recent users_before;  // n_f of the last growth_window weeks

  double quality = 0;  // Q
  double fit = 0;
  double fit_alone = 0;  // fit0: without marketing's insight
  double virality = 0;
  double virality_alone = 0;
  double insight_sum = 0;  // product-mode effort in this cycle's window
  int insight_weeks = 0;
  double own_insight = 0;  // of the last release

  PerMode mix;
  PerMode proficiency;     // xi
  double ai_adoption = 0;  // alpha
  double redeploy = 0;     // r
  double ceo_voice = 0;
  double staff = 1;
  double creative = 1;
  double adstock = 0;   // V
  double goodwill = 0;  // G

  PerDepartment share;      // x
  PerDepartment log_share;  // ln max(x, kLogFloor), always of the present share
  PerDepartment power;
  PerDepartment roi;
  PerDepartment perception;  // eps
  LineState lines;
  Decided decided;

  FirmWeek now;

  bool operator==(const Firm&) const = default;
};

}  // namespace orgsim
