// An audit for programs (docs/audit.md).
#include "engine/money.hpp"
#include "experiment/audit/plan.hpp"
#include "report/audit_file.hpp"
#include "report/audit_page.hpp"
#include "report/json_page.hpp"
#include "report/units_reports.hpp"

namespace orgsim {

namespace {

using Json = nlohmann::ordered_json;

Json of_estimate(const Estimate& estimate) {
  return {{"mean", json_number(estimate.mean)},
          {"low", json_number(estimate.interval.low)},
          {"high", json_number(estimate.interval.high)}};
}

Json of_worth(const WorthMoved& moved, double money) {
  return {{"first", moved.first.money * money},
          {"last", moved.last.money * money},
          {"part_first", moved.first.part},
          {"part_last", moved.last.part}};
}

// Terms are changes of the logarithm of the share, not yet points.
Json of_movement(const MeanMovement& movement, double money) {
  Json terms = Json::object();
  for (const Term term : every<Term>()) terms[std::string(name_of(term))] = of_estimate(movement.term(term));
  return {{"share_before", movement.before},
          {"share_after", movement.after},
          {"log_change", of_estimate(movement.change)},
          {"terms", terms},
          {"contributed", of_worth(movement.contributed, money)},
          {"credited", of_worth(movement.credited, money)}};
}

Json of_cut(const FoundCut& cut, double money) {
  Json terms = Json::object();
  for (const Term term : every<Term>()) terms[std::string(name_of(term))] = cut.movement.terms[term];
  Json json{{"replication", cut.replication},
            {"department", name_of(cut.department)},
            {"weeks", {cut.weeks.first, cut.weeks.last}},
            {"share_before", cut.movement.before},
            {"share_after", cut.movement.after},
            {"log_change", cut.movement.change()},
            {"terms", terms},
            {"contributed", of_worth(cut.movement.contributed, money)},
            {"credited", of_worth(cut.movement.credited, money)},
            {"judgement", Json()}};
  if (cut.judgement) {
    json["judgement"] = {{"verdict", name_of(cut.judgement->verdict())},
                         {"return_cut", of_estimate(cut.judgement->of_cut)},
                         {"return_gained", of_estimate(cut.judgement->of_gainers)},
                         {"difference", of_estimate(cut.judgement->difference)}};
  }
  return json;
}

Json of_audit(std::string_view variant, const Audit& audit, double money) {
  Json counts = Json::object();
  for (const Department d : every<Department>())
    counts[std::string(name_of(d))] = audit.cuts_of[static_cast<std::size_t>(d)];
  Json verdicts = Json::object();
  for (const CutVerdict verdict : every<CutVerdict>())
    verdicts[std::string(name_of(verdict))] = audit.verdicts[static_cast<std::size_t>(verdict)];
  Json cuts = Json::array();
  for (const FoundCut& cut : audit.cuts) cuts.push_back(of_cut(cut, money));
  return {{"variant", variant},
          {"replications", audit.replications},
          {"movement", of_movement(audit.movement, money)},
          {"cuts_by_department", counts},
          {"verdicts", verdicts},
          {"share_wrong", audit.wrong ? of_estimate(*audit.wrong) : Json()},
          {"share_right", audit.right ? of_estimate(*audit.right) : Json()},
          {"cuts", cuts}};
}

Json of_request(const AuditRequest& request) {
  return {{"firm", request.probing.firm},
          {"department", name_of(request.told())},
          {"weeks", {request.weeks.first, request.weeks.last}}};
}

}  // namespace

Json audit_json(const UnitsResult& result, Language language) {
  const Scenario& scenario = result.shape.scenario;
  const AuditRequest request = audit_request(result.shape);
  Json json = of_request(request);
  json["audits"] = Json::array();
  for (const UnitVariant& variant : result.shape.variants)
    json["audits"].push_back(of_audit(variant.name, audit_of(result, variant), money_of(scenario)));
  const Audit own = audit_of(result, result.shape.variants.front());
  json["conclusion"] = audit_conclusion({&scenario, &request, &own}, language);
  return json;
}

std::string to_json(const AuditedFile& file, Language language) {
  Json json = units_json(file.result, language);
  json["replications_of_file"] = file.replications;
  return printed(json);
}

}  // namespace orgsim
