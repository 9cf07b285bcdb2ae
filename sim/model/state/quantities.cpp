#include "model/state/quantities.hpp"

#include <algorithm>

namespace orgsim {

namespace {

using std::string_view;

template <class T>
constexpr Extent extent_of() {
  if constexpr (std::is_same_v<T, OfFirms>) return Extent::firm;
  if constexpr (std::is_same_v<T, OfDepartments>) return Extent::firm_department;
  if constexpr (std::is_same_v<T, OfModes>) return Extent::firm_mode;
  if constexpr (std::is_same_v<T, OfChannels>) return Extent::firm_channel;
}

// Of each firm.
template <auto member>
constexpr Quantity of(string_view name, string_view symbol, string_view unit, string_view meaning, Life life,
                      Record record) {
  using T = std::remove_cvref_t<decltype(std::declval<Firms>().*member)>;
  return {name, symbol, unit,           meaning,
          life, record, extent_of<T>(), [](const World& world) { return (world.firms.*member).numbers(); }};
}

// Of the market.
constexpr Quantity whole(string_view name, string_view symbol, string_view unit, string_view meaning,
                         Life life, Record record, const double* (*numbers)(const World&)) {
  return {name, symbol, unit, meaning, life, record, Extent::market, numbers};
}

constexpr string_view kPeople = "people";
constexpr string_view kPeopleAWeek = "people per week";
constexpr string_view kMoney = "money";
constexpr string_view kMoneyAWeek = "money per week";
constexpr string_view kMoneyAHead = "money per person and week";
constexpr string_view kPure = "1";
constexpr string_view kLogAWeek = "log share per week";

constexpr Life kCarried = Life::carried;
constexpr Life kWeekly = Life::weekly;
constexpr Record kTrajectories = Record::trajectories;
constexpr Record kAudit = Record::audit;
constexpr Record kNowhere = Record::nowhere;

// In the order in which a week makes them.
constexpr Quantity kQuantities[] = {
    // docs/model.md, 3.1
    whole("climate", "kappa", kPure, "capital climate: 1 boom, 0 winter", kWeekly, kTrajectories,
          [](const World& world) { return &world.environment.climate; }),
    whole("directness", "D", kPure, "how far users come directly, without channels", kWeekly, kTrajectories,
          [](const World& world) { return &world.environment.directness; }),
    whole("ai_parity", "a", kPure, "share of marketing craft that AI does as well", kWeekly, kTrajectories,
          [](const World& world) { return &world.environment.ai_parity; }),
    whole("people", "N", kPeople, "people in the market", kWeekly, kTrajectories,
          [](const World& world) { return &world.environment.people; }),
    of<&Firms::users>("users", "n_f", kPeople, "users at the week's start, after newcomers", kWeekly,
                      kTrajectories),
    // docs/model.md, 3.2
    of<&Firms::growth>("growth", "g", "per year", "the executive's estimate of user growth", kCarried,
                       kTrajectories),
    of<&Firms::growth_clipped>("growth_clipped", "gc", "per year", "that estimate, clipped to 0..1", kWeekly,
                               kNowhere),
    of<&Firms::scrutiny>("scrutiny", "sigma", kPure, "how closely spending is watched, 0 to 1", kWeekly,
                         kTrajectories),
    of<&Firms::revenue>("revenue", "R", kMoneyAWeek, "revenue", kWeekly, kTrajectories),
    of<&Firms::injection>("injection", "I", kMoneyAWeek, "capital from investors", kWeekly, kNowhere),
    of<&Firms::total_budget>("total_budget", "B", kMoneyAWeek, "the whole budget, before grants", kWeekly,
                             kNowhere),
    of<&Firms::budget>("budget", "b_d", kMoneyAWeek,
                       "budget, with grants; marketing's times the factor of its strategy", kWeekly,
                       kTrajectories),
    of<&Firms::granted>("granted", "", kMoneyAWeek, "money of grants, paid from outside", kWeekly, kNowhere),
    // docs/model.md, 3.3
    of<&Firms::mix>("mix", "mix_m", kPure, "marketing's effort over its modes; sums to 1", kCarried,
                    kTrajectories),
    of<&Firms::moving>("moving", "", kPure, "half the L1 distance from mix to target mix", kWeekly, kNowhere),
    of<&Firms::ai_adoption>("ai_adoption", "alpha", kPure, "how far marketing has adopted AI, 0 to 1",
                            kCarried, kNowhere),
    of<&Firms::redeploy>("redeploy", "r", kPure, "share of freed people who are redeployed to judgement",
                         kCarried, kNowhere),
    of<&Firms::ceo_voice>("ceo_voice", "", kMoneyAHead, "voice of the chief executive", kCarried, kNowhere),
    of<&Firms::proof>("proof", "v", kPure, "how far marketing's effects are shown by tests", kCarried,
                      kTrajectories),
    of<&Firms::budget_factor>("budget_factor", "", kPure, "what a strategy multiplies marketing's budget by",
                              kCarried, kNowhere),
    of<&Firms::freed>("freed", "", kPure, "share of marketing's people whose craft AI does", kWeekly,
                      kNowhere),
    of<&Firms::judgement>("judgement", "J", kPure, "judgement, 1 without AI", kWeekly, kNowhere),
    of<&Firms::staff>("staff", "", kPure, "marketing staff relative to no AI", kCarried, kTrajectories),
    of<&Firms::measurability>("measurability", "M_d", kPure, "part of the results that can be shown", kWeekly,
                              kNowhere),
    of<&Firms::friction>("friction", "phi_d", kPure, "part of the budget withheld for lack of proof", kWeekly,
                         kNowhere),
    of<&Firms::spend>("spend", "spend_d", kMoneyAWeek, "money that reached the department's work", kCarried,
                      kTrajectories),
    of<&Firms::cost>("cost", "cost_d", kMoneyAWeek, "what the department cost the firm", kWeekly,
                     kTrajectories),
    of<&Firms::per_head>("per_head", "e_d", kMoneyAHead, "spend per person of the market", kWeekly, kNowhere),
    of<&Firms::effort>("effort", "E_m", kMoneyAHead, "effective effort in each mode", kWeekly, kNowhere),
    of<&Firms::proficiency>("proficiency", "xi_m", kPure, "marketing's proficiency in each mode", kCarried,
                            kTrajectories),
    of<&Firms::creative>("creative", "creative_f", kPure, "strength of the creative idea in use, mean 1",
                         kCarried, kNowhere),
    of<&Firms::adstock>("adstock", "V", kMoneyAHead, "broadcast effort that is still heard", kCarried,
                        kNowhere),
    of<&Firms::own_voice>("own_voice", "V/U", kPure, "adstock's part in the firm's voice", kWeekly, kNowhere),
    of<&Firms::share_of_voice>("share_of_voice", "sov", kPure, "share of the market's attention", kWeekly,
                               kTrajectories),
    of<&Firms::goodwill>("goodwill", "G", kPure, "goodwill", kCarried, kTrajectories),
    of<&Firms::performance_share>("performance_share", "P-share", kPure,
                                  "the firm's part in all performance contacts", kWeekly, kNowhere),
    of<&Firms::product_quality>("product_quality", "Q", kPure, "quality of the product itself", kCarried,
                                kNowhere),
    of<&Firms::insight_sum>("insight_sum", "", kMoneyAHead,
                            "product-mode effort in this cycle's window so far, summed", kCarried, kNowhere),
    whole("insight_weeks", "", "weeks", "weeks of this cycle's window so far", kCarried, kNowhere,
          [](const World& world) { return &world.firms.insight_weeks; }),
    of<&Firms::own_insight>("own_insight", "own", kPure, "insight of the last release", kCarried, kNowhere),
    of<&Firms::fit>("fit", "fit", kPure, "fit of the product to its users", kCarried, kTrajectories),
    of<&Firms::fit_alone>("fit_alone", "fit0", kPure, "fit without marketing's insight", kCarried, kNowhere),
    of<&Firms::virality>("virality", "virality", kPure, "virality of the product", kCarried, kTrajectories),
    of<&Firms::virality_alone>("virality_alone", "virality0", kPure, "virality without marketing's insight",
                               kCarried, kNowhere),
    whole("expectation", "X", kPure, "quality times fit that the market has come to expect", kCarried,
          kTrajectories, [](const World& world) { return &world.expectation; }),
    of<&Firms::quality>("quality", "q", kPure, "quality relative to what the market expects", kWeekly,
                        kTrajectories),
    of<&Firms::engagement>("engagement", "o", kPure, "engagement of the users, 0 to 1", kWeekly, kNowhere),
    of<&Firms::psi>("psi", "psi", kPure, "part of the engagement that marketing's content brought about",
                    kWeekly, kTrajectories),
    of<&Firms::sales_force>("sales_force", "closing_f", kPure, "staffing of sales, 0 to 1", kWeekly,
                            kNowhere),
    // docs/model.md, 3.4
    of<&Firms::adopted>("adopted", "", kPeopleAWeek, "customers won from among the non-users", kWeekly,
                        kNowhere),
    of<&Firms::switched>("switched", "", kPeopleAWeek, "customers won from other firms", kWeekly,
                         kTrajectories),
    of<&Firms::won>("won", "", kPeopleAWeek, "customers won: adopters and switchers", kWeekly, kTrajectories),
    of<&Firms::won_by_channel>("won_by_channel", "", kPeopleAWeek, "customers won through each channel",
                               kWeekly, kTrajectories),
    of<&Firms::left>("left", "", kPeopleAWeek, "customers lost to no product at all", kWeekly, kNowhere),
    of<&Firms::switched_away>("switched_away", "", kPeopleAWeek, "customers lost to other firms", kWeekly,
                              kNowhere),
    of<&Firms::lost>("lost", "lost_f", kPeopleAWeek, "customers lost: left and switched away", kWeekly,
                     kTrajectories),
    of<&Firms::users_end>("users_end", "", kPeople, "users after the week", kWeekly, kTrajectories),
    whole("nonusers", "", kPeople, "people who use nobody's product, after the week", kWeekly, kTrajectories,
          [](const World& world) { return &world.census_end.all_nonusers; }),
    whole("lapsed", "", kPeople, "non-users who have lapsed, after the week", kWeekly, kTrajectories,
          [](const World& world) { return &world.census_end.lapsed; }),
    // docs/model.md, 3.5
    of<&Firms::churn>("churn", "c", "per week", "the estimate of the share of users lost", kCarried,
                      kNowhere),
    of<&Firms::ltv>("ltv", "LTV", "money per user", "lifetime value of a customer", kWeekly, kTrajectories),
    of<&Firms::value>("value", "A_j", kMoneyAWeek, "value won through each channel", kWeekly, kNowhere),
    of<&Firms::pull>("pull", "pull", kPure, "share of acceptances that quality brought about", kWeekly,
                     kNowhere),
    of<&Firms::brand>("brand", "brand", kPure, "share of acceptances that goodwill brought about", kWeekly,
                      kTrajectories),
    of<&Firms::closing>("closing", "kcl", kPure, "share of acceptances that sales closed", kWeekly,
                        kTrajectories),
    of<&Firms::contributed>("contributed", "", kMoneyAWeek, "value that the department's work had a part in",
                            kWeekly, kTrajectories),
    of<&Firms::last_touch>("last_touch", "", kMoneyAWeek, "value recorded for the department by last touch",
                           kWeekly, kNowhere),
    of<&Firms::mode_credit>("mode_credit", "", kMoneyAWeek, "last-touch value of each mode", kCarried,
                            kNowhere),
    of<&Firms::mode_contributed>("mode_contributed", "", kMoneyAWeek, "value that each mode had a part in",
                                 kCarried, kNowhere),
    of<&Firms::credited>("credited", "", kMoneyAWeek, "value that the department is credited with", kWeekly,
                         kTrajectories),
    of<&Firms::centrality>("centrality", "", kPure, "share of the contributed value", kWeekly, kTrajectories),
    // docs/model.md, 3.6
    of<&Firms::insourced>("insourced", "H", kPure,
                          "how far the firm has learnt to do with AI what its departments did", kCarried,
                          kTrajectories),
    of<&Firms::non_substitutability>("non_substitutability", "", kPure,
                                     "part of the work that AI cannot take over", kWeekly, kTrajectories),
    of<&Firms::power>("power", "power", kPure, "power after the week; departments sum to 1", kCarried,
                      kTrajectories),
    of<&Firms::roi>("roi", "roi_d", "money per money", "perceived return of the department", kCarried,
                    kNowhere),
    of<&Firms::perception>("perception", "eps_d", kPure,
                           "error in how each return is perceived, in logarithms", kCarried, kNowhere),
    of<&Firms::share>("share", "x_d", kPure, "share of the budget after reallocation", kCarried,
                      kTrajectories),
    of<&Firms::log_share>("log_share", "ln x_d", kPure, "logarithm of that share", kCarried, kNowhere),
    of<&Firms::log_share_before>("log_share_before", "", kPure, "logarithm of the share before reallocation",
                                 kWeekly, kNowhere),
    of<&Firms::by_credit>("credit", "", kLogAWeek, "change of log share due to credited returns", kWeekly,
                          kAudit),
    of<&Firms::by_noise>("noise", "", kLogAWeek, "change of log share due to perception errors", kWeekly,
                         kAudit),
    of<&Firms::by_power>("power", "", kLogAWeek, "change of log share due to power", kWeekly, kAudit),
    of<&Firms::by_equality>("equality", "", kLogAWeek, "change of log share due to the pull to equal shares",
                            kWeekly, kAudit),
    of<&Firms::by_rest>("rest", "", kLogAWeek,
                        "change of log share due to clipping, floor, normalisation and decisions", kWeekly,
                        kAudit),
    of<&Firms::profit>("profit", "", kMoneyAWeek, "profit", kWeekly, kTrajectories),
    of<&Firms::cash>("cash", "", kMoney, "cash after the week", kCarried, kTrajectories),
    // docs/model.md, 3.7
    of<&Firms::real_share>(
        "real_share", "", kPure,
        "marketing's share of the budget that is not withheld, times its strategy's factor if below 1",
        kWeekly, kTrajectories),
    of<&Firms::level>("level", "", "lines", "crisis lines that marketing has crossed", kWeekly,
                      kTrajectories),
    whole("zero_sum", "", kPure, "switchers among customers won over 13 weeks", kWeekly, kTrajectories,
          [](const World& world) { return &world.category.zero_sum; }),
};

}  // namespace

std::size_t breadth_of(Extent extent) {
  switch (extent) {
    case Extent::market:
    case Extent::firm:
      return 1;
    case Extent::firm_department:
      return count_of<Department>;
    case Extent::firm_mode:
      return count_of<Mode>;
    case Extent::firm_channel:
      return count_of<Channel>;
  }
  return 1;
}

std::span<const Quantity> quantities() {
  return kQuantities;
}

}  // namespace orgsim
