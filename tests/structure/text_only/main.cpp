// Reads a scenario's text where there are no files and no threads, says what is wrong with it, and simulates
// a few weeks. Built with nothing but Eigen, Boost's headers, fmt and toml++ (tests/CMakeLists.txt).
#include <fmt/format.h>

#include <iostream>
#include <iterator>
#include <string>

#include "engine/simulation.hpp"
#include "scenario/text/reader.hpp"

int main() {
  using namespace orgsim;
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  try {
    const Scenario scenario = read_scenario(text, "text.toml", Files());
    Simulation simulation(scenario, StreamKey{1, 0});
    simulation.run_until(10);
    std::cout << fmt::format("{}\n", simulation.firms().cash(0));
    return 0;
  } catch (const InputError& error) {
    std::cout << error.what() << "\n";
    return 2;
  }
}
