// The extension module orgsim._core. What it does is in sim/; here is only how Python calls it.
#include "bindings/areas.hpp"
#include "core/version.hpp"
#include "report/describe.hpp"
#include "scenario/schema.hpp"

namespace py = pybind11;

namespace {

// What pybind11 would give an object that __new__ has made and nothing has filled: raw memory.
void* refuse_unmade(std::size_t) {
  throw py::type_error("this object was made by __new__ alone, and is nothing yet; call its class instead");
}

void refuse_what_was_never_made(const py::module_& m) {
  for (const auto& [name, value] : m.attr("__dict__").cast<py::dict>()) {
    if (!py::isinstance<py::type>(value)) continue;
    py::detail::get_type_info(reinterpret_cast<PyTypeObject*>(value.ptr()))->operator_new = refuse_unmade;
  }
}

}  // namespace

PYBIND11_MODULE(_core, m) {
  m.doc() = "The engine of orgsim. Import the package orgsim, not this.";
  m.attr("__version__") = orgsim::program_version();
  m.attr("commit") = orgsim::program_commit();
  orgsim::python::bind_errors(m);
  orgsim::python::bind_values(m);
  orgsim::python::bind_scenario(m);
  orgsim::python::bind_shipped(m);
  orgsim::python::bind_dates(m);
  orgsim::python::bind_firm(m);
  orgsim::python::bind_simulation(m);
  orgsim::python::bind_decide(m);
  orgsim::python::bind_run(m);
  orgsim::python::bind_plausible(m);
  orgsim::python::bind_units(m);
  orgsim::python::bind_sweep(m);
  orgsim::python::bind_statistics(m);
  orgsim::python::bind_words(m);
  orgsim::python::bind_worlds(m);
  orgsim::python::bind_fit(m);
  m.def("schema_text", &orgsim::scenario_schema, "JSON Schema of scenario files.");
  m.def("describe_text", &orgsim::describe_text, py::arg("key"),
        "A key in full, or all keys of a section. Raises InputError for an unknown one.");
  m.def("describe_all_text", &orgsim::describe_all_text, "Every key and its meaning.");
  refuse_what_was_never_made(m);
}
