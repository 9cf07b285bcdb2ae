// What a sweep says in short: over its points, how often marketing is marginalised and saved, what it costs,
// and with which keys that goes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/arm.hpp"
#include "report/language.hpp"
#include "results/sweep_file.hpp"

namespace orgsim {

// Of a number per point: its mean, and where 90 % of the points lie.
struct OverPoints {
  double mean = 0;
  double low = 0;   // 5 % quantile
  double high = 0;  // 95 % quantile
};

struct SweptArm {
  ArmTitle arm;
  OverPoints marginalised;                  // share of replications, at any time in the run
  OverPoints saved;                         // share of replications: averted or reversed; of a strategy
  std::optional<OverPoints> saved_lenient;  // with lower and higher crisis lines; not in every file
  std::optional<OverPoints> saved_strict;
  OverPoints npv;  // of the focal firm: money; of a strategy the mean difference from the baseline, relative
  std::size_t began = 0;  // replications of all points
  std::size_t half = 0;   // points at which it saves in half of the replications or more
  std::size_t harms = 0;  // points at which it makes more replications marginalised than it spares
  // Spearman's rank correlation over the points with each axis.
  std::vector<double> with_marginalised;
  std::vector<double> with_saved;
  std::vector<double> with_npv;
};

struct SweepSummary {
  const SweepFile* file = nullptr;
  std::size_t points = 0;
  std::array<std::size_t, count_of<PointStatus>> status{};
  std::size_t replications_low = 0;  // of the points that are done
  std::size_t replications_high = 0;
  std::vector<SweptArm> arms;       // the baseline first; empty if no outcomes are kept
  std::optional<std::size_t> best;  // saves in the largest share of all replications
  double chance = 0;  // correlations below it come by chance in 95 % of samples of so many points

  std::size_t count(PointStatus of) const { return status[static_cast<std::size_t>(of)]; }
};

// `file` must outlive the summary. Throws as reading it.
SweepSummary summarise(const SweepFile& file);

// Spearman's: of equal length, ties get the mean of their ranks; 0 if one of the two never changes.
double rank_correlation(const std::vector<double>& x, const std::vector<double>& y);

std::string to_text(const SweepSummary& summary, bool colour, Language language = Language::english);
std::string to_json(const SweepSummary& summary, Language language = Language::english);
std::string conclusion(const SweepSummary& summary, Language language = Language::english);

}  // namespace orgsim
