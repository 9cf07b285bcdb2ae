#include "report/select_summary.hpp"

#include <algorithm>
#include <cmath>

#include "keys/selection.hpp"
#include "report/labels.hpp"
#include "report/typography.hpp"

namespace orgsim {

namespace {

std::string select_percent(double share) {
  return percent_number(100 * share);
}

// The strategy that most firms follow at the end, of those that have a department.
const FirmShare& leader(const SelectCourse& course) {
  return *std::max_element(
      course.firm_shares.begin(), course.firm_shares.end() - 1,
      [](const FirmShare& a, const FirmShare& b) { return a.shares.back().value < b.shares.back().value; });
}

class SelectSentences {
 public:
  SelectSentences(const UnitsResult& result, const std::vector<SelectCourse>& courses, Language language)
      : result_(result), courses_(courses), course_(courses.front()), language_(language), words_(language) {}

  std::string run() {
    add_left();
    if (course_.none_left_in < course_.runs) {
      add_leader();
      add_departments();
      add_survivors();
      add_fixed();
    }
    for (const SelectCourse& other : courses_) {
      if (&other != &course_) add_elsewhere(other);
    }
    return fmt::format("{}", fmt::join(sentences_, words_["between"]));
  }

 private:
  void add(std::string sentence) { sentences_.push_back(std::move(sentence)); }
  std::string label(const std::string& strategy) const {
    return selected_label(result_, strategy, language_);
  }
  std::string range(const OverMarkets& estimate) const {
    return say(words_["select_range"], fmt::arg("low", select_percent(estimate.interval.low)),
               fmt::arg("high", select_percent(estimate.interval.high)));
  }
  std::int64_t weeks() const { return result_.shape.scenario.parameters.run.weeks; }

  void add_left() {
    const OverMarkets& gone = course_.firm_shares.back().shares.back();
    if (gone.value == 0) {
      add(say(words_["select_all_left"], fmt::arg("weeks", weeks())));
      return;
    }
    const OverMarkets left{1 - gone.value, {1 - gone.interval.high, 1 - gone.interval.low}};
    add(say(words_["select_left"], fmt::arg("weeks", weeks()), fmt::arg("left", select_percent(left.value)),
            fmt::arg("range", range(left))));
  }

  void add_leader() {
    const FirmShare& most = leader(course_);
    add(say(words_["select_leader"], fmt::arg("strategy", label(most.strategy)),
            fmt::arg("share", select_percent(most.shares.back().value)),
            fmt::arg("range", range(most.shares.back())),
            fmt::arg("first", select_percent(most.shares.front().value))));
  }

  // Which first strategy departments last with longest, and which least.
  void add_departments() {
    const DepartmentSurvival* best = nullptr;
    const DepartmentSurvival* worst = nullptr;
    for (const DepartmentSurvival& one : course_.departments) {
      if (one.departments == 0) continue;
      const double at_end = one.survival.back().value;
      if (best == nullptr || at_end > best->survival.back().value) best = &one;
      if (worst == nullptr || at_end < worst->survival.back().value) worst = &one;
    }
    if (best == nullptr || best->survival.back().value == worst->survival.back().value) return;
    add(say(words_["select_departments"], fmt::arg("best", label(best->strategy)),
            fmt::arg("high", select_percent(best->survival.back().value)),
            fmt::arg("high_range", range(best->survival.back())), fmt::arg("worst", label(worst->strategy)),
            fmt::arg("low", select_percent(worst->survival.back().value)),
            fmt::arg("low_range", range(worst->survival.back()))));
  }

  void add_survivors() {
    const Survivors& all = course_.survivors.back();
    add(say(words_["select_survivors"], fmt::arg("budget", select_percent(all.budget.value)),
            fmt::arg("kept", select_percent(all.kept.value)),
            fmt::arg("centrality", fmt::format("{:.2f}", all.centrality.value)),
            fmt::arg("staff", select_percent(all.staff.value))));
  }

  void add_fixed() {
    std::size_t fixed = 0;
    for (const std::size_t runs : course_.fixed_in) fixed += runs;
    if (fixed == 0) return;
    add(say(words_["select_fixed"], fmt::arg("fixed", fixed), fmt::arg("runs", course_.runs)));
  }

  void add_elsewhere(const SelectCourse& other) {
    const OverMarkets& gone = other.firm_shares.back().shares.back();
    if (other.none_left_in == other.runs) return add(std::string(words_["select_worlds_none"]));
    const FirmShare& most = leader(other);
    add(say(words_["select_worlds"], fmt::arg("strategy", label(most.strategy)),
            fmt::arg("share", select_percent(most.shares.back().value)),
            fmt::arg("left", select_percent(1 - gone.value))));
  }

  const UnitsResult& result_;
  const std::vector<SelectCourse>& courses_;
  const SelectCourse& course_;
  Language language_;
  Words words_;
  std::vector<std::string> sentences_;
};

}  // namespace

std::string select_conclusion(const UnitsResult& result, const std::vector<SelectCourse>& courses,
                              Language language) {
  return SelectSentences(result, courses, language).run();
}

std::string selected_label(const UnitsResult& result, const std::string& strategy, Language language) {
  const Words words(language);
  if (strategy.empty()) return std::string(words["select_no_department"]);
  if (strategy == kNoStrategy) return std::string(words["select_no_strategy"]);
  return strategy_label(result.shape.scenario, strategy, language);
}

}  // namespace orgsim
