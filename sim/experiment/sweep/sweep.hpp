// Runs what is left of a sweep: every point that the file and the journal do not have, and further
// replications of those that they have. What comes goes to the journal.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "experiment/enough.hpp"
#include "experiment/run.hpp"
#include "experiment/sweep/journal.hpp"
#include "experiment/sweep/plan.hpp"
#include "experiment/sweep/record.hpp"

namespace orgsim {

// Where a sweep stands: of the points of its shard.
struct SweepProgress {
  std::size_t points = 0;
  std::size_t finished = 0;  // done, failed or timed out
  std::size_t failed = 0;
  std::size_t timed_out = 0;
  std::size_t ran = 0;     // by this call
  std::size_t to_run = 0;  // by this call
};

struct SweepOptions {
  int threads = 1;
  StopFlag stop;
  std::function<void(const SweepProgress&)> tell;  // from any thread, one at a time; may be empty
  Shard shard;
  std::optional<double> until;                        // percentage points
  std::size_t most_replications = kMostReplications;  // with `until`
  std::optional<std::chrono::duration<double>> point_timeout;
  bool retry_failed = false;
};

// A sweep's points as a file has them, if there is one, with those of the journal laid over.
class SweepStore : public SweepRecords {
 public:
  // `base` may be nothing; all outlive the store, which listens to the journal from now on.
  SweepStore(const SweepPlan& plan, const SweepRecords* base, Journal& journal);

  std::size_t points() const override { return points_.size(); }
  PointStatus status(std::size_t point) const override;
  std::size_t replications(std::size_t point) const override { return points_[point].replications; }
  PointRecord record(std::size_t point) const override;
  std::vector<double> values(std::size_t point) const override;

 private:
  struct Point {
    std::uint32_t replications = 0;
    PointStatus trouble = PointStatus::missing;  // failed or timed out; or missing for none
    std::uint32_t last = kNone;                  // of its entries in the journal
  };
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  struct Kept {
    Journal::Entry entry;
    std::uint32_t before = kNone;  // the entry before it of the same point
  };
  void take(const Journal::Entry& entry);

  const SweepPlan& plan_;
  const SweepRecords* base_;
  Journal& journal_;
  std::vector<Point> points_;
  std::vector<Kept> kept_;
};

// Throws InputError if such a sweep cannot be run, before anything is.
void expect_runnable(const SweepPlan& plan, const SweepOptions& options);

// Of a plan that expect_runnable(). Throws SystemError and Interrupted. Returns where the sweep stands; what
// the journal has by then is on the disk, however this ends.
SweepProgress run_sweep(const SweepPlan& plan, SweepStore& store, Journal& journal,
                        const SweepOptions& options);

// How many points of the shard have an interval wider than `until`, and the widest.
struct Width {
  std::size_t points = 0;
  double widest = 0;
};
Width width_of(const SweepPlan& plan, const SweepRecords& records, const Shard& shard, double until);

}  // namespace orgsim
