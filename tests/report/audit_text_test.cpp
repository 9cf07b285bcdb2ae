// What an audit says, of runs and of a file.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "experiment/audit/plan.hpp"
#include "experiment/units/options.hpp"
#include "report/audit_file.hpp"
#include "report/audit_page.hpp"
#include "report/typography.hpp"
#include "report/units_report.hpp"
#include "support/units.hpp"

namespace orgsim {
namespace {

const UnitsResult& audited_world() {
  static const UnitsResult result = [] {
    Scenario scenario = test::tiny();
    scenario.parameters.firm.executive.eta = 0.05;
    scenario.parameters.run.replications = 3;
    return test::ran(kAuditVerb, scenario, "futures = 2\nweeks = '5:50'");
  }();
  return result;
}

TEST(AuditText, fits_into_80_columns_in_every_language) {
  for (const Language language : every<Language>()) {
    std::istringstream lines(to_text(audited_world(), false, language));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), kColumns) << line;
  }
}

TEST(AuditText, says_log_points_and_what_they_are_in_per_cent) {
  EXPECT_EQ(log_points(-0.65), "-65");
  EXPECT_EQ(percent_change(-0.65), "-48");
  EXPECT_EQ(log_points(-0.001), "+0");
  EXPECT_EQ(percent_change(0.1823), "+20");
}

// Movement by hand: of 30 % to 15 %, by credit and a little by power.
TEST(AuditText, tells_why_in_a_sentence) {
  AuditedRun run;
  run.movement.before = 0.3;
  run.movement.after = 0.3 * std::exp(-0.65);
  run.movement.terms = PerTerm{-0.69, 0, 0.04, 0, 0.003};
  run.movement.contributed = {{100, 0.2}, {90, 0.2}};
  run.movement.credited = {{100, 0.2}, {40, 0.1}};
  const Scenario scenario = test::tiny();
  AuditRequest request;
  request.weeks = {150, 202};
  const Audit audit = audit_of({run});
  const AuditTold told{&scenario, &request, &audit};
  EXPECT_EQ(
      audit_conclusion(told, Language::english),
      "Marketing of 'focal', weeks 150 to 202: -65 points = -48 %: credit -69, power +4. Meanwhile the "
      "value that it contributed changed by -10 %, and the value that it was credited with by -60 %. No "
      "share was cut: none fell by 20 % or more within 26 weeks.");
}

TEST(AuditText, gives_the_same_figures_to_programs) {
  const auto facts = nlohmann::json::parse(to_json(audited_world()));
  const Audit audit = audit_of(audited_world(), audited_world().shape.variants.front());
  EXPECT_EQ(facts["experiment"], "audit");
  EXPECT_EQ(facts["weeks"], (std::vector<int>{5, 50}));
  const auto& own = facts["audits"][0];
  EXPECT_EQ(own["movement"]["log_change"]["mean"], audit.movement.change.mean);
  EXPECT_EQ(own["cuts"].size(), audit.cuts.size());
  EXPECT_EQ(own["cuts_by_department"]["marketing"], audit.cuts_of[1]);
}

}  // namespace
}  // namespace orgsim
