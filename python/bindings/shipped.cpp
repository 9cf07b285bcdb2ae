// The scenarios that come with orgsim.
#include <fmt/format.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "bindings/areas.hpp"
#include "scenario/files.hpp"

namespace py = pybind11;

namespace orgsim::python {

void bind_shipped(py::module_& m) {
  m.def("shipped_names", &shipped_names, "The names of the scenarios that come with orgsim.");
  m.def(
      "load_shipped",
      [](const std::string& name, const std::vector<std::string>& set) {
        std::vector<Setting> settings;
        for (const std::string& text : set) settings.push_back({text, fmt::format("set '{}'", text)});
        return load_shipped(name, settings);
      },
      py::arg("name"), py::arg("set"),
      "The one of that name with settings laid over it. Raises InputError, also for an unknown name.");
}

}  // namespace orgsim::python
