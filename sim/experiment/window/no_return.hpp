// The point of no return: the last start at which a strategy still saves marketing as often as not.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/names.hpp"

namespace orgsim {

// Of the replications of one start.
struct StartCounts {
  std::size_t replications = 0;
  std::size_t to_save = 0;  // in which there is something to save
  std::size_t saved = 0;    // of those

  // Below this share there is nothing to save.
  static constexpr double kLeast = 0.2;
  bool has_something() const {
    return to_save > 0 && static_cast<double>(to_save) >= kLeast * static_cast<double>(replications);
  }
  double share_saved() const { return static_cast<double>(saved) / static_cast<double>(to_save); }
};

// Of a curve over starts.
enum class NoReturn {
  nothing_to_save,  // at no start
  none,             // no start saves it in half of the replications
  week,
  later,  // the last start still does
  always  // all of them do
};
template <>
struct Names<NoReturn> {
  static constexpr std::array<std::string_view, 5> value{"nothing_to_save", "none", "week", "later",
                                                         "always"};
};

struct PointOfNoReturn {
  NoReturn kind = NoReturn::nothing_to_save;
  double week = 0;  // the last start that qualifies; with `later` and `always` the last one tried
  // Of `week`: the true week lies between them, as far as luck goes. Minus infinity where no start qualifies,
  // infinity where the last one still does.
  double low = 0;
  double high = 0;
  std::optional<double> falls;  // the start at which the curve is below one half for the first time after it
                                // was not
  std::optional<double> crosses_again;  // and the next at which it is not
};

// The point alone. From the curve's maximum on, over starts with something to save, a falling curve is
// fitted; the point is the last start at which that is at least one half.
PointOfNoReturn point_of_no_return(std::span<const double> starts, std::span<const StartCounts> counts);

// The falling fit from the curve's maximum on; NaN before it, and where there is nothing to save.
std::vector<double> fit_of(std::span<const StartCounts> counts);

}  // namespace orgsim
