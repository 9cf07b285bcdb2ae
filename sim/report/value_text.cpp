// What a department is worth, for a person with one minute.
#include <cmath>

#include "experiment/units/options.hpp"
#include "report/amount.hpp"
#include "report/units_page.hpp"
#include "report/units_reports.hpp"
#include "report/value_summary.hpp"

namespace orgsim {

namespace {

constexpr int kTargetWidth = 16;
constexpr int kCausalWidth = 21;
constexpr int kWithoutWidth = 20;
constexpr std::size_t kWeeksShown = 6;

class ValueText : public UnitsPage {
 public:
  ValueText(const UnitsResult& result, bool colour, Language language)
      : UnitsPage(result, colour, language),
        options_(read_options<ValueOptions>(result.shape.options)),
        valuation_(valuation_of(result, result.shape.variants.front())) {}

  std::string run() {
    begin(words_["value_question"], value_conclusion(shape_, valuation_, language_));
    course_note();
    for (std::size_t w = 0; w < std::min(valuation_.weeks.size(), kWeeksShown); ++w)
      week(valuation_.weeks[w]);
    text_ += wrapped_note(say(words_["value_week_note"], fmt::arg("factor", options_.factor),
                              fmt::arg("weeks", options_.grant_weeks)));
    ranks();
    shown();
    return std::move(text_);
  }

 private:
  // With as many digits, two at most, as leave a space before it in both languages, which say the same.
  template <class Number>
  std::string with_interval(const Estimate& estimate, int width, int most_digits,
                            const Number& number) const {
    const auto text = [&](const Words& words, int digits) {
      const auto of = [&](double value) { return number(value, digits); };
      if (estimate.interval.low == estimate.interval.high) return of(estimate.mean);
      return say(words["audit_return"], fmt::arg("mean", of(estimate.mean)),
                 fmt::arg("low", of(estimate.interval.low)), fmt::arg("high", of(estimate.interval.high)));
    };
    const Words english(Language::english);
    const Words chinese(Language::chinese);
    int digits = most_digits;
    while (digits > 0 &&
           std::max(columns_of(text(english, digits)), columns_of(text(chinese, digits))) >= width)
      --digits;
    return text(words_, digits);
  }

  std::string causal(const Estimate& estimate) const {
    if (!std::isfinite(estimate.mean)) return "-";
    return with_interval(estimate, kCausalWidth, 2,
                         [](double value, int digits) { return fixed_number(value, digits); });
  }

  // In % of the NPV from then on; small changes with a digit more.
  std::string knocked_out(const ValuedWeek& week, std::size_t d) const {
    constexpr double small = 0.1;
    const Estimate& part = week.knocked_out_part[d];
    if (!std::isfinite(part.mean)) return "-";
    return with_interval(part, kWithoutWidth, std::abs(part.mean) < small ? 1 : 0,
                         [](double value, int digits) { return signed_number(100 * value, digits); });
  }

  void week(const ValuedWeek& week) {
    section(say(words_["value_week"], fmt::arg("week", week.week)));
    line("  {}{}{}{}{}", fitted("", kTargetWidth), right(words_["value_causal"], kCausalWidth),
         right(words_["value_credited"], 9), right(words_["value_contributed"], 12),
         right(words_["value_without"], kWithoutWidth));
    const auto number = [](double value) {
      return std::isfinite(value) ? fixed_number(value, 2) : std::string("-");
    };
    // Modes below the department that they are of.
    const auto row = [&](std::size_t t) {
      const ValuedTarget& target = week.targets[t];
      line("  {}{}{}{}{}", fitted(target_label(target.target, words_), kTargetWidth),
           right(causal(target.causal), kCausalWidth), right(number(target.credited), 9),
           right(number(target.contributed), 12),
           right(target.target.mode ? "" : knocked_out(week, t), kWithoutWidth));
    };
    for (std::size_t d = 0; d < count_of<Department>; ++d) {
      row(d);
      if (static_cast<Department>(d) != Department::marketing) continue;
      for (std::size_t t = count_of<Department>; t < kTargets; ++t) row(t);
    }
  }

  void ranks() {
    section(std::string(words_["value_ranks"]));
    line("  {}{}{}", fitted("", kTargetWidth), right(words_["value_credited"], 24),
         right(words_["value_contributed"], 24));
    for (const UnitVariant& variant : shape_.variants) {
      const Agreement agreement = &variant == &shape_.variants.front()
                                      ? valuation_.agreement
                                      : valuation_of(result_, variant).agreement;
      line("  {}{}{}", fitted(variant_word(variant.name, words_), kTargetWidth),
           right(estimate_words(agreement.credited, words_), 24),
           right(estimate_words(agreement.contributed, words_), 24));
    }
    text_ += wrapped_note(words_["value_ranks_note"]);
  }

  void shown() {
    section(std::string(words_["value_shown"]));
    for (const ValuedWeek& week : valuation_.weeks) {
      const auto money = [&](double change) { return amount_number(change, shape_.scenario, language_); };
      line("  {}",
           say(words_["value_shown_line"], fmt::arg("week", week.week),
               fmt::arg("amount", money(week.shown.mean)), fmt::arg("low", money(week.shown.interval.low)),
               fmt::arg("high", money(week.shown.interval.high)),
               fmt::arg("percent", std::isfinite(week.shown_part.mean)
                                       ? signed_number(100 * week.shown_part.mean, 1)
                                       : "-")));
    }
    text_ += wrapped_note(say(words_["value_shown_note"], fmt::arg("weeks", kShownWeeks),
                              fmt::arg("money", money_name(shape_.scenario, words_))));
  }

  ValueOptions options_;
  Valuation valuation_;
};

}  // namespace

std::string value_text(const UnitsResult& result, bool colour, Language language) {
  return ValueText(result, colour, language).run();
}

}  // namespace orgsim
