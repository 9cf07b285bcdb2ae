// The grants of a scenario: a list of dicts whose changes go into it.
#include "bindings/tables.hpp"
#include "scenario/files.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim::python {

namespace {

using Plain = py::typing::Dict<py::str, py::object>;

// One of them.
struct GrantEntry : Table {
  std::size_t number;
};

Plain plain(const Scenario& scenario, std::size_t g) {
  const Grant& grant = scenario.grants.at(g);
  const std::string factor = fmt::format("grants[{}].factor", g);
  const DrawnKey* drawn = scenario.drawn.empty() ? nullptr : drawn_key(scenario, factor);
  Plain table;
  table["firm"] = grant.firm.number;
  table["department"] = std::string(name_of(grant.department));
  table["factor"] = drawn == nullptr ? py::object(py::float_(grant.factor)) : to_plain(drawn->distribution);
  table["weeks"] = py::cast(std::vector<int>{grant.weeks.first, grant.weeks.last});
  if (grant.mode) table["mode"] = std::string(name_of(*grant.mode));
  return table;
}

std::size_t index_of(const Table& grants, py::ssize_t i) {
  const auto size = static_cast<py::ssize_t>(grants.scenario().grants.size());
  if (i < -size || i >= size) throw py::index_error(fmt::format("the scenario has {} grants", size));
  return static_cast<std::size_t>(i < 0 ? i + size : i);
}

Plain plain(const GrantEntry& entry) {
  if (entry.number >= entry.scenario().grants.size())
    throw py::key_error(fmt::format("grants[{}] is no longer in the scenario", entry.number));
  return plain(entry.scenario(), entry.number);
}

py::typing::List<Plain> list_of(const Grants& grants) {
  py::typing::List<Plain> list;
  for (std::size_t g = 0; g < grants.scenario().grants.size(); ++g) list.append(plain(grants.scenario(), g));
  return list;
}

// Changes the list by `change(list)`.
template <class Change>
void change_grants(const Table& grants, Change change) {
  Scenario& scenario = grants.changeable();
  Node tables = tables_at(scenario, "grants");
  change(*tables.as<NodeList>());
  assign_tables(scenario, "grants", tables, disk());
}

void append(const Grants& grants, const py::object& grant) {
  const std::string path = fmt::format("grants[{}]", grants.scenario().grants.size());
  change_grants(grants, [&](NodeList& list) { list.push_back(needed(grant, path)); });
}

void replace(const Table& grants, std::size_t g, const py::object& grant) {
  const std::string path = fmt::format("grants[{}]", g);
  change_grants(grants, [&](NodeList& list) { list.at(g) = needed(grant, path); });
}

void set_entry(const GrantEntry& entry, const std::string& name, const py::object& value) {
  Plain table = plain(entry);
  table[py::str(name)] = value;
  replace(entry, entry.number, table);
}

py::object get_entry(const GrantEntry& entry, const std::string& name) {
  const Plain table = plain(entry);
  if (!table.contains(name)) throw py::key_error(name);
  const py::object value = table[py::str(name)];
  return py::isinstance<py::list>(value) ? py::tuple(value) : value;
}

void bind_entry(py::module_& m) {
  py::class_<GrantEntry>(
      m, "GrantEntry",
      "One grant, [[grants]]: a dict of firm, department, factor and weeks whose changes go "
      "into the scenario.")
      .def("__len__", [](const GrantEntry& self) { return plain(self).size(); })
      .def("__contains__",
           [](const GrantEntry& self, const std::string& name) { return plain(self).contains(name); })
      .def("__getitem__", &get_entry, py::arg("name"), "The value of a key. Raises KeyError.")
      .def("__setitem__", &set_entry, py::arg("name"), py::arg("value"), "Sets a key. Raises InputError.")
      .def("__iter__",
           [](const GrantEntry& self) { return py::typing::Iterator<py::str>(py::iter(plain(self))); })
      .def(
          "keys", [](const GrantEntry& self) { return py::typing::List<py::str>(py::list(plain(self))); },
          "The names of its keys.")
      .def("to_dict", py::overload_cast<const GrantEntry&>(&plain), "As a dict.")
      .def("__eq__",
           [](const GrantEntry& self, const py::object& other) {
             return plain(self).equal(
                 py::isinstance<GrantEntry>(other) ? plain(other.cast<const GrantEntry&>()) : other);
           })
      .def("__reduce__",
           [](const GrantEntry& self) {
             return remade("part", self.owner, fmt::format("grants[{}]", self.number));
           })
      .def("__repr__", [](const GrantEntry& self) { return py::repr(plain(self)).cast<std::string>(); });
}

}  // namespace

void bind_grants(py::module_& m) {
  bind_entry(m);
  const auto entry = [](const Grants& self, py::ssize_t i) {
    return GrantEntry{{self.owner}, index_of(self, i)};
  };
  py::class_<Grants>(m, "Grants", "The grants of a scenario: a list whose changes go into it.")
      .def("__len__", [](const Grants& self) { return self.scenario().grants.size(); })
      .def("__getitem__", entry, py::arg("i"), "Grant i.")
      .def("__iter__",
           [entry](const Grants& self) {
             py::typing::List<GrantEntry> all;
             for (std::size_t g = 0; g < self.scenario().grants.size(); ++g)
               all.append(entry(self, static_cast<py::ssize_t>(g)));
             return py::typing::Iterator<GrantEntry>(py::iter(all));
           })
      .def(
          "__setitem__",
          [](const Grants& self, py::ssize_t i, const py::object& grant) {
            replace(self, index_of(self, i), grant);
          },
          py::arg("i"), py::arg("grant"), "Replaces grant i by what a dict says. Raises InputError.")
      .def(
          "__delitem__",
          [](const Grants& self, py::ssize_t i) {
            const auto g = static_cast<std::ptrdiff_t>(index_of(self, i));
            change_grants(self, [&](NodeList& list) { list.erase(list.begin() + g); });
          },
          py::arg("i"), "Removes grant i.")
      .def("append", &append, py::arg("grant"),
           "Adds a grant: a dict of firm, department, factor and weeks. Raises InputError.")
      .def(
          "__add__",
          [](const Grants& self, const py::typing::List<Plain>& more) {
            return py::typing::List<Plain>(list_of(self) + more);
          },
          py::arg("more"), "A list of dicts of these and more.")
      .def("tolist", &list_of, "As a list of dicts.")
      .def("__eq__",
           [](const Grants& self, const py::object& other) {
             return list_of(self).equal(py::isinstance<Grants>(other) ? list_of(other.cast<const Grants&>())
                                                                      : other);
           })
      .def("__reduce__", [](const Grants& self) { return remade("part", self.owner, "grants"); })
      .def("__repr__", [](const Grants& self) { return py::repr(list_of(self)).cast<std::string>(); });
}

}  // namespace orgsim::python
