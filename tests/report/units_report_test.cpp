// What holds of the words of every experiment that runs units.
#include "report/units_report.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "experiment/select/select.hpp"
#include "report/typography.hpp"
#include "report/units_reports.hpp"
#include "support/selection.hpp"
#include "support/units.hpp"

namespace orgsim {
namespace {

// With another variant beside its own, if the experiment has any without worlds.
Scenario small(std::string_view experiment) {
  Scenario scenario = experiment == kSelect
                          ? test::selected("imitation = 0.5\nreview = 5\ndissolve = 0.97\npatience = 4")
                          : test::tiny();
  scenario.title = "Tiny";
  const Rivals other = experiment == kSelect ? Rivals::respond : Rivals::same;
  scenario.parameters.run.rivals = std::vector<Rivals>{other};
  return scenario;
}

class EveryUnitsReport : public testing::TestWithParam<UnitsReport> {
 protected:
  static const UnitsResult& result() {
    static std::map<std::string_view, UnitsResult> all;
    const auto [found, made] = all.try_emplace(GetParam().name);
    if (made) found->second = test::ran(GetParam().name, small(GetParam().name));
    return found->second;
  }
};

TEST_P(EveryUnitsReport, fits_into_80_columns_in_every_language) {
  for (const Language language : every<Language>()) {
    std::istringstream lines(to_text(result(), false, language));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), kColumns) << line;
  }
}

TEST_P(EveryUnitsReport, has_no_gaps_left_in_its_sentences) {
  for (const Language language : every<Language>())
    EXPECT_EQ(to_text(result(), false, language).find('{'), std::string::npos);
}

TEST_P(EveryUnitsReport, says_the_same_with_colour_and_without) {
  const std::string plain = to_text(result(), false);
  std::string coloured = to_text(result(), true);
  for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b'))
    coloured.erase(at, coloured.find('m', at) - at + 1);
  EXPECT_EQ(coloured, plain);
}

TEST_P(EveryUnitsReport, is_json_that_ends_in_the_conclusion) {
  const auto json = nlohmann::ordered_json::parse(to_json(result()));
  EXPECT_EQ(json["experiment"], GetParam().name);
  const bool tries = GetParam().name == "window" || GetParam().name == "select";
  EXPECT_EQ(json["variants"].size(), tries ? 2U : 1U);
  EXPECT_EQ(std::prev(json.end()).key(), "conclusion");
}

INSTANTIATE_TEST_SUITE_P(All, EveryUnitsReport, testing::ValuesIn(units_reports()),
                         [](const auto& report) { return std::string(report.param.name); });

TEST(UnitsReports, are_of_every_experiment) {
  std::vector<std::string_view> experiments;
  std::vector<std::string_view> reports;
  for (const UnitsExperiment& one : units_experiments()) experiments.push_back(one.name);
  for (const UnitsReport& one : units_reports()) reports.push_back(one.name);
  EXPECT_EQ(reports, experiments);
}

}  // namespace
}  // namespace orgsim
