#include "bindings/tables.hpp"

#include <algorithm>

#include "scenario/files.hpp"

namespace orgsim::python {

namespace {

// A set of names that cannot be changed.
struct FrozenNames : py::object {
  using py::object::object;
  explicit FrozenNames(py::object names) : py::object(std::move(names)) {}
};

}  // namespace

}  // namespace orgsim::python

// How annotations call it.
template <>
struct pybind11::detail::handle_type_name<orgsim::python::FrozenNames> {
  static constexpr auto name = const_name("frozenset[str]");
};

namespace orgsim::python {

Node needed(py::handle value, const std::string& path) {
  const std::optional<Node> node = to_node(value, path);
  if (!node) throw py::type_error(path + ": None is not a table; give a dict");
  return *node;
}

namespace {

std::size_t index_of(const Scenario& scenario, py::ssize_t i) {
  const auto size = static_cast<py::ssize_t>(scenario.firms.size());
  if (i < -size || i >= size) throw py::index_error(fmt::format("the scenario has {} firms", size));
  return static_cast<std::size_t>(i < 0 ? i + size : i);
}

FirmPart firm_at(const Firms& firms, py::ssize_t i) {
  return {firms.owner, fmt::format("firms[{}]", index_of(firms.scenario(), i))};
}

// Changes the list of firms by `change(list)`.
template <class Change>
void change_firms(const Firms& firms, Change change) {
  Scenario& scenario = firms.changeable();
  Node tables = tables_at(scenario, "firms");
  change(*tables.as<NodeList>());
  assign_tables(scenario, "firms", tables, disk());
}

StrategyPart strategy_at(const Strategies& strategies, const std::string& name) {
  if (strategies.scenario().find_strategy(name) == nullptr) throw py::key_error(name);
  return {strategies.owner, "strategies." + name};
}

std::vector<std::string> names_of_strategies(const Strategies& strategies) {
  std::vector<std::string> names;
  for (const Strategy& strategy : strategies.scenario().strategies) names.push_back(strategy.name);
  return names;
}

void put_strategy(const Strategies& strategies, const std::string& name, const std::optional<Node>& table) {
  Scenario& scenario = strategies.changeable();
  Node tables = tables_at(scenario, "strategies");
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
  assign_tables(scenario, "strategies", tables, disk());
}

void bind_entries(py::module_& m, const Docs& docs) {
  auto strategy =
      make_part<Strategy>(m, "Strategy",
                          "A strategy that marketing's head may take, [strategies.NAME]. None where it says "
                          "nothing; assign None to let it say nothing.");
  strategy.def_property_readonly(
      "name", [](const StrategyPart& self) { return self.path.substr(std::string("strategies.").size()); },
      "The name of its table.");
  const Strategy blank;
  Definer<decltype(strategy), Strategy> of_strategy(m, strategy, "strategies.NAME", docs, blank);
  Strategy::fields(blank, of_strategy);

  auto firm =
      make_part<FirmEntry>(m, "FirmEntry",
                           "One firm, [[firms]]. Its keys are what holds for it, its own or not; assign one "
                           "to let the firm have its own, and None to let what holds for all hold again.");
  firm.def_property(
      "name", [](const FirmPart& self) { return firm_of(self).name; },
      [](const FirmPart& self, const Given<py::str>& name) {
        const std::optional<Node> node = to_node(name, self.key("name"));
        set_text(*self.scenario, firm_of(self).name, self.key("name"), node);
      },
      "Name of the firm; no two have the same.");
  firm.def_property(
      "strategy",
      [](const FirmPart& self) -> py::typing::Optional<py::str> {
        const std::string& name = firm_of(self).strategy;
        return name.empty() ? py::object(py::none()) : py::object(py::str(name));
      },
      [](const FirmPart& self, const Given<py::typing::Optional<py::str>>& name) {
        const std::optional<Node> node = to_node(name, self.key("strategy"));
        if (!node) return firm_of(self).strategy.clear();
        set_text(*self.scenario, firm_of(self).strategy, self.key("strategy"), node);
      },
      "Strategy that the firm follows in every run, same_as_focal or answers_focal; None for none.");
  firm.def_property_readonly(
      "overridden",
      [](const FirmPart& self) {
        return FrozenNames(
            py::reinterpret_steal<py::object>(PyFrozenSet_New(py::cast(firm_of(self).overridden).ptr())));
      },
      "Names of the keys that the firm has for itself.");
  const Scenario scenario = read_scenario("", "");
  const FirmParameters shared;
  walk(shared, "", [&](const std::string& name, const Field& field, const auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    const std::string home = home_of(scenario, "firms[0]." + name);
    const FirmMember<Value> member{field, place_of(shared, value), home};
    define_member_key<Value>(firm, field, member, docs.at(home));
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
      .def("__reduce__", [](const Firms& self) { return remade("part", self.owner, "firms"); })
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
             return py::typing::Iterator<py::str>(py::iter(py::cast(names_of_strategies(self))));
           })
      .def("keys", &names_of_strategies, "The names.")
      .def(
          "values",
          [](const Strategies& self) {
            std::vector<StrategyPart> all;
            for (const std::string& name : names_of_strategies(self)) all.push_back(strategy_at(self, name));
            return all;
          },
          "The strategies.")
      .def(
          "items",
          [](const Strategies& self) {
            std::vector<std::pair<std::string, StrategyPart>> all;
            for (const std::string& name : names_of_strategies(self))
              all.emplace_back(name, strategy_at(self, name));
            return all;
          },
          "Names and strategies.")
      .def("to_dict", &dict_of, "As a dict of dicts.")
      .def("__reduce__", [](const Strategies& self) { return remade("part", self.owner, "strategies"); })
      .def("__repr__", [](const Strategies& self) { return py::repr(dict_of(self)).cast<std::string>(); });
}

}  // namespace

void bind_tables(py::module_& m, const Docs& docs) {
  bind_entries(m, docs);
  bind_firms(m);
  bind_strategies(m);
}

}  // namespace orgsim::python
