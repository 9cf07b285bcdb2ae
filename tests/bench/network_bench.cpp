#include "network_bench.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

#include "engine/simulation.hpp"
#include "experiment/run.hpp"
#include "platform/parallel.hpp"
#include "results/results.hpp"
#include "scenario/files.hpp"

namespace orgsim {

namespace {

Scenario default_network(NetworkKind kind, double customers, int firms = 3) {
  Scenario world = ten_years(MarketKind::network, firms, customers);
  world.parameters.market.network.kind = kind;
  return world;
}

// The model that the peers simulate too.
Scenario bass(double customers) {
  Scenario world = load_scenario(ORGSIM_SOURCE "/tests/bench/peers/bass.toml");
  world.parameters.market.customers = static_cast<std::int64_t>(customers);
  return world;
}

// Users whose habits change five times more slowly: fewer events a week.
Scenario slow_habits(double customers) {
  Scenario world = default_network(NetworkKind::small_world, customers);
  world.parameters.market.retention.habit_up /= 5;
  world.parameters.market.retention.habit_down /= 5;
  return world;
}

// The most memory that this process has used since it was last asked, in bytes (Linux).
double peak_memory() {
  std::ifstream status("/proc/self/status");
  double kilobytes = 0;
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) kilobytes = std::stod(line.substr(6));
  }
  std::ofstream("/proc/self/clear_refs") << "5";
  return 1024 * kilobytes;
}

struct Shape {
  int weeks = 260;
  int threads = 1;
  bool making = false;  // whether the network's making counts
};

// Customer-weeks per second of one network of individuals over its first weeks.
void network(benchmark::State& state, const Scenario& world, const Shape& shape) {
  peak_memory();
  for (auto _ : state) {
    if (!shape.making) state.PauseTiming();
    Simulation simulation(world, StreamKey{1, 0});
    const Executor executor = on_threads(shape.threads);
    if (!shape.making) state.ResumeTiming();
    simulation.run_until(shape.weeks, executor);
  }
  const auto customers = static_cast<double>(world.parameters.market.customers);
  state.counters["customer-weeks/s"] = benchmark::Counter(
      shape.weeks * customers * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  state.counters["peak_MB"] = peak_memory() / 1e6;
}

// A thousand short runs of 10,000 people over five years, their outcomes written to a file.
void short_runs(benchmark::State& state, int threads) {
  constexpr int count = 1000;
  Scenario world = default_network(NetworkKind::small_world, 10000);
  world.parameters.run.weeks = 260;
  world.parameters.run.replications = count;
  world.parameters.record.trajectories = 0;
  const auto path = std::filesystem::temp_directory_path() / fmt::format("orgsim_bench_{}.h5", ::getpid());
  RunOptions options;
  options.work.threads = threads;
  for (auto _ : state) {
    const auto writer = results_writer(path, true);
    run(world, options, writer.get());
  }
  std::filesystem::remove(path);
  state.counters["runs/s"] =
      benchmark::Counter(count * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

// What the memory of this machine gives, to compare with: the sum of half a gigabyte.
void read_memory(benchmark::State& state) {
  const std::vector<std::uint64_t> numbers(std::size_t{1} << 26U, 1);
  for (auto _ : state)
    benchmark::DoNotOptimize(std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0}));
  state.SetBytesProcessed(static_cast<std::int64_t>(8 * numbers.size()) * state.iterations());
}

benchmark::internal::Benchmark* timed(benchmark::internal::Benchmark* measured) {
  return measured->Unit(benchmark::kMillisecond)->UseRealTime();
}

void add(const char* name, const Scenario& world, const Shape& shape = {}, int runs = 1) {
  timed(benchmark::RegisterBenchmark(name, network, world, shape))->Iterations(runs);
}

}  // namespace

Scenario ten_years(MarketKind kind, int firms, double customers) {
  Scenario world = read_scenario(parse_document(fmt::format("market.firms = {}", firms), "bench"));
  world.parameters.market.kind = kind;
  world.parameters.market.customers = static_cast<std::int64_t>(customers);
  return world;
}

void register_networks() {
  constexpr NetworkKind stored = NetworkKind::small_world;
  timed(benchmark::RegisterBenchmark("read_memory", read_memory));
  add("small_world_1e4", default_network(stored, 1e4), {}, 20);
  add("small_world_1e5", default_network(stored, 1e5), {}, 2);
  add("small_world_1e6", default_network(stored, 1e6));
  add("small_world_1e6_1_firm", default_network(stored, 1e6, 1));
  add("small_world_1e6_8_firms", default_network(stored, 1e6, 8));
  add("small_world_1e6_slow_habits", slow_habits(1e6));
  add("small_world_1e7", default_network(stored, 1e7), {.weeks = 52});
  add("small_world_1e7_2_threads", default_network(stored, 1e7), {.weeks = 52, .threads = 2});
  add("implicit_1e6", default_network(NetworkKind::implicit, 1e6));
  add("small_world_1e6_bass", bass(1e6));
  add("small_world_1e4_bass", bass(1e4), {}, 50);
  for (const int threads : {1, 2}) {
    const std::string name = fmt::format("short_runs_1000_{}_threads", threads);
    timed(benchmark::RegisterBenchmark(name.c_str(), short_runs, threads))->Iterations(1)->Repetitions(3);
  }
  timed(benchmark::RegisterBenchmark("implicit_1e8_520_weeks_2_threads", network,
                                     default_network(NetworkKind::implicit, 1e8),
                                     Shape{.weeks = 520, .threads = 2, .making = true}))
      ->Iterations(1)
      ->Repetitions(1);
}

}  // namespace orgsim
