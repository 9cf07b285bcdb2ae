#include "results/sweep_to_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "platform/limits.hpp"
#include "platform/part_file.hpp"
#include "results/file_name.hpp"
#include "results/sweep_file.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim {

namespace {

namespace fs = std::filesystem;

InputError refused(const fs::path& path, const std::string& what, const std::string& cure) {
  return InputError(Problem{{path.string()}, "", what, cure});
}

// A journal that is left empty is of no use to anybody.
class Tidy {
 public:
  explicit Tidy(Journal& journal) : journal_(journal) {}
  Tidy(const Tidy&) = delete;
  Tidy& operator=(const Tidy&) = delete;
  ~Tidy() {
    if (journal_.empty() && !used_) journal_.remove();
  }
  void keep() { used_ = true; }

 private:
  Journal& journal_;
  bool used_ = false;
};

// At work on the file, as long as this lives. A journal that stands there is left alone.
class NobodyElse {
 public:
  explicit NobodyElse(const fs::path& path) : journal_(journal_of(path)), file_(lock_journal(journal_)) {}
  NobodyElse(const NobodyElse&) = delete;
  NobodyElse& operator=(const NobodyElse&) = delete;
  ~NobodyElse() {
    std::error_code ignored;
    if (fs::file_size(journal_, ignored) == 0) fs::remove(journal_, ignored);
  }

 private:
  fs::path journal_;
  Descriptor file_;
};

std::unique_ptr<SweepFile> base_of(const SweepPlan& plan, const fs::path& path, const SweepOptions& options) {
  results::CheckedFile file = results::open_checked(path, options.stop);
  if (results::experiment_in(file) != kSweep) {
    throw refused(path, "the file exists and holds no sweep",
                  "name another file, or replace it with --force (overwrite=True)");
  }
  auto base = std::make_unique<SweepFile>(std::move(file));
  expect_same_sweep(identity_of(plan, options.shard), base->identity(), path);
  return base;
}

// Where points come from a file, it may have changed.
void expect_same_points(const SweepPlan& plan, const SweepRecords& records, const fs::path& path) {
  if (plan.sweep().design != DesignKind::file) return;
  for (std::size_t p = 0; p < std::min(plan.points(), records.points()); ++p) {
    if (records.status(p) == PointStatus::missing || records.values(p) == plan.design.point(p)) continue;
    throw refused(path, fmt::format("point {} is another one now than when it was run", p),
                  fmt::format("leave the rows of '{}' as they were, and add new ones at its end; --force "
                              "(overwrite=True) starts anew",
                              plan.sweep().file));
  }
}

void expect_all_asked_for(const SweepPlan& plan, const SweepRecords* base, const Journal& journal,
                          const fs::path& path) {
  const std::size_t points = std::max(plan.points(), base == nullptr ? 0 : base->points());
  std::size_t most = 0;
  for (const Journal::Entry& entry : journal.entries()) most = std::max(most, entry.point + 1);
  if (most <= points) return;
  throw refused(journal_of(path),
                fmt::format("it has point {}, and only {} points are asked for", most - 1, points),
                fmt::format("ask for {} points or more; --force (overwrite=True) starts anew", most));
}

// Whether the file says that less was asked for, though it may have all that its shard is to have of it.
bool asks_for_less(const SweepFile& base, const SweepPlan& plan) {
  return base.planned_points() <= plan.points() && base.shape().replications <= plan.replications &&
         (base.scenario_text() != to_toml(plan.scenario) || base.points_checksum() != points_checksum(plan));
}

class MergedRecords : public SweepRecords {
 public:
  // `files` are of all of one number of planned points.
  MergedRecords(const std::vector<std::unique_ptr<SweepFile>>& files, const SweepPlan& plan)
      : files_(files), plan_(plan), points_(files.front()->planned_points()) {
    for (const auto& file : files) points_ = std::max(points_, file->points());
  }

  std::size_t points() const override { return points_; }
  PointStatus status(std::size_t point) const override {
    const SweepFile* file = file_of(point);
    return file == nullptr ? PointStatus::missing : file->status(point);
  }
  std::size_t replications(std::size_t point) const override {
    const SweepFile* file = file_of(point);
    return file == nullptr ? 0 : file->replications(point);
  }
  PointRecord record(std::size_t point) const override {
    if (const SweepFile* file = file_of(point)) return file->record(point);
    PointRecord record;
    record.point = point;
    record.values = plan_.design.point(point);
    return record;
  }

 private:
  const SweepFile* file_of(std::size_t point) const {
    for (const auto& file : files_) {
      if (file->identity().shard.has(point)) return point < file->points() ? file.get() : nullptr;
    }
    return nullptr;
  }

  const std::vector<std::unique_ptr<SweepFile>>& files_;
  const SweepPlan& plan_;
  std::size_t points_;
};

void expect_same_shards(const std::vector<std::unique_ptr<SweepFile>>& files) {
  const SweepIdentity& first = files.front()->identity();
  std::map<std::size_t, fs::path> seen;
  for (const auto& file : files) {
    SweepIdentity identity = file->identity();
    if (identity.shard.count != first.shard.count) {
      throw refused(
          file->path(),
          fmt::format("it is shard {}/{}, and '{}' is {}/{}", identity.shard.index, identity.shard.count,
                      files.front()->path().string(), first.shard.index, first.shard.count),
          "merge shards of one number");
    }
    const auto [other, is_new] = seen.emplace(identity.shard.index, file->path());
    if (!is_new) {
      throw refused(file->path(),
                    fmt::format("it is shard {}/{}, and so is '{}'", identity.shard.index,
                                identity.shard.count, other->second.string()),
                    "name every shard once");
    }
    identity.shard = first.shard;
    expect_same_sweep(first, identity, file->path());
    if (file->scenario_text() != files.front()->scenario_text()) {
      throw refused(
          file->path(),
          fmt::format("it differs from '{}': {}", files.front()->path().string(),
                      fmt::join(differences(file->scenario_text(), files.front()->scenario_text()), "; ")),
          "run all shards with the same points and replications");
    }
    if (file->points_checksum() != files.front()->points_checksum()) {
      throw refused(
          file->path(),
          fmt::format("its file of points was another one than that of '{}'", files.front()->path().string()),
          "run all shards with the same file of points");
    }
  }
}

// The scenario that all shards are of; points that came from a file are in the shards.
Scenario scenario_of(const std::vector<std::unique_ptr<SweepFile>>& files) {
  Scenario scenario = files.front()->scenario();
  if (scenario.sweep.design != DesignKind::file) return scenario;
  PointTable& table = scenario.sweep.table;
  table.columns = files.front()->shape().axes;
  const std::size_t axes = table.columns.size();
  table.width = axes;
  table.numbers.assign(files.front()->planned_points() * axes, std::numeric_limits<double>::quiet_NaN());
  table.path = scenario.sweep.file;
  table.lines.assign(files.front()->planned_points(), 0);
  for (const auto& file : files) {
    for (const std::size_t point : file->shape().points) {
      const std::vector<double> values = file->values(point);
      std::copy(values.begin(), values.end(),
                table.numbers.begin() + static_cast<std::ptrdiff_t>(point * axes));
    }
  }
  return scenario;
}

}  // namespace

bool is_finished(const SweepPlan& plan, const fs::path& path, const Shard& shard, bool retry_failed) {
  if (!fs::exists(path)) return false;
  const SweepFile file(path);
  expect_same_sweep(identity_of(plan, shard), file.identity(), path);
  if (file.scenario_text() != to_toml(plan.scenario)) return false;
  for (std::size_t p = 0; p < plan.points(); ++p) {
    if (!shard.has(p)) continue;
    const PointStatus status = file.status(p);
    const bool failed = status == PointStatus::failed && !retry_failed;
    const bool done = status == PointStatus::done && file.replications(p) >= plan.replications;
    if (!failed && !done) return false;
    if (file.values(p) != plan.design.point(p)) return false;
  }
  return true;
}

SystemError with_journal(const SystemError& error, const fs::path& path, std::string_view what) {
  const fs::path journal = journal_of(path);
  if (!fs::exists(journal)) return error;
  return SystemError(fmt::format("{}; what was run is kept in '{}', and the same {} again goes on",
                                 error.what(), journal.string(), what));
}

SweepReport sweep_to_file(const SweepPlan& plan, const fs::path& path, const SweepOptions& options, bool anew,
                          const std::function<void(const std::string&)>& note) {
  if (const std::optional<Problem> problem = problem_of_results_name(path, false)) throw InputError(*problem);
  if (const std::optional<Problem> problem = problem_of_target(path)) throw InputError(*problem);
  expect_runnable(plan, options);
  const auto tell = [&](const std::string& text) {
    if (note && !text.empty()) note(text);
  };
  Journal journal(journal_of(path), identity_of(plan, options.shard), anew);
  Tidy tidy(journal);
  tell(journal.damage());
  if (!journal.put_aside().empty())
    tell(fmt::format("the old journal is in '{}'", journal.put_aside().string()));
  const bool stands = fs::exists(path);
  std::unique_ptr<SweepFile> base;
  if (stands && !journal.anew()) base = base_of(plan, path, options);
  expect_all_asked_for(plan, base.get(), journal, path);
  SweepStore store(plan, base.get(), journal);
  expect_same_points(plan, store, path);

  SweepReport report;
  tidy.keep();
  report.progress = run_sweep(plan, store, journal, options);
  report.complete = is_complete(store, options.shard);
  if (options.until) report.width = width_of(plan, store, options.shard, *options.until);
  if (base == nullptr || report.progress.ran > 0 || !journal.empty() || asks_for_less(*base, plan)) {
    write_sweep(path, plan, store, options.shard, stands, options.stop);
    report.written = true;
  }
  journal.remove();
  return report;
}

SweepReport merge_sweeps(const std::vector<fs::path>& shards, const fs::path& path, bool replace,
                         const StopFlag& stop) {
  allow_open_files(shards.size());
  std::vector<std::unique_ptr<SweepFile>> files;
  for (const fs::path& shard : shards) files.push_back(std::make_unique<SweepFile>(shard, stop));
  require(!files.empty(), "there is a shard to merge");
  expect_same_shards(files);
  const SweepPlan plan = plan_sweep(scenario_of(files));
  const MergedRecords records(files, plan);
  const NobodyElse lock(path);
  write_sweep(path, plan, records, Shard(), replace, stop);
  SweepReport report;
  report.written = true;
  report.complete = is_complete(records, Shard());
  for (std::size_t p = 0; p < records.points(); ++p) {
    ++report.progress.points;
    if (records.status(p) == PointStatus::failed) ++report.progress.failed;
    if (records.status(p) == PointStatus::timed_out) ++report.progress.timed_out;
    if (records.status(p) != PointStatus::missing) ++report.progress.finished;
  }
  return report;
}

}  // namespace orgsim
