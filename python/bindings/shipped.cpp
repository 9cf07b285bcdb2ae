// The scenarios that come with orgsim.
#include "bindings/areas.hpp"
#include "bindings/values.hpp"
#include "core/text.hpp"
#include "scenario/files.hpp"

namespace orgsim::python {

void bind_shipped(py::module_& m) {
  m.def("shipped_names", &shipped_names, "The names of the scenarios that come with orgsim.");
  m.def(
      "load_shipped",
      [](const std::string& name, const std::vector<std::string>& set) {
        if (name.ends_with(".toml")) {
          throw InputError(Problem{{},
                                   "",
                                   fmt::format("'{}' is the name of a file", excerpt(name)),
                                   "orgsim.Scenario.load(path) reads one"});
        }
        return load_shipped(name, settings_of(set));
      },
      py::arg("name"), py::arg("set"),
      "The one of that name with settings laid over it. Raises InputError, also for an unknown name.");
}

}  // namespace orgsim::python
