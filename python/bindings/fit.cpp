// Worlds fitted to a firm's own history.
#include "experiment/fit/fit.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include "bindings/areas.hpp"
#include "bindings/ensembles.hpp"
#include "bindings/views.hpp"
#include "bindings/waiting.hpp"
#include "engine/numbers.hpp"
#include "report/fit_summary.hpp"
#include "scenario/piped.hpp"
#include "scenario/quarters_file.hpp"

namespace py = pybind11;

namespace orgsim::python {

namespace {

using Pair = std::pair<double, double>;

struct FitJob : ToldJob {
  FitPlan plan;
  FitOptions options;
  Fit fit;
};

FitSettings settings_of(const Pair& age, const std::map<std::string, Pair>& vary,
                        const std::map<std::string, Pair>& errors) {
  FitSettings settings;
  settings.age = {age.first, age.second};
  for (const auto& [path, span] : vary) settings.vary[path] = {span.first, span.second};
  for (const auto& [name, span] : errors) {
    const std::optional<ErrorKind> kind = named<ErrorKind>(name);
    if (!kind)
      throw InputError(Problem{{},
                               "errors",
                               fmt::format("'{}' is no kind of column that errs", name),
                               "users, revenue, budgets or won"});
    settings.errors[static_cast<std::size_t>(*kind)] = {span.first, span.second};
  }
  return settings;
}

FitPlan plan_of(const std::optional<Scenario>& scenario, const std::string& table, const std::string& name,
                const FitSettings& settings) {
  return plan_fit(scenario ? *scenario : load_defaults(), quarters_in(table, name), settings);
}

std::shared_ptr<Fit> fitted(const std::optional<Scenario>& scenario, const std::string& table,
                            const std::string& name, const Pair& age, const std::map<std::string, Pair>& vary,
                            const std::map<std::string, Pair>& errors, int rolling, int ahead,
                            const Whole& points, const Whole& seed, const std::string& ranges,
                            const Whole& most_evaluations, const std::optional<Whole>& threads,
                            const std::optional<Progress>& progress) {
  const auto job = std::make_shared<FitJob>();
  FitJob* const own = job.get();  // the job cannot hold itself
  FitSettings settings = settings_of(age, vary, errors);
  settings.rolling = rolling;
  settings.ahead = ahead;
  settings.points = points_of(points);
  settings.seed = seed_of(seed);
  settings.ranges = ranges_of(ranges);
  settings.most_evaluations = evaluations_of(most_evaluations);
  own->plan = plan_of(scenario, table, name, settings);
  own->options.threads = threads_of(threads);
  own->options.stop = StopFlag(&own->stop);
  own->options.tell = [own](const FitProgress& at) {
    constexpr double pilot = 0.2;  // of the work, about
    constexpr double most = 0.999;
    own->done = std::min(most, at.pilot ? pilot * at.level : pilot + (1 - pilot) * at.level);
  };
  own->work = [own] { own->fit = fit_quarters(own->plan, own->options); };
  run_told(job, progress);
  return std::make_shared<Fit>(std::move(job->fit));
}

// worlds x columns x quarters.
py::array_t<double> foreseen_of(const Fit& fit) {
  const std::size_t columns = fit.plan.quarters.columns.size();
  const auto quarters = static_cast<std::size_t>(fit.plan.grid_quarters());
  py::array_t<double> table({fit.worlds.size(), columns, quarters});
  double* to = table.mutable_data();
  for (Eigen::Index w = 0; w < fit.foreseen.cols(); ++w)
    to = std::copy_n(fit.foreseen.col(w).data(), fit.foreseen.rows(), to);
  return table;
}

std::vector<std::string> names_of_columns(const Quarters& quarters) {
  std::vector<std::string> names;
  for (const BookColumn& column : quarters.columns) names.emplace_back(name_of(column.book));
  return names;
}

py::array_t<double> reported_of(const Quarters& quarters) {
  std::vector<std::vector<double>> rows;
  for (const BookColumn& column : quarters.columns) rows.push_back(column.values);
  return table_of(rows, quarters.count());
}

using MadeUp =
    std::tuple<std::vector<std::string>, py::array_t<double>, std::vector<std::string>, std::vector<double>>;

// A history with its keys drawn from the ranges, for experiments on what can be recovered.
MadeUp made_up(const std::optional<Scenario>& scenario, const std::string& table, const Pair& age,
               const std::map<std::string, Pair>& vary, const std::map<std::string, Pair>& errors,
               const std::vector<double>& units, const Whole& seed) {
  const FitPlan plan = plan_of(scenario, table, "the table", settings_of(age, vary, errors));
  if (units.size() != plan.unknowns())
    throw py::value_error(fmt::format("units: {} of them, not {}", plan.unknowns(), units.size()));
  const Quarters quarters = made_up_history(plan, units, seed_of(seed));
  Fit alone;
  alone.plan = plan;
  alone.worlds = {point_at(plan, units)};
  return {names_of_columns(quarters), reported_of(quarters), names_of_unknowns(plan), unknowns_of(alone, 0)};
}

std::size_t unknowns_to_fit(const std::optional<Scenario>& scenario, const std::string& table,
                            const Pair& age, const std::map<std::string, Pair>& vary,
                            const std::map<std::string, Pair>& errors) {
  return plan_of(scenario, table, "the table", settings_of(age, vary, errors)).unknowns();
}

Scenario with_numbers(Scenario scenario, const std::vector<std::string>& paths,
                      const std::vector<double>& values) {
  set_numbers(scenario, paths, values);
  return scenario;
}

}  // namespace

void bind_fit(py::module_& m) {
  py::class_<Fit, std::shared_ptr<Fit>> fit(m, "FitDone", "Worlds fitted to a firm's own history.");
  forbid_pickling(fit, "pickle the table of worlds instead");
  fit.def_property_readonly("fits", &Fit::fits, "Whether any world fits.")
      .def_readonly("finished", &Fit::reached, "Whether the search came to its end.")
      .def_property_readonly(
          "p", [](const Fit& self) { return self.check.p; }, "The posterior predictive p-value.")
      .def_readonly("evaluations", &Fit::evaluations, "How many worlds were tried.")
      .def_readonly("r_hat", &Fit::disagreement, "How far parts of the worlds that were sought apart differ.")
      .def_readonly("distinct", &Fit::distinct, "How many of the worlds are distinct.")
      .def_property_readonly(
          "keys", [](const Fit& self) { return self.plan.paths; }, "Paths of the numbers that are drawn.")
      .def_property_readonly(
          "unknowns", [](const Fit& self) { return names_of_unknowns(self.plan); },
          "Names of all that is unknown: the keys, then what is unknown of the table.")
      .def_property_readonly(
          "values",
          [](const Fit& self) {
            std::vector<std::vector<double>> rows;
            for (std::size_t w = 0; w < self.worlds.size(); ++w) rows.push_back(unknowns_of(self, w));
            return table_of(rows, names_of_unknowns(self.plan).size());
          },
          "A row for each world, a column for each unknown.")
      .def_property_readonly(
          "ages",
          [](const Fit& self) {
            std::vector<int> ages;
            for (const FitPoint& world : self.worlds) ages.push_back(world.age);
            return ages;
          },
          "Of the market when the table begins, in weeks, in each world.")
      .def_readonly("money", &Fit::units,
                    "What one unit of money is in the table's currency, in each world; 0 without money.")
      .def_property_readonly(
          "columns", [](const Fit& self) { return names_of_columns(self.plan.quarters); },
          "The table's columns.")
      .def_property_readonly(
          "quarters", [](const Fit& self) { return self.plan.quarters.names; }, "The table's quarters.")
      .def_property_readonly(
          "reported", [](const Fit& self) { return reported_of(self.plan.quarters); },
          "The table: a row for each column, NaN where it has nothing.")
      .def_property_readonly("foreseen", &foreseen_of,
                             "What the books might have said: worlds x columns x quarters.")
      .def_property_readonly(
          "recovered",
          [](const Fit& self) {
            std::vector<std::tuple<std::string, std::array<double, 3>, std::array<double, 3>, double>> rows;
            for (const Recovered& one : recovered(self))
              rows.emplace_back(one.name, one.prior, one.worlds, one.width);
            return rows;
          },
          "Name, 5-50-95 % of the range and of the worlds, and width, of each unknown.")
      .def(
          "conclusion",
          [](const Fit& self, const std::string& language) {
            return conclusion(self, named<Language>(language).value_or(Language::english));
          },
          py::arg("language"), "In a sentence or two.")
      .def(
          "summary_text",
          [](const Fit& self, const std::string& language) {
            return to_text(self, false, named<Language>(language).value_or(Language::english));
          },
          py::arg("language"), "The summary for people, in 80 columns.")
      .def(
          "csv", [](const Fit& self) { return worlds_csv(self); },
          "The worlds as orgsim run --worlds-file reads them.");
  m.def("fit_quarters", &fitted, py::arg("scenario"), py::arg("table"), py::arg("name"), py::kw_only(),
        py::arg("age"), py::arg("vary"), py::arg("errors"), py::arg("rolling"), py::arg("ahead"),
        py::arg("points"), py::arg("seed"), py::arg("ranges"), py::arg("most_evaluations"),
        py::arg("threads") = py::none(), py::arg("progress") = py::none(),
        "Fits worlds to a table of quarters (CSV text). Raises InputError, KeyboardInterrupt.");
  m.def("made_up_history", &made_up, py::arg("scenario"), py::arg("table"), py::kw_only(), py::arg("age"),
        py::arg("vary"), py::arg("errors"), py::arg("units"), py::arg("seed"),
        "The columns, their values and the unknowns with theirs, of a pooled run at these units of the "
        "ranges.");
  m.def("unknowns_to_fit", &unknowns_to_fit, py::arg("scenario"), py::arg("table"), py::kw_only(),
        py::arg("age"), py::arg("vary"), py::arg("errors"), "How many units a made-up history has.");
  m.def("with_numbers", &with_numbers, py::arg("scenario"), py::arg("paths"), py::arg("values"),
        "The scenario with these numbers.");
}

}  // namespace orgsim::python
