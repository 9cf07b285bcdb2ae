// The one list of what there is to know of a run, against what a run holds.
#include "model/state/quantities.hpp"

#include <gtest/gtest.h>

#include <boost/pfr.hpp>
#include <limits>
#include <set>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

// A world in which everything there is has its part.
Simulation everything(MarketKind kind) {
  Scenario scenario = test::scenario(R"(
    market.customers = 5000
    environment.climate = [[0, 0.9], [40, 0.2]]
    environment.directness = [[0, 0], [60, 0.5]]
    environment.ai = { ceiling = 0.8, midpoint = 20, width = 10 }
    executive = { eta_equality = 0.001, growth_window = 13 }
    firms = [{ strategy = "all" }, { strategy = "head" }, { talent = 1.2 }]
    [strategies.all]
    start = 5
    mix = [0.3, 0.2, 0.3, 0.2]
    ai_adoption = 0.8
    redeploy = 0.4
    prove = 0.7
    ceo_voice = 0.01
    budget = 0.8
    [strategies.head]
    start = 3
    adaptive = true
    [[grants]]
    firm = 1
    department = "sales"
    weeks = [10, 60]
    factor = 1.5
  )");
  scenario.parameters.market.kind = kind;
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(32);
  return simulation;
}

std::vector<double> numbers_of(const Quantity& quantity, const World& world) {
  std::vector<double> numbers;
  const bool of_firms = quantity.extent != Extent::market;
  for (std::size_t f = 0; f < (of_firms ? world.firms.count() : 1); ++f) {
    for (std::size_t i = 0; i < breadth_of(quantity.extent); ++i)
      numbers.push_back(quantity.value(world, f, i));
  }
  return numbers;
}

template <class Change>
void change(const Quantity& quantity, const Simulation& simulation, const Change& to) {
  const World& world = simulation.world();
  const bool of_firms = quantity.extent != Extent::market;
  for (std::size_t f = 0; f < (of_firms ? world.firms.count() : 1); ++f) {
    for (std::size_t i = 0; i < breadth_of(quantity.extent); ++i) {
      double& number = *const_cast<double*>(quantity.at(world, f, i));
      number = to(number);
    }
  }
}

// Which quantities differ after one of them was changed and `weeks` more were simulated.
template <class Change>
std::set<std::string_view> changed_by(const Quantity& one, const Simulation& before, int weeks,
                                      const Change& to) {
  Simulation as_it_is = before;
  Simulation changed = before;
  change(one, changed, to);
  std::set<std::string_view> different;
  for (int t = 0; t < weeks; ++t) {
    as_it_is.step();
    changed.step();
    for (const Quantity& other : quantities()) {
      if (numbers_of(other, as_it_is.world()) != numbers_of(other, changed.world()))
        different.insert(other.name);
    }
  }
  return different;
}

TEST(Quantities, hold_every_array_of_the_firms_once) {
  const Simulation simulation = everything(MarketKind::mean_field);
  std::size_t arrays = 0;
  boost::pfr::for_each_field(simulation.firms(), [&]<class T>(const T& array, std::size_t place) {
    if constexpr (requires { array.numbers(); }) {
      ++arrays;
      const auto listed = std::count_if(quantities().begin(), quantities().end(), [&](const Quantity& one) {
        return one.numbers(simulation.world()) == array.numbers();
      });
      EXPECT_EQ(listed, 1) << "the field of Firms in place " << place;
    }
  });
  const auto of_firms = std::count_if(quantities().begin(), quantities().end(),
                                      [](const Quantity& one) { return one.extent != Extent::market; });
  EXPECT_EQ(static_cast<std::size_t>(of_firms), arrays);
}

// The terms of the audit stand in a group of their own.
TEST(Quantities, have_names_of_their_own_and_meanings) {
  std::set<std::pair<bool, std::string_view>> names;
  for (const Quantity& one : quantities()) {
    EXPECT_TRUE(names.emplace(one.record == Record::audit, one.name).second) << one.name;
    EXPECT_NE(one.meaning, "") << one.name;
    EXPECT_NE(one.unit, "") << one.name;
  }
}

// What is made anew may hold anything before that.
TEST(Quantities, that_are_weekly_are_made_anew_before_anything_reads_them) {
  const auto spoil = [](double) { return std::numeric_limits<double>::quiet_NaN(); };
  for (const MarketKind kind : every<MarketKind>()) {
    const Simulation simulation = everything(kind);
    for (const Quantity& one : quantities()) {
      if (one.life == Life::weekly) {
        EXPECT_TRUE(changed_by(one, simulation, 14, spoil).empty()) << one.name;
      }
    }
  }
}

TEST(Quantities, that_are_carried_have_a_part_in_the_weeks_that_follow) {
  const Simulation simulation = everything(MarketKind::pooled);
  for (const Quantity& one : quantities()) {
    if (one.life == Life::carried) {
      EXPECT_FALSE(changed_by(one, simulation, 24, [](double number) { return 0.9 * number + 0.01; }).empty())
          << one.name;
    }
  }
}

}  // namespace
}  // namespace orgsim
