#include "support/ensemble.hpp"

namespace orgsim::test {

WorldTable ensemble(std::size_t rows) {
  WorldTable table{{"market.taste", "marketing.severance"}, {}, "worlds.csv", "0"};
  for (std::size_t r = 0; r < rows; ++r) {
    table.numbers.push_back(1.5 + 0.05 * static_cast<double>((r * 37) % rows));
    table.numbers.push_back(20 + static_cast<double>((r * 11) % rows) / 10);
  }
  return table;
}

RunResult doubted(const Scenario& scenario, const WorldTable& worlds, RunSink* sink, int threads) {
  RunOptions options;
  options.work.threads = threads;
  options.doubts = true;
  options.worlds = &worlds;
  return run(scenario, options, sink);
}

}  // namespace orgsim::test
