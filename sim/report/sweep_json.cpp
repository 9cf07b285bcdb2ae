// The summary of a sweep for programs (docs/results.md).
#include <nlohmann/json.hpp>

#include "engine/money.hpp"
#include "report/json_page.hpp"
#include "report/sweep_summary.hpp"

namespace orgsim {

namespace {

using Json = nlohmann::ordered_json;

Json of_points(const OverPoints& over, double unit = 1) {
  return {{"mean", unit * over.mean}, {"points_5_95", {unit * over.low, unit * over.high}}};
}

Json by_axis(const std::vector<std::string>& axes, const std::vector<double>& numbers) {
  Json json = Json::object();
  for (std::size_t x = 0; x < axes.size(); ++x) json[axes[x]] = numbers[x];
  return json;
}

Json of_arm(const SweptArm& arm, const SweepSummary& summary, bool is_baseline) {
  const std::vector<std::string>& axes = summary.file->shape().axes;
  Json json;
  json["name"] = arm.arm.name;
  json["label"] = arm.arm.label;
  json["marginalised"] = of_points(arm.marginalised);
  if (is_baseline) {
    json["npv"] = of_points(arm.npv, money_of(summary.file->scenario()));
  } else {
    json["averted_or_reversed"] = of_points(arm.saved);
    json["averted_or_reversed_lenient"] = arm.saved_lenient ? of_points(*arm.saved_lenient) : Json();
    json["averted_or_reversed_strict"] = arm.saved_strict ? of_points(*arm.saved_strict) : Json();
    json["points_saved_in_half"] = arm.half;
    json["points_harmed"] = arm.harms;
    json["npv_difference_relative"] = of_points(arm.npv);
  }
  json["rank_correlation"]["marginalised"] = by_axis(axes, arm.with_marginalised);
  if (!is_baseline) json["rank_correlation"]["averted_or_reversed"] = by_axis(axes, arm.with_saved);
  json["rank_correlation"][is_baseline ? "npv" : "npv_difference_relative"] = by_axis(axes, arm.with_npv);
  return json;
}

}  // namespace

std::string to_json(const SweepSummary& summary, Language language) {
  const SweepFile& file = *summary.file;
  Json json;
  json["program"] = "orgsim";
  json["experiment"] = std::string(kSweep);
  json["program_version"] = file.identity().version;
  json["git_commit"] = file.identity().commit;
  json["title"] = file.scenario().title;
  json["design"] = name_of(file.scenario().sweep.design);
  json["keys"] = file.shape().axes;
  json["seed"] = file.scenario().parameters.run.seed;
  json["shard"] = {file.identity().shard.index, file.identity().shard.count};
  json["complete"] = file.complete();
  json["points"] = summary.points;
  for (const PointStatus status : every<PointStatus>()) {
    json["status"][std::string(name_of(status))] = summary.count(status);
  }
  json["replications"] = {summary.replications_low, summary.replications_high};
  json["arms"] = Json::array();
  for (std::size_t a = 0; a < summary.arms.size(); ++a)
    json["arms"].push_back(of_arm(summary.arms[a], summary, a == 0));
  json["correlation_by_chance"] = summary.chance;
  json["best"] = summary.best ? Json(summary.arms[*summary.best].arm.name) : Json();
  json["conclusion"] = conclusion(summary, language);
  return printed(json);
}

}  // namespace orgsim
