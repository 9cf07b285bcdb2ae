// Where the program starts that is a file of its own; python/program is where it starts in a wheel.
#include "cli/commands.hpp"

int main(int argc, char** argv) {
  return orgsim::cli::program(argc, argv);
}
