// The experiment: worlds drawn from the plausible ranges that fit the evidence (history matching: Craig et
// al. 1997; Vernon, Goldstein & Bower 2010, Bayesian Analysis 5(4), 619-669).
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/stop_flag.hpp"
#include "experiment/numbers_journal.hpp"
#include "experiment/worlds/plan.hpp"
#include "experiment/worlds/sampler.hpp"

namespace orgsim {

inline constexpr std::string_view kWorlds = "worlds";

struct WorldsProgress {
  std::uint64_t evaluations = 0;  // of which some may have been in the journal
  std::uint64_t ran = 0;          // by this call
  std::size_t waves = 0;          // that are done
  double threshold = 0;           // of the last of them
};

struct WorldsOptions {
  int threads = 1;
  StopFlag stop;
  std::function<void(const WorldsProgress&)> tell;  // from any thread, one at a time; may be empty
  std::uint64_t most_evaluations = kMostEvaluations;
};

// Points with the figures of the used targets.
struct WorldPoints {
  Eigen::MatrixXd units;                     // a column each, of the plan's numbers
  std::vector<std::vector<double>> figures;  // of each
  std::size_t size() const { return figures.size(); }
};

struct Worlds {
  WorldsPlan plan;
  // Those of the ensemble: of equal weight and in random order, each as often as it was drawn. If none fit,
  // the nearest that were found.
  WorldPoints ensemble;
  std::vector<std::vector<double>> values;  // of the numbers, for each of them
  bool fit = false;
  bool starved = false;  // none was found, and more evaluations might find some
  std::size_t distinct = 0;
  WorldPoints prior;                // independent draws of the plausible ranges
  std::vector<double> own_figures;  // of the plan's scenario as it is
  std::vector<worlds::Wave> waves;
  std::uint64_t evaluations = 0;
};

// How far a figure is from a target, with its side: -implausibility() below the band's middle or end.
double signed_implausibility(const Target& target, double figure);

// The figures of one world; NaN where its numbers overflow.
std::vector<double> figures_in(const WorldsPlan& plan, std::span<const double> values, const StopFlag& stop);

// What is evaluated goes to the journal, if there is one, and what it has is not evaluated again. Throws
// Interrupted and SystemError; what the journal has by then is on the disk.
Worlds draw_worlds(const WorldsPlan& plan, const WorldsOptions& options, NumbersJournal* journal = nullptr);

}  // namespace orgsim
