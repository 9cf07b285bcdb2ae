#include "scenario/text/by_member.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "scenario/text/key_index.hpp"
#include "scenario/text/reader.hpp"

namespace orgsim {

namespace {

// As many firms as market.firms says; what was said about those that leave goes with them.
void fit_firms(Scenario& scenario) {
  const auto firms = static_cast<std::size_t>(scenario.parameters.market.firms);
  while (scenario.firms.size() < firms) scenario.firms.push_back(default_firm(scenario.firms.size()));
  for (std::size_t f = firms; f < scenario.firms.size(); ++f) {
    std::erase_if(scenario.drawn,
                  [&](const DrawnKey& key) { return lies_within(key.path, fmt::format("firms[{}]", f)); });
  }
  scenario.firms.resize(firms);
}

}  // namespace

void redraw(Scenario& scenario, const std::string& path, std::vector<DrawnKey> drawn) {
  if (scenario.drawn.empty() && drawn.empty()) return;
  std::erase_if(scenario.drawn, [&](const DrawnKey& key) { return lies_within(key.path, path); });
  std::move(drawn.begin(), drawn.end(), std::back_inserter(scenario.drawn));
  sort_drawn(scenario);
}

void expect_no_grants_beyond(const Scenario& scenario, std::int64_t firms) {
  for (std::size_t g = 0; g < scenario.grants.size(); ++g) {
    const int firm = scenario.grants[g].firm.number;
    if (firm < firms) continue;
    throw InputError(Problem{{},
                             "market.firms",
                             fmt::format("grants[{}] goes to firm {}, which would no longer be", g, firm),
                             "change the grants first"});
  }
}

void note_named(Scenario& scenario, const std::string& path, const Field& field) {
  if (field.plausible.of == Plausible::Of::nothing || path.starts_with("firms[")) return;
  std::vector<std::string>& named = scenario.parameters.run.named;
  const auto place = std::lower_bound(named.begin(), named.end(), path);
  if (place == named.end() || *place != path) named.insert(place, path);
}

void follow(Scenario& scenario, const std::string& path) {
  if (path == "market.firms") fit_firms(scenario);
  if (path == "market.customers") scenario.origin.customers_said = true;
  if (path == "run.worlds_file") {
    scenario.origin.worlds_folder.clear();
    scenario.parameters.run.worlds_checksum.clear();
  }
  if (path == "market.network.directed") scenario.ties = {};
  if (path == "market.network.file") {
    scenario.ties = {};
    scenario.parameters.market.network.checksum.clear();
    scenario.origin.folder.clear();
  }
}

}  // namespace orgsim
