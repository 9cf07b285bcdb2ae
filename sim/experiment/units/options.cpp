#include "experiment/units/options.hpp"

#include <cmath>

namespace orgsim::options {

void check(const Node& node, const Field& field, double value, bool whole, std::vector<Problem>& problems) {
  if (std::isfinite(value) && field.range.holds(value)) return;
  problems.push_back({node.place, std::string(field.name), fmt::format("{} is out of range", value),
                      field.range.text(whole)});
}

Problem unknown(const Entry& entry, const std::vector<std::string>& names) {
  const std::optional<std::string> close = nearest(entry.key, names);
  return {entry.place, entry.key, "there is no such option",
          close ? fmt::format("did you mean '{}'?", *close)
                : fmt::format("there are: {}", fmt::join(names, ", "))};
}

}  // namespace orgsim::options
