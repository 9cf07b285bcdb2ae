// What `./dev bench` measures: parts of ours against a named peer, and one thread against two, in one run on
// one machine. The ratios at the end are the figures to quote; single times depend on the machine and its
// load.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include <boost/random/binomial_distribution.hpp>
#include <map>
#include <random>

#include "core/parallel.hpp"
#include "core/random.hpp"
#include "engine/simulation.hpp"
#include "experiment/run.hpp"
#include "io/scenario_reader.hpp"

namespace {

using namespace orgsim;

Scenario scenario(const std::string& name) {
  return load_scenario(std::string(ORGSIM_SOURCE) + "/scenarios/" + name + ".toml");
}

void philox_words(benchmark::State& state) {
  Philox4x32 engine({1, 2});
  for (auto _ : state) benchmark::DoNotOptimize(engine());
}

void std_mt19937_words(benchmark::State& state) {
  std::mt19937 engine(1);
  for (auto _ : state) benchmark::DoNotOptimize(engine());
}

// A keyed stream and one binomial from it, as the pooled market draws them; the peer keeps one engine going
// and has no streams to make.
void our_binomial(benchmark::State& state) {
  const Luck luck{1, 0};
  std::uint32_t week = 0;
  for (auto _ : state) {
    Stream stream = luck.stream(Purpose::customers, week++ & 0xFFFFU, 0);
    benchmark::DoNotOptimize(boost::random::binomial_distribution<std::int64_t>(100000, 0.01)(stream));
  }
}

void std_binomial(benchmark::State& state) {
  std::mt19937_64 engine(1);
  for (auto _ : state)
    benchmark::DoNotOptimize(std::binomial_distribution<std::int64_t>(100000, 0.01)(engine));
}

void weeks(benchmark::State& state, MarketKind kind) {
  Scenario world = scenario("capital_winter");
  world.parameters.market.kind = kind;
  for (auto _ : state) {
    Simulation simulation(world, Luck{1, 0});
    simulation.run_until(520);
    benchmark::DoNotOptimize(simulation.world().census_end.users[0]);
  }
  state.SetItemsProcessed(520 * state.iterations());
}

void main_job(benchmark::State& state, int threads) {
  Scenario world = scenario("capital_winter");
  world.parameters.run.replications = 8;
  RunOptions options;
  options.threads = threads;
  for (auto _ : state) benchmark::DoNotOptimize(run(world, options).replications);
}

// Prints the medians, and keeps them for the ratios.
class Reporter : public benchmark::ConsoleReporter {
 public:
  Reporter() : ConsoleReporter(::isatty(STDOUT_FILENO) != 0 ? OO_ColorTabular : OO_Tabular) {}

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.aggregate_name != "median") continue;
      ConsoleReporter::ReportRuns({run});
      medians[run.run_name.function_name] = run.GetAdjustedRealTime();
    }
  }
  std::map<std::string, double> medians;
};

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  benchmark::RegisterBenchmark("philox_words", philox_words);
  benchmark::RegisterBenchmark("std_mt19937_words", std_mt19937_words);
  benchmark::RegisterBenchmark("our_binomial", our_binomial);
  benchmark::RegisterBenchmark("std_binomial", std_binomial);
  benchmark::RegisterBenchmark("ten_years_mean_field", weeks, MarketKind::mean_field)
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("ten_years_pooled", weeks, MarketKind::pooled)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("main_job_1_thread", main_job, 1)
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime();
  benchmark::RegisterBenchmark("main_job_2_threads", main_job, 2)
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime();

  Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  const auto ratio = [&](const char* text, const char* slow, const char* fast) {
    fmt::print("  {:<66} {:6.2f} x\n", text, reporter.medians[slow] / reporter.medians[fast]);
  };
  fmt::print("\nRatios of medians, this machine, this run ({} threads at once)\n", hardware_threads());
  ratio("a Philox word against one of std::mt19937", "std_mt19937_words", "philox_words");
  ratio("a keyed stream and a binomial against std::binomial_distribution", "std_binomial", "our_binomial");
  ratio("ten years of the mean field against ten years of the pooled market", "ten_years_pooled",
        "ten_years_mean_field");
  ratio("the main job (8 replications) on two threads against one", "main_job_1_thread",
        "main_job_2_threads");
  return 0;
}
