// Why a share of the budget moved, and the deepest cuts.
#include "report/numbers.hpp"
#include "report/page/data/parts.hpp"
#include "report/page/experiments/experiments.hpp"

namespace orgsim::page {

namespace {

constexpr double kLogPoints = 100;

Json term_of(const Json& label, const Estimate& estimate, bool total) {
  return {{"label", label},
          {"points", short_digits(kLogPoints * estimate.mean)},
          {"text", log_points(estimate.mean)},
          // Of one history there is none.
          {"interval",
           estimate.interval.low < estimate.interval.high ? bracketed(estimate.interval, log_points) : ""},
          {"total", total}};
}

}  // namespace

Json audit_of_page(const AuditTold& told) {
  const MeanMovement& movement = told.audit->movement;
  Json terms = Json::array();
  for (const Term term : every<Term>()) {
    terms.push_back(
        term_of(both([&](Language language) { return std::string(term_word(term, Words(language))); }),
                movement.term(term), false));
  }
  terms.push_back(term_of(both([&](Language language) { return std::string(Words(language)["audit_all"]); }),
                          movement.change, true));
  const auto note = [&](Language language) {
    return say(Words(language)["audit_why_note"], fmt::arg("before", percent_number(100 * movement.before)),
               fmt::arg("after", percent_number(100 * movement.after)),
               fmt::arg("points", log_points(movement.change.mean)),
               fmt::arg("percent", percent_change(movement.change.mean)));
  };
  return {{"terms", terms},
          {"note", both(note)},
          {"cuts", both([&](Language language) { return Json(deepest_cuts(told, language)); })},
          {"conclusion", both([&](Language language) { return audit_conclusion(told, language); })}};
}

}  // namespace orgsim::page
