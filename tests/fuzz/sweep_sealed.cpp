// The same for the file of a sweep: all its records are read, or it is an InputError.
#include "results/sweep_file.hpp"
#include "results/sweep_to_file.hpp"
#include "results_changes.hpp"

namespace {

using namespace orgsim;

constexpr const char* kNumbers[] = {"/design/point",
                                    "/design/value",
                                    "/design/status",
                                    "/design/replications",
                                    "/outcomes/npv",
                                    "/outcomes/verdict",
                                    "/outcomes/began",
                                    "/outcomes/drawn",
                                    "/bands/share",
                                    "/trajectories/share",
                                    "/failures/point",
                                    "/outcomes/verdict_lenient",
                                    "/outcomes/standing_real_share"};
constexpr const char* kTexts[] = {"/strategy", "/strategy_label", "/design/key", "/failures/message"};
constexpr const char* kAttributes[] = {"scenario", "plan",       "shard",
                                       "complete", "experiment", "program_version"};

// Three points, one of which fails.
std::string made_sweep() {
  const Scenario scenario = read_scenario(R"(
    [run]
    weeks = 3
    replications = 2
    [market]
    kind = "pooled"
    customers = 100
    taste = { uniform = [2, 4] }
    [strategies.embed]
    start = 1
    mix = [0.1, 0.2, 0.5, 0.2]
    [sweep]
    design = "grid"
    keep = ["outcomes", "bands", "trajectories"]
    [sweep.vary]
    "economics.price" = { values = [1, 2, 1e308] }
  )",
                                          "fuzz.toml", Files());
  std::filesystem::remove(fuzz::file());
  sweep_to_file(plan_sweep(scenario), fuzz::file(), {}, true);
  return fuzz::bytes_of_file();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string whole = made_sweep();
  FuzzedDataProvider input(data, size);
  fuzz::change_file(whole, {kNumbers, kTexts, kAttributes}, input);
  try {
    const SweepFile file(fuzz::file());
    for (std::size_t p = 0; p < std::min<std::size_t>(file.points(), 1000); ++p) file.record(p);
  } catch (const InputError&) {
  }
  return 0;
}
