// What an ensemble of worlds says: what the evidence excludes, what it narrows, and where it contradicts
// itself.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "experiment/worlds/worlds.hpp"
#include "report/language.hpp"

namespace orgsim {

// 5, 50 and 95 % quantiles.
using Quantiles = std::array<double, 3>;

struct TargetSummary {
  std::size_t number = 0;  // among the plan's used targets
  double excluded = 0;     // share of the prior's draws that it excludes by itself
  std::size_t others = 0;  // draws of the prior that all other targets let by
  std::size_t alone = 0;   // of those, how many this one excludes
  Quantiles figure;        // in the ensemble
};

struct NumberSummary {
  std::size_t number = 0;  // among the plan's
  Quantiles prior;
  Quantiles ensemble;
  double own = 0;       // what the scenario itself has
  double quantile = 0;  // of that in the ensemble
  // On the number's scale, from 0 at the low end of its range to 1 at the high end.
  Quantiles prior_units;
  Quantiles ensemble_units;
  double own_unit = 0;

  // Of the ensemble from 5 to 95 %, as a part of the prior's.
  double width() const { return (ensemble_units[2] - ensemble_units[0]) / (prior_units[2] - prior_units[0]); }
};

// Two targets that fewer draws of the prior meet together than would by chance.
struct Fight {
  std::size_t first = 0;  // among the plan's used targets
  std::size_t second = 0;
  double together = 0;   // share of the prior's draws that meet both
  double by_chance = 0;  // the same if meeting one had nothing to do with meeting the other
};

// How far a point is from the middle of the ensemble (Mahalanobis 1936), on the numbers' scales.
struct Distance {
  double own = 0;          // of the scenario itself
  double of_quarters = 0;  // 75 % of the ensemble's worlds are nearer
};

struct WorldsSummary {
  const Worlds* worlds = nullptr;
  double log_share = 0;                // log of the share of the prior that fits
  std::vector<TargetSummary> targets;  // those that exclude most first
  std::vector<NumberSummary> numbers;  // those that are narrowed most first
  std::vector<Fight> fights;           // the fiercest first
  std::optional<Distance> distance;    // nothing where the ensemble has too few worlds to say
  Worst own;                           // the target that the scenario itself is furthest from
};

// `worlds` must outlive the summary.
WorldsSummary summarise(const Worlds& worlds);

// Those of targets of which draws of the prior meet as many as `met` says, a row for each draw.
std::vector<Fight> fights_among(const std::vector<std::vector<bool>>& met);

// Of `own` and of the columns of `points`; nothing if the points do not span all directions.
std::optional<Distance> distance_from_middle(const Eigen::MatrixXd& points, const Eigen::VectorXd& own);

std::string to_text(const WorldsSummary& summary, bool colour, Language language = Language::english);
std::string to_json(const WorldsSummary& summary, Language language = Language::english);

// In a sentence or two.
std::string conclusion(const WorldsSummary& summary, Language language = Language::english);

}  // namespace orgsim
