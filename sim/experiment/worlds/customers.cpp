// How long customers stay, and what keeping them is worth beside winning them.
#include <algorithm>
#include <cmath>
#include <limits>

#include "experiment/worlds/parts.hpp"

namespace orgsim::figure {

namespace {

constexpr int kCohortWeek = 60;

// Those of firm 0's people who stay with it, by favourite and habit level.
class Cohort {
 public:
  // Whom it wins in a week.
  Cohort(const Hazards& faced, std::span<const double> masses)
      : firms_(faced.firms), levels_(faced.levels), people_(static_cast<std::size_t>(firms_ * levels_)) {
    double all = 0;
    for (int k = 0; k < firms_; ++k) {
      for (int s = 0; s < faced.classes; ++s)
        at(k, 0) +=
            faced.acceptance_of(0, faced.row_of_nonuser(k, s, 0)) * masses[static_cast<std::size_t>(s)];
      all += at(k, 0);
    }
    for (double& people : people_) people /= all;
  }

  // At most one event a week (docs/model.md, 3.4).
  void live_through(const Hazards& faced) {
    const std::vector<double> before = people_;
    for (int k = 0; k < firms_; ++k) {
      for (int h = 0; h < levels_; ++h) {
        const double people = before[static_cast<std::size_t>(k * levels_ + h)];
        const double rising = h + 1 < levels_ ? faced.rising[0] : 0;
        const double falling = h > 0 ? faced.falling : 0;
        const double total = lost(faced, k, h) + rising + falling;
        if (!(total > 0)) continue;
        const double acting = people * -std::expm1(-total) / total;
        at(k, h) += people * std::expm1(-total);
        if (rising > 0) at(k, h + 1) += acting * rising;
        if (falling > 0) at(k, h - 1) += acting * falling;
      }
    }
  }

  double here() const {
    double all = 0;
    for (const double people : people_) all += people;
    return all;
  }

 private:
  double& at(int favourite, int habit) {
    return people_[static_cast<std::size_t>(favourite * levels_ + habit)];
  }

  static double lost(const Hazards& faced, int favourite, int habit) {
    const std::size_t row = faced.row_of_user(favourite, 0, habit);
    double hazard = faced.leaving_of(0, habit);
    for (int f = 1; f < faced.firms; ++f)
      hazard += faced.acceptance_of(f, row) * faced.reach[static_cast<std::size_t>(f)];
    return hazard;
  }

  int firms_;
  int levels_;
  std::vector<double> people_;
};

// How many are still there after so many weeks, up to the last.
std::vector<double> stay(Runs& runs, int last) {
  Simulation simulation = runs.baseline().fork(kCohortWeek);
  simulation.step();
  Cohort cohort(simulation.world().hazards, runs.world().parameters.market.mass);
  std::vector<double> here{1};
  while (static_cast<int>(here.size()) <= last) {
    simulation.step();
    cohort.live_through(simulation.world().hazards);
    here.push_back(cohort.here());
  }
  return here;
}

// A month is four weeks and a third.
double lost_first_month(Runs& runs) {
  const std::vector<double> here = stay(runs, 5);
  return 1 - here[4] * std::pow(here[5] / here[4], kMonth - 4);
}

double lost_settled(Runs& runs) {
  const std::vector<double> here = stay(runs, 2 * kYear);
  return 1 - std::pow(here[2 * kYear] / here[kYear], 1.0 / 12);
}

// The value of customers of a firm without rivals.
struct Worth {
  double gross = 0;  // margin, discounted, and the lifetime value of those in hand at the end
  double spent = 0;  // what marketing and sales cost, discounted
  double loss = 0;   // of users, per week
};

Worth worth_of(WatchedRun& run, const Economics& economics) {
  Worth worth;
  double users = 0;
  double lost = 0;
  double weight = 1;
  const auto weeks = run.weeks(0, kTenYears - 1);
  for (std::size_t t = 0; t < weeks.size(); ++t) {
    weight = std::exp(-economics.discount * static_cast<double>(t));
    worth.gross += economics.margin * weeks[t].revenue * weight;
    worth.spent += weeks[t].spent_on_winning() * weight;
    users += weeks[t].users;
    lost += weeks[t].lost;
  }
  worth.gross += weeks.back().users_end * weeks.back().ltv * weight;
  worth.loss = lost / users;
  return worth;
}

// NaN where fewer than one in a hundred is lost in a year, so that no more can be kept.
double value_retention(Runs& runs) {
  const Economics& economics = runs.world().parameters.economics;
  const Worth before = worth_of(runs.alone(), economics);
  const double kept = 1 - std::log(1.01) / kYear / before.loss;
  if (!(kept >= 0)) return std::numeric_limits<double>::quiet_NaN();
  Scenario scenario = with_still_shares(without_rivals(runs.world()));
  const double churn = parameters_of_firms(scenario)[0].offer.churn;
  let_hold_for_all(scenario, {"churn"});
  scenario.parameters.firm.offer.churn = churn * kept;
  WatchedRun keeping = runs.run_of(scenario);
  const Worth after = worth_of(keeping, economics);
  return ((after.gross - after.spent) - (before.gross - before.spent)) / (0.01 * before.gross);
}

double value_cost(Runs& runs) {
  const Worth worth = worth_of(runs.alone(), runs.world().parameters.economics);
  return worth.spent / worth.gross;
}

constexpr Figure kCustomersFigures[] = {
    {"lost_first_month", "share of those won", "users lost in their first month, of those won in week 60",
     lost_first_month},
    {"lost_settled", "share per month", "users lost in a month of their second year", lost_settled},
    {"value_retention", "1", "value of 1 % more retention over that of 1 % more margin, without rivals",
     value_retention},
    {"value_cost", "1", "value of winning customers 1 % cheaper over that of 1 % more margin, without rivals",
     value_cost},
};

}  // namespace

std::span<const Figure> of_customers() {
  return kCustomersFigures;
}

}  // namespace orgsim::figure
