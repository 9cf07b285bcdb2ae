#include "experiment/enough.hpp"

#include <algorithm>

#include "experiment/guards.hpp"
#include "experiment/replication.hpp"
#include "experiment/statistics.hpp"
#include "platform/parallel.hpp"

namespace orgsim {

namespace {

void expect_narrowing(const Scenario& scenario, const std::vector<Arm>& arms) {
  if (is_deterministic(scenario)) {
    throw InputError(Problem{{},
                             "market.kind",
                             "nothing is random, and no interval narrows: all replications would be the same",
                             "another kind of market, a key that is drawn, or leave --until (until=) out"});
  }
  if (arms.size() < 2) {
    throw InputError(Problem{{},
                             "strategies",
                             "without strategies nothing is saved, and no interval narrows",
                             "a strategy, or leave --until (until=) out"});
  }
}

// Adds the replications from `first` to before `last`.
void count_saved(const Scenario& scenario, const std::vector<Arm>& arms, std::size_t first, std::size_t last,
                 const WorkOptions& work, std::vector<std::size_t>& saved) {
  std::vector<std::vector<char>> found(last - first, std::vector<char>(arms.size()));
  parallel_for(last - first, work.threads, [&](std::size_t i) {
    work.stop.check();
    const Drawn drawn = drawn_for(scenario, first + i);
    Replication replication(drawn.scenario, arms, drawn.stream_key, work.stop);
    replication.run_until(static_cast<int>(scenario.parameters.run.weeks));
    for (std::size_t a = 1; a < arms.size(); ++a) found[i][a] = saves(replication.outcome(a).verdict) ? 1 : 0;
  });
  for (const std::vector<char>& one : found) {
    for (std::size_t a = 1; a < arms.size(); ++a) saved[a] += static_cast<std::size_t>(one[a]);
  }
}

double widest(const std::vector<std::size_t>& saved, std::size_t replications) {
  double width = 0;
  for (std::size_t a = 1; a < saved.size(); ++a)
    width = std::max(width, wilson_width(saved[a], replications));
  return width;
}

}  // namespace

std::int64_t enough_replications(const Scenario& scenario, const RunOptions& options, double until,
                                 std::int64_t most) {
  const std::vector<Arm> arms = arms_of(scenario, options);
  expect_sound(scenario);
  expect_sound(arms, scenario);
  expect_narrowing(scenario, arms);
  const auto threads = static_cast<std::size_t>(std::max(options.work.threads, 1));
  expect_memory(scenario, arms.size(), threads, options.work.threads, "threads");
  std::vector<std::size_t> saved(arms.size());
  std::size_t done = 0;
  std::size_t wanted = static_cast<std::size_t>(std::min(scenario.parameters.run.replications, most));
  while (done < wanted) {
    count_saved(scenario, arms, done, wanted, options.work, saved);
    done = wanted;
    if (widest(saved, done) >= until) wanted = std::min(2 * done, static_cast<std::size_t>(most));
  }
  return static_cast<std::int64_t>(done);
}

}  // namespace orgsim
