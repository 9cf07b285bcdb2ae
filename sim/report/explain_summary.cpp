#include "report/explain_summary.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "experiment/explain/explain.hpp"
#include "experiment/explain/mechanisms.hpp"
#include "report/amount.hpp"
#include "report/labels.hpp"
#include "report/phrases.hpp"
#include "report/typography.hpp"

namespace orgsim {

namespace {

constexpr double kPoints = 100;

class ExplainSentences {
 public:
  ExplainSentences(const UnitsResult& result, const Explanation& explanation, Language language)
      : result_(result), explanation_(explanation), language_(language), words_(language) {}

  std::string run() {
    const ExplainedVariant& own = explanation_.variants.front();
    share(own.values[0]);
    week(own.values[4]);
    for (const ExplainedVariant& other : explanation_.variants) {
      if (&other != &own) elsewhere(other, own.values[0]);
    }
    return fmt::format("{}", fmt::join(sentences_, words_["between"]));
  }

 private:
  std::string number(const ExplainedValue& value, double of, bool sign = true) const {
    return value_number(value.name, of, result_.shape.scenario, sign, language_);
  }
  std::string label(std::size_t player) const {
    return player_label(explanation_.players[player], language_);
  }
  void add(std::string sentence) { sentences_.push_back(std::move(sentence)); }

  // What contributes most, as far as it is told from nothing.
  std::string parts(const ExplainedValue& value) const {
    constexpr std::size_t most = 3;
    std::vector<std::string> told;
    for (const std::size_t p : largest_first(value)) {
      const Effect& effect = value.effects[p];
      const bool known = effect.interval.low > 0 || effect.interval.high < 0;
      const std::string text = number(value, effect.mean);
      const bool seen = text.find_first_of("123456789") != std::string::npos;
      if (told.size() < most && known && seen)
        told.push_back(say(words_["explain_part"], fmt::arg("player", label(p)), fmt::arg("effect", text)));
    }
    return fmt::format("{}", fmt::join(told, words_["doubt_list"]));
  }

  void share(const ExplainedValue& value) {
    const bool other = result_.shape.against.has_value();
    const auto moved = [&](double fall, PhraseKey falls, PhraseKey rises) {
      return say(words_[fall >= 0 ? falls : rises], fmt::arg("points", number(value, std::abs(fall), false)));
    };
    add(say(other ? words_["explain_share_other"] : words_["explain_share"],
            fmt::arg("all", moved(value.all.mean, "explain_falls", "explain_rises")),
            fmt::arg("none", other ? moved(value.none.mean, "explain_falls", "explain_rises")
                                   : moved(value.none.mean, "explain_fall", "explain_rise"))));
    const std::string told = parts(value);
    if (!told.empty()) add(say(words_["explain_parts"], fmt::arg("parts", told)));
  }

  void week(const ExplainedValue& value) {
    const std::string told = parts(value);
    if (told.empty()) return;
    const std::string weeks = number(value, std::abs(value.whole.mean), false);
    const PhraseKey phrase = weeks == "0"           ? PhraseKey("explain_week_same")
                             : value.whole.mean < 0 ? PhraseKey("explain_week_earlier")
                                                    : PhraseKey("explain_week_later");
    add(say(words_[phrase], fmt::arg("weeks", weeks), fmt::arg("parts", told)));
  }

  // Whether the same comes first there.
  void elsewhere(const ExplainedVariant& other, const ExplainedValue& own) {
    const ExplainedValue& value = other.values[0];
    const std::size_t first = largest_first(value).front();
    const bool same = first == largest_first(own).front();
    const std::string_view where = variant_where(other.variant, words_);
    add(say(same ? words_["explain_same"] : words_["explain_different"], fmt::arg("where", where),
            fmt::arg("player", label(first)), fmt::arg("effect", number(value, value.effects[first].mean))));
  }

  const UnitsResult& result_;
  const Explanation& explanation_;
  Language language_;
  Words words_;
  std::vector<std::string> sentences_;
};

}  // namespace

std::string explain_conclusion(const UnitsResult& result, const Explanation& explanation, Language language) {
  return ExplainSentences(result, explanation, language).run();
}

std::string player_label(std::string_view player, Language language) {
  const Words words(language);
  if (player == "saturation") return std::string(words["mechanism_saturation"]);
  if (player == "winter") return std::string(words["mechanism_winter"]);
  if (player == "ai") return std::string(words["mechanism_ai"]);
  if (player == "directness") return std::string(words["mechanism_directness"]);
  if (player == "credit") return std::string(words["mechanism_credit"]);
  if (player == "politics") return std::string(words["mechanism_politics"]);
  return std::string(player);
}

std::string value_label(std::string_view value, Language language) {
  const Words words(language);
  if (value == "budget_share") return std::string(words["explained_budget_share"]);
  if (value == "centrality") return std::string(words["explained_centrality"]);
  if (value == "non_substitutability") return std::string(words["explained_non_substitutability"]);
  if (value == "npv") return std::string(words["explained_npv"]);
  if (value == "marginalised_week") return std::string(words["explained_marginalised_week"]);
  return std::string(value);
}

std::string value_number(std::string_view value, double number, const Scenario& scenario, bool sign,
                         Language language) {
  if (value == "npv") return (sign && number > 0 ? "+" : "") + amount_number(number, scenario, language);
  int digits = 3;
  if (value == "budget_share") digits = 1;
  if (value == "marginalised_week") digits = 0;
  const bool known = std::ranges::find(kExplained, value) != kExplained.end();
  if (!known) return (sign && number > 0 ? "+" : "") + short_number(number, language);
  const std::string text = signed_number(value == "budget_share" ? kPoints * number : number, digits);
  const bool zero = text.find_first_of("123456789") == std::string::npos;
  return (sign && !zero) || text.front() != '+' ? text : text.substr(1);
}

bool has_interval(const Explanation& explanation, const Effect& effect) {
  return explanation.variants.front().units > 1 || effect.interval.low < effect.interval.high;
}

std::vector<std::size_t> largest_first(const ExplainedValue& value) {
  std::vector<std::size_t> order(value.effects.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    return std::abs(value.effects[one].mean) > std::abs(value.effects[other].mean);
  });
  return order;
}

}  // namespace orgsim
