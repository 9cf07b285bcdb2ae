// Experiments that run units: run, written, read, and told of.
#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>

#include "bindings/areas.hpp"
#include "bindings/sections.hpp"
#include "bindings/ties.hpp"
#include "bindings/values.hpp"
#include "bindings/views.hpp"
#include "bindings/waiting.hpp"
#include "experiment/audit/plan.hpp"
#include "experiment/doubting.hpp"
#include "experiment/units/all.hpp"
#include "experiment/units/options.hpp"
#include "report/audit_file.hpp"
#include "report/page/page.hpp"
#include "report/units_report.hpp"
#include "results/units_file.hpp"
#include "scenario/files.hpp"
#include "scenario/worlds_file.hpp"

namespace py = pybind11;

namespace orgsim::python {

namespace {

using Named = py::typing::Dict<py::str, py::object>;

// How and into what units are run.
struct Running {
  std::optional<std::filesystem::path> path;
  std::optional<Whole> threads;
  bool overwrite = false;
  std::optional<Progress> progress;
};

struct UnitsJob : ToldJob {
  Running running;
  WorkOptions options;
  UnitsResult result;
};

void work_on(UnitsJob& job, const UnitsPlan& plan) {
  job.first = said_before(plan, job.options.threads);
  job.first_is_ready = !job.first.empty();
  const auto& [path, threads, overwrite, progress] = job.running;
  job.result = path ? units_to_file(plan, *path, job.options, overwrite,
                                    [&job](const std::string& note) { job.notes.push_back(note); })
                    : run_units(plan, job.options);
}

const UnitsExperiment& experiment_of(const std::string& name) {
  const UnitsExperiment* experiment = units_experiment(name);
  require(experiment != nullptr, "the package knows the experiments");
  return *experiment;
}

// `plan` is made, and is run, on a thread of its own.
UnitsResult run_planned(const Running& running, const std::function<UnitsPlan(const StopFlag&)>& plan) {
  const auto job = std::make_shared<UnitsJob>();
  UnitsJob* const own = job.get();  // the job cannot hold itself
  own->running = running;
  own->options.threads = threads_of(running.threads);
  own->options.stop = StopFlag(&own->stop);
  own->options.progress = [own](double done) { own->done = done; };
  own->work = [own, plan] { work_on(*own, plan(own->options.stop)); };
  run_told(job, running.progress, running.path ? kToStopJournalled : kToStop);
  return std::move(job->result);
}

std::shared_ptr<UnitsResult> ran(const std::string& name, const Scenario& scenario, const Named& options,
                                 const std::optional<Scenario>& against, const Running& running) {
  const UnitsExperiment& experiment = experiment_of(name);
  const UnitsAsked asked{scenario, *to_node(options, ""), nullptr, against};
  return std::make_shared<UnitsResult>(run_planned(running, [=, &experiment](const StopFlag&) {
    UnitsAsked own = asked;
    load_ties(own.scenario, {}, disk());
    const std::optional<WorldTable> worlds = wanted_worlds(own.scenario);
    own.worlds = worlds ? &*worlds : nullptr;
    return experiment.plan(own);
  }));
}

std::shared_ptr<AuditedFile> audited_at(const std::filesystem::path& file, const Named& options,
                                        const std::optional<Scenario>& known, const Running& running) {
  const auto chosen = read_options<AuditOptions>(*to_node(options, ""));
  const auto replications = std::make_shared<std::size_t>(0);
  UnitsResult result = run_planned(running, [=](const StopFlag& stop) {
    const FileAuditAsked asked{chosen, running.path, known ? &*known : nullptr};
    FileAuditPlan audit = plan_file_audit(results::open_checked(file, stop), asked, disk());
    *replications = audit.replications;
    return std::move(audit.plan);
  });
  return std::make_shared<AuditedFile>(AuditedFile{*replications, std::move(result)});
}

py::array_t<double> values_of(const UnitsResult& result) {
  std::vector<py::ssize_t> shape{static_cast<py::ssize_t>(result.shape.units())};
  for (const UnitAxis& axis : result.shape.axes) shape.push_back(static_cast<py::ssize_t>(axis.size()));
  py::array_t<double> values(shape);
  std::copy(result.values.begin(), result.values.end(), values.mutable_data());
  return values;
}

py::typing::List<Named> axes_of(const UnitsResult& result) {
  py::typing::List<Named> axes;
  for (const UnitAxis& axis : result.shape.axes) {
    Named one;
    one["name"] = axis.name;
    one["meaning"] = axis.meaning;
    one["unit"] = axis.unit;
    if (axis.labels.empty()) {
      one["values"] = axis.numbers;
    } else {
      one["values"] = axis.labels;
    }
    axes.append(one);
  }
  return axes;
}

// Of every unit.
py::typing::List<py::typing::Tuple<py::str, int>> places_of(const UnitsResult& result) {
  py::typing::List<py::typing::Tuple<py::str, int>> places;
  for (std::size_t u = 0; u < result.shape.units(); ++u) {
    const UnitPlace place = place_of(result.shape, u);
    places.append(py::make_tuple(place.variant->name, place.replication));
  }
  return places;
}

Language language_called(const std::string& name) {
  return named<Language>(name).value_or(Language::english);
}

}  // namespace

void bind_units(py::module_& m) {
  py::class_<UnitsResult, std::shared_ptr<UnitsResult>> result(
      m, "UnitsResult", "What came of an experiment: of each of its units as many numbers.");
  forbid_pickling(result, "write it into a file and open that instead");
  result
      .def_property_readonly(
          "experiment", [](const UnitsResult& self) { return self.shape.experiment; }, "Its name.")
      .def_property_readonly(
          "scenario",
          [](const UnitsResult& self) {
            return FixedScenario(self.shape.scenario,
                                 "the scenario of results is read-only, as it is what was run; copy it: sc = "
                                 "results.scenario.copy()");
          },
          "The scenario that was run, read-only.")
      .def_property_readonly(
          "options", [](const UnitsResult& self) { return self.shape.options; },
          "The experiment's own options, all of them, as TOML.")
      .def_property_readonly("values", &values_of, "An array of shape (units, axes ...).")
      .def_property_readonly("axes", &axes_of, "A dict for each axis: name, meaning, unit, values.")
      .def_property_readonly("places", &places_of, "Variant and replication of each unit.")
      .def(
          "write",
          [](const UnitsResult& self, const std::filesystem::path& path, bool overwrite) {
            write_units(path, self, overwrite);
          },
          py::arg("path"), py::arg("overwrite"),
          "Writes the file that the program writes. Raises InputError, OSError.")
      .def(
          "report",
          [](const UnitsResult& self, const std::filesystem::path& path, const std::string& language,
             bool overwrite) {
            const py::gil_scoped_release unlocked;
            page::write_page(path, page::data_of(self), language_called(language), overwrite);
          },
          py::arg("path"), py::arg("language"), py::arg("overwrite"),
          "Writes a page for a browser. Raises InputError, OSError.")
      .def(
          "summary_json",
          [](const UnitsResult& self, const std::string& language) {
            return to_json(self, language_called(language));
          },
          py::arg("language"), "The summary as JSON.")
      .def(
          "summary_text",
          [](const UnitsResult& self, const std::string& language) {
            return to_text(self, false, language_called(language));
          },
          py::arg("language"), "The summary for people, in 80 columns.");
  py::class_<AuditedFile, std::shared_ptr<AuditedFile>> audited(m, "AuditedFile",
                                                                "What came of the audit of a results file.");
  forbid_pickling(audited, "audit the file again");
  audited
      .def_property_readonly(
          "result", [](const AuditedFile& self) { return std::make_shared<UnitsResult>(self.result); },
          "What its units came to: the replications that the file keeps in full.")
      .def(
          "summary_json",
          [](const AuditedFile& self, const std::string& language) {
            return to_json(self, language_called(language));
          },
          py::arg("language"), "The summary as JSON.")
      .def(
          "summary_text",
          [](const AuditedFile& self, const std::string& language) {
            return to_text(self, false, language_called(language));
          },
          py::arg("language"), "The summary for people, in 80 columns.");
  m.def(
      "audit_file",
      [](const std::filesystem::path& file, const Named& options, const std::optional<Scenario>& known,
         const std::optional<std::filesystem::path>& path, const std::optional<Whole>& threads,
         bool overwrite, const std::optional<Progress>& progress) {
        return audited_at(file, options, known, {path, threads, overwrite, progress});
      },
      py::arg("file"), py::arg("options"), py::kw_only(), py::arg("known") = py::none(),
      py::arg("path") = py::none(), py::arg("threads") = py::none(), py::arg("overwrite") = false,
      py::arg("progress") = py::none(),
      "Audits the run of a results file, whose scenario, if it is `known`, may have its people's ties. "
      "Raises InputError, OSError, KeyboardInterrupt; with a path, what "
      "was simulated by then is kept in its journal.");
  m.def(
      "run_units",
      [](const std::string& experiment, const Scenario& scenario, const Named& options,
         const std::optional<Scenario>& against, const std::optional<std::filesystem::path>& path,
         const std::optional<Whole>& threads, bool overwrite, const std::optional<Progress>& progress) {
        return ran(experiment, scenario, options, against, {path, threads, overwrite, progress});
      },
      py::arg("experiment"), py::arg("scenario"), py::arg("options"), py::kw_only(),
      py::arg("against") = py::none(), py::arg("path") = py::none(), py::arg("threads") = py::none(),
      py::arg("overwrite") = false, py::arg("progress") = py::none(),
      "Runs an experiment. Raises InputError, OSError, KeyboardInterrupt; with a path, what was run by then "
      "is kept in its journal.");
}

}  // namespace orgsim::python
