#include "experiment/fit/measured_noise.hpp"

#include "engine/numbers.hpp"
#include "platform/parallel.hpp"

namespace orgsim {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

class NoiseMeasurement {
 public:
  NoiseMeasurement(const FitPlan& plan, const Grid& grid, const MatrixXd& points, const StopFlag& stop)
      : plan_(plan),
        grid_(grid),
        points_(points),
        stop_(stop),
        people_(static_cast<Index>(grid.size()), points.cols()),
        sources_(count_of<Luck>, people_) {}

  void measure(std::size_t number) {
    const auto column = static_cast<Index>(number);
    const FitPoint point = point_at(plan_, {points_.col(column).data(), plan_.unknowns()});
    const Scenario world = world_of(plan_, point);
    const StreamKey key{plan_.settings.seed, static_cast<std::uint32_t>(number)};
    const auto pooled = [&](const LuckSizes& sizes) {
      return log_history_as(with_luck(world, sizes), MarketKind::pooled, key, grid_, point.age, stop_);
    };
    const VectorXd without = pooled({});
    people_.col(column) =
        without - log_history_as(world, MarketKind::mean_field, {}, grid_, point.age, stop_);
    for (std::size_t k = 0; k < sources_.size(); ++k) {
      LuckSizes sizes{};
      sizes[k] = by_default_[k];
      sources_[k].col(column) = pooled(sizes) - without;
    }
  }

  NoiseBySource of(const std::vector<Index>& worlds) const {
    NoiseBySource noise;
    for (std::size_t k = 0; k < sources_.size(); ++k) {
      PooledNoise& source = noise.sources.emplace_back(noise_of(sources_[k](Eigen::all, worlds)));
      source.bias /= by_default_[k] * by_default_[k];
      source.covariance /= by_default_[k] * by_default_[k];
    }
    noise.people = noise_of(people_(Eigen::all, worlds));
    return noise;
  }

 private:
  const FitPlan& plan_;
  const Grid& grid_;
  const MatrixXd& points_;
  const StopFlag& stop_;
  const LuckSizes by_default_ = luck_in(Scenario{});
  // A column for each world.
  MatrixXd people_;
  std::vector<MatrixXd> sources_;
};

}  // namespace

VectorXd log_history_as(const Scenario& world, MarketKind kind, const StreamKey& key, Grid grid, int age,
                        const StopFlag& stop) {
  Scenario run = world;
  run.parameters.market.kind = kind;
  grid.age = age;
  return log_history(run, key, grid, stop);
}

NoiseBySource measured_noise(const FitPlan& plan, const Grid& grid, const MatrixXd& points, int threads,
                             const StopFlag& stop) {
  NoiseMeasurement measurement(plan, grid, points, stop);
  const auto count = static_cast<std::size_t>(points.cols());
  std::vector<char> good(count, 0);
  parallel_for(count, threads, [&](std::size_t i) {
    try {
      measurement.measure(i);
      good[i] = 1;
    } catch (const InputError&) {  // numbers that overflow are those of no firm
    }
  });
  std::vector<Index> kept;
  for (std::size_t i = 0; i < count; ++i)
    if (good[i] != 0) kept.push_back(static_cast<Index>(i));
  if (kept.size() < 2) throw InputError(overflow("the runs of all worlds"));
  return measurement.of(kept);
}

}  // namespace orgsim
