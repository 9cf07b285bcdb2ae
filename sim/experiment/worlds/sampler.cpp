#include "experiment/worlds/sampler.hpp"

#include "experiment/worlds/run.hpp"
#include "experiment/worlds/tempering.hpp"

namespace orgsim::worlds {

Sample sample_restricted(const SamplerOptions& options, double threshold, const Evaluate& evaluate) {
  const Threshold evidence(threshold);
  return Run(options, evidence, evaluate, Run::Resampling::among_all).sample();
}

Sample sample_posterior(const SamplerOptions& options, const Evaluate& evaluate) {
  const Likelihood evidence(options.guide);
  return Run(options, evidence, evaluate, Run::Resampling::within_families).sample();
}

}  // namespace orgsim::worlds
