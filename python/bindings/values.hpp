// Values of scenarios between Python and the nodes of scenario text, and the types that annotations name them
// by.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>
#include <pybind11/typing.h>

#include <optional>
#include <string>

#include "engine/distribution.hpp"
#include "scenario/text/document.hpp"

namespace orgsim::python {

namespace py = pybind11;

// None is nothing. Numbers, texts, sequences, mappings, distributions and all that has tolist() (NumPy,
// pandas) are taken; other types throw TypeError that names `path`.
std::optional<Node> to_node(py::handle value, const std::string& path);

// What Python's `set=` lays over a scenario.
std::vector<Setting> settings_of(const std::vector<std::string>& set);

// As plain data: lists and dicts.
py::object to_plain(const Node& node);
py::object to_plain(const Distribution& distribution);

// What __reduce__ returns: python/orgsim/pickling.py makes the thing anew from these, in any protocol.
template <class... Arguments>
py::typing::Tuple<py::object, py::typing::Tuple<py::object, py::ellipsis>> remade(const char* kind,
                                                                                  Arguments&&... arguments) {
  const py::object how = py::module_::import("orgsim.pickling").attr(kind);
  return py::make_tuple(how, py::make_tuple(std::forward<Arguments>(arguments)...));
}

}  // namespace orgsim::python
