#include "experiment/audit/movement.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

std::vector<AuditedWeek> history_of(const Scenario& scenario, std::size_t f) {
  Simulation simulation = test::simulation(scenario);
  std::vector<AuditedWeek> history;
  for (int week = 0; week < 52; ++week) {
    simulation.step();
    history.push_back(audited_week(simulation.firms(), f));
  }
  return history;
}

Scenario winter(MarketKind kind = MarketKind::pooled) {
  Scenario scenario = test::tiny(kind);
  scenario.parameters.firm.executive.eta_equality = 0.01;
  return scenario;
}

TEST(Movement, terms_sum_to_the_change_of_the_log_share_over_any_weeks) {
  for (const std::size_t f : {0, 1, 2}) {
    const std::vector<AuditedWeek> history = history_of(winter(), f);
    for (const WeekSpan weeks : {WeekSpan{0, 51}, WeekSpan{0, 0}, WeekSpan{7, 40}, WeekSpan{51, 51}}) {
      for (const Department d : every<Department>()) {
        const Movement movement = movement_of(history, d, weeks);
        EXPECT_NEAR(movement.change(), std::log(movement.after / movement.before), 1e-13);
      }
    }
  }
}

TEST(Movement, begins_with_the_share_before_the_first_week) {
  const Scenario scenario = winter();
  const std::vector<AuditedWeek> history = history_of(scenario, 0);
  EXPECT_NEAR(movement_of(history, Department::marketing, {0, 9}).before,
              scenario.parameters.firm.executive.share[Department::marketing], 1e-12);
  EXPECT_EQ(movement_of(history, Department::marketing, {10, 19}).before,
            movement_of(history, Department::marketing, {0, 9}).after);
}

TEST(Movement, has_no_noise_where_nothing_is_random_and_some_elsewhere) {
  EXPECT_EQ(movement_of(history_of(winter(MarketKind::mean_field), 0), Department::marketing, {0, 51})
                .terms[Term::noise],
            0);
  EXPECT_NE(movement_of(history_of(winter(), 0), Department::marketing, {0, 51}).terms[Term::noise], 0);
}

TEST(Movement, names_each_term_after_what_the_executive_was_moved_by) {
  Scenario scenario = winter(MarketKind::mean_field);
  scenario.parameters.mechanisms.politics = false;
  scenario.parameters.firm.executive.eta_equality = 0;
  const Movement of_credit_alone = movement_of(history_of(scenario, 0), Department::marketing, {0, 51});
  EXPECT_EQ(of_credit_alone.terms[Term::power], 0);
  EXPECT_EQ(of_credit_alone.terms[Term::equality], 0);
  EXPECT_NE(of_credit_alone.terms[Term::credit], 0);
  scenario.parameters.firm.executive.eta = scenario.parameters.firm.executive.eta_scrutiny = 0;
  scenario.parameters.firm.executive.eta_equality = 0.01;
  const Movement of_equality_alone = movement_of(history_of(scenario, 0), Department::marketing, {0, 51});
  EXPECT_EQ(of_equality_alone.terms[Term::credit], 0);
  EXPECT_NE(of_equality_alone.terms[Term::equality], 0);
}

// Ten weeks: contributed 1, 2, ..., 10 of 20 in all, credited half of that.
TEST(Movement, compares_what_both_ledgers_had_in_the_first_and_in_the_last_weeks) {
  std::vector<AuditedWeek> history(10);
  for (std::size_t i = 0; i < history.size(); ++i) {
    const double value = static_cast<double>(i) + 1;
    history[i].share = PerDepartment::all(0.25);
    history[i].contributed = PerDepartment{20 - value, value, 0, 0};
    history[i].credited = PerDepartment{20 - value / 2, value / 2, 0, 0};
  }
  const Movement movement = movement_of(history, Department::marketing, {0, 9});
  EXPECT_DOUBLE_EQ(movement.contributed.first.money, 3);
  EXPECT_DOUBLE_EQ(movement.contributed.last.money, 8);
  EXPECT_DOUBLE_EQ(movement.contributed.first.part, 0.15);
  EXPECT_DOUBLE_EQ(movement.credited.last.money, 4);
  EXPECT_DOUBLE_EQ(movement.credited.last.part, 0.2);
  EXPECT_DOUBLE_EQ(movement_of(history, Department::marketing, {4, 4}).contributed.first.money, 5);
}

}  // namespace
}  // namespace orgsim
