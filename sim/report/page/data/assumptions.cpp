// What is assumed otherwise than by default, and how to run it again.
#include <map>

#include "core/text.hpp"
#include "core/version.hpp"
#include "engine/numbers.hpp"
#include "engine/plausible.hpp"
#include "report/meanings.hpp"
#include "report/page/data/parts.hpp"
#include "report/page/data/words.hpp"
#include "scenario/text/value_text.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim::page {

namespace {

using Texts = std::map<std::string, std::string>;

// By the paths under which keys are described.
const Texts& defaults() {
  static const Texts texts = [] {
    Texts all;
    Scenario plain;
    plain.firms.resize(1);
    plain.strategies.resize(1);
    plain.grants.resize(1);
    plain.strategies.front().name = "name";
    for_each_key(plain, [&](const std::string& path, const Field&, const auto& value) {
      all[described_path(path)] = text_of(plain, path, value);
    });
    return all;
  }();
  return texts;
}

bool is_shown(const Scenario& scenario, const std::string& path) {
  const bool name = path == "title" || path.ends_with(".name") || path.ends_with(".label");
  if (name || path.starts_with("record.") || path == "run.worlds_checksum" || path == "run.named")
    return false;
  const std::optional<FirmKey> of_firm = firm_key(scenario, path);
  return !of_firm || of_firm->name == "strategy" ||
         scenario.firms[of_firm->firm].overridden.contains(of_firm->name);
}

// The ranges of a key's numbers: of a list one for each entry.
Json ranges_of(const std::string& path) {
  static const std::vector<PlausibleNumber> numbers = plausible_numbers();
  Json ranges = Json::array();
  for (const PlausibleNumber& number : numbers) {
    if (number.key != path) continue;
    const std::string entry = number.path.substr(number.key.size());
    ranges.push_back(
        fmt::format("{}{}{:.3g}-{:.3g}", entry, entry.empty() ? "" : " ", number.low, number.high));
  }
  return ranges;
}

// In English with its unit; in Chinese what it means says enough.
Json meaning_with_unit(const std::string& path, const Field& field) {
  const std::string unit = field.unit.empty() ? "" : fmt::format(" ({})", field.unit);
  return {{"en", std::string(field.meaning) + unit}, {"zh", meaning_in_chinese(path)}};
}

// What is too long for a table: a schedule of many weeks.
std::string shortened(const std::string& text) {
  constexpr std::size_t most = 160;
  return text.size() <= most ? text : excerpt(text, most);
}

}  // namespace

Json assumptions_of(const Scenario& scenario) {
  Json keys = Json::array();
  std::size_t all = 0;
  for_each_key(scenario, [&](const std::string& path, const Field& field, const auto& value) {
    if (!is_shown(scenario, path)) return;
    ++all;
    const std::string text = text_of(scenario, path, value);
    const auto usual = defaults().find(described_path(path));
    const std::string by_default = usual == defaults().end() ? "" : usual->second;
    if (text == by_default) return;
    keys.push_back({{"key", path},
                    {"value", shortened(text)},
                    {"default", shortened(by_default)},
                    {"meaning", meaning_with_unit(path, field)},
                    {"ranges", ranges_of(path)}});
  });
  return {{"keys", keys}, {"all", all}};
}

Json reproduction_of(const Scenario& scenario, std::size_t replications, const std::string& command) {
  return {
      {"version", program_version()}, {"commit", program_commit()}, {"seed", scenario.parameters.run.seed},
      {"replications", replications}, {"toml", to_toml(scenario)},  {"command", command}};
}

}  // namespace orgsim::page
