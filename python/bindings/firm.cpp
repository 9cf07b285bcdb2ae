// A firm's state, name by name as in sim/model/firm.hpp, with the symbols of docs/model.md.
#include "model/firm.hpp"

#include <pybind11/stl.h>

#include <map>
#include <string>

#include "bindings/areas.hpp"
#include "bindings/views.hpp"

namespace orgsim::python {

namespace {

struct Weeks : py::object {
  using py::object::object;
  explicit Weeks(py::object weeks) : py::object(std::move(weeks)) {}
};

void bind_audit(py::module_& m) {
  py::class_<View<Audit>> type(
      m, "Audit",
      "Why each department's log share moved in the last week; the five sum to the change (docs/model.md, "
      "7.6). Each is a read-only array over the departments.");
  define_member(type, "credit", &Audit::credit, "By credited returns.");
  define_member(type, "noise", &Audit::noise, "By errors of perception.");
  define_member(type, "power", &Audit::power, "By power.");
  define_member(type, "equality", &Audit::equality, "By the pull to equal shares.");
  define_member(type, "rest", &Audit::rest, "By clipping, the floor and normalisation.");
}

void bind_flow(py::module_& m) {
  py::class_<View<Flow>> type(m, "Flow",
                              "Customers won and lost in the last week, in people (docs/model.md, 7.4).");
  define_member(type, "adopted", &Flow::adopted, "Won from among the non-users.");
  define_member(type, "switched_in", &Flow::switched_in, "Won from other firms.");
  define_member(type, "left", &Flow::left, "Lost to no product at all.");
  define_member(type, "switched_away", &Flow::switched_away, "Lost to other firms.");
  define_member(
      type, "won", &Flow::won,
      "Won through each channel (broadcast, performance, sales, organic, word_of_mouth); read-only.");
}

// The first week of each state, as a dict that cannot be changed.
Weeks first_weeks(const View<LineState>& self) {
  std::map<std::string, std::optional<int>> weeks;
  for (const Crisis crisis : every<Crisis>())
    weeks[std::string(name_of(crisis))] = self.value->first_week(crisis);
  return Weeks(py::reinterpret_steal<py::object>(PyDictProxy_New(py::cast(weeks).ptr())));
}

void bind_lines(py::module_& m) {
  py::class_<View<LineState>> type(
      m, "LineState", "The crisis lines of marketing: budget, capability, structure (docs/model.md, 7.7).");
  define_member(type, "weeks_held", &LineState::weeks_held,
                "Weeks in a row that each line's condition has held; read-only array over the lines.");
  define_member(type, "crossed", &LineState::crossed,
                "Whether each line is crossed in this week; read-only array over the lines.");
  define_member(type, "level", &LineState::level, "Number of lines crossed; 2 or more is marginalised.");
  type.def_property_readonly(
      "first", &first_weeks,
      "First week of each state (the lines, and marginalised); None if it has not come.");
}

void bind_week(py::module_& m) {
  py::class_<View<FirmWeek>> type(
      m, "FirmWeek",
      "What a firm made of the last week (docs/model.md, 7). Money is per week. Arrays are read-only and "
      "follow the simulation; departments are product, marketing, sales, operations, modes broadcast, "
      "performance, product, operations.");
  const auto add = [&type](const char* name, auto member, const char* doc) {
    define_member(type, name, member, doc);
  };
  add("growth_clipped", &FirmWeek::growth_clipped, "gc: growth estimate, clipped to 0..1.");
  add("scrutiny", &FirmWeek::scrutiny, "sigma: how closely spending is watched, 0..1.");
  add("revenue", &FirmWeek::revenue, "R, money.");
  add("injection", &FirmWeek::injection, "I: capital from investors, money.");
  add("total_budget", &FirmWeek::total_budget, "B, money, before grants.");
  add("budget", &FirmWeek::budget, "b_d, money per department, with grants.");
  add("granted", &FirmWeek::granted, "Money of grants, paid from outside.");
  add("moving", &FirmWeek::moving, "Half the L1 distance from mix to target mix.");
  add("freed", &FirmWeek::freed, "Share of marketing's people whose craft AI does.");
  add("judgement", &FirmWeek::judgement, "J: judgement per person, 1 without AI.");
  add("measurability", &FirmWeek::measurability,
      "M_d: share of each department's results that can be shown.");
  add("friction", &FirmWeek::friction, "phi_d: share of each budget withheld for lack of proof.");
  add("spend", &FirmWeek::spend, "spend_d, money that reached each department's work.");
  add("cost", &FirmWeek::cost, "cost_d, money that each department cost the firm.");
  add("per_head", &FirmWeek::per_head, "e_d = spend_d / N, money per person.");
  add("effort", &FirmWeek::effort, "E_m: effective effort per mode, money per person.");
  add("share_of_voice", &FirmWeek::share_of_voice, "sov: share of the market's attention.");
  add("own_voice", &FirmWeek::own_voice, "v: adstock's part in the firm's voice.");
  add("relative_quality", &FirmWeek::relative_quality, "q: quality relative to what the market expects.");
  add("engagement", &FirmWeek::engagement, "o: engagement of the users, 0..1.");
  add("content_share", &FirmWeek::content_share, "psi: marketing's part in what operations achieve.");
  add("closing", &FirmWeek::closing, "closing: staffing of sales, 0..1.");
  add("performance_share", &FirmWeek::performance_share,
      "P-share: the firm's part in all performance contacts.");
  add("flow", &FirmWeek::flow, "Customers won and lost.");
  add("lifetime_value", &FirmWeek::lifetime_value, "LTV, money per user.");
  add("value", &FirmWeek::value, "A_j: value won through each channel, money.");
  add("pull", &FirmWeek::pull, "pull: part of acceptances that quality brought about.");
  add("brand", &FirmWeek::brand, "brand: part of acceptances that goodwill brought about.");
  add("closed", &FirmWeek::closed, "kcl: part of acceptances that sales closed.");
  add("contributed", &FirmWeek::contributed, "Value that each department's work had a part in, money.");
  add("last_touch", &FirmWeek::last_touch, "Value recorded for each department by last touch, money.");
  add("credited", &FirmWeek::credited, "Value that the executive credits each department with, money.");
  add("mode_credit", &FirmWeek::mode_credit, "Last-touch value of each mode, money.");
  add("centrality", &FirmWeek::centrality, "Share of the contributed value, per department.");
  add("non_substitutability", &FirmWeek::non_substitutability,
      "Part of each department's work that AI cannot take over.");
  add("audit", &FirmWeek::audit, "Why the log shares moved.");
  add("profit", &FirmWeek::profit, "Money.");
}

void bind_state(py::module_& m) {
  py::class_<View<Firm>> type(
      m, "Firm",
      "What a firm carries from week to week (docs/model.md, 2), and `now`, what it made of the last one. "
      "Arrays are read-only and follow the simulation: copy one to keep it. Departments are product, "
      "marketing, sales, operations, modes broadcast, performance, product, operations.");
  const auto add = [&type](const char* name, auto member, const char* doc) {
    define_member(type, name, member, doc);
  };
  add("growth", &Firm::growth, "g: the executive's estimate of user growth, per year.");
  add("churn", &Firm::churn, "c: the estimate of the share of users lost per week.");
  add("cash", &Firm::cash, "Money.");
  add("quality", &Firm::quality, "Q.");
  add("fit", &Firm::fit, "fit of the product to its users.");
  add("fit_alone", &Firm::fit_alone, "fit0: without marketing's insight.");
  add("virality", &Firm::virality, "virality of the product.");
  add("virality_alone", &Firm::virality_alone, "virality0: without marketing's insight.");
  add("insight_sum", &Firm::insight_sum, "Product-mode effort in this cycle's window so far.");
  add("insight_weeks", &Firm::insight_weeks, "Weeks of this cycle's window so far.");
  add("own_insight", &Firm::own_insight, "own: insight of the last release.");
  add("mix", &Firm::mix, "mix_m: marketing's effort over its modes; sums to 1.");
  add("proficiency", &Firm::proficiency, "xi_m: marketing's proficiency in each mode.");
  add("ai_adoption", &Firm::ai_adoption, "alpha, 0..1.");
  add("redeploy", &Firm::redeploy, "r: share of freed people who are redeployed.");
  add("ceo_voice", &Firm::ceo_voice, "Voice of the chief executive, money per person and week.");
  add("staff", &Firm::staff, "Marketing's people relative to no AI.");
  add("creative", &Firm::creative, "Strength of the creative idea in use, mean 1.");
  add("adstock", &Firm::adstock, "V.");
  add("goodwill", &Firm::goodwill, "G.");
  add("share", &Firm::share, "x_d: share of the budget of each department, for the next week; sums to 1.");
  add("power", &Firm::power, "p_d: power of each department; sums to 1.");
  add("roi", &Firm::roi, "roi_d: perceived return of each department.");
  add("perception", &Firm::perception, "eps_d: error in how each return is perceived, in logarithms.");
  add("lines", &Firm::lines, "The crisis lines.");
  add("now", &Firm::now, "What it made of the last week.");
}

template <class Struct>
void forbid(py::module_& m, const char* name) {
  auto type = py::reinterpret_borrow<py::class_<View<Struct>>>(m.attr(name));
  forbid_pickling(type, "this is a view of a simulation; pickle the simulation, or copy its arrays");
  forbid_assignment(type,
                    "this is a view of a simulation; act with sim.firms[0].decide(share=..., "
                    "marketing_budget=..., mix=...)");
}

}  // namespace

}  // namespace orgsim::python

// How annotations call it.
template <>
struct pybind11::detail::handle_type_name<orgsim::python::Weeks> {
  static constexpr auto name = const_name("types.MappingProxyType[str, int | None]");
};

namespace orgsim::python {

void bind_firm(py::module_& m) {
  bind_audit(m);
  bind_flow(m);
  bind_lines(m);
  bind_week(m);
  bind_state(m);
  forbid<Audit>(m, "Audit");
  forbid<Flow>(m, "Flow");
  forbid<LineState>(m, "LineState");
  forbid<FirmWeek>(m, "FirmWeek");
  forbid<Firm>(m, "Firm");
}

}  // namespace orgsim::python
