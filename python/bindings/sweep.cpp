// Sweeps: planned, run into their file, opened and merged. All numbers are read from the file
// (python/orgsim).
#include "scenario/text/sweep.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>

#include <variant>

#include "bindings/areas.hpp"
#include "bindings/sections.hpp"
#include "bindings/ties.hpp"
#include "bindings/values.hpp"
#include "bindings/views.hpp"
#include "bindings/waiting.hpp"
#include "core/text.hpp"
#include "engine/numbers.hpp"
#include "experiment/units/all.hpp"
#include "results/sweep_estimate.hpp"
#include "results/sweep_file.hpp"
#include "results/sweep_to_file.hpp"
#include "results/units_file.hpp"
#include "scenario/files.hpp"

namespace py = pybind11;

namespace orgsim::python {

namespace {

using ShardPair = std::pair<std::size_t, std::size_t>;
using Plain = py::typing::Dict<py::str, py::object>;
using Numbers = py::array_t<double, py::array::c_style | py::array::forcecast>;

constexpr const char* kTable = "the table of points";

InputError wrong(const std::string& key, const std::string& what, const std::string& cure) {
  return InputError(Problem{{}, key, what, cure});
}

using PlanPointer = std::shared_ptr<SweepPlan>;

PointTable points_of(const std::vector<std::string>& columns, const Numbers& rows) {
  if (rows.ndim() != 2 || rows.shape(0) == 0 || rows.shape(1) == 0) {
    throw wrong("design", "the table holds no points", "a row per point, a column per key");
  }
  PointTable table;
  table.columns = columns;
  table.width = static_cast<std::size_t>(rows.shape(1));
  table.numbers.assign(rows.data(), rows.data() + rows.size());
  table.path = "design";
  for (py::ssize_t r = 0; r < rows.shape(0); ++r) {
    table.lines.push_back(static_cast<int>(r) + 1);
    for (std::size_t c = 0; c < table.width; ++c) {
      if (std::isfinite(table.row(static_cast<std::size_t>(r))[c])) continue;
      throw InputError(Problem{{"design", table.lines.back(), static_cast<int>(c) + 1},
                               columns.empty() ? "" : columns[c],
                               "a number that is not finite",
                               "a number"});
    }
  }
  return table;
}

// What a call says of its sweep, over what the scenario says.
void lay_over(Scenario& scenario, const Node& table, const std::optional<PointTable>& points) {
  SweepTable& sweep = scenario.sweep;
  if (table.find("vary") != nullptr) sweep.vary.clear();
  const Node* asked = table.find("design");
  const std::string* design = asked == nullptr ? nullptr : asked->as<std::string>();
  if (points) {
    sweep.design = DesignKind::file;
    sweep.file = kTable;
    sweep.table = *points;
  } else if (design != nullptr && *design != name_of(DesignKind::file)) {
    sweep.file.clear();
    sweep.table = {};
  }
  lay_over_sweep(scenario, table, disk());
  if (!sweep.given()) {
    throw wrong("sweep.vary", "no key varies",
                "vary={\"market.taste\": (1, 5)}, or a table [sweep.vary] in the scenario");
  }
  // As of the scenario of results, which hold the points beside it.
  if (sweep.design == DesignKind::file && sweep.table.rows() == 0) {
    throw wrong("design", fmt::format("the points of '{}' are not in the scenario", sweep.file),
                "a table of points, such as design=sweep.points[sweep.keys], or the name of a design");
  }
}

PlanPointer planned(const Scenario& scenario, const Plain& keys,
                    const std::optional<std::pair<std::vector<std::string>, Numbers>>& design) {
  const Node table = *to_node(keys, "sweep");
  std::optional<PointTable> points;
  if (design) points = points_of(design->first, design->second);
  return waited_for<PlanPointer>([scenario, table, points](const StopFlag&) {
    Scenario whole = scenario;
    load_ties(whole, {}, disk());
    lay_over(whole, table, points);
    return std::make_shared<SweepPlan>(plan_sweep(whole));
  });
}

std::vector<std::string> names_of_axes(const std::vector<Axis>& axes) {
  std::vector<std::string> names;
  for (const Axis& axis : axes) names.push_back(axis.name);
  return names;
}

Plain choice_of(const Levels& levels) {
  Plain plain;
  plain["kind"] = "values";
  plain["arguments"] = levels.values;
  return plain;
}

Plain choice_of(const ValueRange& range) {
  Plain plain;
  plain["kind"] = "range";
  plain["arguments"] = std::vector<double>{range.low, range.high};
  if (!range.share_of.empty()) plain["share_of"] = range.share_of;
  return plain;
}

Plain choice_of(const Distribution& distribution) {
  Plain plain;
  plain["kind"] = std::string(name_of(distribution.kind));
  plain["arguments"] = distribution.arguments;
  return plain;
}

py::typing::List<Plain> plain_axes(const SweepPlan& plan) {
  py::typing::List<Plain> all;
  for (const Axis& axis : plan.axes) {
    Plain plain = std::visit([](const auto& choice) { return choice_of(choice); }, axis.choice);
    plain["name"] = axis.name;
    plain["keys"] = axis.paths;
    const auto key = find_number(plan.scenario, number_path(axis.paths.front()).key);
    plain["unit"] = key ? std::string(key->field.unit) : "";
    plain["whole"] = axis.whole;
    plain["scale"] = std::string(name_of(axis.scale));
    all.append(plain);
  }
  return all;
}

py::array_t<double> values_at(const SweepPlan& plan, const Numbers& shares) {
  const auto axes = static_cast<py::ssize_t>(plan.axes.size());
  if (shares.ndim() != 2 || shares.shape(1) != axes) {
    throw py::value_error(fmt::format("an array of shape (points, {}) is wanted", axes));
  }
  py::array_t<double> values({shares.shape(0), axes});
  const std::vector<Share> of_others = shares_of(plan.scenario, plan.axes);
  for (py::ssize_t p = 0; p < shares.shape(0); ++p) {
    for (py::ssize_t a = 0; a < axes; ++a)
      values.mutable_at(p, a) = value_at(plan.axes[static_cast<std::size_t>(a)], shares.at(p, a));
    settle(of_others, {values.mutable_data(p, 0), static_cast<std::size_t>(axes)});
  }
  return values;
}

std::vector<std::string> arms_of_plan(const SweepPlan& plan) {
  std::vector<std::string> names;
  for (const ArmTitle& arm : titles_of(plan.arms)) names.push_back(arm.name);
  return names;
}

Shard shard_of(const ShardPair& pair) {
  if (pair.first >= 1 && pair.first <= pair.second) return {pair.first, pair.second};
  throw wrong("shard", fmt::format("there is no shard {} of {}", pair.first, pair.second),
              "shard=(2, 5): the second of five, numbered from 1");
}

SweepEstimate estimated(const PlanPointer& plan, const std::optional<Whole>& threads, double budget) {
  const int count = threads_of(threads);
  return waited_for<SweepEstimate>(
      [plan, count, budget](const StopFlag&) { return estimate_sweep(*plan, {}, count, budget); });
}

std::optional<double> above_zero(const char* key, const std::optional<double>& number, const char* cure) {
  if (!number || (*number > 0 && std::isfinite(*number))) return number;
  throw wrong(key, fmt::format("{} is out of range", *number), cure);
}

// A sweep at work.
struct SweepJob : ToldJob {
  PlanPointer plan;
  std::filesystem::path path;
  SweepOptions options;
  SweepReport report;
};

void run_job(SweepJob& job, bool anew) {
  try {
    job.report = sweep_to_file(*job.plan, job.path, job.options, anew,
                               [&job](const std::string& note) { job.notes.push_back(note); });
  } catch (const SystemError& error) {
    throw with_journal(error, job.path, "call");
  }
}

SweepReport run_into(const PlanPointer& plan, const std::filesystem::path& path,
                     const std::optional<Whole>& threads, const std::optional<ShardPair>& shard,
                     const std::optional<double>& until, std::size_t most_replications,
                     const std::optional<double>& point_timeout, bool retry_failed, bool anew,
                     const std::optional<Progress>& progress) {
  const auto job = std::make_shared<SweepJob>();
  SweepJob* const own = job.get();  // the job cannot hold itself
  own->plan = plan;
  own->path = path;
  SweepOptions& options = own->options;
  options.threads = threads_of(threads);
  if (shard) options.shard = shard_of(*shard);
  options.until = above_zero("until", until, "a number of percentage points above 0");
  options.most_replications = most_replications;
  if (above_zero("point_timeout", point_timeout, "a number of seconds above 0"))
    options.point_timeout = std::chrono::duration<double>(*point_timeout);
  options.retry_failed = retry_failed;
  options.stop = StopFlag(&own->stop);
  options.tell = [own](const SweepProgress& at) {
    own->done = at.to_run == 0 ? 1 : static_cast<double>(at.ran) / static_cast<double>(at.to_run);
  };
  own->work = [own, anew] { run_job(*own, anew); };
  run_told(job, progress, kToStopJournalled);
  warn_of_notes(plan->scenario);
  return job->report;
}

SweepReport merged(const std::vector<std::filesystem::path>& shards, const std::filesystem::path& path,
                   bool overwrite) {
  if (shards.empty()) throw wrong("shards", "no files to merge", "a list of the shards' files");
  return waited_for<SweepReport>([shards, path, overwrite](const StopFlag& stop) {
    return merge_sweeps(shards, path, overwrite, stop);
  });
}

// What a sweep's file is of; its numbers are read elsewhere.
struct SweepInfo {
  Scenario scenario;
  SweepIdentity identity;
  results::SweepShape shape;
  std::vector<double> first_point;
  std::size_t planned = 0;
  bool complete = false;
  std::string digest;

  // The plan as it was, but for the points that came from a file: they are in the results.
  SweepPlan plan() const {
    Scenario whole = scenario;
    if (whole.sweep.design == DesignKind::file) {
      PointTable& table = whole.sweep.table;
      table.columns = shape.axes;
      table.width = shape.axes.size();
      table.numbers = first_point;
      table.lines.assign(table.rows(), 0);
    }
    return plan_sweep(whole);
  }

  bool deterministic() const { return plan().deterministic; }

  Scenario at(std::size_t point, const std::vector<double>& values) const {
    const SweepPlan planned_again = plan();
    Scenario one = planned_again.scenario_of(point, values);
    one.parameters.run.replications = static_cast<std::int64_t>(planned_again.replications);
    return one;
  }
};

SweepInfo info_of(const SweepFile& file) {
  std::vector<double> first;
  if (!file.shape().points.empty()) first = file.values(file.shape().points.front());
  return {file.scenario(),       file.identity(), file.shape(), first,
          file.planned_points(), file.complete(), file.digest()};
}

SweepInfo opened(const std::filesystem::path& path) {
  return waited_for<SweepInfo>([path](const StopFlag& stop) { return info_of(SweepFile(path, stop)); });
}

using AnyResults = std::variant<SweepInfo, std::shared_ptr<UnitsResult>, std::pair<RunResult, std::string>>;

// Whatever a results file holds.
AnyResults read_any(const std::filesystem::path& path) {
  return waited_for<AnyResults>([path](const StopFlag& stop) -> AnyResults {
    results::CheckedFile file = results::open_checked(path, stop);
    const std::string experiment = results::experiment_in(file);
    if (experiment == kSweep) return info_of(SweepFile(std::move(file)));
    if (units_experiment(experiment) != nullptr)
      return std::make_shared<UnitsResult>(read_units(std::move(file)));
    std::string digest = file.digest;
    return std::pair(results::opened(std::move(file)).result, std::move(digest));
  });
}

void bind_plan(py::module_& m) {
  py::class_<SweepPlan, PlanPointer> plan(m, "SweepPlan", "What a sweep is going to run.");
  forbid_pickling(plan, "plans are made anew from their scenario");
  plan.def("__len__", &SweepPlan::points, "Number of points.")
      .def_readonly("replications", &SweepPlan::replications, "Replications of every point.")
      .def_property_readonly("strategies", &arms_of_plan, "Names of what is run, the baseline first.")
      .def_property_readonly(
          "keys", [](const SweepPlan& self) { return names_of_axes(self.axes); }, "What varies.")
      .def_property_readonly(
          "axes", [](const SweepPlan& self) { return plain_axes(self); },
          "A dict for everything that varies: name, keys, unit, kind (\"values\", \"range\" or a "
          "distribution's), arguments, whole, scale; and share_of, the key of which a range is a share.")
      .def("values_at", &values_at, py::arg("shares"),
           "What the keys are at shares of their probability, an array of shape (points, keys) of numbers "
           "from 0 to 1. Raises ValueError.");
  py::class_<SweepEstimate> estimate(m, "SweepEstimate", "What a sweep will cost.");
  forbid_pickling(estimate, "estimates are made anew");
  estimate.def_readonly("runs", &SweepEstimate::runs, "Runs of all replications of all points.")
      .def_readonly("seconds", &SweepEstimate::seconds, "Seconds for all; at least, if `timed` is 0.")
      .def_readonly("timed", &SweepEstimate::timed, "Replications that were timed.")
      .def_readonly("memory", &SweepEstimate::memory, "Bytes of memory.")
      .def_readonly("file", &SweepEstimate::file, "Bytes of the file, before compression.");
  // `design` are names and numbers of the points; without names they stand for those of `vary`.
  m.def("plan_sweep", &planned, py::arg("scenario"), py::arg("keys"), py::arg("design") = py::none(),
        "Plans the sweep of a scenario: `keys` are those of a table [sweep], which are laid over the "
        "scenario's. Raises InputError.");
  m.def("estimate_sweep", &estimated, py::arg("plan"), py::kw_only(), py::arg("threads") = py::none(),
        py::arg("budget") = 1.0, "Times single runs, for no longer than `budget` seconds.");
}

void bind_report(py::module_& m) {
  py::class_<SweepReport> report(m, "SweepReport", "How a sweep went.");
  forbid_pickling(report, "this is a part of Sweep; pickle those");
  report
      .def_property_readonly(
          "points", [](const SweepReport& self) { return self.progress.points; }, "Points of the shard.")
      .def_property_readonly(
          "failed", [](const SweepReport& self) { return self.progress.failed; }, "Points that failed.")
      .def_property_readonly(
          "timed_out", [](const SweepReport& self) { return self.progress.timed_out; },
          "Points that took too long.")
      .def_property_readonly(
          "ran", [](const SweepReport& self) { return self.progress.ran; }, "Points that were run now.")
      .def_readonly("written", &SweepReport::written, "Whether the file was written.")
      .def_readonly("complete", &SweepReport::complete, "Whether every point is done or has failed.")
      .def_property_readonly(
          "wide", [](const SweepReport& self) { return self.width.points; },
          "Points whose intervals are still wider than `until`.")
      .def_property_readonly(
          "widest", [](const SweepReport& self) { return self.width.widest; },
          "The widest of them, in percentage points.");
  m.def("run_sweep", &run_into, py::arg("plan"), py::arg("path"), py::kw_only(),
        py::arg("threads") = py::none(), py::arg("shard") = py::none(), py::arg("until") = py::none(),
        py::arg("most_replications") = SweepOptions().most_replications,
        py::arg("point_timeout") = py::none(), py::arg("retry_failed") = false, py::arg("anew") = false,
        py::arg("progress") = py::none(),
        "Runs what the file and the journal beside it do not have yet, and writes the file. Raises "
        "InputError, OSError, KeyboardInterrupt; what was run by then is kept in the journal.");
  m.def(
      "has_shard",
      [](const PlanPointer& plan, const std::filesystem::path& path, const ShardPair& shard,
         bool retry_failed) {
        const Shard one = shard_of(shard);
        return waited_for<bool>([=](const StopFlag&) { return is_finished(*plan, path, one, retry_failed); });
      },
      py::arg("plan"), py::arg("path"), py::arg("shard"), py::arg("retry_failed") = false,
      "Whether the file has all of a shard. Raises InputError if it is of another sweep, OSError.");
  m.def("merge_sweeps", &merged, py::arg("shards"), py::arg("path"), py::arg("overwrite") = false,
        "Puts the files of shards together. Raises InputError, OSError.");
}

}  // namespace

void bind_sweep(py::module_& m) {
  bind_plan(m);
  bind_report(m);
  py::class_<SweepInfo> info(m, "SweepInfo", "What a sweep's file is of.");
  forbid_pickling(info, "this is a part of Sweep; pickle those");
  info.def_property_readonly(
          "scenario",
          [](const SweepInfo& self) {
            return FixedScenario(self.scenario,
                                 "the scenario of a sweep is read-only, as it is what was run; copy it: sc = "
                                 "sweep.scenario.copy()");
          },
          "The scenario that was swept: read-only.")
      .def_property_readonly(
          "strategies",
          [](const SweepInfo& self) {
            std::vector<std::string> names;
            for (const ArmTitle& arm : self.shape.arms) names.push_back(arm.name);
            return names;
          },
          "Names of what was run, the baseline first.")
      .def_property_readonly(
          "keys", [](const SweepInfo& self) { return self.shape.axes; }, "What varies.")
      .def_property_readonly(
          "axes", [](const SweepInfo& self) { return plain_axes(self.plan()); }, "As those of the plan.")
      .def_property_readonly(
          "shard",
          [](const SweepInfo& self) {
            return ShardPair(self.identity.shard.index, self.identity.shard.count);
          },
          "Which shard it is, and of how many.")
      .def_readonly("planned", &SweepInfo::planned, "Points of all shards.")
      .def_readonly("complete", &SweepInfo::complete, "Whether every point is done or has failed.")
      .def_readonly("digest", &SweepInfo::digest, "Of the file.")
      .def_property_readonly("deterministic", &SweepInfo::deterministic,
                             "Whether all replications of a point would be the same.")
      .def("scenario_at", &SweepInfo::at, py::arg("point"), py::arg("values"),
           "The scenario of a point, given the values of its keys. Raises InputError if they contradict.");
  m.def("read_sweep", &opened, py::arg("path"),
        "Opens a sweep's file. Raises InputError if it is none, or not as it was written, OSError.");
  m.def("read_any", &read_any, py::arg("path"),
        "What a results file holds: a SweepInfo, a UnitsResult, or of a run what read_results() gives. "
        "Raises as "
        "those.");
}

}  // namespace orgsim::python
