// Running a scenario, and what came out in short. All else is read from the results file (python/orgsim).
#include "experiment/run.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>

#include "bindings/areas.hpp"
#include "bindings/sections.hpp"
#include "bindings/ties.hpp"
#include "bindings/views.hpp"
#include "bindings/waiting.hpp"
#include "bindings/watching.hpp"
#include "bindings/words.hpp"
#include "experiment/doubting.hpp"
#include "experiment/enough.hpp"
#include "report/page/page.hpp"
#include "report/summary.hpp"
#include "results/doubt_layout.hpp"
#include "results/kept.hpp"
#include "results/results.hpp"
#include "scenario/files.hpp"
#include "scenario/text/by_path.hpp"
#include "scenario/worlds_file.hpp"

namespace py = pybind11;

namespace orgsim::python {

namespace {

// All that a run needs, as it may outlive the call that began it.
struct RunJob : ToldJob {
  Scenario scenario;
  RunOptions options;
  std::optional<WorldTable> worlds;
  std::unique_ptr<RunSink> sink;
  RunResult result;
  std::string digest;  // of the results file
};

// Does `work(job)` on a thread of its own, and waits for it.
template <class Work>
std::shared_ptr<RunJob> run_waited_for(const Scenario& scenario, const std::optional<Whole>& threads,
                                       const std::vector<std::string>& only,
                                       const std::optional<Progress>& progress, Work work,
                                       const Watch& watch = {}) {
  const auto job = std::make_shared<RunJob>();
  RunJob* const own = job.get();  // the job cannot hold itself
  own->scenario = scenario;
  own->options.work.threads = threads_of(threads);
  own->options.only = only;
  own->options.work.stop = StopFlag(&own->stop);
  own->options.work.progress = [own](double share) { own->done = share; };
  own->work = [own, work, watch] {
    load_ties(own->scenario, {}, disk());
    own->options.observe = observer(watch, own->scenario, own->options.work.stop);
    work(*own);
  };
  run_told(job, progress);
  warn_of_notes(own->scenario);
  return job;
}

// Runs the scenario into the sink that `make_sink` makes on the job's thread.
template <class MakeSink>
std::shared_ptr<RunJob> run_job(const Scenario& scenario, const std::optional<Whole>& threads,
                                const std::vector<std::string>& only, const std::optional<Progress>& progress,
                                const Watch& watch, MakeSink make_sink) {
  const auto work = [make_sink](RunJob& own) {
    own.options.doubts = true;
    own.worlds = wanted_worlds(own.scenario);
    own.options.worlds = own.worlds ? &*own.worlds : nullptr;
    own.sink = make_sink(own);
    own.result = orgsim::run(own.scenario, own.options, own.sink.get());
  };
  return run_waited_for(scenario, threads, only, progress, work, watch);
}

py::typing::Tuple<RunResult, py::str> run_into(const Scenario& scenario, const std::filesystem::path& path,
                                               bool overwrite, const std::optional<Whole>& threads,
                                               const std::vector<std::string>& only,
                                               const std::optional<Progress>& progress,
                                               const std::optional<Look>& observe,
                                               const std::vector<int>& weeks) {
  const auto job =
      run_job(scenario, threads, only, progress, watched(observe, weeks),
              [path, overwrite](RunJob& own) { return results_writer(path, overwrite, &own.digest); });
  return py::make_tuple(std::move(job->result), job->digest);
}

std::unique_ptr<Kept> run_kept(const Scenario& scenario, double limit, const std::optional<Whole>& threads,
                               const std::vector<std::string>& only, const std::optional<Progress>& progress,
                               const std::optional<Look>& observe, const std::vector<int>& weeks) {
  const auto job = run_job(scenario, threads, only, progress, watched(observe, weeks), [limit](RunJob& own) {
    expect_keepable(own.scenario, arms_of(own.scenario, own.options).size(), limit);
    return std::unique_ptr<RunSink>(std::make_unique<Kept>());
  });
  return std::unique_ptr<Kept>(static_cast<Kept*>(job->sink.release()));
}

std::int64_t enough(const Scenario& scenario, double until, std::int64_t most,
                    const std::optional<Whole>& threads, const std::vector<std::string>& only) {
  const auto job = run_waited_for(scenario, threads, only, {}, [until, most](RunJob& own) {
    own.options.work.progress = {};
    own.result.replications =
        static_cast<std::size_t>(enough_replications(own.scenario, own.options, until, most));
  });
  return static_cast<std::int64_t>(job->result.replications);
}

// The outcomes alone: of each replication no more is held than a thread is at work on.
RunResult outcomes_alone(const Scenario& scenario, const std::optional<Whole>& threads,
                         const std::vector<std::string>& only, const std::optional<Progress>& progress) {
  const auto job = run_waited_for(scenario, threads, only, progress, [](RunJob& own) {
    own.result = run_outcomes(own.scenario, arms_of(own.scenario, own.options), own.options.work);
  });
  return std::move(job->result);
}

py::typing::Tuple<RunResult, py::str> read_file(const std::filesystem::path& path) {
  auto [result, digest] = waited_for<std::pair<RunResult, std::string>>([path](const StopFlag& stop) {
    std::string found;
    RunResult read = read_results(path, stop, &found);
    return std::pair(std::move(read), found);
  });
  return py::make_tuple(std::move(result), digest);
}

std::string digest_of_file(const std::filesystem::path& path) {
  return waited_for<std::string>([path](const StopFlag& stop) { return digest_of_results(path, stop); });
}

using Named = py::typing::Dict<py::str, py::object>;

template <class Number>
py::array owned(std::vector<Number>&& numbers, const std::vector<py::ssize_t>& shape) {
  auto* kept = new std::vector<Number>(std::move(numbers));
  const py::capsule owner(kept, [](void* pointer) { delete static_cast<std::vector<Number>*>(pointer); });
  return py::array_t<Number>(shape, kept->data(), owner);
}

py::object values_of(results::Array& array, const std::vector<py::ssize_t>& shape) {
  if (auto* floats = std::get_if<std::vector<float>>(&array.values)) return owned(std::move(*floats), shape);
  if (auto* doubles = std::get_if<std::vector<double>>(&array.values))
    return owned(std::move(*doubles), shape);
  return py::cast(std::get<std::vector<std::string>>(array.values));
}

// (values, unit, meaning) of each dimension.
Named coordinates_of(const results::Group& group) {
  Named coordinates;
  for (const results::Dimension& dimension : group.dimensions) {
    const py::object values =
        dimension.labels.empty() ? py::cast(dimension.numbers) : py::cast(dimension.labels);
    coordinates[py::str(dimension.name)] = py::make_tuple(values, dimension.unit, dimension.meaning);
  }
  return coordinates;
}

// What python/orgsim/groups.py makes a dataset of: meaning, coordinates, and (dimensions, values, unit,
// meaning) of each variable; the texts of a variable are one list in row-major order.
py::typing::Tuple<py::str, Named, Named> exposed(results::Group group) {
  std::map<std::string, py::ssize_t> sizes;
  for (const results::Dimension& d : group.dimensions) sizes[d.name] = static_cast<py::ssize_t>(d.size());
  Named variables;
  for (results::Array& array : group.arrays) {
    std::vector<py::ssize_t> shape;
    for (const std::string& dimension : array.over) shape.push_back(sizes.at(dimension));
    variables[py::str(array.name)] =
        py::make_tuple(py::cast(array.over), values_of(array, shape), array.unit, array.meaning);
  }
  return py::make_tuple(group.meaning, coordinates_of(group), variables);
}

std::vector<std::string> names_of_runs(const RunResult& result) {
  std::vector<std::string> names;
  for (const ArmTitle& arm : result.arms) names.push_back(arm.name);
  return names;
}

}  // namespace

void bind_run(py::module_& m) {
  py::module_::import("atexit").attr("register")(py::cpp_function(&join_left_behind));
  py::class_<RunResult> result(m, "RunResult", "What summaries are made of.");
  forbid_pickling(result, "this is a part of Results; pickle those");
  result
      .def_property_readonly(
          "scenario",
          [](const RunResult& self) {
            return FixedScenario(self.scenario,
                                 "the scenario of results is read-only, as it is what was run; copy it: sc = "
                                 "results.scenario.copy()");
          },
          "The scenario that was run: read-only, copy() makes one that can be changed.")
      .def_property_readonly("strategies", &names_of_runs, "Names of what was run, the baseline first.")
      .def_readonly("replications", &RunResult::replications, "Number of replications.")
      .def(
          "outcomes", [](const RunResult& self) { return exposed(results::outcomes_of(self)); },
          "The group `outcomes`.")
      .def(
          "doubts",
          [](const RunResult& self) {
            Named groups;
            for (results::Group& group : results::doubt_groups(self)) {
              const std::string name = group.name;
              groups[py::str(name)] = exposed(std::move(group));
            }
            return groups;
          },
          "The groups of other worlds and rivals that were run: worlds, worlds/outcomes, rivals/outcomes.")
      .def(
          "summary_text",
          [](const RunResult& self, const std::string& language) {
            return to_text(summarise(self), false, language_of(language));
          },
          py::arg("language") = "en",
          "The summary as the terminal shows it, in \"en\" or \"zh\". ValueError.")
      .def(
          "headline",
          [](const RunResult& self, const std::vector<std::string>& strategies, const std::string& language) {
            return headline(summarise(self, strategies), language_of(language));
          },
          py::arg("strategies"), py::arg("language") = "en",
          "The sentences of the summary's conclusion on these strategies, for a title. ValueError.")
      .def(
          "summary_json",
          [](const RunResult& self, const std::string& language) {
            return to_json(summarise(self), language_of(language));
          },
          py::arg("language") = "en",
          "The facts of the summary (docs/results.md), the conclusion in \"en\" or \"zh\". ValueError.");
  using Exposed = py::typing::Tuple<py::str, Named, Named>;
  py::class_<Kept> kept(m, "Kept", "Results in memory.");
  forbid_pickling(kept, "this is a part of Results; pickle those");
  kept.def_property_readonly("result", &Kept::result,
                             "What summaries are made of; it lives in these results.")
      .def(
          "group",
          [](const Kept& self, const std::string& name) -> py::typing::Optional<Exposed> {
            std::optional<results::Group> group = self.group(name);
            return group ? py::object(exposed(std::move(*group))) : py::object(py::none());
          },
          py::arg("name"), "A group of the results file, or None if no replication is kept in full.")
      .def("write", &Kept::write, py::arg("path"), py::arg("overwrite") = false,
           py::call_guard<py::gil_scoped_release>(), "Writes the results file. Raises InputError, OSError.")
      .def(
          "report",
          [](const Kept& self, const std::filesystem::path& path, const std::string& language,
             bool overwrite) {
            const Language first = language_of(language);
            const py::gil_scoped_release unlocked;
            FocalWeeksSink weeks;
            self.replay(weeks);
            page::write_page(path, page::data_of(self.result(), weeks.weeks(), weeks.audited()), first,
                             overwrite);
          },
          py::arg("path"), py::arg("language"), py::arg("overwrite") = false,
          "Writes a page for a browser. Raises InputError, OSError.")
      .def(
          "bytes", [](const Kept& self) { return py::bytes(self.bytes()); }, "All of it.")
      .def_static(
          "from_bytes", [](const py::bytes& bytes) { return Kept::from(std::string_view(bytes)); },
          py::arg("bytes"), "What bytes() was called on. Raises InputError if they are damaged.");
  m.def(
      "report_file",
      [](const std::filesystem::path& file, const std::filesystem::path& path, const std::string& language,
         bool overwrite) {
        const Language first = language_of(language);
        const py::gil_scoped_release unlocked;
        page::write_page(path, page::data_of_file(file), first, overwrite);
      },
      py::arg("file"), py::arg("path"), py::arg("language"), py::arg("overwrite") = false,
      "Writes a page of a results file of any experiment. Raises InputError, OSError.");
  // `observe` is called with the simulation, the number of the arm and the replication after each of `weeks`.
  m.def("run_kept", &run_kept, py::arg("scenario"), py::kw_only(), py::arg("limit"),
        py::arg("threads") = py::none(), py::arg("only") = std::vector<std::string>(),
        py::arg("progress") = py::none(), py::arg("observe") = py::none(),
        py::arg("weeks") = std::vector<int>(),
        "Runs a scenario and keeps its results in memory, at most `limit` bytes. Raises InputError, "
        "MemoryError, KeyboardInterrupt.");
  m.def("run_outcomes", &outcomes_alone, py::arg("scenario"), py::kw_only(), py::arg("threads") = py::none(),
        py::arg("only") = std::vector<std::string>(), py::arg("progress") = py::none(),
        "Runs a scenario and keeps the outcomes alone. Raises InputError, KeyboardInterrupt.");
  m.def("enough_replications", &enough, py::arg("scenario"), py::kw_only(), py::arg("until"), py::arg("most"),
        py::arg("threads") = py::none(), py::arg("only") = std::vector<std::string>(),
        "How many replications make every 95 % interval of the share saved narrower than `until` percentage "
        "points, `most` at most. Raises InputError, KeyboardInterrupt.");
  m.def("run_into", &run_into, py::arg("scenario"), py::arg("path"), py::kw_only(),
        py::arg("overwrite") = false, py::arg("threads") = py::none(),
        py::arg("only") = std::vector<std::string>(), py::arg("progress") = py::none(),
        py::arg("observe") = py::none(), py::arg("weeks") = std::vector<int>(),
        "Runs a scenario and writes its results file; its digest is the second. Raises InputError, OSError, "
        "KeyboardInterrupt.");
  m.def("read_results", &read_file, py::arg("path"),
        "What summaries are made of, from a results file, and the file's digest. Raises InputError if it is "
        "none "
        "or not as it was written, OSError.");
  m.def("digest_of_results", &digest_of_file, py::arg("path"),
        "The digest of a results file that is as it was written. Raises as read_results().");
  m.def("copy_results", &copy_results, py::arg("source"), py::arg("path"), py::arg("overwrite") = false,
        py::call_guard<py::gil_scoped_release>(),
        "Copies a results file that is as it was written. Raises as read_results().");
}

}  // namespace orgsim::python
