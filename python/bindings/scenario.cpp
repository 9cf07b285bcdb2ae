// Scenarios, and their parts with a property for every key of the field lists.
#include <pybind11/operators.h>

#include <cctype>
#include <map>

#include "bindings/areas.hpp"
#include "bindings/sections.hpp"
#include "io/scenario_reader.hpp"
#include "io/scenario_writer.hpp"

namespace orgsim::python {

namespace {

using Docs = std::map<std::string, std::string>;

// "market.choice" is the class MarketChoice.
std::string class_name(const std::string& path) {
  std::string name;
  bool upper = true;
  for (const char c : path) {
    const bool word = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (word) name += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    upper = !word;
  }
  return name;
}

template <class Struct>
auto make_part(py::module_& m, const std::string& name, const std::string& doc) {
  py::class_<PartOf<Struct>, Part> part(m, name.c_str(), doc.c_str());
  return part;
}

// Defines the properties of one struct's field list, and a class for each section below it.
template <class Class>
class Definer {
 public:
  Definer(py::module_& m, Class& part, std::string path, const Docs& docs)
      : m_(m), part_(part), path_(std::move(path)), docs_(docs) {}

  template <class Value>
  void operator()(const Field& field, Value&) {
    define_field<std::remove_const_t<Value>>(part_, field, docs_.at(joined_path(path_, field.name)));
  }

  template <class Nested>
  void operator()(const Section& section, Nested&& nested) {
    using Struct = std::remove_cvref_t<Nested>;
    const std::string path = joined_path(path_, section.name);
    auto inner = make_part<Struct>(m_, class_name(path), fmt::format("[{}] {}.", path, section.meaning));
    Definer<decltype(inner)> definer(m_, inner, path, docs_);
    if constexpr (requires { nested.list(definer); }) {
      nested.list(definer);
    } else {
      nested.fields(nested, definer);
    }
    const std::string name(section.name);
    using Owner = typename Class::type;
    part_.def_property_readonly(
        name.c_str(),
        [path](const py::object& self) {
          if constexpr (std::is_base_of_v<Part, Owner>) {
            return PartOf<Struct>{self.cast<const Owner&>().owner, path};
          } else {
            return PartOf<Struct>{self, path};
          }
        },
        std::string(section.meaning).c_str());
  }

 private:
  py::module_& m_;
  Class& part_;
  std::string path_;
  const Docs& docs_;
};

// The firms and the strategies of a scenario; changes go into the scenario.
struct Firms {
  py::object owner;
  Scenario& scenario() const { return owner.cast<Scenario&>(); }
};
struct Strategies {
  py::object owner;
  Scenario& scenario() const { return owner.cast<Scenario&>(); }
};
using FirmPart = PartOf<FirmEntry>;
using StrategyPart = PartOf<Strategy>;

std::size_t index_of(const Scenario& scenario, py::ssize_t i) {
  const auto size = static_cast<py::ssize_t>(scenario.firms.size());
  if (i < -size || i >= size) throw py::index_error(fmt::format("the scenario has {} firms", size));
  return static_cast<std::size_t>(i < 0 ? i + size : i);
}

FirmPart firm_at(const Firms& firms, py::ssize_t i) {
  return {{firms.owner, fmt::format("firms[{}]", index_of(firms.scenario(), i))}};
}

Node needed(py::handle value, const std::string& path) {
  const std::optional<Node> node = to_node(value, path);
  if (!node) throw py::type_error(path + ": None is no table; give a dict");
  return *node;
}

// Changes the list of firms by `change(list)`.
template <class Change>
void change_firms(const Firms& firms, Change change) {
  Node tables = tables_at(firms.scenario(), "firms");
  change(*tables.as<NodeList>());
  assign_tables(firms.scenario(), "firms", tables);
}

StrategyPart strategy_at(const Strategies& strategies, const std::string& name) {
  if (strategies.scenario().find_strategy(name) == nullptr) throw py::key_error(name);
  return {{strategies.owner, "strategies." + name}};
}

std::vector<std::string> names_of(const Strategies& strategies) {
  std::vector<std::string> names;
  for (const Strategy& strategy : strategies.scenario().strategies) names.push_back(strategy.name);
  return names;
}

void put_strategy(const Strategies& strategies, const std::string& name, const std::optional<Node>& table) {
  Node tables = tables_at(strategies.scenario(), "strategies");
  NodeTable& entries = *tables.as<NodeTable>();
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == name; });
  if (found != entries.end() && table) {
    found->node = *table;
  } else if (found != entries.end()) {
    entries.erase(found);
  } else {
    entries.push_back({name, {}, *table});
  }
  assign_tables(strategies.scenario(), "strategies", tables);
}

void bind_parts(py::module_& m, const Docs& docs) {
  py::class_<Part> part(m, "Part", "A part of a scenario; its attributes are keys.");
  part.def("to_dict", &Part::to_dict, "Its keys and values as plain data.");
  part.def("__repr__", [](const Part& self) {
    return fmt::format("<{} {}>", self.path, py::repr(self.to_dict()).cast<std::string>());
  });
  suggest_attributes(part);

  auto strategy =
      make_part<Strategy>(m, "Strategy",
                          "A strategy that marketing's head may take, [strategies.NAME]. None where it "
                          "says nothing; assign None to let it say nothing.");
  strategy.def_property_readonly(
      "name", [](const StrategyPart& self) { return self.path.substr(std::string("strategies.").size()); },
      "The name of its table.");
  Definer<decltype(strategy)> of_strategy(m, strategy, "strategies.NAME", docs);
  const Strategy blank;
  Strategy::fields(blank, of_strategy);

  auto firm =
      make_part<FirmEntry>(m, "FirmEntry",
                           "One firm, [[firms]]. Its keys are what holds for it, its own or not; assign one "
                           "to let the firm have its own, and None to let what holds for all hold again.");
  define_key<py::str>(firm, "name", "Name of the firm; no two have the same.");
  firm.def_property(
      "strategy",
      [](const FirmPart& self) -> py::typing::Optional<py::str> {
        const py::object name = self.get("strategy");
        return py::len(name) == 0 ? py::none() : name;
      },
      [](const FirmPart& self, const py::object& name) { self.set("strategy", name); },
      "Strategy that the firm follows in every run, or same_as_focal; None for none.");
  firm.def_property_readonly(
      "overridden",
      [](const FirmPart& self) {
        self.expect_there();
        return self.scenario().firms[std::stoul(self.path.substr(6))].overridden;
      },
      "Names of the keys that the firm has for itself.");
  const Scenario scenario = read_scenario("", "");
  const FirmParameters shared;
  walk(shared, "", [&](const std::string& name, const Field& field, const auto& value) {
    const std::string home = home_of(scenario, "firms[0]." + name);
    define_field<std::remove_cvref_t<decltype(value)>>(firm, field, docs.at(home));
  });
}

py::typing::List<py::typing::Dict<py::str, py::object>> list_of(const Firms& firms) {
  return to_plain(tables_at(firms.scenario(), "firms"));
}

void bind_firms(py::module_& m) {
  py::class_<Firms>(m, "Firms",
                    "The firms of a scenario, the focal one first: a list whose changes go into it.")
      .def("__len__", [](const Firms& self) { return self.scenario().firms.size(); })
      .def("__getitem__", &firm_at, py::arg("i"), "Firm i.")
      .def(
          "__getitem__",
          [](const Firms& self, const std::string& name) {
            const std::vector<FirmEntry>& firms = self.scenario().firms;
            for (std::size_t f = 0; f < firms.size(); ++f) {
              if (firms[f].name == name) return firm_at(self, static_cast<py::ssize_t>(f));
            }
            throw py::key_error(name);
          },
          py::arg("name"), "The firm of that name.")
      .def("__iter__",
           [](const Firms& self) {
             py::typing::List<FirmPart> all;
             for (std::size_t f = 0; f < self.scenario().firms.size(); ++f) {
               all.append(firm_at(self, static_cast<py::ssize_t>(f)));
             }
             return py::typing::Iterator<FirmPart>(py::iter(all));
           })
      .def(
          "__setitem__",
          [](const Firms& self, py::ssize_t i, const py::object& firm) {
            const std::size_t f = index_of(self.scenario(), i);
            const std::string path = fmt::format("firms[{}]", f);
            change_firms(self, [&](NodeList& list) { list[f] = needed(firm, path); });
          },
          py::arg("i"), py::arg("firm"), "Replaces firm i by what a dict says. Raises InputError.")
      .def(
          "__delitem__",
          [](const Firms& self, py::ssize_t i) {
            const auto f = static_cast<std::ptrdiff_t>(index_of(self.scenario(), i));
            change_firms(self, [&](NodeList& list) { list.erase(list.begin() + f); });
          },
          py::arg("i"), "Removes firm i. Raises InputError if something refers to it, or it is the last.")
      .def(
          "append",
          [](const Firms& self, const py::object& firm) {
            const std::string path = fmt::format("firms[{}]", self.scenario().firms.size());
            change_firms(self, [&](NodeList& list) { list.push_back(needed(firm, path)); });
          },
          py::arg("firm"), "Adds a firm: a dict of its name and what it has for itself. Raises InputError.")
      .def("tolist", &list_of, "As a list of dicts.")
      .def("__repr__", [](const Firms& self) { return py::repr(list_of(self)).cast<std::string>(); });
}

py::typing::Dict<py::str, py::typing::Dict<py::str, py::object>> dict_of(const Strategies& strategies) {
  return to_plain(tables_at(strategies.scenario(), "strategies"));
}

void bind_strategies(py::module_& m) {
  py::class_<Strategies>(
      m, "Strategies",
      "The strategies of a scenario by name, in their order: a dict whose changes go into it.")
      .def("__len__", [](const Strategies& self) { return self.scenario().strategies.size(); })
      .def("__contains__",
           [](const Strategies& self, const std::string& name) {
             return self.scenario().find_strategy(name) != nullptr;
           })
      .def("__getitem__", &strategy_at, py::arg("name"), "The strategy. Raises KeyError.")
      .def(
          "__setitem__",
          [](const Strategies& self, const std::string& name, const py::object& strategy) {
            put_strategy(self, name, needed(strategy, "strategies." + name));
          },
          py::arg("name"), py::arg("strategy"),
          "Adds or replaces a strategy: a dict of its keys. Raises InputError.")
      .def(
          "__delitem__",
          [](const Strategies& self, const std::string& name) {
            strategy_at(self, name);
            put_strategy(self, name, std::nullopt);
          },
          py::arg("name"), "Removes it. Raises KeyError, and InputError if a firm follows it.")
      .def("__iter__",
           [](const Strategies& self) {
             return py::typing::Iterator<py::str>(py::iter(py::cast(names_of(self))));
           })
      .def("keys", &names_of, "The names.")
      .def(
          "values",
          [](const Strategies& self) {
            std::vector<StrategyPart> all;
            for (const std::string& name : names_of(self)) all.push_back(strategy_at(self, name));
            return all;
          },
          "The strategies.")
      .def(
          "items",
          [](const Strategies& self) {
            std::vector<std::pair<std::string, StrategyPart>> all;
            for (const std::string& name : names_of(self)) all.emplace_back(name, strategy_at(self, name));
            return all;
          },
          "Names and strategies.")
      .def("to_dict", &dict_of, "As a dict of dicts.")
      .def("__repr__", [](const Strategies& self) { return py::repr(dict_of(self)).cast<std::string>(); });
}

std::vector<Setting> settings_of(const std::vector<std::string>& set) {
  std::vector<Setting> settings;
  for (const std::string& text : set) settings.push_back({text, fmt::format("set '{}'", text)});
  return settings;
}

template <class Class>
void bind_conversions(Class& scenario) {
  scenario.def(py::init([] { return read_scenario("", ""); }), "A scenario of nothing but defaults.")
      .def_static(
          "load",
          [](const std::filesystem::path& path, const std::vector<std::string>& set) {
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
            return read_scenario(extended(needed(keys, ""), ""));
          },
          py::arg("keys"),
          "Reads nested dicts, as to_dict() makes them or as a file would say it. Raises InputError.")
      .def("to_toml", &to_toml, "As TOML text, every default spelled out; from_toml() of it is equal.")
      .def(
          "to_dict",
          [](const Scenario& self) {
            return py::typing::Dict<py::str, py::object>(to_plain(document_of(self)));
          },
          "As nested dicts, every default spelled out; from_dict() of it is equal.")
      .def(
          "save",
          [](const Scenario& self, const std::filesystem::path& path, bool overwrite) {
            py::module_::import("orgsim.files").attr("write_text")(path, to_toml(self), overwrite);
          },
          py::arg("path"), py::kw_only(), py::arg("overwrite") = false,
          "Writes the TOML text into a file. FileExistsError unless it may overwrite.")
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
             return fmt::format("<Scenario '{}': {} firms, {} strategies, {} drawn keys>", self.title,
                                self.firms.size(), self.strategies.size(), self.drawn.size());
           })
      .def(py::pickle([](const Scenario& self) { return to_toml(self); },
                      [](const std::string& text) { return read_scenario(text, "text"); }));
}

}  // namespace

void bind_scenario(py::module_& m) {
  Docs docs;
  for (const KeyDescription& key : describe_keys()) docs[key.path] = in_full(key);
  py::class_<Scenario> scenario(
      m, "Scenario",
      "What is simulated: keys with defaults, firms, strategies and grants "
      "(docs/scenarios.md). Its parts have an attribute for every key; assigning to one "
      "checks it as a file's would be, and raises InputError.");
  bind_parts(m, docs);
  bind_firms(m);
  bind_strategies(m);
  bind_conversions(scenario);
  suggest_attributes(scenario);
  scenario.def_property(
      "title", [](const Scenario& self) { return self.title; },
      [](Scenario& self, const py::object& title) { assign(self, "title", to_node(title, "title")); },
      "Heading of reports.");
  Definer<decltype(scenario)> definer(m, scenario, "", docs);
  const Parameters defaults;
  Parameters::fields(defaults, definer);
  scenario.def_property(
      "firms", [](const py::object& self) { return Firms{self}; },
      [](Scenario& self, const py::object& firms) { assign_tables(self, "firms", needed(firms, "firms")); },
      "The firms, the focal one first; assign a list of dicts to replace them all.");
  scenario.def_property(
      "strategies", [](const py::object& self) { return Strategies{self}; },
      [](Scenario& self, const py::object& all) {
        assign_tables(self, "strategies", needed(all, "strategies"));
      },
      "The strategies by name; assign a dict of dicts to replace them all.");
  scenario.def_property(
      "grants",
      [](const Scenario& self) {
        return py::typing::List<py::typing::Dict<py::str, py::object>>(to_plain(tables_at(self, "grants")));
      },
      [](Scenario& self, const py::object& grants) {
        assign_tables(self, "grants", needed(grants, "grants"));
      },
      "Grants of experiments as a list of dicts with firm, department, factor and weeks; assign a list to "
      "change them.");
}

}  // namespace orgsim::python
