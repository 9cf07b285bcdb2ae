// Curves over the weeks, and a sentence for each picture of them.
#include <algorithm>
#include <cmath>

#include "engine/money.hpp"
#include "report/amount.hpp"
#include "report/numbers.hpp"
#include "report/page/data/parts.hpp"
#include "report/page/data/words.hpp"
#include "report/strategy_cells.hpp"

namespace orgsim::page {

namespace {

// A page holds no more numbers of a curve than this: of longer runs every second, third, ... week is shown.
constexpr std::size_t kMostWeeks = 700;
constexpr std::size_t kMostCurveNumbers = 180000;
constexpr std::size_t kCurvesOfArm = 20;

std::size_t step_of(std::size_t weeks, std::size_t arms) {
  std::size_t step = 1;
  while (weeks / step > kMostWeeks || weeks / step * arms * kCurvesOfArm > kMostCurveNumbers) ++step;
  return step;
}

// Which weeks are shown: every `step`-th, and the last.
std::vector<std::size_t> shown_weeks(std::size_t weeks, std::size_t step) {
  std::vector<std::size_t> shown;
  for (std::size_t week = 0; week < weeks; week += step) shown.push_back(week);
  if (weeks > 0 && shown.back() != weeks - 1) shown.push_back(weeks - 1);
  return shown;
}

class Curves {
 public:
  Curves(const std::vector<std::size_t>& shown, double money) : shown_(shown), money_(money) {}

  Json of_arm(const FocalWeeks& weeks) const {
    Json budget;
    for (const Department d : every<Department>())
      budget[std::string(name_of(d))] = band(weeks.share[static_cast<std::size_t>(d)], 100);
    return {{"users", curve(weeks.users, 100)},
            {"rivals", curve(weeks.rivals, 100)},
            {"nobody", curve(weeks.nobody, 100)},
            {"switchers", band(weeks.switchers, 100)},
            {"budget", budget},
            {"contributed", curve(weeks.contributed, money_)},
            {"credited", curve(weeks.credited, money_)}};
  }

 private:
  Json curve(const std::vector<float>& numbers, double unit) const {
    Json json = Json::array();
    for (const std::size_t week : shown_) json.push_back(short_digits(unit * numbers[week]));
    return json;
  }
  Json band(const WeeklyBand& of, double unit) const {
    return {{"low", curve(of.low, unit)}, {"median", curve(of.median, unit)}, {"high", curve(of.high, unit)}};
  }

  const std::vector<std::size_t>& shown_;
  double money_;
};

// What each picture of an arm shows, in a sentence.
class Captions {
 public:
  Captions(const Summary& summary, Language language)
      : result_(*summary.result), language_(language), words_(language) {}

  Json of_arm(std::size_t arm, const FocalWeeks& weeks) const {
    return {
        {"market", market(arm, weeks)},
        {"budget", say(of_runs("caption_budget", "caption_budget_once"),
                       fmt::arg("first", percent(share(weeks).front())),
                       fmt::arg("last", percent(share(weeks).back())), fmt::arg("week", last_week(weeks)))},
        {"value", say(of_runs("caption_value", "caption_value_once"),
                      fmt::arg("contributed", money(weeks.contributed.back())),
                      fmt::arg("credited", money(weeks.credited.back())), fmt::arg("week", last_week(weeks)),
                      fmt::arg("money", money_name(result_.scenario, words_)))},
        {"lines", lines(arm)}};
  }

 private:
  // One run has no medians and no shares of runs.
  std::string_view of_runs(WordKey many, WordKey once) const {
    return word(result_.replications == 1 ? once : many, language_);
  }
  static const std::vector<float>& share(const FocalWeeks& weeks) {
    return weeks.share[static_cast<std::size_t>(Department::marketing)].median;
  }
  static std::size_t last_week(const FocalWeeks& weeks) { return weeks.users.size() - 1; }
  static std::string percent(double share) { return percent_number(100 * share) + " %"; }
  std::string money(double units) const { return amount_number(units, result_.scenario, language_); }

  std::string market(std::size_t arm, const FocalWeeks& weeks) const {
    const Event stock = stock_phase_of(result_.outcomes[arm]);
    return say(word("caption_market", language_), fmt::arg("first", percent(weeks.users.front())),
               fmt::arg("last", percent(weeks.users.back())),
               fmt::arg("nobody", percent(weeks.nobody.back())), fmt::arg("week", last_week(weeks))) +
           (stock.count > 0 ? say(word("caption_stock", language_), fmt::arg("week", stock.median))
                            : std::string(word("caption_no_stock", language_)));
  }

  std::string lines(std::size_t arm) const {
    const Event event = marginalised_of(result_.outcomes[arm]);
    if (event.count == 0) return std::string(word("caption_never", language_));
    return say(of_runs("caption_lines", "caption_lines_once"),
               fmt::arg("share", percent_number(event.count, result_.replications) + " %"),
               fmt::arg("week", weeks_of(event, words_)));
  }

  const RunResult& result_;
  Language language_;
  Words words_;
};

Json event_json(const Event& event) {
  if (event.count == 0) return nullptr;
  return {{"median", event.median}, {"low", event.low}, {"high", event.high}};
}

}  // namespace

Json short_digits(double number) {
  if (!std::isfinite(number)) return nullptr;
  if (number == 0) return 0;
  const double unit = std::pow(10, 3 - std::floor(std::log10(std::abs(number))));
  const double rounded = std::round(number * unit) / unit;
  if (std::abs(rounded) < 1e15 && rounded == std::floor(rounded)) return static_cast<std::int64_t>(rounded);
  return rounded;
}

Json weekly_of(const Summary& summary, const std::vector<FocalWeeks>& weeks) {
  const RunResult& result = *summary.result;
  const std::size_t last = weeks.front().users.size();
  const std::size_t step = step_of(last, weeks.size());
  const std::vector<std::size_t> shown = shown_weeks(last, step);
  const Curves curves(shown, money_of(result.scenario));
  Json json{{"weeks", shown},
            {"step", step},
            {"money", both([&](Language language) { return money_name(result.scenario, Words(language)); })}};
  json["money_note"] = both([&](Language language) { return money_note(result.scenario, Words(language)); });
  json["arms"] = Json::array();
  for (std::size_t arm = 0; arm < weeks.size(); ++arm) {
    Json of = curves.of_arm(weeks[arm]);
    of["stock_phase"] = event_json(stock_phase_of(result.outcomes[arm]));
    of["captions"] =
        both([&](Language language) { return Captions(summary, language).of_arm(arm, weeks[arm]); });
    json["arms"].push_back(std::move(of));
  }
  return json;
}

Json lines_of(const Summary& summary) {
  const RunResult& result = *summary.result;
  const auto told = [&](const char* name, WordKey label, const Event& event) -> Json {
    const Interval share = wilson(event.count, result.replications);
    Json json{{"name", name},
              {"label", both_words(label)},
              {"runs", both([&](Language language) {
                 return share_of_replications(result, event.count, Words(language));
               })},
              {"runs_95", is_deterministic(result.scenario)
                              ? Json()
                              : Json(fmt::format("{:.0f}-{:.0f}", 100 * share.low, 100 * share.high))},
              {"when", weeks_in_words(event)}};
    json["weeks"] = event_json(event);
    return json;
  };
  Json arms = Json::array();
  for (const std::vector<Outcome>& outcomes : result.outcomes) {
    const auto line = [&](Line of) { return line_of(outcomes, of); };
    arms.push_back({told("budget", "line_budget", line(Line::budget)),
                    told("capability", "line_capability", line(Line::capability)),
                    told("structure", "line_structure", line(Line::structure)),
                    told("marginalised", "line_marginalised", marginalised_of(outcomes))});
  }
  return {{"weeks", result.scenario.parameters.run.weeks}, {"arms", arms}};
}

Json weeks_in_words(const Event& event) {
  return both([&](Language language) { return weeks_of(event, Words(language)); });
}

Json in_both(const std::string& name) {
  return both([&](Language language) { return translated(name, language); });
}

}  // namespace orgsim::page
