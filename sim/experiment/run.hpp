// The main experiment: the baseline and every strategy of a scenario, on common random numbers. A strategy's
// run is the baseline's up to its first week, bit for bit: it is forked from it there.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/stop_flag.hpp"
#include "engine/scenario.hpp"
#include "engine/series.hpp"
#include "experiment/outcome.hpp"

namespace orgsim {

// One line of the experiment: the baseline, or a strategy of the focal firm.
struct Arm {
  std::string name;
  std::string label;
  bool operator==(const Arm&) const = default;
};
inline constexpr std::string_view kBaseline = "baseline";

inline constexpr std::array<double, 5> kQuantiles{0.05, 0.25, 0.5, 0.75, 0.95};

// Medians over replications, per week, of what a summary shows of the baseline's focal marketing.
struct Headline {
  std::vector<float> share;
  std::vector<float> contributed;
  std::vector<float> credited;
  bool operator==(const Headline&) const = default;
};

struct RunResult {
  Scenario scenario;
  std::vector<Arm> arms;  // the baseline first
  std::size_t replications = 0;
  std::vector<std::vector<Outcome>> outcomes;  // per arm, per replication
  std::vector<std::vector<double>> drawn;      // per replication, the values of scenario.drawn
  Headline headline;

  bool operator==(const RunResult&) const = default;
};

// Some successive weeks of all runs, handed over as they are finished.
class WeekBlock {
 public:
  WeekBlock(std::size_t arms, std::size_t replications, const RowLayout& layout, const RowLayout& audit,
            std::size_t weeks_at_most);

  std::size_t first_week = 0;
  std::size_t weeks = 0;  // in this block

  // `layout` numbers (then `audit` numbers) of one run in week first_week + i.
  double* row(std::size_t arm, std::size_t replication, std::size_t i) {
    return &numbers_[offset(arm, replication, i)];
  }
  const double* row(std::size_t arm, std::size_t replication, std::size_t i) const {
    return &numbers_[offset(arm, replication, i)];
  }
  const RowLayout& layout() const { return *layout_; }
  const RowLayout& audit() const { return *audit_; }
  std::size_t arms() const { return arms_; }
  std::size_t replications() const { return replications_; }

 private:
  std::size_t offset(std::size_t arm, std::size_t replication, std::size_t i) const;

  std::size_t arms_;
  std::size_t replications_;
  const RowLayout* layout_;
  const RowLayout* audit_;
  std::size_t weeks_at_most_;
  std::unique_ptr<double[]> numbers_;  // not zeroed: each thread writes, and so first touches, its own rows
};

// Quantiles and mean over replications, of every number of a block's rows.
struct BandBlock {
  // At ((arm * weeks + i) * width + column) * kQuantiles.size() + q, and without the last step for the means.
  std::vector<float> quantiles;
  std::vector<float> means;
};

// What a run is going to hand over, told before it starts.
struct RunPlan {
  const Scenario& scenario;
  std::vector<Arm> arms;
  std::size_t replications;
  std::size_t weeks;
  std::size_t weeks_per_block;
  const RowLayout& layout;
  const RowLayout& audit;
};

// Takes the results as they come, on the thread that called run(), in the order of the weeks.
class RunSink {
 public:
  RunSink() = default;
  RunSink(const RunSink&) = delete;
  RunSink& operator=(const RunSink&) = delete;
  virtual ~RunSink() = default;
  virtual void begin(const RunPlan& plan) = 0;
  virtual void block(const WeekBlock& block, const BandBlock& bands) = 0;
  virtual void end(const RunResult& result) = 0;
};

struct RunOptions {
  int threads = 1;
  std::vector<std::string> only;         // strategies to run besides the baseline; empty for all
  std::string only_place = "only";       // what errors call it
  std::function<void(double)> progress;  // told the share of the work that is done; may be empty
  StopFlag stop;                         // raised by somebody else to ask for an end
};

// Draws the drawn keys of the first thousand replications. Throws InputError as run() would.
void check_draws(const Scenario& scenario);

// The baseline of one replication before week 0, with the strategies as they are drawn for it. Throws
// InputError and Interrupted as run() would.
struct Start {
  Scenario scenario;  // without distributions
  Simulation simulation;
};
Start start_of(const Scenario& scenario, std::size_t replication, const StopFlag& stop = {});

// Whether every replication would be the same run.
bool is_deterministic(const Scenario& scenario);

// Runs the scenario. `sink` may be nothing. The result does not depend on `options.threads`.
// Throws InputError (problems_of the scenario; an unknown strategy in `only`; draws that contradict each
// other; more replications than memory; keys so extreme that numbers overflow) and Interrupted.
RunResult run(const Scenario& scenario, const RunOptions& options, RunSink* sink = nullptr);

}  // namespace orgsim
