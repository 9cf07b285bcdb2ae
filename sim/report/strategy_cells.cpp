#include "report/strategy_cells.hpp"

#include <cmath>

#include "report/numbers.hpp"

namespace orgsim {

namespace {

// A dash where the share is one of nothing.
std::string whole_percent(double share) {
  return std::isnan(share) ? "-" : fmt::format("{:.0f} %", 100 * share);
}

}  // namespace

std::string StrategyCells::share_saved(const StrategySummary& s, const VerdictCounts& verdicts,
                                       bool once) const {
  if (s.began == 0 || verdicts.nothing_to_save() == s.began) return "-";
  if (once) return std::string(verdicts.saved() > 0 ? words_["yes"] : words_["no"]);
  return percent_number(verdicts.saved(), s.replications);
}

std::string StrategyCells::saved_of(const StrategySummary& s, bool once) const {
  if (s.began == 0) return std::string(words_["not_begun"]);
  std::string cell = share_saved(s, s.verdicts, once);
  if (cell != "-" && !once)
    cell += fmt::format(" ({:.0f}-{:.0f})", 100 * s.saved_interval.low, 100 * s.saved_interval.high);
  return cell;
}

std::string StrategyCells::saved(std::size_t s) const {
  return saved_of(summary_.strategies[s], deterministic());
}

std::string StrategyCells::saved_in_worlds(std::size_t s) const {
  return saved_of(summary_.worlds->summary->strategies[s], false);
}

std::string StrategyCells::saved_in_one_world(std::size_t s) const {
  const std::optional<SavedInAWorld>& saved = summary_.worlds->strategies[s].saved;
  if (!saved) return "-";
  if (!saved->without_luck) return std::string(words_["one_world_luck"]);
  return fmt::format("{:.0f}-{:.0f}", 100 * saved->without_luck->front(), 100 * saved->without_luck->back());
}

std::string StrategyCells::saved_against(const RivalsSummary& rivals, std::size_t s) const {
  const StrategySummary& there = rivals.summary->strategies[s];
  return share_saved(there, there.verdicts, deterministic());
}

std::string StrategyCells::twin(std::size_t s, VerdictCounts Twins::* twin) const {
  const StrategySummary& strategy = summary_.strategies[s];
  return strategy.twins ? share_saved(strategy, (*strategy.twins).*twin, deterministic()) : "";
}

std::string StrategyCells::saved_with_lower_lines(std::size_t s) const {
  return twin(s, &Twins::lenient);
}
std::string StrategyCells::saved_with_higher_lines(std::size_t s) const {
  return twin(s, &Twins::strict);
}
std::string StrategyCells::saved_with_other_lines(std::size_t s) const {
  if (!summary_.strategies[s].twins) return "";
  return saved_with_lower_lines(s) + "/" + saved_with_higher_lines(s);
}

std::string StrategyCells::marginalised(const Event& event) const {
  if (deterministic()) return std::string(event.count > 0 ? words_["yes"] : words_["no"]);
  return percent_number(event.count, result_.replications);
}

std::string StrategyCells::real_share(std::size_t s) const {
  const std::optional<Standing>& standing = summary_.strategies[s].standing;
  return standing ? whole_percent(standing->real_share) : "-";
}

std::string StrategyCells::non_substitutability(std::size_t s) const {
  const std::optional<Standing>& standing = summary_.strategies[s].standing;
  return standing ? fmt::format("{:.2f}", standing->non_substitutability) : "-";
}

std::string StrategyCells::centrality(std::size_t s) const {
  const std::optional<Standing>& standing = summary_.strategies[s].standing;
  return standing ? fmt::format("{:.3f}", standing->centrality) : "-";
}

std::string StrategyCells::line(std::string_view key) const {
  const LineParameters& lines = result_.scenario.parameters.lines;
  if (draws(result_, key)) return "-";
  if (key == "lines.budget") return whole_percent(lines.budget);
  return key == "lines.capability" ? fmt::format("{:.2f}", lines.capability)
                                   : fmt::format("{:.3f}", lines.structure);
}

std::string StrategyCells::npv(std::size_t s) const {
  const StrategySummary& strategy = summary_.strategies[s];
  if (strategy.began == 0 && strategy.npv.mean == 0) return std::string(words_["not_begun"]);
  return npv_with_luck(strategy.npv, language_);
}

std::string npv_with_luck(const Difference& npv, Language language) {
  std::string cell = npv_percent(npv.relative, language);
  if (npv.relative_interval) {
    const double half = (npv.relative_interval->high - npv.relative_interval->low) / 2;
    cell += " ±" + npv_percent(half, language).substr(1);
  }
  return cell;
}

std::string npv_percent(double share, Language language) {
  const double size = std::abs(100 * share);
  if (size >= 1e4) return (share < 0 ? "-" : "+") + short_number(size, language);
  return signed_number(100 * share, size >= 99.5 ? 0 : 1);
}

std::string across_worlds_cell(double share) {
  return signed_number(100 * share, std::abs(share) < 0.0995 ? 1 : 0);
}

std::string weeks_of(const Event& event, const Words& words) {
  if (event.count == 0) return std::string(words["never"]);
  if (std::round(event.low) == std::round(event.high))
    return say(words["week"], fmt::arg("median", event.median));
  return say(words["weeks"], fmt::arg("median", event.median), fmt::arg("low", event.low),
             fmt::arg("high", event.high));
}

}  // namespace orgsim
