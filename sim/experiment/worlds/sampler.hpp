// Samples of a prior that evidence restricts or weights. The prior is uniform on the unit cube; what a point
// means is the caller's business, who evaluates a costly deterministic function of it.
//
// Both ways are sequential Monte Carlo (Del Moral, Doucet & Jasra 2006, J. Royal Statistical Society B 68(3),
// 411-436): a population of points is led from the prior to the target through levels between them. At each
// level it is weighted, resampled and moved by Markov steps that leave the level's distribution as it is
// (worlds/moves.hpp). With thresholds for levels that is subset simulation (Au & Beck 2001, Probabilistic
// Engineering Mechanics 16(4), 263-277).
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/stop_flag.hpp"
#include "experiment/worlds/log_guide.hpp"

namespace orgsim::worlds {

// Evaluates points, the columns of `points` (k x n), and returns what it found as columns, each as long.
// Points are numbered from 0 on in the order of evaluation; the first column is number `first`. The points
// depend on the options and on earlier values alone: who keeps the values by number can continue.
using Evaluate = std::function<Eigen::MatrixXd(std::uint64_t first, const Eigen::MatrixXd& points)>;

enum class WaveKind {
  prior,    // independent points of the prior
  mixture,  // independent points of a mixture of the prior and a proposal fitted to the survivors
  moves,    // Markov steps of the survivors so far
};

// What one wave did: the level was set, points survived it, and were resampled and moved.
struct Wave {
  WaveKind kind = WaveKind::prior;
  double level = 0;               // threshold, or the likelihood's exponent (1/temperature)
  std::uint64_t first = 0;        // number of the wave's first evaluation
  std::uint64_t evaluations = 0;  // of the draws and the moves together
  std::size_t drawn = 0;          // points that the survivors are counted among
  std::size_t survivors = 0;      // of them within the threshold; for likelihoods, of weight above 0
  std::size_t fits = 0;           // of them within the final threshold; for likelihoods 0
  double effective = 0;           // size of the weighted survivors: (sum w)^2 / sum w^2
  double log_share = 0;      // log of the estimated share of the prior within the level; for likelihoods, of
                             // the mean of likelihood^level under the prior
  std::size_t sweeps = 0;    // Markov steps of each point
  double acceptance = 0;     // of the steps
  double jump = 0;           // mean squared distance from where the points began, relative to that of
                             // independent points: near 1 once they have forgotten
  double correlation = 0;    // largest with where they began, of all principal directions
  std::size_t distinct = 0;  // points after the moves
};

struct SamplerOptions {
  std::size_t dimensions = 1;
  std::size_t points = 1000;  // wanted, of equal weight
  std::uint64_t seed = 1;
  std::uint64_t most_evaluations = 100000;  // about so many; what is begun is not cut off
  std::size_t prior_draws = 0;              // of the first wave; 0 for twice as many as are wanted
  std::function<void(const Wave&)> tell;    // of each wave when it is done; may be empty
  LogGuide guide;                           // of posteriors; may be empty
  StopFlag stop;
};

struct Sample {
  Eigen::MatrixXd points;              // k x n, of equal weight, in random order
  Eigen::MatrixXd values;              // what the function returned for each
  std::vector<std::uint64_t> numbers;  // of each point's evaluation; copies share one
  std::vector<std::uint64_t>
      origins;  // of the evaluation that each descends from through the last level's moves
  std::vector<Wave> waves;
  std::size_t distinct = 0;
  std::uint64_t evaluations = 0;
  // Whether the final level was reached. If not, the points are those of the last wave's level, and no point
  // or too few of the prior fit.
  bool reached = false;
  bool starved = false;  // it was not, and more evaluations might
  // How far parts of the points that have no ancestor in common differ; worlds/chain.hpp.
  double disagreement = 1;
};

// Points of the prior for which the largest value, whatever its sign, is at most `threshold`:
// implausibilities, of which NaN counts as infinite. There may be any number of them, at least one. Values
// with their sign, negative on one side of the target and positive on the other, are foreseen better and need
// far fewer evaluations.
Sample sample_restricted(const SamplerOptions& options, double threshold, const Evaluate& evaluate);

// Points of the posterior: the first value is the log likelihood (what is not finite is impossible). Those
// behind it, if any, are what options.guide makes guesses of. Without it they should be residuals in standard
// deviations, so that the log likelihood is about a constant less half the sum of their squares. They guide
// the steps; how nearly that holds is no matter of correctness. The points are a few samplers' that lend each
// other the shape of what they have found, but no points: where each has found something else, the sample has
// it all, and its `disagreement` says so.
Sample sample_posterior(const SamplerOptions& options, const Evaluate& evaluate);

}  // namespace orgsim::worlds
