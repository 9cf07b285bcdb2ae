#include "engine/plausible.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/numbers.hpp"

namespace orgsim {
namespace {

const PlausibleNumber& number(const std::vector<PlausibleNumber>& numbers, const std::string& path) {
  const auto found =
      std::find_if(numbers.begin(), numbers.end(), [&](const auto& one) { return one.path == path; });
  if (found == numbers.end()) throw std::out_of_range(path);
  return *found;
}

std::vector<double> values_at(const std::vector<PlausibleNumber>& numbers, double u) {
  return plausible_values(numbers, std::vector<double>(numbers.size(), u));
}

TEST(Plausible, ranges_are_those_of_the_field_lists) {
  const auto numbers = plausible_numbers();
  EXPECT_DOUBLE_EQ(number(numbers, "measurement.capture").low, 0.2);
  EXPECT_DOUBLE_EQ(number(numbers, "measurement.capture").high, 0.8);
  EXPECT_NEAR(number(numbers, "market.taste").low, 1.45, 1e-12);
  EXPECT_NEAR(number(numbers, "market.taste").high, 5.8, 1e-12);
  EXPECT_EQ(number(numbers, "market.taste").scale, Scale::log);
  EXPECT_FALSE(number(numbers, "environment.ai.gain").source.empty());
}

TEST(Plausible, a_structural_key_has_none) {
  const auto numbers = plausible_numbers();
  for (const char* key :
       {"run.weeks", "market.customers", "economics.price", "lines.budget", "environment.ai.ceiling"})
    EXPECT_THROW(number(numbers, key), std::out_of_range) << key;
}

TEST(Plausible, every_entry_of_a_list_has_a_range_within_what_it_may_be) {
  const auto numbers = plausible_numbers();
  EXPECT_NEAR(number(numbers, "marketing.proficiency[0]").low, 0.5, 1e-12);
  EXPECT_DOUBLE_EQ(number(numbers, "marketing.proficiency[0]").high, 1);
  EXPECT_NEAR(number(numbers, "market.resistance[0]").low, -2, 1e-12);
  EXPECT_NEAR(number(numbers, "market.resistance[0]").high, -0.5, 1e-12);
  EXPECT_THROW(number(numbers, "market.resistance[1]"), std::out_of_range);        // it is 0
  EXPECT_THROW(number(numbers, "measurement.ai_exposure[1]"), std::out_of_range);  // it is marketing's
}

TEST(Plausible, of_a_list_that_sums_to_one_a_single_entry_moves) {
  const auto numbers = plausible_numbers();
  EXPECT_NO_THROW(number(numbers, "executive.share[1]"));
  const auto moving = std::count_if(numbers.begin(), numbers.end(),
                                    [](const auto& one) { return one.key == "executive.share"; });
  EXPECT_EQ(moving, 1);
}

TEST(Plausible, numbers_lie_on_their_scale) {
  const auto numbers = plausible_numbers();
  const auto values = values_at(numbers, 0.5);
  const auto middle = [&](const char* path) {
    return values[static_cast<std::size_t>(&number(numbers, path) - numbers.data())];
  };
  EXPECT_NEAR(middle("market.taste"), 2.9, 1e-12);
  EXPECT_NEAR(middle("measurement.capture"), 0.5, 1e-12);
  EXPECT_NEAR(middle("environment.ai.gain"), std::sqrt(0.3 * 9), 1e-12);
}

TEST(Plausible, the_window_is_drawn_with_the_cycle_that_it_must_fit_into) {
  const auto numbers = plausible_numbers();
  for (const double u : {0.0, 0.3, 0.999}) {
    Scenario scenario;
    const auto values = values_at(numbers, u);
    std::vector<std::string> paths;
    for (const auto& one : numbers) paths.push_back(one.path);
    set_numbers(scenario, paths, values);
    const Releases& releases = scenario.parameters.releases;
    EXPECT_GE(releases.window, std::lround(0.2 * static_cast<double>(releases.cycle)));
    EXPECT_LE(releases.window, std::lround(0.6 * static_cast<double>(releases.cycle)));
  }
}

TEST(Plausible, whole_numbers_are_as_often_as_each_other) {
  const auto numbers = plausible_numbers();
  const auto cycle = static_cast<std::size_t>(&number(numbers, "product.cycle") - numbers.data());
  std::vector<int> counts(53);
  constexpr int draws = 40000;
  for (int i = 0; i < draws; ++i) {
    std::vector<double> units(numbers.size(), 0.5);
    units[cycle] = (i + 0.5) / draws;
    ++counts[static_cast<std::size_t>(plausible_values(numbers, units)[cycle])];
  }
  for (std::size_t weeks = 13; weeks <= 52; ++weeks) EXPECT_NEAR(counts[weeks], draws / 40, 1);
}

TEST(Plausible, units_lead_back_to_the_values) {
  const auto numbers = plausible_numbers();
  std::vector<double> units;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    units.push_back(std::fmod(0.17 + 0.61803 * static_cast<double>(i), 1));
  const auto values = plausible_values(numbers, units);
  const auto back = plausible_units(numbers, values);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    EXPECT_NEAR(back[i], units[i], numbers[i].whole ? 0.06 : 1e-9) << numbers[i].path;
}

TEST(Plausible, wide_ranges_are_twice_as_wide_and_narrow_ones_half) {
  const auto wide = plausible_numbers(Ranges::wide);
  const auto narrow = plausible_numbers(Ranges::narrow);
  EXPECT_NEAR(number(wide, "market.taste").high, 4 * 2.9, 1e-12);
  EXPECT_NEAR(number(narrow, "market.taste").high, std::sqrt(2) * 2.9, 1e-12);
  EXPECT_NEAR(number(wide, "economics.margin").low, 0.5, 1e-12);
  EXPECT_NEAR(number(narrow, "economics.margin").low, 0.65, 1e-12);
  EXPECT_DOUBLE_EQ(number(wide, "economics.winter_cut").low, 0);  // not below what it may be
}

TEST(Plausible, defaults_lie_within_their_ranges) {
  const Scenario scenario;
  for (const auto& one : plausible_numbers()) {
    if (!one.share_of.empty()) continue;
    const NumberPath path = number_path(one.path);
    seek_key(scenario, path.key, [&]<class T>(const Field&, const T& value) {
      if constexpr (std::is_same_v<T, double>) {
        EXPECT_LE(one.low, value) << one.path;
        EXPECT_GE(one.high, value) << one.path;
      }
    });
  }
}

}  // namespace
}  // namespace orgsim
