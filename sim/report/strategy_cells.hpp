// What tables say of a strategy, cell by cell: the same on the terminal and in the page.
#pragma once

#include <string>
#include <string_view>

#include "report/summary.hpp"

namespace orgsim {

class StrategyCells {
 public:
  StrategyCells(const Summary& summary, Language language)
      : summary_(summary), result_(*summary.result), language_(language), words_(language) {}

  // In how many replications marketing is saved, "99 (95-100)"; a dash where there is nothing to save, and a
  // word where the strategy has not begun.
  std::string saved(std::size_t s) const;
  // Of the worlds; and from the 5 % to the 95 % quantile of those in one world, without their luck.
  std::string saved_in_worlds(std::size_t s) const;
  std::string saved_in_one_world(std::size_t s) const;
  std::string saved_against(const RivalsSummary& rivals, std::size_t s) const;
  // With lower and with higher crisis lines.
  std::string saved_with_lower_lines(std::size_t s) const;
  std::string saved_with_higher_lines(std::size_t s) const;
  std::string saved_with_other_lines(std::size_t s) const;  // "100/44"; empty if nothing is known of them
  // How often, in percent without a sign; yes or no of one deterministic run.
  std::string marginalised(const Event& event) const;

  std::string real_share(std::size_t s) const;
  std::string non_substitutability(std::size_t s) const;
  std::string centrality(std::size_t s) const;
  // What the standing is measured against: "lines.budget", "lines.capability" or "lines.structure".
  std::string line(std::string_view key) const;

  // The difference of the firm's NPV in % of the baseline's, "+3.8 ±0.1".
  std::string npv(std::size_t s) const;

 private:
  bool deterministic() const { return is_deterministic(result_.scenario); }
  std::string share_saved(const StrategySummary& s, const VerdictCounts& verdicts, bool once) const;
  std::string saved_of(const StrategySummary& s, bool once) const;
  std::string twin(std::size_t s, VerdictCounts Twins::* twin) const;

  const Summary& summary_;
  const RunResult& result_;
  Language language_;
  Words words_;
};

// Such a difference, with half the width of its interval.
std::string npv_with_luck(const Difference& npv, Language language);

// A share in %, with a sign and digits as the size of the number allows.
std::string npv_percent(double share, Language language);
// A quantile over the worlds of such a share.
std::string across_worlds_cell(double share);

// "week 274 (268-281)"; or never.
std::string weeks_of(const Event& event, const Words& words);

}  // namespace orgsim
