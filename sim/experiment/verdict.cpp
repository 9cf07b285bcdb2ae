#include "experiment/verdict.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace orgsim {

namespace {

constexpr int kVerdictWeeks = 26;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kCentral = 2;        // times the structure line
constexpr double kMoreCentral = 1.5;  // times the baseline

// Week by week, up to the end of a span, with the lines' thresholds times `factor`.
std::vector<CrossedLines> crossed(const Positions& history, int end, const LineParameters& lines,
                                  double factor) {
  std::vector<CrossedLines> weeks;
  weeks.reserve(static_cast<std::size_t>(end) + 1);
  LineState now;
  for (const Position& week : std::span(history).first(static_cast<std::size_t>(end) + 1)) {
    now.count(beyond(week, lines, factor), lines.sustain);
    weeks.push_back(now.crossed);
  }
  return weeks;
}

// The span of a judgement, both ends included, and the verdict weeks at its end.
struct Span {
  int began;
  int end;
  int first;  // verdict week
};

Span span_of(const Positions& run, int began, const LineParameters& lines) {
  const auto last = static_cast<std::int64_t>(run.size()) - 1;
  const int end = static_cast<int>(std::min(last_judged_week(began, lines), last));
  return {began, end, std::max(began, end - kVerdictWeeks + 1)};
}

bool marginalised(const std::vector<CrossedLines>& weeks, int first, int end) {
  return std::any_of(weeks.begin() + first, weeks.begin() + end,
                     [](const CrossedLines& week) { return week.level() >= kMarginalisedLevel; });
}

int highest(const std::vector<CrossedLines>& weeks, const Span& span) {
  int most = 0;
  for (int w = span.first; w <= span.end; ++w)
    most = std::max(most, weeks[static_cast<std::size_t>(w)].level());
  return most;
}

Standing mean_standing(const Positions& history, const Span& span) {
  Standing mean{0, 0, 0};
  const double weeks = span.end - span.first + 1;
  for (int w = span.first; w <= span.end; ++w) {
    const Position& week = history[static_cast<std::size_t>(w)];
    mean.real_share += week.initial_share > 0 ? week.real_share / week.initial_share / weeks : kNaN;
    mean.non_substitutability += week.non_substitutability / weeks;
    mean.centrality += week.centrality / weeks;
  }
  return mean;
}

// Smaller, but central because of the strategy.
bool is_transformed(const Positions& baseline, const Positions& run, const std::vector<CrossedLines>& weeks,
                    const Span& span, double structure) {
  bool smaller = false;
  for (int w = span.first; w <= span.end; ++w) {
    const CrossedLines& week = weeks[static_cast<std::size_t>(w)];
    if (week.has(Line::capability) || week.has(Line::structure)) return false;
    if (run[static_cast<std::size_t>(w)].centrality < kCentral * structure) return false;
    smaller = smaller || week.has(Line::budget);
  }
  return smaller &&
         mean_standing(run, span).centrality >= kMoreCentral * mean_standing(baseline, span).centrality;
}

Verdict verdict(const Positions& baseline, const Positions& run, const Span& span,
                const LineParameters& lines, double factor) {
  const std::vector<CrossedLines> of_run = crossed(run, span.end, lines, factor);
  const std::vector<CrossedLines> of_baseline = crossed(baseline, span.end, lines, factor);
  const int E = highest(of_run, span);
  const int E_b = highest(of_baseline, span);
  const bool M = marginalised(of_run, span.began, span.end + 1);
  const bool M_b = marginalised(of_baseline, span.began, span.end + 1);
  const bool M_0 = marginalised(of_run, 0, span.began);
  if (E == 0 && (M || M_0)) return Verdict::reversed;
  if (E == 0 && M_b) return Verdict::averted;
  if (E == 0) return Verdict::kept;
  const bool threatened = M_b || M_0;
  if (threatened && is_transformed(baseline, run, of_run, span, factor * lines.structure))
    return Verdict::transformed;
  if (E == 1 && threatened) return Verdict::contained;
  if (threatened) return Verdict::lost;
  return E <= E_b ? Verdict::unchanged : Verdict::worsened;
}

}  // namespace

bool Standing::operator==(const Standing& other) const {
  const bool neither = std::isnan(real_share) && std::isnan(other.real_share);
  return (real_share == other.real_share || neither) && non_substitutability == other.non_substitutability &&
         centrality == other.centrality;
}

Judgement judged(const Positions& baseline, const Positions& run, int began, const LineParameters& lines) {
  const Span span = span_of(run, began, lines);
  return {verdict(baseline, run, span, lines, 1), verdict(baseline, run, span, lines, 1 - lines.tolerance),
          verdict(baseline, run, span, lines, 1 + lines.tolerance), mean_standing(run, span)};
}

}  // namespace orgsim
