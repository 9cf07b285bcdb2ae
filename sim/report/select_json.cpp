// Selection for programs (docs/selection.md).
#include "engine/money.hpp"
#include "experiment/select/course.hpp"
#include "report/phrases.hpp"
#include "report/select_summary.hpp"
#include "report/units_reports.hpp"

namespace orgsim {

namespace {

using Json = nlohmann::ordered_json;

Json of(const OverMarkets& estimate, double times = 1) {
  return json_number(estimate.value * times);
}
Json of(const Interval& interval, double times = 1) {
  return {json_number(interval.low * times), json_number(interval.high * times)};
}

Json values_of(const std::vector<OverMarkets>& estimates) {
  Json json = Json::array();
  for (const OverMarkets& estimate : estimates) json.push_back(of(estimate));
  return json;
}
Json intervals_of(const std::vector<OverMarkets>& estimates) {
  Json json = Json::array();
  for (const OverMarkets& estimate : estimates) json.push_back(of(estimate.interval));
  return json;
}

// Null stands for firms without a department, or for all departments.
Json name_or_null(const std::string& strategy) {
  return strategy.empty() ? Json() : Json(strategy);
}

class SelectJson {
 public:
  SelectJson(const UnitsResult& result, Language language)
      : result_(result), language_(language), money_(money_of(result.shape.scenario)) {}

  Json of_course(const SelectCourse& course) const {
    Json json{{"variant", course.variant},
              {"markets", course.markets},
              {"runs", course.runs},
              {"firms", course.firms},
              {"weeks", course.weeks}};
    json["shares"] = Json::array();
    for (const FirmShare& share : course.firm_shares) json["shares"].push_back(of_share(share));
    json["survival"] = Json::array();
    for (const DepartmentSurvival& one : course.departments) json["survival"].push_back(of_survival(one));
    json["survivors"] = Json::array();
    for (const Survivors& one : course.survivors) json["survivors"].push_back(of_survivors(one));
    json["fixed_in"] = Json::array();
    for (std::size_t s = 0; s < course.fixed_in.size(); ++s)
      json["fixed_in"].push_back(
          {{"strategy", course.departments[s].strategy}, {"runs", course.fixed_in[s]}});
    json["none_left_in"] = course.none_left_in;
    json["one_left_in"] = course.one_left_in;
    return json;
  }

 private:
  std::string label(const std::string& strategy) const {
    return selected_label(result_, strategy, language_);
  }

  Json of_share(const FirmShare& share) const {
    Json spread = Json::array();
    for (const Interval& one : share.spread) spread.push_back(of(one));
    return {{"strategy", name_or_null(share.strategy)},
            {"label", label(share.strategy)},
            {"share", values_of(share.shares)},
            {"share_95", intervals_of(share.shares)},
            {"runs_5_95", spread}};
  }

  Json of_survival(const DepartmentSurvival& one) const {
    return {{"first_strategy", one.strategy},      {"label", label(one.strategy)},
            {"departments", one.departments},      {"dissolved", one.dissolved},
            {"survival", values_of(one.survival)}, {"survival_95", intervals_of(one.survival)}};
  }

  Json of_survivors(const Survivors& one) const {
    Json json{
        {"strategy", name_or_null(one.strategy)},
        {"label", one.strategy.empty() ? std::string(Words(language_)["select_all"]) : label(one.strategy)},
        {"departments", one.departments}};
    const auto add = [&](const char* name, const OverMarkets& estimate, double times = 1) {
      json[name] = of(estimate, times);
      json[std::string(name) + "_95"] = of(estimate.interval, times);
    };
    add("share", one.share);
    add("budget", one.budget);
    add("kept", one.kept);
    add("centrality", one.centrality);
    add("staff", one.staff);
    add("profit_per_user", one.profit_per_user, money_);
    return json;
  }

  const UnitsResult& result_;
  Language language_;
  double money_;
};

}  // namespace

Json select_json(const UnitsResult& result, Language language) {
  const std::vector<SelectCourse> courses = courses_of(result);
  const SelectJson writer(result, language);
  Json json;
  json["courses"] = Json::array();
  for (const SelectCourse& course : courses) json["courses"].push_back(writer.of_course(course));
  json["conclusion"] = select_conclusion(result, courses, language);
  return json;
}

}  // namespace orgsim
