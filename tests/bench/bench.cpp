// What `./dev bench` measures: parts of ours against a named peer, and one thread against two, in one run on
// one machine. The ratios at the end are the figures to quote; single times depend on the machine and its
// load.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <boost/random/binomial_distribution.hpp>
#include <chrono>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

#include "core/elementary.hpp"
#include "core/multinomials.hpp"
#include "core/random.hpp"
#include "engine/simulation.hpp"
#include "executive/all.hpp"
#include "experiment/outcome.hpp"
#include "experiment/run.hpp"
#include "experiment/units/run.hpp"
#include "experiment/window/window.hpp"
#include "experiment/worlds/figures.hpp"
#include "model/week.hpp"
#include "network_bench.hpp"
#include "platform/parallel.hpp"
#include "scenario/files.hpp"

namespace {

using namespace orgsim;

void philox_words(benchmark::State& state) {
  Philox4x32 engine({1, 2});
  for (auto _ : state) benchmark::DoNotOptimize(engine());
}

void std_mt19937_words(benchmark::State& state) {
  std::mt19937 engine(1);
  for (auto _ : state) benchmark::DoNotOptimize(engine());
}

// One event of as many cells as a market of three firms has, from keyed streams: some small, some large.
constexpr std::size_t kCells = 120;
double people_of(std::size_t cell) {
  return static_cast<double>(50 * (cell + 1) * (cell + 1));
}
constexpr double kShare = 0.01;

void our_binomials(benchmark::State& state) {
  const StreamKey stream_key{1, 0};
  std::vector<double> people;
  for (std::size_t i = 0; i < kCells; ++i) people.push_back(people_of(i));
  const std::vector<std::uint32_t> kinds(kCells, 0);
  Matrix conditional(1, 1);
  conditional[0][0] = kShare;
  Matrix met(1, kCells);
  std::uint32_t week = 0;
  for (auto _ : state) {
    draw_multinomials({stream_key, Purpose::customers, week++ & 0xFFFFU}, people, kinds, conditional, met);
    benchmark::DoNotOptimize(met[0][kCells - 1]);
  }
}

void boost_binomials(benchmark::State& state) {
  const StreamKey stream_key{1, 0};
  std::uint32_t week = 0;
  for (auto _ : state) {
    ++week;
    for (std::uint32_t i = 0; i < kCells; ++i) {
      Stream stream = stream_key.stream(Purpose::customers, week & 0xFFFFU, i);
      const auto people = static_cast<std::int64_t>(people_of(i));
      benchmark::DoNotOptimize(boost::random::binomial_distribution<std::int64_t>(people, kShare)(stream));
    }
  }
}

template <class Function>
void exponentials(benchmark::State& state, Function function) {
  std::array<double, 12> numbers{};
  for (auto _ : state) {
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = -static_cast<double>(i);
    benchmark::DoNotOptimize(numbers);
    function(numbers);
    benchmark::DoNotOptimize(numbers);
  }
}

// Runs of ten years: so many an iteration that they take a quarter of a second on one thread or more, beside
// which the start of threads and the wait for the last run are nothing.
void runs(benchmark::State& state, MarketKind kind, int firms, int threads, double customers) {
  const Scenario world = ten_years(kind, firms, customers);
  const std::size_t at_once = kind == MarketKind::mean_field ? 512 : 32;
  for (auto _ : state) {
    parallel_for(at_once, threads, [&](std::size_t r) {
      Simulation simulation(world, StreamKey{1, static_cast<std::uint32_t>(r)});
      simulation.run_until(520);
      benchmark::DoNotOptimize(simulation.world().census_end.users[0]);
    });
  }
  const auto done = static_cast<double>(state.iterations() * at_once);
  state.counters["runs/s"] = benchmark::Counter(done, benchmark::Counter::kIsRate);
  state.counters["weeks/s"] = benchmark::Counter(520 * done, benchmark::Counter::kIsRate);
}

// All that worlds are held to, of the defaults.
void world_figures(benchmark::State& state, MarketKind kind) {
  const Scenario world = read_scenario(parse_document("", "defaults"));
  std::vector<Measurable> all;
  for (std::size_t i = 0; i < figures().size(); ++i) all.emplace_back(FigureNumber{i});
  for (auto _ : state) benchmark::DoNotOptimize(measure(world, all, {}, {kind, 0}));
}

void main_job(benchmark::State& state, int threads) {
  Scenario world = load_scenario(ORGSIM_SOURCE "/scenarios/capital_winter.toml");
  world.parameters.run.replications = 8;
  RunOptions options;
  options.work.threads = threads;
  for (auto _ : state) benchmark::DoNotOptimize(run(world, options).replications);
}

// Three strategies at twenty starts, one replication: as a window, and each in a run of its own to its span's
// end, the baseline once.
UnitsPlan window_plan() {
  UnitsAsked asked;
  asked.scenario = load_scenario(ORGSIM_SOURCE "/scenarios/capital_winter.toml");
  RunParameters& run = asked.scenario.parameters.run;
  run.replications = 1;
  run.worlds = 0;
  run.rivals = std::vector<Rivals>{};
  asked.options = parse_document(
      "starts = \"0:494:26\"\nonly = [\"embed_in_product\", \"ai_and_results\", \"all_together\"]", "bench");
  return plan_window(asked);
}

void window_map(benchmark::State& state) {
  const UnitsPlan plan = window_plan();
  for (auto _ : state) benchmark::DoNotOptimize(run_units(plan, {}).values);
}

void window_separate(benchmark::State& state) {
  const UnitsPlan plan = window_plan();
  const auto to_the_end = [&](const Strategy* strategy, int start) {
    Simulation simulation(plan.scenario, StreamKey{1, 0});
    OutcomeTracker tracker(plan.scenario.firms.size());
    const auto end = start + static_cast<int>(plan.scenario.parameters.lines.judge) + 1;
    if (strategy != nullptr) simulation.assign(0, *strategy);
    while (simulation.weeks_done() < end) {
      simulation.step();
      tracker.observe(simulation.world());
    }
    benchmark::DoNotOptimize(tracker.outcome(simulation).firms.front().npv);
  };
  const std::vector<double>& starts = plan.axis(window_axis::start).numbers;
  for (auto _ : state) {
    to_the_end(nullptr, static_cast<int>(starts.back()));
    for (const std::string& name : plan.axis(window_axis::strategy).labels) {
      for (const double start : starts) {
        Strategy strategy = *plan.scenario.find_strategy(name);
        strategy.start = static_cast<std::int64_t>(start);
        to_the_end(&strategy, static_cast<int>(start));
      }
    }
  }
}

// Where the time of a week goes: each step of the week timed by itself over one run.
void print_phases(MarketKind kind) {
  const Scenario ten = ten_years(kind, 3, 1e6);
  Populated people = populated_market(ten.parameters, starts_of(ten), {}, StreamKey{1, 0});
  const Society society = std::move(people.society);
  World world =
      initial_world(ten.parameters, parameters_of_firms(ten), {}, StreamKey{1, 0}, std::move(people.market));
  using Step = std::function<void(World&)>;
  const std::pair<const char*, Step> steps[] = {
      {"environment", [&](World& w) { environment(w, society); }},
      {"executives",
       [](World& w) {
         executives(w);
         set_total_budgets(w);
         budgets(w);
       }},
      {"departments", departments},
      {"customers", [&](World& w) { customers(w, society, in_turn); }},
      {"ledgers", ledgers},
      {"politics",
       [](World& w) {
         politics(w);
         reallocate(w);
       }},
      {"lines", lines}};
  std::array<double, std::size(steps)> seconds{};
  for (world.week = 0; world.week < 520; ++world.week) {
    for (std::size_t i = 0; i < std::size(steps); ++i) {
      const auto begin = std::chrono::steady_clock::now();
      steps[i].second(world);
      seconds[i] += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }
  }
  const double all = std::accumulate(seconds.begin(), seconds.end(), 0.0);
  fmt::print("\nShare of a week's time, {}, 3 firms\n", name_of(kind));
  for (std::size_t i = 0; i < std::size(steps); ++i) {
    fmt::print("  {:<12} {:5.1f} %\n", steps[i].first, 100 * seconds[i] / all);
  }
}

// Prints the medians, and keeps them for the ratios.
class Reporter : public benchmark::ConsoleReporter {
 public:
  Reporter() : ConsoleReporter(::isatty(STDOUT_FILENO) != 0 ? OO_ColorTabular : OO_Tabular) {}

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      const bool single = run.repetitions == 1 && run.run_type == Run::RT_Iteration;
      if (run.aggregate_name != "median" && !single) continue;
      ConsoleReporter::ReportRuns({run});
      // Of one run where an iteration has several.
      const auto rate = run.counters.find("runs/s");
      medians[run.run_name.function_name] =
          rate == run.counters.end() ? run.GetAdjustedRealTime() : 1 / rate->second.value;
      processor[run.run_name.function_name] = run.GetAdjustedCPUTime();
    }
  }
  std::map<std::string, double> medians;
  std::map<std::string, double> processor;  // medians of its time, for what runs on one thread
};

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  benchmark::RegisterBenchmark("philox_words", philox_words);
  benchmark::RegisterBenchmark("std_mt19937_words", std_mt19937_words);
  benchmark::RegisterBenchmark("our_binomials", our_binomials);
  benchmark::RegisterBenchmark("boost_binomials", boost_binomials);
  using Dozen = std::array<double, 12>;
  benchmark::RegisterBenchmark("our_exponentials", exponentials<void (*)(Dozen&)>,
                               [](Dozen& numbers) { elementary::exp_of_each(numbers); });
  benchmark::RegisterBenchmark("std_exponentials", exponentials<void (*)(Dozen&)>, [](Dozen& numbers) {
    for (double& number : numbers) number = std::exp(number);
  });
  for (const MarketKind kind : {MarketKind::mean_field, MarketKind::pooled}) {
    for (const int firms : {3, 8}) {
      for (const int threads : {1, 2}) {
        const std::string name = fmt::format("{}_{}_firms_{}_threads", name_of(kind), firms, threads);
        benchmark::RegisterBenchmark(name.c_str(), runs, kind, firms, threads, 1e6)
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
      }
    }
  }
  benchmark::RegisterBenchmark("pooled_1e9_people", runs, MarketKind::pooled, 3, 1, 1e9)
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime();
  for (const MarketKind kind : {MarketKind::mean_field, MarketKind::pooled}) {
    benchmark::RegisterBenchmark(fmt::format("world_figures_{}", name_of(kind)).c_str(), world_figures, kind)
        ->Unit(benchmark::kMillisecond);
  }
  register_networks();
  for (const int threads : {1, 2}) {
    benchmark::RegisterBenchmark(fmt::format("main_job_{}_threads", threads).c_str(), main_job, threads)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
  }

  benchmark::RegisterBenchmark("window_map", window_map)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("window_separate", window_separate)->Unit(benchmark::kMillisecond);

  Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  for (const MarketKind kind : {MarketKind::mean_field, MarketKind::pooled}) print_phases(kind);
  fmt::print("\nRatios of medians, this machine, this run ({} threads at once)\n", hardware_threads());
  const auto ratio = [&](const char* text, const char* slow, const char* fast) {
    fmt::print("  {:<66} {:6.2f} x\n", text, reporter.medians[slow] / reporter.medians[fast]);
  };
  ratio("a Philox word against one of std::mt19937", "std_mt19937_words", "philox_words");
  ratio("120 binomials side by side against Boost.Random's", "boost_binomials", "our_binomials");
  ratio("a dozen exponentials against std::exp", "std_exponentials", "our_exponentials");
  ratio("the mean field against the pooled market", "pooled_3_firms_1_threads",
        "mean_field_3_firms_1_threads");
  ratio("3 firms against 8, pooled", "pooled_8_firms_1_threads", "pooled_3_firms_1_threads");
  ratio("1e6 people against 1e9, pooled", "pooled_1e9_people", "pooled_3_firms_1_threads");
  ratio("mean field runs on two threads against one", "mean_field_3_firms_1_threads",
        "mean_field_3_firms_2_threads");
  ratio("pooled runs on two threads against one", "pooled_3_firms_1_threads", "pooled_3_firms_2_threads");
  ratio("a network of 1e7 on two threads against one", "small_world_1e7", "small_world_1e7_2_threads");
  ratio("1,000 network runs on two threads against one", "short_runs_1000_1_threads",
        "short_runs_1000_2_threads");
  ratio("a network at Bass rates against one at the default rates", "small_world_1e6",
        "small_world_1e6_bass");
  ratio("a network of 3 firms against one of 8", "small_world_1e6_8_firms", "small_world_1e6");
  ratio("the main job (8 replications) on two threads against one", "main_job_1_threads",
        "main_job_2_threads");
  fmt::print("  {:<66} {:6.3f}   (at most 0.55)\n", "a window's map, as a part of the time of separate runs",
             reporter.processor["window_map"] / reporter.processor["window_separate"]);
  return 0;
}
