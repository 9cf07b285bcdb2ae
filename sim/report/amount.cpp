#include "report/amount.hpp"

#include <cmath>

#include "core/text.hpp"
#include "engine/money.hpp"
#include "report/numbers.hpp"

namespace orgsim {

namespace {

constexpr double kMostGrouped = 999500;  // more digits have no room

}  // namespace

// A currency may hold a multiple already, so that "7.19 k RMB m" would be hard to read.
std::string amount_number(double units, const Scenario& scenario, Language language) {
  const double number = money_of(scenario) * units;
  const double size = std::abs(number);
  if (!has_currency(scenario)) return short_number(number, language);
  if (size < 999.5 || size >= kMostGrouped) return short_number(number, language);
  const double step = std::pow(10, std::floor(std::log10(size)) - 2);
  const auto rounded = static_cast<std::uint64_t>(std::llround(std::round(size / step) * step));
  return (number < 0 ? "-" : "") + grouped(rounded);
}

std::string amount(double units, const Scenario& scenario, Language language) {
  const std::string number = amount_number(units, scenario, language);
  return has_currency(scenario) ? number + " " + scenario.parameters.run.currency : number;
}

std::string money_name(const Scenario& scenario, const Words& words) {
  return has_currency(scenario) ? scenario.parameters.run.currency : std::string(words["money"]);
}

std::string money_note(const Scenario& scenario, const Words& words) {
  if (!has_currency(scenario)) return std::string(words["money_note"]);
  return say(words["currency_note"], fmt::arg("money", plain_number(money_of(scenario), "{}")),
             fmt::arg("currency", scenario.parameters.run.currency));
}

}  // namespace orgsim
