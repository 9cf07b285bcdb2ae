// The experiment: worlds drawn from the plausible ranges, weighted by how likely a firm's own history is in
// them.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/stop_flag.hpp"
#include "experiment/fit/likelihood.hpp"
#include "experiment/fit/plan.hpp"
#include "experiment/worlds/sampler.hpp"

namespace orgsim {

struct FitProgress {
  std::uint64_t evaluations = 0;
  double level = 0;    // of the likelihood: 1 at the end
  bool pilot = false;  // which finds where noise is to be measured
};

struct FitOptions {
  int threads = 1;
  StopFlag stop;
  std::function<void(const FitProgress&)> tell;  // from any thread, one at a time; may be empty
};

// Whether the history could be that of any of the worlds.
struct FitCheck {
  // Posterior predictive p-value of the squared residuals (Gelman, Meng & Stern 1996, Statistica Sinica 6(4),
  // 733-760).
  double p = 1;
  // The column that is furthest from the worlds, and the quarters of it, by their number, in which the
  // residuals are beyond two standard deviations; if none are, the one where they are largest.
  Book column = Book::users;
  double error = 0;  // of that column in the worlds: root mean square of the logarithm's residuals
  std::vector<std::size_t> quarters;
};
inline constexpr double kLeastP = 0.01;
// Of R-hat, above which intervals are said to be rough.
inline constexpr double kMostDisagreement = 1.5;

struct Fit {
  FitPlan plan;
  std::vector<FitPoint> worlds;  // of equal weight and in random order
  std::vector<double> units;     // of money, for each: what one is in the table's currency; 0 without money
  Eigen::MatrixXd foreseen;      // a column for each world, of the grid's figures
  FitCheck check;
  bool reached = false;  // whether the search came to its end
  std::size_t distinct = 0;
  double disagreement = 1;  // of parts of the worlds that were sought apart: R-hat; worlds/chain.hpp
  std::uint64_t evaluations = 0;
  std::vector<worlds::Wave> waves;

  bool fits() const { return reached && check.p >= kLeastP; }
};

// Throws Interrupted.
Fit fit_quarters(const FitPlan& plan, const FitOptions& options);

// What a table of quarters tells of one unknown number: quantiles of its range and of the worlds.
struct Recovered {
  std::string name;
  std::array<double, 3> prior{};  // 5, 50 and 95 %
  std::array<double, 3> worlds{};
  double width = 1;  // of the worlds from 5 to 95 %, as a part of the range's, on the number's scale
};
// Of all that is unknown, those that are narrowed most first.
std::vector<Recovered> recovered(const Fit& fit);

// The plan's paths, then age_weeks and error_KIND where they are unknown, of a world.
std::vector<std::string> names_of_unknowns(const FitPlan& plan);
std::vector<double> unknowns_of(const Fit& fit, std::size_t world);

// A table of worlds as `orgsim run --worlds-file` reads it.
std::string worlds_csv(const Fit& fit);

// A history as the books of a pooled run of that point would have it, with errors of reporting: for
// experiments on what can be recovered.
Quarters made_up_history(const FitPlan& plan, std::span<const double> units, std::uint64_t seed);

}  // namespace orgsim
