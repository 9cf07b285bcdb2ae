// Errors of the engine as Python's.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "bindings/areas.hpp"
#include "core/error.hpp"
#include "core/text.hpp"

namespace py = pybind11;

namespace orgsim::python {

namespace {

// orgsim.InputError is written in Python, so that it can be pickled and type checkers know its members.
void raise_input_error(const InputError& error) {
  const py::module_ errors = py::module_::import("orgsim.errors");
  py::list problems;
  for (const Problem& problem : error.problems()) {
    const Place& place = problem.place;
    problems.append(
        errors.attr("Problem")(errors.attr("Place")(printable(place.file), place.line, place.column),
                               printable(problem.key), printable(problem.what), printable(problem.cure)));
  }
  const py::object type = errors.attr("InputError");
  const py::object value = type(error.what(), problems);
  PyErr_SetObject(type.ptr(), value.ptr());
}

}  // namespace

void bind_errors(py::module_&) {
  py::register_local_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const InputError& error) {
      raise_input_error(error);
    } catch (const SystemError& error) {
      PyErr_SetString(PyExc_OSError, error.what());
    } catch (const Interrupted&) {
      PyErr_SetNone(PyExc_KeyboardInterrupt);
    } catch (const Bug& error) {
      PyErr_SetString(PyExc_RuntimeError,
                      (std::string("a bug of orgsim, please report it: ") + error.what()).c_str());
    }
  });
}

}  // namespace orgsim::python
