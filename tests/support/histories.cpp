#include "support/histories.hpp"

#include <limits>

#include "scenario/piped.hpp"

namespace orgsim::test {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Scenario two_firms() {
  return load_piped("[market]\ncustomers = 100000\nfirms = 2\n", {});
}

}  // namespace

FitPlan small_fit(std::size_t points) {
  Quarters quarters;
  quarters.names = {"1", "2", "3", "4"};
  quarters.columns = {{Book::users, {4000, 6900, kNaN, 14000}}, {Book::revenue, {300, 640, 1100, 1650}}};
  FitSettings settings;
  settings.age = {0, 0};
  settings.points = points;
  settings.most_evaluations = 4000;
  settings.errors = {Span{0.01, 0.1}, Span{0.03, 0.03}, Span{0.03, 0.03}, Span{0.03, 0.03}};
  FitPlan plan = plan_fit(two_firms(), quarters, settings);
  // The rest stays at its defaults, so that few points do.
  std::erase_if(plan.numbers, [](const PlausibleNumber& number) {
    return number.path != "market.contact.word_of_mouth" && number.path != "market.retention.churn";
  });
  plan.paths = {plan.numbers[0].path, plan.numbers[1].path};
  return plan;
}

FitPlan open_fit() {
  Quarters quarters;
  quarters.names = {"1", "2", "3"};
  quarters.columns = {
      {Book::users, {4000, 6900, 10000}}, {Book::marketing, {30, 50, 80}}, {Book::won, {2000, 3000, 3500}}};
  FitSettings settings;
  settings.rolling = 2;
  settings.ahead = 2;
  return plan_fit(two_firms(), quarters, settings);
}

}  // namespace orgsim::test
