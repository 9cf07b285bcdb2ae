// Scenarios, and their parts with a property for every key of the field lists.
#include <pybind11/operators.h>

#include "bindings/areas.hpp"
#include "bindings/tables.hpp"
#include "bindings/ties.hpp"
#include "core/text.hpp"
#include "engine/worlds.hpp"
#include "experiment/drawn.hpp"
#include "platform/part_file.hpp"
#include "scenario/files.hpp"
#include "scenario/text/shipped.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim::python {

namespace {

// The name of a scenario that comes with orgsim is no path.
void expect_file(const std::filesystem::path& path) {
  std::error_code error;
  if (find_shipped(path.string()) == nullptr || std::filesystem::exists(path, error)) return;
  throw InputError(
      Problem{{path.string()},
              "",
              "there is no such file",
              fmt::format("orgsim.scenario(\"{}\") is the one that comes with orgsim", path.string())});
}

void bind_parts(py::module_& m) {
  py::class_<Part> part(m, "Part", "A part of a scenario; its attributes are keys.");
  part.def("to_dict", &Part::to_dict, "Its keys and values as plain data.");
  part.def("__repr__", [](const Part& self) {
    return fmt::format("<{} {}>", self.path, py::repr(self.to_dict()).cast<std::string>());
  });
  part.def("__reduce__", [](const Part& self) {
    self.expect_there();
    return remade("part", self.owner, self.path);
  });
  suggest_attributes(part);
}

using Tables = py::typing::Iterable<py::typing::Dict<py::str, py::object>>;
using NamedTables = py::typing::Dict<py::str, py::typing::Dict<py::str, py::object>>;

template <class Class>
void bind_conversions(Class& scenario) {
  scenario
      .def(py::init([] { return read_scenario("", ""); }),
           "A scenario of nothing but defaults (docs/model.md gives them with their sources).")
      .def_static(
          "load",
          [](const std::filesystem::path& path, const std::vector<std::string>& set) {
            expect_file(path);
            return load_scenario(path, settings_of(set));
          },
          py::arg("path"), py::kw_only(), py::arg("set") = std::vector<std::string>(),
          "Reads a scenario file (docs/scenarios.md), with settings such as 'market.taste=2' laid over it. "
          "Raises InputError with all that is wrong, each with its place.")
      .def_static(
          "from_toml", [](const std::string& text) { return read_scenario(text, "text"); }, py::arg("text"),
          "Reads TOML text; files that it names lie in the working folder. Raises InputError.")
      .def_static(
          "from_dict",
          [](const py::typing::Dict<py::str, py::object>& keys) {
            return read_scenario(extended(needed(keys, ""), "", disk()));
          },
          py::arg("keys"),
          "Reads nested dicts, as to_dict() makes them or as a file would say it. Raises InputError.")
      .def("to_toml", &to_toml,
           "As TOML text, every default spelled out; from_toml() of it is equal. An edge list "
           "(market.network.file) is named, not held: a relative path to it starts from the folder of a "
           "file, and from the working folder where text, a dict or a pickle is read.")
      .def(
          "to_dict",
          [](const Scenario& self) {
            return py::typing::Dict<py::str, py::object>(to_plain(document_of(self)));
          },
          "As nested dicts, every default spelled out; from_dict() of it is equal. An edge list is named, "
          "not held, as in to_toml().")
      .def(
          "save",
          [](const Scenario& self, const std::filesystem::path& path, bool overwrite) {
            py::module_::import("orgsim.files").attr("expect_free")(path, overwrite);
            write_file(path, to_toml(self), overwrite);
          },
          py::arg("path"), py::kw_only(), py::arg("overwrite") = false,
          "Writes the TOML text into a file; one that stands there stays whole until the new one is on the "
          "disk. Raises FileExistsError unless it may `overwrite`, OSError if the disk refuses.")
      .def(
          "copy", [](const Scenario& self) { return self; }, "A scenario of its own.")
      .def("__copy__", [](const Scenario& self) { return self; })
      .def(
          "__deepcopy__",
          [](const Scenario& self, const py::typing::Dict<py::int_, py::object>&) { return self; },
          py::arg("memo"))
      .def(py::self == py::self)
      .def("__repr__",
           [](const Scenario& self) {
             return fmt::format("<Scenario '{}': {}, {}, {}>", self.title,
                                how_many(self.firms.size(), "firm", "firms"),
                                how_many(self.strategies.size(), "strategy", "strategies"),
                                how_many(self.drawn.size(), "drawn key", "drawn keys"));
           })
      .def("__reduce__", [](const Scenario& self) {
        expect_sound(self);  // what is wrong shows here, and not where it is read again
        Scenario whole = self;
        load_ties(whole, {}, disk());  // as many customers as the list has
        return remade("scenario", to_toml(whole), whole.origin.folder, given_network(whole));
      });
  scenario
      .def("use_network", &use_network, py::arg("graph"), py::kw_only(), py::arg("directed") = py::none(),
           "Makes a network the market, and its nodes the customers: an array of pairs of shape (ties, 2), a "
           "SciPy sparse matrix (entry [i, j]: i listens to j), a networkx or an igraph graph. `directed`: "
           "whether the first of a pair listens to the second; the graph's own kind unless given, False for "
           "pairs. Self-loops and doubles are left out and counted in `notes`. Raises InputError, TypeError, "
           "ValueError.")
      .def_property_readonly(
          "notes",
          [](const Scenario& self) {
            return py::typing::Tuple<py::str, py::ellipsis>(py::tuple(py::cast(notes_of(self))));
          },
          "What is not wrong, but should be known: what was left out of an edge list, people without a tie, "
          "rates that look like those of a year, strategies that never begin or change nothing. Runs say it "
          "as warnings.");
}

}  // namespace

void bind_scenario(py::module_& m) {
  Docs docs;
  for (const KeyDescription& key : describe_keys()) docs[key.path] = in_full(key);
  py::class_<Scenario> scenario(
      m, "Scenario",
      "What is simulated: keys with defaults, firms, strategies and grants (docs/scenarios.md). Its parts "
      "have an attribute for every key; assigning to one checks it as a file's would be, and raises "
      "InputError.");
  bind_parts(m);
  bind_tables(m, docs);
  bind_grants(m);
  bind_conversions(scenario);
  m.def(
      "with_rivals",
      [](const Scenario& self, const std::string& rivals) {
        const std::optional<Rivals> known = named<Rivals>(rivals);
        require(known.has_value(), "the package knows the rivals");
        return with_rivals(self, *known);
      },
      py::arg("scenario"), py::arg("rivals"), "A copy in which all rivals do it, one of rivals().");
  m.def(
      "scenario_of_pickle",
      [](const std::string& text, const std::string& folder, const py::object& network) {
        const bool given = !network.is_none();
        Scenario made =
            read_scenario(text, beside(folder, "text"), given ? EdgeLists::leave : EdgeLists::read);
        if (given) take_given_network(made, network.cast<py::tuple>());
        return made;
      },
      py::arg("text"), py::arg("folder"), py::arg("network"), "What a pickle of a scenario is made of.");
  suggest_attributes(scenario);
  scenario.def_property(
      "title", [](const Scenario& self) { return self.title; },
      [](Scenario& self, const Given<py::str>& title) {
        set_text(self, self.title, "title", to_node(title, "title"));
      },
      "Heading of reports.");
  const Parameters defaults;
  Definer<decltype(scenario), Parameters> definer(m, scenario, "", docs, defaults);
  Parameters::fields(defaults, definer);
  scenario.def_property(
      "firms", [](const py::object& self) { return Firms{self}; },
      [](Scenario& self, const Given<Tables>& firms) {
        assign_tables(self, "firms", needed(firms, "firms"), disk());
      },
      "The firms, the focal one first; assign a list of dicts to replace them all.");
  scenario.def_property(
      "strategies", [](const py::object& self) { return Strategies{self}; },
      [](Scenario& self, const Given<NamedTables>& all) {
        assign_tables(self, "strategies", needed(all, "strategies"), disk());
      },
      "The strategies by name; assign a dict of dicts to replace them all.");
  scenario.def_property(
      "grants", [](const py::object& self) { return Grants{self}; },
      [](Scenario& self, const Given<Tables>& grants) {
        assign_tables(self, "grants", needed(grants, "grants"), disk());
      },
      "Grants of experiments, each with firm, department, factor and weeks; assign a list of dicts to "
      "replace them all.");
  py::class_<FixedScenario, Scenario>(
      m, "FixedScenario",
      "The scenario of a simulation or of results: it can be read and copied, not changed.");
}

}  // namespace orgsim::python
