// What reverses it, in one or two sentences.
#include <algorithm>
#include <cmath>

#include "report/lines_moved.hpp"
#include "report/numbers.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"

namespace orgsim {

namespace {

// With more digits where it would be rounded to nothing.
std::string signed_percent(double share) {
  constexpr int most_digits = 5;
  int digits = 1;
  while (digits < most_digits && share != 0 && std::round(share * std::pow(10, digits + 2)) == 0) ++digits;
  const bool nothing = std::round(share * std::pow(10, digits + 2)) == 0;
  return nothing ? "0.0 %" : fmt::format("{:+.{}f} %", 100 * share, digits);
}

class Conclusion {
 public:
  Conclusion(const Summary& summary, Language language)
      : summary_(summary), language_(language), words_(language) {}

  std::string whole() {
    if (marginalised() || summary_.strategies.empty()) add(what_happens());
    if (!summary_.strategies.empty()) {
      what_is_saved();
      if (summary_.best) what_pays_best();
      what_else_happens();
    }
    return fmt::format("{}", fmt::join(sentences_, words_["between"]));
  }

  std::vector<std::string> of_strategies() {
    is_title_ = true;
    what_is_saved();
    what_else_happens();
    return std::move(sentences_);
  }

  // Beside the bare result, of the best strategy or of all where none saves marketing.
  std::string of_verdicts() {
    if (summary_.best) {
      marginalised_later(summary_.strategies[*summary_.best]);
    } else {
      if (!is_something_to_save(summary_)) add(std::string(why_none_saves()));
      outside_the_span();
      spared_most();
    }
    return fmt::format("{}", fmt::join(sentences_, words_["between"]));
  }

  std::string of_harm() {
    harm();
    return fmt::format("{}", fmt::join(sentences_, words_["between"]));
  }

 private:
  bool deterministic() const { return is_deterministic(summary_.result->scenario); }
  bool once() const { return deterministic() || summary_.result->replications == 1; }
  bool marginalised() const { return summary_.marginalised.count > 0; }
  std::size_t replications() const { return summary_.result->replications; }
  std::string percent(std::size_t count) const { return percent_number(count, replications()) + " %"; }
  void add(std::string sentence) { sentences_.push_back(std::move(sentence)); }

  std::string label(const StrategySummary& strategy) const {
    return translated(strategy.arm.label, language_);
  }

  std::string what_happens() const {
    if (!marginalised()) return std::string(words_["not_marginalised"]);
    const auto week = fmt::arg("week", summary_.marginalised.median);
    if (once()) return say(words_["marginalised_in"], week);
    return say(words_["marginalised_often"], fmt::arg("share", percent(summary_.marginalised.count)), week);
  }

  void what_is_saved() {
    if (!summary_.best) {
      add(std::string(why_none_saves()));
      return if_lines_move();
    }
    const StrategySummary& best = summary_.strategies[*summary_.best];
    add(how_often_saved(best));
    nothing_to_save(best);
    if_lines_move();
    add(for_the_firm(best));
    marginalised_later(best);
  }

  // Without which a small share saved looks like a failure.
  void nothing_to_save(const StrategySummary& best) {
    const std::size_t count = best.verdicts.nothing_to_save();
    if (count > 0) add(say(words_["nothing_in"], fmt::arg("share", percent(count))));
  }

  // A title is short, and its picture shows it; doubts say it in their own way.
  void if_lines_move() {
    if (is_title_ || summary_.worlds || !summary_.rivals.empty()) return;
    for (std::string& sentence : if_lines_moved(summary_, language_)) add(std::move(sentence));
  }

  std::string_view why_none_saves() const {
    if (!marginalised()) {
      return summary_.harmful.empty() ? words_["nothing_to_avert"] : words_["not_marginalised_without"];
    }
    const auto& all = summary_.strategies;
    if (std::all_of(all.begin(), all.end(), [](const auto& s) { return s.began == 0; })) {
      return words_["none_began"];
    }
    return is_something_to_save(summary_) ? words_["none_saves"] : words_["none_within"];
  }

  void what_pays_best() {
    if (!summary_.best_paid) return;
    const StrategySummary& paid = summary_.strategies[*summary_.best_paid];
    add(say(words_["best_paid"], fmt::arg("best", label(paid)),
            fmt::arg("npv", signed_percent(paid.npv.relative))));
    marginalised_later(paid);
  }

  void what_else_happens() {
    const bool beyond = outside_the_span();
    if (beyond || !summary_.best) spared_most();
    harm();
  }

  std::string how_often_saved(const StrategySummary& best) const {
    const std::size_t half = save_in_half(summary_, [](const StrategySummary& s) { return s.verdicts; });
    const std::size_t all = summary_.strategies.size();
    const std::string_view phrase = once()      ? words_["certain_best"]
                                    : half == 0 ? words_["nearest"]
                                                : words_["best"];
    return say(phrase, fmt::arg("best", label(best)), fmt::arg("share", percent(best.saved())),
               fmt::arg("low", 100 * best.saved_interval.low),
               fmt::arg("high", 100 * best.saved_interval.high), fmt::arg("half", half),
               fmt::arg("save", half == 1 ? words_["saves"] : words_["save"]), fmt::arg("all", all),
               fmt::arg("strategies", all == 1 ? words_["strategy"] : words_["strategies"]));
  }

  std::string for_the_firm(const StrategySummary& best) const {
    const Difference& npv = best.npv;
    const std::string name = label(best);
    const std::string size = signed_percent(npv.relative);
    const auto sentence = [&](std::string_view phrase) {
      return say(phrase, fmt::arg("best", name), fmt::arg("npv", size));
    };
    if (!npv.interval && !deterministic()) return sentence(words_["one_replication"]);
    const bool better = npv.interval ? npv.interval->low > 0 : npv.mean > 0;
    const bool worse = npv.interval ? npv.interval->high < 0 : npv.mean < 0;
    return sentence(better ? words_["better"] : worse ? words_["worse"] : words_["neither"]);
  }

  void marginalised_later(const StrategySummary& strategy) {
    if (strategy.any_time.later == 0) return;
    add(say(once() ? words_["later_once"] : words_["later"], fmt::arg("count", strategy.any_time.later),
            fmt::arg("all", replications()), fmt::arg("strategy", label(strategy))));
  }

  // What the verdicts cannot see, because the baseline is marginalised too late for them; whether there is
  // such.
  bool outside_the_span() {
    std::size_t most = 0;
    std::size_t least = replications();
    int needed = 0;
    for (const StrategySummary& s : summary_.strategies) {
      if (s.began == 0) continue;
      most = std::max(most, s.any_time.outside);
      least = std::min(least, s.any_time.outside);
      needed = std::max(needed, s.any_time.needed);
    }
    if (most == 0) return false;
    const RunResult& result = *summary_.result;
    const std::string weeks =
        draws(result, "lines.judge")
            ? std::string(words_["judge_weeks_drawn"])
            : counted(result.scenario.parameters.lines.judge, words_["one_week"], words_["many_weeks"]);
    const std::string_view phrase = once()          ? words_["outside_once"]
                                    : most == least ? words_["outside"]
                                                    : words_["outside_most"];
    add(say(phrase, fmt::arg("count", most), fmt::arg("all", replications()), fmt::arg("weeks", weeks),
            fmt::arg("needed", needed)));
    return true;
  }

  // Less often marginalised than the baseline, which need not mean saved.
  void spared_most() {
    const StrategySummary* best = nullptr;
    for (const StrategySummary& s : summary_.strategies) {
      const auto rank = [](const StrategySummary& of) {
        return std::pair(of.marginalised.count, -of.npv.mean);
      };
      if (best == nullptr || rank(s) < rank(*best)) best = &s;
    }
    if (best->marginalised.count >= summary_.marginalised.count) return;
    add(say(once() ? words_["spared_once"] : words_["spared_most"], fmt::arg("strategy", label(*best)),
            fmt::arg("count", best->marginalised.count), fmt::arg("all", replications()),
            fmt::arg("without", summary_.marginalised.count)));
  }

  void harm() {
    if (summary_.harmful.empty()) return;
    const StrategySummary& worst = summary_.strategies[summary_.harmful.front()];
    add(say(once() ? words_["harm_once"] : words_["harm"], fmt::arg("strategy", label(worst)),
            fmt::arg("made", worst.any_time.made), fmt::arg("spared", worst.any_time.spared),
            fmt::arg("all", replications()), fmt::arg("npv", signed_percent(worst.npv.relative))));
    const auto others = static_cast<std::int64_t>(summary_.harmful.size()) - 1;
    if (others > 0) add(counted(others, words_["harm_another"], words_["harm_others"]));
  }

  const Summary& summary_;
  Language language_;
  Words words_;
  std::vector<std::string> sentences_;
  bool is_title_ = false;
};

}  // namespace

std::string conclusion(const Summary& summary, Language language) {
  return Conclusion(summary, language).whole();
}

bool is_something_to_save(const Summary& summary) {
  return std::ranges::any_of(summary.strategies,
                             [](const StrategySummary& s) { return s.any_time.within > 0; });
}

std::string verdicts_in_words(const Summary& summary, Language language) {
  return Conclusion(summary, language).of_verdicts();
}

std::string harm_in_words(const Summary& summary, Language language) {
  return Conclusion(summary, language).of_harm();
}

std::vector<std::string> headline(const Summary& summary, Language language) {
  return Conclusion(summary, language).of_strategies();
}

}  // namespace orgsim
