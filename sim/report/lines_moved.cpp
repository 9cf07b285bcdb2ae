#include "report/lines_moved.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "report/numbers.hpp"
#include "report/phrases.hpp"

namespace orgsim {

namespace {

class LinesMoved {
 public:
  LinesMoved(const Summary& summary, Language language)
      : summary_(summary),
        language_(language),
        words_(language),
        replications_(summary.result->replications),
        tolerance_(tolerance_in_words(*summary.result)),
        half_(save_in_half(summary, [](const StrategySummary& s) { return s.verdicts; })) {}

  std::vector<std::string> said() {
    if (summary_.best) {
      with_best(summary_.strategies[*summary_.best]);
    } else if (summary_.marginalised.count > 0) {
      with_lower_lines();
    } else {
      with_higher_lines();
    }
    return std::move(sentences_);
  }

 private:
  using Twin = VerdictCounts Twins::*;

  bool once() const { return is_deterministic(summary_.result->scenario) || replications_ == 1; }
  std::string percent(std::size_t count) const { return percent_number(count, replications_) + " %"; }
  std::string label(const StrategySummary& s) const { return translated(s.arm.label, language_); }
  void add(std::string sentence) { sentences_.push_back(std::move(sentence)); }

  // " in 30 % of the replications"; nothing of one run.
  std::string in_share(std::size_t count) const {
    return once() ? "" : say(words_["in_share"], fmt::arg("share", percent(count)));
  }

  std::size_t half(Twin twin) const {
    return save_in_half(summary_, [&](const StrategySummary& s) { return (*s.twins).*twin; });
  }

  // A share that is clearly another, which chance does not explain, or another number of strategies.
  bool matters(const StrategySummary& best) const {
    const auto differs = [&](Twin twin) {
      constexpr double least = 0.1;
      const double share = best.part(((*best.twins).*twin).saved());
      const bool by_chance = share >= best.saved_interval.low && share <= best.saved_interval.high;
      const bool other_share =
          once() ? share != best.saved_share() : !by_chance && std::abs(share - best.saved_share()) > least;
      return other_share || half(twin) != half_;
    };
    return differs(&Twins::lenient) || differs(&Twins::strict);
  }

  void with_best(const StrategySummary& best) {
    if (!matters(best)) return;
    const VerdictCounts& lenient = best.twins->lenient;
    const auto of_best = [&](Twin twin) {
      const std::size_t saved = ((*best.twins).*twin).saved();
      if (!once()) return percent(saved);
      const std::string_view phrase = saved == 0        ? words_["not_among_them"]
                                      : half(twin) == 1 ? words_["alone_among_them"]
                                                        : words_["among_them"];
      return say(phrase, fmt::arg("best", label(best)));
    };
    const std::size_t all = summary_.strategies.size();
    const std::size_t strict_half = half(&Twins::strict);
    add(say(once() ? words_["lines_matter_once"] : words_["lines_matter"], fmt::arg("tolerance", tolerance_),
            fmt::arg("best", label(best)), fmt::arg("strict", of_best(&Twins::strict)),
            fmt::arg("lenient", of_best(&Twins::lenient)), fmt::arg("strict_half", strict_half),
            fmt::arg("lenient_half", half(&Twins::lenient)), fmt::arg("all", all),
            fmt::arg("save", strict_half == 1 ? words_["saves"] : words_["save"]),
            fmt::arg("strategies", all == 1 ? words_["strategy"] : words_["strategies"])));
    other_best(best);
    if (lenient.nothing_to_save() <= best.verdicts.nothing_to_save()) return;
    add(say(words_["lines_nothing"], fmt::arg("tolerance", tolerance_),
            fmt::arg("where", in_share(lenient.nothing_to_save()))));
  }

  void other_best(const StrategySummary& best) {
    const StrategySummary& other = top(&Twins::strict);
    const std::size_t saved = other.twins->strict.saved();
    if (once() || saved <= best.twins->strict.saved()) return;
    add(say(words_["lines_other_best"], fmt::arg("best", label(other)), fmt::arg("share", percent(saved))));
  }

  // The one that saves marketing most often; those that do harm come last.
  const StrategySummary& top(Twin twin) const {
    const auto rank = [&](const StrategySummary& s) {
      return std::tuple(((*s.twins).*twin).saved() > 0, !s.harms(), ((*s.twins).*twin).saved(), s.npv.mean);
    };
    return *std::max_element(summary_.strategies.begin(), summary_.strategies.end(),
                             [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  }

  void with_lower_lines() {
    const StrategySummary& best = top(&Twins::lenient);
    const std::size_t saved = best.twins->lenient.saved();
    if (saved == 0) return;
    add(say(words_["lines_would"], fmt::arg("tolerance", tolerance_), fmt::arg("best", label(best)),
            fmt::arg("where", in_share(saved))));
  }

  static std::size_t to_save(const StrategySummary& s) { return s.began - s.twins->strict.nothing_to_save(); }

  void with_higher_lines() {
    const StrategySummary& best = top(&Twins::strict);
    const std::size_t saved = best.twins->strict.saved();
    std::size_t most = to_save(best);
    if (saved == 0) {
      for (const StrategySummary& s : summary_.strategies) most = std::max(most, to_save(s));
    }
    if (most == 0) return;
    add(say(saved > 0 ? words_["lines_danger"] : words_["lines_danger_none"],
            fmt::arg("tolerance", tolerance_), fmt::arg("best", label(best)),
            fmt::arg("where", in_share(most)), fmt::arg("saved", in_share(saved))));
  }

  const Summary& summary_;
  Language language_;
  Words words_;
  std::size_t replications_;
  std::string tolerance_;
  std::size_t half_;  // with the lines where they are
  std::vector<std::string> sentences_;
};

}  // namespace

std::vector<std::string> if_lines_moved(const Summary& summary, Language language) {
  if (summary.strategies.empty() || !summary.strategies.front().twins) return {};
  return LinesMoved(summary, language).said();
}

}  // namespace orgsim
