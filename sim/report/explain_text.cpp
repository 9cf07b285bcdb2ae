// An explanation for a person: a waterfall for each value, from none of the mechanisms to all of them.
#include <algorithm>
#include <cmath>

#include "experiment/explain/explain.hpp"
#include "experiment/explain/mechanisms.hpp"
#include "report/explain_summary.hpp"
#include "report/units_page.hpp"
#include "report/units_reports.hpp"

namespace orgsim {

namespace {

constexpr int kLeastPlayer = 18;
constexpr int kEffect = 9;
constexpr int kBetween = 20;
constexpr int kBar = 8;
constexpr int kElsewhere = 11;
constexpr std::size_t kMostElsewhere = 2;

class ExplainText : public UnitsPage {
 public:
  ExplainText(const UnitsResult& result, bool colour, Language language)
      : UnitsPage(result, colour, language), explanation_(explanation_of(result)) {}

  std::string run() {
    begin(words_["explain_question"], explain_conclusion(result_, explanation_, language_));
    course_note();
    const ExplainedVariant& own = explanation_.variants.front();
    for (std::size_t v = 0; v < own.values.size(); ++v) waterfall(v);
    notes();
    if (!own.values.front().pairs.empty()) interactions();
    return std::move(text_);
  }

 private:
  std::string label(std::size_t player) const {
    return player_label(explanation_.players[player], language_);
  }

  // Of the first column: as long as its labels, if other variants leave room for that.
  int player_width() const {
    const auto room = static_cast<int>(kMostElsewhere - elsewhere()) * kElsewhere;
    int longest = 0;
    for (std::size_t p = 0; p < explanation_.players.size(); ++p)
      longest = std::max(longest, columns_of(label(p)));
    return std::clamp(longest, kLeastPlayer, kLeastPlayer + room);
  }

  // In that column; of a path that is too long its end says most.
  std::string row_label(std::size_t player) const {
    const std::string whole = label(player);
    const auto room = static_cast<std::size_t>(player_width());
    const bool path = columns_of(whole) == static_cast<int>(whole.size());
    if (!path || whole.size() <= room) return fitted(whole, player_width());
    return "..." + whole.substr(whole.size() - (room - 3));
  }

  std::string number(const ExplainedValue& value, double of, bool sign) const {
    return value_number(value.name, of, shape_.scenario, sign, language_);
  }

  // Both ends, with a digit less where there is no room for all.
  std::string interval_of(const ExplainedValue& value, const Interval& interval) const {
    const std::string text = fmt::format("{} {} {}", number(value, interval.low, true), words_["to"],
                                         number(value, interval.high, true));
    if (columns_of(text) < kBetween) return text;
    return fmt::format("{:+.2g} {} {:+.2g}", interval.low, words_["to"], interval.high);
  }

  // A bar from one level to the next, on a scale of the whole waterfall: readable without colour.
  struct Scale {
    double low = 0;
    double high = 0;

    int column(double level) const {
      if (!(high > low)) return 0;
      return static_cast<int>(std::lround((level - low) / (high - low) * (kBar - 1)));
    }
    std::string bar(double from, double to) const {
      const auto [first, last] = std::minmax({column(from), column(to)});
      const char mark = to > from ? '+' : to < from ? '-' : '|';
      return std::string(static_cast<std::size_t>(first), ' ') +
             std::string(static_cast<std::size_t>(last - first + 1), mark);
    }
  };

  static Scale scale_of(const ExplainedValue& value, const std::vector<std::size_t>& order) {
    double level = value.none.mean;
    Scale scale{level, level};
    for (const std::size_t p : order) {
      level += value.effects[p].mean;
      scale.low = std::min(scale.low, level);
      scale.high = std::max(scale.high, level);
    }
    return scale;
  }

  std::size_t elsewhere() const { return std::min(explanation_.variants.size() - 1, kMostElsewhere); }

  std::string others(std::size_t v, std::size_t player) const {
    std::string row;
    for (std::size_t i = 1; i <= elsewhere(); ++i) {
      const ExplainedValue& value = explanation_.variants[i].values[v];
      row += right(number(value, value.effects[player].mean, true), kElsewhere);
    }
    return row;
  }

  void head(const ExplainedValue& value) {
    section(value_label(value.name, language_));
    std::string others;
    for (std::size_t i = 1; i <= elsewhere(); ++i)
      others += right(variant_head(explanation_.variants[i].variant, words_), kElsewhere);
    line("  {}{}{} {}{}", fitted("", player_width()), right(words_["explain_effect"], kEffect),
         right(words_["explain_interval"], kBetween), fitted("", kBar), others);
  }

  void level(std::string_view name, const ExplainedValue& value, const Effect& at, const Scale& scale) {
    line("  {}{}{} {}", fitted(name, player_width()), right(number(value, at.mean, false), kEffect),
         right("", kBetween), scale.bar(at.mean, at.mean));
  }

  void waterfall(std::size_t v) {
    const ExplainedValue& value = explanation_.variants.front().values[v];
    const std::vector<std::size_t> order = largest_first(value);
    const Scale scale = scale_of(value, order);
    head(value);
    const bool other = shape_.against.has_value();
    level(other ? words_["explain_other"] : words_["explain_none"], value, value.none, scale);
    double at = value.none.mean;
    for (const std::size_t p : order) {
      const Effect& effect = value.effects[p];
      const std::string bar = scale.bar(at, at + effect.mean);
      const bool spreads = has_interval(explanation_, effect);
      line("  {}{}{} {}{}", row_label(p), right(number(value, effect.mean, true), kEffect),
           right(spreads ? interval_of(value, effect.interval) : "", kBetween), fitted(bar, kBar),
           others(v, p));
      at += effect.mean;
    }
    if (!other) unused(v);
    level(other ? words_["explain_this"] : words_["explain_all"], value, value.all, scale);
  }

  // Mechanisms that the scenario leaves off, or that were not asked for.
  void unused(std::size_t v) {
    const ExplainedValue& value = explanation_.variants.front().values[v];
    for (const Mechanism& mechanism : mechanisms()) {
      if (std::ranges::find(explanation_.players, mechanism.name) != explanation_.players.end()) continue;
      line("  {}{}  {}", fitted(player_label(mechanism.name, language_), player_width()),
           right(number(value, 0, false), kEffect), words_["explain_off"]);
    }
  }

  void notes() {
    text_ += "\n" + wrapped(words_["explain_note"], kColumns);
    if (shape_.against) {
      text_ += wrapped(words_["explain_note_other"], kColumns);
      for (const std::string& player : explanation_.players) text_ += wrapped_note(player);
    } else {
      std::vector<std::string> references;
      for (const Mechanism& mechanism : mechanisms())
        references.push_back(fmt::format("{}: {}", player_label(mechanism.name, language_),
                                         words_[reference_of(mechanism.name)]));
      text_ += wrapped(
          say(words_["explain_references"],
              fmt::arg("references", fmt::format("{}", fmt::join(references, words_["explain_then"])))),
          kColumns);
    }
    if (explanation_.exact) return;
    const ExplainedValue& share = explanation_.variants.front().values.front();
    text_ +=
        wrapped(say(words_["explain_sampled"], fmt::arg("error", number(share, share.sampling_error, false)),
                    fmt::arg("value", value_label(share.name, language_))),
                kColumns);
  }

  static PhraseKey reference_of(std::string_view mechanism) {
    if (mechanism == "saturation") return "reference_saturation";
    if (mechanism == "winter") return "reference_winter";
    if (mechanism == "ai") return "reference_ai";
    if (mechanism == "directness") return "reference_directness";
    if (mechanism == "credit") return "reference_credit";
    return "reference_politics";
  }

  void interactions() {
    constexpr std::size_t most = 8;
    const ExplainedValue& value = explanation_.variants.front().values.front();
    section(say(words_["explain_pairs"], fmt::arg("value", value_label(value.name, language_))));
    std::vector<PairEffect> pairs = value.pairs;
    std::ranges::stable_sort(pairs, [](const PairEffect& one, const PairEffect& other) {
      return std::abs(one.effect.mean) > std::abs(other.effect.mean);
    });
    pairs.resize(std::min(pairs.size(), most));
    for (const PairEffect& pair : pairs) {
      const std::string both = fmt::format("{}{}{}", label(pair.one), kBothOf, label(pair.other));
      const std::string interval = fmt::format("{} {} {}", number(value, pair.effect.interval.low, true),
                                               words_["to"], number(value, pair.effect.interval.high, true));
      line("  {}{}{}", fitted(both, 40), right(number(value, pair.effect.mean, true), kEffect),
           right(interval, 22));
    }
    text_ += wrapped_note(words_["explain_pairs_note"]);
  }

  Explanation explanation_;
};

}  // namespace

std::string explain_text(const UnitsResult& result, bool colour, Language language) {
  return ExplainText(result, colour, language).run();
}

}  // namespace orgsim
