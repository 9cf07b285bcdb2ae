#include "results/audited_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "experiment/run.hpp"
#include "results/hdf5.hpp"
#include "results/layout.hpp"

namespace orgsim {

namespace {

using Ledger = PerDepartment AuditedWeek::*;

// The weeks of one firm in one replication of the baseline, series by series.
class WeeksReader {
 public:
  WeeksReader(const Descriptor& file, std::size_t firm, const std::vector<hsize_t>& shape)
      : file_(hdf5::open_file(file)), firm_(firm), shape_(shape) {}

  std::vector<AuditedWeek> read(hsize_t replication) const {
    std::vector<AuditedWeek> weeks(shape_[2]);
    const auto ledger = [&](const char* name, Ledger member) {
      for_each_number(
          results::kTrajectories, name, replication,
          [&](std::size_t week, Department d, double number) { (weeks[week].*member)[d] = number; });
    };
    ledger("share", &AuditedWeek::share);
    ledger("contributed", &AuditedWeek::contributed);
    ledger("credited", &AuditedWeek::credited);
    for (const Term term : every<Term>()) {
      for_each_number(results::kAudit, name_of(term), replication,
                      [&](std::size_t week, Department d, double number) {
                        weeks[week].terms[static_cast<std::size_t>(d)][term] = number;
                      });
    }
    return weeks;
  }

 private:
  template <class Take>
  void for_each_number(std::string_view group, std::string_view series, hsize_t replication,
                       const Take& take) const {
    const std::vector<double> numbers =
        hdf5::read_part(file_.id(), fmt::format("/{}/{}", group, series), shape_, {0, replication});
    const std::size_t firms = shape_[3];
    for (std::size_t week = 0; week < shape_[2]; ++week) {
      for (const Department d : every<Department>()) {
        const std::size_t at = (week * firms + firm_) * count_of<Department> + static_cast<std::size_t>(d);
        take(week, d, numbers[at]);
      }
    }
  }

  hdf5::Handle file_;
  std::size_t firm_;
  std::vector<hsize_t> shape_;  // of every series: strategy, replication, week, firm, department
};

std::size_t kept_in_full(const RunResult& result) {
  return std::min(result.replications,
                  static_cast<std::size_t>(result.scenario.parameters.record.trajectories));
}

void expect_kept(const std::filesystem::path& path, std::size_t kept) {
  if (kept > 0) return;
  throw InputError(
      Problem{{path.string()},
              "",
              "it keeps no replication week by week, which an audit is made of",
              "run the scenario again with --set record.trajectories=20, or audit the scenario"});
}

void expect_run(const results::CheckedFile& file) {
  const std::string experiment = results::experiment_in(file);
  if (experiment == kRun) return;
  throw InputError(Problem{{file.file.path().string()},
                           "",
                           fmt::format("it holds `orgsim {}`, and an audit is of a run", experiment),
                           "a file that `orgsim run -o` wrote, or a scenario"});
}

}  // namespace

AuditedFile audited_file(results::CheckedFile file, const AuditOptions& options) {
  expect_run(file);
  const results::Opened opened = results::opened(std::move(file));
  const RunResult& result = opened.result;
  AuditedFile audited;
  audited.scenario = result.scenario;
  audited.replications = result.replications;
  audited.request = audit_request(options, result.scenario);
  audited.request.probing.futures = 0;
  const std::size_t kept = kept_in_full(result);
  expect_kept(opened.file.path(), kept);
  results::reading(opened.file.path(), [&] {
    const std::vector<hsize_t> shape{result.arms.size(), kept,
                                     static_cast<hsize_t>(result.scenario.parameters.run.weeks),
                                     result.scenario.firms.size(), count_of<Department>};
    const WeeksReader reader(opened.file, static_cast<std::size_t>(audited.request.probing.firm), shape);
    std::vector<AuditedRun> runs;
    for (std::size_t r = 0; r < kept; ++r) runs.push_back(orgsim::audited(reader.read(r), audited.request));
    audited.audit = audit_of(std::move(runs));
  });
  return audited;
}

}  // namespace orgsim
