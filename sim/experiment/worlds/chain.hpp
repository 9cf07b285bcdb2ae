// Markov steps of a whole population at one level, until it has forgotten where it began.
//
// Steps are fitted to the population, but never to the point that makes them: in many dimensions a fit knows
// the points it was made of so well that steps would draw them together. The population is divided into
// families, which share no ancestor; each in turn moves as fits to the others tell it (as the two halves of
// Goodman & Weare 2010, Comm. in Applied Mathematics and Computational Science 5(1), 65-80, do), which leaves
// the joint distribution of all points as it is, exactly.
#pragma once

#include "experiment/worlds/moves.hpp"
#include "experiment/worlds/population.hpp"

namespace orgsim::worlds {

// How well a population has mixed since its points stood elsewhere.
struct Mixing {
  double jump = 0;         // mean squared distance, relative to that of independent points
  double correlation = 0;  // with where they stood, the largest along all principal directions
};
Mixing mixing_of(const Eigen::MatrixXd& start, const Eigen::MatrixXd& now);

// How far the families are from telling the same: for each number of the cube the spread of all points over
// that within the families, and of those the largest (R-hat: Gelman & Rubin 1992, Statistical Science 7(4),
// 457-472). 1 if they agree; infinite if one has died out.
double disagreement_of(const Population& population);

struct ChainGoal {
  std::size_t least_sweeps = 2;
  std::size_t most_sweeps = 10;
  double correlation = 0.5;  // at most
  std::size_t distinct = 0;  // at least
};

class Chain {
 public:
  Chain(const Evidence& evidence, Evaluations& evaluations, std::uint64_t seed)
      : evidence_(evidence), evaluations_(evaluations), seed_(seed) {}

  // Moves all points at a level until the goal is reached, and enters into the wave how that went.
  void run(Population& population, double level, const ChainGoal& goal, Wave& wave);
  // Learns from points evaluated elsewhere.
  void learn(const Population& evaluated) { archive_.add(evaluated); }
  // Forgets what directions informed the points of the families: those to come are others.
  void begin() { bases_.clear(); }

 private:
  struct Proposed {
    std::vector<std::optional<Step>> steps;
    std::vector<std::size_t> moves;
    std::vector<double> log_u;
  };
  // Several steps of every point, one family after the other; how many were accepted.
  std::size_t round(Population& population, double level, std::size_t sweeps);
  // One step of these points.
  std::size_t sweep(Population& population, const std::vector<Eigen::Index>& family, const Mover& mover,
                    double level);
  Proposed propose(const Population& population, const std::vector<Eigen::Index>& family,
                   const Mover& mover) const;
  bool accept(Population& population, Eigen::Index i, const Population& candidates, Eigen::Index candidate,
              double level, double needed) const;
  void find_bases(const Population& population);

  const Evidence& evidence_;
  Evaluations& evaluations_;
  std::uint64_t seed_;
  MoveChoice choice_;
  Archive archive_;
  std::uint32_t sweeps_ = 0;
  std::vector<Eigen::MatrixXd> bases_;  // for each family: directions that inform the others
};

}  // namespace orgsim::worlds
