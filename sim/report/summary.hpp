// The answer to the project's question, as numbers: what the terminal, JSON and later the page show.
#pragma once

#include <algorithm>
#include <memory>
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

// In the runs of an arm: when the stock phase begins, when the focal marketing crosses a line, and when it is
// marginalised.
Event stock_phase_of(const std::vector<Outcome>& outcomes);
Event line_of(const std::vector<Outcome>& outcomes, Line line);
Event marginalised_of(const std::vector<Outcome>& outcomes);

// A difference to the baseline, paired by replication.
struct Difference {
  double mean = 0;
  double relative = 0;               // mean over the baseline's mean
  std::optional<Interval> interval;  // 95 %; one replication has none
  std::optional<Interval> relative_interval;
};

// In how many replications each verdict falls.
struct VerdictCounts {
  std::array<std::size_t, count_of<Verdict>> counts{};

  void add(Verdict verdict) { ++counts[static_cast<std::size_t>(verdict)]; }
  std::size_t operator[](Verdict verdict) const { return counts[static_cast<std::size_t>(verdict)]; }
  std::size_t saved() const {
    std::size_t sum = 0;
    for (const Verdict verdict : every<Verdict>()) sum += saves(verdict) ? (*this)[verdict] : 0;
    return sum;
  }
  // Marketing is not marginalised without the strategy, so that nothing can be averted or reversed.
  std::size_t nothing_to_save() const {
    return (*this)[Verdict::kept] + (*this)[Verdict::unchanged] + (*this)[Verdict::worsened];
  }
};

// What is found with the crisis lines lower and higher by lines.tolerance.
struct Twins {
  VerdictCounts lenient;
  VerdictCounts strict;
};

struct StrategySummary {
  ArmTitle arm;
  std::size_t began = 0;  // replications in which it began
  Event beginning;
  VerdictCounts verdicts;
  std::optional<Twins> twins;        // files of the model's first version have none
  std::optional<Standing> standing;  // mean over the replications with a verdict
  std::size_t replications = 0;
  Interval saved_interval;               // 95 %, of averted + reversed among all replications
  double share_end = 0;                  // mean share of marketing's budget after the last week
  Difference npv;                        // of the focal firm, money
  std::optional<Difference> rivals_npv;  // of all its rivals together, if there are any
  Difference others;                     // total budget of the other departments, money
  std::optional<PerChannel> margins;     // money that a customer brought in, by entry channel; of networks
  Event marginalised;                    // at any time in the run
  AnyTime any_time;

  std::size_t count(Verdict verdict) const { return verdicts[verdict]; }
  std::size_t saved() const { return verdicts.saved(); }
  bool harms() const { return any_time.harms(); }
  double saved_share() const { return part(saved()); }
  bool saves_in_half() const { return saved_share() >= 0.5; }  // of the replications, or in more
  // Of all replications.
  double part(std::size_t of) const { return static_cast<double>(of) / static_cast<double>(replications); }
};

struct Summary;

// A key that goes with what a strategy brings, more than chance explains.
struct Influential {
  std::string key;
  double correlation = 0;  // partial rank correlation over the worlds
  // Its plausible range, and where that is from.
  double low = 0;
  double high = 0;
  std::string source;

  bool rises() const { return correlation > 0; }
};

// How often a strategy saves marketing in single worlds: 5, 50 and 95 % quantiles over worlds.
struct SavedInAWorld {
  std::array<double, 3> raw{};  // of the shares of the replications, which have their luck
  // Of the shares without it; nothing where they differ no more than luck makes them.
  std::optional<std::array<double, 3>> without_luck;
};
// From the replications of each world in which it is saved. The variance between worlds is that of the shares
// less the mean of what luck adds, p (1 - p) / (R - 1); the shares are drawn to their mean until they have it
// (Louis 1984, J. American Statistical Association 79(386), 393-398).
SavedInAWorld saved_in_a_world(const std::vector<std::size_t>& saved, std::size_t replications);

// What a strategy brings across the worlds.
struct AcrossWorlds {
  std::array<double, 3> npv{};         // of the firm, relative difference: 5, 50 and 95 % quantiles
  std::optional<SavedInAWorld> saved;  // where worlds have replications of their own
  std::vector<Influential> saved_by;   // the strongest first
  std::vector<Influential> npv_by;
};

// The same summary of the runs in the worlds, and of those with other rivals.
struct DoubtSummary {
  std::shared_ptr<const RunResult> result;
  std::shared_ptr<const Summary> summary;
};
// What it hangs on which of two strategies is worth more to the firm.
struct BetweenTwo {
  ArmTitle first;
  ArmTitle second;
  std::vector<Influential> npv_by;  // the strongest first; positive: the larger, the better for the first
};
struct SummaryInWorlds : DoubtSummary {
  std::vector<AcrossWorlds> strategies;  // in the order of the summary's
  std::optional<BetweenTwo> between;
};
struct RivalsSummary : DoubtSummary {
  Rivals rivals = Rivals::same;
};

struct Summary {
  const RunResult* result = nullptr;
  Event stock_phase;
  std::array<Event, count_of<Line>> lines;
  Event marginalised;
  double baseline_npv = 0;        // mean, money
  double baseline_share_end = 0;  // mean
  std::optional<PerChannel> baseline_margins;
  std::vector<StrategySummary> strategies;
  // The strategy that saves marketing most often, those that do harm coming last, ties going to the better
  // NPV; nothing if none ever does, or if there is nothing to save it from.
  std::optional<std::size_t> best;
  // Of those that save it in half of the replications or more, the one that pays the firm most, unless that
  // is `best`.
  std::optional<std::size_t> best_paid;
  // Those that make marketing marginalised where it would not have been, the worst first.
  std::vector<std::size_t> harmful;
  std::optional<SummaryInWorlds> worlds;
  std::vector<RivalsSummary> rivals;
};

// How many strategies save marketing in half of the replications or more, by those of their verdicts that
// `of` gives.
template <class Verdicts>
std::size_t save_in_half(const Summary& summary, const Verdicts& of) {
  return static_cast<std::size_t>(
      std::count_if(summary.strategies.begin(), summary.strategies.end(),
                    [&](const StrategySummary& s) { return s.part(of(s).saved()) >= 0.5; }));
}

// Replications among all as a percentage; yes or no where there is nothing but one run to count.
std::string share_of_replications(const RunResult& result, std::size_t count, const Words& words);

// "20 %": by how much the lines are moved for the twins; the key's name where it differs between runs.
std::string tolerance_in_words(const Scenario& scenario, bool differs);
std::string tolerance_in_words(const RunResult& result);

// Of all strategies, or of those named in `only`, which are all in the result. `result` must outlive the
// summary.
Summary summarise(const RunResult& result, const std::vector<std::string>& only = {});

// A few sentences: what reverses it here, whether the firm is better off for it, what verdicts do not see,
// and what does harm.
std::string conclusion(const Summary& summary, Language language = Language::english);

// Whether the baseline is marginalised before the span ends in which some strategy is judged.
bool is_something_to_save(const Summary& summary);

// Of those sentences what verdicts do not see of the best strategy, or of all where none saves marketing;
// empty if there is nothing.
std::string verdicts_in_words(const Summary& summary, Language language = Language::english);

// Of those sentences what says which strategies do harm; empty if none does.
std::string harm_in_words(const Summary& summary, Language language = Language::english);

// What worlds and rivals do to that answer: what is robust, what is fragile, what would flip it. Empty where
// they were not run.
std::vector<std::string> doubts(const Summary& summary, Language language = Language::english);

// Those of the doubts that say what would flip the answer; empty where it was not doubted.
std::vector<std::string> flips(const Summary& summary, Language language = Language::english);

// What the best strategy's success does not survive, of what was run and of lines drawn higher; empty if it
// is robust, nothing if no strategy saves marketing in half of the replications.
std::optional<std::vector<std::string>> does_not_survive(const Summary& summary,
                                                         Language language = Language::english);

// Those of its sentences that a title of the strategies says: what saves marketing, what verdicts do not see,
// and what does harm. Of a summary that has strategies.
std::vector<std::string> headline(const Summary& summary, Language language = Language::english);

// For a person with one minute: 80 columns, in colour or not.
std::string to_text(const Summary& summary, bool colour, Language language = Language::english);

// The same facts for programs; the language is that of the conclusion.
std::string to_json(const Summary& summary, Language language = Language::english);

}  // namespace orgsim
