// The strategies: a table, and the picture of marketing's standing against the firm's NPV.
#include <cmath>

#include "report/amount.hpp"
#include "report/page/data/parts.hpp"
#include "report/page/data/words.hpp"
#include "report/strategy_cells.hpp"

namespace orgsim::page {

namespace {

using Cell = std::string (StrategyCells::*)(std::size_t) const;

Json cell_of(const Summary& summary, std::size_t s, Cell cell) {
  return both([&](Language language) { return (StrategyCells(summary, language).*cell)(s); });
}

std::size_t arm_of(const Summary& summary, const StrategySummary& strategy) {
  const std::vector<ArmTitle>& arms = summary.result->arms;
  return static_cast<std::size_t>(std::find(arms.begin(), arms.end(), strategy.arm) - arms.begin());
}

Json row_of(const Summary& summary, std::size_t s) {
  const StrategySummary& strategy = summary.strategies[s];
  Json cells{{"saved", cell_of(summary, s, &StrategyCells::saved)},
             {"marginalised", both([&](Language language) {
                return StrategyCells(summary, language).marginalised(strategy.marginalised);
              })},
             {"real_share", cell_of(summary, s, &StrategyCells::real_share)},
             {"non_substitutability", cell_of(summary, s, &StrategyCells::non_substitutability)},
             {"centrality", cell_of(summary, s, &StrategyCells::centrality)},
             {"npv", cell_of(summary, s, &StrategyCells::npv)}};
  return {{"arm", arm_of(summary, strategy)},
          {"harms", strategy.harms()},
          {"saves", strategy.saves_in_half()},
          {"cells", cells}};
}

// The lines that the standing is held against. A cell that is not there stays empty.
Json lines_row(const Summary& summary) {
  const StrategyCells cells(summary, Language::english);
  return {{"arm", nullptr},
          {"cells",
           {{"real_share", cells.line("lines.budget")},
            {"non_substitutability", cells.line("lines.capability")},
            {"centrality", cells.line("lines.structure")}}}};
}

// Without a strategy there is no verdict, and so no standing.
Json baseline_row(const Summary& summary) {
  return {{"arm", 0},
          {"cells",
           {{"marginalised", both([&](Language language) {
               return StrategyCells(summary, language).marginalised(summary.marginalised);
             })},
            {"npv", both([&](Language language) {
               return amount(summary.baseline_npv, summary.result->scenario, language);
             })}}}};
}

Json point_of(const Summary& summary, std::size_t s) {
  const StrategySummary& strategy = summary.strategies[s];
  const double share = strategy.standing ? strategy.standing->real_share : NAN;
  return {{"arm", arm_of(summary, strategy)},
          {"npv", short_digits(100 * strategy.npv.relative)},
          {"npv_text", cell_of(summary, s, &StrategyCells::npv)},
          {"standing", short_digits(100 * share)},
          {"saves", strategy.saves_in_half()}};
}

// How many points lie in which quarter, for the picture's sentence.
std::string caption(const Summary& summary, Language language) {
  const double line = summary.result->scenario.parameters.lines.budget;
  std::size_t both_gain = 0;
  std::size_t firm_alone = 0;
  for (const StrategySummary& strategy : summary.strategies) {
    if (!strategy.standing || strategy.npv.mean <= 0) continue;
    ++(strategy.standing->real_share >= line ? both_gain : firm_alone);
  }
  return say(word("caption_quadrants", language), fmt::arg("both", both_gain), fmt::arg("firm", firm_alone),
             fmt::arg("all", summary.strategies.size()));
}

}  // namespace

Json strategies_of(const Summary& summary) {
  Json rows = Json::array({lines_row(summary), baseline_row(summary)});
  Json points = Json::array();
  for (std::size_t s = 0; s < summary.strategies.size(); ++s) {
    rows.push_back(row_of(summary, s));
    if (summary.strategies[s].standing) points.push_back(point_of(summary, s));
  }
  const RunResult& result = *summary.result;
  return {{"rows", rows},
          {"points", points},
          {"standing_line", short_digits(100 * result.scenario.parameters.lines.budget)},
          {"caption", both([&](Language language) { return caption(summary, language); })},
          {"money", both([&](Language language) { return money_name(result.scenario, Words(language)); })}};
}

}  // namespace orgsim::page
