// What a marketing department that has been dissolved no longer is (docs/model.md, 3.10). All of it does
// nothing in a run without [selection].
#pragma once

#include "model/state/firms.hpp"

namespace orgsim {

inline bool is_dissolved(const Firms& firms, std::size_t firm) {
  return !firms.survival.empty() && firms.survival[firm].dissolved.has_value();
}

// Calls with(firm) for each firm whose marketing department has been dissolved.
template <class With>
void for_each_dissolved(const Firms& firms, With&& with) {
  for (std::size_t f = 0; f < firms.survival.size(); ++f)
    if (firms.survival[f].dissolved) with(f);
}

// Numbers of the departments, of which marketing has none where it has been dissolved.
inline void without_dissolved(OfDepartments& numbers, const Firms& firms) {
  for_each_dissolved(firms, [&](std::size_t f) { numbers(Department::marketing, f) = 0; });
}

// Shares with marketing's handed to the others pro rata.
inline PerDepartment without_marketing(PerDepartment shares) {
  shares[Department::marketing] = 0;
  return shares / shares.sum();
}

}  // namespace orgsim
