#include "experiment/probe_options.hpp"

#include <fmt/format.h>

namespace orgsim {

void check_probed_firm(std::int64_t firm, const Scenario& scenario, std::vector<Problem>& problems) {
  const auto firms = static_cast<std::int64_t>(scenario.firms.size());
  if (firm >= 0 && firm < firms) return;
  problems.push_back({{},
                      "firm",
                      fmt::format("there is no firm {}", firm),
                      fmt::format("firms are numbered from 0 to {}", firms - 1)});
}

void check_grant_factor(double factor, std::vector<Problem>& problems) {
  constexpr double most = 1000;
  if (factor > most) {
    problems.push_back({{},
                        "factor",
                        fmt::format("a grant of the factor {} is more than can be computed with", factor),
                        fmt::format("a number of at most {}", most)});
  } else if (!(factor >= 0) || factor == 1) {
    problems.push_back({{},
                        "factor",
                        fmt::format("a grant of the factor {} shows nothing", factor),
                        "a number of at least 0 other than 1"});
  }
}

}  // namespace orgsim
