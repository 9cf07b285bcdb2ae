#include "support/few_worlds.hpp"

#include "support/worlds.hpp"

namespace orgsim::test {

std::string two_series() {
  return read_file(source("tests/support/two_series.toml"));
}

WorldsPlan few_worlds(std::size_t points, const std::string& evidence) {
  return plan_worlds(scenario(""), read_evidence(evidence, "evidence.toml"), Ranges::plausible, points, 7);
}

}  // namespace orgsim::test
