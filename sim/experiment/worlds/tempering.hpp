// How evidence bears on points, by degrees: from the prior, which knows nothing of it, to the target. Each
// point has a misfit, of which less is better.
#pragma once

#include <Eigen/Core>
#include <limits>
#include <optional>
#include <utility>

#include "experiment/worlds/log_guide.hpp"

namespace orgsim::worlds {

class Evidence {
 public:
  Evidence() = default;
  Evidence(const Evidence&) = delete;
  Evidence& operator=(const Evidence&) = delete;
  virtual ~Evidence() = default;

  // Of what the function returned; infinite if it is no number.
  virtual double misfit(const Eigen::VectorXd& values) const = 0;
  // The levels at which nothing is known and all.
  virtual double first() const = 0;
  virtual double last() const = 0;
  // The next level for points of these misfits that weigh exp(log_weights) at `level`; none if there is none
  // nearer to the last that any point survives.
  virtual std::optional<double> next(double level, const Eigen::VectorXd& misfits,
                                     const Eigen::VectorXd& log_weights) const = 0;
  // Whether several levels have come so little nearer to the last that it is out of reach.
  virtual bool is_halted(double before, double now) const = 0;
  // What a point's log weight changes by from one level to another.
  virtual double log_weight(double misfit, double from, double to) const = 0;
  // The most that it can be at a level.
  virtual double most_log_weight() const = 0;
  // A guess at a point's log weight at a level, from values foreseen with these errors. Any finite number is
  // right; a good one spares evaluations. The point's numbers are standard normal.
  virtual double log_guide(const Eigen::VectorXd& point, const Eigen::VectorXd& foreseen,
                           const Eigen::VectorXd& errors, double level) const = 0;
  // How many guesses an evaluation is worth.
  virtual int most_guesses() const = 0;
  // Whether a misfit is within the last level, if there is such a thing.
  virtual bool fits(double misfit) const = 0;
};

// The points whose largest value, whatever its sign, is within a threshold: levels are thresholds, from
// infinity down.
class Threshold : public Evidence {
 public:
  explicit Threshold(double last) : last_(last) {}
  double misfit(const Eigen::VectorXd& values) const override;
  double first() const override { return std::numeric_limits<double>::infinity(); }
  double last() const override { return last_; }
  std::optional<double> next(double level, const Eigen::VectorXd& misfits,
                             const Eigen::VectorXd& log_weights) const override;
  double log_weight(double misfit, double from, double to) const override;
  bool is_halted(double before, double now) const override;
  double most_log_weight() const override { return 0; }
  double log_guide(const Eigen::VectorXd& point, const Eigen::VectorXd& foreseen,
                   const Eigen::VectorXd& errors, double level) const override;
  int most_guesses() const override { return std::numeric_limits<int>::max(); }
  bool fits(double misfit) const override { return misfit <= last_; }

 private:
  double last_;
};

// All points, weighted by likelihood^level: levels are inverse temperatures, from 0 to 1.
class Likelihood : public Evidence {
 public:
  // `guide` may be empty: the values behind the first are then taken for residuals.
  explicit Likelihood(LogGuide guide) : guide_(std::move(guide)) {}
  double misfit(const Eigen::VectorXd& values) const override;
  double first() const override { return 0; }
  double last() const override { return 1; }
  std::optional<double> next(double level, const Eigen::VectorXd& misfits,
                             const Eigen::VectorXd& log_weights) const override;
  double log_weight(double misfit, double from, double to) const override;
  bool is_halted(double /*before*/, double /*now*/) const override { return false; }
  double most_log_weight() const override { return std::numeric_limits<double>::infinity(); }
  double log_guide(const Eigen::VectorXd& point, const Eigen::VectorXd& foreseen,
                   const Eigen::VectorXd& errors, double level) const override;
  int most_guesses() const override;
  bool fits(double /*misfit*/) const override { return false; }

 private:
  LogGuide guide_;
};

// (sum w)^2 / sum w^2 of weights given by their logs; 0 if there are none above 0.
double effective_size(const Eigen::VectorXd& log_weights);

// The log of the sum of weights given by their logs.
double log_sum(const Eigen::VectorXd& log_weights);

}  // namespace orgsim::worlds
