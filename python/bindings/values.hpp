// Values of scenarios between Python and io's nodes, and the types that annotations name them by.
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

// As plain data: lists and dicts.
py::object to_plain(const Node& node);

}  // namespace orgsim::python
