// A population's way from the prior to the evidence.
#pragma once

#include "experiment/worlds/chain.hpp"
#include "experiment/worlds/population.hpp"
#include "experiment/worlds/sampler.hpp"
#include "experiment/worlds/tempering.hpp"

namespace orgsim::worlds {

class Run {
 public:
  // Where points are resampled among all, new ones are drawn near the survivors as long as their weights are
  // even enough. Within families each keeps its part of the points: the families are samplers of their own
  // that lend each other the shape of what they have found, and none dies out.
  enum class Resampling { among_all, within_families };
  Run(const SamplerOptions& options, const Evidence& evidence, const Evaluate& evaluate,
      Resampling resampling);

  Sample sample();

 private:
  // Points and what they weigh at the level so far.
  struct Draws {
    Population population;
    Eigen::VectorXd log_weights;
    double log_share = 0;  // of the prior that they stand for
    Wave wave;
    std::optional<double> level;  // that they are meant for, if that is settled
  };

  Draws prior_draws(std::size_t count);
  Draws mixture_draws(const Mixture& mixture);
  Draws moved_points() const;
  // The points so far, or a mixture if it is worth it.
  Draws next_draws();

  // Goes with these points to the next level, if there is one.
  bool advance(Draws draws);
  void weigh(Draws& draws, double level) const;
  void resample_and_move(const Draws& draws);
  std::vector<Eigen::Index> survivors_of(const Draws& draws);
  // The next level that all who resample can follow to.
  std::optional<double> next_level(const Population& population, const Eigen::VectorXd& log_weights) const;
  bool take_from_prior(Draws& draws);
  ChainGoal goal() const;
  bool is_starved() const;  // of evaluations
  bool can_go_on() const;
  void finish(Wave& wave);
  Sample result() const;

  std::size_t sweeps_left() const;

  const SamplerOptions& options_;
  const Evidence& evidence_;
  Evaluations evaluations_;
  Chain chain_;
  Resampling resampling_;
  bool mixtures_;

  Population population_;  // of equal weight, at `level_`
  double level_;
  double log_share_ = 0;
  std::uint32_t turn_ = 0;
  std::vector<Wave> waves_;
};

}  // namespace orgsim::worlds
