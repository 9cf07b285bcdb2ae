#include "report/comparison.hpp"

#include <fmt/color.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/phrases.hpp"
#include "report/typography.hpp"

namespace orgsim {

namespace {

constexpr int kName = 19;
constexpr int kBest = 24;

class Comparison {
 public:
  Comparison(const std::vector<Compared>& scenarios, bool colour, Language language)
      : scenarios_(scenarios), colour_(colour), language_(language), words_(language) {}

  std::string run() {
    heading();
    for (const Compared& scenario : scenarios_) row(scenario);
    text_ += wrapped_note(words_["comparison_note"]);
    for (const Compared& scenario : scenarios_) {
      text_ += "\n" + bold(cut(name(scenario), kColumns)) + "\n";
      text_ += wrapped(conclusion(scenario.summary, language_), kColumns);
    }
    return std::move(text_);
  }

 private:
  std::string bold(const std::string& text) const {
    return colour_ ? fmt::format(fmt::emphasis::bold, "{}", text) : text;
  }

  void line(std::string_view name, std::string_view marginalised, std::string_view week,
            std::string_view best, std::string_view saved, std::string_view npv) {
    text_ += trimmed(fmt::format("  {}{}{}  {}{}{}", fitted(name, kName), right(marginalised, 13),
                                 right(week, 5), fitted(best, kBest), right(saved, 6), right(npv, 9))) +
             "\n";
  }

  void heading() {
    text_ += bold(std::string(words_["comparison"])) + "\n";
    line("", words_["marginalised"], words_["week_axis"], words_["best_head"], words_["saved_short"],
         words_["npv_short"]);
  }

  // Scenarios of one title are told apart by their files.
  std::string name(const Compared& scenario) const {
    const std::string& title = scenario.summary.result->scenario.title;
    const auto same = std::count_if(scenarios_.begin(), scenarios_.end(), [&](const Compared& other) {
      return other.summary.result->scenario.title == title;
    });
    return same > 1 ? scenario.path : translated(title, language_);
  }

  std::string share(const Summary& summary, std::size_t count) const {
    return share_of_replications(*summary.result, count, words_);
  }

  void row(const Compared& scenario) {
    const Summary& summary = scenario.summary;
    const Event& fall = summary.marginalised;
    const std::string week = fall.count > 0 ? fmt::format("{:.0f}", fall.median) : "-";
    if (!summary.best) {
      line(name(scenario), share(summary, fall.count), week, "-", "-", "-");
      return;
    }
    const StrategySummary& best = summary.strategies[*summary.best];
    line(name(scenario), share(summary, fall.count), week, translated(best.arm.label, language_),
         share(summary, best.saved()), npv(best.npv.relative));
  }

  std::string npv(double relative) const {
    if (std::abs(relative) >= 10)
      return (relative < 0 ? "-" : "+") + short_number(std::abs(100 * relative), language_) + " %";
    return signed_number(100 * relative, 1) + " %";
  }

  const std::vector<Compared>& scenarios_;
  bool colour_;
  Language language_;
  Words words_;
  std::string text_;
};

}  // namespace

std::string comparison_text(const std::vector<Compared>& scenarios, bool colour, Language language) {
  return Comparison(scenarios, colour, language).run();
}

}  // namespace orgsim
