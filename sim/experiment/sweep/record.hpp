// What comes of one point of a sweep, or of some further replications of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experiment/outcome.hpp"
#include "experiment/sweep/plan.hpp"

namespace orgsim {

enum class PointStatus { done, failed, timed_out, missing };
template <>
struct Names<PointStatus> {
  static constexpr std::array<std::string_view, 4> value{"done", "failed", "timed_out", "missing"};
};

struct PointRecord {
  std::uint64_t point = 0;
  PointStatus status = PointStatus::missing;
  std::string message;         // why it is not done
  std::vector<double> values;  // of the axes
  std::uint64_t first = 0;     // replication; a point that failed or was timed out has none
  std::uint64_t replications = 0;
  std::vector<Outcome> outcomes;  // arm by arm, replication by replication
  std::vector<double> drawn;      // replication by replication, the values of the drawn keys
  // Weekly series, in the order of the file: arm by arm, (replication by replication,) week by week.
  std::vector<float> bands;
  std::vector<float> means;
  std::vector<float> trajectories;

  bool operator==(const PointRecord&) const = default;
};

// What a sweep has of its points so far; record(i) puts together what there is of point i.
class SweepRecords {
 public:
  SweepRecords() = default;
  SweepRecords(const SweepRecords&) = delete;
  SweepRecords& operator=(const SweepRecords&) = delete;
  virtual ~SweepRecords() = default;
  virtual std::size_t points() const = 0;
  virtual PointStatus status(std::size_t point) const = 0;
  virtual std::size_t replications(std::size_t point) const = 0;  // that are done
  virtual PointRecord record(std::size_t point) const = 0;
  virtual std::vector<double> values(std::size_t point) const { return record(point).values; }  // of the axes
};

// Puts `more` behind the replications of `record`; a failure takes the place of all.
void join(PointRecord& record, PointRecord more, std::size_t arms);

}  // namespace orgsim
