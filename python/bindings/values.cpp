#include "bindings/values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <pybind11/operators.h>

#include "bindings/areas.hpp"

namespace orgsim::python {

namespace {

// Of a list in a list in a list ...; no value of ours is half as deep, and a list may hold itself.
constexpr int kMostDepth = 16;

std::optional<Node> converted(py::handle value, const std::string& path, int depth);

// Python's texts may hold halves of characters, which nobody else can read.
std::string utf8_of(py::handle value, const std::string& path) {
  Py_ssize_t size = 0;
  const char* text = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
  if (text != nullptr) return {text, static_cast<std::size_t>(size)};
  PyErr_Clear();
  throw InputError(Problem{{}, path, "the text holds half of a character (a surrogate)", "plain text"});
}

Node list_of(py::handle values, const std::string& path, int depth) {
  NodeList list;
  for (const py::handle value : values) {
    if (PyFloat_CheckExact(value.ptr()) != 0) {
      list.push_back({{}, PyFloat_AS_DOUBLE(value.ptr())});
      continue;
    }
    const std::string entry = fmt::format("{}[{}]", path, list.size());
    const std::optional<Node> node = converted(value, entry, depth);
    if (!node) throw py::type_error(entry + ": None cannot stand in a list");
    list.push_back(*node);
  }
  return {{}, std::move(list)};
}

Node table_of(py::handle values, const std::string& path, int depth) {
  NodeTable table;
  for (const auto& [key, value] : py::reinterpret_borrow<py::dict>(values)) {
    if (!py::isinstance<py::str>(key)) {
      throw py::type_error(
          fmt::format("{}: the names of keys are strings, not {}", path, py::repr(key).cast<std::string>()));
    }
    const std::string name = utf8_of(key, path);
    // Nothing is what is not there.
    if (const std::optional<Node> node = converted(value, joined_path(path, name), depth)) {
      table.push_back({name, {}, *node});
    }
  }
  return {{}, std::move(table)};
}

Node table_of(const Distribution& distribution) {
  NodeList arguments;
  for (const double argument : distribution.arguments) arguments.push_back({{}, argument});
  return {{}, NodeTable{{std::string(name_of(distribution.kind)), {}, Node{{}, std::move(arguments)}}}};
}

std::int64_t whole_of(py::handle value, const std::string& path) {
  int overflow = 0;
  const long long number = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
  if (overflow != 0) throw InputError(Problem{{}, path, "the number is too large", "a number below 2^63"});
  return number;
}

// Numbers, texts and truth values.
py::object scalar(const Node& node) {
  if (const bool* flag = node.as<bool>()) return py::bool_(*flag);
  if (const std::int64_t* whole = node.as<std::int64_t>()) return py::int_(*whole);
  if (const double* number = node.as<double>()) return py::float_(*number);
  if (const std::string* text = node.as<std::string>()) return py::str(*text);
  throw Bug("a scenario holds no dates");
}

Distribution made(DistributionKind kind, std::vector<double> arguments) {
  Distribution distribution{kind, std::move(arguments)};
  if (arguments_hold(distribution)) return distribution;
  throw InputError(Problem{
      {}, "", fmt::format("wrong arguments of '{}'", name_of(kind)), std::string(argument_text(kind))});
}

std::string text_of(const Distribution& distribution) {
  return fmt::format("{}({})", name_of(distribution.kind), fmt::join(distribution.arguments, ", "));
}

std::optional<Node> converted(py::handle value, const std::string& path, int depth) {
  if (depth > kMostDepth)
    throw InputError(Problem{{}, path, "nested too deep", "a value as a scenario file has it"});
  if (value.is_none()) return std::nullopt;
  if (py::isinstance<py::bool_>(value)) return Node{{}, value.cast<bool>()};
  if (PyLong_Check(value.ptr()) != 0) return Node{{}, whole_of(value, path)};
  if (PyFloat_Check(value.ptr()) != 0) return Node{{}, value.cast<double>()};
  if (py::isinstance<py::str>(value)) return Node{{}, utf8_of(value, path)};
  if (py::isinstance<Distribution>(value)) return table_of(value.cast<const Distribution&>());
  if (py::isinstance<py::dict>(value)) return table_of(value, path, depth + 1);
  if (PyList_Check(value.ptr()) != 0 || PyTuple_Check(value.ptr()) != 0)
    return list_of(value, path, depth + 1);
  for (const char* plain : {"tolist", "to_dict", "__fspath__"}) {
    if (py::hasattr(value, plain)) return converted(value.attr(plain)(), path, depth + 1);
  }
  throw py::type_error(
      fmt::format("{}: a value of type {} cannot stand in a scenario: give a number, True or False, a text, "
                  "a list, a dict or a distribution",
                  path, py::type::of(value).attr("__name__").cast<std::string>()));
}

}  // namespace

std::optional<Node> to_node(py::handle value, const std::string& path) {
  return converted(value, path, 0);
}

std::vector<Setting> settings_of(const std::vector<std::string>& set) {
  std::vector<Setting> settings;
  for (const std::string& text : set) settings.push_back({text, fmt::format("set '{}'", text)});
  return settings;
}

py::object to_plain(const Node& node) {
  if (const NodeList* list = node.as<NodeList>()) {
    py::list result;
    for (const Node& entry : *list) result.append(to_plain(entry));
    return result;
  }
  if (const NodeTable* table = node.as<NodeTable>()) {
    py::dict result;
    for (const Entry& entry : *table) result[py::str(entry.key)] = to_plain(entry.node);
    return result;
  }
  return scalar(node);
}

py::object to_plain(const Distribution& distribution) {
  return to_plain(table_of(distribution));
}

void bind_values(py::module_& m) {
  py::class_<Distribution>(
      m, "Distribution",
      "A number that is drawn once per replication, within the key's range: what uniform(), normal(), "
      "triangular() and lognormal() make.")
      .def_property_readonly(
          "kind", [](const Distribution& d) { return std::string(name_of(d.kind)); }, "Its name.")
      .def_property_readonly(
          "arguments",
          [](const Distribution& d) {
            return py::typing::Tuple<double, py::ellipsis>(py::tuple(py::cast(d.arguments)));
          },
          "Its numbers, in the order of the function that made it.")
      .def("__reduce__",
           [](const Distribution& d) {
             return remade("distribution", std::string(name_of(d.kind)), py::tuple(py::cast(d.arguments)));
           })
      .def(py::self == py::self)
      .def("__hash__", [](const Distribution& d) { return py::hash(py::str(text_of(d))); })
      .def("__repr__", &text_of);

  m.def(
      "uniform", [](double low, double high) { return made(DistributionKind::uniform, {low, high}); },
      py::arg("low"), py::arg("high"),
      "Any number in [low, high] as likely. Raises InputError unless low < high.");
  m.def(
      "normal", [](double mean, double sd) { return made(DistributionKind::normal, {mean, sd}); },
      py::arg("mean"), py::arg("sd"), "A normal distribution. Raises InputError unless sd > 0.");
  m.def(
      "triangular",
      [](double low, double mode, double high) {
        return made(DistributionKind::triangular, {low, mode, high});
      },
      py::arg("low"), py::arg("mode"), py::arg("high"),
      "A triangle over [low, high] with its top at mode. Raises InputError unless low <= mode <= high, low "
      "< high.");
  m.def(
      "lognormal", [](double mean, double sd) { return made(DistributionKind::lognormal, {mean, sd}); },
      py::arg("mean"), py::arg("sd"),
      "exp(z), z normal with this mean and standard deviation. Raises InputError unless sd > 0.");
}

}  // namespace orgsim::python
