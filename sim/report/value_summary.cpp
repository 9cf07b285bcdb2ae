#include "report/value_summary.hpp"

#include <algorithm>
#include <cmath>

#include "report/amount.hpp"
#include "report/typography.hpp"

namespace orgsim {

namespace {

// Departments alone: modes are parts of one of them.
std::string best_and_worst(const ValuedWeek& week, const Words& words) {
  const auto departments = std::span(week.targets).first(count_of<Department>);
  const auto worst = std::ranges::min_element(departments, {},
                                              [](const ValuedTarget& target) { return target.causal.mean; });
  const ValuedTarget& best = departments[static_cast<std::size_t>(week.best)];
  const ValuedTarget& second = departments[static_cast<std::size_t>(week.second)];
  return say(week.lead.interval.low > 0 ? words["value_best"] : words["value_best_of_two"],
             fmt::arg("week", week.week), fmt::arg("best", target_label(best.target, words)),
             fmt::arg("best_return", estimate_words(best.causal, words)),
             fmt::arg("second", target_label(second.target, words)),
             fmt::arg("second_return", estimate_words(second.causal, words)),
             fmt::arg("worst", target_label(worst->target, words)),
             fmt::arg("worst_return", estimate_words(worst->causal, words)));
}

}  // namespace

std::string target_label(const GrantTarget& target, const Words& words) {
  if (target.mode) return fmt::format("- {}", words.of(fmt::format("mode_{}", name_of(*target.mode))));
  return std::string(words.of(name_of(target.department)));
}

std::string estimate_words(const Estimate& estimate, const Words& words) {
  if (!std::isfinite(estimate.mean)) return "-";
  const auto number = [](double value) { return fixed_number(value, 2); };
  if (estimate.interval.low == estimate.interval.high) return number(estimate.mean);
  return say(words["audit_return"], fmt::arg("mean", number(estimate.mean)),
             fmt::arg("low", number(estimate.interval.low)),
             fmt::arg("high", number(estimate.interval.high)));
}

std::string value_conclusion(const UnitsShape& shape, const Valuation& valuation, Language language) {
  const Words words(language);
  std::vector<std::string> sentences;
  for (const ValuedWeek& week : valuation.weeks) {
    const bool ends = &week == &valuation.weeks.front() || &week == &valuation.weeks.back();
    if (ends) sentences.push_back(best_and_worst(week, words));
  }
  sentences.push_back(say(words["value_agreement"],
                          fmt::arg("credited", estimate_words(valuation.agreement.credited, words)),
                          fmt::arg("contributed", estimate_words(valuation.agreement.contributed, words))));
  const auto most = std::ranges::max_element(
      valuation.weeks, {}, [](const ValuedWeek& week) { return std::abs(week.shown.mean); });
  const double part = std::isfinite(most->shown_part.mean) ? 100 * most->shown_part.mean : 0;
  sentences.push_back(
      say(words["value_shown_most"], fmt::arg("week", most->week),
          fmt::arg("amount", fmt::format("{} ({} %)", amount(most->shown.mean, shape.scenario, language),
                                         signed_number(part, 1)))));
  return fmt::format("{}", fmt::join(sentences, words["between"]));
}

}  // namespace orgsim
