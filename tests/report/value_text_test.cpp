// What the value of a department comes to in words.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "experiment/units/options.hpp"
#include "report/typography.hpp"
#include "report/units_report.hpp"
#include "report/value_summary.hpp"
#include "support/units.hpp"

namespace orgsim {
namespace {

const UnitsResult& valued_world() {
  static const UnitsResult result = [] {
    Scenario scenario = test::tiny();
    scenario.parameters.run.replications = 3;
    return test::ran(kValueVerb, scenario, "at = [10, 30]");
  }();
  return result;
}

TEST(ValueText, fits_into_80_columns_in_every_language) {
  for (const Language language : every<Language>()) {
    std::istringstream lines(to_text(valued_world(), false, language));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), kColumns) << line;
  }
}

TEST(ValueText, names_every_department_and_every_mode) {
  const std::string text = to_text(valued_world(), false);
  for (const char* name : {"product", "marketing", "- broadcast", "- performance", "- in the product",
                           "- in operations", "sales", "operations"})
    EXPECT_NE(text.find(name), std::string::npos) << name;
}

TEST(ValueText, gives_the_same_figures_to_programs) {
  const auto facts = nlohmann::json::parse(to_json(valued_world()));
  const Valuation valuation = valuation_of(valued_world(), valued_world().shape.variants.front());
  const auto& own = facts["valuations"][0];
  EXPECT_EQ(own["weeks"][1]["targets"][4]["target"], "marketing.broadcast");
  EXPECT_EQ(own["weeks"][1]["targets"][4]["causal_return"]["mean"],
            valuation.weeks[1].targets[4].causal.mean);
  EXPECT_EQ(own["rank_correlation_credited"]["mean"], valuation.agreement.credited.mean);
  EXPECT_EQ(own["weeks"][0]["knock_out_npv_change"]["sales"]["low"],
            valuation.weeks[0].knocked_out[2].interval.low);
}

}  // namespace
}  // namespace orgsim
