// What holds for every experiment. A new one is tested by its line in sim/experiment/all.cpp.
#include "experiment/all.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <set>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

// With all that any experiment asks of a scenario.
Scenario scenario_for_all(MarketKind kind = MarketKind::pooled) {
  Scenario scenario = test::tiny(kind);
  scenario.sweep.vary = {{"market.taste", {"market.taste"}, Levels{{1, 2, 3}}, {}}};
  scenario.sweep.points = 4;
  scenario.sweep.replications = 2;
  return scenario;
}

// And with what one asks that others would be changed by.
Scenario scenario_for(const Experiment& experiment, MarketKind kind = MarketKind::pooled) {
  Scenario scenario = scenario_for_all(kind);
  if (experiment.name == "select") scenario.parameters.selection.strategies = {"embed", "none"};
  return scenario;
}

class EveryExperiment : public testing::TestWithParam<Experiment> {
 protected:
  static std::vector<double> numbers(const Scenario& scenario, const WorkOptions& options) {
    return GetParam().numbers(scenario, options);
  }
};

// What is no number in both is alike.
std::vector<std::uint64_t> bits_of(const std::vector<double>& numbers) {
  std::vector<std::uint64_t> bits;
  for (const double number : numbers) bits.push_back(std::bit_cast<std::uint64_t>(number));
  return bits;
}

TEST_P(EveryExperiment, gives_the_same_numbers_on_any_number_of_threads) {
  for (const MarketKind kind : every<MarketKind>()) {
    if (GetParam().name == "select" && kind == MarketKind::mean_field) continue;  // which it refuses
    const Scenario scenario = scenario_for(GetParam(), kind);
    const std::vector<double> one = numbers(scenario, {1, {}, {}});
    EXPECT_FALSE(one.empty());
    for (const int threads : {2, 7})
      EXPECT_EQ(bits_of(numbers(scenario, {threads, {}, {}})), bits_of(one)) << name_of(kind);
  }
}

TEST_P(EveryExperiment, tells_its_progress_up_to_the_end) {
  double last = 0;
  numbers(scenario_for(GetParam()), {2,
                                     [&](double done) {
                                       EXPECT_GT(done, last);
                                       last = done;
                                     },
                                     {}});
  EXPECT_DOUBLE_EQ(last, 1);
}

TEST_P(EveryExperiment, stops_when_asked) {
  const std::atomic<bool> asked{true};
  EXPECT_THROW(numbers(scenario_for(GetParam()), {2, {}, StopFlag(&asked)}), Interrupted);
}

TEST_P(EveryExperiment, refuses_a_scenario_that_is_wrong) {
  Scenario scenario = scenario_for(GetParam());
  scenario.parameters.market.mass = {0.5, 0.5};
  EXPECT_THROW(numbers(scenario, {2, {}, {}}), InputError);
}

TEST_P(EveryExperiment, says_what_it_answers) {
  EXPECT_TRUE(GetParam().question.ends_with('?'));
}

INSTANTIATE_TEST_SUITE_P(All, EveryExperiment, testing::ValuesIn(all_experiments()),
                         [](const auto& experiment) { return std::string(experiment.param.name); });

TEST(Experiments, have_names_of_their_own) {
  std::set<std::string_view> names;
  for (const Experiment& experiment : all_experiments()) EXPECT_TRUE(names.insert(experiment.name).second);
}

}  // namespace
}  // namespace orgsim
