// The program in a wheel: a second module in the file of orgsim._core (PEP 489, "Multiple modules in one
// library"). It turns the process that was Python's into the program.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <clocale>
#include <csignal>
#include <cstdlib>
#include <string>
#include <vector>

#include "cli/commands.hpp"

namespace py = pybind11;

namespace {

// What Python does at its start, and a program finds otherwise. A signal that was ignored before, as `nohup`
// asks for, is left so by Python and here; of SIGPIPE and SIGXFSZ Python does not tell what they were.
void undo_what_python_did() {
  struct sigaction action = {};
  sigaction(SIGINT, nullptr, &action);
  if (action.sa_handler != SIG_IGN) std::signal(SIGINT, SIG_DFL);
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGXFSZ, SIG_DFL);
  std::setlocale(LC_ALL, "C");
}

// Without Python's own end, which would have its say on output that is closed.
[[noreturn]] void run(std::vector<std::string> words) {
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  undo_what_python_did();
  std::exit(orgsim::cli::program(static_cast<int>(words.size()), argv.data()));
}

}  // namespace

PYBIND11_MODULE(_program, m) {
  m.doc() = "The program orgsim, as a module.";
  m.def("run", run, py::arg("words"), "Become the program, with these words (bytes); does not return.");
}
