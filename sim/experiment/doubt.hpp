// What the answer of a run hangs on besides luck: the same arms in other worlds, and with rivals that do not
// stand still. Thresholds, the fourth kind of doubt, are in the verdicts' twins (experiment/verdict.hpp).
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "experiment/outcome.hpp"
#include "keys/run.hpp"

namespace orgsim {

// What came of every run of a variant of the scenario.
struct VariantRuns {
  std::vector<std::vector<Outcome>> outcomes;  // per arm, per replication
  std::vector<std::vector<double>> drawn;      // per replication, the values of scenario.drawn

  bool operator==(const VariantRuns&) const = default;
};

// How far the share saved differs between worlds: some of them, each with replications of its own. Strategies
// that save marketing in fewer than one in twenty of all worlds, or in more than nineteen, are left out.
struct Spread {
  std::size_t replications = 0;                 // of each world; 0 where there is nothing to tell
  std::vector<std::vector<std::size_t>> saved;  // per strategy, per world; empty for one that is left out

  std::size_t worlds() const {
    std::size_t most = 0;
    for (const auto& of_strategy : saved) most = std::max(most, of_strategy.size());
    return most;
  }

  bool operator==(const Spread&) const = default;
};

// Partial rank correlations of what a strategy brings with the worlds' keys, over worlds run as mean fields.
struct Influence {
  std::vector<double> saved;   // of whether marketing is saved, per key
  std::vector<double> npv;     // of the difference of the firm's NPV, per key
  double saved_by_chance = 0;  // the 95 % quantile of the largest of them that chance alone would show
  double npv_by_chance = 0;

  bool operator==(const Influence&) const = default;
};

// Which of the two strategies that save marketing in most worlds is worth more to the firm: partial rank
// correlations of the difference of the NPV, the first's less the second's.
struct Between {
  std::size_t first = 0;  // strategy; it saves in no fewer worlds than the second
  std::size_t second = 0;
  std::vector<double> npv;  // per key
  double npv_by_chance = 0;

  bool operator==(const Between&) const = default;
};

inline constexpr std::size_t kSpreadWorlds = 20;  // of which each is run several times
inline constexpr std::size_t kScreenedPerWorld =
    10;                                          // worlds that are run as mean fields for each that is run
inline constexpr std::size_t kWorldsPerKey = 3;  // that ranks need to say something of every key

struct InWorlds {
  std::string file;               // of the ensemble
  std::vector<std::string> keys;  // that worlds set
  std::vector<double> values;     // of the first worlds, row by row: replication r is in world r
  VariantRuns runs;
  Spread spread;
  std::size_t screened = 0;           // worlds run as mean fields; 0 where they are too few
  std::vector<Influence> influences;  // per strategy
  std::optional<Between> between;     // nothing where fewer than two save in one of twenty worlds

  std::size_t worlds() const { return runs.drawn.size(); }
  bool operator==(const InWorlds&) const = default;
};

struct WithRivals {
  Rivals rivals = Rivals::same;
  VariantRuns runs;

  bool operator==(const WithRivals&) const = default;
};

struct Doubt {
  std::optional<InWorlds> worlds;
  std::vector<WithRivals> rivals;

  bool operator==(const Doubt&) const = default;
};

}  // namespace orgsim
