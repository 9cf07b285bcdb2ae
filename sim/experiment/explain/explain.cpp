#include "experiment/explain/explain.hpp"

#include <algorithm>

#include "experiment/drawn.hpp"
#include "experiment/explain/against.hpp"
#include "experiment/explain/measured.hpp"
#include "experiment/explain/mechanisms.hpp"
#include "experiment/guards.hpp"
#include "experiment/units/options.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kValuesOfAll = 2;  // of none and of all, behind what each player adds

// The scenario of a coalition in a unit, without distributions: those that are in are as they are, or as the
// other scenario has them.
using Coalesced = std::function<Scenario(const Unit& unit, Coalition in)>;

struct Game {
  std::vector<std::string> players;
  Coalesced scenario;
};

Game game_of_mechanisms(const Scenario& scenario, ExplainOptions& options) {
  std::vector<const Mechanism*> used;
  std::vector<std::string> names;
  std::vector<std::string> known;
  for (const Mechanism& mechanism : mechanisms()) {
    known.emplace_back(mechanism.name);
    const bool asked = options.mechanisms.empty() ||
                       std::ranges::find(options.mechanisms, mechanism.name) != options.mechanisms.end();
    if (!asked || !mechanism.used(scenario)) continue;
    used.push_back(&mechanism);
    names.emplace_back(mechanism.name);
  }
  for (const std::string& name : options.mechanisms) {
    if (std::ranges::find(known, name) != known.end()) continue;
    throw InputError(Problem{{},
                             "mechanisms",
                             fmt::format("there is no mechanism '{}'", name),
                             fmt::format("there are: {}", fmt::join(known, ", "))});
  }
  if (used.empty())
    throw InputError(Problem{{}, "mechanisms", "the scenario uses none of them", "a scenario that does"});
  options.mechanisms = names;
  return {names, [used](const Unit& unit, Coalition in) {
            Scenario switched = unit.scenario;
            for (std::size_t i = 0; i < used.size(); ++i) {
              if ((in >> i & 1U) == 0) used[i]->switch_off(switched);
            }
            return switched;
          }};
}

// The other scenario is what none of the players is in, so that the difference is what they make of it.
Game game_of_groups(UnitsPlan& plan, const ExplainOptions& options) {
  if (!options.mechanisms.empty())
    throw InputError(Problem{{}, "mechanisms", "two scenarios are compared by their keys", "leave one out"});
  const std::vector<KeyGroup> groups = groups_of_differences(plan.scenario, *plan.against);
  leave_alone(plan, groups);
  std::vector<std::string> names;
  for (const KeyGroup& group : groups) names.push_back(group.name());
  // Made once where there are few: reading keys takes longer than a short run.
  std::vector<Scenario> made;
  if (groups.size() <= kMostExact) {
    for (Coalition in = 0; in < Coalition{1} << groups.size(); ++in)
      made.push_back(with_groups(plan.scenario, *plan.against, groups, in));
  }
  return {names, [made, groups, here = plan.scenario, there = *plan.against](const Unit& unit, Coalition in) {
            const Scenario scenario = made.empty() ? with_groups(here, there, groups, in) : made[in];
            return drawn_for(as_in_unit(scenario, unit.shape, unit.place), unit.place.replication).scenario;
          }};
}

std::string name_of_coalition(const std::vector<std::string>& players, Coalition in) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < players.size(); ++i) {
    if ((in >> i & 1U) != 0) names.push_back(players[i]);
  }
  return names.empty() ? kNone : fmt::format("{}", fmt::join(names, kBothOf));
}

std::vector<double> exact_unit(const Game& game, const std::vector<SeriesAt>& series, const Unit& unit) {
  std::vector<double> numbers;
  for (Coalition in = 0; in < Coalition{1} << game.players.size(); ++in) {
    const std::vector<double> values = measured(game.scenario(unit, in), unit, series);
    numbers.insert(numbers.end(), values.begin(), values.end());
  }
  return numbers;
}

// What each player adds along random orders of the unit's own, none, and all.
std::vector<double> sampled_unit(const Game& game, const std::vector<SeriesAt>& series, std::size_t orders,
                                 const Unit& unit) {
  const std::size_t n = game.players.size();
  const Coalition everybody = (Coalition{1} << n) - 1;
  const std::vector<double> none = measured(game.scenario(unit, 0), unit, series);
  const std::vector<double> all = measured(game.scenario(unit, everybody), unit, series);
  // Week 2 of the purpose: replications are resampled in week 1.
  Stream draws = unit.stream_key.stream(Purpose::permutation, 2, 0);
  std::vector<double> numbers;
  for (const std::vector<std::size_t>& order : random_orders(n, orders, draws)) {
    std::vector<std::vector<double>> added(n);
    std::vector<double> before = none;
    Coalition in = 0;
    for (const std::size_t player : order) {
      in |= Coalition{1} << player;
      const std::vector<double> after =
          in == everybody ? all : measured(game.scenario(unit, in), unit, series);
      for (std::size_t v = 0; v < after.size(); ++v) added[player].push_back(after[v] - before[v]);
      before = after;
    }
    for (const std::vector<double>& of_player : added)
      numbers.insert(numbers.end(), of_player.begin(), of_player.end());
    numbers.insert(numbers.end(), none.begin(), none.end());
    numbers.insert(numbers.end(), all.begin(), all.end());
  }
  return numbers;
}

UnitAxis axis_of_values(const std::vector<SeriesAt>& series) {
  UnitAxis axis{explain_axis::value, "what is explained", "", {}, {}};
  for (const std::string_view name : kExplained) axis.labels.emplace_back(name);
  for (const SeriesAt& one : series) axis.labels.push_back(one.name);
  return axis;
}

void make_exact(UnitsPlan& plan, const Game& game, const std::vector<SeriesAt>& series) {
  UnitAxis axis{explain_axis::coalition, "which of them are in", "", {}, {}};
  const Coalition end = Coalition{1} << game.players.size();
  for (Coalition in = 0; in < end; ++in) axis.labels.push_back(name_of_coalition(game.players, in));
  plan.axes = {axis, axis_of_values(series)};
  plan.weeks = static_cast<double>(end) * static_cast<double>(plan.scenario.parameters.run.weeks);
  plan.work = [game, series](const Unit& unit) { return exact_unit(game, series, unit); };
}

void make_sampled(UnitsPlan& plan, const Game& game, const std::vector<SeriesAt>& series,
                  std::size_t orders) {
  UnitAxis order{explain_axis::order, "random order, antithetic in pairs", "", {}, {}};
  for (std::size_t o = 0; o < orders; ++o) order.numbers.push_back(static_cast<double>(o));
  UnitAxis player{
      explain_axis::player, "what it adds in that order; then none and all", "", {}, game.players};
  player.labels.emplace_back(kNone);
  player.labels.emplace_back(kAllOfThem);
  plan.axes = {order, player, axis_of_values(series)};
  const std::size_t runs = orders * (game.players.size() - 1) + kValuesOfAll;
  plan.weeks = static_cast<double>(runs) * static_cast<double>(plan.scenario.parameters.run.weeks);
  plan.work = [game, series, orders](const Unit& unit) { return sampled_unit(game, series, orders, unit); };
}

// Of a network, which is the only kind that may not fit.
void expect_fits(const Scenario& scenario) {
  if (scenario.parameters.market.kind != MarketKind::network) return;
  try {
    expect_memory(scenario, 1, 1, 1);
  } catch (const InputError& error) {
    std::vector<Problem> problems = error.problems();
    for (Problem& problem : problems) problem.cure = kUsePooled;
    throw InputError(problems);
  }
}

// A market that grows has more people by the end than one that is full.
void expect_room(UnitsPlan& plan) {
  if (plan.against) {
    expect_fits(plan.scenario);
    expect_fits(*plan.against);
    return;
  }
  plan.largest = plan.scenario;
  for (const Mechanism& mechanism : mechanisms()) {
    if (mechanism.name == "saturation") mechanism.switch_off(*plan.largest);
  }
  expect_fits(*plan.largest);
}

std::size_t even(std::int64_t orders) {
  if (orders % 2 == 0) return static_cast<std::size_t>(orders);
  throw InputError(
      Problem{{}, "orders", fmt::format("{} is odd", orders), "an even number: each order has its reverse"});
}

}  // namespace

UnitsPlan plan_explain(const UnitsAsked& asked) {
  ExplainOptions options = read_options<ExplainOptions>(asked.options);
  UnitsPlan plan = course_plan(kExplain, asked, options.strategy);
  const std::size_t orders = even(options.orders);
  std::vector<SeriesAt> series;
  for (const std::string& one : options.series)
    series.push_back(series_at(one, plan.scenario.parameters.run.weeks));
  const Game game = plan.against ? game_of_groups(plan, options) : game_of_mechanisms(plan.scenario, options);
  const bool exact = game.players.size() <= kMostExact;
  if (exact) {
    make_exact(plan, game, series);
  } else {
    if (options.interactions)
      throw InputError(Problem{{},
                               "interactions",
                               fmt::format("{} groups of keys differ, and pairs are looked at of up to {}",
                                           game.players.size(), kMostExact),
                               "leave it out"});
    make_sampled(plan, game, series, orders);
  }
  expect_room(plan);
  plan.options = options_text(options);
  return plan;
}

}  // namespace orgsim
