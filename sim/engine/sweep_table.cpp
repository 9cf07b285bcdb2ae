#include "engine/sweep_table.hpp"

#include <algorithm>

namespace orgsim {

bool SweepTable::keeps(Keep what) const {
  return std::find(keep.begin(), keep.end(), what) != keep.end();
}

const Varied* SweepTable::find_varied(std::string_view name) const {
  const auto found =
      std::find_if(vary.begin(), vary.end(), [&](const Varied& varied) { return varied.name == name; });
  return found == vary.end() ? nullptr : &*found;
}

Varied SweepTable::varied_as(const std::string& name) const {
  const Varied* varied = find_varied(name);
  return varied == nullptr ? Varied{name, {name}, Levels(), {}} : *varied;
}

}  // namespace orgsim
