// How likely a firm's books are in a world.
//
// The logarithm of what is reported is that of the mean field's figure, plus the bias and the noise of a
// pooled run, plus an error of reporting that is independent from quarter to quarter; for figures of money
// also plus the logarithm of the unknown unit, the same for all of them. All are normal, so that the unit,
// under a prior of next to no weight, is integrated out exactly.
#pragma once

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <vector>

#include "core/random.hpp"
#include "experiment/fit/history.hpp"
#include "experiment/fit/noise.hpp"
#include "experiment/fit/plan.hpp"

namespace orgsim {

class Likelihood {
 public:
  using Errors = std::array<double, count_of<ErrorKind>>;

  Likelihood(const FitPlan& plan, NoiseBySource noise);

  const Grid& grid() const { return grid_; }
  // Numbers of the table that are looked at, and where on the grid each stands.
  std::size_t count() const { return cells_.size(); }
  const std::vector<Eigen::Index>& cells() const { return cells_; }

  // A world as the table sees it: logarithms of its mean field's figures, sizes of its luck, errors of
  // reporting.
  struct World {
    Eigen::VectorXd logs;
    LuckSizes luck{};
    Errors errors{};
  };

  // The log likelihood but for a constant, then the logarithms of the mean field's figures at the cells.
  Eigen::VectorXd values(const World& world) const;
  std::size_t value_count() const { return cells_.size() + 1; }
  // A guess at level times the log likelihood of a world whose values are foreseen with these errors.
  double log_guide(const LuckSizes& luck, const Errors& errors, const Eigen::VectorXd& foreseen,
                   const Eigen::VectorXd& of_foreseen, double level) const;

  // The same residuals, summed as squares, with the unit where it fits best: chi-squared with as many degrees
  // of freedom as there are numbers, less one if there is money.
  double misfit(const World& world) const;
  // Each number's own residual, in its own standard deviation.
  Eigen::VectorXd residuals(const World& world) const;
  double degrees_of_freedom() const;

  // What the books might have said in that world on the whole grid: the run's luck as the table tells of it,
  // fresh errors of reporting. `log_unit` is drawn too.
  struct Foreseen {
    Eigen::VectorXd logs;
    double log_unit = 0;
  };
  Foreseen foresee(const World& world, Stream& draws) const;

 private:
  Eigen::MatrixXd of_errors(const Errors& errors) const;  // covariance over the cells
  double unit_of(const Eigen::VectorXd& gaps, const Eigen::LLT<Eigen::MatrixXd>& root) const;
  double log_density(const Eigen::VectorXd& gaps, const Eigen::MatrixXd& covariance) const;
  double precision_of_unit(const Eigen::LLT<Eigen::MatrixXd>& root) const;

  Grid grid_;
  NoiseBySource noise_;
  NoiseBySource cell_noise_;  // the same, of the cells alone
  std::vector<Eigen::Index> cells_;
  std::vector<ErrorKind> kinds_;  // of the cells
  Eigen::VectorXd reported_;      // logarithms
  Eigen::VectorXd money_;         // 1 where a cell is one of money
};

}  // namespace orgsim
