#include "experiment/worlds/worlds.hpp"

#include <cmath>
#include <limits>
#include <mutex>

#include "platform/parallel.hpp"

namespace orgsim {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;

std::span<const double> column(const MatrixXd& points, std::size_t c) {
  const auto rows = static_cast<std::size_t>(points.rows());
  return {points.data() + c * rows, rows};
}

// Evaluates batches of points on threads, and remembers all of them.
class Evaluator {
 public:
  Evaluator(const WorldsPlan& plan, const WorldsOptions& options, NumbersJournal* journal)
      : plan_(plan), options_(options), journal_(journal) {}

  MatrixXd evaluate(std::uint64_t first, const MatrixXd& points) {
    const auto count = static_cast<std::size_t>(points.cols());
    require(first == figures_.size(), "points come in the order of their numbers");
    figures_.resize(first + count);
    parallel_for(count, options_.threads, [&](std::size_t i) { one(first + i, column(points, i)); });
    MatrixXd scores(static_cast<Index>(plan_.used.size()), points.cols());
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t t = 0; t < plan_.used.size(); ++t) {
        scores(static_cast<Index>(t), static_cast<Index>(i)) =
            signed_implausibility(plan_.used[t], figures_[first + i][t]);
      }
    }
    keep_prior(first, points);
    return scores;
  }

  void wave_done(const worlds::Wave& wave) {
    const std::scoped_lock lock(mutex_);
    ++progress_.waves;
    progress_.threshold = wave.level;
  }

  const std::vector<double>& figures(std::uint64_t number) const { return figures_[number]; }

  WorldPoints prior() {
    const auto count = static_cast<std::size_t>(prior_.cols());
    return {std::move(prior_), {figures_.begin(), figures_.begin() + static_cast<std::ptrdiff_t>(count)}};
  }

 private:
  void one(std::uint64_t number, std::span<const double> units) {
    std::optional<std::vector<double>> found;
    if (journal_ != nullptr) found = journal_->find(number, units);
    const bool known = found.has_value();
    if (!known) {
      found = figures_in(plan_, world_at(plan_, units), options_.stop);
      if (journal_ != nullptr) journal_->append(number, units, *found);
    }
    figures_[number] = std::move(*found);
    const std::scoped_lock lock(mutex_);
    ++progress_.evaluations;
    if (!known) ++progress_.ran;
    if (options_.tell) options_.tell(progress_);
  }

  // The first batch is of the prior (SamplerOptions::prior_draws).
  void keep_prior(std::uint64_t first, const MatrixXd& points) {
    if (first == 0) prior_ = points;
  }

  const WorldsPlan& plan_;
  const WorldsOptions& options_;
  NumbersJournal* journal_;
  std::vector<std::vector<double>> figures_;  // by number
  MatrixXd prior_;
  std::mutex mutex_;
  WorldsProgress progress_;
};

worlds::SamplerOptions sampler_options(const WorldsPlan& plan, const WorldsOptions& options,
                                       Evaluator& evaluator) {
  worlds::SamplerOptions sampler;
  sampler.dimensions = plan.numbers.size();
  sampler.points = plan.points;
  sampler.seed = plan.seed;
  sampler.most_evaluations = options.most_evaluations;
  sampler.stop = options.stop;
  sampler.tell = [&evaluator](const worlds::Wave& wave) { evaluator.wave_done(wave); };
  return sampler;
}

}  // namespace

double signed_implausibility(const Target& target, double figure) {
  const double distance = implausibility(target, figure);
  const bool below = std::isfinite(target.low) && std::isfinite(target.high)
                         ? figure < target.low + (target.high - target.low) / 2
                         : figure < target.low;
  return below ? -distance : distance;
}

std::vector<double> figures_in(const WorldsPlan& plan, std::span<const double> values, const StopFlag& stop) {
  try {
    return measure(world_of(plan, values), figures_of(plan.used), stop);
  } catch (const InputError&) {  // such as numbers that overflow: no world that could be ours
    return std::vector<double>(plan.used.size(), std::numeric_limits<double>::quiet_NaN());
  }
}

Worlds draw_worlds(const WorldsPlan& plan, const WorldsOptions& options, NumbersJournal* journal) {
  Evaluator evaluator(plan, options, journal);
  // A world fits below the threshold (fits()), the sampler's points are at most at theirs.
  const double threshold = std::nextafter(kImplausible, 0.0);
  const worlds::Sample sample = worlds::sample_restricted(
      sampler_options(plan, options, evaluator), threshold, [&](std::uint64_t first, const MatrixXd& points) {
        MatrixXd scores = evaluator.evaluate(first, points);
        if (journal != nullptr) journal->sync();
        return scores;
      });
  Worlds worlds;
  worlds.plan = plan;
  worlds.fit = sample.reached;
  worlds.starved = sample.starved;
  worlds.distinct = sample.distinct;
  worlds.waves = sample.waves;
  worlds.evaluations = sample.evaluations;
  worlds.ensemble.units = sample.points;
  for (std::size_t i = 0; i < sample.numbers.size(); ++i) {
    worlds.ensemble.figures.push_back(evaluator.figures(sample.numbers[i]));
    worlds.values.push_back(world_at(plan, column(sample.points, i)));
  }
  worlds.prior = evaluator.prior();
  worlds.own_figures = figures_in(plan, values_in(plan), options.stop);
  return worlds;
}

}  // namespace orgsim
