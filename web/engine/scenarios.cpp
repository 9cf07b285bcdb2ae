// Scenarios as the page writes them: text over one that is shipped.
#include <cstdlib>

#include "core/checksum.hpp"
#include "core/version.hpp"
#include "engine/worlds.hpp"
#include "experiment/run.hpp"
#include "report/page/data/words.hpp"
#include "report/phrases.hpp"
#include "scenario/text/reader.hpp"
#include "scenario/text/shipped.hpp"
#include "scenario/text/shipped_tables.hpp"
#include "scenario/text/writer.hpp"
#include "web/engine/request.hpp"

namespace orgsim::web {

namespace {

constexpr std::string_view kWorlds = "worlds.csv";

Json in_both(const std::string& name) {
  return {{"en", name}, {"zh", translated(name, Language::chinese)}};
}

Json mix_of(const PerMode& mix) {
  return std::vector<double>(mix.begin(), mix.end());
}

Json strategy_of(const Strategy& strategy, const PerMode& initial) {
  return {{"name", strategy.name},
          {"label", in_both(strategy.title())},
          {"start", strategy.start ? Json(*strategy.start) : Json()},
          {"mix", mix_of(strategy.mix.value_or(initial))},
          {"has_mix", strategy.mix.has_value()}};
}

Json knots_of(const Schedule& schedule) {
  Json knots = Json::array();
  for (const Knot& knot : schedule.knots) knots.push_back({knot.week, knot.value});
  return knots;
}

// One entry of [[firms]], with what is its own alone.
Json firm_of(const Scenario& scenario, std::size_t f) {
  const FirmEntry& firm = scenario.firms[f];
  Json own = Json::object();
  walk(firm.overrides, "", [&](const std::string&, const Field& field, const auto& value) {
    if (firm.overridden.contains(std::string(field.name)))
      own[std::string(field.name)] = text_of(scenario, "", value);
  });
  return {{"name", firm.name}, {"label", in_both(firm.name)}, {"strategy", firm.strategy}, {"own", own}};
}

std::vector<double> numbers_of(std::string_view line) {
  std::vector<double> numbers;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(','), line.size());
    numbers.push_back(std::strtod(std::string(line.substr(0, end)).c_str(), nullptr));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return numbers;
}

WorldTable read_worlds() {
  WorldTable table;
  std::string_view text = shipped_text(kWorlds);
  table.name = kWorlds;
  table.checksum = checksum_of(text);
  const auto next_line = [&text] {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() + 1);
    return line;
  };
  std::string_view names = next_line();
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(','), names.size());
    table.paths.emplace_back(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  while (!text.empty()) {
    const std::vector<double> row = numbers_of(next_line());
    table.numbers.insert(table.numbers.end(), row.begin(), row.end());
  }
  return table;
}

}  // namespace

const WorldTable& some_worlds() {
  static const WorldTable table = read_worlds();
  return table;
}

Scenario scenario_of(const Request& request) {
  const Files none;
  return read_scenario(request.json.at("text").get<std::string>(), "scenario.toml", ShippedFiles(none));
}

std::vector<Arm> arms_of(const Request& request, const Scenario& scenario) {
  RunOptions options;
  if (request.json.contains("only")) options.only = request.json["only"].get<std::vector<std::string>>();
  return orgsim::arms_of(scenario, options);
}

// Networks take more memory and time than a page has, and departments that are dissolved are told by twenty
// years of many markets.
Answer shipped(const Request& /*request*/) {
  Json list = Json::array();
  for (const std::string& name : shipped_names()) {
    const Scenario scenario = load_shipped(name, {}, Files());
    const bool left_out = scenario.parameters.market.kind == MarketKind::network ||
                          !scenario.parameters.selection.strategies.empty();
    list.push_back({{"name", name}, {"title", in_both(scenario.title)}, {"left_out", left_out}});
  }
  return {{{"scenarios", list},
           {"worlds", some_worlds().rows()},
           {"words", page::all_words()},
           {"version", program_version()}},
          {}};
}

Answer levers(const Request& request) {
  const Scenario scenario = scenario_of(request);
  const Parameters& p = scenario.parameters;
  Json json{{"weeks", p.run.weeks},
            {"seed", p.run.seed},
            {"customers", p.market.customers},
            {"climate", knots_of(p.environment.climate)},
            {"directness", knots_of(p.environment.directness)},
            {"ai_ceiling", p.environment.ai.ceiling},
            {"ai_midpoint", p.environment.ai.midpoint},
            {"mix", mix_of(p.firm.marketing.mix)}};
  json["firms"] = Json::array();
  for (std::size_t f = 0; f < scenario.firms.size(); ++f) json["firms"].push_back(firm_of(scenario, f));
  json["strategies"] = Json::array();
  for (const Strategy& strategy : scenario.strategies)
    json["strategies"].push_back(strategy_of(strategy, p.firm.marketing.mix));
  return {json, {}};
}

Answer toml(const Request& request) {
  return {{{"text", to_toml(scenario_of(request))}}, {}};
}

}  // namespace orgsim::web
