#include "results/audited_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>

#include "experiment/audit/numbers.hpp"
#include "experiment/run.hpp"
#include "experiment/units/options.hpp"
#include "results/hdf5.hpp"
#include "results/layout.hpp"
#include "scenario/text/reader.hpp"

namespace orgsim {

namespace {

using Ledger = PerDepartment AuditedWeek::*;

constexpr const char* kUnjudged = "--futures 0 (futures=0) counts them and does not judge them";

// The weeks of one firm in one replication of the baseline, series by series; from any thread.
class WeeksReader {
 public:
  WeeksReader(Descriptor file, int firm, std::vector<hsize_t> shape)
      : file_(std::move(file)),
        open_(hdf5::open_file(file_)),
        firm_(static_cast<std::size_t>(firm)),
        shape_(std::move(shape)) {}

  std::vector<AuditedWeek> read(hsize_t replication) const {
    const std::scoped_lock alone(one_by_one_);  // HDF5 is not made for several threads
    std::vector<AuditedWeek> weeks;
    results::reading(file_.path(), [&] { weeks = weeks_of(replication); });
    return weeks;
  }

 private:
  std::vector<AuditedWeek> weeks_of(hsize_t replication) const {
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

  template <class Take>
  void for_each_number(std::string_view group, std::string_view series, hsize_t replication,
                       const Take& take) const {
    const std::vector<double> numbers =
        hdf5::read_part(open_.id(), fmt::format("/{}/{}", group, series), shape_, {0, replication});
    const std::size_t firms = shape_[3];
    for (std::size_t week = 0; week < shape_[2]; ++week) {
      for (const Department d : every<Department>()) {
        const std::size_t at = (week * firms + firm_) * count_of<Department> + static_cast<std::size_t>(d);
        take(week, d, numbers[at]);
      }
    }
  }

  mutable std::mutex one_by_one_;
  Descriptor file_;
  hdf5::Handle open_;
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

std::vector<hsize_t> shape_of(const RunResult& run, std::size_t kept) {
  return {run.arms.size(), kept, static_cast<hsize_t>(run.scenario.parameters.run.weeks),
          run.scenario.firms.size(), count_of<Department>};
}

void expect_output(const FileAuditAsked& asked, const std::filesystem::path& file) {
  if (!asked.output) return;
  if (asked.options.futures == 0) {
    throw InputError(Problem{{asked.output->string()},
                             "",
                             "with --futures 0 (futures=0) nothing is simulated that could be written",
                             "leave out one of them"});
  }
  std::error_code error;
  if (!std::filesystem::equivalent(*asked.output, file, error)) return;
  throw InputError(Problem{{asked.output->string()},
                           "",
                           "the results are read from this file",
                           "name another file for the audit"});
}

// What an audit of the file's scenario would be asked for, with as many replications as are kept.
UnitsAsked asked_of(const RunResult& run, std::size_t kept, const FileAuditAsked& asked,
                    const std::filesystem::path& path, const Files& files) {
  UnitsAsked units;
  units.scenario = run.scenario;
  units.scenario.parameters.run.replications = static_cast<std::int64_t>(kept);
  units.scenario.parameters.run.worlds = 0;
  units.scenario.parameters.run.rivals.emplace();
  units.options = parse_document(options_text(asked.options), "options");
  if (asked.options.futures == 0) return units;
  if (asked.known != nullptr) units.scenario.ties = asked.known->ties;
  try {
    load_ties(units.scenario, {}, files);
  } catch (const InputError& error) {
    std::vector<Problem> problems = error.problems();
    problems.push_back({{path.string()}, "", "to judge its cuts the run is simulated again", kUnjudged});
    throw InputError(problems);
  }
  return units;
}

bool is_same(const AuditedWeek& simulated, const AuditedWeek& recorded) {
  // Series of files have seven digits; other luck or another model differ by far more.
  constexpr double digits = 1e-5;
  const auto alike = [](double a, double b) {
    return std::abs(a - b) <= digits * std::max(std::abs(b), 1e-3);
  };
  return std::ranges::all_of(every<Department>(), [&](Department d) {
    return alike(simulated.share[d], recorded.share[d]) &&
           alike(simulated.contributed[d], recorded.contributed[d]) &&
           alike(simulated.credited[d], recorded.credited[d]) &&
           std::ranges::all_of(every<Term>(), [&](Term term) {
             return alike(simulated.terms_of(d)[term], recorded.terms_of(d)[term]);
           });
  });
}

void expect_same(const std::vector<AuditedWeek>& simulated, const std::vector<AuditedWeek>& recorded,
                 const std::filesystem::path& path, std::size_t replication) {
  for (std::size_t week = 0; week < recorded.size(); ++week) {
    if (is_same(simulated[week], recorded[week])) continue;
    throw InputError(Problem{
        {path.string()},
        "",
        fmt::format("its cuts cannot be judged: simulated again, replication {} differs from the file "
                    "from week {} on; another version may have written the file",
                    replication, week),
        kUnjudged});
  }
}

}  // namespace

FileAuditPlan plan_file_audit(results::CheckedFile file, const FileAuditAsked& asked, const Files& files) {
  expect_run(file);
  expect_output(asked, file.file.path());
  const std::string source = fmt::format("file = \"{}\"\n", file.digest);
  results::Opened opened = results::opened(std::move(file));
  const RunResult& run = opened.result;
  const std::filesystem::path path = opened.file.path();
  const std::size_t kept = kept_in_full(run);
  expect_kept(path, kept);
  FileAuditPlan audit{run.replications, plan_audit(asked_of(run, kept, asked, path, files))};
  audit.plan.source = source;
  const AuditRequest request = audit_request(audit.plan);
  std::shared_ptr<const WeeksReader> reader;
  results::reading(path, [&] {
    reader = std::make_shared<const WeeksReader>(std::move(opened.file), request.probing.firm,
                                                 shape_of(run, kept));
  });
  const bool judged = request.probing.futures > 0;
  if (!judged) {
    audit.plan.runs_held = 0;
    audit.plan.weeks = 0;
  }
  audit.plan.work = [=](const Unit& unit) {
    const std::vector<AuditedWeek> recorded = reader->read(unit.place.replication);
    if (!judged) return numbers_of(audited(recorded, request), request);
    const std::vector<AuditedWeek> history = history_of(unit, request.probing.firm);
    expect_same(history, recorded, path, unit.place.replication);
    return numbers_of(audited(unit, history, request), request);
  };
  return audit;
}

}  // namespace orgsim
