// The extension module orgsim._core. What it does is in sim/; here is only how Python calls it.
#include "bindings/areas.hpp"
#include "core/version.hpp"
#include "report/describe.hpp"
#include "scenario/schema.hpp"

namespace py = pybind11;

PYBIND11_MODULE(_core, m) {
  m.doc() = "The engine of orgsim. Import the package orgsim, not this.";
  m.attr("__version__") = orgsim::program_version();
  m.attr("commit") = orgsim::program_commit();
  orgsim::python::bind_errors(m);
  orgsim::python::bind_values(m);
  orgsim::python::bind_scenario(m);
  orgsim::python::bind_shipped(m);
  orgsim::python::bind_firm(m);
  orgsim::python::bind_simulation(m);
  orgsim::python::bind_decide(m);
  orgsim::python::bind_run(m);
  orgsim::python::bind_statistics(m);
  orgsim::python::bind_words(m);
  m.def("schema_text", &orgsim::scenario_schema, "JSON Schema of scenario files.");
  m.def("describe_text", &orgsim::describe_text, py::arg("key"),
        "A key in full, or all keys of a section. Raises InputError for an unknown one.");
  m.def("describe_all_text", &orgsim::describe_all_text, "Every key and its meaning.");
}
