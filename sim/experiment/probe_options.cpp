#include "experiment/probe_options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/text.hpp"

namespace orgsim {

int probed_firm(const std::string& firm, const Scenario& scenario, std::vector<Problem>& problems) {
  const auto firms = static_cast<int>(scenario.firms.size());
  const auto named = std::ranges::find(scenario.firms, firm, &FirmEntry::name);
  if (named != scenario.firms.end()) return static_cast<int>(named - scenario.firms.begin());
  const std::optional<int> number = number_in<int>(firm);
  if (number && *number >= 0 && *number < firms) return *number;
  std::vector<std::string> names;
  for (const FirmEntry& one : scenario.firms) names.push_back(one.name);
  problems.push_back(
      {{},
       "firm",
       fmt::format("there is no firm {}", number ? firm : fmt::format("'{}'", excerpt(firm))),
       fmt::format("a number from 0 to {}, or a name: {}", firms - 1, fmt::join(names, ", "))});
  return 0;
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
