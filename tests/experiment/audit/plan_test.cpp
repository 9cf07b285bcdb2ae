#include "experiment/audit/plan.hpp"

#include <gtest/gtest.h>

#include "support/units.hpp"

namespace orgsim {
namespace {

UnitsAsked asked(std::string_view options = "") {
  Scenario scenario = test::tiny();
  scenario.parameters.run.replications = 2;
  return test::asked(scenario, options);
}

std::string says(std::string_view options) {
  return test::complaint(kAuditVerb, asked(options));
}

TEST(AuditPlan, follows_the_whole_run_unless_told_otherwise) {
  const AuditRequest whole = audit_request(plan_audit(asked()));
  EXPECT_EQ(whole.weeks, (WeekSpan{0, 59}));
  EXPECT_FALSE(whole.department.has_value());
  EXPECT_EQ(whole.told(), Department::marketing);
  const AuditRequest some =
      audit_request(plan_audit(asked("weeks = '10:20'\ndepartment = 'sales'\nfirm = '2'")));
  EXPECT_EQ(some.weeks, (WeekSpan{10, 20}));
  EXPECT_EQ(some.told(), Department::sales);
  EXPECT_EQ(some.probing.firm, 2);
}

TEST(AuditPlan, names_every_mistake) {
  EXPECT_EQ(says("firm = '3'\nweeks = '20:10'\nfactor = 1"),
            "firm: there is no firm 3; a number from 0 to 2, or a name: focal, rival 1, rival 2\n"
            "factor: a grant of the factor 1 shows nothing; a number of at least 0 other than 1\n"
            "weeks: '20:10' is no span of weeks of the run; FIRST:LAST, both included, such as 0:59; the run "
            "ends with week 59");
  for (const char* weeks : {"10", "a:b", "0:60", "-1:5", "1:2:3"})
    EXPECT_NE(says(std::string("weeks = '") + weeks + "'").find("no span of weeks"), std::string::npos);
  EXPECT_NE(says("department = 'legal'").find("'legal' is unknown; one of: product, marketing"),
            std::string::npos);
  EXPECT_NE(says("departement = 'sales'").find("did you mean 'department'?"), std::string::npos);
}

TEST(AuditPlan, comes_to_the_same_audit_whether_read_from_its_numbers_or_not) {
  const UnitsPlan plan = plan_audit(asked("futures = 1"));
  const UnitsResult result = run_units(plan, {2, {}, {}});
  const Audit audit = audit_of(result, result.shape.variants.front());
  EXPECT_EQ(audit.replications, 2);
  EXPECT_LT(audit.movement.after, audit.movement.before);
}

}  // namespace
}  // namespace orgsim
