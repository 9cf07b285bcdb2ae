#include "experiment/worlds/run.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/draws.hpp"
#include "core/elementary.hpp"
#include "core/error.hpp"
#include "experiment/worlds/draw.hpp"
#include "experiment/worlds/normal.hpp"

namespace orgsim::worlds {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Of a mixture: the prior's part, and how much wider than the survivors the rest is.
constexpr double kDefence = 0.1;
constexpr double kWidening = 1.2;

// The effective part of its points that a mixture must promise. Half is asked of the draws; the survivors
// promise too much, since the mixture is fitted to them.
constexpr double kEven = 0.7;

// With more of the prior than this within the last level, points of the prior are the better sample.
constexpr double kCommon = 0.1;

std::vector<Index> indices_where(const Population& population, const auto& holds) {
  std::vector<Index> indices;
  for (Index i = 0; i < population.misfits.size(); ++i) {
    if (holds(i)) indices.push_back(i);
  }
  return indices;
}

// Whether the survivors themselves expect even weights: of draws within the level these have an effective
// part of 1 / (mean of w * mean of 1 / w), means over the survivors. The draws' own weights do not tell of a
// part of the region that no draw has met.
bool covers(const Mixture& mixture, const Population& survivors) {
  double sum = 0;
  double inverse = 0;
  for (Index i = 0; i < survivors.points.cols(); ++i) {
    const double log_weight = mixture.log_weight(survivors.points.col(i));
    sum += elementary::exp(log_weight);
    inverse += elementary::exp(-log_weight);
  }
  const auto count = static_cast<double>(survivors.size());
  return count > 0 && count * count >= kEven * sum * inverse;
}

}  // namespace

Run::Run(const SamplerOptions& options, const Evidence& evidence, const Evaluate& evaluate,
         Resampling resampling)
    : options_(options),
      evidence_(evidence),
      evaluations_(evaluate, evidence, options.stop),
      chain_(evidence, evaluations_, options.seed),
      resampling_(resampling),
      mixtures_(resampling == Resampling::among_all),
      level_(evidence.first()) {
  require(options.dimensions > 0 && options.points > 1, "a sample has dimensions, and two points or more");
}

Sample Run::sample() {
  Draws draws = prior_draws(options_.prior_draws > 0 ? options_.prior_draws : 2 * options_.points);
  if (take_from_prior(draws)) return result();
  while (advance(std::move(draws)) && can_go_on()) draws = next_draws();
  return result();
}

Run::Draws Run::prior_draws(std::size_t count) {
  MatrixXd points(static_cast<Index>(options_.dimensions), static_cast<Index>(count));
  for (std::size_t i = 0; i < count; ++i) {
    Stream draws = stream_of(options_.seed, Draw::prior, turn_, i);
    points.col(static_cast<Index>(i)) = normals(points.rows(), draws);
  }
  ++turn_;
  Draws draws{{}, VectorXd::Zero(points.cols()), 0, {}, {}};
  draws.wave.kind = WaveKind::prior;
  draws.wave.first = evaluations_.count();
  draws.population = evaluations_.of(points);
  chain_.learn(draws.population);
  return draws;
}

Run::Draws Run::mixture_draws(const Mixture& mixture) {
  const auto count = static_cast<Index>(options_.points);
  Draws draws{{}, VectorXd(count), 0, {}, {}};
  MatrixXd points(static_cast<Index>(options_.dimensions), count);
  for (Index i = 0; i < count; ++i) {
    Stream stream = stream_of(options_.seed, Draw::mixture, turn_, static_cast<std::size_t>(i));
    points.col(i) = mixture.draw(stream);
    draws.log_weights(i) = mixture.log_weight(points.col(i));
  }
  ++turn_;
  draws.wave.kind = WaveKind::mixture;
  draws.wave.first = evaluations_.count();
  draws.population = evaluations_.of(points);
  chain_.learn(draws.population);
  return draws;
}

Run::Draws Run::moved_points() const {
  Draws draws{population_, VectorXd::Zero(population_.misfits.size()), log_share_, {}, {}};
  draws.wave.kind = WaveKind::moves;
  draws.wave.first = evaluations_.count();
  return draws;
}

Run::Draws Run::next_draws() {
  Draws moved = moved_points();
  const auto level = next_level(moved.population, moved.log_weights);
  if (!mixtures_ || !level) return moved;
  const Population survivors = moved.population.chosen(
      indices_where(moved.population, [&](Index i) { return moved.population.misfits(i) <= *level; }));
  const MatrixXd basis = informed_directions(population_.points, population_.distinct());
  const Mixture mixture(fitted(basis, survivors.points), kWidening, kDefence);
  if (!covers(mixture, survivors)) return moved;
  // Whether they are used is settled before they are drawn: to leave those that turn out uneven would be to
  // prefer draws without the rare points of much weight.
  Draws drawn = mixture_draws(mixture);
  drawn.level = level;
  return drawn;
}

void Run::weigh(Draws& draws, double level) const {
  Wave& wave = draws.wave;
  wave.level = level;
  wave.drawn = draws.population.size();
  for (Index i = 0; i < draws.log_weights.size(); ++i) {
    const double misfit = draws.population.misfits(i);
    draws.log_weights(i) += evidence_.log_weight(misfit, level_, level);
    if (draws.log_weights(i) > -kInfinity) ++wave.survivors;
    if (evidence_.fits(misfit)) ++wave.fits;
  }
  wave.effective = effective_size(draws.log_weights);
  wave.log_share =
      draws.log_share + log_sum(draws.log_weights) - elementary::log(static_cast<double>(wave.drawn));
}

bool Run::advance(Draws draws) {
  const auto level = draws.level ? draws.level : next_level(draws.population, draws.log_weights);
  if (!level) {
    if (population_.size() == 0) population_ = draws.population;
    return false;
  }
  weigh(draws, *level);
  if (draws.wave.survivors == 0) {  // of a mixture
    finish(draws.wave);
    mixtures_ = false;
    return true;
  }
  level_ = *level;
  log_share_ = draws.wave.log_share;
  resample_and_move(draws);
  return true;
}

std::optional<double> Run::next_level(const Population& population, const VectorXd& log_weights) const {
  if (resampling_ == Resampling::among_all) return evidence_.next(level_, population.misfits, log_weights);
  std::optional<double> level;
  for (std::uint32_t family = 0; family < kFamilies; ++family) {
    const std::vector<Index> own = members(population, family, true);
    const auto next = evidence_.next(level_, population.misfits(own), log_weights(own));
    if (next && (!level || *next < *level)) level = next;
  }
  return level;
}

std::vector<Index> Run::survivors_of(const Draws& draws) {
  Stream stream = stream_of(options_.seed, Draw::resampling, turn_++);
  if (resampling_ == Resampling::among_all)
    return resampled(draws.log_weights, options_.points, uniform(stream));
  std::vector<Index> survivors;
  for (std::uint32_t family = 0; family < kFamilies; ++family) {
    const std::vector<Index> own = members(draws.population, family, true);
    const VectorXd log_weights = draws.log_weights(own);
    if (log_sum(log_weights) == -kInfinity) continue;  // all impossible
    const std::size_t left = options_.points - survivors.size();
    for (const Index i : resampled(log_weights, left / (kFamilies - family), uniform(stream)))
      survivors.push_back(own[static_cast<std::size_t>(i)]);
  }
  // The part of families of which no point is possible.
  for (const Index i : resampled(draws.log_weights, options_.points - survivors.size(), uniform(stream)))
    survivors.push_back(i);
  return survivors;
}

void Run::resample_and_move(const Draws& draws) {
  population_ = draws.population.chosen(survivors_of(draws));
  Wave wave = draws.wave;
  // Only descendants are of the families that they were of.
  if (wave.kind != WaveKind::moves) chain_.begin();
  chain_.run(population_, level_, goal(), wave);
  finish(wave);
}

// Where the evidence excludes little, independent points of the prior until there are enough that fit.
bool Run::take_from_prior(Draws& draws) {
  const auto fits = [&](Index i) { return evidence_.fits(draws.population.misfits(i)); };
  const auto drawn = static_cast<double>(draws.population.size());
  const std::size_t found = indices_where(draws.population, fits).size();
  if (static_cast<double>(found) < kCommon * drawn) return false;
  if (found < options_.points) {
    constexpr double margin = 1.2;
    const double lacking = static_cast<double>(options_.points - found) * drawn / static_cast<double>(found);
    draws.population.append(prior_draws(static_cast<std::size_t>(margin * lacking) + 1).population);
    draws.log_weights = VectorXd::Zero(draws.population.misfits.size());
  }
  std::vector<Index> kept = indices_where(draws.population, fits);
  if (kept.size() < options_.points) return false;
  weigh(draws, evidence_.last());
  kept.resize(options_.points);
  population_ = draws.population.chosen(kept);
  level_ = evidence_.last();
  draws.wave.distinct = population_.distinct();
  finish(draws.wave);
  return true;
}

std::size_t Run::sweeps_left() const {
  const std::uint64_t used = std::min(evaluations_.count(), options_.most_evaluations);
  return (options_.most_evaluations - used) / options_.points;
}

ChainGoal Run::goal() const {
  const std::size_t left = sweeps_left();
  if (level_ == evidence_.last()) {
    constexpr double distinct = 0.95;
    return {1, std::max<std::size_t>(left, 1), 0.2,
            static_cast<std::size_t>(distinct * static_cast<double>(options_.points))};
  }
  // A tenth of what is left: how many levels are to come, nobody knows.
  return {1, std::max<std::size_t>(left / 10, 1), 0.5, options_.points / 2};
}

bool Run::is_starved() const {
  // A few points that no longer move are no sample of anything.
  constexpr std::size_t copies = 10;
  return sweeps_left() < 1 || waves_.back().distinct * copies < options_.points;
}

bool Run::can_go_on() const {
  if (level_ == evidence_.last() || is_starved()) return false;
  constexpr std::size_t far = 6;
  return waves_.size() <= far || !evidence_.is_halted(waves_[waves_.size() - 1 - far].level, level_);
}

void Run::finish(Wave& wave) {
  wave.evaluations = evaluations_.count() - wave.first;
  waves_.push_back(wave);
  if (options_.tell) options_.tell(wave);
}

Sample Run::result() const {
  std::vector<Index> order(population_.size());
  std::iota(order.begin(), order.end(), Index{0});
  Stream draws = stream_of(options_.seed, Draw::order, 0);
  shuffle(order, draws, options_.stop);
  order.resize(std::min(order.size(), options_.points));
  const Population chosen = population_.chosen(order);
  Sample sample;
  sample.points = to_cube(chosen.points);
  sample.values = chosen.values;
  sample.numbers = chosen.numbers;
  sample.origins = chosen.origins;
  sample.waves = waves_;
  sample.distinct = chosen.distinct();
  sample.evaluations = evaluations_.count();
  sample.reached = level_ == evidence_.last();
  sample.starved = !sample.reached && !waves_.empty() && is_starved();
  sample.disagreement = disagreement_of(population_);
  return sample;
}

}  // namespace orgsim::worlds
