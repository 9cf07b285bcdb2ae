// The answer to the project's question, as numbers: what the terminal, JSON and later the page show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/run.hpp"
#include "experiment/statistics.hpp"
#include "report/any_time.hpp"
#include "report/phrases.hpp"

namespace orgsim {

// An event that comes in some replications, in some week.
struct Event {
  std::size_t count = 0;  // replications in which it comes
  double median = 0;      // week; these three only if count > 0
  double low = 0;         // 5 % quantile
  double high = 0;        // 95 % quantile
};

// A difference to the baseline, paired by replication.
struct Difference {
  double mean = 0;
  double relative = 0;               // mean over the baseline's mean
  std::optional<Interval> interval;  // 95 %; one replication has none
  std::optional<Interval> relative_interval;
};

struct StrategySummary {
  ArmTitle arm;
  std::size_t began = 0;  // replications in which it began
  Event beginning;
  std::array<std::size_t, count_of<Verdict>> verdicts{};
  std::size_t replications = 0;
  Interval saved_interval;  // 95 %, of averted + reversed among all replications
  double share_end = 0;     // mean share of marketing's budget after the last week
  Difference npv;           // of the focal firm, money
  Difference others;        // total budget of the other three departments, money
  Event marginalised;       // at any time in the run
  AnyTime any_time;

  std::size_t count(Verdict verdict) const { return verdicts[static_cast<std::size_t>(verdict)]; }
  std::size_t saved() const { return count(Verdict::averted) + count(Verdict::reversed); }
  double share(Verdict verdict) const { return part(count(verdict)); }
  bool harms() const { return any_time.harms(); }
  double saved_share() const { return part(saved()); }

 private:
  double part(std::size_t of) const { return static_cast<double>(of) / static_cast<double>(replications); }
};

struct Summary {
  const RunResult* result = nullptr;
  Event stock_phase;
  std::array<Event, count_of<Line>> lines;
  Event marginalised;
  double baseline_npv = 0;        // mean, money
  double baseline_share_end = 0;  // mean
  std::vector<StrategySummary> strategies;
  // The strategy that saves marketing most often, those that do harm coming last, ties going to the better
  // NPV; nothing if none ever does, or if there is nothing to save it from.
  std::optional<std::size_t> best;
  // Of those that save it in half of the replications or more, the one that pays the firm most, unless that
  // is `best`.
  std::optional<std::size_t> best_paid;
  // Those that make marketing marginalised where it would not have been, the worst first.
  std::vector<std::size_t> harmful;
};

// Replications among all as a percentage; yes or no where there is nothing but one run to count.
std::string share_of_replications(const RunResult& result, std::size_t count, const Words& words);

// Of all strategies, or of those named in `only`, which are all in the result. `result` must outlive the
// summary.
Summary summarise(const RunResult& result, const std::vector<std::string>& only = {});

// A few sentences: what reverses it here, whether the firm is better off for it, what verdicts do not see,
// and what does harm.
std::string conclusion(const Summary& summary, Language language = Language::english);

// Those of its sentences that a title of the strategies says: what saves marketing, what verdicts do not see,
// and what does harm. Of a summary that has strategies.
std::vector<std::string> headline(const Summary& summary, Language language = Language::english);

// For a person with one minute: 80 columns, in colour or not.
std::string to_text(const Summary& summary, bool colour, Language language = Language::english);

// The same facts for programs; the language is that of the conclusion.
std::string to_json(const Summary& summary, Language language = Language::english);

}  // namespace orgsim
