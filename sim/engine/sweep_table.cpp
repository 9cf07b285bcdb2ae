#include "engine/sweep_table.hpp"

#include <algorithm>

namespace orgsim {

bool SweepTable::keeps(Keep what) const {
  return std::find(keep.begin(), keep.end(), what) != keep.end();
}

}  // namespace orgsim
