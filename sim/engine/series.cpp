#include "engine/series.hpp"

#include <algorithm>

#include "core/error.hpp"

namespace orgsim {

namespace {

using std::size_t;

// The shapes of getters, so that the list below reads as a table.
template <double Firm::* member>
double carried(const World& world, size_t f, size_t) {
  return world.firms[f].*member;
}
template <double FirmWeek::* member>
double made(const World& world, size_t f, size_t) {
  return world.firms[f].now.*member;
}
template <auto member>
double carried_by(const World& world, size_t f, size_t i) {
  return (world.firms[f].*member)(static_cast<Eigen::Index>(i));
}
template <auto member>
double made_by(const World& world, size_t f, size_t i) {
  return (world.firms[f].now.*member)(static_cast<Eigen::Index>(i));
}
template <auto member>
double audited(const World& world, size_t f, size_t i) {
  return (world.firms[f].now.audit.*member)(static_cast<Eigen::Index>(i));
}

// Of the week that was simulated last: what was decided since then shows in the next.
double share(const World& world, size_t f, size_t i) {
  const Firm& firm = world.firms[f];
  const auto& shares = firm.decided.share_before ? *firm.decided.share_before : firm.share;
  return shares(static_cast<Eigen::Index>(i));
}
double mix(const World& world, size_t f, size_t i) {
  const Firm& firm = world.firms[f];
  const auto& modes = firm.decided.mix_before ? *firm.decided.mix_before : firm.mix;
  return modes(static_cast<Eigen::Index>(i));
}
double users(const World& world, size_t f, size_t) {
  return world.census.users[f];
}
double users_end(const World& world, size_t f, size_t) {
  return world.census_end.users[f];
}
double won(const World& world, size_t f, size_t) {
  return world.firms[f].now.flow.adopted + world.firms[f].now.flow.switched_in;
}
double lost(const World& world, size_t f, size_t) {
  return world.firms[f].now.flow.lost();
}
double switched(const World& world, size_t f, size_t) {
  return world.firms[f].now.flow.switched_in;
}
double won_by_channel(const World& world, size_t f, size_t j) {
  return world.firms[f].now.flow.won(static_cast<Eigen::Index>(j));
}
double level(const World& world, size_t f, size_t) {
  return world.firms[f].lines.level;
}
double nonusers(const World& world, size_t, size_t) {
  return world.census_end.all_nonusers();
}
double zero_sum(const World& world, size_t, size_t) {
  return world.category.zero_sum;
}
double climate(const World& world, size_t, size_t) {
  return world.environment.climate;
}
double directness(const World& world, size_t, size_t) {
  return world.environment.directness;
}
double ai_parity(const World& world, size_t, size_t) {
  return world.environment.ai_parity;
}

constexpr std::string_view kPeople = "people";
constexpr std::string_view kPeopleAWeek = "people per week";
constexpr std::string_view kMoney = "money";
constexpr std::string_view kMoneyAWeek = "money per week";
constexpr std::string_view kPure = "1";

constexpr auto kFirm = Extent::firm;
constexpr auto kDepartment = Extent::firm_department;

constexpr Series kRunSeries[] = {
    {"users", kPeople, "users at the week's start, after newcomers", kFirm, users},
    {"users_end", kPeople, "users after the week", kFirm, users_end},
    {"nonusers", kPeople, "people who use nobody's product, after the week", Extent::market, nonusers},
    {"won", kPeopleAWeek, "customers won: adopters and switchers", kFirm, won},
    {"won_by_channel", kPeopleAWeek, "customers won through each channel", Extent::firm_channel,
     won_by_channel},
    {"lost", kPeopleAWeek, "customers lost: left and switched away", kFirm, lost},
    {"switched", kPeopleAWeek, "customers won from other firms", kFirm, switched},
    {"revenue", kMoneyAWeek, "revenue", kFirm, made<&FirmWeek::revenue>},
    {"profit", kMoneyAWeek, "profit", kFirm, made<&FirmWeek::profit>},
    {"cash", kMoney, "cash after the week", kFirm, carried<&Firm::cash>},
    {"ltv", "money per user", "lifetime value of a customer", kFirm, made<&FirmWeek::lifetime_value>},
    {"growth", "per year", "the executive's estimate of user growth", kFirm, carried<&Firm::growth>},
    {"scrutiny", kPure, "how closely spending is watched, 0 to 1", kFirm, made<&FirmWeek::scrutiny>},
    {"quality", kPure, "quality relative to what the market expects", kFirm,
     made<&FirmWeek::relative_quality>},
    {"fit", kPure, "fit of the product to its users", kFirm, carried<&Firm::fit>},
    {"virality", kPure, "virality of the product", kFirm, carried<&Firm::virality>},
    {"goodwill", kPure, "goodwill", kFirm, carried<&Firm::goodwill>},
    {"share_of_voice", kPure, "share of the market's attention", kFirm, made<&FirmWeek::share_of_voice>},
    {"brand", kPure, "share of acceptances that goodwill brought about", kFirm, made<&FirmWeek::brand>},
    {"closing", kPure, "share of acceptances that sales closed", kFirm, made<&FirmWeek::closed>},
    {"share", kPure, "share of the budget after reallocation", kDepartment, share},
    {"budget", kMoneyAWeek, "budget, with grants", kDepartment, made_by<&FirmWeek::budget>},
    {"spend", kMoneyAWeek, "money that reached the department's work", kDepartment,
     made_by<&FirmWeek::spend>},
    {"cost", kMoneyAWeek, "what the department cost the firm", kDepartment, made_by<&FirmWeek::cost>},
    {"contributed", kMoneyAWeek, "value that the department's work had a part in", kDepartment,
     made_by<&FirmWeek::contributed>},
    {"credited", kMoneyAWeek, "value that the department is credited with", kDepartment,
     made_by<&FirmWeek::credited>},
    {"centrality", kPure, "share of the contributed value", kDepartment, made_by<&FirmWeek::centrality>},
    {"non_substitutability", kPure, "part of the work that AI cannot take over", kDepartment,
     made_by<&FirmWeek::non_substitutability>},
    {"power", kPure, "power after the week; departments sum to 1", kDepartment, carried_by<&Firm::power>},
    {"mix", kPure, "marketing's effort over its modes; sums to 1", Extent::firm_mode, mix},
    {"proficiency", kPure, "marketing's proficiency in each mode", Extent::firm_mode,
     carried_by<&Firm::proficiency>},
    {"staff", kPure, "marketing staff relative to no AI", kFirm, carried<&Firm::staff>},
    {"level", "lines", "crisis lines that marketing has crossed", kFirm, level},
    {"zero_sum", kPure, "switchers among customers won over 13 weeks", Extent::market, zero_sum},
    {"climate", kPure, "capital climate: 1 boom, 0 winter", Extent::market, climate},
    {"directness", kPure, "how far users come directly, without channels", Extent::market, directness},
    {"ai_parity", kPure, "share of marketing craft that AI does as well", Extent::market, ai_parity},
};

constexpr std::string_view kLogAWeek = "log share per week";

constexpr Series kAuditSeries[] = {
    {"credit", kLogAWeek, "change of log share due to credited returns", kDepartment,
     audited<&Audit::credit>},
    {"noise", kLogAWeek, "change of log share due to perception errors", kDepartment, audited<&Audit::noise>},
    {"power", kLogAWeek, "change of log share due to power", kDepartment, audited<&Audit::power>},
    {"equality", kLogAWeek, "change of log share due to the pull to equal shares", kDepartment,
     audited<&Audit::equality>},
    {"rest", kLogAWeek, "change of log share due to clipping, floor, normalisation and decisions",
     kDepartment, audited<&Audit::rest>},
};

}  // namespace

std::span<const Series> run_series() {
  return kRunSeries;
}
std::span<const Series> audit_series() {
  return kAuditSeries;
}

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

RowLayout::RowLayout(std::size_t firms_, std::span<const Series> list)
    : firms(firms_), series(list.begin(), list.end()), offsets{0} {
  for (const Series& s : series) {
    offsets.push_back(offsets.back() + (s.extent == Extent::market ? 1 : firms * breadth_of(s.extent)));
  }
}

std::size_t RowLayout::index_of(std::string_view name) const {
  const auto found =
      std::find_if(series.begin(), series.end(), [&](const Series& s) { return s.name == name; });
  require(found != series.end(), "a series of this name is recorded");
  return static_cast<std::size_t>(found - series.begin());
}

void RowLayout::record(const World& world, double* row) const {
  for (const Series& s : series) {
    const std::size_t breadth = breadth_of(s.extent);
    for (std::size_t f = 0; f < (s.extent == Extent::market ? 1 : firms); ++f) {
      for (std::size_t i = 0; i < breadth; ++i) *row++ = s.value(world, f, i);
    }
  }
}

}  // namespace orgsim
