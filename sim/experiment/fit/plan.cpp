#include "experiment/fit/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/elementary.hpp"
#include "core/text.hpp"
#include "engine/numbers.hpp"
#include "experiment/fit/history.hpp"
#include "experiment/worlds/plan.hpp"

namespace orgsim {

namespace {

constexpr double kOldest = 2000;    // weeks
constexpr double kWeightTimes = 4;  // a department's first budget over the product's, about the default
constexpr std::string_view kShare = "executive.share";
constexpr std::string_view kAge = "age_weeks";
constexpr const char* kPeople = "market.customers";
constexpr std::size_t kMostQuarters = 80;
constexpr std::size_t kFewestValues = 3;

class Planner {
 public:
  Planner(const Scenario& scenario, const Quarters& quarters, const FitSettings& settings) {
    plan_.scenario = scenario;
    plan_.quarters = quarters;
    plan_.settings = settings;
  }

  FitPlan plan() {
    check_table();
    FreeNumbers free = free_numbers(plan_.scenario, plan_.settings.ranges);
    plan_.numbers = std::move(free.numbers);
    plan_.kept = std::move(free.kept);
    for (const auto& [path, span] : plan_.settings.vary) vary(path, span);
    check_people();
    add_others();
    if (!problems_.empty()) throw InputError(problems_);
    return std::move(plan_);
  }

 private:
  void wrong(const std::string& key, const std::string& what, const std::string& cure) {
    problems_.push_back({{}, key, what, cure});
  }

  static PlausibleNumber number(std::string_view path, Span span, Scale scale, bool whole = false) {
    PlausibleNumber one;
    one.path = one.key = std::string(path);
    one.low = span.low;
    one.high = span.high;
    one.scale = scale;
    one.whole = whole;
    return one;
  }

  void check_table() {
    if (plan_.quarters.find(Book::users) == nullptr && plan_.quarters.find(Book::revenue) == nullptr &&
        plan_.quarters.find(Book::won) == nullptr) {
      wrong("", "the table has neither users nor revenue nor won",
            "give at least one of them: without it nothing says how the firm grew");
    }
    std::size_t values = 0;
    for (const BookColumn& column : plan_.quarters.columns)
      values += static_cast<std::size_t>(
          std::ranges::count_if(column.values, [](double value) { return !std::isnan(value); }));
    if (values < kFewestValues)
      wrong("", fmt::format("the table has {}", how_many(values, "number", "numbers")),
            "give three or more, better three years");
    if (plan_.quarters.count() > kMostQuarters)
      wrong("", fmt::format("the table has {} quarters", plan_.quarters.count()),
            "give at most 80, the latest");
  }

  // The books do not say how many could ever use such a product, and nearly all else hangs on it.
  void check_people() {
    const auto given = plan_.settings.vary.find(kPeople);
    const bool varies = given != plan_.settings.vary.end();
    const RunParameters& run = plan_.scenario.parameters.run;
    const bool named = std::ranges::find(run.named, kPeople) != run.named.end() ||
                       plan_.scenario.parameters.market.customers != MarketParameters{}.customers;
    if (!varies && !named) {
      wrong(kPeople, "the table does not say how many people could ever use such a product",
            "give it, or a range: --people 2000000 (people=2_000_000)");
      return;
    }
    const double people =
        varies ? given->second.high : static_cast<double>(plan_.scenario.parameters.market.customers);
    const BookColumn* users = plan_.quarters.find(Book::users);
    double most = 0;
    if (users != nullptr)
      for (const double value : users->values) most = std::max(most, std::isnan(value) ? 0 : value);
    if (most >= people)
      wrong(kPeople, fmt::format("the table has {:g} users of at most {:g} people", most, people),
            "more people than ever used the product of this firm");
  }

  bool in_order(const std::string& key, Span span, double least, double most) {
    if (span.low >= least && span.high <= most && span.low <= span.high) return true;
    wrong(key, fmt::format("{} to {} is out of range", span.low, span.high),
          fmt::format("two numbers from {} to {}, the lower one first", least, most));
    return false;
  }

  void vary(const std::string& path, Span span) {
    const auto drawn = std::ranges::find(plan_.numbers, path, &PlausibleNumber::path);
    const NumberPath at = number_path(path);
    const std::optional<NumberKey> key = find_number(plan_.scenario, at.key);
    if (!key || key->entries.has_value() != at.entry.has_value() ||
        (at.entry && *at.entry >= *key->entries)) {
      wrong(path, "is no number of the scenario", "a key such as market.taste: orgsim describe lists them");
      return;
    }
    if (key->field.has(Trait::fixed)) {
      wrong(path, "worlds do not differ in what shapes the run", "write it into the scenario, or use --set");
      return;
    }
    if (!(span.low <= span.high) || !key->field.range.holds(span.low) || !key->field.range.holds(span.high)) {
      wrong(path, fmt::format("{} to {} is out of range", span.low, span.high),
            key->field.range.text(key->whole) + ", the lower one first");
      return;
    }
    if (span.single()) {
      if (drawn != plan_.numbers.end()) plan_.numbers.erase(drawn);
      const double value = span.low;
      set_numbers(plan_.scenario, std::span(&path, 1), std::span(&value, 1));
      return;
    }
    const Scale scale = key->field.scale == Scale::log && span.low > 0 ? Scale::log : Scale::linear;
    const PlausibleNumber one = number(path, span, scale, key->whole);
    if (drawn == plan_.numbers.end()) {
      plan_.numbers.push_back(one);
    } else {
      const std::string_view source = drawn->source;
      *drawn = one;
      drawn->source = source;
    }
  }

  bool has(ErrorKind kind) const {
    return std::ranges::any_of(plan_.quarters.columns,
                               [kind](const BookColumn& column) { return error_kind(column.book) == kind; });
  }

  void add_others() {
    const FitSettings& settings = plan_.settings;
    const bool shares = has(ErrorKind::budgets) && shares_are_free();
    if (shares) std::erase_if(plan_.numbers, [](const PlausibleNumber& one) { return one.key == kShare; });
    for (const PlausibleNumber& one : plan_.numbers) plan_.paths.push_back(one.path);
    if (in_order("age", settings.age, 0, kOldest) && !settings.age.single())
      plan_.others.push_back(number(kAge, settings.age, Scale::linear, true));
    if (shares) {
      for (const Department department : {Department::marketing, Department::sales, Department::operations}) {
        plan_.others.push_back(number(fmt::format("weight.{}", name_of(department)),
                                      {1 / kWeightTimes, kWeightTimes}, Scale::log));
        plan_.paths.push_back(fmt::format("{}[{}]", kShare, static_cast<int>(department)));
      }
    }
    for (const ErrorKind kind : every<ErrorKind>()) {
      const Span span = settings.errors[static_cast<std::size_t>(kind)];
      const std::string name = fmt::format("error.{}", name_of(kind));
      if (!in_order(name, span, 1e-4, 2) || span.single() || !has(kind)) continue;
      plan_.others.push_back(number(name, span, Scale::log));
    }
  }

  bool shares_are_free() const { return plan_.scenario.parameters.firm.executive.share == Executive{}.share; }

  FitPlan plan_;
  std::vector<Problem> problems_;
};

// The shares of departments that weigh so much, times the default, against the product.
void add_shares(const std::vector<double>& weights, std::vector<double>& values) {
  const PerDepartment by_default = Executive{}.share;
  PerDepartment shares = by_default;
  double sum = shares[Department::product];
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto department = static_cast<Department>(i + 1);
    shares[department] *= weights[i];
    sum += shares[department];
  }
  for (std::size_t i = 0; i < weights.size(); ++i)
    values.push_back(rounded(shares[static_cast<Department>(i + 1)] / sum));
}

}  // namespace

ErrorKind error_kind(Book book) {
  if (is_budget(book)) return ErrorKind::budgets;
  if (book == Book::users) return ErrorKind::users;
  return book == Book::revenue ? ErrorKind::revenue : ErrorKind::won;
}

LuckSizes luck_in(const Scenario& world) {
  const FirmParameters& firm = world.parameters.firm;
  return {firm.marketing.creative_noise, firm.product.fit_noise, firm.product.viral_noise,
          firm.executive.perception_noise};
}

Scenario with_luck(Scenario world, const LuckSizes& sizes) {
  FirmParameters& firm = world.parameters.firm;
  firm.marketing.creative_noise = sizes[0];
  firm.product.fit_noise = sizes[1];
  firm.product.viral_noise = sizes[2];
  firm.executive.perception_noise = sizes[3];
  return world;
}

FitPlan plan_fit(const Scenario& scenario, const Quarters& quarters, const FitSettings& settings) {
  return Planner(scenario, quarters, settings).plan();
}

FitPoint point_at(const FitPlan& plan, std::span<const double> units) {
  FitPoint point;
  point.values = plausible_values(plan.numbers, units.first(plan.numbers.size()));
  for (double& value : point.values) value = rounded(value);
  point.age = static_cast<int>(std::lround(plan.settings.age.low));
  for (const ErrorKind kind : every<ErrorKind>()) {
    const auto k = static_cast<std::size_t>(kind);
    point.errors[k] = plan.settings.errors[k].low;
  }
  const std::vector<double> others = plausible_values(plan.others, units.subspan(plan.numbers.size()));
  std::vector<double> weights;
  for (std::size_t i = 0; i < others.size(); ++i) {
    const std::string_view name = plan.others[i].path;
    if (name == kAge) {
      point.age = static_cast<int>(std::lround(others[i]));
    } else if (name.starts_with("weight.")) {
      weights.push_back(others[i]);
    } else {
      const ErrorKind kind = named<ErrorKind>(name.substr(std::string_view("error.").size())).value();
      point.errors[static_cast<std::size_t>(kind)] = others[i];
    }
  }
  add_shares(weights, point.values);
  return point;
}

Scenario world_of(const FitPlan& plan, const FitPoint& point) {
  Scenario world = plan.scenario;
  set_numbers(world, plan.paths, point.values);
  for (FirmEntry& firm : world.firms) firm.strategy.clear();
  world.strategies.clear();
  world.grants.clear();
  world.parameters.run.weeks = point.age + kWeeksOfQuarter * plan.grid_quarters();
  return world;
}

}  // namespace orgsim
