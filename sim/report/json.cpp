// The summary for programs (docs/results.md, "The summary as JSON").
#include <nlohmann/json.hpp>

#include "core/version.hpp"
#include "report/comparison.hpp"
#include "report/json_page.hpp"
#include "report/summary.hpp"
#include "results/money.hpp"

namespace orgsim {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Interval& interval) {
  return Json::array({interval.low, interval.high});
}

Json to_json(const Event& event, std::size_t replications) {
  const Interval share = wilson(event.count, replications);
  Json json;
  json["share"] = static_cast<double>(event.count) / static_cast<double>(replications);
  json["share_95"] = to_json(share);
  json["week_median"] = event.count > 0 ? Json(event.median) : Json();
  json["week_5_95"] = event.count > 0 ? Json::array({event.low, event.high}) : Json();
  return json;
}

// `money` is what one unit of money is.
Json to_json(const Difference& difference, double money) {
  const auto in_money = [money](const Interval& interval) {
    return to_json(Interval{money * interval.low, money * interval.high});
  };
  return {{"mean", money * difference.mean},
          {"mean_95", difference.interval ? in_money(*difference.interval) : Json()},
          {"relative", difference.relative},
          {"relative_95", difference.relative_interval ? to_json(*difference.relative_interval) : Json()}};
}

Json to_json(const Standing& standing) {
  return {{"real_share", standing.real_share},
          {"non_substitutability", standing.non_substitutability},
          {"centrality", standing.centrality}};
}

Json to_json(const PerChannel& margins, double money) {
  Json json;
  for (const Channel channel : every<Channel>())
    json[std::string(name_of(channel))] = money * margins[channel];
  return json;
}

Json to_json(const StrategySummary& strategy, std::size_t replications, double money) {
  Json json;
  json["name"] = strategy.arm.name;
  json["label"] = strategy.arm.label;
  json["began"] = to_json(strategy.beginning, replications);
  const auto shares = [&](const VerdictCounts& counts) {
    Json of;
    for (const Verdict verdict : every<Verdict>())
      of[std::string(name_of(verdict))] = strategy.part(counts[verdict]);
    return of;
  };
  json["verdicts"] = shares(strategy.verdicts);
  json["averted_or_reversed"] = strategy.saved_share();
  json["averted_or_reversed_95"] = to_json(strategy.saved_interval);
  json["nothing_to_save"] = strategy.part(strategy.verdicts.nothing_to_save());
  for (const auto& [name, twin] :
       {std::pair("lenient", &Twins::lenient), std::pair("strict", &Twins::strict)}) {
    const std::optional<Twins>& twins = strategy.twins;
    json[name] = twins ? Json{{"verdicts", shares((*twins).*twin)},
                              {"averted_or_reversed", strategy.part(((*twins).*twin).saved())},
                              {"nothing_to_save", strategy.part(((*twins).*twin).nothing_to_save())}}
                       : Json();
  }
  json["standing"] = strategy.standing ? to_json(*strategy.standing) : Json();
  json["marketing_share_end"] = strategy.share_end;
  if (strategy.margins) json["margin_per_customer"] = to_json(*strategy.margins, money);
  json["marginalised"] = to_json(strategy.marginalised, replications);
  json["made_marginalised"] = strategy.any_time.made;
  json["spared"] = strategy.any_time.spared;
  json["harms"] = strategy.harms();
  json["baseline_after_span"] = strategy.any_time.outside;
  json["judge_needed"] = strategy.any_time.outside > 0 ? Json(strategy.any_time.needed) : Json();
  json["saved_but_marginalised_later"] = strategy.any_time.later;
  json["npv_difference"] = to_json(strategy.npv, money);
  json["rivals_npv_difference"] = strategy.rivals_npv ? to_json(*strategy.rivals_npv, money) : Json();
  json["other_departments_budget_difference"] = to_json(strategy.others, money);
  return json;
}

// As they are where a unit is a unit: a number of 32 bits has fewer digits.
Json in_money(const std::vector<float>& units, double money) {
  if (money == 1) return units;
  std::vector<double> amounts;
  for (const float number : units) amounts.push_back(money * number);
  return amounts;
}

// What the runs of a variant say, as of the default world.
Json variant_of(const Summary& summary, double money) {
  const std::size_t replications = summary.result->replications;
  Json json;
  json["replications"] = replications;
  json["marginalised"] = to_json(summary.marginalised, replications);
  json["baseline"] = {{"npv", money * summary.baseline_npv},
                      {"marketing_share_end", summary.baseline_share_end}};
  json["strategies"] = Json::array();
  for (const StrategySummary& strategy : summary.strategies)
    json["strategies"].push_back(to_json(strategy, replications, money));
  return json;
}

Json to_json(const std::vector<Influential>& keys) {
  Json list = Json::array();
  for (const Influential& one : keys) list.push_back({{"key", one.key}, {"correlation", one.correlation}});
  return list;
}

Json worlds_of(const Summary& summary, double money) {
  const InWorlds& worlds = *summary.result->doubt.worlds;
  Json json = variant_of(*summary.worlds->summary, money);
  json["file"] = worlds.file;
  json["checksum"] = summary.result->scenario.parameters.run.worlds_checksum;
  json["keys"] = worlds.keys;
  json["screened"] = worlds.screened;
  json["replications_of_a_world"] = worlds.spread.replications;
  const std::optional<BetweenTwo>& between = summary.worlds->between;
  json["between"] = between ? Json{{"strategies", {between->first.name, between->second.name}},
                                   {"npv_hangs_on", to_json(between->npv_by)}}
                            : Json();
  for (std::size_t s = 0; s < summary.worlds->strategies.size(); ++s) {
    const AcrossWorlds& across = summary.worlds->strategies[s];
    Json& strategy = json["strategies"][s];
    strategy["npv_5_50_95"] = across.npv;
    strategy["saved_in_a_world_5_50_95"] = across.saved ? Json(*across.saved) : Json();
    strategy["saved_hangs_on"] = to_json(across.saved_by);
    strategy["npv_hangs_on"] = to_json(across.npv_by);
  }
  return json;
}

Json facts_of(const Summary& summary, Language language) {
  const RunResult& result = *summary.result;
  const Parameters& p = result.scenario.parameters;
  const double money = results::money_of(result.scenario);
  Json json;
  json["program"] = "orgsim";
  json["program_version"] = program_version();
  json["git_commit"] = program_commit();
  json["title"] = result.scenario.title;
  json["kind"] = name_of(p.market.kind);
  json["customers"] = p.market.customers;
  json["firms"] = p.market.firms;
  json["weeks"] = p.run.weeks;
  json["seed"] = p.run.seed;
  json["replications"] = result.replications;
  json["stock_phase"] = to_json(summary.stock_phase, result.replications);
  for (const Line line : every<Line>()) {
    json["lines"][std::string(name_of(line))] =
        to_json(summary.lines[static_cast<std::size_t>(line)], result.replications);
  }
  json["marginalised"] = to_json(summary.marginalised, result.replications);
  json["currency"] = results::has_currency(result.scenario) ? Json(p.run.currency) : Json();
  json["money_unit"] = p.run.money ? Json(*p.run.money) : Json();
  json["baseline"] = {{"npv", money * summary.baseline_npv},
                      {"marketing_share_end", summary.baseline_share_end}};
  if (summary.baseline_margins)
    json["baseline"]["margin_per_customer"] = to_json(*summary.baseline_margins, money);
  json["weekly_medians"] = {{"budget_share", result.headline.share},
                            {"contributed", in_money(result.headline.contributed, money)},
                            {"credited", in_money(result.headline.credited, money)}};
  json["lines_tolerance"] = draws(result, "lines.tolerance") ? Json() : Json(p.lines.tolerance);
  json["strategies"] = Json::array();
  for (const StrategySummary& strategy : summary.strategies) {
    json["strategies"].push_back(to_json(strategy, result.replications, money));
  }
  json["drawn_keys"] = result.scenario.drawn.size();
  json["best"] = summary.best ? Json(summary.strategies[*summary.best].arm.name) : Json();
  json["harmful"] = Json::array();
  for (const std::size_t s : summary.harmful) json["harmful"].push_back(summary.strategies[s].arm.name);
  json["conclusion"] = conclusion(summary, language);
  json["doubts"] = doubts(summary, language);
  json["worlds"] = summary.worlds ? worlds_of(summary, money) : Json();
  json["rivals"] = Json::object();
  for (const RivalsSummary& rivals : summary.rivals)
    json["rivals"][std::string(name_of(rivals.rivals))] = variant_of(*rivals.summary, money);
  return json;
}

}  // namespace

std::string to_json(const Summary& summary, Language language) {
  return printed(facts_of(summary, language));
}

std::string comparison_json(const std::vector<Compared>& scenarios, Language language) {
  Json list = Json::array();
  for (const Compared& scenario : scenarios) {
    Json entry;
    entry["scenario"] = scenario.path;
    entry.update(facts_of(scenario.summary, language));
    list.push_back(std::move(entry));
  }
  return printed(list);
}

}  // namespace orgsim
