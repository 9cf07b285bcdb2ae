// What the tables of strategies share.
#pragma once

#include <string>
#include <vector>

#include "report/summary.hpp"
#include "report/text_page.hpp"

namespace orgsim {

class StrategiesPage : public TextPage {
 public:
  StrategiesPage(const Summary& summary, bool colour, Language language)
      : TextPage(colour, language),
        summary_(summary),
        result_(*summary.result),
        strategies_(summary.strategies),
        twins_(strategies_.front().twins.has_value()),
        moved_(twins_ &&
               (draws(result_, "lines.tolerance") || result_.scenario.parameters.lines.tolerance > 0)) {}

 protected:
  static constexpr int kLabel = 24;  // columns

  bool deterministic() const { return is_deterministic(result_.scenario); }

  std::string of_replications() const {
    return std::string(deterministic() ? std::string_view() : words_["of_replications"]);
  }

  std::string label(const StrategySummary& strategy) const {
    return fitted(translated(strategy.arm.label, language_), kLabel);
  }

  const Summary& summary_;
  const RunResult& result_;
  const std::vector<StrategySummary>& strategies_;
  bool twins_;  // which not every file has
  bool moved_;  // whether they are judged by other lines
};

}  // namespace orgsim
