// A fit for programs (docs/how_to/own_company.md).
#include <cmath>
#include <nlohmann/json.hpp>

#include "report/fit_summary.hpp"
#include "report/json_page.hpp"

namespace orgsim {

namespace {

using Json = nlohmann::ordered_json;

}  // namespace

std::string to_json(const Fit& fit, Language language) {
  Json json = begun_json("fit");
  json["seed"] = fit.plan.settings.seed;
  json["ranges"] = name_of(fit.plan.settings.ranges);
  json["fits"] = fit.fits();
  json["finished"] = fit.reached;
  json["posterior_predictive_p"] = fit.check.p;
  Json quarters = Json::array();
  for (const std::size_t q : fit.check.quarters) quarters.push_back(fit.plan.quarters.names[q]);
  json["furthest"] = {{"column", name_of(fit.check.column)}, {"quarters", quarters}};
  json["worlds"] = fit.worlds.size();
  json["distinct"] = fit.distinct;
  // R-hat is infinite where a part of the worlds has died out, which JSON cannot say.
  json["r_hat"] = std::isfinite(fit.disagreement) ? Json(fit.disagreement) : Json(nullptr);
  json["evaluations"] = fit.evaluations;
  json["kept"] = fit.plan.kept;
  json["numbers"] = Json::array();
  for (const Recovered& one : recovered(fit)) {
    json["numbers"].push_back({{"name", one.name},
                               {"prior_5_50_95", one.prior},
                               {"worlds_5_50_95", one.worlds},
                               {"width", one.width}});
  }
  json["conclusion"] = conclusion(fit, language);
  return printed(json);
}

}  // namespace orgsim
