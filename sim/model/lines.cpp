// docs/model.md, 3.7: the crisis lines of each firm's marketing, and the phase of the market.
#include "model/lines.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "core/vectors.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

constexpr double kStockGrowth = 0.05;  // a year
constexpr int kStockWeeks = 13;

void note_first(LineState& lines, Crisis crisis, bool holds, int week) {
  auto& first = lines.first[static_cast<std::size_t>(crisis)];
  if (holds && !first) first = week;
}

void watch_lines(const World& world, Firms& firms) {
  constexpr Department d = Department::marketing;
  const LineParameters& p = world.parameters.lines;
  // A verdict is not bought by a larger budget.
  firms.real_share = firms.share[d] * (1 - firms.friction[d]) * firms.budget_factor.min(1);
  firms.level.setZero();
  for (std::size_t f = 0; f < firms.count(); ++f) {
    LineState& lines = firms.lines[f];
    lines.count(beyond(position_of(firms, f), p), p.sustain);
    firms.level(f) = lines.level();
    for (const Line line : every<Line>())
      note_first(lines, static_cast<Crisis>(line), lines.is_crossed(line), world.week);
    note_first(lines, Crisis::marginalised, firms.level(f) >= kMarginalisedLevel, world.week);
    note_first(lines, Crisis::any, firms.level(f) > 0, world.week);
  }
}

void watch_category(World& world) {
  Category& category = world.category;
  const double users = sum(world.census.users, world.firms.count());
  const std::optional<double> half_a_year_ago = category.users_before.push(users);
  const auto growth_since = [&](double then) {
    return 2 * elementary::log(std::max(users, kLogFloor) / std::max(then, kLogFloor));
  };
  const bool slow = half_a_year_ago && growth_since(*half_a_year_ago) < kStockGrowth;
  category.slow_weeks = slow ? category.slow_weeks + 1 : 0;
  if (!category.stock_phase && category.slow_weeks >= kStockWeeks) {
    category.stock_phase = world.week - kStockWeeks + 1;
  }

  category.won.push(sum(world.firms.won, world.firms.count()));
  category.switched.push(sum(world.firms.switched, world.firms.count()));
  const double all_won = category.won.sum();
  category.zero_sum = all_won > 0 ? category.switched.sum() / all_won : 0;
}

}  // namespace

Position position_of(const Firms& firms, std::size_t firm) {
  constexpr Department d = Department::marketing;
  return {firms.real_share(firm), firms.keys.of(firm).executive.share[d], firms.non_substitutability(d, firm),
          firms.centrality(d, firm)};
}

void lines(World& world) {
  on_widest_vectors([&] {
    watch_lines(world, world.firms);
    watch_category(world);
  });
}

}  // namespace orgsim
