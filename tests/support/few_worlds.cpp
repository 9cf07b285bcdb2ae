#include "support/few_worlds.hpp"

#include "support/worlds.hpp"

namespace orgsim::test {

WorldsPlan few_worlds(std::size_t points, std::string_view evidence) {
  return plan_worlds(scenario(""), read_evidence(evidence, "evidence.toml"), Ranges::plausible, points, 7);
}

}  // namespace orgsim::test
