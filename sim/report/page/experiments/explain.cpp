// Why it happens: the fall of marketing's share, from none of the mechanisms to all of them.
#include "report/explain_summary.hpp"
#include "report/page/data/parts.hpp"
#include "report/page/data/words.hpp"
#include "report/page/experiments/experiments.hpp"

namespace orgsim::page {

namespace {

constexpr double kPoints = 100;

class Steps {
 public:
  Steps(const UnitsResult& result, const Explanation& explanation)
      : result_(result), explanation_(explanation), value_(explanation.variants.front().values.front()) {}

  void total(const Json& label, const Effect& effect) {
    add(label, 0, effect.mean, effect, false);
    steps_.back()["total"] = true;
    at_ = effect.mean;
  }
  void step(const Json& label, const Effect& effect) {
    add(label, at_, at_ + effect.mean, effect, true);
    at_ += effect.mean;
  }
  Json all() { return std::move(steps_); }

 private:
  void add(const Json& label, double from, double to, const Effect& effect, bool sign) {
    const auto number = [&](double of) {  // of a share, and so alike in both languages
      return value_number(value_.name, of, result_.shape.scenario, sign, Language::english);
    };
    steps_.push_back(
        {{"label", label},
         {"from", short_digits(kPoints * from)},
         {"to", short_digits(kPoints * to)},
         {"text", number(effect.mean)},
         {"interval", has_interval(explanation_, effect) ? bracketed(effect.interval, number) : ""},
         {"total", false}});
  }

  const UnitsResult& result_;
  const Explanation& explanation_;
  const ExplainedValue& value_;
  double at_ = 0;
  Json steps_ = Json::array();
};

}  // namespace

Json explain_of(const UnitsResult& result) {
  const Explanation explanation = explanation_of(result);
  const ExplainedValue& share = explanation.variants.front().values.front();
  const bool compares = result.shape.against.has_value();
  const auto end = [&](PhraseKey other, WordKey own) {
    return both([&](Language language) {
      return std::string(compares ? Words(language)[other] : word(own, language));
    });
  };
  Steps steps(result, explanation);
  steps.total(end("explain_other", "none_of_them"), share.none);
  for (const std::size_t p : largest_first(share))
    steps.step(both([&](Language language) { return player_label(explanation.players[p], language); }),
               share.effects[p]);
  steps.total(end("explain_this", "all_of_them"), share.all);
  const auto said = [&](const auto& text) { return both(text); };
  return {{"steps", steps.all()},
          {"axis", said([&](Language language) { return value_label(share.name, language); })},
          {"note", said([&](Language language) { return std::string(Words(language)["explain_note"]); })},
          {"conclusion",
           said([&](Language language) { return explain_conclusion(result, explanation, language); })}};
}

}  // namespace orgsim::page
