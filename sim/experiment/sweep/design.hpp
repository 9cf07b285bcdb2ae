// Where the points of a sweep lie. A design depends on the scenario's sweep and its seed alone.
//
// grid: every combination of levels, the last axis the fastest. zip: the levels side by side. lhs: Latin
// hypercube (McKay, Beckman & Conover 1979): in every axis each of n equal strata holds one point, at random
// within it. sobol: Sobol's sequence (Boost.Random's, with Joe & Kuo's numbers, its point at the origin put
// first), scrambled by nested uniform scrambling (Owen 1995): every binary digit is flipped or not by a
// random bit that depends on the seed, on the axis' name and on all digits before it, so that the first 2^k
// points are still a net, and each point by itself is uniform. random: independent. file: the file's rows.
//
// Shares of other numbers are settled in all but file's, whose numbers are final.
//
// But for grid, zip and lhs, the first points do not depend on how many follow.
#pragma once

#include <memory>
#include <vector>

#include "experiment/sweep/axis.hpp"
#include "experiment/sweep/shares.hpp"

namespace orgsim {

class Design {
 public:
  // Throws InputError if a zip's axes have different numbers of values, or the points are too many.
  Design(const Scenario& scenario, const std::vector<Axis>& axes);
  ~Design();
  Design(Design&&) noexcept;
  Design& operator=(Design&&) noexcept;

  std::size_t points() const;
  // The values of one point, an axis after the other.
  std::vector<double> point(std::size_t i) const;

  class Kind;

 private:
  std::unique_ptr<Kind> kind_;
  std::vector<Share> shares_;
};

// Whether a sweep of this design can go on with more points.
bool can_grow(DesignKind kind);

}  // namespace orgsim
