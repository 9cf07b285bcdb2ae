// Executives who dissolve a marketing department (docs/model.md, 3.10).
#pragma once

#include "model/world.hpp"

namespace orgsim {

// The end of a week under [selection]: what firms are compared by is noted, and departments that have been
// small for too long are gone from the next week on. Nothing without [selection].
void dissolve(World& world);

}  // namespace orgsim
