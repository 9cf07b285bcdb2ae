#include "web/engine/pages.hpp"

#include <algorithm>

#include "experiment/bands.hpp"
#include "experiment/run.hpp"
#include "report/page/data/parts.hpp"
#include "report/summary.hpp"

namespace orgsim::web {

namespace {

constexpr std::size_t kWeeksAtOnce = 52;

std::vector<Quantity> drawn_series() {
  std::vector<Quantity> some;
  for (const Quantity& quantity : run_series()) {
    for (const char* name :
         {"people", "users_end", "nonusers", "zero_sum", "share", "contributed", "credited"}) {
      if (quantity.name == name) some.push_back(quantity);
    }
  }
  return some;
}

}  // namespace

RowLayout layout_of(const Scenario& scenario) {
  return {scenario.firms.size(), drawn_series()};
}

std::vector<FocalWeeks> weeks_of(RunResult& result, std::span<const Rows> replications) {
  const RowLayout layout = layout_of(result.scenario);
  const std::size_t weeks = replications.front().size() / result.arms.size() / layout.width();
  FocalWeeksSink sink;
  Plan plan{std::string(kRun), result.scenario,  result.arms, replications.size(), weeks,
            kWeeksAtOnce,      Recording(layout)};
  plan.scenario.parameters.record.trajectories = 0;
  sink.begin(plan);
  WeekBlock block(result.arms.size(), replications.size(), kWeeksAtOnce, plan.recording);
  for (; block.first_week < weeks; block.first_week += kWeeksAtOnce) {
    block.weeks = std::min(kWeeksAtOnce, weeks - block.first_week);
    for (std::size_t r = 0; r < replications.size(); ++r) {
      for (std::size_t arm = 0; arm < result.arms.size(); ++arm) {
        const double* from = &replications[r][(arm * weeks + block.first_week) * layout.width()];
        std::copy_n(from, block.weeks * layout.width(), block.row(arm, r, 0));
      }
    }
    add_headline(block, result.headline);
    sink.block(block, bands_of(block, 1));
  }
  return sink.weeks();
}

GamePage::GamePage(const Scenario& scenario, std::size_t weeks) {
  result_.scenario = scenario;
  result_.scenario.parameters.run.weeks = static_cast<std::int64_t>(weeks);
  result_.replications = 1;
  result_.drawn.emplace_back();
}

void GamePage::add(const ArmTitle& title, const Outcome& outcome, const Rows& rows) {
  result_.arms.push_back(title);
  result_.outcomes.push_back({outcome});
  rows_.insert(rows_.end(), rows.begin(), rows.end());
}

Json GamePage::json() {
  const std::vector<FocalWeeks> weeks = weeks_of(result_, std::span(&rows_, 1));
  const Summary summary = summarise(result_);
  Json json{{"arms", Json::array()}};
  for (const ArmTitle& arm : result_.arms) json["arms"].push_back({{"name", arm.name}, {"label", arm.label}});
  json["weekly"] = page::weekly_of(summary, weeks);
  json["lines"] = page::lines_of(summary);
  return json;
}

}  // namespace orgsim::web
