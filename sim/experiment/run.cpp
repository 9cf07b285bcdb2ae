#include "experiment/run.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <mutex>
#include <optional>

#include "core/parallel.hpp"
#include "experiment/bands.hpp"
#include "experiment/guards.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostBlockWeeks = 52;
constexpr std::size_t kMostTrialDraws = 1000;

// A simulation with what is followed of it.
struct Live {
  Simulation simulation;
  OutcomeTracker tracker;
};

// One replication: the baseline, and each strategy from its first week on.
class Replication {
 public:
  // The scenario is this replication's own, with its drawn values; `arms` names the baseline, then
  // strategies.
  Replication(const Scenario& scenario, const std::vector<Arm>& arms, const Luck& luck, const StopFlag& stop)
      : baseline_{Simulation(scenario, luck, stop), OutcomeTracker(scenario.firms.size())},
        forks_(arms.size() - 1),
        stop_(stop) {
    for (std::size_t a = 1; a < arms.size(); ++a)
      strategies_.push_back(*scenario.find_strategy(arms[a].name));
    takers_.push_back(0);
    for (std::size_t f = 1; f < scenario.firms.size(); ++f) {
      if (scenario.firms[f].strategy == kSameAsFocal) takers_.push_back(static_cast<int>(f));
    }
  }

  void use_threads(int threads) { baseline_.simulation.use_threads(threads); }  // its forks do as it does

  // Simulates one week of every run and records it.
  void step(std::size_t replication, std::size_t i, WeekBlock& block) {
    for (std::size_t s = 0; s < strategies_.size(); ++s) fork_if_due(s);
    advance(baseline_, block, block.row(0, replication, i));
    for (std::size_t s = 0; s < strategies_.size(); ++s) {
      double* row = block.row(s + 1, replication, i);
      if (forks_[s]) {
        advance(*forks_[s], block, row);
      } else {
        const double* same = block.row(0, replication, i);
        std::copy(same, same + block.layout().width() + block.audit().width(), row);
      }
    }
  }

  Outcome outcome_of_baseline() const { return baseline_.tracker.outcome(baseline_.simulation); }

  Outcome outcome(std::size_t s) const {
    if (!forks_[s]) return outcome_of_baseline();
    const Live& fork = *forks_[s];
    Outcome outcome = fork.tracker.outcome(fork.simulation);
    const Head& head = fork.simulation.head(0);
    if (head.current && head.current->name == strategies_[s].name) {
      outcome.began = head.began;
      const LineParameters& lines = fork.simulation.world().parameters.lines;
      outcome.verdict = OutcomeTracker::judge(baseline_.tracker, fork.tracker, *head.began, lines);
    }
    return outcome;
  }

 private:
  void advance(Live& live, const WeekBlock& block, double* row) const {
    stop_.check();
    live.simulation.step();
    live.tracker.observe(live.simulation.world());
    block.layout().record(live.simulation.world(), row);
    expect_finite(block.layout(), row, live.simulation.world().week);
    block.audit().record(live.simulation.world(), row + block.layout().width());
  }

  void fork_if_due(std::size_t s) {
    if (forks_[s]) return;
    const bool due = std::any_of(takers_.begin(), takers_.end(), [&](int f) {
      const std::optional<int> week = begin_week(strategies_[s], baseline_.simulation.firm(f).lines);
      return week && *week <= baseline_.simulation.weeks_done();
    });
    if (!due) return;
    forks_[s] = baseline_;
    for (const int f : takers_) forks_[s]->simulation.assign(f, strategies_[s]);
  }

  std::vector<Strategy> strategies_;
  std::vector<int> takers_;  // the firms that take the strategy: the focal one, and those that do as it does
  Live baseline_;
  std::vector<std::optional<Live>> forks_;
  StopFlag stop_;
};

std::vector<Arm> chosen_arms(const Scenario& scenario, const RunOptions& options) {
  std::vector<Arm> arms{{std::string(kBaseline), std::string(kBaseline)}};
  if (options.only.empty()) {
    for (const Strategy& strategy : scenario.strategies) arms.push_back({strategy.name, strategy.title()});
    return arms;
  }
  std::vector<std::string> names;
  for (const Strategy& strategy : scenario.strategies) names.push_back(strategy.name);
  for (const std::string& name : options.only) {
    if (name == kBaseline) continue;
    const Strategy* strategy = scenario.find_strategy(name);
    if (strategy == nullptr) {
      throw InputError(Problem{{options.only_place},
                               "",
                               fmt::format("no strategy is called '{}'", name),
                               names.empty() ? "the scenario defines none"
                                             : fmt::format("there are: {}", fmt::join(names, ", "))});
    }
    const Arm arm{strategy->name, strategy->title()};
    if (std::find(arms.begin(), arms.end(), arm) == arms.end()) arms.push_back(arm);
  }
  return arms;
}

Luck luck_of(const Scenario& scenario, std::size_t replication) {
  return {static_cast<std::uint64_t>(scenario.parameters.run.seed), static_cast<std::uint32_t>(replication)};
}

// The scenario of one replication. Draws can contradict each other where single keys are fine.
Scenario drawn_scenario(const Scenario& scenario, std::size_t replication,
                        const std::vector<double>& values) {
  Scenario drawn = with_values(scenario, values);
  if (scenario.drawn.empty()) return drawn;
  std::vector<Problem> problems = problems_of(drawn);
  if (problems.empty()) return drawn;
  for (Problem& problem : problems) {
    problem.what += fmt::format(" (as drawn for replication {})", replication);
    problem.place = scenario.drawn.front().place;
    for (const DrawnKey& key : scenario.drawn) {
      if (key.path == problem.key) problem.place = key.place;
    }
  }
  throw InputError(problems);
}

void expect_sound(const Scenario& scenario) {
  const std::vector<Problem> problems = problems_of(scenario);
  if (!problems.empty()) throw InputError(problems);
}

// As many weeks as fit into memory; from the scenario alone, so that files are the same on every machine.
std::size_t block_weeks(std::size_t weeks, std::size_t runs, std::size_t width) {
  return std::clamp<std::size_t>(kBlockNumbers / (runs * width), 1, std::min(weeks, kMostBlockWeeks));
}

}  // namespace

WeekBlock::WeekBlock(std::size_t arms, std::size_t replications, const RowLayout& layout,
                     const RowLayout& audit, std::size_t weeks_at_most)
    : arms_(arms),
      replications_(replications),
      layout_(&layout),
      audit_(&audit),
      weeks_at_most_(weeks_at_most),
      numbers_(std::make_unique_for_overwrite<double[]>(arms * replications * weeks_at_most *
                                                        (layout.width() + audit.width()))) {}

std::size_t WeekBlock::offset(std::size_t arm, std::size_t replication, std::size_t i) const {
  const std::size_t number = (replication * arms_ + arm) * weeks_at_most_ + i;
  return number * (layout_->width() + audit_->width());
}

void check_draws(const Scenario& scenario) {
  if (scenario.drawn.empty()) return;
  const auto replications = static_cast<std::size_t>(scenario.parameters.run.replications);
  for (std::size_t r = 0; r < std::min(replications, kMostTrialDraws); ++r) {
    drawn_scenario(scenario, r, draw_values(scenario, luck_of(scenario, r)));
  }
}

Start start_of(const Scenario& scenario, std::size_t replication, const StopFlag& stop) {
  expect_sound(scenario);
  expect_memory(scenario, 1, 1, 1);
  const Luck luck = luck_of(scenario, replication);
  Scenario drawn = drawn_scenario(scenario, replication, draw_values(scenario, luck));
  Simulation simulation(drawn, luck, stop);
  return {std::move(drawn), std::move(simulation)};
}

bool is_deterministic(const Scenario& scenario) {
  return scenario.parameters.market.kind == MarketKind::mean_field && scenario.drawn.empty();
}

RunResult run(const Scenario& scenario, const RunOptions& options, RunSink* sink) {
  const auto weeks = static_cast<std::size_t>(scenario.parameters.run.weeks);
  expect_sound(scenario);
  RunResult result;
  result.scenario = scenario;
  result.replications =
      is_deterministic(scenario) ? 1 : static_cast<std::size_t>(scenario.parameters.run.replications);
  result.arms = chosen_arms(scenario, options);

  expect_memory(scenario, result.arms.size(), result.replications, options.threads);
  std::vector<std::optional<Replication>> replications(result.replications);
  result.drawn.resize(result.replications);
  parallel_for(result.replications, options.threads, [&](std::size_t r) {
    options.stop.check();
    const Luck luck = luck_of(scenario, r);
    result.drawn[r] = draw_values(scenario, luck);
    replications[r].emplace(drawn_scenario(scenario, r, result.drawn[r]), result.arms, luck, options.stop);
    // Where there are fewer replications than threads, the weeks of one share them.
    replications[r]->use_threads(std::max(1, options.threads / static_cast<int>(result.replications)));
  });

  const RowLayout layout(scenario.firms.size(), run_series());
  const RowLayout audit(scenario.firms.size(), audit_series());
  const std::size_t per_block =
      block_weeks(weeks, result.arms.size() * result.replications, layout.width() + audit.width());
  WeekBlock block(result.arms.size(), result.replications, layout, audit, per_block);
  if (sink != nullptr)
    sink->begin({scenario, result.arms, result.replications, weeks, per_block, layout, audit});

  std::mutex progress_mutex;
  std::size_t done = 0;  // replications of blocks
  const std::size_t all = (weeks + per_block - 1) / per_block * result.replications;
  for (block.first_week = 0; block.first_week < weeks; block.first_week += per_block) {
    block.weeks = std::min(per_block, weeks - block.first_week);
    parallel_for(result.replications, options.threads, [&](std::size_t r) {
      for (std::size_t i = 0; i < block.weeks; ++i) replications[r]->step(r, i, block);
      const std::scoped_lock lock(progress_mutex);
      ++done;
      if (options.progress) options.progress(static_cast<double>(done) / static_cast<double>(all));
    });
    options.stop.check();
    add_headline(block, result.headline);
    if (sink != nullptr) sink->block(block, bands_of(block, options.threads));
  }

  result.outcomes.resize(result.arms.size());
  for (const auto& replication : replications) {
    result.outcomes[0].push_back(replication->outcome_of_baseline());
    for (std::size_t a = 1; a < result.arms.size(); ++a) {
      result.outcomes[a].push_back(replication->outcome(a - 1));
    }
  }
  if (sink != nullptr) sink->end(result);
  return result;
}

}  // namespace orgsim
