// Running a scenario, and what came out in short. All else is read from the results file (python/orgsim).
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>

#include "bindings/areas.hpp"
#include "bindings/waiting.hpp"
#include "platform/parallel.hpp"
#include "report/summary.hpp"
#include "results/results.hpp"
#include "scenario/files.hpp"
#include "scenario/text/by_path.hpp"

namespace py = pybind11;

namespace orgsim::python {

namespace {

using Progress = py::typing::Callable<py::object(double)>;

int threads_of(const std::optional<int>& threads) {
  if (!threads) return hardware_threads();
  if (*threads >= 1 && *threads <= 1024) return *threads;
  throw InputError(
      Problem{{}, "threads", fmt::format("{} threads", *threads), "from 1 to 1024, or None for all cores"});
}

// All that a run needs, as it may outlive the call that began it.
struct RunJob : Job {
  Scenario scenario;
  RunOptions options;
  std::filesystem::path path;
  std::atomic<double> done{0};
  RunResult result;
};

RunResult run_into(const Scenario& scenario, const std::filesystem::path& path,
                   const std::optional<int>& threads, const std::vector<std::string>& only,
                   const std::optional<Progress>& progress) {
  const auto job = std::make_shared<RunJob>();
  RunJob* const own = job.get();  // the job cannot hold itself
  own->scenario = scenario;
  own->path = path;
  own->options.work.threads = threads_of(threads);
  own->options.only = only;
  own->options.work.stop = StopFlag(&own->stop);
  own->options.work.progress = [own](double share) { own->done = share; };
  own->work = [own] {
    load_ties(own->scenario, {}, disk());
    const std::unique_ptr<RunSink> writer = results_writer(own->path, false);
    own->result = orgsim::run(own->scenario, own->options, writer.get());
  };
  run_waiting(job, [&] {
    if (progress) (*progress)(own->done.load());
  });
  if (progress) (*progress)(1.0);
  return std::move(own->result);
}

Language language_of(const std::string& name) {
  if (const std::optional<Language> language = named<Language>(name)) return *language;
  throw py::value_error(fmt::format("there is no language '{}'; those known are 'en' and 'zh'", name));
}

std::vector<std::string> names_of(const RunResult& result) {
  std::vector<std::string> names;
  for (const ArmTitle& arm : result.arms) names.push_back(arm.name);
  return names;
}

}  // namespace

void bind_run(py::module_& m) {
  py::module_::import("atexit").attr("register")(py::cpp_function(&join_left_behind));
  py::class_<RunResult>(m, "RunResult", "What summaries are made of.")
      .def_property_readonly(
          "scenario", [](const RunResult& self) { return self.scenario; },
          "The scenario that was run (a copy).")
      .def_property_readonly("strategies", &names_of, "Names of what was run, the baseline first.")
      .def_readonly("replications", &RunResult::replications, "Number of replications.")
      .def(
          "summary_text",
          [](const RunResult& self, const std::string& language) {
            return to_text(summarise(self), false, language_of(language));
          },
          py::arg("language") = "en",
          "The summary as the terminal shows it, in \"en\" or \"zh\". ValueError.")
      .def(
          "summary_json",
          [](const RunResult& self, const std::string& language) {
            return to_json(summarise(self), language_of(language));
          },
          py::arg("language") = "en",
          "The facts of the summary (docs/results.md), the conclusion in \"en\" or \"zh\". ValueError.");
  m.def("run_into", &run_into, py::arg("scenario"), py::arg("path"), py::kw_only(),
        py::arg("threads") = py::none(), py::arg("only") = std::vector<std::string>(),
        py::arg("progress") = py::none(),
        "Runs a scenario and writes its results file. Raises InputError, OSError, KeyboardInterrupt.");
  m.def("read_results", &read_results, py::arg("path"), py::call_guard<py::gil_scoped_release>(),
        "What summaries are made of, from a results file. Raises InputError if it is none.");
}

}  // namespace orgsim::python
