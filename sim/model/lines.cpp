// docs/model.md, 7.7: the crisis lines of each firm's marketing, and the phase of the market.
#include <algorithm>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

constexpr double kStockGrowth = 0.05;  // a year
constexpr int kStockWeeks = 13;

std::array<bool, count_of<Line>> conditions(const LineParameters& p, const Firm& firm) {
  const Department d = Department::marketing;
  const double real_share = firm.share[d] * (1 - firm.now.friction[d]);
  return {real_share < p.budget * firm.parameters.executive.share[d],
          firm.now.non_substitutability[d] < p.capability, firm.now.centrality[d] < p.structure};
}

void note_first(LineState& lines, Crisis crisis, bool holds, int week) {
  auto& first = lines.first[static_cast<std::size_t>(crisis)];
  if (holds && !first) first = week;
}

void watch_lines(const World& world, Firm& firm) {
  const LineParameters& p = world.parameters.lines;
  LineState& lines = firm.lines;
  const auto held = conditions(p, firm);
  lines.level = 0;
  for (std::size_t i = 0; i < held.size(); ++i) {
    lines.weeks_held[i] = held[i] ? lines.weeks_held[i] + 1 : 0;
    lines.crossed[i] = lines.weeks_held[i] >= p.sustain;
    lines.level += lines.crossed[i] ? 1 : 0;
    note_first(lines, static_cast<Crisis>(i), lines.crossed[i], world.week);
  }
  note_first(lines, Crisis::marginalised, lines.level >= kMarginalisedLevel, world.week);
}

void watch_category(World& world) {
  Category& category = world.category;
  const double users = world.census.all_users();
  const std::optional<double> half_a_year_ago = category.users_before.push(users);
  const auto growth_since = [&](double then) {
    return 2 * elementary::log(std::max(users, kLogFloor) / std::max(then, kLogFloor));
  };
  const bool slow = half_a_year_ago && growth_since(*half_a_year_ago) < kStockGrowth;
  category.slow_weeks = slow ? category.slow_weeks + 1 : 0;
  if (!category.stock_phase && category.slow_weeks >= kStockWeeks) {
    category.stock_phase = world.week - kStockWeeks + 1;
  }

  double won = 0;
  double switched = 0;
  for (const Firm& firm : world.firms) {
    won += firm.now.flow.adopted + firm.now.flow.switched_in;
    switched += firm.now.flow.switched_in;
  }
  category.won.push(won);
  category.switched.push(switched);
  const double all_won = category.won.sum();
  category.zero_sum = all_won > 0 ? category.switched.sum() / all_won : 0;
}

}  // namespace

void lines(World& world) {
  for (Firm& firm : world.firms) watch_lines(world, firm);
  watch_category(world);
}

}  // namespace orgsim
