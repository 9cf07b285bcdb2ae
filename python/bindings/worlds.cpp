// Worlds that fit the evidence: drawn, and what came of it.
#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>

#include "bindings/areas.hpp"
#include "bindings/ensembles.hpp"
#include "bindings/views.hpp"
#include "bindings/waiting.hpp"
#include "experiment/worlds/file.hpp"
#include "report/worlds_summary.hpp"
#include "scenario/piped.hpp"
#include "scenario/text/shipped_tables.hpp"
#include "scenario/text_file.hpp"

namespace py = pybind11;

namespace orgsim::python {

namespace {

struct WorldsJob : ToldJob {
  WorldsPlan plan;
  std::optional<std::filesystem::path> path;
  WorldsOptions options;
  bool replace = false;
  Worlds worlds;
};

Evidence evidence_of(const std::optional<std::filesystem::path>& path) {
  if (!path) return read_evidence(shipped_text("evidence.toml"), "the evidence that comes with orgsim");
  return read_evidence(read_text(*path, kMostEvidence, {{"evidence"}, ""}), path->string());
}

void work_on(WorldsJob& job) {
  if (!job.path) {
    job.worlds = draw_worlds(job.plan, job.options);
    return;
  }
  job.worlds = worlds_to_file(job.plan, *job.path, job.options, job.replace,
                              [&job](const std::string& note) { job.notes.push_back(note); });
}

std::shared_ptr<Worlds> drawn(const std::optional<Scenario>& scenario,
                              const std::optional<std::filesystem::path>& evidence, const Whole& points,
                              const Whole& seed, const std::string& ranges,
                              const std::optional<std::filesystem::path>& path,
                              const std::optional<Whole>& threads, const Whole& most_evaluations,
                              bool overwrite, const std::optional<Progress>& progress) {
  const auto job = std::make_shared<WorldsJob>();
  WorldsJob* const own = job.get();              // the job cannot hold itself
  const Evidence table = evidence_of(evidence);  // the first to be told of
  own->plan = plan_worlds(scenario ? *scenario : load_defaults(), table, ranges_of(ranges), points_of(points),
                          seed_of(seed));
  own->path = path;
  own->replace = overwrite;
  own->options.threads = threads_of(threads);
  own->options.most_evaluations = evaluations_of(most_evaluations);
  own->options.stop = StopFlag(&own->stop);
  own->options.tell = [own](const WorldsProgress& at) {
    constexpr double most = 0.999;  // nobody knows how many it will be
    own->done = std::min(
        most, static_cast<double>(at.evaluations) / static_cast<double>(own->options.most_evaluations));
  };
  own->work = [own] { work_on(*own); };
  run_told(job, progress, kToStopJournalled);
  return std::make_shared<Worlds>(std::move(job->worlds));
}

void bind_drawn(py::module_& m) {
  py::class_<Worlds, std::shared_ptr<Worlds>> worlds(
      m, "WorldsDrawn", "Worlds that fit the evidence, and how they were found.");
  forbid_pickling(worlds, "pickle the table of worlds instead");
  worlds.def_readonly("fit", &Worlds::fit, "Whether any world fits.")
      .def_property_readonly(
          "keys", [](const Worlds& self) { return self.plan.paths; }, "Paths of the numbers that are drawn.")
      .def_property_readonly(
          "values",
          [](const Worlds& self) {
            return table_of(self.fit ? self.values : std::vector<std::vector<double>>(),
                            self.plan.paths.size());
          },
          "A row for each world, a column for each number.")
      .def_property_readonly(
          "figures",
          [](const Worlds& self) {
            return table_of(self.fit ? self.ensemble.figures : std::vector<std::vector<double>>(),
                            self.plan.used.size());
          },
          "The figures of the worlds: a row for each, a column for each target that is used.")
      .def_property_readonly(
          "targets",
          [](const Worlds& self) {
            std::vector<std::string> names;
            for (const Target& target : self.plan.used) names.push_back(target.name);
            return names;
          },
          "Names of the targets that are used.")
      .def(
          "summary_json",
          [](const Worlds& self, const std::string& language) {
            return to_json(summarise(self), named<Language>(language).value_or(Language::english));
          },
          py::arg("language") = "en", "The summary as JSON (docs/worlds.md).")
      .def(
          "summary_text",
          [](const Worlds& self, const std::string& language) {
            return to_text(summarise(self), false, named<Language>(language).value_or(Language::english));
          },
          py::arg("language"), "The summary for people, in 80 columns.");
}

}  // namespace

void bind_worlds(py::module_& m) {
  bind_drawn(m);
  m.def(
      "draw_worlds", &drawn, py::arg("scenario"), py::kw_only(), py::arg("evidence") = py::none(),
      py::arg("points") = 1000, py::arg("seed") = 1, py::arg("ranges") = "plausible",
      py::arg("path") = py::none(), py::arg("threads") = py::none(),
      py::arg("most_evaluations") = kMostEvaluations, py::arg("overwrite") = false,
      py::arg("progress") = py::none(),
      "Draws worlds that fit the evidence. Raises InputError, OSError, KeyboardInterrupt; with a path, what "
      "was evaluated by then is kept in its journal.");
}

}  // namespace orgsim::python
