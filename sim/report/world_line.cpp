#include "report/world_line.hpp"

#include "core/text.hpp"
#include "experiment/drawn.hpp"

namespace orgsim {

std::string world_line(const Scenario& scenario, std::size_t replications, const Words& words) {
  const Parameters& p = scenario.parameters;
  const auto runs = static_cast<std::int64_t>(replications);
  const std::string ran =
      is_deterministic(scenario)
          ? std::string(words["one_run"])
          : say(words["runs"],
                fmt::arg("replications", counted(runs, words["replication"], words["replications"])),
                fmt::arg("kind", words.of(name_of(p.market.kind))), fmt::arg("seed", p.run.seed));
  const auto people = static_cast<std::uint64_t>(p.market.customers);
  return say(words["world"], fmt::arg("firms", counted(p.market.firms, words["firm"], words["firms"])),
             fmt::arg("people", say(words["people"], fmt::arg("number", grouped(people)))),
             fmt::arg("weeks", counted(p.run.weeks, words["one_week"], words["many_weeks"])),
             fmt::arg("runs", ran));
}

}  // namespace orgsim
