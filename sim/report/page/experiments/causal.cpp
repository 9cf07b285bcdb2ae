// What a department is worth by experiment, in the weeks that were asked for.
#include "experiment/units/options.hpp"
#include "report/page/data/parts.hpp"
#include "report/page/data/words.hpp"
#include "report/page/experiments/experiments.hpp"
#include "report/value_summary.hpp"

namespace orgsim::page {

Json causal_of(const UnitsResult& result) {
  const Valuation valuation = valuation_of(result, result.shape.variants.front());
  const auto options = read_options<ValueOptions>(result.shape.options);
  Json targets = Json::array();
  for (const ValuedWeek& week : valuation.weeks) {
    const auto label = [&](const ValuedTarget& target, Language language) {
      const Words words(language);
      const std::string name = target_label(target.target, words);
      if (valuation.weeks.size() == 1) return name;
      return name + std::string(words["comma"]) + say(words["week"], fmt::arg("median", double(week.week)));
    };
    for (const ValuedTarget& target : week.targets) {
      const bool known = target.causal.interval.low != target.causal.interval.high;
      targets.push_back(
          {{"label", both([&](Language language) { return label(target, language); })},
           {"causal", short_digits(target.causal.mean)},
           {"low", known ? short_digits(target.causal.interval.low) : Json()},
           {"high", known ? short_digits(target.causal.interval.high) : Json()},
           {"text", both([&](Language language) { return estimate_words(target.causal, Words(language)); })},
           {"credited", short_digits(target.credited)},
           {"contributed", short_digits(target.contributed)}});
    }
  }
  const auto note = [&](Language language) {
    return say(word("note_causal", language), fmt::arg("factor", options.factor),
               fmt::arg("weeks", options.grant_weeks));
  };
  return {{"targets", targets}, {"note", both(note)}, {"conclusion", both([&](Language language) {
                                                         return value_conclusion(result.shape, valuation,
                                                                                 language);
                                                       })}};
}

}  // namespace orgsim::page
