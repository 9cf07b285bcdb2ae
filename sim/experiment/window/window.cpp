#include "experiment/window/window.hpp"

#include <algorithm>
#include <charconv>

#include "experiment/guards.hpp"
#include "experiment/outcome.hpp"
#include "experiment/replication.hpp"
#include "experiment/run.hpp"
#include "experiment/units/options.hpp"
#include "scenario/text/checks.hpp"

namespace orgsim {

namespace {

constexpr std::int64_t kUsualStep = 13;
constexpr std::size_t kMostStarts = 1000;

// What a strategy is given on the second axis.
enum class Second { none, ramp, budget };

struct WindowDesign {
  std::vector<std::string> strategies;
  Second second = Second::none;
  std::vector<double> settings{1};
  std::vector<int> starts;

  std::size_t arms() const { return strategies.size() * settings.size(); }
};

// One run, with what is to be known of it.
struct Followed {
  Simulation simulation;
  OutcomeTracker tracker;

  void step(const Unit& unit) {
    unit.stop.check();
    simulation.step(unit.executor);
    tracker.observe(simulation.world());
    expect_finite(simulation.world());
  }
  double npv() const { return tracker.outcome(simulation).firms.front().npv; }
};

// What an arm leaves until the baseline has got as far.
struct Ended {
  Positions span;  // from its first week on
  double npv = 0;
};

Strategy begun_in(Strategy strategy, int week, Second second, double setting) {
  strategy.start = week;
  strategy.when.reset();
  strategy.delay = 0;
  if (second == Second::ramp) strategy.ramp = setting;
  if (second == Second::budget) strategy.budget = setting;
  return strategy;
}

class WindowUnit {
 public:
  WindowUnit(const WindowDesign& design, const Unit& unit)
      : design_(design),
        unit_(unit),
        scenario_(unit.scenario),
        followers_(scenario_),
        judge_(static_cast<int>(scenario_.parameters.lines.judge)),
        horizon_(design.starts.back() + judge_ + 1) {
    // Later spans may reach beyond the end: a network is made for all who come until then.
    scenario_.parameters.run.weeks = std::max<std::int64_t>(scenario_.parameters.run.weeks, horizon_);
  }

  std::vector<double> run() {
    Followed baseline{Simulation(scenario_, unit_.stream_key, unit_.stop),
                      OutcomeTracker(scenario_.firms.size())};
    std::vector<double> worth;  // by the end of each week
    ended_.resize(design_.arms());
    std::size_t next = 0;
    for (int week = 0; week < horizon_; ++week) {
      if (next < design_.starts.size() && design_.starts[next] == week) {
        for (std::size_t arm = 0; arm < design_.arms(); ++arm)
          ended_[arm].push_back(ended(baseline, arm, week));
        ++next;
      }
      baseline.step(unit_);
      worth.push_back(baseline.npv());
    }
    return judged_all(baseline, worth);
  }

 private:
  const Strategy& strategy_of(std::size_t arm) const {
    return *scenario_.find_strategy(design_.strategies[arm / design_.settings.size()]);
  }

  Ended ended(const Followed& baseline, std::size_t arm, int week) const {
    Followed fork = baseline;
    const double setting = design_.settings[arm % design_.settings.size()];
    followers_.take(fork.simulation, begun_in(strategy_of(arm), week, design_.second, setting));
    while (fork.simulation.weeks_done() < week + judge_ + 1) fork.step(unit_);
    const Positions& all = fork.tracker.positions();
    return {{all.begin() + week, all.end()}, fork.npv()};
  }

  std::vector<double> judged_all(const Followed& baseline, const std::vector<double>& worth) const {
    const Positions& of_baseline = baseline.tracker.positions();
    const std::optional<int> marginalised =
        baseline.simulation.firms().lines.front().first_week(Crisis::marginalised);
    std::vector<double> numbers;
    for (const std::vector<Ended>& arm : ended_) {
      for (std::size_t s = 0; s < arm.size(); ++s) {
        const int start = design_.starts[s];
        Positions run(of_baseline.begin(), of_baseline.begin() + start);
        run.insert(run.end(), arm[s].span.begin(), arm[s].span.end());
        const Judgement judgement = judged(of_baseline, run, start, scenario_.parameters.lines);
        const bool to_save = marginalised && *marginalised <= start + judge_;
        const double before = worth[static_cast<std::size_t>(start + judge_)];
        for (const double number : {static_cast<double>(judgement.verdict), to_save ? 1.0 : 0.0,
                                    arm[s].npv - before, judgement.standing.real_share,
                                    judgement.standing.non_substitutability, judgement.standing.centrality})
          numbers.push_back(number);
      }
    }
    return numbers;
  }

  const WindowDesign& design_;
  const Unit& unit_;
  Scenario scenario_;
  Followers followers_;
  int judge_;
  int horizon_;
  std::vector<std::vector<Ended>> ended_;  // per arm, per start
};

[[noreturn]] void refuse_starts(const std::string& text, const std::string& what, const std::string& cure) {
  throw InputError(Problem{{}, "starts", fmt::format("'{}': {}", text, what), cure});
}

std::vector<std::int64_t> numbers_between_colons(const std::string& text) {
  std::vector<std::int64_t> numbers;
  const char* at = text.data();
  const char* end = at + text.size();
  while (true) {
    std::int64_t number = 0;
    const auto [rest, error] = std::from_chars(at, end, number);
    if (error != std::errc()) return {};
    numbers.push_back(number);
    if (rest == end) return numbers;
    if (*rest != ':') return {};
    at = rest + 1;
  }
}

std::vector<double> each_once(const std::vector<double>& settings) {
  std::vector<double> different;
  for (const double one : settings) {
    if (std::ranges::find(different, one) == different.end()) different.push_back(one);
  }
  return different;
}

WindowDesign design_of(const Scenario& scenario, const WindowOptions& options) {
  if (!options.ramp.empty() && !options.budget_factor.empty()) {
    throw InputError(Problem{
        {}, "budget_factor", "ramp is the second axis already", "one of the two: a map has two axes"});
  }
  WindowDesign design;
  for (const Arm& arm : arms_of(scenario, {{}, options.only, "only", {}, false, nullptr})) {
    if (arm.title.name != kBaseline) design.strategies.push_back(arm.title.name);
  }
  if (design.strategies.empty()) {
    throw InputError(
        Problem{{}, "strategies", "there is none that could be tried", "a table [strategies.NAME]"});
  }
  if (!options.ramp.empty()) design.second = Second::ramp;
  if (!options.budget_factor.empty()) design.second = Second::budget;
  if (design.second == Second::ramp) design.settings = each_once(options.ramp);
  if (design.second == Second::budget) design.settings = each_once(options.budget_factor);
  for (const double week : starts_from(options.starts, scenario.parameters.run.weeks))
    design.starts.push_back(static_cast<int>(week));
  return design;
}

std::vector<UnitAxis> axes_of(const Scenario& scenario, const WindowDesign& design) {
  const char* settings = design.second == Second::ramp     ? "ramp of the strategy"
                         : design.second == Second::budget ? "budget of the strategy"
                                                           : "strategies as they are";
  std::vector<std::string> measures;
  for (const std::string_view name : Names<WindowMeasure>::value) measures.emplace_back(name);
  const std::vector<double> starts(design.starts.begin(), design.starts.end());
  const auto judge = scenario.parameters.lines.judge;
  return {{window_axis::strategy, "strategy", "", {}, design.strategies},
          {window_axis::setting,
           settings,
           design.second == Second::ramp ? "weeks" : "times",
           design.settings,
           {}},
          {window_axis::start, "first week of the strategy", "weeks", starts, {}},
          {window_axis::measure, fmt::format("what came of it over {} weeks", judge + 1), "", {}, measures}};
}

}  // namespace

std::vector<double> starts_from(const std::string& text, std::int64_t weeks) {
  std::vector<std::int64_t> parts{0, weeks - 1, kUsualStep};
  if (!text.empty()) {
    parts = numbers_between_colons(text);
    const char* form = "A:B:STEP, such as 0:260:13, or one week";
    if (parts.empty() || parts.size() > 3) refuse_starts(text, "no weeks", form);
    if (parts.size() == 1) parts.push_back(parts[0]);
    if (parts.size() == 2) parts.push_back(kUsualStep);
    if (parts[2] < 1) refuse_starts(text, "a step of less than a week", form);
    if (parts[1] < parts[0]) refuse_starts(text, "the first start is after the last", form);
    if (parts[0] < 0 || parts[1] >= weeks)
      refuse_starts(text, "no weeks of the run", fmt::format("from 0 to {}", weeks - 1));
  }
  std::vector<double> starts;
  for (std::int64_t week = parts[0]; week <= parts[1]; week += parts[2])
    starts.push_back(static_cast<double>(week));
  if (starts.size() > kMostStarts)
    refuse_starts(text, fmt::format("{} starts", starts.size()), fmt::format("at most {}", kMostStarts));
  return starts;
}

UnitsPlan plan_window(const UnitsAsked& asked) {
  UnitsPlan plan = units_plan(kWindow, asked);
  WindowOptions options = read_options<WindowOptions>(asked.options);
  const WindowDesign design = design_of(asked.scenario, options);
  if (options.starts.empty())
    options.starts = fmt::format("0:{}:{}", asked.scenario.parameters.run.weeks - 1, kUsualStep);
  options.only = design.strategies;
  plan.options = options_text(options);
  plan.axes = axes_of(asked.scenario, design);
  const double judge = static_cast<double>(asked.scenario.parameters.lines.judge) + 1;
  plan.runs_held = 2;
  plan.largest = asked.scenario;
  std::int64_t& weeks = plan.largest->parameters.run.weeks;
  weeks = std::max(weeks, static_cast<std::int64_t>(design.starts.back() + judge));
  plan.weeks =
      design.starts.back() + judge + judge * static_cast<double>(design.arms() * design.starts.size());
  plan.work = [design](const Unit& unit) { return WindowUnit(design, unit).run(); };
  return plan;
}

}  // namespace orgsim
