// Parts of a scenario as Python objects whose attributes are its keys.
#pragma once

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "bindings/values.hpp"
#include "report/describe.hpp"
#include "scenario/files.hpp"
#include "scenario/text/by_path.hpp"
#include "scenario/text/suggest.hpp"

namespace orgsim::python {

// What stands under `path` in a scenario, which is kept alive.
struct Part {
  py::object owner;
  std::string path;

  Scenario& scenario() const { return owner.cast<Scenario&>(); }
  std::string key(const std::string& name) const { return joined_path(path, name); }
  // Throws LookupError if the firm or strategy has been removed.
  void expect_there() const;
  py::object get(const std::string& name) const;
  void set(const std::string& name, py::handle value) const;
  py::typing::Dict<py::str, py::object> to_dict() const;
};

// Throws AttributeError with what may have been meant.
[[noreturn]] void raise_unknown(py::handle self, const std::string& name);

// One Python class per struct of the field lists.
template <class Struct>
struct PartOf : Part {};

// The Python type of what a field holds.
using DrawnNumber = py::typing::Union<double, Distribution>;
using DrawnWhole = py::typing::Union<std::int64_t, Distribution>;
using Knots = py::typing::Tuple<py::typing::Tuple<double, double>, py::ellipsis>;

template <class Value>
struct PythonType {  // texts and choices
  using Plain = py::str;
  using Drawn = py::str;
};
template <>
struct PythonType<double> {
  using Plain = double;
  using Drawn = DrawnNumber;
};
template <>
struct PythonType<std::int64_t> {
  using Plain = std::int64_t;
  using Drawn = DrawnWhole;
};
template <>
struct PythonType<bool> {
  using Plain = bool;
  using Drawn = bool;
};
template <>
struct PythonType<std::vector<double>> {
  using Plain = py::typing::Tuple<double, py::ellipsis>;
  using Drawn = py::typing::Tuple<DrawnNumber, py::ellipsis>;
};
template <class Index>
struct PythonType<Per<Index>> : PythonType<std::vector<double>> {};
template <>
struct PythonType<ExceptMarketing> {
  using Plain = py::typing::Tuple<py::typing::Union<double, py::str, Distribution>, py::ellipsis>;
  using Drawn = Plain;
};
template <>
struct PythonType<Schedule> {
  using Plain = Knots;
  using Drawn = Knots;
};
template <class T>
struct PythonType<std::optional<T>> {
  using Plain = py::typing::Optional<typename PythonType<T>::Plain>;
  using Drawn = py::typing::Optional<typename PythonType<T>::Drawn>;
};

// A property whose signature says `Type`; the values themselves come and go through the nodes.
template <class Type, class Class>
void define_key(Class& part, std::string_view key, const std::string& doc) {
  using Self = typename Class::type;
  const std::string name(key);
  const auto get = [name](const Self& self) -> Type {
    const py::object value = self.get(name);
    if constexpr (std::is_base_of_v<py::handle, Type>) {
      return py::reinterpret_borrow<Type>(value);
    } else {
      return value.cast<Type>();
    }
  };
  const auto set = [name](const Self& self, const py::object& value) { self.set(name, value); };
  part.def_property(name.c_str(), get, set, doc.c_str());
}

template <class Value, class Class>
void define_field(Class& part, const Field& field, const std::string& doc) {
  if (field.drawable()) {
    define_key<typename PythonType<Value>::Drawn>(part, field.name, doc);
  } else {
    define_key<typename PythonType<Value>::Plain>(part, field.name, doc);
  }
}

// Lets wrong names of attributes be answered with the right one.
template <class Class>
void suggest_attributes(Class& type) {
  type.def("__getattr__",
           [](const py::object& self, const std::string& name) -> py::object { raise_unknown(self, name); });
  type.def("__setattr__", [](const py::object& self, const std::string& name, const py::object& value) {
    if (!py::hasattr(py::type::of(self), name.c_str())) raise_unknown(self, name);
    const py::object attribute = py::type::of(self).attr(name.c_str());
    if (py::getattr(attribute, "fset", attribute).is_none()) {  // a property without a setter
      throw py::attribute_error(
          fmt::format("'{}' is a section; assign to its keys one by one, dir() lists them", name));
    }
    if (PyObject_GenericSetAttr(self.ptr(), py::str(name).ptr(), value.ptr()) != 0)
      throw py::error_already_set();
  });
}

}  // namespace orgsim::python
