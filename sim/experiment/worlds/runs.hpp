// The runs behind the figures of one world: each is made when a figure first asks for it, goes as far as
// figures need it, and is shared by all of them.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "engine/simulation.hpp"
#include "experiment/worlds/figures.hpp"

namespace orgsim {

inline constexpr int kYear = 52;
inline constexpr double kMonth = kYear / 12.0;
inline constexpr int kTenYears = 10 * kYear;  // what a figure's run lasts, unless the figure says otherwise

// One week of the focal firm and of the market.
struct Observed {
  double users = 0, users_end = 0, growth = 0, revenue = 0, profit = 0, ltv = 0;
  double won = 0, switched = 0, lost = 0;
  double centrality = 0, power = 0;  // of marketing
  PerDepartment budget, cost, share;
  double users_of_all = 0, nonusers = 0;  // after the week

  double penetration() const { return users_of_all / (users_of_all + nonusers); }
  // What marketing and sales cost.
  double spent_on_winning() const { return cost[Department::marketing] + cost[Department::sales]; }
};

// A run that is simulated on demand.
class WatchedRun {
 public:
  // From where the simulation stands.
  WatchedRun(Simulation simulation, const StopFlag& stop, std::span<const SeriesMean> followed = {});

  // What these return holds until the run goes on.
  const Observed& week(int week) { return weeks(week, week).front(); }
  // Both included.
  std::span<const Observed> weeks(int first, int last);
  // All departments' budgets of all firms in the weeks before `end`, week by week; of a run from week 0.
  std::span<const double> all_budgets(int end);
  // The simulation after at least so many weeks.
  const Simulation& after(int weeks);
  // As it was before a week of kForks.
  Simulation fork(int week);
  // Of the i-th of those that are followed.
  double mean(std::size_t i);

  static constexpr int kForks[] = {60, 182, 300};

 private:
  void step();
  void observe();

  Simulation simulation_;
  StopFlag stop_;
  int first_;
  std::vector<Observed> weeks_;
  std::vector<double> budgets_;
  std::map<int, Simulation> forks_;
  std::vector<SeriesMean> followed_;
  std::vector<double> sums_;  // of those
};

class Runs {
 public:
  Runs(const Scenario& world, const MeasuredAs& as, std::span<const SeriesMean> followed,
       const StopFlag& stop);

  // The world without strategies and grants.
  const Scenario& world() const { return world_; }

  // A run of a scenario of this world's replication.
  WatchedRun run_of(const Scenario& scenario) const;

  WatchedRun& baseline();
  // The shares of the budget held still, and then with a grant to one of the departments.
  WatchedRun& still();
  WatchedRun& granted(Department department, double factor, WeekSpan weeks);
  // Without rivals, the shares held still.
  WatchedRun& alone();
  // Marketing turns from broadcast to the product in week 182, at once.
  WatchedRun& turned();
  // With the climate and the AI of the scenario capital_winter.
  WatchedRun& winter();

 private:
  Scenario world_;
  StreamKey stream_key_;
  std::vector<SeriesMean> followed_;
  StopFlag stop_;
  std::optional<WatchedRun> baseline_, still_, alone_, turned_, winter_;
  std::map<std::tuple<Department, double, int>, WatchedRun> granted_;
};

// Variants of a world. Keys of which `names` are a firm's own hold for all firms alike again.
void let_hold_for_all(Scenario& scenario, std::initializer_list<const char*> names);
Scenario with_still_shares(Scenario scenario);
Scenario without_rivals(Scenario scenario);

}  // namespace orgsim
