#include "experiment/sweep/sweep.hpp"

#include <algorithm>
#include <mutex>

#include "experiment/guards.hpp"
#include "experiment/sweep/point.hpp"
#include "platform/parallel.hpp"

namespace orgsim {

namespace {

// Bands and means are of all replications together, and come of none that are added to others.
bool adds_replications(const SweepPlan& plan) {
  return !plan.sweep().keeps_weeks();
}

class SweepRun {
 public:
  SweepRun(const SweepPlan& plan, SweepStore& store, Journal& journal, const SweepOptions& options)
      : plan_(plan), store_(store), journal_(journal), options_(options) {}

  SweepProgress run() {
    std::vector<std::uint32_t> todo;
    for (std::size_t p = 0; p < store_.points(); ++p) {
      if (!options_.shard.has(p)) continue;
      ++progress_.points;
      if (is_open(p)) {
        todo.push_back(static_cast<std::uint32_t>(p));
      } else {
        count(store_.status(p));
      }
    }
    progress_.to_run = todo.size();
    tell();
    parallel_for(todo.size(), options_.threads, [&](std::size_t i) { run_one(todo[i]); });
    return progress_;
  }

 private:
  bool is_open(std::size_t point) const {
    // A file may have lost the rows of points that were run.
    if (point >= plan_.points() && plan_.sweep().design == DesignKind::file) return false;
    switch (store_.status(point)) {
      case PointStatus::missing:
      case PointStatus::timed_out:
        return true;
      case PointStatus::failed:
        return options_.retry_failed;
      case PointStatus::done:
        break;
    }
    return store_.replications(point) < plan_.replications || is_wide(point);
  }

  // Whether its intervals are still to become narrower.
  bool is_wide(std::size_t point) const {
    return options_.until && store_.replications(point) < options_.most_replications &&
           widest_interval(store_.record(point), plan_.arms.size()) >= *options_.until;
  }

  void run_one(std::size_t point) {
    std::size_t have = start_of(point);
    PointStatus status = run_range(point, have, std::max(plan_.replications, have) - have);
    while (status == PointStatus::done && options_.until) {
      {
        const std::scoped_lock lock(mutex_);
        if (!is_wide(point)) break;
        have = store_.replications(point);
      }
      status = run_range(point, have, std::min(2 * have, options_.most_replications) - have);
    }
    const std::scoped_lock lock(mutex_);
    count(status);
    ++progress_.ran;
    tell();
  }

  // From which replication on it is run.
  std::size_t start_of(std::size_t point) {
    const std::scoped_lock lock(mutex_);
    return adds_replications(plan_) ? store_.replications(point) : 0;
  }

  PointStatus run_range(std::size_t point, std::size_t first, std::size_t replications) {
    if (replications == 0) return PointStatus::done;
    const std::size_t from = adds_replications(plan_) ? first : 0;
    PointRecord record =
        run_point(plan_, point, from, first + replications - from, options_.stop, options_.point_timeout);
    const PointStatus status = record.status;
    const std::scoped_lock lock(mutex_);
    journal_.append(std::move(record));
    return status;
  }

  void count(PointStatus status) {
    ++progress_.finished;
    if (status == PointStatus::failed) ++progress_.failed;
    if (status == PointStatus::timed_out) ++progress_.timed_out;
  }

  void tell() const {
    if (options_.tell) options_.tell(progress_);
  }

  const SweepPlan& plan_;
  SweepStore& store_;
  Journal& journal_;
  const SweepOptions& options_;
  std::mutex mutex_;  // of the store, the journal and the progress
  SweepProgress progress_;
};

void expect_narrowing(const SweepPlan& plan, const SweepOptions& options) {
  const auto refuse = [](const char* key, const char* what, const char* cure) {
    throw InputError(Problem{{}, key, what, cure});
  };
  if (!options.until) return;
  if (plan.arms.size() < 2)
    refuse("sweep.strategies", "without strategies nothing is saved, and no interval narrows",
           "name a strategy, or leave --until (until=) out");
  if (plan.deterministic)
    refuse("market.kind", "nothing is random, and no interval narrows: all replications would be the same",
           "another kind of market, a key that is drawn, or leave --until (until=) out");
  if (!plan.sweep().keeps(Keep::outcomes))
    refuse("sweep.keep", "without outcomes nobody knows how wide intervals are",
           "keep outcomes too, or leave --until (until=) out");
}

}  // namespace

void expect_runnable(const SweepPlan& plan, const SweepOptions& options) {
  expect_narrowing(plan, options);
  const auto at_once = static_cast<std::size_t>(std::max(options.threads, 1));
  expect_memory(plan.scenario, plan.arms.size(), at_once, options.threads, "threads");
}

SweepStore::SweepStore(const SweepPlan& plan, const SweepRecords* base, Journal& journal)
    : plan_(plan),
      base_(base),
      journal_(journal),
      points_(std::max(plan.points(), base == nullptr ? 0 : base->points())) {
  for (std::size_t p = 0; base != nullptr && p < base->points(); ++p) {
    points_[p].replications = static_cast<std::uint32_t>(base->replications(p));
    if (base->status(p) != PointStatus::done) points_[p].trouble = base->status(p);
  }
  for (const Journal::Entry& entry : journal.entries()) take(entry);
  journal.on_appended([this](const Journal::Entry& entry) { take(entry); });
}

void SweepStore::take(const Journal::Entry& entry) {
  if (entry.point >= points_.size()) points_.resize(entry.point + 1);
  Point& point = points_[entry.point];
  if (entry.status != PointStatus::done) {
    point.trouble = entry.status;
  } else {
    const std::uint64_t end = entry.first + entry.replications;
    const bool follows = entry.first == 0 || entry.first == point.replications;
    if (!follows && end > point.replications) return;  // those before it were damaged: all are run again
    point.trouble = PointStatus::missing;
    if (!follows) return;  // the file was written from this journal, and has them
    point.replications = static_cast<std::uint32_t>(end);
  }
  kept_.push_back({entry, point.last});
  point.last = static_cast<std::uint32_t>(kept_.size() - 1);
}

PointStatus SweepStore::status(std::size_t point) const {
  const Point& of = points_[point];
  if (of.trouble != PointStatus::missing) return of.trouble;
  return of.replications > 0 ? PointStatus::done : PointStatus::missing;
}

PointRecord SweepStore::record(std::size_t point) const {
  std::vector<const Journal::Entry*> entries;
  for (std::uint32_t at = points_[point].last; at != kNone; at = kept_[at].before) {
    entries.push_back(&kept_[at].entry);
  }
  PointRecord record;
  record.point = point;
  if (base_ != nullptr && point < base_->points()) record = base_->record(point);
  // What came before a failure that was run again, or before a time limit, is still there.
  const PointStatus trouble = points_[point].trouble;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (trouble != PointStatus::failed && (*entry)->status != PointStatus::done) continue;
    join(record, journal_.read(**entry), plan_.arms.size());
  }
  if (trouble == PointStatus::timed_out && !entries.empty() && entries.front()->status == trouble) {
    const PointRecord last = journal_.read(*entries.front());
    record.status = trouble;
    record.message = last.message;
    record.values = last.values;
  }
  if (record.status == PointStatus::missing) record.values = plan_.design.point(point);
  return record;
}

std::vector<double> SweepStore::values(std::size_t point) const {
  const bool in_base = base_ != nullptr && point < base_->points() && points_[point].last == kNone;
  return in_base ? base_->values(point) : record(point).values;
}

SweepProgress run_sweep(const SweepPlan& plan, SweepStore& store, Journal& journal,
                        const SweepOptions& options) {
  try {
    const SweepProgress progress = SweepRun(plan, store, journal, options).run();
    journal.sync();
    return progress;
  } catch (const Interrupted&) {
    journal.sync();
    throw;
  }
}

Width width_of(const SweepPlan& plan, const SweepRecords& records, const Shard& shard, double until) {
  Width width;
  for (std::size_t p = 0; p < records.points(); ++p) {
    if (!shard.has(p) || records.status(p) != PointStatus::done) continue;
    const double widest = widest_interval(records.record(p), plan.arms.size());
    if (widest >= until) ++width.points;
    width.widest = std::max(width.widest, widest);
  }
  return width;
}

}  // namespace orgsim
