// Some successive weeks of all runs of an experiment, and what is handed on of them.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "engine/series.hpp"
#include "experiment/arm.hpp"
#include "experiment/doubt.hpp"
#include "experiment/outcome.hpp"

namespace orgsim {

// What is recorded of a week: the series, then the audit.
struct Recording {
  RowLayout series;
  RowLayout audit;

  explicit Recording(std::size_t firms) : series(firms, run_series()), audit(firms, audit_series()) {}
  // Of some series, and without the audit.
  explicit Recording(const RowLayout& some) : series(some), audit(some.firms, {}) {}
  std::size_t width() const { return series.width() + audit.width(); }
};

class WeekBlock {
 public:
  WeekBlock(std::size_t arms, std::size_t replications, std::size_t weeks_at_most, Recording recording);

  std::size_t first_week = 0;
  std::size_t weeks = 0;  // in this block

  // The `recording().width()` numbers of one run in week first_week + i.
  double* row(std::size_t arm, std::size_t replication, std::size_t i) {
    return &numbers_[offset(arm, replication, i)];
  }
  const double* row(std::size_t arm, std::size_t replication, std::size_t i) const {
    return &numbers_[offset(arm, replication, i)];
  }
  // Makes an arm's rows of the weeks before `until`, in which it had not begun, those of the baseline.
  void copy_baseline(std::size_t arm, std::size_t replication, int until);

  const Recording& recording() const { return recording_; }
  std::size_t arms() const { return arms_; }
  std::size_t replications() const { return replications_; }

  // A copy that holds the first replications alone.
  WeekBlock of_first(std::size_t replications) const;

  // All rows of the block, one upon the other.
  std::size_t size() const { return replications_ * arms_ * weeks_at_most_ * recording_.width(); }
  double* data() { return numbers_.get(); }
  const double* data() const { return numbers_.get(); }

 private:
  std::size_t offset(std::size_t arm, std::size_t replication, std::size_t i) const {
    return ((replication * arms_ + arm) * weeks_at_most_ + i) * recording_.width();
  }

  std::size_t arms_;
  std::size_t replications_;
  std::size_t weeks_at_most_;
  Recording recording_;
  std::unique_ptr<double[]> numbers_;  // not zeroed: each thread writes, and so first touches, its own rows
};

inline constexpr std::array<double, 5> kQuantiles{0.05, 0.25, 0.5, 0.75, 0.95};

// Quantiles and mean over replications, of every number of the series in a block's rows.
struct BandBlock {
  // At ((arm * weeks + i) * width + column) * kQuantiles.size() + q, and without the last step for the means.
  std::vector<float> quantiles;
  std::vector<float> means;
};

// What an experiment is going to hand over, told before it starts.
struct Plan {
  std::string experiment;  // its name in the list of all.hpp
  Scenario scenario;
  std::vector<ArmTitle> arms;  // the baseline first
  std::size_t replications;
  std::size_t weeks;
  std::size_t weeks_per_block;
  Recording recording;
};

// So many of the first replications are kept in full (record.trajectories).
std::size_t recorded_replications(const Plan& plan);

// Medians over replications, per week, of what a summary shows of the baseline's focal marketing.
struct Headline {
  std::vector<float> share;
  std::vector<float> contributed;
  std::vector<float> credited;
  bool operator==(const Headline&) const = default;
};

// What came of every run.
struct RunResult {
  Scenario scenario;
  std::vector<ArmTitle> arms;  // the baseline first
  std::size_t replications = 0;
  std::vector<std::vector<Outcome>> outcomes;  // per arm, per replication
  std::vector<std::vector<double>> drawn;      // per replication, the values of scenario.drawn
  Headline headline;                           // empty where outcomes alone are kept
  bool first_model = false;                    // read from a file of the model's first version
  Doubt doubt;                                 // what was run of it in other worlds and with other rivals

  bool operator==(const RunResult&) const = default;
};

// The result as if the variant's runs had been those of the default world.
RunResult as_result(const RunResult& result, const VariantRuns& runs);

// Takes what comes of a run as it comes, on the thread that began it, in the order of the weeks.
class RunSink {
 public:
  RunSink() = default;
  RunSink(const RunSink&) = delete;
  RunSink& operator=(const RunSink&) = delete;
  virtual ~RunSink() = default;
  virtual void begin(const Plan& plan) = 0;
  virtual void block(const WeekBlock& block, const BandBlock& bands) = 0;
  virtual void end(const RunResult& result) = 0;
};

}  // namespace orgsim
