// What one sweep costs, or a bare loop over the same points: a process of its own, as the ways in which
// memory falls out are worth several percent. Prints the seconds of the clock and of all processors.
//
// usage: sweep_cost sweep|loop small|large THREADS FILE
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <string>

#include "experiment/drawn.hpp"
#include "experiment/replication.hpp"
#include "platform/parallel.hpp"
#include "results/sweep_to_file.hpp"
#include "scenario/text/document.hpp"
#include "scenario/text/reader.hpp"

namespace orgsim {

namespace {

Scenario swept_world(MarketKind kind, int weeks, std::int64_t points, std::int64_t replications) {
  Scenario world = read_scenario(parse_document("market.customers = 1_000_000", "bench"), Files());
  world.parameters.market.kind = kind;
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
      replication.run_until(static_cast<int>(world.parameters.run.weeks));
      for (std::size_t a = 0; a < plan.arms.size(); ++a) outcomes[p].push_back(replication.outcome(a));
    }
  });
  benchmark::DoNotOptimize(outcomes);
}

void whole_sweep(const SweepPlan& plan, int threads, const std::filesystem::path& path) {
  SweepOptions options;
  options.threads = threads;
  sweep_to_file(plan, path, options, true);
}

// Many short points, or fewer long ones with a strategy.
Scenario world_of(const std::string& name) {
  if (name == "small") return swept_world(MarketKind::mean_field, 260, 10000, 1);
  Scenario pooled = swept_world(MarketKind::pooled, 520, 100, 20);
  Strategy embed;
  embed.name = embed.label = "embed";
  embed.start = 104;
  embed.mix = {0.1, 0.2, 0.5, 0.2};
  pooled.strategies = {embed};
  return pooled;
}

}  // namespace

}  // namespace orgsim

int main(int argc, char** argv) {
  using namespace orgsim;
  if (argc != 5) {
    fmt::print(stderr, "usage: sweep_cost sweep|loop small|large THREADS FILE\n");
    return 2;
  }
  const SweepPlan plan = plan_sweep(world_of(argv[2]));
  const int threads = std::stoi(argv[3]);
  const auto start = std::chrono::steady_clock::now();
  const std::clock_t used = std::clock();
  if (std::string(argv[1]) == "sweep") {
    whole_sweep(plan, threads, argv[4]);
  } else {
    bare_loop(plan, threads);
  }
  const std::chrono::duration<double> clock = std::chrono::steady_clock::now() - start;
  fmt::print("{} {}\n", clock.count(), static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC);
}
