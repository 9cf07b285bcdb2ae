#include "sweep_bench.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>

#include "experiment/drawn.hpp"
#include "experiment/replication.hpp"
#include "network_bench.hpp"
#include "platform/parallel.hpp"
#include "results/sweep_to_file.hpp"

namespace orgsim {

namespace {

constexpr int kRounds = 3;

struct Cost {
  double clock = 0;      // seconds
  double processor = 0;  // of all threads
};

template <class Job>
Cost cost_of(const Job& job) {
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t used = std::clock();
  job();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
          static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC};
}

Scenario swept_world(MarketKind kind, int weeks, std::int64_t points, std::int64_t replications) {
  Scenario world = ten_years(kind, 3, 1e6);
  world.parameters.run.weeks = weeks;
  world.sweep.points = points;
  world.sweep.replications = replications;
  world.sweep.vary = {{"market.taste", {"market.taste"}, ValueRange{1, 5, {}, {}, {}}, {}},
                      {"executive.eta", {"executive.eta"}, ValueRange{0.001, 0.002, {}, {}, {}}, {}}};
  return world;
}

// What somebody would write who needs no file: sets the keys, checks them, runs, keeps the outcomes.
void bare_loop(const SweepPlan& plan, int threads) {
  std::vector<std::vector<Outcome>> outcomes(plan.points());
  parallel_for(plan.points(), threads, [&](std::size_t p) {
    Scenario world = plan.without_sweep;
    const std::vector<double> values = plan.design.point(p);
    world.parameters.market.taste = values[0];
    world.parameters.firm.executive.eta = values[1];
    expect_sound(world);
    for (std::size_t r = 0; r < plan.replications; ++r) {
      const Drawn drawn = drawn_for(world, r);
      Replication replication(drawn.scenario, plan.arms, drawn.stream_key);
      while (replication.weeks_done() < world.parameters.run.weeks) replication.step();
      for (std::size_t a = 0; a < plan.arms.size(); ++a) outcomes[p].push_back(replication.outcome(a));
    }
  });
  benchmark::DoNotOptimize(outcomes);
}

void whole_sweep(const SweepPlan& plan, int threads) {
  const auto path = std::filesystem::temp_directory_path() / fmt::format("orgsim_bench_{}.h5", ::getpid());
  SweepOptions options;
  options.threads = threads;
  sweep_to_file(plan, path, options, true);
  std::filesystem::remove(path);
}

double median(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  return numbers[numbers.size() / 2];
}

void print_sweep(const char* title, const Scenario& world) {
  const SweepPlan plan = plan_sweep(world);
  std::vector<double> over;
  std::vector<double> scaling;
  std::vector<double> processor;
  Cost one;
  for (int round = 0; round < kRounds; ++round) {
    const Cost bare = cost_of([&] { bare_loop(plan, 1); });
    one = cost_of([&] { whole_sweep(plan, 1); });
    const Cost two = cost_of([&] { whole_sweep(plan, 2); });
    over.push_back(one.processor / bare.processor);
    scaling.push_back(one.clock / two.clock);
    processor.push_back(two.processor / one.processor);
  }
  fmt::print("  {}: {:.2f} ms a point\n", title, 1000 * one.processor / static_cast<double>(plan.points()));
  fmt::print("    {:<64} {:+6.1f} %\n", "journal, outcomes and file over a bare loop (processor time)",
             100 * (median(over) - 1));
  fmt::print("    {:<64} {:6.2f} x\n", "two threads against one (clock)", median(scaling));
  fmt::print("    {:<64} {:6.2f} x\n", "the same, were nothing else on the machine (2 / processor time)",
             2 / median(processor));
}

}  // namespace

void print_sweeps() {
  fmt::print("\nSweeps, medians of {} rounds\n", kRounds);
  print_sweep("10,000 points of a mean field of 260 weeks",
              swept_world(MarketKind::mean_field, 260, 10000, 1));
  Scenario pooled = swept_world(MarketKind::pooled, 520, 100, 20);
  Strategy embed;
  embed.name = embed.label = "embed";
  embed.start = 104;
  embed.mix = {0.1, 0.2, 0.5, 0.2};
  pooled.strategies = {embed};
  print_sweep("100 points of 20 pooled replications of 520 weeks with a strategy", pooled);
}

}  // namespace orgsim
