#include "report/select_summary.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/text.hpp"
#include "keys/selection.hpp"
#include "report/labels.hpp"
#include "report/typography.hpp"

namespace orgsim {

namespace {

std::string select_percent(double share) {
  return percent_number(100 * share);
}

// What firms follow that have a department at the end, as many of them as follow nothing else: one strategy,
// or several that are followed alike.
std::vector<const FirmShare*> leaders(const SelectCourse& course) {
  std::vector<const FirmShare*> most;
  for (const FirmShare& share : course.firm_shares) {
    if (&share == &course.firm_shares.back()) continue;
    if (!most.empty() && share.shares.back().value < most.front()->shares.back().value) continue;
    if (!most.empty() && share.shares.back().value > most.front()->shares.back().value) most.clear();
    most.push_back(&share);
  }
  return most;
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
  // What stands for an interval where there is none, of one market, or of markets that all say the same.
  std::string range(const OverMarkets& estimate) const {
    const auto& [low, high] = estimate.interval;
    if (course_.markets < 2) return std::string(words_["select_one_market"]);
    if (low == high) return std::string(words_["select_agree"]);
    const bool round = select_percent(low) == select_percent(high);
    const auto digits = [&](double share) {
      return round ? fmt::format("{:.2g}", 100 * share) : select_percent(share);
    };
    return say(words_["select_range"], fmt::arg("low", digits(low)), fmt::arg("high", digits(high)));
  }
  template <class Some>
  std::string labels(const std::vector<const Some*>& some, std::string Some::* strategy,
                     PhraseKey between) const {
    std::vector<std::string> quoted;
    for (const Some* one : some)
      quoted.push_back(say(words_["select_quoted"], fmt::arg("strategy", label(one->*strategy))));
    return fmt::format("{}", fmt::join(quoted, words_[between]));
  }
  std::string weeks() const {
    return grouped(static_cast<std::uint64_t>(result_.shape.scenario.parameters.run.weeks));
  }

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
    const std::vector<const FirmShare*> most = leaders(course_);
    const OverMarkets& share = most.front()->shares.back();
    if (most.size() > 1) {
      return add(say(words_["select_leaders"],
                     fmt::arg("strategies", labels(most, &FirmShare::strategy, "select_and")),
                     fmt::arg("share", select_percent(share.value))));
    }
    add(say(words_["select_leader"], fmt::arg("strategy", label(most.front()->strategy)),
            fmt::arg("share", select_percent(share.value)), fmt::arg("range", range(share)),
            fmt::arg("first", select_percent(most.front()->shares.front().value))));
  }

  // Which first strategies departments last with longest, and which least.
  void add_departments() {
    std::vector<const DepartmentSurvival*> all;
    for (const DepartmentSurvival& one : course_.departments)
      if (one.departments > 0) all.push_back(&one);
    if (all.empty()) return;
    const auto at_end = [](const DepartmentSurvival* one) { return one->survival.back().value; };
    const auto [worst, best] = std::ranges::minmax(all, {}, at_end);
    if (at_end(best) == at_end(worst)) return;
    const auto those = [&](const DepartmentSurvival* like) {
      std::vector<const DepartmentSurvival*> found;
      std::ranges::copy_if(all, std::back_inserter(found),
                           [&](const auto* one) { return at_end(one) == at_end(like); });
      return found;
    };
    const auto much = [&](const std::vector<const DepartmentSurvival*>& some) {
      const OverMarkets& left = some.front()->survival.back();
      return say(words_[some.size() == 1 ? PhraseKey("select_much") : PhraseKey("select_much_each")],
                 fmt::arg("share", select_percent(left.value)), fmt::arg("range", range(left)));
    };
    const auto most = those(best);
    const auto least = those(worst);
    add(say(words_["select_departments"],
            fmt::arg("best", labels(most, &DepartmentSurvival::strategy, "select_or")),
            fmt::arg("high", much(most)),
            fmt::arg("worst", labels(least, &DepartmentSurvival::strategy, "select_or")),
            fmt::arg("low", much(least))));
  }

  void add_survivors() {
    const Survivors& all = course_.survivors.back();
    add(say(words_["select_survivors"], fmt::arg("budget", select_percent(all.budget.value)),
            fmt::arg("kept", select_percent(all.kept.value)),
            fmt::arg("centrality", fmt::format("{:.2f}", all.centrality.value)),
            fmt::arg("staff", select_percent(all.staff.value))));
  }

  // One department agrees with itself, and none is no agreement: both are told apart.
  void add_fixed() {
    std::size_t fixed = 0;
    for (const std::size_t runs : course_.fixed_in) fixed += runs;
    const std::size_t several = course_.runs - course_.none_left_in - course_.one_left_in;
    if (fixed > 0) {
      add(say(words_["select_fixed"], fmt::arg("fixed", grouped(fixed)), fmt::arg("runs", grouped(several))));
    }
    if (several == course_.runs) return;
    add(say(words_["select_few_left"], fmt::arg("one", grouped(course_.one_left_in)),
            fmt::arg("none", grouped(course_.none_left_in)), fmt::arg("runs", grouped(course_.runs))));
  }

  std::string_view where(const SelectCourse& other) const {
    if (other.variant == "worlds") return words_["select_in_worlds"];
    if (other.variant == "rivals_static") return words_["select_rivals_static"];
    return words_["select_rivals_respond"];
  }

  void add_elsewhere(const SelectCourse& other) {
    const OverMarkets& gone = other.firm_shares.back().shares.back();
    if (other.none_left_in == other.runs)
      return add(say(words_["select_elsewhere_none"], fmt::arg("where", where(other))));
    const std::vector<const FirmShare*> most = leaders(other);
    add(say(words_[most.size() == 1 ? PhraseKey("select_elsewhere") : PhraseKey("select_elsewhere_tied")],
            fmt::arg("where", where(other)),
            fmt::arg("strategies", labels(most, &FirmShare::strategy, "select_and")),
            fmt::arg("share", select_percent(most.front()->shares.back().value)),
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
