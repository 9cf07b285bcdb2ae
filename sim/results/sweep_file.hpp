// The file of a sweep: one HDF5 file, written in one go once there is something to write (docs/results.md).
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/stop_flag.hpp"
#include "experiment/sweep/journal.hpp"
#include "experiment/sweep/record.hpp"
#include "platform/descriptor.hpp"
#include "results/opened.hpp"
#include "results/sweep_layout.hpp"

namespace orgsim {

// Whether every point of the shard is done or has failed.
bool is_complete(const SweepRecords& records, const Shard& shard);

// Of all points where they come from a file, else empty: by it shards know that they are of the same table,
// of which each has but a part.
std::string points_checksum(const SweepPlan& plan);

// Writes the file, a slab of points at a time, in the order of the plan: the same bytes whoever ran what and
// when. Throws InputError, SystemError, Interrupted.
void write_sweep(const std::filesystem::path& path, const SweepPlan& plan, const SweepRecords& records,
                 const Shard& shard, bool replace, const StopFlag& stop = {});

// A sweep's file, opened: its digest has been looked at.
class SweepFile : public SweepRecords {
 public:
  // Throws InputError if it is none of ours, damaged, or of another experiment; SystemError.
  explicit SweepFile(const std::filesystem::path& path, const StopFlag& stop = {});
  explicit SweepFile(results::CheckedFile file);
  ~SweepFile() override;

  const std::filesystem::path& path() const;
  const Scenario& scenario() const;  // as it was given
  const SweepIdentity& identity() const;
  const results::SweepShape& shape() const;
  const std::string& scenario_text() const;
  std::size_t planned_points() const;          // of all shards
  const std::string& points_checksum() const;  // of all points, where they come from a file
  bool complete() const;                       // as it says
  bool has_twins() const;                      // of verdicts, and standings
  const std::string& digest() const;

  // By the points' numbers; what is not in the file (of another shard) is missing.
  std::size_t points() const override;
  PointStatus status(std::size_t point) const override;
  std::size_t replications(std::size_t point) const override;
  PointRecord record(std::size_t point) const override;
  // Of the axes; none if the point is not there. Quicker than the whole record.
  std::vector<double> values(std::size_t point) const override;

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

}  // namespace orgsim
