#include "experiment/fit/fit.hpp"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <mutex>

#include "core/draws.hpp"
#include "core/elementary.hpp"
#include "engine/numbers.hpp"
#include "experiment/fit/draw.hpp"
#include "experiment/fit/measured_noise.hpp"
#include "experiment/worlds/normal.hpp"
#include "platform/parallel.hpp"

namespace orgsim {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

constexpr std::size_t kPilotPoints = 200;  // more than what is searched has dimensions
// In which noise is measured roughly, of the ranges; then in all of the pilot's. The inverse of a covariance
// from few runs claims too much (Hartlap, Simon & Schneider 2007, Astronomy & Astrophysics 464(1), 399-404).
constexpr std::size_t kNoiseWorlds = 80;
constexpr std::size_t kSilenceWorlds = 8;
constexpr double kUnheard = 1e-3;  // of a figure's logarithm: a fifth of the least error of reporting

constexpr std::array<std::string_view, count_of<ErrorKind>> kNamesOfErrors{"error.users", "error.revenue",
                                                                           "error.budgets", "error.won"};

std::span<const double> column(const MatrixXd& points, Index c) {
  return {points.col(c).data(), static_cast<std::size_t>(points.rows())};
}

// Whether the last points have forgotten where they began: copies of a few points are no sample.
bool has_mixed(const worlds::Sample& sample) {
  constexpr double distinct = 0.9;
  constexpr double jump = 0.5;
  const auto points = static_cast<double>(sample.points.cols());
  return static_cast<double>(sample.distinct) >= distinct * points && !sample.waves.empty() &&
         sample.waves.back().jump >= jump;
}

std::span<const double> span_of(const VectorXd& point) {
  return {point.data(), static_cast<std::size_t>(point.size())};
}

class Fitter {
 public:
  Fitter(const FitPlan& plan, const FitOptions& options) : plan_(plan), options_(options) {
    for (const BookColumn& one : plan.quarters.columns) grid_.books.push_back(one.book);
    grid_.quarters = plan.grid_quarters();
    grid_.rolling = plan.settings.rolling;
  }

  Fit fit() {
    find_heard();
    const MatrixXd prior = uniform_points(plan_, kNoiseWorlds, FitDraw::noise_of_prior);
    const Likelihood rough(plan_, measured_noise(plan_, grid_, prior, options_.threads, options_.stop));
    progress_.pilot = true;
    const worlds::Sample pilot = sampled(rough, kPilotPoints, plan_.settings.most_evaluations / 4);
    const Likelihood likelihood(
        plan_, measured_noise(plan_, grid_, whole(pilot.points), options_.threads, options_.stop));
    progress_.pilot = false;
    const worlds::Sample sample = sampled(likelihood, plan_.settings.points, plan_.settings.most_evaluations);
    return result(likelihood, sample, pilot.evaluations);
  }

 private:
  Likelihood::World expected(std::span<const double> units) const {
    const FitPoint point = point_at(plan_, units);
    const Scenario world = world_of(plan_, point);
    return {log_history_as(world, MarketKind::mean_field, {}, grid_, point.age, options_.stop),
            luck_in(world), point.errors};
  }

  // Which unknowns change the history in any of a few worlds by more than next to nothing: the table cannot
  // tell of the others, such as those of AI before there is any, and they need not be searched.
  void find_heard() {
    const MatrixXd points = uniform_points(plan_, 2 * kSilenceWorlds, FitDraw::silence);
    std::vector<std::vector<char>> heard(kSilenceWorlds, std::vector<char>(plan_.numbers.size(), 0));
    parallel_for(kSilenceWorlds, options_.threads, [&](std::size_t i) {
      VectorXd point = points.col(static_cast<Index>(i));
      VectorXd other = points.col(static_cast<Index>(i + kSilenceWorlds));
      try {
        const VectorXd before = expected(span_of(point)).logs;
        for (std::size_t k = 0; k < plan_.numbers.size(); ++k) {
          const auto row = static_cast<Index>(k);
          std::swap(point(row), other(row));
          const VectorXd change = expected(span_of(point)).logs - before;
          heard[i][k] = change.cwiseAbs().maxCoeff() < kUnheard ? 0 : 1;
          std::swap(point(row), other(row));
        }
      } catch (const InputError&) {
        heard[i].assign(plan_.numbers.size(), 1);
      }
    });
    for (std::size_t k = 0; k < plan_.unknowns(); ++k) {
      const bool luck = k < plan_.numbers.size() && named<Luck>(plan_.numbers[k].path).has_value();
      const bool any = k >= plan_.numbers.size() || luck ||
                       std::ranges::any_of(heard, [k](const auto& one) { return one[k] != 0; });
      if (any) heard_.push_back(static_cast<Index>(k));
    }
  }

  // What a point of those that are heard says of one of them: quickly, and not rounded.
  std::optional<double> heard_at(const VectorXd& heard, std::string_view name) const {
    for (std::size_t i = 0; i < heard_.size(); ++i) {
      const auto k = static_cast<std::size_t>(heard_[i]);
      const std::size_t keys = plan_.numbers.size();
      const PlausibleNumber& number = k < keys ? plan_.numbers[k] : plan_.others[k - keys];
      if (number.path == name)
        return between(number.low, number.high, heard(static_cast<Index>(i)), number.scale);
    }
    return std::nullopt;
  }
  LuckSizes luck_at(const VectorXd& heard) const {
    LuckSizes luck = luck_in(plan_.scenario);
    for (const Luck one : every<Luck>()) {
      double& size = luck[static_cast<std::size_t>(one)];
      size = heard_at(heard, name_of(one)).value_or(size);
    }
    return luck;
  }
  Likelihood::Errors errors_at(const VectorXd& heard) const {
    Likelihood::Errors errors{};
    for (const ErrorKind kind : every<ErrorKind>()) {
      const auto k = static_cast<std::size_t>(kind);
      errors[k] = heard_at(heard, kNamesOfErrors[k]).value_or(plan_.settings.errors[k].low);
    }
    return errors;
  }

  // Points of all unknowns; those that are not heard are in the middle.
  MatrixXd whole(const MatrixXd& points) const {
    MatrixXd all = MatrixXd::Constant(static_cast<Index>(plan_.unknowns()), points.cols(), 0.5);
    all(heard_, Eigen::all) = points;
    return all;
  }

  VectorXd evaluated(const Likelihood& likelihood, std::span<const double> units) {
    VectorXd values;
    try {
      values = likelihood.values(expected(units));
    } catch (const InputError&) {
      values = VectorXd::Constant(static_cast<Index>(likelihood.value_count()), -elementary::kInfinity);
    }
    const std::scoped_lock lock(mutex_);
    ++progress_.evaluations;
    if (options_.tell) options_.tell(progress_);
    return values;
  }

  worlds::Sample sampled(const Likelihood& likelihood, std::size_t points, std::uint64_t most) {
    worlds::SamplerOptions sampler;
    sampler.dimensions = heard_.size();
    sampler.points = points;
    sampler.seed = plan_.settings.seed + (progress_.pilot ? 0 : 1);
    sampler.most_evaluations = most;
    sampler.stop = options_.stop;
    sampler.guide = [this, &likelihood](const VectorXd& heard, const VectorXd& foreseen,
                                        const VectorXd& errors, double level) {
      return likelihood.log_guide(luck_at(heard), errors_at(heard), foreseen, errors, level);
    };
    sampler.tell = [this](const worlds::Wave& wave) {
      const std::scoped_lock lock(mutex_);
      progress_.level = wave.level;
    };
    return worlds::sample_posterior(sampler, [&](std::uint64_t, const MatrixXd& heard) {
      const MatrixXd guesses = whole(heard);
      MatrixXd values(static_cast<Index>(likelihood.value_count()), guesses.cols());
      parallel_for(static_cast<std::size_t>(guesses.cols()), options_.threads, [&](std::size_t i) {
        const auto c = static_cast<Index>(i);
        values.col(c) = evaluated(likelihood, column(guesses, c));
      });
      return values;
    });
  }

  // Points of all unknowns; those that are not heard are drawn from their ranges.
  MatrixXd with_silent(const MatrixXd& points) const {
    MatrixXd all = uniform_points(plan_, static_cast<std::size_t>(points.cols()), FitDraw::silent);
    all(heard_, Eigen::all) = points;
    return all;
  }

  Fit result(const Likelihood& likelihood, const worlds::Sample& sample, std::uint64_t before) {
    Fit fit;
    fit.plan = plan_;
    fit.reached = sample.reached && has_mixed(sample);
    fit.distinct = sample.distinct;
    fit.disagreement = sample.disagreement;
    fit.evaluations = before + sample.evaluations;
    fit.waves = sample.waves;
    const auto count = static_cast<std::size_t>(sample.points.cols());
    const MatrixXd points = with_silent(sample.points);
    fit.worlds.resize(count);
    fit.units.assign(count, 0);
    fit.foreseen.resize(static_cast<Index>(grid_.size()), points.cols());
    MatrixXd residuals(static_cast<Index>(likelihood.count()), points.cols());
    std::vector<double> p(count);
    const bool money = std::ranges::any_of(grid_.books, is_money);
    parallel_for(count, options_.threads, [&](std::size_t i) {
      const auto c = static_cast<Index>(i);
      fit.worlds[i] = point_at(plan_, column(points, c));
      const Likelihood::World world = expected(column(points, c));
      Stream draws = stream_of(plan_.settings.seed, FitDraw::foreseen, i);
      const Likelihood::Foreseen foreseen = likelihood.foresee(world, draws);
      fit.foreseen.col(c) = foreseen.logs.unaryExpr([](double log) { return elementary::exp(log); });
      if (money) fit.units[i] = elementary::exp(foreseen.log_unit);
      residuals.col(c) = likelihood.residuals(world);
      const boost::math::chi_squared chance(std::max(1.0, likelihood.degrees_of_freedom()));
      p[i] = boost::math::cdf(boost::math::complement(chance, likelihood.misfit(world)));
    });
    fit.check = checked(likelihood, residuals);
    fit.check.p = VectorXd::Map(p.data(), static_cast<Index>(p.size())).mean();
    return fit;
  }

  FitCheck checked(const Likelihood& likelihood, const MatrixXd& residuals) const {
    const VectorXd mean = residuals.rowwise().mean();
    FitCheck check;
    double worst = -1;
    for (std::size_t c = 0; c < grid_.books.size(); ++c) {
      FitCheck one = of_column(likelihood, mean, c);
      if (one.error <= worst) continue;
      worst = one.error;
      check = one;
    }
    return check;
  }

  FitCheck of_column(const Likelihood& likelihood, const VectorXd& mean, std::size_t c) const {
    constexpr double beyond = 2;
    FitCheck check;
    check.column = grid_.books[c];
    double squares = 0;
    double count = 0;
    double largest = -1;
    std::size_t where = 0;
    for (std::size_t i = 0; i < likelihood.count(); ++i) {
      const auto cell = static_cast<std::size_t>(likelihood.cells()[i]);
      const auto quarters = static_cast<std::size_t>(grid_.quarters);
      if (cell / quarters != c) continue;
      const double size = std::abs(mean(static_cast<Index>(i)));
      squares += size * size;
      ++count;
      if (size > beyond) check.quarters.push_back(cell % quarters);
      if (size > largest) where = cell % quarters;
      largest = std::max(largest, size);
    }
    if (check.quarters.empty()) check.quarters.push_back(where);
    check.error = count > 0 ? std::sqrt(squares / count) : 0;
    return check;
  }

  const FitPlan& plan_;
  const FitOptions& options_;
  Grid grid_;
  std::vector<Index> heard_;  // unknowns that the table may tell of
  std::mutex mutex_;
  FitProgress progress_;
};

}  // namespace

Fit fit_quarters(const FitPlan& plan, const FitOptions& options) {
  return Fitter(plan, options).fit();
}

Quarters made_up_history(const FitPlan& plan, std::span<const double> units, std::uint64_t seed) {
  const FitPoint point = point_at(plan, units);
  Scenario world = world_of(plan, point);
  world.parameters.market.kind = MarketKind::pooled;
  Grid grid;
  for (const BookColumn& one : plan.quarters.columns) grid.books.push_back(one.book);
  grid.age = point.age;
  grid.quarters = static_cast<int>(plan.quarters.count());
  const VectorXd logs = log_history(world, {seed, 0}, grid);
  Stream draws = stream_of(seed, FitDraw::reports, 0);
  const VectorXd z = worlds::normals(logs.size(), draws);
  Quarters quarters = plan.quarters;
  Index i = 0;
  for (BookColumn& one : quarters.columns) {
    const double error = point.errors[static_cast<std::size_t>(error_kind(one.book))];
    for (double& value : one.values) {
      value = elementary::exp(logs(i) + error * z(i));
      ++i;
    }
  }
  return quarters;
}

}  // namespace orgsim
