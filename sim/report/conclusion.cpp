// What reverses it, in one or two sentences.
#include <algorithm>

#include "report/phrases.hpp"
#include "report/summary.hpp"

namespace orgsim {

namespace {

std::string percent(double share) {
  return fmt::format("{:.0f} %", 100 * share);
}

std::string signed_percent(double share) {
  return fmt::format("{:+.1f} %", 100 * share);
}

class Conclusion {
 public:
  Conclusion(const Summary& summary, Language language)
      : summary_(summary), language_(language), words_(language) {}

  std::string run() const {
    std::string text = what_happens();
    if (summary_.strategies.empty()) return text;
    const auto add = [&](const std::string& sentence) { text.append(words_["between"]).append(sentence); };
    if (!summary_.best) {
      if (!marginalised()) return std::string(words_["nothing_to_avert"]);
      add(std::string(words_["none_saves"]));
      return text;
    }
    const StrategySummary& best = summary_.strategies[*summary_.best];
    add(what_is_best(best));
    add(for_the_firm(best));
    if (summary_.best_paid) {
      const StrategySummary& paid = summary_.strategies[*summary_.best_paid];
      add(say(words_["best_paid"], fmt::arg("best", label(paid)),
              fmt::arg("npv", signed_percent(paid.npv.relative))));
    }
    return text;
  }

 private:
  bool deterministic() const { return is_deterministic(summary_.result->scenario); }
  bool once() const { return deterministic() || summary_.result->replications == 1; }
  bool marginalised() const { return summary_.marginalised.count > 0; }

  std::string label(const StrategySummary& strategy) const {
    return translated(strategy.arm.label, language_);
  }

  std::string what_happens() const {
    if (!marginalised()) return std::string(words_["not_marginalised"]);
    const auto week = fmt::arg("week", summary_.marginalised.median);
    if (once()) return say(words_["marginalised_in"], week);
    const double share =
        static_cast<double>(summary_.marginalised.count) / static_cast<double>(summary_.result->replications);
    return say(words_["marginalised_often"], fmt::arg("share", percent(share)), week);
  }

  std::string what_is_best(const StrategySummary& best) const {
    const auto half = std::count_if(summary_.strategies.begin(), summary_.strategies.end(),
                                    [](const StrategySummary& s) { return s.saved_share() >= 0.5; });
    const std::string_view phrase = once()      ? words_["certain_best"]
                                    : half == 0 ? words_["nearest"]
                                                : words_["best"];
    return say(phrase, fmt::arg("best", label(best)), fmt::arg("share", percent(best.saved_share())),
               fmt::arg("low", 100 * best.saved_interval.low),
               fmt::arg("high", 100 * best.saved_interval.high), fmt::arg("half", half),
               fmt::arg("save", half == 1 ? words_["saves"] : words_["save"]),
               fmt::arg("all", summary_.strategies.size()));
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

  const Summary& summary_;
  Language language_;
  Words words_;
};

}  // namespace

std::string conclusion(const Summary& summary, Language language) {
  return Conclusion(summary, language).run();
}

}  // namespace orgsim
