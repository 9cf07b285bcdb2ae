// What every page of an experiment that runs units begins with.
#pragma once

#include "core/text.hpp"
#include "experiment/units/course.hpp"
#include "experiment/units/run.hpp"
#include "report/labels.hpp"
#include "report/text_page.hpp"
#include "report/world_line.hpp"

namespace orgsim {

// What a variant is called in a column's head.
inline std::string variant_word(std::string_view name, const Words& words) {
  if (name == kOwnVariant) return std::string(words["variant_own"]);
  if (name == "worlds") return std::string(words["variant_worlds"]);
  if (name == "rivals_same") return std::string(words["variant_same"]);
  if (name == "rivals_respond") return std::string(words["variant_respond"]);
  return std::string(words["variant_static"]);
}

// The same where there is little room.
inline std::string variant_head(std::string_view name, const Words& words) {
  if (name == "rivals_respond") return std::string(words["variant_head_respond"]);
  if (name == "rivals_static") return std::string(words["variant_head_static"]);
  return variant_word(name, words);
}

class UnitsPage : public TextPage {
 public:
  UnitsPage(const UnitsResult& result, bool colour, Language language)
      : TextPage(colour, language), result_(result), shape_(result.shape) {}

 protected:
  // The scenario and the question; then what was run, and what came of it in a few sentences.
  void begin(std::string_view question, const std::string& conclusion) {
    const std::string title = translated(shape_.scenario.title, language_);
    line("{}",
         styled(cut(say(words_["units_title"], fmt::arg("title", title), fmt::arg("question", question)),
                    kColumns),
                fmt::emphasis::bold));
    line("{}", world_line(shape_.scenario, shape_.variants.front().units, words_));
    text_ += "\n" + wrapped(conclusion, kColumns);
  }

  // Of an experiment on one course: what the focal firm follows, or why rivals are not among the variants.
  void course_note() {
    const std::string& strategy = shape_.scenario.firms.front().strategy;
    if (shape_.scenario.find_strategy(strategy) != nullptr)
      text_ += wrapped(say(words_["course_follows"], fmt::arg("strategy", label_of(strategy))), kColumns);
    if (leaves_rivals_out(shape_)) text_ += wrapped(words_["rivals_left_out"], kColumns);
  }

  std::string label_of(std::string_view strategy) const {
    return strategy_label(shape_.scenario, strategy, language_);
  }

  const UnitsResult& result_;
  const UnitsShape& shape_;
};

}  // namespace orgsim
