// What came of a window: a map of strategies and starts for each variant of the scenario.
#pragma once

#include <string>
#include <vector>

#include "experiment/statistics.hpp"
#include "experiment/units/run.hpp"
#include "experiment/verdict.hpp"
#include "experiment/window/no_return.hpp"

namespace orgsim {

struct WindowCell {
  double start = 0;
  StartCounts counts;
  Interval saved;  // 95 %, of the share saved among those with something to save
  double fit = 0;  // of the falling curve; NaN where there is none
  double npv = 0;  // mean difference from the baseline
  Interval npv_interval;
  Standing standing;  // means; NaN is left out
};

// A strategy with a value of the second axis, over its starts.
struct WindowCurve {
  std::string strategy;
  double setting = 1;
  std::vector<WindowCell> cells;
  PointOfNoReturn point;

  // The start of the highest share saved, where there is something to save; nothing if there never is.
  const WindowCell* best() const;
};

struct WindowMap {
  std::string variant;
  std::size_t units = 0;
  std::vector<WindowCurve> curves;
};

// A map for each variant, the scenario's own first. The interval of a point of no return is the range of 95 %
// of a thousand resamples of whole units (percentile bootstrap: Efron 1979, Annals of Statistics 7(1), 1-26),
// and no finer than the step: it ends where the next start is.
std::vector<WindowMap> maps_of(const UnitsResult& result);

}  // namespace orgsim
