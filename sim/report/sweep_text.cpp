// The summary of a sweep for a person: 80 columns.
#include <fmt/color.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/text.hpp"
#include "report/amount.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"
#include "report/sweep_summary.hpp"
#include "report/typography.hpp"
#include "scenario/text/sweep.hpp"

namespace orgsim {

namespace {

constexpr int kLabelColumns = 22;
constexpr int kKeyColumns = 38;
constexpr std::size_t kMostKeys = 12;

// How a correlation is said.
std::string correlation(double r) {
  return std::abs(r) < 0.005 ? "0" : signed_number(r, 2);
}

// "1 to 5", "0, 0.1, 0.2"; what is neither as TOML.
std::string in_words(const Varied& varied, Scale scale, const Words& words) {
  if (const auto* levels = std::get_if<Levels>(&varied.choice)) {
    return fmt::format("{}", fmt::join(levels->values, ", "));
  }
  const auto* range = std::get_if<ValueRange>(&varied.choice);
  if (range == nullptr || !range->share_of.empty()) return choice_text(varied);
  return fmt::format("{} {} {}{}{}", range->low, words["to"], range->high,
                     range->step ? fmt::format(", step {}", *range->step) : "",
                     scale == Scale::log ? " (log)" : "");
}

class SweepText {
 public:
  SweepText(const SweepSummary& summary, bool colour, Language language)
      : summary_(summary), file_(*summary.file), colour_(colour), language_(language), words_(language) {}

  std::string run() {
    heading();
    keys();
    if (!summary_.arms.empty()) {
      arms();
      if (summary_.count(PointStatus::done) >= kFewPoints) correlations();
      text_ += "\n" + wrapped(conclusion(summary_, language_), kColumns);
    }
    return std::move(text_);
  }

 private:
  static constexpr std::size_t kFewPoints = 10;

  std::string bold(const std::string& text) const {
    return colour_ ? fmt::format(fmt::emphasis::bold, "{}", text) : text;
  }
  void line(const std::string& text) { text_ += trimmed(text) + "\n"; }
  void section(std::string_view title) { line("\n" + bold(std::string(title))); }
  std::string label(const SweptArm& arm) const {
    return fitted(translated(arm.arm.label, language_), kLabelColumns - 1) + " ";
  }

  void heading() {
    line(bold(cut(translated(file_.scenario().title, language_), kColumns)));
    const std::size_t low = summary_.replications_low;
    const std::size_t high = summary_.replications_high;
    const std::string number = low == high ? grouped(low) : fmt::format("{}-{}", grouped(low), grouped(high));
    const std::string replications =
        say(high == 1 ? words_["replication"] : words_["replications"], fmt::arg("number", number));
    line(say(words_["sweep_size"], fmt::arg("points", grouped(summary_.points)),
             fmt::arg("design", name_of(file_.scenario().sweep.design)),
             fmt::arg("replications", replications), fmt::arg("arms", file_.shape().arms.size()),
             fmt::arg("kind", words_.of(name_of(file_.scenario().parameters.market.kind))),
             fmt::arg("seed", file_.scenario().parameters.run.seed)));
    if (!file_.has_twins()) line(std::string(words_["first_model"]));
    const std::size_t troubles = summary_.points - summary_.count(PointStatus::done);
    if (troubles == 0) return;
    line(say(words_["sweep_troubles"], fmt::arg("done", grouped(summary_.count(PointStatus::done))),
             fmt::arg("failed", grouped(summary_.count(PointStatus::failed))),
             fmt::arg("timed_out", grouped(summary_.count(PointStatus::timed_out))),
             fmt::arg("missing", grouped(summary_.count(PointStatus::missing)))));
  }

  void keys() {
    section(words_["sweep_keys"]);
    const Scenario& scenario = file_.scenario();
    const bool read = scenario.sweep.design == DesignKind::file;
    const std::vector<Axis> axes = read ? std::vector<Axis>() : axes_of(scenario);
    const std::vector<std::string>& names = file_.shape().axes;
    for (std::size_t x = 0; x < std::min(names.size(), kMostKeys); ++x) {
      const std::string values =
          read ? scenario.sweep.file : in_words(scenario.sweep.vary[x], axes[x].scale, words_);
      line(
          fmt::format("  {} {}", fitted(names[x], kKeyColumns - 1), cut(values, kColumns - kKeyColumns - 2)));
    }
    more_keys();
  }

  void more_keys() {
    const std::size_t keys = file_.shape().axes.size();
    if (keys > kMostKeys) line("  " + say(words_["sweep_more_keys"], fmt::arg("number", keys - kMostKeys)));
  }

  static std::string share(const OverPoints& over) {
    return fmt::format("{} % ({}-{})", percent_number(100 * over.mean), percent_number(100 * over.low),
                       percent_number(100 * over.high));
  }

  void arms() {
    section(words_["sweep_arms"]);
    line(fmt::format("  {}{}{}{}", fitted("", kLabelColumns), right(words_["marginalised"], 15),
                     right(words_["saved_short"], 16), right(words_["npv_short"], 25)));
    for (std::size_t a = 0; a < summary_.arms.size(); ++a) {
      const SweptArm& arm = summary_.arms[a];
      if (a == 0) {
        line(fmt::format("  {}{}{}{}", fitted(words_["baseline"], kLabelColumns),
                         right(share(arm.marginalised), 15), right("-", 16),
                         right(amount(arm.npv.mean, file_.scenario(), language_), 25)));
        continue;
      }
      const std::string npv = fmt::format("{} % ({} {} {})", signed_number(100 * arm.npv.mean, 1),
                                          signed_number(100 * arm.npv.low, 1), words_["to"],
                                          signed_number(100 * arm.npv.high, 1));
      line(fmt::format("  {}{}{}{}", label(arm), right(share(arm.marginalised), 15),
                       right(arm.began > 0 ? share(arm.saved) : std::string(words_["not_begun"]), 16),
                       right(npv, 25)));
    }
    text_ += wrapped_note(std::string(words_["sweep_arms_note"]) + std::string(words_["between"]) +
                          money_note(file_.scenario(), words_));
  }

  void correlations() {
    const SweptArm& base = summary_.arms.front();
    const SweptArm* best = summary_.best ? &summary_.arms[*summary_.best] : nullptr;
    section(words_["sweep_correlations"]);
    line(fmt::format("  {}{}{}{}", fitted("", kKeyColumns), right(words_["marginalised"], 13),
                     right(best == nullptr ? "" : words_["saved_short"], 13),
                     right(best == nullptr ? "" : words_["npv_short"], 13)));
    std::vector<std::size_t> order(file_.shape().axes.size());
    for (std::size_t x = 0; x < order.size(); ++x) order[x] = x;
    const auto strength = [&](std::size_t x) {
      return std::max(std::abs(base.with_marginalised[x]),
                      best == nullptr ? 0 : std::abs(best->with_saved[x]));
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return strength(a) > strength(b); });
    for (std::size_t i = 0; i < std::min(order.size(), kMostKeys); ++i) {
      const std::size_t x = order[i];
      line(fmt::format("  {}{}{}{}", fitted(file_.shape().axes[x], kKeyColumns),
                       right(correlation(base.with_marginalised[x]), 13),
                       right(best == nullptr ? "" : correlation(best->with_saved[x]), 13),
                       right(best == nullptr ? "" : correlation(best->with_npv[x]), 13)));
    }
    more_keys();
    const std::string note =
        say(best == nullptr ? words_["sweep_correlations_note"] : words_["sweep_correlations_note_best"],
            fmt::arg("chance", summary_.chance),
            fmt::arg("best", best == nullptr ? "" : translated(best->arm.label, language_)));
    text_ += wrapped_note(note);
  }

  const SweepSummary& summary_;
  const SweepFile& file_;
  bool colour_;
  Language language_;
  Words words_;
  std::string text_;
};

// By how much the lines are moved, which may vary from point to point or be drawn.
std::string tolerance_of(const SweepFile& file) {
  const auto is_tolerance = [](const std::string& key) { return key == "lines.tolerance"; };
  const auto has = [&](const std::vector<std::string>& keys) {
    return std::any_of(keys.begin(), keys.end(), is_tolerance);
  };
  const auto varies = [&](const std::string& axis) {
    const Varied* varied = file.scenario().sweep.find_varied(axis);
    return varied == nullptr ? is_tolerance(axis) : has(varied->keys);
  };
  const std::vector<std::string>& axes = file.shape().axes;
  return tolerance_in_words(file.scenario(),
                            has(file.shape().drawn) || std::any_of(axes.begin(), axes.end(), varies));
}

// What becomes of the share saved if the crisis lines are drawn elsewhere; nothing if it stays.
std::string with_other_lines(const SweepSummary& summary, const SweptArm& best, const Words& words) {
  if (!best.saved_lenient) return "";
  const std::string lenient = percent_number(100 * best.saved_lenient->mean);
  const std::string strict = percent_number(100 * best.saved_strict->mean);
  const std::string plain = percent_number(100 * best.saved.mean);
  if (lenient == plain && strict == plain) return "";
  return say(words["sweep_lines"], fmt::arg("tolerance", tolerance_of(*summary.file)),
             fmt::arg("strict", strict), fmt::arg("lenient", lenient));
}

}  // namespace

std::string conclusion(const SweepSummary& summary, Language language) {
  const Words words(language);
  if (summary.arms.empty()) return "";
  const std::size_t done = summary.count(PointStatus::done);
  std::vector<std::string> sentences;
  sentences.push_back(say(words["sweep_falls"],
                          fmt::arg("share", percent_number(100 * summary.arms.front().marginalised.mean)),
                          fmt::arg("points", grouped(done))));
  if (summary.best) {
    const SweptArm& best = summary.arms[*summary.best];
    sentences.push_back(say(words["sweep_best"], fmt::arg("best", translated(best.arm.label, language)),
                            fmt::arg("share", percent_number(100 * best.saved.mean)),
                            fmt::arg("half", grouped(best.half)), fmt::arg("points", grouped(done))));
    const std::string moved = with_other_lines(summary, best, words);
    if (!moved.empty()) sentences.push_back(moved);
  } else if (summary.arms.size() > 1) {
    const bool any_began = std::any_of(summary.arms.begin(), summary.arms.end(),
                                       [](const SweptArm& arm) { return arm.began > 0; });
    sentences.emplace_back(words[any_began ? PhraseKey("sweep_none_saves") : PhraseKey("none_began")]);
  }
  const auto worst = std::max_element(summary.arms.begin() + 1, summary.arms.end(),
                                      [](const SweptArm& a, const SweptArm& b) { return a.harms < b.harms; });
  if (worst != summary.arms.end() && worst->harms > 0) {
    sentences.push_back(say(words["sweep_harm"], fmt::arg("strategy", translated(worst->arm.label, language)),
                            fmt::arg("count", grouped(worst->harms)), fmt::arg("points", grouped(done))));
  }
  sentences.emplace_back(words["sweep_claim"]);
  return fmt::format("{}", fmt::join(sentences, words["between"]));
}

std::string to_text(const SweepSummary& summary, bool colour, Language language) {
  return SweepText(summary, colour, language).run();
}

}  // namespace orgsim
