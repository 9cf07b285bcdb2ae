#include "experiment/audit/audit.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "experiment/audit/numbers.hpp"
#include "support/probes.hpp"

namespace orgsim {
namespace {

// Marketing is cut fast: nothing of it is shown, and the executive goes by little else.
Scenario hard_winter() {
  Scenario scenario = test::tiny();
  scenario.parameters.firm.executive.eta = 0.05;
  scenario.parameters.firm.executive.eta_scrutiny = 0.1;
  scenario.parameters.firm.executive.most = 0.05;
  return scenario;
}

AuditRequest request(int futures = 2) {
  AuditRequest request;
  request.weeks = {5, 50};
  request.probing.futures = futures;
  request.probing.weeks = 13;
  return request;
}

AuditedRun run_of(const Scenario& scenario, const AuditRequest& asked, std::uint32_t replication = 0) {
  const test::AsUnit unit(scenario, replication);
  return audited(unit.unit(), history_of(unit.unit(), asked.probing.firm), asked);
}

TEST(Audit, finds_cuts_of_all_departments_unless_one_is_named) {
  const Scenario scenario = hard_winter();
  const AuditedRun all = run_of(scenario, request(0));
  ASSERT_FALSE(all.cuts.empty());
  std::size_t sum = 0;
  for (const Department d : every<Department>()) {
    AuditRequest of_one = request(0);
    of_one.department = d;
    const AuditedRun one = run_of(scenario, of_one);
    for (const FoundCut& cut : one.cuts) EXPECT_EQ(cut.department, d);
    EXPECT_EQ(one.cuts_of[static_cast<std::size_t>(d)], all.cuts_of[static_cast<std::size_t>(d)]);
    sum += one.cuts.size();
  }
  EXPECT_EQ(all.cuts.size(), sum);
}

TEST(Audit, tells_why_each_cut_came_about) {
  const AuditedRun run = run_of(hard_winter(), request(0));
  for (std::size_t i = 0; i < run.cuts.size(); ++i) {
    const Movement& movement = run.cuts[i].movement;
    EXPECT_NEAR(movement.change(), std::log(movement.after / movement.before), 1e-12);
    EXPECT_LE(movement.after, 0.8 * movement.before);
    const std::size_t before = i > 0 ? i - 1 : 0;  // the deepest first
    EXPECT_GE(movement.change(), run.cuts[before].movement.change());
  }
}

TEST(Audit, judges_every_cut_where_futures_are_asked_for) {
  const Scenario scenario = hard_winter();
  const AuditedRun judged = run_of(scenario, request(2));
  for (const FoundCut& cut : judged.cuts) EXPECT_TRUE(cut.judgement.has_value());
  for (const FoundCut& cut : run_of(scenario, request(0)).cuts) EXPECT_FALSE(cut.judgement.has_value());
}

TEST(Audit, keeps_all_that_it_found_in_its_table_of_numbers) {
  const AuditRequest asked = request(2);
  const AuditedRun run = run_of(hard_winter(), asked);
  const std::vector<double> numbers = numbers_of(run, asked);
  const AuditedRun again = audited_run(numbers);
  EXPECT_EQ(again.cuts.size(), run.cuts.size());
  EXPECT_EQ(again.cuts_of, run.cuts_of);
  for (const auto ledger : {&Movement::contributed, &Movement::credited}) {
    const WorthMoved& kept = again.movement.*ledger;
    const WorthMoved& found = run.movement.*ledger;
    EXPECT_EQ(kept.first.money, found.first.money);
    EXPECT_EQ(kept.last.money, found.last.money);
    EXPECT_EQ(kept.first.part, found.first.part);
    EXPECT_EQ(kept.last.part, found.last.part);
  }
  EXPECT_EQ(again.movement.before, run.movement.before);
  EXPECT_EQ(again.movement.after, run.movement.after);
  EXPECT_EQ(again.movement.terms, run.movement.terms);
  const std::vector<double> rewritten = numbers_of(again, asked);
  ASSERT_EQ(rewritten.size(), numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    EXPECT_TRUE(rewritten[i] == numbers[i] || (std::isnan(rewritten[i]) && std::isnan(numbers[i]))) << i;
  }
}

// Two replications: three cuts of which two are wrong, and one that is right.
TEST(Audit, counts_the_wrong_cuts_of_all_replications) {
  const auto cut = [](double change, double difference) {
    FoundCut found;
    found.department = Department::marketing;
    found.movement.terms[Term::credit] = change;
    found.judgement.emplace();
    found.judgement->difference = {difference, {difference - 0.5, difference + 0.5}};
    return found;
  };
  AuditedRun first;
  first.cuts = {cut(-0.5, 1), cut(-0.3, 0.2), cut(-0.25, -1)};
  first.cuts_of[1] = 3;
  first.movement.terms[Term::power] = -0.2;
  AuditedRun second;
  second.cuts = {cut(-0.4, -2)};
  second.cuts_of[1] = 1;
  second.movement.terms[Term::power] = -0.4;
  const Audit audit = audit_of({first, second});
  EXPECT_EQ(audit.all_cuts(), 4);
  EXPECT_EQ(audit.verdicts, (std::array<std::size_t, 3>{1, 2, 1}));
  ASSERT_TRUE(audit.wrong.has_value());
  EXPECT_DOUBLE_EQ(audit.wrong->mean, 0.25);
  EXPECT_DOUBLE_EQ(audit.right->mean, 0.5);
  EXPECT_EQ(audit.judged_cuts(), 4);
  EXPECT_EQ(audit.cuts[1].replication, 1);
  EXPECT_EQ(audit.cuts[1].movement.change(), -0.4);
  EXPECT_DOUBLE_EQ(audit.movement.change.mean, -0.3);
  EXPECT_DOUBLE_EQ(audit.movement.term(Term::power).mean, -0.3);
}

TEST(Audit, says_nothing_of_wrong_cuts_where_none_was_judged) {
  EXPECT_FALSE(audit_of({AuditedRun{}, AuditedRun{}}).wrong.has_value());
}

}  // namespace
}  // namespace orgsim
