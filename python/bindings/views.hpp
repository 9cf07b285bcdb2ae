// Windows on the state of a simulation: numbers by value, arrays as read-only views.
#pragma once

#include <fmt/format.h>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

#include <array>

#include "core/per.hpp"

namespace orgsim::python {

namespace py = pybind11;

// A struct within a simulation, which `owner` keeps alive and in its place.
template <class Struct>
struct View {
  py::object owner;
  const Struct* value;
};

// Numbers that lie `apart` numbers from each other.
template <class Number>
py::array_t<Number> read_only(const py::object& owner, const Number* data, std::size_t size,
                              std::ptrdiff_t apart = 1) {
  const auto stride = static_cast<py::ssize_t>(apart * static_cast<std::ptrdiff_t>(sizeof(Number)));
  py::array_t<Number> array({static_cast<py::ssize_t>(size)}, {stride}, data, owner);
  py::detail::array_proxy(array.ptr())->flags &= ~py::detail::npy_api::NPY_ARRAY_WRITEABLE_;
  return array;
}

inline double exposed(const py::object&, const double& value) {
  return value;
}
inline int exposed(const py::object&, const int& value) {
  return value;
}
template <class Index>
py::array_t<double> exposed(const py::object& owner, const Per<Index>& values) {
  return read_only(owner, values.data(), count_of<Index>);
}
template <class Number, std::size_t size>
py::array_t<Number> exposed(const py::object& owner, const std::array<Number, size>& values) {
  return read_only(owner, values.data(), size);
}
template <class Struct>
  requires std::is_class_v<Struct>
View<Struct> exposed(const py::object& owner, const Struct& value) {
  return {owner, &value};
}

// What has no life of its own says so in every protocol, and what to pickle instead.
template <class Class>
void forbid_pickling(Class& type, const char* message) {
  type.def("__reduce_ex__",
           [message](const py::object&, int) -> py::object { throw py::type_error(message); });
}

// What is read-only says what to do instead, whatever the name that is assigned to.
template <class Class>
void forbid_assignment(Class& type, const char* instead) {
  type.def("__setattr__", [instead](const py::object& self, const std::string& name, const py::object&) {
    const auto kind = py::type::of(self).attr("__name__").template cast<std::string>();
    throw py::attribute_error(fmt::format("'{}' of a {} cannot be assigned to: {}", name, kind, instead));
  });
}

// A read-only property for a member of a struct.
template <class Struct, class Member>
void define_member(py::class_<View<Struct>>& type, const char* name, Member Struct::* member,
                   const char* doc) {
  type.def_property_readonly(
      name, [member](const View<Struct>& self) { return exposed(self.owner, self.value->*member); }, doc);
}

}  // namespace orgsim::python
